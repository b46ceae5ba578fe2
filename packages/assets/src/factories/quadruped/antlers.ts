// Adds antlers to a head at rest: a red deer's branched beams, a moose's palms.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addTube, smoothCurve } from '../../build/shapes.ts';
import { add, along, blend, scale } from '../../build/vectors.ts';
import type { Body } from './assemble-body.ts';
import { type Growth, spreadRadii } from './horn-shapes.ts';

/** A beam that rises in a bow, brow, bez and trez tines that leave it forwards, and a crown of two to four points. */
export function addAntlers(mesh: MeshBuilder, body: Body, growth: Growth, side: number): void {
  const base = body.onHead([-0.03, 0.07, 0.045 * side]);
  const place = ([x, y, z]: Vector3): Vector3 =>
    add(base, [x * growth.length, y * growth.length, z * growth.spread * side]);
  const curve = smoothCurve(BEAM.map(place), 3);
  addTube(mesh, curve, spreadRadii(BEAM_RADII, 3), (index) => antlerColor(index / (curve.length - 1)), { sides: 7 });
  const points = 3 + Math.round(growth.tines * (TINES.length - 3));
  for (const { at, reach, radius } of TINES.slice(0, points)) {
    const whole = Math.min(BEAM.length - 2, Math.floor(at));
    const from = place(blend(BEAM[whole]!, BEAM[whole + 1]!, at - whole));
    const tip = add(from, scale([reach[0], reach[1], reach[2] * side], growth.length));
    // A tine leaves the beam level and turns up.
    const middle = add(blend(from, tip, 0.5), [0.01, -0.035, 0]);
    const tine = smoothCurve([from, middle, tip], 2);
    addTube(
      mesh,
      tine,
      spreadRadii([radius, radius * 0.85, radius * 0.16], 2),
      (index) => antlerColor(Math.min(1, at / 5 + 0.22 * index)),
      { sides: 6 },
    );
  }
}

/** Dark and pearled at the burr, polished at the tips. */
function antlerColor(share: number): LinearColor {
  return blend<LinearColor>([0.1, 0.062, 0.036], [0.4, 0.32, 0.22], share * share);
}

/** From the burr to the crown: forwards, up, outwards. */
const BEAM: readonly Vector3[] = [
  [0, -0.03, 0],
  [-0.02, 0.05, 0.02],
  [-0.14, 0.22, 0.15],
  [-0.2, 0.43, 0.27],
  [-0.13, 0.64, 0.33],
  [-0.04, 0.84, 0.28],
];
const BEAM_RADII = [0.032, 0.044, 0.032, 0.03, 0.027, 0.006];

/** A red deer's points, those that an old stag has as well at the end. `at` is a place on the beam. */
const TINES: readonly { readonly at: number; readonly reach: Vector3; readonly radius: number }[] = [
  { at: 1.05, reach: [0.26, 0.16, 0.05], radius: 0.026 },
  { at: 3.05, reach: [0.24, 0.2, 0.06], radius: 0.026 },
  { at: 4.05, reach: [0.16, 0.2, -0.1], radius: 0.024 },
  { at: 4.2, reach: [-0.12, 0.22, 0.08], radius: 0.024 },
  { at: 1.55, reach: [0.24, 0.18, 0.08], radius: 0.023 },
  { at: 4.5, reach: [0.04, 0.16, 0.14], radius: 0.021 },
];

/** A short beam to the side, a broad flat palm that rises outwards and back, and points along its rim. */
export function addPalms(mesh: MeshBuilder, body: Body, growth: Growth, side: number): void {
  const base = body.onHead([-0.03, 0.07, 0.05 * side]);
  const place = ([x, y, z]: Vector3): Vector3 =>
    add(base, [x * growth.length, y * growth.length, z * growth.spread * side]);
  const palm = smoothCurve(PALM.map(place), 3);
  const radii = spreadRadii(PALM_RADII, 3);
  // Its face looks forwards and down, its edge is thin.
  const up: Vector3 = [0.55, 0.75, -0.35 * side];
  addTube(mesh, palm.slice(0, 7), radii.slice(0, 7), (index) => antlerColor(0.3 + 0.03 * index), {
    sides: 8,
    up: [1, 0, 0],
  });
  addTube(mesh, palm.slice(6), radii.slice(6), (index) => antlerColor(0.5 + 0.04 * index), {
    sides: 10,
    flatness: 0.16,
    up,
  });
  const points = 6 + Math.round(growth.tines * (POINTS.length - 6));
  for (const { from, reach } of POINTS.slice(0, points)) {
    const root = place(from);
    const way: Vector3 = scale([reach[0], reach[1], reach[2] * side], growth.length);
    const bent = add(along(root, way, 0.55), [0, -0.015, 0]);
    addTube(mesh, [root, bent, add(root, way)], [0.032, 0.024, 0.004], (index) => antlerColor(0.6 + 0.2 * index), {
      sides: 6,
    });
  }
}

const PALM: readonly Vector3[] = [
  [0, -0.03, 0],
  [-0.01, 0.02, 0.14],
  [-0.02, 0.05, 0.28],
  [-0.06, 0.16, 0.44],
  [-0.12, 0.32, 0.58],
  [-0.17, 0.47, 0.66],
];
const PALM_RADII = [0.04, 0.04, 0.055, 0.17, 0.19, 0.05];

/** The points of the rim: two brow points forwards, then round the palm from front to back. */
const POINTS: readonly { readonly from: Vector3; readonly reach: Vector3 }[] = [
  { from: [0.0, 0.05, 0.28], reach: [0.22, 0.12, -0.02] },
  { from: [-0.02, 0.22, 0.6], reach: [0.06, 0.1, 0.14] },
  { from: [-0.12, 0.44, 0.68], reach: [0.02, 0.16, 0.1] },
  { from: [-0.18, 0.48, 0.66], reach: [-0.06, 0.17, 0.05] },
  { from: [0.02, 0.12, 0.46], reach: [0.16, 0.12, 0.08] },
  { from: [-0.08, 0.34, 0.68], reach: [0.03, 0.13, 0.14] },
  { from: [-0.24, 0.42, 0.58], reach: [-0.12, 0.16, 0.0] },
  { from: [-0.24, 0.32, 0.5], reach: [-0.15, 0.12, -0.03] },
  { from: [0.02, 0.06, 0.34], reach: [0.2, 0.16, 0.06] },
];
