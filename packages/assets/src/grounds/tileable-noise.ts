// Turns a period and a seed into a smooth random function on a square whose edges meet: textures made of it have no seams.
// What a lattice point needs is drawn once and kept in a table, because a picture asks for each of them some hundred times.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import { hash } from '../build/noise.ts';

/** A function of u, v in 0..1 (or a little beyond), in about [−1, 1]. */
export type TileFunction = (u: number, v: number) => number;

/** Gradient noise with `period` features along the square. Perlin 2002. */
export function tileNoise(period: number, seed: number): TileFunction {
  const slopes = slopeTable(period, seed);
  const stride = 2 * (period + 1);
  return (u, v) => {
    const x = u * period;
    const y = v * period;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const right = x - column;
    const down = y - row;
    const near = wrap(row, period) * stride + 2 * wrap(column, period);
    const far = near + stride;
    const a = slopes[near]! * right + slopes[near + 1]! * down;
    const b = slopes[near + 2]! * (right - 1) + slopes[near + 3]! * down;
    const c = slopes[far]! * right + slopes[far + 1]! * (down - 1);
    const d = slopes[far + 2]! * (right - 1) + slopes[far + 3]! * (down - 1);
    const across = fade(right);
    const above = a + (b - a) * across;
    const below = c + (d - c) * across;
    return Math.SQRT2 * (above + (below - above) * fade(down));
  };
}

/** The slopes to the right and downwards at each lattice point; the last column and row are the first once more. */
export function slopeTable(period: number, seed: number): Float64Array {
  const table = new Float64Array(2 * (period + 1) * (period + 1));
  let at = 0;
  for (let row = 0; row <= period; row += 1) {
    for (let column = 0; column <= period; column += 1, at += 2) {
      const turn = (hash(column % period, row % period, 0, seed) * DIRECTIONS) | 0;
      table[at] = COSINES[turn]!;
      table[at + 1] = SINES[turn]!;
    }
  }
  return table;
}

/** The nearest of points scattered one to a cell: how far it is in cells, which one, and how far the second is. */
export interface TileCell {
  readonly nearest: number;
  readonly second: number;
  /** 0..1, of the nearest point. */
  readonly id: number;
  /** From the nearest point, in cells. */
  readonly dx: number;
  readonly dy: number;
}

/** The cell at u, v; the next call overwrites what it gives. */
export function tileCells(period: number, seed: number): (u: number, v: number) => TileCell {
  const table = borderedTable(period, 3, (column, row, at, numbers) => {
    numbers[at] = 0.1 + 0.8 * hash(column, row, 1, seed);
    numbers[at + 1] = 0.1 + 0.8 * hash(column, row, 2, seed);
    numbers[at + 2] = hash(column, row, 3, seed);
  });
  const stride = 3 * (period + 2);
  const found = { nearest: 0, second: 0, id: 0, dx: 0, dy: 0 };
  return (u, v) => {
    const x = u * period;
    const y = v * period;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const first = wrap(row, period) * stride + 3 * wrap(column, period);
    let nearest = 9;
    let second = 9;
    let nearAt = 0;
    for (let i = 0; i < 3; i += 1) {
      const left = x - (column + i - 1);
      for (let j = 0; j < 3; j += 1) {
        const at = first + j * stride + 3 * i;
        const dx = left - table[at]!;
        const dy = y - (row + j - 1) - table[at + 1]!;
        const distance = dx * dx + dy * dy;
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
          nearAt = at;
          found.dx = dx;
          found.dy = dy;
        } else if (distance < second) second = distance;
      }
    }
    found.nearest = Math.sqrt(nearest);
    found.second = Math.sqrt(second);
    found.id = table[nearAt + 2]!;
    return found;
  };
}

/** So many numbers a cell, with a border that repeats the other side: neighbours need no wrapping. Row by row. */
function borderedTable(
  period: number,
  width: number,
  fill: (column: number, row: number, at: number, numbers: Float64Array) => void,
): Float64Array {
  const side = period + 2;
  const numbers = new Float64Array(width * side * side);
  let at = 0;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1, at += width) {
      fill((column + period - 1) % period, (row + period - 1) % period, at, numbers);
    }
  }
  return numbers;
}

/** Coordinates leave the square by less than its side. */
function wrap(index: number, period: number): number {
  return index < 0 ? index + period : index >= period ? index - period : index;
}

/** Perlin's curve from 0 to 1, flat at both ends. */
export function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** Directions around the circle that random ones are taken from. */
export const DIRECTIONS = 256;
export const COSINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => cosDegrees((index * 360) / DIRECTIONS));
export const SINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => sinDegrees((index * 360) / DIRECTIONS));
