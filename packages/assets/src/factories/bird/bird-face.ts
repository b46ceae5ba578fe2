// Adds what is rigid on a bird's head: both halves of the beak, eyes, a facial disc, a comb.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import {
  addQuad,
  addTriangle,
  addVertex,
  appendMesh,
  createMeshBuilder,
  type MeshBuilder,
} from '../../build/mesh-builder.ts';
import { smoothstep } from '../../build/noise.ts';
import { addBall, addTube } from '../../build/shapes.ts';
import { along, blend, cross, add as plus, scale, unit } from '../../build/vectors.ts';
import { applyFrame, type Frame, turnByFrame } from '../../solid/skeleton.ts';
import type { BeakTable, BirdStation, BirdTable } from './bird-table.ts';
import { loftChain } from './loft-body.ts';
import type { Look } from './look.ts';
import { flankAt, type Section } from './spine.ts';

/** `head` is the part of the body at rest that the face lies on. */
export function addFace(mesh: MeshBuilder, table: BirdTable, head: readonly Section[], frame: Frame, look: Look): void {
  const own = createMeshBuilder();
  for (const { points, radii, flatness, color, paired } of table.flesh ?? []) {
    for (const side of paired ? [-1, 1] : [1]) {
      addTube(
        own,
        points.map(([x, y, z]): Vector3 => [x, y, z * side]),
        radii,
        () => color,
        {
          sides: { high: 9, medium: 6, low: 3 }[look.detail],
          flatness,
        },
      );
    }
  }
  if (table.disc !== undefined) addDisc(own, table, head, look);
  addBeak(own, table.beak, look);
  for (const side of [-1, 1]) addEye(own, table, head, side, look);
  appendMesh(mesh, own, {
    point: (point) => applyFrame(frame, point),
    direction: (normal) => turnByFrame(frame, normal),
  });
}

function addBeak(mesh: MeshBuilder, beak: BeakTable, { detail }: Look): void {
  const add = (stations: readonly BirdStation[], color: LinearColor, cere: LinearColor | undefined) => {
    const chain = stations.map(([x, y, halfHeight, halfWidth = halfHeight]) => ({
      at: [x, y, 0] as const,
      halfHeight,
      halfWidth,
    }));
    const share = beak.tipShare ?? 0.15;
    const [rings, sides] = ({ high: [14, 14], medium: [8, 9], low: [3, 5] } as const)[detail];
    const half = loftChain(chain, rings, sides, (way) => {
      const tipped = blend(color, beak.tip ?? color, smoothstep(1 - share - 0.06, 1 - share + 0.06, way));
      return blend(tipped, cere ?? color, cere === undefined ? 0 : smoothstep(0.3, 0.2, way));
    });
    appendMesh(mesh, half);
  };
  add(beak.lower, scale(beak.lowerColor ?? beak.color, 0.85), beak.cere);
  add(beak.upper, beak.color, beak.cere);
}

/** A pupil in an iris in a rim: a dome on the skin. */
function addEye(mesh: MeshBuilder, { eye }: BirdTable, head: readonly Section[], side: number, { detail }: Look): void {
  const [x, y] = eye.at;
  const flank = flankAt(head, x, y);
  const turn = eye.forwards ?? 18;
  const outwards: Vector3 = unit([sinDegrees(turn), 0.25 * flank.normal[1], side * cosDegrees(turn)]);
  const center: Vector3 = [x, y, side * (eye.z ?? flank.z + (eye.out ?? 0))];
  const sink = along(center, outwards, -0.5 * eye.radius);
  const ring = eye.ring ?? [0.02, 0.018, 0.016];
  const all: readonly (readonly [radius: number, out: number, color: LinearColor])[] = [
    [1.34, 0.15, ring],
    [1.14, 0.66, ring],
    [1.0, 0.8, scale(eye.iris, 0.5)],
    [0.95, 0.84, eye.iris],
    [0.6, 1.03, eye.iris],
    [0.56, 1.04, [0.004, 0.004, 0.004]],
    [0.25, 1.12, [0.006, 0.006, 0.007]],
  ];
  const shells = detail === 'low' ? [all[0]!, all[3]!, all[5]!] : all;
  const first = unit(cross([0, 1, 0], outwards));
  const second = cross(outwards, first);
  const sides = { high: 14, medium: 9, low: 6 }[detail];
  const base = mesh.positions.length / 3;
  for (const [radius, out, color] of shells) {
    for (let corner = 0; corner < sides; corner += 1) {
      const [c, s] = [cosDegrees((360 * corner) / sides), sinDegrees((360 * corner) / sides)];
      const offset = plus(scale(first, c * radius), scale(second, s * radius));
      const point = along(along(sink, offset, eye.radius), outwards, out * eye.radius);
      addVertex(mesh, point, along(outwards, offset, 0.8), color);
    }
  }
  for (let shell = 0; shell + 1 < shells.length; shell += 1) {
    for (let corner = 0; corner < sides; corner += 1) {
      const [a, b] = [base + shell * sides + corner, base + shell * sides + ((corner + 1) % sides)];
      addQuad(mesh, a, b, b + sides, a + sides);
    }
  }
  const last = base + (shells.length - 1) * sides;
  const middle = addVertex(mesh, along(sink, outwards, 1.14 * eye.radius), outwards, [0.006, 0.006, 0.007]);
  for (let corner = 0; corner < sides; corner += 1)
    addTriangle(mesh, middle, last + corner, last + ((corner + 1) % sides));
  if (detail === 'low') return;
  const spark = plus(scale(first, -0.3 * side), scale(second, 0.34 * side));
  addBall(
    mesh,
    along(along(sink, spark, eye.radius), outwards, eye.radius),
    scale([0.17, 0.17, 0.17], eye.radius),
    [1, 1, 1],
    4,
  );
}

/** An owl's face: two shallow bowls, side by side, with dark rims. */
function addDisc(mesh: MeshBuilder, { disc, eye }: BirdTable, _head: readonly Section[], { detail }: Look): void {
  const { at, radius, color, rim } = disc!;
  const sides = { high: 22, medium: 14, low: 8 }[detail];
  const turn = eye.forwards ?? 60;
  for (const side of [-1, 1]) {
    const outwards: Vector3 = unit([sinDegrees(turn), 0.06, side * cosDegrees(turn)]);
    const first = unit(cross([0, 1, 0], outwards));
    const second = cross(outwards, first);
    const center: Vector3 = [at[0], at[1], side * radius * 0.62];
    const shells: readonly (readonly [number, number, LinearColor])[] = [
      [1.0, -0.6, blend(rim, color, 0.4)],
      [1.06, -0.12, blend(rim, color, 0.2)],
      [1, 0.08, rim],
      [0.9, 0.04, blend(color, rim, 0.15)],
      [0.55, -0.08, scale(color, 0.9)],
      [0.2, -0.12, scale(color, 0.55)],
    ];
    const base = mesh.positions.length / 3;
    for (const [share, out, shade] of shells) {
      for (let corner = 0; corner < sides; corner += 1) {
        const [c, s] = [cosDegrees((360 * corner) / sides), sinDegrees((360 * corner) / sides)];
        const offset = plus(scale(first, c * share), scale(second, s * share * 1.12));
        const normal = share > 1.01 ? offset : plus(outwards, scale(offset, -0.25));
        addVertex(mesh, along(along(center, offset, radius), outwards, out * radius), normal, shade);
      }
    }
    for (let shell = 0; shell + 1 < shells.length; shell += 1) {
      for (let corner = 0; corner < sides; corner += 1) {
        const [a, b] = [base + shell * sides + corner, base + shell * sides + ((corner + 1) % sides)];
        addQuad(mesh, a, b, b + sides, a + sides);
      }
    }
    const last = base + (shells.length - 1) * sides;
    const middle = addVertex(mesh, along(center, outwards, -0.12 * radius), outwards, scale(color, 0.5));
    for (let corner = 0; corner < sides; corner += 1)
      addTriangle(mesh, middle, last + corner, last + ((corner + 1) % sides));
  }
}
