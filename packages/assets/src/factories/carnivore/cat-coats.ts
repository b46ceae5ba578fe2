// The coats of cats: plain, banded, spotted.
import type { LinearColor } from '@diorama/geometry';
import { fractal, hash, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Coat, Skin } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { band, clamp01, flatCells, fur, unrolled } from '../quadruped/coat-patterns.ts';

type CoatOf = (seed: number) => Coat;

/** White or cream: the belly, the inside of the legs, lips, chin and throat. */
function underside({ shares, normal, rest }: Skin): number {
  const face = shares[REGION.muzzle]! * smoothstep(0.35, -0.25, normal[1]);
  const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.2, 0.55, rest[1]);
  const inner = legs * smoothstep(0.1, -0.8, normal[2] * Math.sign(rest[2]));
  const throat = 0.8 * (shares[REGION.neck]! + shares[REGION.head]!) * smoothstep(-0.15, -0.75, normal[1]);
  return clamp01(shares[REGION.torso]! * smoothstep(-0.3, -0.85, normal[1]) + face + 0.3 * inner + throat);
}

/** The back of the ears of large cats is black, with a pale spot in the lion's relatives. */
function earBack({ shares }: Skin): number {
  return clamp01(1.1 * shares[REGION.ear]!);
}

/** Tawny, pale below; manes from gold to nearly black. */
export const lionCoat: CoatOf = (seed) => {
  const age = hash(1, 2, 3, seed);
  return (skin) => {
    const { rest, shares } = skin;
    const body = blend<LinearColor>([0.195, 0.122, 0.06], [0.36, 0.275, 0.175], 0.85 * underside(skin));
    const chin = shares[REGION.muzzle]! * smoothstep(0.2, -0.5, skin.normal[1]);
    const pale = blend(body, [0.58, 0.52, 0.43], 0.9 * chin);
    const back = blend(pale, [0.22, 0.125, 0.06], 0.35 * shares[REGION.torso]! * smoothstep(0.5, 1, skin.normal[1]));
    const ears = blend(back, [0.07, 0.045, 0.03], 0.75 * earBack(skin));
    const hair = fur(rest, 26, seed);
    const behind = smoothstep(0.86, 0.5 + 0.2 * age, rest[0] + 0.1 * hair) + smoothstep(0.95, 0.7, rest[1]);
    const mane = blend<LinearColor>([0.25, 0.125, 0.045], [0.045, 0.024, 0.014], clamp01(behind * (0.45 + 0.55 * age)));
    return scale(blend(ears, mane, clamp01(1.3 * shares[REGION.mane]!)), 0.95 + 0.14 * hair);
  };
};

/** Black bands over orange that fade into a white belly; white over the eyes and on the cheeks. */
export const tigerCoat: CoatOf = (seed) => (skin) => {
  const { rest, shares, along, normal } = skin;
  const [x, y, z] = rest;
  const wobble = 0.35 * fractal(5 * x, 5 * y, 5 * z, seed);
  const face = shares[REGION.head]! + shares[REGION.muzzle]!;
  const cheeks = shares[REGION.head]! * smoothstep(0.35, 0.75, Math.abs(normal[2])) * smoothstep(1.03, 0.93, y);
  const brow = shares[REGION.head]! * spot(x - 0.985, y - 1.06, Math.abs(z) - 0.06, 0.045);
  const white = clamp01(underside(skin) + 0.9 * cheeks + brow);
  const base = blend<LinearColor>([0.36, 0.15, 0.048], [0.62, 0.57, 0.49], white);
  const [torso, neck] = [shares[REGION.torso]!, shares[REGION.neck]!];
  const spine = along[REGION.torso]! * torso + along[REGION.neck]! * neck;
  const width = 0.36 + 0.2 * noise(4 * x, 3 * y, 4 * z, seed + 9);
  const flank = smoothstep(-0.65, 0, normal[1] + 0.3 * noise(9 * x, 9 * y, 3 * z, seed + 5));
  const forehead = band(16 * x + 2 * wobble + 8 * Math.abs(z), 0.34, 0.12) * smoothstep(1.05, 1.12, y);
  const cheekBands =
    band(11 * (x + 0.5 * y) + 2 * wobble, 0.3, 0.12) *
    smoothstep(0.93, 0.86, x) *
    smoothstep(0.2, 0.6, Math.abs(normal[2]));
  const dark =
    (torso + neck) * band(9 * spine + 2.2 * wobble, width, 0.1) * flank +
    face * Math.max(forehead, cheekBands) +
    shares[REGION.fore]! * band(9 * y + 2 * wobble, 0.24, 0.1) * smoothstep(0.25, 0.5, y) +
    shares[REGION.hind]! * band(9 * y + 5 * x + 2 * wobble, 0.32, 0.1) * smoothstep(0.12, 0.3, y) +
    shares[REGION.tail]! * band(9 * along[REGION.tail]!, 0.5, 0.1) +
    earBack(skin);
  return scale(blend(base, [0.015, 0.012, 0.01], clamp01(dark)), 0.95 + 0.12 * fur(rest, 30, seed));
};

/** Rosettes on the trunk, solid spots on face and legs, rings round the tail. */
export const leopardCoat: CoatOf = (seed) => (skin) => {
  const { rest, shares, along } = skin;
  const white = underside(skin);
  const base = blend<LinearColor>([0.29, 0.18, 0.085], [0.54, 0.48, 0.38], white);
  const trunk = clamp01(
    shares[REGION.torso]! +
      0.6 * shares[REGION.neck]! +
      (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.5, 0.64, rest[1]),
  );
  const [u, v] = unrolled(skin);
  const { ring, inside } = trunk > 0 ? rosetteAt(rest, u, v, seed) : NO_ROSETTE;
  const fineness = shares[REGION.head]! + shares[REGION.muzzle]! > 0.5 ? 22 : 15;
  const small = flatCells(fineness * u, fineness * v, seed + 1);
  const spots = smoothstep(0.36, 0.26, small.nearest);
  const rings =
    shares[REGION.tail]! *
    Math.max(0.9 * spots, band(8 * along[REGION.tail]!, 0.5, 0.12) * smoothstep(0.6, 0.9, along[REGION.tail]!));
  const ground = blend(base, [0.24, 0.115, 0.04], 0.8 * trunk * inside * (1 - white));
  const muzzle = shares[REGION.muzzle]!;
  const limbs = (1 - trunk) * (1 - shares[REGION.tail]!) * (1 - muzzle) * spots;
  const dark = clamp01(trunk * ring + 0.95 * limbs + rings) + earBack(skin);
  const hair = 0.94 + 0.14 * fur(rest, 30, seed);
  return scale(blend(ground, [0.03, 0.02, 0.013], 0.94 * clamp01(dark)), hair);
};

/** How dark a place of the unrolled skin is as a part of a broken ring, and how much it is inside of one. */
function rosetteAt(
  [x, y, z]: Skin['rest'],
  u: number,
  v: number,
  seed: number,
): { readonly ring: number; readonly inside: number } {
  const wobble = 0.12 * noise(9 * x, 9 * y, 9 * z, seed);
  const { nearest, id } = flatCells(11 * u + wobble, 11 * v + wobble, seed);
  const size = 0.9 + 0.25 * id;
  const ring = smoothstep(0.15, 0.2, nearest) * smoothstep(0.46 * size, 0.4 * size, nearest);
  const broken = smoothstep(-0.45, -0.2, noise(16 * x, 16 * y, 16 * z, seed + 3));
  return { ring: ring * broken, inside: smoothstep(0.37 * size, 0.28 * size, nearest) };
}
const NO_ROSETTE = { ring: 0, inside: 0 };

/** Round solid spots, a black line from each eye to the mouth, rings at the end of the tail. */
export const cheetahCoat: CoatOf = (seed) => (skin) => {
  const { rest, shares, along } = skin;
  const [x, y, z] = rest;
  const white = underside(skin);
  const base = blend<LinearColor>([0.31, 0.195, 0.085], [0.56, 0.5, 0.4], white);
  const face = shares[REGION.head]! + shares[REGION.muzzle]!;
  const fineness = face > 0.5 ? 19 : 11.5;
  const [u, v] = unrolled(skin);
  const cell = flatCells(fineness * u, fineness * v, seed);
  const spots =
    smoothstep(0.34 + 0.06 * cell.id, 0.25 + 0.06 * cell.id, cell.nearest) *
    (1 - 0.75 * shares[REGION.muzzle]!) *
    (1 - 0.8 * white) *
    (1 - shares[REGION.foot]!);
  const tear = face * tearLine(x, y, Math.abs(z));
  const way = along[REGION.tail]!;
  const rings =
    shares[REGION.tail]! *
    Math.max(spots * smoothstep(0.75, 0.6, way), band(9 * way, 0.5, 0.12) * smoothstep(0.6, 0.75, way));
  const onTail = shares[REGION.tail]!;
  const dark = spots * (1 - onTail) * (1 - 0.6 * shares[REGION.ear]!) + rings + tear + 0.5 * earBack(skin);
  const tip = onTail * smoothstep(1.02, 1.08, way);
  return blend(blend(base, [0.016, 0.012, 0.01], clamp01(dark)), [0.6, 0.56, 0.48], clamp01(tip));
};

/** From the inner corner of the eye to the corner of the mouth, at the cheetah's head. */
function tearLine(x: number, y: number, z: number): number {
  const t = clamp01((1.116 - y) / 0.085);
  const across = x - (0.905 + 0.01 * t);
  return (
    smoothstep(0.026, 0.014, Math.abs(across)) *
    smoothstep(1.125, 1.11, y) *
    smoothstep(1.02, 1.035, y) *
    smoothstep(0.012, 0.022, z)
  );
}

/** A tabby of one of three grounds: bands on flanks and legs, a dark line along the back, an M on the forehead, white or cream at the lips. */
export const tabbyCoat: CoatOf = (seed) => {
  const [ground, stripe] = TABBIES[Math.floor(TABBIES.length * hash(4, 5, 6, seed))]!;
  const hasSocks = hash(7, 8, 9, seed) < 0.5 ? 1 : 0;
  return (skin) => {
    const { rest, shares, along, normal } = skin;
    const [x, y, z] = rest;
    const wobble = 0.4 * fractal(4 * x, 4 * y, 4 * z, seed);
    const [torso, neck] = [shares[REGION.torso]!, shares[REGION.neck]!];
    const spine = along[REGION.torso]! * torso + along[REGION.neck]! * neck;
    const flank = smoothstep(-0.6, -0.1, normal[1]);
    const back = torso * smoothstep(0.06, 0.025, Math.abs(z)) * smoothstep(0.3, 0.7, normal[1]);
    const forehead = shares[REGION.head]! * band(22 * Math.abs(z) + 0.5, 0.4, 0.2) * smoothstep(1.1, 1.14, y);
    const cheek = shares[REGION.head]! * band(15 * y - 6 * x, 0.35, 0.15) * smoothstep(0.5, 0.8, Math.abs(normal[2]));
    const dark =
      (torso + neck) * band(8.5 * spine + 2 * wobble, 0.42, 0.15) * flank +
      back +
      forehead +
      0.8 * cheek +
      (shares[REGION.fore]! + shares[REGION.hind]!) *
        band(8.5 * y + 3 * x + 1.6 * wobble, 0.4, 0.15) *
        smoothstep(0.1, 0.2, y) +
      shares[REGION.tail]! * band(8 * along[REGION.tail]!, 0.5, 0.12) +
      0.5 * shares[REGION.ear]!;
    const coat = blend(ground, stripe, clamp01(0.9 * dark));
    const feet = shares[REGION.foot]! + (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.2, 0.14, y);
    const white = clamp01(0.9 * underside(skin) + hasSocks * feet);
    return scale(blend(coat, [0.58, 0.54, 0.48], white), 0.94 + 0.16 * fur(rest, 26, seed));
  };
};

/** Brown, grey and ginger: the ground, and its stripes. */
const TABBIES: readonly (readonly [LinearColor, LinearColor])[] = [
  [
    [0.22, 0.155, 0.095],
    [0.03, 0.022, 0.017],
  ],
  [
    [0.23, 0.22, 0.2],
    [0.035, 0.034, 0.035],
  ],
  [
    [0.42, 0.2, 0.075],
    [0.24, 0.085, 0.025],
  ],
];

/** 1 at the middle of a ball, 0 outside of it. */
function spot(x: number, y: number, z: number, radius: number): number {
  return smoothstep(1, 0.55, Math.sqrt(x * x + y * y + z * z) / radius);
}
