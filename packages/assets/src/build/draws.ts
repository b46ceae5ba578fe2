// Turns a key into a stream of draws: every call takes the next one.
import { type Key, uniform } from '@diorama/geometry';

/** Draws in the order in which they are asked for; equal keys give equal streams. */
export interface Draws {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number for {@link import('./noise.ts')}: 0..2³¹ − 1. */
  seed(): number;
}

/** The stream of one key. */
export function createDraws(key: Key): Draws {
  let ordinal = 0;
  const next = () => uniform(key, ordinal++);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    seed: () => Math.floor(next() * 0x7fffffff),
  };
}
