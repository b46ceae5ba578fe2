// Turns a glossy surface and the light around it into what it reflects.
import { fastDecay } from './fast-math.ts';
import type { PreparedPart } from './prepared-part.ts';
import type { SeenPlace } from './seen-place.ts';
import { ambientIrradiance, LAMP_SIZE, type StageLight } from './stage-light.ts';

/**
 * Writes two colors: what the surface reflects of its surroundings and the lamps, and (at index 3) of the sun, as far as
 * nothing shades it. GGX after Walter et al., "Microfacet models for refraction", EGSR 2007; Smith's masking, both directions
 * correlated, and Schlick's Fresnel: glTF 2.0, appendix B.
 */
export function addGloss(part: PreparedPart, place: SeenPlace, light: StageLight, out: Float64Array): void {
  const { metallic } = part;
  // As three.js: what is smoother would have highlights of no size.
  const roughness = Math.max(0.0525, part.roughness);
  const { albedo, normalX, normalY, normalZ, eyeX, eyeY, eyeZ } = place;
  for (let index = 0; index < 3; index += 1) {
    facing[index] = 0.04 + metallic * ((albedo[index] as number) - 0.04);
    out[index] = 0;
    out[3 + index] = 0;
  }
  const towardsEye = Math.max(1e-4, normalX * eyeX + normalY * eyeY + normalZ * eyeZ);
  reflectSurroundings(place, light, roughness, towardsEye, out);

  if (light.hasSun) {
    const [x, y, z] = light.sun.towards;
    const cosine = normalX * x + normalY * y + normalZ * z;
    if (cosine > 0) {
      highlight(place, roughness, towardsEye, x, y, z, cosine);
      for (let index = 0; index < 3; index += 1) {
        out[3 + index] = (glint[index] as number) * (light.sunIrradiance[index] as number) * cosine;
      }
    }
  }
  for (let lamp = 0; lamp < light.lampCount; lamp += 1) {
    const at = lamp * LAMP_SIZE;
    const dx = (light.lamps[at] as number) - place.x;
    const dy = (light.lamps[at + 1] as number) - place.y;
    const dz = (light.lamps[at + 2] as number) - place.z;
    const square = dx * dx + dy * dy + dz * dz;
    const distance = Math.sqrt(square);
    const cosine = (normalX * dx + normalY * dy + normalZ * dz) / distance;
    if (!(cosine > 0)) continue;
    highlight(place, roughness, towardsEye, dx / distance, dy / distance, dz / distance, cosine);
    for (let index = 0; index < 3; index += 1) {
      const irradiance = ((light.lamps[at + 3 + index] as number) * cosine) / square;
      out[index] = (out[index] as number) + (glint[index] as number) * irradiance;
    }
  }
}

/** What is reflected straight back: red, green, blue. */
const facing = new Float64Array(3);
const glint = new Float64Array(3);
const mirrored = new Float64Array(3);
const blurred = new Float64Array(3);

/** Writes how much of a light from one direction goes to the eye. */
function highlight(
  { normalX, normalY, normalZ, eyeX, eyeY, eyeZ }: SeenPlace,
  roughness: number,
  towardsEye: number,
  x: number,
  y: number,
  z: number,
  towardsLight: number,
): void {
  const halfX = x + eyeX;
  const halfY = y + eyeY;
  const halfZ = z + eyeZ;
  const length = Math.max(1e-9, Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ));
  const normalHalf = (normalX * halfX + normalY * halfY + normalZ * halfZ) / length;
  const eyeHalf = Math.max(0, Math.min(1, (eyeX * halfX + eyeY * halfY + eyeZ * halfZ) / length));
  const alpha = roughness * roughness;
  const square = alpha * alpha;
  const spread = normalHalf * normalHalf * (square - 1) + 1;
  const distribution = square / (Math.PI * spread * spread);
  const masked =
    towardsLight * Math.sqrt(square + (1 - square) * towardsEye * towardsEye) +
    towardsEye * Math.sqrt(square + (1 - square) * towardsLight * towardsLight);
  const grazing = fifthPower(1 - eyeHalf);
  for (let index = 0; index < 3; index += 1) {
    const straight = facing[index] as number;
    glint[index] = (distribution * 0.5 * (straight + (1 - straight) * grazing)) / Math.max(1e-9, masked);
  }
}

function fifthPower(x: number): number {
  return x * x * x * x * x;
}

/** The sky as a mirror shows it, and the light from all around as a dull surface sees it: the rougher, the more of the second. */
function reflectSurroundings(
  { normalX, normalY, normalZ, eyeX, eyeY, eyeZ }: SeenPlace,
  light: StageLight,
  roughness: number,
  towardsEye: number,
  out: Float64Array,
): void {
  const x = 2 * towardsEye * normalX - eyeX;
  const y = 2 * towardsEye * normalY - eyeY;
  const z = 2 * towardsEye * normalZ - eyeZ;
  const length = Math.sqrt(x * x + y * y + z * z);
  light.skyWithoutSun(mirrored, x / length, Math.max(0, y / length), z / length);
  ambientIrradiance(light.ambient, blurred, x / length, y / length, z / length);
  // Across the horizon from the sky to the ground, the more gently the rougher.
  const above = Math.max(0, Math.min(1, 0.5 + y / length / (0.02 + roughness)));
  const blur = roughness * (2 - roughness);
  // How much comes back from all around, of light straight back (times) and else (plus): Karis, "Physically based shading on
  // mobile", 2014.
  const [r0, r1] = [1 - roughness, 0.0425 - 0.0275 * roughness];
  const fall = Math.min(r0 * r0, fastDecay(9.28 * Math.LN2 * towardsEye)) * r0 + r1;
  const times = -1.04 * fall + 1.04 - 0.572 * roughness;
  const plus = 1.04 * fall - 0.04 + 0.022 * roughness;
  for (let index = 0; index < 3; index += 1) {
    const ground = light.groundRadiance[index] as number;
    const sharp = ground + above * ((mirrored[index] as number) - ground);
    const radiance = sharp + blur * ((blurred[index] as number) / Math.PI - sharp);
    out[index] = (out[index] as number) + radiance * ((facing[index] as number) * times + plus);
  }
}
