// Turns the sections of a posed bird into its closed body, each vertex colored by where it is at rest.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import { addQuad, addTriangle, addVertex, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { add, along, scale, subtract, unit } from '../../build/vectors.ts';
import type { Bump, Plumage } from './bird-table.ts';
import { type Control, type Section, sectionsAt, spreadPlaces, withCaps } from './spine.ts';

/** `rest` and `posed` are the same sections; `sides` corners each. */
export function loftBody(
  rest: readonly Section[],
  posed: readonly Section[],
  sides: number,
  bumps: readonly Bump[],
  plumage: Plumage,
): MeshBuilder {
  const mesh = createMeshBuilder();
  const turns = Array.from({ length: sides }, (_, side) => {
    const degrees = (360 * side) / sides;
    return [cosDegrees(degrees), sinDegrees(degrees)] as const;
  });
  const restRings = rest.map((section) => ringOf(section, turns));
  const lifts = restRings.map((ring) => ring.map((point) => liftAt(bumps, point)));
  const lifted = (sections: readonly Section[], rings: readonly (readonly Vector3[])[]): Vector3[][] =>
    rings.map((ring, index) =>
      ring.map((point, side) => {
        const lift = lifts[index]![side]!;
        return lift === 0 ? point : along(point, unit(subtract(point, sections[index]!.at)), lift);
      }),
    );
  const restPoints = unfolded(rest, lifted(rest, restRings));
  const points = unfolded(
    posed,
    lifted(
      posed,
      posed.map((section) => ringOf(section, turns)),
    ),
  );
  points.forEach((ring, index) => {
    const { way } = rest[index]!;
    ring.forEach((point, side) => {
      const color = plumage({ rest: restPoints[index]![side]!, way, up: turns[side]![0] });
      addVertex(mesh, point, [0, 0, 0], color);
    });
  });
  for (let ring = 0; ring + 1 < points.length; ring += 1) {
    for (let side = 0; side < sides; side += 1) {
      const [a, b] = [ring * sides + side, ring * sides + ((side + 1) % sides)];
      addQuad(mesh, a, b, b + sides, a + sides);
    }
  }
  closeEnd(mesh, 0, sides, along(points[0]![0]!, subtract(points[0]![sides >> 1]!, points[0]![0]!), 0.5), false);
  const last = points.at(-1)!;
  closeEnd(mesh, (points.length - 1) * sides, sides, along(last[0]!, subtract(last[sides >> 1]!, last[0]!), 0.5), true);
  setNormals(mesh);
  return mesh;
}

function ringOf({ at, up, side, halfHeight, halfWidth }: Section, turns: readonly (readonly [number, number])[]) {
  return turns.map(([cosine, sine]) => add(at, add(scale(up, cosine * halfHeight), scale(side, sine * halfWidth))));
}

function liftAt(bumps: readonly Bump[], [x, y, z]: Vector3): number {
  let sum = 0;
  for (const [bx, by, bz, radius, lift] of bumps) {
    const [dx, dy, dz] = [x - bx, y - by, Math.abs(z) - bz];
    const share = 1 - (dx * dx + dy * dy + dz * dz) / (radius * radius);
    if (share > 0) sum += lift * share * share;
  }
  return sum;
}

/**
 * On the inside of a sharp bend sections cross each other, and the skin would be turned inside out: there each line of points
 * along the body is drawn straight until it runs forwards everywhere.
 */
function unfolded(sections: readonly Section[], points: Vector3[][]): Vector3[][] {
  const sides = points[0]!.length;
  for (let side = 0; side < sides; side += 1) {
    for (let round = 0; round < 24; round += 1) {
      let folds = 0;
      for (let ring = 1; ring + 1 < points.length; ring += 1) {
        const [before, here, after] = [points[ring - 1]![side]!, points[ring]![side]!, points[ring + 1]![side]!];
        const { forward } = sections[ring]!;
        const step = (from: Vector3, to: Vector3) =>
          (to[0] - from[0]) * forward[0] + (to[1] - from[1]) * forward[1] + (to[2] - from[2]) * forward[2];
        const reach = Math.abs(step(sections[ring - 1]!.at, sections[ring + 1]!.at));
        if (step(before, here) > 0.12 * reach && step(here, after) > 0.12 * reach) continue;
        if (step(before, here) > 0 && step(here, after) > 0 && round > 8) continue;
        folds += 1;
        points[ring]![side] = scale(add(before, after), 0.5);
      }
      if (folds === 0) break;
    }
  }
  return points;
}

function closeEnd(mesh: MeshBuilder, ring: number, sides: number, center: Vector3, isFront: boolean): void {
  const color = [0, 1, 2].map((part) => mesh.colors[3 * ring + part]!) as unknown as Vector3;
  const middle = addVertex(mesh, center, [0, 0, 0], color);
  for (let side = 0; side < sides; side += 1) {
    const [a, b] = [ring + side, ring + ((side + 1) % sides)];
    if (isFront) addTriangle(mesh, middle, a, b);
    else addTriangle(mesh, middle, b, a);
  }
}

/** Each vertex takes the mean normal of its triangles, the larger ones counting more. */
export function setNormals({ positions, normals, indices }: MeshBuilder): void {
  for (let at = 0; at < indices.length; at += 3) {
    const a = 3 * indices[at]!;
    const b = 3 * indices[at + 1]!;
    const c = 3 * indices[at + 2]!;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    for (let corner = at; corner < at + 3; corner += 1) {
      const row = 3 * indices[corner]!;
      normals[row] = normals[row]! + x;
      normals[row + 1] = normals[row + 1]! + y;
      normals[row + 2] = normals[row + 2]! + z;
    }
  }
}

/** A station of {@link loftChain}. */
export interface ChainStation {
  readonly at: Vector3;
  readonly halfHeight: number;
  readonly halfWidth: number;
}

/** A closed body along stations, which lie side by side with the plane of the side view: a thigh, half a beak. `color` takes 0..1 along it. */
export function loftChain(
  stations: readonly ChainStation[],
  rings: number,
  sides: number,
  color: (share: number) => LinearColor,
): MeshBuilder {
  const controls = stations.map(
    (station, index): Control => ({
      ...station,
      side: [0, 0, 1],
      way: index / (stations.length - 1),
    }),
  );
  const sections = withCaps(sectionsAt(controls, spreadPlaces(controls, rings)), sides > 8 ? 2 : 1);
  return loftBody(sections, sections, sides, [], ({ way }) => color(way));
}
