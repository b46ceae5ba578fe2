// Makers of diagnostics for tests.
import type { Diagnostic, Fix } from '../src/diagnostic.ts';
import { label, type ProblemDetails, type ProblemPage, problem } from '../src/problem.ts';
import { SourceFile } from '../src/source-file.ts';
import type { Place, Span } from '../src/span.ts';

export const FILE = 'scene.dio';

export const PAGE: ProblemPage = {
  code: 'unknown-property',
  severity: 'error',
  title: 'unknown property of sphere',
  explanation: 'A property that the kind does not have.',
  bad: 'sphere { radus: 1m }',
  good: 'sphere { radius: 1m }',
};

/** Where a part of a text stands, in {@link FILE}. */
export function find(text: string, part: string): Place {
  const start = text.indexOf(part);
  if (start === -1) throw new Error(`the test's text has no ${JSON.stringify(part)}`);
  return { file: FILE, start, end: start + part.length };
}

/** A diagnostic at a part of a text, with related labels as `[part, message]`. */
export function about(
  text: string,
  part: string | Span,
  message: string,
  details: Omit<ProblemDetails, 'related'> & {
    readonly related?: readonly (readonly [string, string])[];
    readonly page?: Partial<ProblemPage>;
  } = {},
): Diagnostic {
  const { related = [], page, ...rest } = details;
  const place = typeof part === 'string' ? find(text, part) : { file: FILE, start: part.start, end: part.end };
  const labels = related.map(([where, what]) => label(find(text, where), what));
  return problem({ ...PAGE, ...page }, place, message, { ...rest, related: labels });
}

/** Finds {@link FILE} with a text, and others by name. */
export function sourcesOf(text: string, others: Readonly<Record<string, string>> = {}) {
  return (file: string): SourceFile | undefined => {
    const found = file === FILE ? text : others[file];
    return found === undefined ? undefined : SourceFile.from(file, found);
  };
}

/** A fix of one edit. */
export function edit(start: number, end: number, text: string, safe = true): Fix {
  return { title: `write ${text}`, safe, edits: [{ start, end, text }] };
}
