// Turns a period and a seed into a layer of noise: a number for each pixel of a ground's picture, row by row.
import { mix } from '../build/noise.ts';
import { GROUND_PIXELS } from './draw-ground.ts';
import { fade, slopeTable } from './tileable-noise.ts';

/**
 * Layers of tileable gradient noise with `period` features along the square and more, each twice as fine and half as strong as
 * the one before; in about [−1, 1]. A row shares all that depends on v, and all rows what depends on u.
 */
export function fractalLayer(period: number, octaves: number, seed: number): Float32Array {
  const layer = new Float32Array(GROUND_PIXELS * GROUND_PIXELS);
  const total = 2 - 2 / (1 << octaves);
  for (let octave = 0; octave < octaves; octave += 1) {
    addNoise(layer, period << octave, seed + octave, 1 / (1 << octave) / total);
  }
  return layer;
}

/** In each row the noise between two lattice columns is a blend of two straight lines: `turn` · distance + `height`. */
function addNoise(layer: Float32Array, period: number, seed: number, strength: number): void {
  const slopes = slopeTable(period, seed);
  const places = Float64Array.from({ length: GROUND_PIXELS }, (_, pixel) => ((pixel + 0.5) / GROUND_PIXELS) * period);
  const cells = Int32Array.from(places, Math.floor);
  const within = places.map((place, pixel) => place - cells[pixel]!);
  const faded = within.map(fade);
  const turn = new Float64Array(period + 1);
  const height = new Float64Array(period + 1);
  const scale = strength * Math.SQRT2;
  let at = 0;
  for (let row = 0; row < GROUND_PIXELS; row += 1) {
    const near = 2 * (period + 1) * cells[row]!;
    const far = near + 2 * (period + 1);
    const [down, along] = [within[row]!, faded[row]!];
    for (let column = 0; column <= period; column += 1) {
      const [above, below] = [near + 2 * column, far + 2 * column];
      turn[column] = scale * mix(slopes[above]!, slopes[below]!, along);
      height[column] = scale * mix(slopes[above + 1]! * down, slopes[below + 1]! * (down - 1), along);
    }
    for (let column = 0; column < GROUND_PIXELS; column += 1, at += 1) {
      const cell = cells[column]!;
      const right = within[column]!;
      const left = turn[cell]! * right + height[cell]!;
      const other = turn[cell + 1]! * (right - 1) + height[cell + 1]!;
      layer[at] = layer[at]! + left + (other - left) * faded[column]!;
    }
  }
}
