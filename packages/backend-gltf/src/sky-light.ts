// Turns the sky into what the camera sees of it: through the haze, at its exposure.
import {
  exp,
  fromLinear,
  type Image,
  type LinearColor,
  pow,
  sinDegrees,
  type Vector3,
  vector,
} from '@diorama/geometry';
import type { Stage } from '@diorama/stage';

/**
 * The sky as a picture, a pixel for each texel of its table: columns by azimuth from the sun, 0° to 180°, for the sky is the same
 * on both sides; rows from the zenith to the nadir, see {@link elevationOf}. Its lower half is the horizon, fading to black.
 */
export function paintSky(stage: Stage): Image {
  const { width, height: half, radiance } = stage.sky.table;
  const height = 2 * half;
  const pixels = new Uint8Array(4 * width * height).fill(255);
  for (let row = 0; row < height; row += 1) {
    const y = sinDegrees(elevationOf((row + 0.5) / height));
    const tableRow = Math.max(0, half - 1 - row);
    const fade = y < 0 ? Math.max(0, 1 + 2.5 * y) : 1;
    const air = airBefore(stage, y);
    for (let column = 0; column < width; column += 1) {
      const at = 3 * (tableRow * width + column);
      const clear: LinearColor = [radiance[at] as number, radiance[at + 1] as number, radiance[at + 2] as number];
      pixels.set(fromLinear(throughAir(air, vector.scale(clear, fade * fade * fade))), 4 * (row * width + column));
    }
  }
  return { width, height, pixels };
}

/** Degrees by the height in the picture, 0 at its top and 1 at its bottom: finer towards the horizon, as in the sky's table. */
export function elevationOf(v: number): number {
  const signed = 1 - 2 * v;
  return 90 * signed * Math.abs(signed);
}

/** Level directions of length 1: to below the sun, and to the right of it. With the sun in the zenith, any. */
export function sunFrame([x, , z]: Vector3): { forward: Vector3; right: Vector3 } {
  const length = vector.length([x, 0, z]);
  const forward: Vector3 = length > 0 ? [x / length, 0, z / length] : [0, 0, -1];
  return { forward, right: [0 - forward[2], 0, forward[0]] };
}

/** What is between the camera and the sky in one direction. */
export interface Air {
  /** How the camera multiplies light: 2^exposure. */
  readonly exposure: number;
  /** The share of light that comes through the haze. */
  readonly clearness: number;
  /** Linear light of the haze itself, where nothing comes through. */
  readonly color: LinearColor;
}

/** `y` is the direction's height, −1..1. */
export function airBefore({ camera, haze }: Stage, y: number): Air {
  const clearness = haze === undefined ? 1 : exp(-haze.density * hazePath(camera.far, haze.ceiling, y));
  return { exposure: pow(2, camera.exposure), clearness, color: haze?.color ?? [0, 0, 0] };
}

/** Linear light as the camera takes it, 1 for white, of a sky of this radiance. */
export function throughAir({ exposure, clearness, color }: Air, radiance: LinearColor): LinearColor {
  const part = (index: 0 | 1 | 2): number => exposure * (radiance[index] * clearness + color[index] * (1 - clearness));
  return [part(0), part(1), part(2)];
}

/** Metres of haze before the sky, in a direction of height y. */
function hazePath(far: number, ceiling: number, y: number): number {
  return y <= 0 ? far : Math.min(far, ceiling / y);
}
