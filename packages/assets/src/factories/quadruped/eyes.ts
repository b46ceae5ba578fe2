// Adds the eyes of a four-legged animal to a mesh at rest: they lie on the skin and look the way it does, under their lids.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { addBall } from '../../build/shapes.ts';
import { add, along, cross, scale, unit } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION, REGION_COUNT } from '../../solid/round-cone.ts';
import type { Body } from './assemble-body.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** The eye of one side: the dark rim of the lids, the iris, the pupil, a spark of light, and the upper lid. */
export function addEye(mesh: MeshBuilder, { eye }: QuadrupedTable, body: Body, coat: Coat, side: number): void {
  const { radius, iris, lid = 0, rim = [0.02, 0.014, 0.012] } = eye;
  const [x, y] = eye.at;
  const skin = body.skinOfHead(x, y);
  const step = radius * 0.6;
  const slope = [
    (body.skinOfHead(x + step, y) - body.skinOfHead(x - step, y)) / (2 * step),
    (body.skinOfHead(x, y + step) - body.skinOfHead(x, y - step)) / (2 * step),
  ].map((part) => Math.max(-1.6, Math.min(1.6, part))) as [number, number];
  const outward = unit([-slope[0], 0.4 * -slope[1], 1]);
  const across = unit(cross([0, 1, 0], outward));
  const turn = eye.slant ?? 0;
  // The inner corner, towards the nose, lies lower.
  const inner = unit(add(scale(across, cosDegrees(turn)), [0, -sinDegrees(turn), 0]));
  const upward = unit(cross(outward, inner));
  const center: Vector3 = [x, y, skin - radius * 0.28];
  const ball = (at: Vector3, radii: Vector3, color: LinearColor, rings = 6) => {
    const own = createMeshBuilder();
    addBall(own, [0, 0, 0], radii, color, rings);
    const turned = ([a, b, c]: Vector3): Vector3 => {
      const [px, py, pz] = add(add(scale(inner, a), scale(upward, b)), scale(outward, c));
      return [px, py, pz * side];
    };
    const [ox, oy, oz] = along(along(along(center, inner, at[0]), upward, at[1]), outward, at[2]);
    if (side < 0) flip(own);
    appendMesh(mesh, own, {
      point: (point) => body.onHead(add(turned(point), [ox, oy, oz * side])),
      direction: (normal) => body.headward(turned(normal)),
    });
  };
  const r = radius;
  ball([0, 0, -0.12 * r], [1.45 * r, 1.12 * r, 0.75 * r], rim);
  ball([0, 0, 0.02 * r], [r, 0.95 * r, 0.9 * r], iris, 8);
  ball([0, 0, 0.42 * r], [0.52 * r, 0.56 * r, 0.56 * r], [0.004, 0.004, 0.004], 8);
  ball([-0.2 * r, 0.36 * r, 0.86 * r], [0.17 * r, 0.17 * r, 0.17 * r], [1, 1, 1], 4);
  if (lid > 0) {
    const color = scale(coat(skinOfLid(body.onHead([x, y + r, skin * side]), body.headward([0, 1, 0]))), 0.85);
    ball([-0.05 * r, (1.08 - 0.5 * lid) * r, -0.2 * r], [1.5 * r, 0.42 * r, 0.98 * r], color as LinearColor);
  }
}

/** Mirrored balls are inside out. */
function flip({ indices }: MeshBuilder): void {
  for (let at = 0; at < indices.length; at += 3) {
    const second = indices[at + 1]!;
    indices[at + 1] = indices[at + 2]!;
    indices[at + 2] = second;
  }
}

function skinOfLid(rest: Vector3, normal: Vector3): Parameters<Coat>[0] {
  const shares = new Float64Array(REGION_COUNT);
  shares[REGION.head] = 1;
  return { rest, shares, along: new Float64Array(REGION_COUNT), normal };
}
