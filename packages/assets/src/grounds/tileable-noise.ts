// Smooth randomness on a square whose edges meet: textures made of it have no seams.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import { hash } from '../build/noise.ts';

/** Gradient noise in about [−1, 1] at u, v in 0..1, with `period` features along the square. Perlin 2002. */
export function tileNoise(u: number, v: number, period: number, seed: number): number {
  const [x, y] = [u * period, v * period];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - column, y - row];
  const [across, along] = [fade(right), fade(down)];
  const slope = (i: number, j: number) => {
    const turn = Math.floor(hash(wrap(column + i, period), wrap(row + j, period), 0, seed) * DIRECTIONS);
    return COSINES[turn]! * (right - i) + SINES[turn]! * (down - j);
  };
  const near = slope(0, 0) + (slope(1, 0) - slope(0, 0)) * across;
  const far = slope(0, 1) + (slope(1, 1) - slope(0, 1)) * across;
  return Math.SQRT2 * (near + (far - near) * along);
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
  const [x, y] = [u * period, v * period];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  let [nearest, second, id, nearX, nearY] = [9, 9, 0, 0, 0];
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      const [ci, cj] = [wrap(i, period), wrap(j, period)];
      const dx = x - i - 0.1 - 0.8 * hash(ci, cj, 1, seed);
      const dy = y - j - 0.1 - 0.8 * hash(ci, cj, 2, seed);
      const distance = dx * dx + dy * dy;
      if (distance < nearest) {
        [second, nearest, id, nearX, nearY] = [nearest, distance, hash(ci, cj, 3, seed), dx, dy];
      } else if (distance < second) second = distance;
    }
  }
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
  const [x, y] = [u * period, v * period];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  let [cover, id] = [0, 0];
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      const [ci, cj] = [wrap(i, period), wrap(j, period)];
      const turn = Math.floor(hash(ci, cj, 1, seed) * DIRECTIONS);
      const dx = x - i - hash(ci, cj, 2, seed);
      const dy = y - j - hash(ci, cj, 3, seed);
      const along = Math.abs(dx * COSINES[turn]! + dy * SINES[turn]!);
      const across = Math.abs(dy * COSINES[turn]! - dx * SINES[turn]!);
      const here = Math.max(0, 1 - across / (width * (1 - Math.min(1, along / 0.9))));
      const rank = hash(ci, cj, 4, seed);
      if (along < 0.9 && here > 0 && (cover === 0 || rank > id)) [cover, id] = [Math.min(1, 1.6 * here), rank];
    }
  }
  return { cover, id };
}

function wrap(index: number, period: number): number {
  return ((index % period) + period) % period;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

const DIRECTIONS = 256;
const COSINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => cosDegrees((index * 360) / DIRECTIONS));
const SINES = Float64Array.from({ length: DIRECTIONS }, (_, index) => sinDegrees((index * 360) / DIRECTIONS));
