// Defines a class of problem once: its page for `diorama explain`, and the maker of its diagnostics.
import type { Diagnostic, Fix, Label, Severity } from './diagnostic.ts';
import type { Place, Span } from './span.ts';

/** The page of a diagnostic code. `bad` brings exactly this code about, `good` nothing: a test runs both, unless `describesBad`. */
export interface ProblemPage {
  readonly code: string;
  readonly severity: Severity;
  /** The class of the problem, lower case, no final stop. */
  readonly title: string;
  /** One to three paragraphs for a newcomer: what it means, why the language asks for it, what to do. */
  readonly explanation: string;
  readonly bad: string;
  readonly good: string;
  /** Whether `bad` only describes the program, which would be too large to show: then a test of its own brings the code about. */
  readonly describesBad?: true;
  /** Other files that the two examples name, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Which command says it, if not `check`. */
  readonly command?: 'lint' | 'import' | 'pin' | 'scene' | 'compile';
}

/** What a diagnostic adds to its page. */
export interface ProblemDetails {
  readonly title?: string;
  readonly related?: readonly Label[];
  readonly notes?: readonly string[];
  readonly fixes?: readonly Fix[];
}

/** Makes the diagnostic of a page at a place; `message` is the local fact under the caret. */
export function problem(page: ProblemPage, place: Place, message: string, details: ProblemDetails = {}): Diagnostic {
  return {
    code: page.code,
    severity: page.severity,
    title: details.title ?? page.title,
    primary: label(place, message),
    related: details.related ?? [],
    notes: details.notes ?? [],
    fixes: details.fixes ?? [],
  };
}

/** A place with what is to be said of it, in lower case and without a final stop. */
export function label(place: Place, message: string): Label {
  const { file, section, start, end } = place;
  return section === undefined ? { file, start, end, message } : { file, section, start, end, message };
}

/** A fix that replaces one span. */
export function replace(span: Span, text: string, options: { title?: string; safe?: boolean } = {}): Fix {
  return {
    title: options.title ?? (text === '' ? 'remove it' : `write ${text}`),
    edits: [{ start: span.start, end: span.end, text }],
    safe: options.safe ?? true,
  };
}

/** A fix that inserts a text at an offset. */
export function insert(offset: number, text: string, options: { title?: string; safe?: boolean } = {}): Fix {
  return replace({ start: offset, end: offset }, text, { title: options.title ?? `insert ${text.trim()}`, ...options });
}
