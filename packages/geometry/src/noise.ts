// Smooth keyed randomness over the plane: the relief of the ground.
import { extendNumber, type Key, uniform, uniformOnLattice } from './keyed-random.ts';
import { cosDegrees, sinDegrees } from './math.ts';

/** A field over the plane, with values in [−1, 1]. */
export type Noise = (x: number, y: number) => number;

/** Options for {@link fractalNoise}. */
export interface FractalOptions {
  /** How many layers are added, from coarse to fine: an integer of at least 1. */
  readonly octaves: number;
  /** How many times finer each layer is than the one before. */
  readonly lacunarity: number;
  /** How many times weaker each layer is than the one before: 0..1. */
  readonly gain: number;
}

/** Five octaves, each twice as fine and half as strong as the one before. */
export const FRACTAL_DEFAULTS: FractalOptions = Object.freeze({ octaves: 5, lacunarity: 2, gain: 0.5 });

/**
 * Gradient noise with features about 1 wide: 0 at integer points, without jumps in its first two derivatives.
 * Ken Perlin, "Improving noise", SIGGRAPH 2002; the gradients come from the key, so it never repeats within ±2^31.
 */
export function gradientNoise(key: Key): Noise {
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const right = x - column;
    const up = y - row;
    const across = fade(right);
    const along = fade(up);
    const near = mix(slope(key, column, row, right, up), slope(key, column + 1, row, right - 1, up), across);
    const far = mix(
      slope(key, column, row + 1, right, up - 1),
      slope(key, column + 1, row + 1, right - 1, up - 1),
      across,
    );
    // Unit gradients reach √½ at the middle of a cell.
    return Math.max(-1, Math.min(1, Math.SQRT2 * mix(near, far, along)));
  };
}

/** Layers of {@link gradientNoise}, each finer and weaker than the one before; the coarsest has features about 1 wide. */
export function fractalNoise(key: Key, options: Partial<FractalOptions> = {}): Noise {
  const { octaves, lacunarity, gain } = { ...FRACTAL_DEFAULTS, ...options };
  const layers: { noise: Noise; frequency: number; amplitude: number; x: number; y: number }[] = [];
  let frequency = 1;
  let amplitude = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    const layerKey = extendNumber(key, octave);
    // Each layer is moved, or all would be 0 together at integer points.
    const [x, y] = [uniform(layerKey, 0), uniform(layerKey, 1)];
    layers.push({ noise: gradientNoise(layerKey), frequency, amplitude, x, y });
    total += amplitude;
    frequency *= lacunarity;
    amplitude *= gain;
  }
  return (x, y) => {
    let sum = 0;
    for (const layer of layers) {
      sum += layer.amplitude * layer.noise(x * layer.frequency + layer.x, y * layer.frequency + layer.y);
    }
    return sum / total;
  };
}

/** How much the gradient of a lattice point rises towards a place `(right, up)` of it. */
function slope(key: Key, column: number, row: number, right: number, up: number): number {
  const direction = Math.floor(uniformOnLattice(key, column, row) * DIRECTIONS);
  return (GRADIENT_X[direction] ?? 0) * right + (GRADIENT_Y[direction] ?? 0) * up;
}

/** 6t⁵ − 15t⁴ + 10t³. */
function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

const DIRECTIONS = 256;
const GRADIENT_X = Float64Array.from({ length: DIRECTIONS }, (_, index) => cosDegrees((index * 360) / DIRECTIONS));
const GRADIENT_Y = Float64Array.from({ length: DIRECTIONS }, (_, index) => sinDegrees((index * 360) / DIRECTIONS));
