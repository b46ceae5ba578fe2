// Turns lists of tokens into a vocabulary: a model's own, character by character or trained on programs.
import { invariant } from '@diorama/diagnostics';
import { buildTrie } from './build-trie.ts';
import { hashContent, packContent } from './pack-content.ts';
import { sortTokens } from './sort-tokens.ts';
import { bytesOf, joinTokens, type TokenBytes } from './token-bytes.ts';
import type { Slot, Vocabulary } from './vocabulary.ts';

export interface VocabularyParts {
  /** Ids with their bytes, in any order. Ids without bytes, and ids that are not named, stand for no text. */
  readonly tokens: Iterable<readonly [id: number, bytes: Uint8Array]>;
  /** How many ids there are; by default one more than the highest that is named. */
  readonly size?: number;
  /** The ids that end a text. Whatever bytes they have are not text. */
  readonly ends: Iterable<number>;
  /** The ids that are slots. Whatever bytes they have are not text. */
  readonly slots?: Iterable<readonly [id: number, slot: Slot]>;
}

/**
 * A vocabulary of any tokens. Bytes are copied.
 * @throws RangeError if an id is not a whole number in the range, is named twice, or is an end and a slot; if no token has text.
 */
export function createVocabulary(parts: VocabularyParts): Vocabulary {
  const named = [...parts.tokens];
  const ends = [...new Set(parts.ends)].sort((a, b) => a - b);
  const slots = [...(parts.slots ?? [])].sort(([a], [b]) => a - b);
  const size = parts.size ?? highest([...named.map(([id]) => id), ...ends, ...slots.map(([id]) => id)]) + 1;
  if (!Number.isInteger(size) || size < 1 || LARGEST_SIZE < size)
    throw new RangeError(`a vocabulary has 1 to ${LARGEST_SIZE} ids, not ${size}`);
  for (const id of ends) requireId(id, size);
  for (const [id] of slots) requireId(id, size);
  const textless = new Set([...ends, ...slots.map(([id]) => id)]);
  if (textless.size < ends.length + slots.length) throw new RangeError('an id is named twice among ends and slots');
  return assembleVocabulary({ tokens: layOut(named, size, textless), ends, slots: new Map(slots) });
}

/** What tells one vocabulary from another. Ends and slots rise, and have no bytes. */
export interface VocabularyContent {
  readonly tokens: TokenBytes;
  readonly ends: readonly number[];
  readonly slots: ReadonlyMap<number, Slot>;
}

/** Adds what follows from the content: the trie, unless it is given, and the hash. */
export function assembleVocabulary(
  content: VocabularyContent,
  derived?: Pick<Vocabulary, 'trie' | 'hash'>,
): Vocabulary {
  const { tokens, ends, slots } = content;
  const size = tokens.ends.length;
  const trie = derived?.trie ?? buildTrie(tokens, sortTokens(tokens));
  invariant(trie !== undefined, 'sorted tokens are in order');
  if (trie.byte.length === 0) throw new RangeError('no token of the vocabulary has text');
  return {
    size,
    bytes: (id) => {
      requireId(id, size);
      return bytesOf(tokens, id);
    },
    trie,
    ends,
    slots,
    hash: derived?.hash ?? hashContent(packContent(content)),
  };
}

function layOut(
  named: readonly (readonly [number, Uint8Array])[],
  size: number,
  textless: ReadonlySet<number>,
): TokenBytes {
  const byId: (Uint8Array | undefined)[] = new Array(size).fill(undefined);
  for (const [id, bytes] of named) {
    requireId(id, size);
    if (byId[id] !== undefined) throw new RangeError(`token ${id} is named twice`);
    byId[id] = textless.has(id) ? NO_BYTES : bytes;
  }
  return joinTokens(byId.map((bytes) => bytes ?? NO_BYTES));
}

function requireId(id: number, size: number): void {
  if (!(Number.isInteger(id) && 0 <= id && id < size))
    throw new RangeError(`${id} is no token of the vocabulary: ids run from 0 to ${size - 1}`);
}

/** Not `Math.max(...ids)`: a vocabulary has more ids than a call may have arguments. */
function highest(ids: readonly number[]): number {
  return ids.reduce((most, id) => Math.max(most, id), -1);
}

const NO_BYTES = new Uint8Array(0);

/** Four times the largest of today's, so that a wrong id is not taken for a demand of gigabytes. */
export const LARGEST_SIZE: number = 1 << 20;
