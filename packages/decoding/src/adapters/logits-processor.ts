// Turns a decoder into a logits processor of `@huggingface/transformers`.
import type { Constraint } from '../sampling/constraint.ts';
import { keepAllowed } from './keep-allowed.ts';

/** What is used of the library: `import * as transformers from '@huggingface/transformers'`. */
export interface Transformers<Processor extends object = object> {
  readonly LogitsProcessor: new () => Processor;
}

export interface LogitsProcessorOptions {
  /** `max_new_tokens` of the call, so that each program ends within it. Left out: as long as the model goes on. */
  readonly budget?: number;
  /** How many ids of a row are the prompt. By default all those of the first call. */
  readonly promptLength?: number;
}

/**
 * A processor for one call of `generate`: of each row, ids that may not come next get the logit -Infinity. Rows are told
 * apart by their ids, so that the beams of a search may be put in another order, dropped and forked. Behind the end of its
 * program a row that waits for the others goes on with the token that ends.
 *
 * ```ts
 * const list = new transformers.LogitsProcessorList();
 * list.push(createLogitsProcessor(decoder, transformers, { budget: 300 }));
 * await model.generate({ ...inputs, max_new_tokens: 300, logits_processor: list });
 * ```
 *
 * @throws {RangeError} In a call: if a row has a token that is refused, or there are fewer logits than the mask needs.
 */
export function createLogitsProcessor<S, Processor extends object>(
  constraint: Constraint<S>,
  transformers: Transformers<Processor>,
  options: LogitsProcessorOptions = {},
): Processor {
  const states = new RowStates(constraint, options.budget);
  let promptLength = options.promptLength;
  // A class of the library's own: it calls what it makes, and only so are they functions.
  const Base = transformers.LogitsProcessor as new () => object;
  class DecoderLogitsProcessor extends Base {
    _call(rows: readonly Row[], logits: LogitsTensor): LogitsTensor {
      promptLength ??= rows[0]?.length ?? 0;
      const width = logits.dims.at(-1) ?? 0;
      for (const [at, row] of rows.entries()) {
        if (row.length < promptLength)
          throw new RangeError(`a row of ${row.length} ids is shorter than the prompt: a processor is for one call`);
        states.keepAllowed(row.slice(promptLength).map(Number), logits.data.subarray(at * width, (at + 1) * width));
      }
      states.forgetOthers();
      return logits;
    }
  }
  return new DecoderLogitsProcessor() as Processor;
}

/** Ids of the prompt and of what was written; the library has them as big integers. */
type Row = readonly (bigint | number)[];

interface LogitsTensor {
  /** Rows by ids. */
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** The states of the rows of a batch, found again by what the rows were a token ago. */
class RowStates<S> {
  readonly #constraint: Constraint<S>;
  readonly #ends: ReadonlySet<number>;
  readonly #start: Reached<S>;
  #known: Map<string, Reached<S>> = new Map();
  #next: Map<string, Reached<S>> = new Map();

  constructor(constraint: Constraint<S>, budget: number | undefined) {
    this.#constraint = constraint;
    this.#ends = new Set(constraint.vocabulary.ends);
    this.#start = { state: constraint.start(budget), hasEnded: false };
  }

  /** Of the logits behind a row's ids, without its prompt. */
  keepAllowed(ids: readonly number[], logits: Float32Array): void {
    const { state, hasEnded } = this.#reach(ids);
    if (hasEnded) keepEnds(logits, this.#ends);
    else keepAllowed(logits, this.#constraint.mask(state));
  }

  /** Call behind the last row of a batch. */
  forgetOthers(): void {
    this.#known = this.#next;
    this.#next = new Map();
  }

  #reach(ids: readonly number[]): Reached<S> {
    const key = ids.join();
    const reached = this.#next.get(key) ?? this.#stepFromKnown(ids) ?? this.#stepFromStart(ids);
    this.#next.set(key, reached);
    return reached;
  }

  #stepFromKnown(ids: readonly number[]): Reached<S> | undefined {
    const last = ids.at(-1);
    const before = this.#known.get(ids.slice(0, -1).join());
    return before && last !== undefined ? this.#step(before, last) : undefined;
  }

  #stepFromStart(ids: readonly number[]): Reached<S> {
    return ids.reduce((at, id) => this.#step(at, id), this.#start);
  }

  #step({ state, hasEnded }: Reached<S>, id: number): Reached<S> {
    if (hasEnded) return { state, hasEnded };
    const next = this.#constraint.accept(state, id);
    if (next !== undefined) return { state: next, hasEnded: this.#ends.has(id) };
    throw new RangeError(`token ${id} was chosen, but it is refused: does another processor come behind this one?`);
  }
}

interface Reached<S> {
  readonly state: S;
  readonly hasEnded: boolean;
}

function keepEnds(logits: Float32Array, ends: ReadonlySet<number>): void {
  logits.fill(Number.NEGATIVE_INFINITY);
  for (const id of ends) logits[id] = 0;
}
