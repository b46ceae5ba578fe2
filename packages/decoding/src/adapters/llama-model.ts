// Turns a context sequence of `node-llama-cpp` into a model to sample from.
import type { Mask } from '../engine/mask.ts';
import type { Constraint } from '../sampling/constraint.ts';
import {
  type GeneratedToken,
  type GenerateOptions,
  type Generation,
  generateTokens,
} from '../sampling/generate-tokens.ts';
import type { Model } from '../sampling/model.ts';

/** What is used of a `LlamaContextSequence`. `Token` is a number to the library, with a name to tell it by. */
export interface LlamaSequence<Token = number> {
  readonly contextTokens: readonly Token[];
  controlledEvaluate(input: LlamaInput<Token>[]): Promise<(LlamaOutput<Token> | undefined)[]>;
  adaptStateToTokens(tokens: Token[], allowShift?: boolean): Promise<void>;
}

type LlamaInput<Token> =
  | Token
  | [
      token: Token,
      options: { generateNext?: { logits?: boolean | { filter: { readonly tokens: readonly Token[] } } } },
    ];

interface LlamaOutput<Token> {
  readonly next: { readonly logits?: Map<Token, number> };
}

/**
 * A model that gives the logits of all `size` tokens. The sequence is brought to what is asked for: what it has read
 * already is not read again, so that a search may go back and forth.
 */
export function llamaModel<Token>(sequence: LlamaSequence<Token>, size: number): Model {
  const evaluate = createEvaluator(sequence, size);
  return (ids) => evaluate(ids, undefined);
}

/**
 * {@link generateTokens} with a sequence of `node-llama-cpp`. Of a place where few tokens are allowed, the logits of these
 * alone are asked for. The options are those of `generateTokens`: the library's own sampling is not used.
 *
 * ```ts
 * const sequence = context.getSequence();
 * for await (const { id } of generateWithLlama(sequence, decoder, { prompt: model.tokenize('…'), budget: 300 })) …
 * ```
 */
export function generateWithLlama<S, Token>(
  sequence: LlamaSequence<Token>,
  constraint: Constraint<S>,
  options: GenerateOptions<S> = {},
): AsyncGenerator<GeneratedToken<S>, Generation<S>> {
  const evaluate = createEvaluator(sequence, constraint.vocabulary.size);
  let allowed: Mask | undefined;
  const watched: Constraint<S> = {
    vocabulary: constraint.vocabulary,
    start: (budget) => constraint.start(budget),
    mask(state) {
      allowed = constraint.mask(state);
      return allowed;
    },
    accept: (state, id) => constraint.accept(state, id),
    allows: (state, id) => constraint.allows(state, id),
    canEnd: (state) => constraint.canEnd(state),
  };
  // The mask of a place is made just before the model is asked about it.
  return generateTokens((ids) => evaluate(ids, allowed?.ids), watched, options);
}

type Evaluate = (ids: readonly number[], wanted: Uint32Array | undefined) => Promise<Float32Array>;

/** The logits behind ids; those that are not wanted are -Infinity. The array is written anew each time. */
function createEvaluator<Token>(sequence: LlamaSequence<Token>, size: number): Evaluate {
  const logits = new Float32Array(size);
  return async (ids, wanted) => {
    if (ids.length === 0) throw new RangeError('a model needs something to read: give a prompt of at least one token');
    const tokens = ids as readonly unknown[] as readonly Token[];
    let read = countEqual(sequence.contextTokens, tokens);
    // The last token is read in any case: it is what the logits are of.
    read = Math.min(read, ids.length - 1);
    if (read < sequence.contextTokens.length) await sequence.adaptStateToTokens(tokens.slice(0, read), false);
    const last = tokens[ids.length - 1] as Token;
    const filter = wanted && { filter: { tokens: Array.from(wanted) as unknown as Token[] } };
    const input: LlamaInput<Token>[] = [
      ...tokens.slice(read, -1),
      [last, { generateNext: { logits: filter ?? true } }],
    ];
    const found = (await sequence.controlledEvaluate(input)).at(-1)?.next.logits;
    if (found === undefined) throw new RangeError('the sequence gave no logits: is it disposed, or its context full?');
    logits.fill(Number.NEGATIVE_INFINITY);
    for (const [token, logit] of found) logits[token as number] = logit;
    return logits;
  };
}

function countEqual<T>(a: readonly T[], b: readonly T[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}
