// Turns a period and a seed into strokes strewn over a ground's picture, as blades of grass or needles seen from above.
import { hash } from '../build/noise.ts';
import { GROUND_PIXELS } from './draw-ground.ts';
import { COSINES, DIRECTIONS, SINES } from './tileable-noise.ts';

/** For each pixel, row by row: how much a stroke covers it, 0..1, and a number in 0..1 of the stroke. */
export interface StrokeLayer {
  readonly cover: Float32Array;
  readonly id: Float32Array;
}

/** One stroke a cell, `period` cells along the square; `width` is half that of a stroke in its middle, in cells. */
export function strokeLayer(period: number, seed: number, width: number): StrokeLayer {
  const count = GROUND_PIXELS * GROUND_PIXELS;
  const layer = { cover: new Float32Array(count), id: new Float32Array(count) };
  for (let column = 0; column < period; column += 1) {
    for (let row = 0; row < period; row += 1) {
      const turn = (hash(column, row, 1, seed) * DIRECTIONS) | 0;
      const x = column + hash(column, row, 2, seed);
      const y = row + hash(column, row, 3, seed);
      const rank = hash(column, row, 4, seed);
      drawStroke(layer, { x, y, cosine: COSINES[turn]!, sine: SINES[turn]!, rank }, period, width);
    }
  }
  return layer;
}

/** Half the length of a stroke, in cells. */
const REACH = 0.9;

interface Stroke {
  /** Its middle, in cells. */
  readonly x: number;
  readonly y: number;
  readonly cosine: number;
  readonly sine: number;
  /** Of strokes that cross, the one of the higher rank is on top. */
  readonly rank: number;
}

function drawStroke({ cover, id }: StrokeLayer, stroke: Stroke, period: number, width: number): void {
  const { x, y, cosine, sine } = stroke;
  const rank = Math.fround(stroke.rank);
  const pixel = period / GROUND_PIXELS;
  const wide = REACH * Math.abs(cosine) + width;
  const high = REACH * Math.abs(sine) + width;
  const [left, right] = [Math.floor((x - wide) / pixel), Math.ceil((x + wide) / pixel)];
  const [top, bottom] = [Math.floor((y - high) / pixel), Math.ceil((y + high) / pixel)];
  for (let row = top; row < bottom; row += 1) {
    const first = (row & (GROUND_PIXELS - 1)) * GROUND_PIXELS;
    const dy = (row + 0.5) * pixel - y;
    for (let column = left; column < right; column += 1) {
      const dx = (column + 0.5) * pixel - x;
      const across = Math.abs(dy * cosine - dx * sine);
      const room = width * (1 - Math.abs(dx * cosine + dy * sine) / REACH);
      if (across >= room) continue;
      const at = first + (column & (GROUND_PIXELS - 1));
      if (cover[at] !== 0 && rank <= id[at]!) continue;
      cover[at] = Math.min(1, 1.6 * (1 - across / room));
      id[at] = rank;
    }
  }
}
