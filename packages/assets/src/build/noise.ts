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
  // The eight corners share the parts of their hashes.
  const s = Math.imul(seed, SEED);
  const c = Math.imul(column, COLUMN);
  const c1 = Math.imul(column + 1, COLUMN);
  const r = Math.imul(row, ROW);
  const r1 = Math.imul(row + 1, ROW);
  const l = Math.imul(layer, LAYER) ^ s;
  const l1 = Math.imul(layer + 1, LAYER) ^ s;
  const near = mix(
    mix(scramble(c ^ r ^ l), scramble(c1 ^ r ^ l), u),
    mix(scramble(c ^ r1 ^ l), scramble(c1 ^ r1 ^ l), u),
    v,
  );
  const far = mix(
    mix(scramble(c ^ r ^ l1), scramble(c1 ^ r ^ l1), u),
    mix(scramble(c ^ r1 ^ l1), scramble(c1 ^ r1 ^ l1), u),
    v,
  );
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
  const column = Math.floor(x);
  const row = Math.floor(y);
  const layer = Math.floor(z);
  const s = Math.imul(seed, SEED);
  const s1 = Math.imul(seed + 1, SEED);
  const s2 = Math.imul(seed + 2, SEED);
  let nearest = 9;
  let second = 9;
  let id = 0;
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (let k = layer - 1; k <= layer + 1; k += 1) {
        const cell = Math.imul(i, COLUMN) ^ Math.imul(j, ROW) ^ Math.imul(k, LAYER);
        const dx = i + 0.15 + 0.7 * scramble(cell ^ s) - x;
        const dy = j + 0.15 + 0.7 * scramble(cell ^ s1) - y;
        const dz = k + 0.15 + 0.7 * scramble(cell ^ s2) - z;
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
  return scramble(Math.imul(column, COLUMN) ^ Math.imul(row, ROW) ^ Math.imul(layer, LAYER) ^ Math.imul(seed, SEED));
}
const COLUMN = 374761393;
const ROW = 668265263;
const LAYER = 2147483587;
const SEED = 1274126177;

/** Bits that depend on all bits, as a number in [0, 1). */
function scramble(mixed: number): number {
  let bits = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
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
