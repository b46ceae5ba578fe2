// Turns a position into the bytes with which every continuation begins, and those into tokens.
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { members } from './lexemes/byte-set.ts';
import type { Position } from './position.ts';

/** Longer ones come in parts. */
const LONGEST = 4096;

export function findForced(position: Position): Uint8Array {
  const found: number[] = [];
  let at: Position | undefined = position;
  while (at !== undefined && !at.mayEnd && found.length < LONGEST) {
    const [only, another] = members(at.live);
    if (only === undefined || another !== undefined) break;
    found.push(only);
    at = at.advance(only);
  }
  return Uint8Array.from(found);
}

/**
 * The tokens less those at the end that may turn out otherwise: a tokenizer would join what they spell with what follows
 * if a token begins with it and goes on.
 */
export function keepCertain(vocabulary: Vocabulary, bytes: Uint8Array, tokens: readonly number[]): readonly number[] {
  let end = 0;
  const starts = tokens.map((id) => {
    const start = end;
    end += vocabulary.bytes(id).length;
    return start;
  });
  let kept = tokens.length;
  while (kept > 0) {
    const from = starts[kept - 1] as number;
    if (!goesOn(vocabulary, bytes.subarray(from), end - from)) break;
    kept--;
    end = from;
  }
  return tokens.slice(0, kept);
}

/** Whether a token begins somewhere within the first `length` bytes, spells all behind them and goes on. */
function goesOn({ trie }: Vocabulary, bytes: Uint8Array, length: number): boolean {
  for (let from = 0; from < length; from++) if (isProperPrefix(trie, bytes.subarray(from))) return true;
  return false;
}

function isProperPrefix({ byte, size }: Vocabulary['trie'], bytes: Uint8Array): boolean {
  let first = 0;
  let end = byte.length;
  for (const wanted of bytes) {
    let at = first;
    while (at < end && byte[at] !== wanted) at += size[at] as number;
    if (at >= end) return false;
    first = at + 1;
    end = at + (size[at] as number);
  }
  return first < end;
}
