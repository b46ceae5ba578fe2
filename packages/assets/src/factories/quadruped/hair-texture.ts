// Turns a kind of skin into a picture of a piece of it, which joins at its edges: short hair, a shaggy coat, folded hide, plumage.
import { type Image, srgbFromLinear } from '@diorama/geometry';
import { hash } from '../../build/noise.ts';
import { tileCells, tileNoise } from '../../grounds/tileable-noise.ts';

/** What a skin is covered with. */
export type Pelt = 'short' | 'shaggy' | 'hide' | 'feathers';

/** A piece of skin by how much light it gives back, against a skin without relief. */
export interface HairTexture {
  readonly image: Image;
  /** The mean of its linear light. */
  readonly mean: number;
  /** Where it is white. */
  readonly white: readonly [u: number, v: number];
}

/** Pixels along a side: a power of 2. */
const SIDE = 128;

/** Made when it is first asked for. */
export function hairTexture(pelt: Pelt): HairTexture {
  const known = MADE.get(pelt);
  if (known !== undefined) return known;
  const made = texture(pelt === 'hide' ? folds() : pelt === 'feathers' ? plumage() : strokes(STROKES[pelt]));
  MADE.set(pelt, made);
  return made;
}
const MADE = new Map<Pelt, HairTexture>();

/** How long hairs are in pixels, and how much darker than white the deepest places between hairs and between tufts are. */
interface StrokeShape {
  readonly length: number;
  readonly hairs: number;
  readonly tufts: number;
}
const STROKES = Object.freeze({
  short: { length: 7, hairs: 0.3, tufts: 0.19 },
  shaggy: { length: 15, hairs: 0.42, tufts: 0.36 },
}) satisfies Readonly<Record<string, StrokeShape>>;

/**
 * White noise smeared along the flow of the hair, backwards and down, over softer tufts (Cabral and Leedom, "Imaging vector
 * fields using line integral convolution", SIGGRAPH 1993).
 */
function strokes({ length, hairs, tufts }: StrokeShape): Float64Array {
  const light = new Float64Array(SIDE * SIDE);
  const draws = Float64Array.from(light, (_, index) => hash(index, 0, 0, 14));
  const bend = tileNoise(4, 11);
  const [coarse, fine] = [tileNoise(5, 12), tileNoise(13, 13)];
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const [u, v] = [(column + 0.5) / SIDE, (row + 0.5) / SIDE];
      const slope = 0.75 + 0.6 * bend(u, v);
      let sum = 0;
      for (let step = 0; step < length; step += 1) {
        sum += draws[((Math.round(row + slope * step) & (SIDE - 1)) * SIDE) | ((column + step) & (SIDE - 1))]!;
      }
      // Of `length` draws the mean is spread 1/√(12 · length) about a half.
      const hair = (sum / length - 0.5) * Math.sqrt(12 * length);
      const tuft = 0.6 * coarse(u + 0.3 * v, v) + 0.7 * fine(u, v);
      light[row * SIDE + column] = 1 + hairs * 0.32 * hair + tufts * tuft;
    }
  }
  return light;
}

/** A net of creases round small plates, and longer folds. */
function folds(): Float64Array {
  const light = new Float64Array(SIDE * SIDE);
  const [plates, warp, coarse] = [tileCells(16, 21), tileNoise(6, 22), tileNoise(4, 23)];
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const [u, v] = [(column + 0.5) / SIDE, (row + 0.5) / SIDE];
      const bent = 0.02 * warp(u, v);
      const { nearest, second } = plates(u + bent, v - bent);
      const crease = Math.max(0, 1 - (Math.sqrt(second) - Math.sqrt(nearest)) / 0.28);
      light[row * SIDE + column] = 1 - 0.34 * crease + 0.22 * coarse(u, v) + 0.12 * warp(v, u);
    }
  }
  return light;
}

/** Rows of feathers, each over the one below it: round ends that point down, a pale rim, barbs beside a shaft. */
function plumage(): Float64Array {
  const light = new Float64Array(SIDE * SIDE);
  const [bend, soft] = [tileNoise(5, 31), tileNoise(9, 32)];
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const [u, v] = [(column + 0.5) / SIDE, (row + 0.5) / SIDE];
      const [across, down] = [FEATHERS * (u + 0.02 * bend(u, v)), FEATHERS * (v + 0.02 * bend(v, u))];
      light[row * SIDE + column] = feather(across, down) + 0.16 * soft(u, v);
    }
  }
  return light;
}

/** Feathers along a side of the texture: even, because every other row is shifted. */
const FEATHERS = 8;

/** The feather on top at a place: of the rows whose feathers reach it, the one whose root is furthest up. */
function feather(across: number, down: number): number {
  const first = Math.floor(down) - 1;
  for (let row = first; row <= first + 1; row += 1) {
    const shifted = across + 0.5 * (row & 1);
    const own = Math.floor(shifted);
    const aside = 2 * (shifted - own) - 1;
    const chance = hash(own & (FEATHERS - 1), row & (FEATHERS - 1), 1, 33);
    // 0 at the root, 1 at the end; the end is round.
    const way = (down - row) / (1.55 + 0.25 * chance + 0.35 * (1 - aside * aside) - 0.35);
    if (way > 1) continue;
    const rim = 0.16 * Math.max(0, (way - 0.84) / 0.16);
    const shaft = 0.1 * Math.max(0, 1 - Math.abs(aside) / 0.12);
    const barbs = 0.06 * (hash(Math.floor(6 * Math.abs(aside) + 9 * way), own & 7, row & 7, 34) - 0.5);
    return 0.66 + 0.26 * way + rim - shaft + barbs + 0.14 * (chance - 0.5);
  }
  return 0.62;
}

/** Brought to at most 1; what is darker than a third is a third. */
function texture(light: Float64Array): HairTexture {
  let [brightest, sum] = [0, 0];
  // The few brightest pixels would darken all others.
  const most = Float64Array.from(light).sort()[Math.floor(0.98 * light.length)]!;
  const pixels = new Uint8Array(4 * SIDE * SIDE);
  for (let index = 0; index < light.length; index += 1) {
    const share = Math.min(1, Math.max(0.33, light[index]! / most));
    sum += share;
    if (light[index]! > light[brightest]!) brightest = index;
    const byte = BYTES[Math.round(share * STEPS)]!;
    pixels[4 * index] = byte;
    pixels[4 * index + 1] = byte;
    pixels[4 * index + 2] = byte;
    pixels[4 * index + 3] = 255;
  }
  const [column, row] = [brightest % SIDE, Math.floor(brightest / SIDE)];
  return {
    image: { width: SIDE, height: SIDE, pixels },
    mean: sum / light.length,
    white: [(column + 0.5) / SIDE, (row + 0.5) / SIDE],
  };
}

/** sRGB bytes of linear light: finer than a byte from a third on. */
const STEPS = 1024;
const BYTES = Uint8Array.from({ length: STEPS + 1 }, (_, step) => Math.round(255 * srgbFromLinear(step / STEPS)));
