// Patterns that coats are made of: bands, speckles, strands, and the shading of back and belly.
import { fractal, smoothstep } from '../../build/noise.ts';

/** 1 inside a stripe, 0 between: one stripe each whole number of `phase`, `duty` of it dark, with edges `soft` wide. */
export function band(phase: number, duty: number, soft: number): number {
  const within = phase - Math.floor(phase);
  return 1 - smoothstep(duty - soft, duty + soft, Math.abs(within - 0.5) * 2);
}

/** Fine strands: noise stretched along the body, in [−1, 1]. */
export function fur([x, y, z]: readonly number[], perMetre: number, seed: number): number {
  return fractal(x! * perMetre * 0.6, y! * perMetre, z! * perMetre, seed);
}

/** Clips to 0..1. */
export function clamp01(value: number): number {
  return Math.max(0, Math.min(1, value));
}
