// Turns a direction into the light of the sky there.
import { asin, toRadians } from '@diorama/geometry';
import type { SkyModel } from '@diorama/sky';
import { fastArcCosine } from './fast-math.ts';

/** Writes red, green, blue of the sky in a direction of length 1 to the first three numbers of `out`. */
export type SkySampler = (out: Float64Array, x: number, y: number, z: number) => void;

/** The sky without the sun's disc: the table above the horizon, below it the horizon's color, which fades downwards. */
export function createSkySampler({ table, sunDirection }: SkyModel): SkySampler {
  const { width, height, radiance } = table;
  const sunLevel = Math.sqrt(sunDirection[0] * sunDirection[0] + sunDirection[2] * sunDirection[2]);
  const sunX = sunLevel > 0 ? sunDirection[0] / sunLevel : 1;
  const sunZ = sunLevel > 0 ? sunDirection[2] / sunLevel : 0;
  return (out, x, y, z) => {
    const level = Math.sqrt(x * x + z * z);
    const fromSun = level > 1e-9 ? fastArcCosine((x * sunX + z * sunZ) / level) : Math.PI / 2;
    const elevation = y > 0 ? Math.PI / 2 - fastArcCosine(y) : 0;
    const column = Math.max(0, Math.min(width - 1, (fromSun / Math.PI) * width - 0.5));
    const row = Math.max(0, Math.min(height - 1, Math.sqrt(elevation * (2 / Math.PI)) * height - 0.5));
    const left = Math.floor(column);
    const low = Math.floor(row);
    const shareX = column - left;
    const shareY = row - low;
    const right = left + 1 < width ? 3 : 0;
    const up = low + 1 < height ? 3 * width : 0;
    const at = 3 * (low * width + left);
    const fade = y < 0 ? Math.max(0, 1 + 2.5 * y) : 1;
    const strength = fade * fade * fade;
    for (let part = 0; part < 3; part += 1) {
      const corner = at + part;
      const near = radiance[corner] as number;
      const lower = near + shareX * ((radiance[corner + right] as number) - near);
      const far = radiance[corner + up] as number;
      const upper = far + shareX * ((radiance[corner + up + right] as number) - far);
      out[part] = strength * (lower + shareY * (upper - lower));
    }
  };
}

/** Like {@link createSkySampler}, with the sun's disc, which is darker towards its limb. */
export function createSunnySkySampler(sky: SkyModel): SkySampler {
  const sample = createSkySampler(sky);
  const { sunDirection, discRadiance, parameters } = sky;
  const radius = toRadians(parameters.sunSize / 2);
  const [sunX, sunY, sunZ] = sunDirection;
  const hasDisc = radius > 0 && discRadiance.some((part) => part > 0);
  return (out, x, y, z) => {
    const dx = x - sunX;
    const dy = y - sunY;
    const dz = z - sunZ;
    const chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
    // The chord of an angle is a little shorter than its arc.
    if (!hasDisc || y < 0 || chord > radius) return sample(out, x, y, z);
    const share = (2 * asin(Math.min(1, chord / 2))) / radius;
    if (share > 1) return sample(out, x, y, z);
    const dimmed = 1 - 0.6 * (1 - Math.sqrt(1 - share * share));
    out[0] = discRadiance[0] * dimmed;
    out[1] = discRadiance[1] * dimmed;
    out[2] = discRadiance[2] * dimmed;
  };
}
