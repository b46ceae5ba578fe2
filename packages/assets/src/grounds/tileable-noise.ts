// Turns a period and a seed into a smooth random function on a square whose edges meet: textures made of it have no seams.
// What a lattice point needs is drawn once and kept in a table, because a picture asks for each of them some hundred times.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import { hash } from '../build/noise.ts';

/** A function of u, v in 0..1 (or a little beyond), in about [−1, 1]. */
export type TileFunction = (u: number, v: number) => number;

/** Gradient noise with `period` features along the square. Perlin 2002. */
export function tileNoise(period: number, seed: number): TileFunction {
  const slopes = slopeTable(period, seed);
  return (u, v) => noiseAt(slopes, period, u, v);
}

/** Layers of {@link tileNoise}, each twice as fine and half as strong. */
export function tileFractal(period: number, octaves: number, seed: number): TileFunction {
  const tables = Array.from({ length: octaves }, (_, octave) => slopeTable(period << octave, seed + octave));
  const total = 2 - 2 / (1 << octaves);
  return (u, v) => {
    let sum = 0;
    let strength = 1;
    for (let octave = 0; octave < octaves; octave += 1) {
      sum += strength * noiseAt(tables[octave]!, period << octave, u, v);
      strength *= 0.5;
    }
    return sum / total;
  };
}

function noiseAt(slopes: Float64Array, period: number, u: number, v: number): number {
  const x = u * period;
  const y = v * period;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const right = x - column;
  const down = y - row;
  const across = fade(right);
  const along = fade(down);
  const stride = 2 * (period + 1);
  const near = wrap(row, period) * stride + 2 * wrap(column, period);
  const far = near + stride;
  const a = slopes[near]! * right + slopes[near + 1]! * down;
  const b = slopes[near + 2]! * (right - 1) + slopes[near + 3]! * down;
  const c = slopes[far]! * right + slopes[far + 1]! * (down - 1);
  const d = slopes[far + 2]! * (right - 1) + slopes[far + 3]! * (down - 1);
  const above = a + (b - a) * across;
  const below = c + (d - c) * across;
  return Math.SQRT2 * (above + (below - above) * along);
}

/** The slopes to the right and downwards at each lattice point; the last column and row are the first once more. */
function slopeTable(period: number, seed: number): Float64Array {
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

/** How much a stroke covers a point, 0..1, and a number in 0..1 of the stroke. */
export interface TileStroke {
  readonly cover: number;
  readonly id: number;
}

/**
 * Short strokes strewn over the square, as blades of grass or needles seen from above; `width` is half that of a stroke in its
 * middle, in cells. The next call overwrites what one gives.
 */
export function tileStrokes(period: number, seed: number, width: number): (u: number, v: number) => TileStroke {
  const table = borderedTable(period, 5, (column, row, at, numbers) => {
    const turn = (hash(column, row, 1, seed) * DIRECTIONS) | 0;
    numbers[at] = hash(column, row, 2, seed);
    numbers[at + 1] = hash(column, row, 3, seed);
    numbers[at + 2] = COSINES[turn]!;
    numbers[at + 3] = SINES[turn]!;
    numbers[at + 4] = hash(column, row, 4, seed);
  });
  const stride = 5 * (period + 2);
  const found = { cover: 0, id: 0 };
  return (u, v) => {
    const x = u * period;
    const y = v * period;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const first = wrap(row, period) * stride + 5 * wrap(column, period);
    let cover = 0;
    let id = 0;
    for (let i = 0; i < 3; i += 1) {
      const left = x - (column + i - 1);
      for (let j = 0; j < 3; j += 1) {
        const at = first + j * stride + 5 * i;
        const dx = left - table[at]!;
        const dy = y - (row + j - 1) - table[at + 1]!;
        if (dx * dx + dy * dy > REACH * REACH) continue;
        const cosine = table[at + 2]!;
        const sine = table[at + 3]!;
        const along = Math.abs(dx * cosine + dy * sine);
        const across = Math.abs(dy * cosine - dx * sine);
        const room = width * (1 - along / REACH) + 1e-9;
        if (across >= room) continue;
        const rank = table[at + 4]!;
        if (cover !== 0 && rank <= id) continue;
        cover = Math.min(1, 1.6 * (1 - across / room));
        id = rank;
      }
    }
    found.cover = cover;
    found.id = id;
    return found;
  };
}

/** Half the length of a stroke, in cells. */
const REACH = 0.9;

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

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

const DIRECTIONS = 256;
const COSINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => cosDegrees((index * 360) / DIRECTIONS));
const SINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => sinDegrees((index * 360) / DIRECTIONS));
