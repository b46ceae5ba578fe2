// Makes the pieces of flesh that give a herbivore's face and trunk their planes.
import type { Vector3 } from '@diorama/geometry';
import type { Flesh, QuadrupedTable, Station } from '../quadruped/quadruped-table.ts';

type Lump = (
  from: Vector3,
  to: Vector3,
  radii: readonly [number, number],
  blend: number,
  more?: Partial<Flesh>,
) => Flesh;

/** A piece of the skull, measured from the poll. */
export const headLump: Lump = (from, to, radii, blend, more = {}) => ({
  ...{ on: 'head', from, to, radii, blend, region: 'head' },
  ...more,
});

/** A piece of the fore part of the trunk; `more` may say of another. */
export const bodyLump: Lump = (from, to, radii, blend, more = {}) => ({
  ...{ on: 'chest', from, to, radii, blend, region: 'torso' },
  ...more,
});

/** What a table says of a head. */
type Head = Pick<QuadrupedTable, 'headPitch' | 'skull' | 'jaw' | 'eye' | 'nose' | 'ear'>;

/** The same head, `factor` times as large. */
export function enlargedHead({ headPitch, skull, jaw, eye, nose, ear }: Head, factor: number): Head {
  const larger = (stations: readonly Station[]) =>
    stations.map((station) => station.map((part) => (part ?? 0) * factor) as unknown as Station);
  const point = ([x, y, z]: Vector3): Vector3 => [x * factor, y * factor, z * factor];
  return {
    ...{ headPitch, skull: larger(skull), jaw: larger(jaw) },
    eye: { ...eye, at: [eye.at[0] * factor, eye.at[1] * factor], radius: eye.radius * factor },
    nose: { ...nose, at: point(nose.at), radius: nose.radius * factor },
    ear: { ...ear, at: point(ear.at), tip: point(ear.tip), radius: ear.radius * factor },
  };
}

/** How far the features of a face stand out; 1 is a horse's. */
export interface FaceShares {
  readonly cheek?: number;
  readonly brow?: number;
  readonly nostril?: number;
  readonly lip?: number;
}

/** The planes of a long face: cheeks, brows over the eyes, a nose bridge, the rims of the nostrils, lips and a chin. */
export function longFace(
  { skull, jaw, eye }: Pick<QuadrupedTable, 'skull' | 'jaw' | 'eye'>,
  { cheek = 1, brow = 1, nostril = 1, lip = 1 }: FaceShares = {},
): readonly Flesh[] {
  const [end, before] = [skull.at(-1)!, skull.at(-2)!];
  const tip = end[0] + end[2];
  const [ex, ey] = eye.at;
  const [, , eyeHeight, eyeWidth] = at(skull, ex);
  const [jawX, jawY, jawRadius] = jaw[0]!;
  const muzzle = end[2];
  const half = end[3] ?? muzzle;
  const cheekRadius = jawRadius * 0.95 * cheek;
  return [
    // The broad flat disc of the lower jaw.
    headLump(
      [jawX + 0.01, jawY * 0.85, eyeWidth * 0.42],
      [jawX + 0.3 * (before[0] - jawX), jawY * 0.7, eyeWidth * 0.46],
      [cheekRadius, cheekRadius * 0.8],
      cheekRadius * 0.35,
      { flatness: 0.5 },
    ),
    // The bony rim above the eye.
    headLump(
      [ex - 1.6 * eye.radius, ey + 1.0 * eye.radius, eyeWidth * 0.72],
      [ex + 1.4 * eye.radius, ey + 1.3 * eye.radius, eyeWidth * 0.66],
      [eye.radius * 1.15 * brow, eye.radius * 0.9 * brow],
      eye.radius * 0.8,
    ),
    // A straight bridge from the forehead to the nostrils.
    headLump(
      [ex, ey + 0.35 * eyeHeight, 0],
      [end[0] - muzzle * 0.6, end[1] + muzzle * 0.45, 0],
      [eyeHeight * 0.45, muzzle * 0.5],
      muzzle * 0.6,
      { flatness: 0.8 },
    ),
    // The crest of the face, from under the eye forwards.
    headLump(
      [ex + eye.radius, ey - 2.2 * eye.radius, eyeWidth * 0.72],
      [before[0], before[1] - 0.1 * before[2], (before[3] ?? before[2]) * 0.8],
      [eye.radius * 0.9, eye.radius * 0.5],
      eye.radius,
    ),
    headLump(
      [end[0] - muzzle * 0.1, end[1] + muzzle * 0.35, half * 0.6],
      [end[0] + muzzle * 0.5, end[1] + muzzle * 0.05, half * 0.55],
      [muzzle * 0.42 * nostril, muzzle * 0.36 * nostril],
      muzzle * 0.25,
      { region: 'muzzle' },
    ),
    // The upper lip hangs a little over the chin.
    headLump(
      [end[0] + muzzle * 0.1, end[1] - muzzle * 0.45, half * 0.3],
      [end[0] + muzzle * 0.55, end[1] - muzzle * 0.6, half * 0.2],
      [muzzle * 0.55 * lip, muzzle * 0.4 * lip],
      muzzle * 0.3,
      { region: 'muzzle' },
    ),
    headLump(
      [tip - muzzle * 1.7, jaw.at(-1)![1] - jaw.at(-1)![2] * 0.25, 0],
      [tip - muzzle * 1.1, jaw.at(-1)![1] - jaw.at(-1)![2] * 0.3, 0],
      [muzzle * 0.5 * lip, muzzle * 0.42 * lip],
      muzzle * 0.2,
      { on: 'jaw', region: 'muzzle' },
    ),
  ];
}

/** A chain's place, half height and half width at `x` along it. */
function at(stations: readonly Station[], x: number): readonly [x: number, y: number, height: number, width: number] {
  const next = Math.max(
    1,
    stations.findIndex((station) => station[0] >= x),
  );
  const [from, to] = [stations[next - 1]!, stations[next]!];
  const t = Math.max(0, Math.min(1, (x - from[0]) / (to[0] - from[0])));
  const mixed = (a: number, b: number) => a + (b - a) * t;
  return [x, mixed(from[1], to[1]), mixed(from[2], to[2]), mixed(from[3] ?? from[2], to[3] ?? to[2])];
}
