// What the checker's tests share: a world of texts, a small asset catalog, and ways to check a text.
import { applyFixes, type Diagnostic, renderForTerminal, SourceFile, type World } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { expect } from 'vitest';
import { type AssetCatalog, check, type Limits, type Program } from '../src/index.ts';

/** Files by path; `resolve` takes paths as they are. */
export function textWorld(files: Readonly<Record<string, string>> = {}): World {
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => (Object.hasOwn(files, file) ? (files[file] ?? missing) : missing),
    readBytes: (file, limit) => {
      const text = Object.hasOwn(files, file) ? files[file] : undefined;
      return text === undefined
        ? missing
        : Uint8Array.from(text, (character) => character.charCodeAt(0)).slice(0, limit);
    },
    resolve: (_from, path) => path,
  };
}

const IDS = ['tree/oak', 'tree/umbrella-acacia', 'bush/fern', 'carnivore/lion', 'ground/short-grass'];

/** A library of five assets that can be searched in the space `demo`. */
export const CATALOG: AssetCatalog = {
  has: (id) => IDS.includes(id.replace(/#.*/, '')),
  ids: (className) => IDS.filter((id) => id.startsWith(`${className}/`)),
  spaces: ['demo'],
  match: (className, text) => ({
    id: IDS.find((id) => id.startsWith(`${className}/`)) ?? 'tree/oak',
    score: text === 'zzzz' ? 0.1 : 0.9,
  }),
};

/** The beginning of a safetensors file with embeddings. */
export function embeddingsFile(rows: number, space = 'demo'): string {
  const header = `{"__metadata__":{"space":"${space}"},"embeddings":{"dtype":"F32","shape":[${rows},1],"data_offsets":[0,${4 * rows}]}}`;
  return `${String.fromCharCode(header.length)}\0\0\0\0\0\0\0${header}`;
}

export interface CheckTextOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly catalog?: AssetCatalog;
  readonly limits?: Partial<Limits>;
}

export interface Checked {
  readonly source: SourceFile;
  readonly program: Program;
  /** Those of the parser, then those of the checker. */
  readonly diagnostics: readonly Diagnostic[];
}

export function checkText(text: string, options: CheckTextOptions = {}): Checked {
  const source = SourceFile.from('main.dio', text);
  const { files, ...rest } = options;
  const parsed = parse(source);
  const { value, diagnostics } = check(parsed.value, { source, world: textWorld(files), ...rest });
  return { source, program: value, diagnostics: [...parsed.diagnostics, ...diagnostics] };
}

/** The codes in order. */
export function codes(text: string, options?: CheckTextOptions): readonly string[] {
  return checkText(text, options).diagnostics.map(({ code }) => code);
}

/** The codes of errors alone. */
export function errors(text: string, options?: CheckTextOptions): readonly string[] {
  return checkText(text, options)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

export function rendered(text: string, options?: CheckTextOptions): string {
  const { source, diagnostics } = checkText(text, options);
  return diagnostics.map((diagnostic) => renderForTerminal(diagnostic, () => source, { color: false })).join('\n\n');
}

/** Expects a program to have nothing to complain of. */
export function checkFine(text: string, options?: CheckTextOptions): void {
  expect(rendered(text, options)).toBe('');
}

/**
 * Expects the diagnostics that are written below the lines of a program: carets, the code, and the fix's new text.
 * ```
 * sphere { at: (0, -4), radus: 1 }
 *                       ^^^^^ unknown-property, fix: radius
 * ```
 * `fix` is applied unasked, `offer` is not. What other files have wrong stands at the end, `plants.dio:1:5 code`. Every
 * fix is applied: the mistake must be gone then, and no other one there.
 */
export function checkDiagnostics(annotated: string, options: CheckTextOptions = {}): void {
  const lines = unindented(annotated);
  const text = lines.filter((line) => !isExpectation(line)).join('\n');
  const { diagnostics, source } = checkText(text, options);
  expect(annotate(source, diagnostics)).toBe(lines.join('\n'));
  checkFixes(text, diagnostics, options);
}

/** A program and what is expected of it, as {@link checkDiagnostics} takes it. */
export function annotate(source: SourceFile, diagnostics: readonly Diagnostic[]): string {
  const own = diagnostics.filter(({ primary }) => primary.file === source.id);
  const others = diagnostics.filter(({ primary }) => primary.file !== source.id);
  const lines = Array.from({ length: source.lineCount }, (_, index) => {
    const here = own
      .filter(({ primary }) => source.positionAt(primary.start).line === index + 1)
      .sort((a, b) => a.primary.start - b.primary.start);
    return [source.line(index + 1), ...here.map((diagnostic) => caretLine(source, diagnostic))];
  });
  return [...lines.flat(), ...others.map(({ primary, code }) => `${primary.file}:${primary.start} ${code}`)].join('\n');
}

function caretLine(source: SourceFile, { primary, code, fixes }: Diagnostic): string {
  const { line, column } = source.positionAt(primary.start);
  const room = source.line(line).length - column + 1;
  const carets = '^'.repeat(Math.max(1, Math.min(primary.end - primary.start, room)));
  const [fix] = fixes;
  const change =
    fix && `, ${fix.safe ? 'fix' : 'offer'}: ${fix.edits.map(({ text }) => text.trim() || 'nothing').join(' … ')}`;
  return `${' '.repeat(column - 1)}${carets} ${code}${change ?? ''}`;
}

function isExpectation(line: string): boolean {
  return /^ *\^+ [a-z-]+/.test(line) || /^[\w-]+\.dio:\d+ /.test(line);
}

function unindented(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines[0]?.trim() === '') lines.shift();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const written = lines.filter((line) => line.trim() !== '' && !isExpectation(line));
  const indentation = Math.min(...written.map((line) => line.search(/\S/)));
  return lines.map((line) => (/^ *[\w-]+\.dio:\d+ /.test(line) ? line.trim() : line.slice(indentation)));
}

/** Applies each fix alone: its mistake must be gone, and nothing else wrong but what was, or a value to be filled in. */
export function checkFixes(text: string, diagnostics: readonly Diagnostic[], options: CheckTextOptions = {}): void {
  const before = grave(diagnostics);
  for (const diagnostic of diagnostics) {
    if (diagnostic.primary.file !== 'main.dio') continue;
    for (const fix of diagnostic.fixes) {
      const { text: fixed } = applyFixes(text, [{ ...diagnostic, fixes: [fix] }], { safeOnly: false });
      const after = grave(checkText(fixed, options).diagnostics);
      const count = (codes: readonly string[]) => codes.filter((code) => code === diagnostic.code).length;
      expect(count(after), `${fix.title}: ${fixed}`).toBeLessThan(Math.max(1, count(before)));
      expect(after.length, `${fix.title}: ${fixed}`).toBeLessThanOrEqual(
        before.length - (diagnostic.severity === 'note' ? 0 : 1),
      );
    }
  }
}

function grave(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
}
