// Patterns that coats are made of: bands, speckles, strands, and the shading of back and belly.
import { type Cell, fractal, hash, smoothstep } from '../../build/noise.ts';
import type { Skin } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';

/** 1 inside a stripe, 0 between: one stripe each whole number of `phase`, `duty` of it dark, with edges `soft` wide. */
export function band(phase: number, duty: number, soft: number): number {
  const within = phase - Math.floor(phase);
  return 1 - smoothstep(duty - soft, duty + soft, Math.abs(within - 0.5) * 2);
}

/** Fine strands: noise stretched along the body, in [−1, 1]. */
export function fur([x, y, z]: readonly number[], perMetre: number, seed: number): number {
  return fractal(x! * perMetre * 0.6, y! * perMetre, z! * perMetre, seed);
}

/**
 * The skin unrolled, so that spots are not cut off by its curve: along the body and round it, metres; another place for each
 * side of the body. Seams lie along the spine and where legs begin.
 */
export function unrolled({ rest: [x, y, z], shares }: Skin): readonly [u: number, v: number] {
  const limb = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
  const side = z > 0 ? 40 : 0;
  return limb > 0.5 ? [x + 0.8 * Math.abs(z) + 20, y + side] : [x + 0.7 * Math.abs(z), y - 0.8 * Math.abs(z) + side];
}

/** Like `cells`, in the plane: one point a unit square. */
export function flatCells(u: number, v: number, seed: number): Cell {
  const [column, row] = [Math.floor(u), Math.floor(v)];
  // Squares of distances, and whose the least one is.
  let [nearest, second] = [81, 81];
  let [ownColumn, ownRow] = [column, row];
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      const du = i + 0.18 + 0.64 * hash(i, j, 0, seed) - u;
      const dv = j + 0.18 + 0.64 * hash(i, j, 1, seed) - v;
      const square = du * du + dv * dv;
      if (square < nearest) {
        second = nearest;
        nearest = square;
        ownColumn = i;
        ownRow = j;
      } else if (square < second) second = square;
    }
  }
  return { nearest: Math.sqrt(nearest), second: Math.sqrt(second), id: hash(ownColumn, ownRow, 2, seed) };
}

/** Clips to 0..1. */
export function clamp01(value: number): number {
  return Math.max(0, Math.min(1, value));
}
