// What a step of the states carries along, and how it says no.
import type { Catalog } from '../catalog.ts';
import type { Scope } from './scope.ts';

/** What stays the same from the first lexeme to the last. */
export interface Language {
  readonly catalog: Catalog;
  /** Only core form: what `expand` prints and a model writes. */
  readonly core: boolean;
  /** Labels are not remembered: whether one is taken is left to the caller. Only with `core`, where no label is used. */
  readonly forgetsLabels?: boolean;
}

/** What a prefix has declared and used up so far, beside the rules that are open. */
export interface World {
  readonly scope: Scope;
  /** The settings that the program has. */
  readonly settings: readonly string[];
  /** The file that `embedding(row)` draws from: its name and number of rows, as far as known. */
  readonly embeddings: Embeddings | undefined;
  /** Whether `embedding(…)` was used since the last prefab began. */
  readonly usesEmbeddings: boolean;
}
export interface Embeddings {
  readonly file: string;
  readonly rows: number | undefined;
}

/** Why a lexeme cannot come here, in the user's words. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  /** The local fact. */
  readonly message: string;
  readonly notes: readonly string[];
  /** What could stand there instead, for "did you mean". */
  readonly candidates: readonly string[];
  /** Whether the lexeme itself is wrong, or what stands before it and is not finished. */
  readonly blames: 'lexeme' | 'before';
}

/** One step: the language, and a list for refusals if someone wants to know. */
export interface Run extends Language {
  readonly refusals: Refusal[] | undefined;
}

/** Notes why a path ends here; the reason is made only if it is asked for. */
export function refuse(run: Run, reason: () => RefusalParts): undefined {
  if (run.refusals !== undefined) {
    const { code, title, message, notes = [], candidates = [], blames = 'lexeme' } = reason();
    run.refusals.push({ code, title, message, notes, candidates, blames });
  }
  return undefined;
}
export interface RefusalParts {
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly notes?: readonly string[];
  readonly candidates?: readonly string[];
  readonly blames?: Refusal['blames'];
}
