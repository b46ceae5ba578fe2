// Turns a rule for colors into a plumage: streaks of light and dark along the feathers, and ragged borders between colors.
import type { LinearColor } from '@diorama/geometry';
import { fractal, noise } from '../../build/noise.ts';
import { scale } from '../../build/vectors.ts';
import type { BirdTable, Skin } from './bird-table.ts';

/** What a rule knows of a point: the skin, and a number in [−1, 1] that makes borders ragged. */
export type Rule = (skin: Skin, ragged: number) => LinearColor;

/** `fineness` is the number of feathers a metre; `contrast` how far they differ. */
export function feathered(fineness: number, contrast: number, rule: Rule): BirdTable['plumage'] {
  return (seed, shade) => (skin) => {
    const [x, y, z] = skin.rest;
    const ragged = noise(x * fineness, y * fineness, z * fineness, seed + 11);
    const streak = fractal(x * fineness * 0.45, y * fineness * 0.45, z * fineness, seed);
    return scale(rule(skin, ragged), shade * (1 + contrast * streak));
  };
}

/** 0 below, 1 above a border that is ragged by `depth`. */
export function border(value: number, at: number, width: number): number {
  const t = Math.max(0, Math.min(1, (value - at) / width + 0.5));
  return t * t * (3 - 2 * t);
}
