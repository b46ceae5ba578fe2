// Adds antlers, horns, ossicones and tusks to a head at rest.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addTube, smoothCurve } from '../../build/shapes.ts';
import { add, along, blend } from '../../build/vectors.ts';
import type { Body } from './assemble-body.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** The horns of both sides. */
export function addHorns(mesh: MeshBuilder, table: QuadrupedTable, body: Body, _draws: Draws): void {
  for (const side of [-1, 1]) addHornsOfSide(mesh, table, body, side);
}

function addHornsOfSide(mesh: MeshBuilder, { horns }: QuadrupedTable, body: Body, side: number): void {
  const onSide = (points: readonly Vector3[]) => points.map(([x, y, z]) => body.onHead([x, y, z * side]));
  switch (horns) {
    case undefined:
      return;
    case 'tusks':
      return addTube(mesh, onSide(smoothCurve(TUSK, 3)), spread([0.115, 0.105, 0.085, 0.015], 3), () => [
        0.75, 0.68, 0.52,
      ]);
    case 'ossicones': {
      const color = (index: number): LinearColor => (index > 1 ? [0.03, 0.02, 0.015] : [0.5, 0.32, 0.15]);
      return addTube(mesh, onSide(OSSICONE), [0.04, 0.032, 0.038, 0.02], color);
    }
    case 'cattle':
      return addTube(mesh, onSide(smoothCurve(CATTLE_HORN, 3)), spread([0.036, 0.032, 0.024, 0.004], 3), (index) =>
        index > 6 ? [0.05, 0.04, 0.03] : [0.55, 0.48, 0.36],
      );
    case 'goat':
      return addTube(mesh, onSide(smoothCurve(GOAT_HORN, 3)), spread([0.034, 0.032, 0.024, 0.005], 3), () => [
        0.1, 0.075, 0.05,
      ]);
    case 'antlers':
      return addAntler(mesh, onSide);
  }
}

/** A red deer's antler: a beam, and four tines that leave it forwards. */
function addAntler(mesh: MeshBuilder, onSide: (points: readonly Vector3[]) => Vector3[]): void {
  const color = (index: number): LinearColor => {
    const [r, g, b] = blend<LinearColor>([0.16, 0.09, 0.045], [0.55, 0.45, 0.32], index);
    return [r, g, b];
  };
  const beam = smoothCurve(ANTLER_BEAM, 3);
  const radii = spread([0.028, 0.026, 0.024, 0.019, 0.004], 3);
  addTube(mesh, onSide(beam), radii, (index) => color(index / (beam.length - 1)), { sides: 6 });
  for (const { at, reach, radius } of TINES) {
    const root = ANTLER_BEAM[at[0]]!;
    const from = blend(root, ANTLER_BEAM[at[0] + 1]!, at[1]);
    const middle = add(along(from, reach, 0.5), [-0.01, -0.01, 0]);
    addTube(
      mesh,
      onSide([from, middle, add(from, reach)]),
      [radius, radius * 0.8, radius * 0.15],
      (index) => color(0.5 + index / 4),
      {
        sides: 5,
      },
    );
  }
}

/** Radii between given ones, as many as {@link smoothCurve} makes points. */
function spread(radii: readonly number[], steps: number): number[] {
  return radii.flatMap((radius, index) => {
    const next = radii[index + 1];
    if (next === undefined) return [radius];
    return Array.from({ length: steps }, (_, step) => radius + ((next - radius) * step) / steps);
  });
}

const TUSK: readonly Vector3[] = [
  [0.42, -0.5, 0.2],
  [0.62, -0.75, 0.27],
  [0.92, -0.9, 0.3],
  [1.2, -0.82, 0.27],
];
const OSSICONE: readonly Vector3[] = [
  [0.02, 0.14, 0.05],
  [-0.04, 0.26, 0.07],
  [-0.06, 0.34, 0.075],
  [-0.06, 0.375, 0.075],
];
const CATTLE_HORN: readonly Vector3[] = [
  [-0.01, 0.1, 0.06],
  [-0.01, 0.14, 0.15],
  [0.03, 0.2, 0.22],
  [0.08, 0.28, 0.22],
];
const GOAT_HORN: readonly Vector3[] = [
  [0.02, 0.08, 0.035],
  [-0.02, 0.2, 0.05],
  [-0.12, 0.28, 0.075],
  [-0.22, 0.26, 0.1],
];
const ANTLER_BEAM: readonly Vector3[] = [
  [-0.03, 0.07, 0.04],
  [-0.14, 0.22, 0.14],
  [-0.24, 0.42, 0.27],
  [-0.22, 0.62, 0.33],
  [-0.1, 0.8, 0.3],
];
const TINES: readonly {
  readonly at: readonly [joint: number, share: number];
  readonly reach: Vector3;
  readonly radius: number;
}[] = [
  { at: [0, 0.05], reach: [0.2, 0.12, 0.06], radius: 0.019 },
  { at: [0, 0.8], reach: [0.2, 0.16, 0.05], radius: 0.017 },
  { at: [1, 0.8], reach: [0.2, 0.14, 0.02], radius: 0.017 },
  { at: [2, 0.95], reach: [-0.1, 0.18, 0.06], radius: 0.016 },
  { at: [3, 0.4], reach: [0.1, 0.1, -0.1], radius: 0.014 },
];
