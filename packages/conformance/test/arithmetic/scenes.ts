// Scenes whose pixels are known.
import type { PlainScene } from './tracer.ts';

const EYE = { position: [0, 1.6, 0], pitch: 0, yaw: 0, roll: 0, fov: 50 } as const;
const STONES = [
  { at: [-1.1, 0, -5], size: [0.7, 1.9, 1.3], yaw: 20 },
  { at: [1.3, 0.4, -6.5], size: [2.1, 0.6, 0.5], yaw: -35 },
  { at: [0.2, 0, -9], size: [0.4, 3.1, 0.4], yaw: 45 },
] as const;

export const ID_SCENES: Readonly<Record<string, PlainScene>> = {
  'asymmetric boxes': { camera: EYE, boxes: STONES },
  'an eye that looks up and left': { camera: { ...EYE, pitch: 11, yaw: 9 }, boxes: STONES },
  'a rolled camera off the axis': {
    camera: { position: [3.2, 2.7, -1.1], pitch: -14, yaw: 38, roll: 27, fov: 66 },
    boxes: STONES,
  },
  'an eye behind the origin that looks back': {
    camera: { position: [0.5, 2, -14], pitch: -9, yaw: 171, roll: -8, fov: 40 },
    boxes: STONES,
  },
  'a wide angle, near': { camera: { ...EYE, position: [0.2, 0.7, -3.9], yaw: 15, fov: 110 }, boxes: STONES },
};

const GNOMON = { at: [0, 0, -6], size: [0.35, 1.6, 0.35], yaw: 10 } as const;
const ABOVE = { position: [0, 7, 1], pitch: -46, yaw: 0, roll: 0, fov: 50 } as const;

/** A rod and its shadow, the sun in the four quarters. */
export const SHADOW_SCENES: Readonly<Record<string, PlainScene>> = Object.fromEntries(
  [30, 140, 215, 320].map((azimuth) => [
    `the sun at azimuth ${azimuth}`,
    { camera: ABOVE, boxes: [GNOMON], sun: { elevation: 38, azimuth } },
  ]),
);
