// What a stage has to say to the user, as data.
import type { Place, Span } from './span.ts';

/** How grave a diagnostic is. Only errors keep a program from being used. */
export type Severity = 'error' | 'warning' | 'note';

/** A place with the local fact about it. */
export interface Label extends Place {
  readonly message: string;
}

/** The replacement of a span by another text. An empty span inserts. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A repair that a person or an editor may apply; its edits are in the file and section of the primary label. */
export interface Fix {
  /** What it does, as an order: `write "radius"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether `diorama fix` may apply it unasked: it is the only plausible meaning and loses nothing that was written. */
  readonly safe: boolean;
}

/** One thing to say: wording, places and repairs travel together; renderers are elsewhere. */
export interface Diagnostic {
  /** Names the class for `diorama explain`: `unknown-property`. */
  readonly code: string;
  readonly severity: Severity;
  /** The class of the problem, lower case, without a final stop. */
  readonly title: string;
  /** Where it is, and the local fact. */
  readonly primary: Label;
  /** Other places that matter: "declared here". */
  readonly related: readonly Label[];
  /** Expected and found on lines of their own, then the next step. */
  readonly notes: readonly string[];
  readonly fixes: readonly Fix[];
}

/** A stage's best value together with what it has to say about the input. User mistakes never throw. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether any is an error; warnings and notes do not count. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
