// Turns a text into tokens, canonical or random, and follows them through a decoder: the first that it gets wrong.
import { type Decoder, type DecodingState, tokenize, type Vocabulary } from '../../src/index.ts';
import type { Random } from './random.ts';

/** What is looked at on the way. */
export interface FollowOptions {
  readonly random: Random;
  /** The mask is looked at about so seldom: 1 for each step. */
  readonly every: number;
  readonly budget?: number;
}

/** What goes wrong when a decoder is given the tokens of a program; nothing if it lets them through to the end. */
export function followTokens(decoder: Decoder, ids: readonly number[], options: FollowOptions): string | undefined {
  const { random, every, budget = Number.POSITIVE_INFINITY } = options;
  const { vocabulary } = decoder;
  let state: DecodingState = decoder.start(budget);
  for (const id of ids) {
    const at = () => `${JSON.stringify(decoder.text(state).slice(-60))} » ${describe(vocabulary, id)}`;
    const next = decoder.accept(state, id);
    if (next === undefined) return `refused: ${at()}`;
    if (random() * every < 1) {
      const mask = decoder.mask(state);
      if (!mask.has(id)) return `not in the mask: ${at()}`;
      const isEnd = vocabulary.ends.some((end) => mask.has(end));
      if (isEnd !== decoder.canEnd(state)) return `mask and canEnd differ: ${at()}`;
    }
    state = next;
  }
  if (!decoder.canEnd(state)) return `may not end: ${JSON.stringify(decoder.text(state).slice(-60))}`;
  for (const end of vocabulary.ends) {
    if (!decoder.mask(state).has(end)) return 'no end in the mask';
    const ended = decoder.accept(state, end);
    if (ended === undefined || !ended.hasEnded) return 'the end is refused';
    if (decoder.mask(ended).count !== 0 || decoder.allows(ended, end)) return 'something may follow the end';
  }
  return undefined;
}

/** Any tokens of a vocabulary that spell a text: at each place one of those that match, none of them preferred. */
export function randomTokens(vocabulary: Vocabulary, text: string, random: Random): readonly number[] {
  const bytes = new TextEncoder().encode(text);
  const ids: number[] = [];
  for (let from = 0; from < bytes.length; ) {
    const fitting = tokensAt(vocabulary, bytes, from);
    const id = fitting[Math.floor(random() * fitting.length)];
    if (id === undefined) throw new Error(`no token for byte ${bytes[from]}`);
    ids.push(id);
    from += vocabulary.bytes(id).length;
  }
  return ids;
}

/** The fewest tokens that spell a text. */
export function fewestTokens(vocabulary: Vocabulary, text: string): readonly number[] {
  const ids = tokenize(vocabulary, new TextEncoder().encode(text));
  if (ids === undefined) throw new Error(`no tokens for ${JSON.stringify(text)}`);
  return [...ids];
}

/** Every id whose bytes stand at a place, ids of equal bytes included. */
function tokensAt({ trie }: Vocabulary, bytes: Uint8Array, from: number): readonly number[] {
  const found: number[] = [];
  let [first, end] = [0, trie.byte.length];
  for (let at = from; at < bytes.length; at += 1) {
    let node = first;
    while (node < end && trie.byte[node] !== bytes[at]) node += trie.size[node] as number;
    if (node >= end) break;
    const id = trie.token[node] as number;
    if (id >= 0) found.push(id, ...(trie.twins.get(id) ?? []));
    [first, end] = [node + 1, node + (trie.size[node] as number)];
  }
  return found;
}

/** A token as it is shown in messages. */
export function describe({ bytes }: Vocabulary, id: number): string {
  return `${id} ${JSON.stringify(new TextDecoder().decode(bytes(id)))}`;
}
