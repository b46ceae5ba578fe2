// The six directions that a file's front and up may have.
import type { Axis } from '@diorama/assets';

/** Which coordinate an axis runs along, and which way. */
export interface Direction {
  readonly index: 0 | 1 | 2;
  readonly sign: 1 | -1;
}

export const DIRECTIONS: Readonly<Record<Axis, Direction>> = {
  '+X': { index: 0, sign: 1 },
  '-X': { index: 0, sign: -1 },
  '+Y': { index: 1, sign: 1 },
  '-Y': { index: 1, sign: -1 },
  '+Z': { index: 2, sign: 1 },
  '-Z': { index: 2, sign: -1 },
};

export const ALL_AXES = Object.keys(DIRECTIONS) as readonly Axis[];

export function axisOf(index: number, sign: number): Axis {
  return `${sign < 0 ? '-' : '+'}${'XYZ'[index]!}` as Axis;
}

/** The axis that a direction is nearest to, and the cosine of the angle between them; undefined for no direction. */
export function nearestAxis(
  [x, y, z]: readonly [number, number, number],
  among: readonly Axis[],
): { readonly axis: Axis; readonly cosine: number } | undefined {
  const size = Math.sqrt(x * x + y * y + z * z);
  if (!(size > 0)) return undefined;
  let best: { axis: Axis; cosine: number } | undefined;
  for (const axis of among) {
    const { index, sign } = DIRECTIONS[axis];
    const cosine = (sign * [x, y, z][index]!) / size;
    if (best === undefined || cosine > best.cosine) best = { axis, cosine };
  }
  return best;
}

/** The axes that are square to one. */
export function squareTo(axis: Axis): readonly Axis[] {
  return ALL_AXES.filter((other) => DIRECTIONS[other].index !== DIRECTIONS[axis].index);
}
