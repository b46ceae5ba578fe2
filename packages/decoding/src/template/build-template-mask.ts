// Turns the ways to read a text into the mask of the tokens that may come next: one walk over the vocabulary's trie.
import { mark } from '../engine/body-table.ts';
import { bitMask, listBits, listMask, type Mask } from '../engine/mask.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ReadingSet } from './reading-set.ts';

/** The most ids that are listed; more are bits. */
const MOST_LISTED = 2048;

/** The tokens behind which the text can still end. End ids are not among them. */
export function buildTemplateMask({ trie, size }: Vocabulary, start: ReadingSet, renew: () => void): Mask {
  const { byte: bytes, depth: depths, size: sizes, token: tokens } = trie;
  const words = new Uint32Array((size + 31) >> 5);
  const sets: ReadingSet[] = [start];
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    renew();
    const depth = depths[at] as number;
    const next = (sets[depth] as ReadingSet).advance(bytes[at] as number);
    if (next === undefined) {
      at += sizes[at] as number;
      continue;
    }
    const id = tokens[at] as number;
    if (id >= 0) count += mark(words, trie, id);
    sets[depth + 1] = next;
    at++;
  }
  return count <= MOST_LISTED ? listMask(listBits(words, count), size) : bitMask(words, count);
}
