// Smooth randomness in space, for coats, bark and stone: value noise, its layers, and cells. Integers and products only.
import type { Vector3 } from '@diorama/geometry';

/** Value noise in [−1, 1] with features about 1 wide; continuous with its first derivative. */
export function noise(x: number, y: number, z: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const layer = Math.floor(z);
  const u = ease(x - column);
  const v = ease(y - row);
  const w = ease(z - layer);
  const at = (i: number, j: number, k: number) => hash(column + i, row + j, layer + k, seed);
  const near = mix(mix(at(0, 0, 0), at(1, 0, 0), u), mix(at(0, 1, 0), at(1, 1, 0), u), v);
  const far = mix(mix(at(0, 0, 1), at(1, 0, 1), u), mix(at(0, 1, 1), at(1, 1, 1), u), v);
  return 2 * mix(near, far, w) - 1;
}

/** Three layers of {@link noise}, each twice as fine and half as strong as the one before; in [−1, 1]. */
export function fractal(x: number, y: number, z: number, seed: number): number {
  return (
    0.57 * noise(x, y, z, seed) +
    0.29 * noise(2 * x, 2 * y, 2 * z, seed + 1) +
    0.14 * noise(4 * x, 4 * y, 4 * z, seed + 2)
  );
}

/** Distances to the nearest and the second nearest of scattered points, and a number in [0, 1) of the nearest. */
export interface Cell {
  readonly nearest: number;
  readonly second: number;
  readonly id: number;
}

/** One point a unit cube, kept away from its faces. Worley, "A cellular texture basis function", SIGGRAPH 1996. */
export function cells([x, y, z]: Vector3, seed: number): Cell {
  const [column, row, layer] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  let nearest = 9;
  let second = 9;
  let id = 0;
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (let k = layer - 1; k <= layer + 1; k += 1) {
        const dx = i + 0.15 + 0.7 * hash(i, j, k, seed) - x;
        const dy = j + 0.15 + 0.7 * hash(i, j, k, seed + 1) - y;
        const dz = k + 0.15 + 0.7 * hash(i, j, k, seed + 2) - z;
        const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
          id = hash(i, j, k, seed + 3);
        } else if (distance < second) second = distance;
      }
    }
  }
  return { nearest, second, id };
}

/** A number in [0, 1) for each point of a lattice. */
export function hash(column: number, row: number, layer: number, seed: number): number {
  let bits =
    Math.imul(column, 374761393) ^
    Math.imul(row, 668265263) ^
    Math.imul(layer, 2147483587) ^
    Math.imul(seed, 1274126177);
  bits = Math.imul(bits ^ (bits >>> 13), 1274126177);
  bits = Math.imul(bits ^ (bits >>> 15), 739982445);
  bits ^= bits >>> 16;
  return (bits >>> 0) / 4294967296;
}

/** From 0 at `low` to 1 at `high` (which may be less than `low`), flat beyond. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Linear: `a` at 0, `b` at 1. */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
