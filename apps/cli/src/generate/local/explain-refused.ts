// Turns logits into why the tokens that the model likes best are refused.
import type { Decoder, DecodingState, Logits } from '@diorama/decoding';
import { excerpt } from '../failure.ts';

/** So many of the likeliest are looked at. */
const CANDIDATES = 3;

/** One line for each candidate that is refused and likelier than any that is allowed. */
export function explainRefused(decoder: Decoder, state: DecodingState, logits: Logits): readonly string[] {
  const lines: string[] = [];
  for (const id of likeliest(logits, Math.min(logits.length, decoder.vocabulary.size))) {
    const reason = decoder.explain(state, id);
    if (reason === undefined) break;
    const text = decoder.text(state);
    const line = text.split('\n').length;
    const ending = decoder.vocabulary.ends.includes(id);
    const token = ending ? 'the end' : JSON.stringify(new TextDecoder().decode(decoder.vocabulary.bytes(id)));
    lines.push(`line ${line}: ${token} is refused: ${excerpt(`${reason.title}: ${reason.primary.message}`)}`);
  }
  return lines;
}

function likeliest(logits: Logits, size: number): readonly number[] {
  const found: number[] = [];
  for (let id = 0; id < size; id += 1) {
    const logit = logits[id] as number;
    if (found.length === CANDIDATES && logit <= (logits[found.at(-1) as number] as number)) continue;
    const place = found.findIndex((other) => (logits[other] as number) < logit);
    found.splice(place === -1 ? found.length : place, 0, id);
    found.length = Math.min(found.length, CANDIDATES);
  }
  return found;
}
