// Turns a seed into a sequence of draws.
import { rootKey, uniform } from '@diorama/geometry';

/** The next draw: uniform in [0, 1). */
export type Random = () => number;

/** The same draws for the same seed, on every engine. */
export function createRandom(seed: number): Random {
  const key = rootKey(seed);
  let ordinal = 0;
  return () => {
    ordinal += 1;
    return uniform(key, ordinal);
  };
}
