// Smooth randomness on a square whose edges meet: textures made of it have no seams.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import { hash } from '../build/noise.ts';

/** Gradient noise in about [−1, 1] at u, v in 0..1, with `period` features along the square. Perlin 2002. */
export function tileNoise(u: number, v: number, period: number, seed: number): number {
  const x = u * period;
  const y = v * period;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const right = x - column;
  const down = y - row;
  const across = fade(right);
  const along = fade(down);
  const left = wrap(column, period);
  const top = wrap(row, period);
  const next = left + 1 === period ? 0 : left + 1;
  const below = top + 1 === period ? 0 : top + 1;
  const a = slope(left, top, right, down, seed);
  const b = slope(next, top, right - 1, down, seed);
  const c = slope(left, below, right, down - 1, seed);
  const d = slope(next, below, right - 1, down - 1, seed);
  const near = a + (b - a) * across;
  const far = c + (d - c) * across;
  return Math.SQRT2 * (near + (far - near) * along);
}

function slope(column: number, row: number, right: number, down: number, seed: number): number {
  const turn = (hash(column, row, 0, seed) * DIRECTIONS) | 0;
  return COSINES[turn]! * right + SINES[turn]! * down;
}

/** Layers of {@link tileNoise}, each twice as fine and half as strong; about [−1, 1]. */
export function tileFractal(u: number, v: number, period: number, octaves: number, seed: number): number {
  let sum = 0;
  let total = 0;
  let strength = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += strength * tileNoise(u, v, period * (1 << octave), seed + octave);
    total += strength;
    strength *= 0.5;
  }
  return sum / total;
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

export function tileCells(u: number, v: number, period: number, seed: number): TileCell {
  const x = u * period;
  const y = v * period;
  const column = Math.floor(x);
  const row = Math.floor(y);
  let nearest = 9;
  let second = 9;
  let nearColumn = 0;
  let nearRow = 0;
  let nearX = 0;
  let nearY = 0;
  for (let i = column - 1; i <= column + 1; i += 1) {
    const ci = wrap(i, period);
    for (let j = row - 1; j <= row + 1; j += 1) {
      const cj = wrap(j, period);
      const dx = x - i - 0.1 - 0.8 * hash(ci, cj, 1, seed);
      const dy = y - j - 0.1 - 0.8 * hash(ci, cj, 2, seed);
      const distance = dx * dx + dy * dy;
      if (distance < nearest) {
        second = nearest;
        nearest = distance;
        nearColumn = ci;
        nearRow = cj;
        nearX = dx;
        nearY = dy;
      } else if (distance < second) second = distance;
    }
  }
  const id = hash(nearColumn, nearRow, 3, seed);
  return { nearest: Math.sqrt(nearest), second: Math.sqrt(second), id, dx: nearX, dy: nearY };
}

/**
 * Short strokes strewn over the square, as blades of grass or needles seen from above: how much a point is covered, 0..1, and
 * a number in 0..1 of the stroke.
 */
export function tileStrokes(
  u: number,
  v: number,
  period: number,
  seed: number,
  width: number,
): { cover: number; id: number } {
  const x = u * period;
  const y = v * period;
  const column = Math.floor(x);
  const row = Math.floor(y);
  let cover = 0;
  let id = 0;
  for (let i = column - 1; i <= column + 1; i += 1) {
    const ci = wrap(i, period);
    for (let j = row - 1; j <= row + 1; j += 1) {
      const cj = wrap(j, period);
      const dx = x - i - hash(ci, cj, 2, seed);
      const dy = y - j - hash(ci, cj, 3, seed);
      if (dx * dx + dy * dy > REACH * REACH) continue;
      const turn = (hash(ci, cj, 1, seed) * DIRECTIONS) | 0;
      const along = Math.abs(dx * COSINES[turn]! + dy * SINES[turn]!);
      const across = Math.abs(dy * COSINES[turn]! - dx * SINES[turn]!);
      const here = 1 - across / (width * (1 - along / REACH) + 1e-9);
      if (here <= 0) continue;
      const rank = hash(ci, cj, 4, seed);
      if (cover !== 0 && rank <= id) continue;
      cover = Math.min(1, 1.6 * here);
      id = rank;
    }
  }
  return { cover, id };
}

/** Half the length of a stroke, in cells. */
const REACH = 0.9;

function wrap(index: number, period: number): number {
  return ((index % period) + period) % period;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

const DIRECTIONS = 256;
const COSINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => cosDegrees((index * 360) / DIRECTIONS));
const SINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => sinDegrees((index * 360) / DIRECTIONS));
