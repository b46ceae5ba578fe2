// What coats of herbivores share: places on the head, an individual's own draws, and the lean of a color.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import { fractal, hash } from '../../build/noise.ts';
import { blend } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { clamp01 } from '../quadruped/coat-patterns.ts';
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';

/** The coat of the individual whose number is drawn. */
export type CoatOf = (seed: number) => Coat;

/** The place of the poll, and how much the skull looks down: what makes places of a head. */
export type HeadPlace = Pick<QuadrupedTable, 'neck' | 'headPitch'>;

/** Turns a place at rest into one along and across the skull, as tables measure heads. */
export function headPlaces({ neck, headPitch }: HeadPlace): (rest: Vector3) => Vector3 {
  const [pollX, pollY] = neck.at(-1)!;
  const [cosine, sine] = [cosDegrees(headPitch), sinDegrees(headPitch)];
  return ([x, y, z]) => [(x - pollX) * cosine + (y - pollY) * sine, (y - pollY) * cosine - (x - pollX) * sine, z];
}

/** The `index`-th draw of an individual, 0..1. */
export function drawOf(seed: number, index: number): number {
  return hash(index, 17, 3, seed);
}

/** One color over another, by a share that may be beyond 0..1. */
export function over(ground: LinearColor, color: LinearColor, share: number): LinearColor {
  return blend<LinearColor>(ground, color, clamp01(share));
}

/** Short hair: noise stretched along the body, about 1. */
export function hairShade([x, y, z]: Vector3, perMetre: number, depth: number, seed: number): number {
  return 1 + depth * fractal(x * perMetre * 0.6, y * perMetre, z * perMetre, seed);
}
