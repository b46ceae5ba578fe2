// Turns a prefix and a decoder into the tokens about which decoder and judge disagree.
import type { Decoder, DecodingState } from '../../src/index.ts';
import { describe, fewestTokens } from '../engine/follow-tokens.ts';
import type { Judge } from './judge.ts';

/** Compares the mask behind a prefix with the judge, token by token. */
export function disagreements(
  decoder: Decoder,
  judge: Judge,
  prefix: string,
  ids: Iterable<number>,
): readonly string[] {
  const { vocabulary } = decoder;
  let state: DecodingState = decoder.start();
  for (const id of fewestTokens(vocabulary, prefix)) {
    const next = decoder.accept(state, id);
    if (next === undefined) return [`refused: ${JSON.stringify(prefix)}`];
    state = next;
  }
  const mask = decoder.mask(state);
  const written = new TextEncoder().encode(prefix);
  const found: string[] = [];
  for (const id of ids) {
    const bytes = vocabulary.bytes(id);
    const isEnd = vocabulary.ends.includes(id);
    if (bytes.length === 0 && !isEnd) {
      if (mask.has(id)) found.push(`${describe(vocabulary, id)} stands for no text, but is allowed`);
      continue;
    }
    const should = isEnd ? judge.mayEnd(written) : judge.mayBegin(Uint8Array.from([...written, ...bytes]));
    if (should !== mask.has(id))
      found.push(`${JSON.stringify(prefix)} ${describe(vocabulary, id)}: judge ${should}, mask ${mask.has(id)}`);
  }
  return found;
}

/** Every id, or one of so many, another set for each seed. */
export function someIds(size: number, every: number, seed: number): readonly number[] {
  return Array.from({ length: size }, (_, id) => id).filter(
    (id) => (Math.imul(id + 1, 2_654_435_761) >>> 8) % every === seed % every,
  );
}
