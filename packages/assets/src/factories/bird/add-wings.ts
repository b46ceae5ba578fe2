// Adds a bird's wings: folded along the body, or spread with coverts, secondaries, and primaries like fingers.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { addBlade } from '../../build/shapes.ts';
import { add, along, blend, cross, scale, unit } from '../../build/vectors.ts';
import { REGION, type RoundCone } from '../../solid/round-cone.ts';
import { applyFrame, type Frame, turnByFrame } from '../../solid/skeleton.ts';
import type { BirdTable } from './bird-table.ts';

/** The joints of a spread wing in the pose, and the flesh on them. */
export interface Arm {
  readonly shoulder: Vector3;
  readonly elbow: Vector3;
  readonly wrist: Vector3;
  readonly tip: Vector3;
  readonly cones: readonly RoundCone[];
}

/** `flap` degrees upwards; the hand stays behind the arm. */
export function armOf({ wing, blend: melt }: BirdTable, body: Frame, side: number, flap: number): Arm {
  const half = wing.span / 2;
  const shoulder = applyFrame(body, [wing.at[0], wing.at[1], wing.at[2] * side]);
  const towards = (share: number): Vector3 => {
    const turn = flap * (1 - 0.7 * share);
    return [0, sinDegrees(turn), side * cosDegrees(turn)];
  };
  const elbow = along(along(shoulder, towards(0), half * 0.32), [1, 0, 0], -0.04 * half);
  const wrist = along(along(elbow, towards(0.5), half * 0.3), [1, 0, 0], 0.1 * half);
  const tip = along(along(wrist, towards(1), half * 0.18), [1, 0, 0], -0.05 * half);
  const cone = (from: Vector3, to: Vector3, fromRadius: number, toRadius: number): RoundCone => ({
    from,
    to,
    fromRadius: fromRadius * half,
    toRadius: toRadius * half,
    flatness: 0.55,
    flatAxis: [0, 1, 0],
    blend: melt * 0.6,
    bone: 0,
    endBone: 0,
    region: REGION.wing,
    start: 0,
    end: 1,
  });
  const cones = [cone(shoulder, elbow, 0.05, 0.038), cone(elbow, wrist, 0.038, 0.027), cone(wrist, tip, 0.027, 0.011)];
  return { shoulder, elbow, wrist, tip, cones };
}

/** Two layers: the long feathers, and shorter coverts over them. */
export function addSpreadWing(
  mesh: MeshBuilder,
  { wing }: BirdTable,
  { shoulder, elbow, wrist, tip }: Arm,
  side: number,
  draws: Draws,
): void {
  const half = wing.span / 2;
  for (const isCovert of [false, true]) {
    const rise: Vector3 = [0, isCovert ? 0.02 * half : 0, 0];
    const color = (low: number, high: number): LinearColor =>
      scale(isCovert ? wing.coverts : wing.color, draws.between(low, high));
    const count = isCovert ? 18 : 15;
    for (let feather = 0; feather < count; feather += 1) {
      const f = feather / (count - 1);
      const root = f < 0.5 ? blend(shoulder, elbow, f * 2) : blend(elbow, wrist, f * 2 - 1);
      const reach = wing.chord * (isCovert ? 0.55 : 0.92) * (0.92 + 0.12 * sinDegrees(286 * f));
      const direction = unit([-1, isCovert ? -0.04 : 0, side * (0.02 + 0.28 * f * f)]);
      addFeather(
        mesh,
        add(root, rise),
        direction,
        reach,
        wing.chord * 0.105,
        color(0.8, 1.2),
        color(0.75, 1),
        -0.02 * half,
      );
    }
    const primaries = wing.fingers + (isCovert ? 3 : 2);
    for (let feather = 0; feather < primaries; feather += 1) {
      const f = feather / (primaries - 1);
      const turn = (1 - f) * 69 - 12;
      const direction = unit([-sinDegrees(turn), 0.04, side * cosDegrees(turn)]);
      const reach = (isCovert ? 0.42 : 1) * half * (0.4 + 0.1 * sinDegrees(149 * f));
      const root = add(blend(wrist, tip, f), add(rise, [0, 0.0035 * half * feather, 0]));
      const dark = isCovert ? color(0.75, 1.1) : scale(wing.tips, draws.between(0.8, 1.2));
      addFeather(
        mesh,
        root,
        direction,
        reach,
        wing.chord * 0.088,
        color(0.8, 1.15),
        dark,
        isCovert ? 0 : (0.05 + 0.03 * f) * half,
      );
    }
  }
}

function addFeather(
  mesh: MeshBuilder,
  root: Vector3,
  direction: Vector3,
  reach: number,
  halfWidth: number,
  color: LinearColor,
  tip: LinearColor,
  lift: number,
): void {
  const side = unit(cross(direction, [0, 1, 0]));
  const points = [0, 0.35, 0.75, 1].map((t) => add(along(root, direction, reach * t), [0, lift * t * t, 0]));
  addBlade(
    mesh,
    points,
    [0.5, 1, 0.9, 0.14].map((share) => share * halfWidth),
    side,
    (index) => blend(color, tip, Math.max(0, index / 3 - 0.2)),
    0.22,
  );
}

/** The long feathers that show under a folded wing. */
export function addFoldedFeathers(mesh: MeshBuilder, { wing }: BirdTable, side: number, body: Frame): void {
  const own = createMeshBuilder();
  const [start, end] = [wing.folded[1]!, wing.folded.at(-1)!];
  const size = wing.at[2] / 0.085;
  for (let feather = 0; feather < 9; feather += 1) {
    const f = feather / 8;
    const from: Vector3 = [
      start[0] - 0.02 * feather * size,
      start[1] + (0.02 - 0.05 * f) * size,
      side * wing.at[2] * (1.24 + 0.02 * (feather % 2)),
    ];
    const to: Vector3 = [
      end[0] + (0.12 * f - 0.05) * size,
      end[1] + (0.01 - 0.02 * f) * size,
      side * wing.at[2] * (0.5 + 0.25 * f),
    ];
    const points = [from, blend(from, to, 0.5), blend(from, to, 0.85), to];
    const widths = [0.018, 0.02, 0.015, 0.002].map((width) => width * size);
    addBlade(
      own,
      points,
      widths,
      unit([-0.25, 1, 0]),
      (index) => blend(wing.color, wing.tips, (index / 3) * (1 - 0.5 * f)),
      0.2,
    );
  }
  appendMesh(mesh, own, {
    point: (point) => applyFrame(body, point),
    direction: (normal) => turnByFrame(body, normal),
  });
}
