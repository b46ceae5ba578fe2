// Approximations for inner loops, each with its error. Only sums, products, roots and tables: the same bits on every engine.
import { exp } from '@diorama/geometry';

/** exp(−x) for x ≥ 0, to within 2·10⁻⁶. */
export function fastDecay(x: number): number {
  const at = x * DECAY_STEPS;
  if (!(at < DECAY_SIZE)) return 0;
  const index = Math.floor(at);
  const here = DECAY[index] as number;
  return here + (at - index) * ((DECAY[index + 1] as number) - here);
}

const DECAY_STEPS = 256;
const DECAY_SIZE = 20 * DECAY_STEPS;
const DECAY = Float64Array.from({ length: DECAY_SIZE + 1 }, (_, index) => exp(-index / DECAY_STEPS));

/** The arc cosine of −1..1 in radians, to within 7·10⁻⁵. Abramowitz and Stegun, "Handbook", 1964, eq. 4.4.45. */
export function fastArcCosine(cosine: number): number {
  const x = Math.min(1, Math.abs(cosine));
  const arc = Math.sqrt(1 - x) * (1.5707288 + x * (-0.2121144 + x * (0.074261 - 0.0187293 * x)));
  return cosine < 0 ? Math.PI - arc : arc;
}

/** The logarithm to base 2 of a positive number, to within 0.01: enough to choose between scales of a texture. */
export function fastLog2(number: number): number {
  float[0] = number;
  const field = bits[0] as number;
  const fraction = (field & 0x7fffff) / 0x800000;
  return ((field >> 23) & 0xff) - 127 + fraction * (1.346 - 0.346 * fraction);
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
