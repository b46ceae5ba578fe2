// Turns a direction into the light that comes from there: of the sky, and of the sun's disc.
import { acos, asin, atan2, type LinearColor, type Vector3 } from '@diorama/geometry';
import type { SkyModel } from './sky-model.ts';
import { discRadius, limbDarkening } from './sun-light.ts';

/**
 * The radiance of the sky in a direction of length 1, without the sun's disc. Below the horizon it is the horizon's, fading to
 * black at a height of −0.4 as in Blender.
 */
export function skyRadiance(sky: SkyModel, direction: Vector3): LinearColor {
  const [red, green, blue] = sampleTable(sky, skyTableUv(sky, direction));
  if (direction[1] >= 0) return [red, green, blue];
  const rest = Math.max(0, 1 + 2.5 * direction[1]);
  const fade = rest * rest * rest;
  return [red * fade, green * fade, blue * fade];
}

/**
 * Where in {@link SkyModel.table} a direction of length 1 is looked up, for shaders to do alike:
 *
 *     u = acos(cosine of the azimuth between direction and sun) / π          0 towards the sun, 1 away from it
 *     v = sqrt(asin(max(0, direction.y)) / (π/2))                            0 at the horizon, 1 in the zenith
 *
 * A texel is at its centre, (column + ½) / width, (row + ½) / height; between them it is linear, and clamped at the edges: a
 * texture of table.width × table.height with row 0 at v = 0, linear filtering and clamped edges. At the poles, where there is
 * no azimuth, u is ½.
 */
export function skyTableUv(sky: SkyModel, direction: Vector3): readonly [u: number, v: number] {
  const [sunX, , sunZ] = sky.sunDirection;
  const along = direction[0] * sunX + direction[2] * sunZ;
  const across = direction[0] * sunZ - direction[2] * sunX;
  const u = along === 0 && across === 0 ? 0.5 : atan2(Math.abs(across), along) / Math.PI;
  return [u, Math.sqrt(asin(Math.max(0, Math.min(1, direction[1]))) / (Math.PI / 2))];
}

/**
 * How bright the sun's disc is in a direction of length 1, as a share of its middle: 0 outside the disc and below the horizon,
 * and 0.4 at the limb.
 */
export function discFactor(sky: SkyModel, direction: Vector3): number {
  if (direction[1] < 0) return 0;
  const [x, y, z] = sky.sunDirection;
  const cosine = direction[0] * x + direction[1] * y + direction[2] * z;
  // Near the sun the cosine says little about the angle: the distance of the tips does.
  const [dx, dy, dz] = [direction[0] - x, direction[1] - y, direction[2] - z];
  const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const angle = cosine > 0.5 ? 2 * asin(Math.min(1, distance / 2)) : acos(Math.max(-1, Math.min(1, cosine)));
  const share = angle / discRadius(sky.parameters.sunSize);
  return share <= 1 ? limbDarkening(share) : 0;
}

/** The radiance of the sun's disc in a direction of length 1: black outside of it. Where it is not black, it replaces the sky. */
export function sunRadiance(sky: SkyModel, direction: Vector3): LinearColor {
  const factor = discFactor(sky, direction);
  const [red, green, blue] = sky.discRadiance;
  return [red * factor, green * factor, blue * factor];
}

function sampleTable({ table }: SkyModel, [u, v]: readonly [u: number, v: number]): LinearColor {
  const { width, height, radiance } = table;
  const x = Math.max(0, Math.min(width - 1, u * width - 0.5));
  const y = Math.max(0, Math.min(height - 1, v * height - 0.5));
  const left = Math.min(width - 2, Math.floor(x));
  const low = Math.min(height - 2, Math.floor(y));
  const [right, high] = [x - left, y - low];
  const near = 3 * (low * width + left);
  const far = near + 3 * width;
  const at = (part: number): number =>
    (1 - high) * ((1 - right) * radiance[near + part]! + right * radiance[near + part + 3]!) +
    high * ((1 - right) * radiance[far + part]! + right * radiance[far + part + 3]!);
  return [at(0), at(1), at(2)];
}
