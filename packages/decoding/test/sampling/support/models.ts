// Turns seeds into small language models.
import { extendNumber, type Key, log, rootKey, sin, uniform } from '@diorama/geometry';

/** Logits at once, so that what is enumerated need not wait. */
export type SmallModel = (ids: readonly number[]) => Float64Array;

/**
 * Logits drawn at random for every context of the last `order` tokens, with a standard deviation of `spread`; seldom the
 * last id's, which ends.
 */
export function randomModel(seed: number, size: number, order = 2, spread = 1.5): SmallModel {
  const root = rootKey(seed);
  const known = new Map<string, Float64Array>();
  return (ids) => {
    const context = ids.slice(-order);
    const name = context.join(' ');
    const key = context.reduce((parent, id) => extendNumber(parent, id), extendNumber(root, context.length));
    const logits = known.get(name) ?? Float64Array.from({ length: size }, (_, id) => spread * normal(key, id));
    known.set(name, logits);
    return logits;
  };
}

/**
 * A model that was trained on `texts`: for every context of the last `order` tokens how often each token comes next, with
 * `noise` times as much spread over all tokens.
 */
export function trainedModel(
  texts: readonly (readonly number[])[],
  size: number,
  noise: number,
  seed = 1,
  order = 1,
): SmallModel {
  const counts = new Map<string, Float64Array>();
  for (const text of texts) {
    text.forEach((id, at) => {
      const name = text.slice(Math.max(0, at - order), at).join(' ');
      const row = counts.get(name) ?? new Float64Array(size);
      row[id] = (row[id] as number) + 1;
      counts.set(name, row);
    });
  }
  const random = randomModel(seed, size, order);
  const known = new Map<string, Float64Array>();
  return (ids) => {
    const name = ids.slice(-order).join(' ');
    const found = known.get(name);
    if (found !== undefined) return found;
    const row = counts.get(name) ?? new Float64Array(size);
    const whole = row.reduce((sum, count) => sum + count, 0) || 1;
    const logits = random(ids).map((logit, id) => log((row[id] as number) / whole + noise / size) + 0.5 * logit);
    known.set(name, logits);
    return logits;
  };
}

/** A normal draw, of Box and Muller. */
function normal(key: Key, ordinal: number): number {
  const size = Math.sqrt(-2 * log(1 - uniform(key, 2 * ordinal)));
  return size * sin(2 * Math.PI * uniform(key, 2 * ordinal + 1));
}
