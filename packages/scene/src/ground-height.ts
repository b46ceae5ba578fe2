// Turns a point of the map into the height of the ground there.
import { extend, fractalNoise, type Noise, rootKey } from '@diorama/geometry';
import type { Ground } from './scene.ts';

/** Height in metres of a point of the map, as {@link groundHeight} gives it for one scene. */
export type GroundHeight = (x: number, z: number) => number;

/**
 * The ground's height over y = 0 at (x, z), in metres: layers of gradient noise in [−1, 1], times `relief`, with hills
 * about `reliefScale` apart. Without relief the ground is the plane y = 0. Every part of a program that asks for the
 * ground asks here, so that what stands on it, the mesh of it, and what lint says about it agree to the bit.
 */
export function groundHeight(
  ground: Pick<Ground, 'relief' | 'reliefScale'>,
  seed: number,
  x: number,
  z: number,
): number {
  if (ground.relief === 0) return 0;
  // Adding 0 turns −0 into 0.
  return ground.relief * reliefNoise(seed)(x / ground.reliefScale, z / ground.reliefScale) + 0;
}

/** The noise of a seed. Making it takes longer than asking it, and one scene asks for one seed only. */
function reliefNoise(seed: number): Noise {
  if (last?.seed !== seed) last = { seed, noise: fractalNoise(extend(rootKey(seed), RELIEF_KEY)) };
  return last.noise;
}

let last: { readonly seed: number; readonly noise: Noise } | undefined;

/** No element can have this key: its space is in no label and in no kind's name. */
const RELIEF_KEY = 'ground relief';
