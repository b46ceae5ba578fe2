// Puts diagnostics in the order in which a person reads them, each once.
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { FileId } from './span.ts';

/** By file in the order given (other files come last, by name), then by position, then by severity; without exact duplicates. */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly FileId[] = [],
): readonly Diagnostic[] {
  const ranks = new Map(files.map((file, index) => [file, index]));
  const rank = (diagnostic: Diagnostic) => ranks.get(diagnostic.primary.file) ?? files.length;
  return withoutDuplicates(diagnostics).sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareText(a.primary.file, b.primary.file) ||
      a.primary.start - b.primary.start ||
      a.primary.end - b.primary.end ||
      GRAVITY[a.severity] - GRAVITY[b.severity],
  );
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function withoutDuplicates(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic, dropSection), diagnostic])).values()];
}

/** A section may be a whole tree, and says nothing about the place that its offsets do not. */
function dropSection(key: string, value: unknown): unknown {
  return key === 'section' ? undefined : value;
}

/** By UTF-16 units: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
