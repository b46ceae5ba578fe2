// What the states leave to the checker, by the codes of its diagnostics: see README.md.

/** Mistakes of values that are computed. */
export const OF_VALUES: ReadonlySet<string> = new Set([
  'out-of-range',
  'division-by-zero',
  'index-out-of-range',
  'empty-choice',
  'reversed-bounds',
  'zero-rotation',
  'no-direction',
  'not-finite',
  'loop-step',
  'malformed-asset-id',
  'unknown-asset',
  'unknown-word',
  'unknown-row',
  'wrong-class',
  'unreadable-file',
]);

/** Limits of a whole program. */
export const LIMITS: ReadonlySet<string> = new Set([
  'too-many-instances',
  'too-much-work',
  'deep-prefabs',
  'long-expression',
  'too-deep',
  'too-large',
  'too-many-files',
]);

/** Mistakes in other files, where no catalog tells of them. */
const OF_FILES: ReadonlySet<string> = new Set(['not-safetensors', 'mixed-spaces', 'import-cycle', 'unknown-import']);

export function isLeftToChecker(code: string, text: string): boolean {
  return OF_VALUES.has(code) || LIMITS.has(code) || OF_FILES.has(code) || /^use /m.test(text);
}
