// Adds ears to a mesh: the cupped ears of most animals, and an elephant's fans.
import { type LinearColor, pow, sinDegrees, type Vector3 } from '@diorama/geometry';
import { addQuad, addVertex, type MeshBuilder } from '../../build/mesh-builder.ts';
import { mix, noise, smoothstep } from '../../build/noise.ts';
import { add, along, blend, cross, dot, scale, subtract, unit } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION, REGION_COUNT } from '../../solid/round-cone.ts';
import type { Body } from './assemble-body.ts';

/** A cupped ear. */
export interface Pinna {
  readonly base: Vector3;
  readonly tip: Vector3;
  /** The way its opening looks. */
  readonly face: Vector3;
  /** Half its width at most, metres. */
  readonly radius: number;
  readonly shape: 'round' | 'leaf' | 'point';
}

/** The back has the coat's color, the inside is pale. */
export function addPinna(mesh: MeshBuilder, { base, tip, face, radius, shape }: Pinna, coat: Coat): void {
  const axis = unit(subtract(tip, base));
  const across = unit(cross(axis, face));
  const front = unit(cross(across, axis));
  const shares = new Float64Array(REGION_COUNT);
  shares[REGION.ear] = 1;
  const way = new Float64Array(REGION_COUNT);
  const point = (row: number, column: number): Vector3 => {
    const t = Math.min(ROWS, Math.max(0, row)) / ROWS;
    const edge = (Math.min(COLUMNS, Math.max(0, column)) / COLUMNS) * 2 - 1;
    const half = radius * outline(shape, t) + 1e-4;
    return along(
      along(blend(base, tip, t), across, half * edge),
      front,
      half * (0.75 * edge * edge - 0.35) * (1 - 0.3 * t),
    );
  };
  for (const isBack of [false, true]) {
    const first = mesh.positions.length / 3;
    for (let row = 0; row <= ROWS; row += 1) {
      for (let column = 0; column <= COLUMNS; column += 1) {
        const edge = Math.abs((column / COLUMNS) * 2 - 1);
        const [up, right] = [
          subtract(point(row + 1, column), point(row - 1, column)),
          subtract(point(row, column + 1), point(row, column - 1)),
        ];
        const square = unit(cross(up, right));
        const normal = dot(square, front) > 0 === isBack ? scale(square, -1) : square;
        const at = along(point(row, column), front, isBack ? -radius * 0.12 * (1 - edge * edge * edge * edge) : 0);
        const own = coat({ rest: at, shares, along: way, normal });
        const inside = scale([0.36, 0.26, 0.2], 0.6 + (0.4 * row) / ROWS);
        addVertex(
          mesh,
          at,
          normal,
          isBack ? own : blend<LinearColor>(inside as LinearColor, own, smoothstep(0.55, 0.95, edge)),
        );
      }
    }
    for (let row = 0; row < ROWS; row += 1) {
      for (let column = 0; column < COLUMNS; column += 1) {
        const a = first + row * (COLUMNS + 1) + column;
        const c = a + COLUMNS + 1;
        if (isBack) addQuad(mesh, a, c, c + 1, a + 1);
        else addQuad(mesh, a, a + 1, c + 1, c);
      }
    }
  }
}

const ROWS = 8;
const COLUMNS = 6;

/** Half the width at a share of the length, as a share of the most. */
function outline(shape: Pinna['shape'], t: number): number {
  if (shape === 'round') return Math.sqrt(Math.max(0, 1 - t * t * t * t));
  if (shape === 'leaf') return pow(sinDegrees(180 * (0.2 + 0.8 * t)), 0.8);
  return pow(1 - t, 0.75) * (0.9 + 0.5 * t);
}

/** An African elephant's ear: a sheet from its hinge to its rim. */
export function addFanEar(mesh: MeshBuilder, body: Body, side: number): void {
  const rows = 6;
  const columns = 30;
  const point = (row: number, column: number): Vector3 => {
    const e = Math.min(rows, Math.max(0, row)) / rows;
    const u = (Math.min(columns, Math.max(0, column)) / columns) * (FAN_RIM.length - 1);
    const index = Math.min(FAN_RIM.length - 2, Math.floor(u));
    const f = u - index;
    const t = f * f * (3 - 2 * f) * 0.4 + f * 0.6;
    const [from, to] = [FAN_RIM[index]!, FAN_RIM[index + 1]!];
    const x = 0.04 + (mix(from[0], to[0], t) - 0.04) * e;
    const hinge = 0.03 + 0.46 * (0.5 - column / columns);
    const y = hinge * (1 - e) + (mix(from[1], to[1], t) - 0.02) * e;
    const out = Math.max(0, -x);
    const ripple = 0.03 * sinDegrees(40 * column) * e * e;
    return body.onHead([x, y, side * (0.32 + out - 0.42 * out * out + ripple)]);
  };
  const first = mesh.positions.length / 3;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const [outward, around] = [
        subtract(point(row + 1, column), point(row - 1, column)),
        subtract(point(row, column + 1), point(row, column - 1)),
      ];
      const shade = 0.85 + 0.2 * noise(row * 0.8, column * 0.35, 1, 5);
      const color = scale(blend<LinearColor>([0.135, 0.122, 0.112], [0.19, 0.148, 0.128], row / rows), shade);
      const normal = scale(unit(cross(outward, around)), side);
      addVertex(mesh, add(point(row, column), scale(normal, 0.006)), normal, color);
    }
  }
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const a = first + row * (columns + 1) + column;
      const c = a + columns + 1;
      if (side > 0) addQuad(mesh, a, c, c + 1, a + 1);
      else addQuad(mesh, a, a + 1, c + 1, c);
    }
  }
}

/** The rim from the top of the hinge to its bottom, in the side view of the head. */
const FAN_RIM: readonly (readonly [x: number, y: number])[] = [
  [0.08, 0.46],
  [-0.25, 0.66],
  [-0.62, 0.6],
  [-0.88, 0.32],
  [-0.92, -0.05],
  [-0.8, -0.42],
  [-0.58, -0.8],
  [-0.36, -1.02],
  [-0.18, -0.88],
  [-0.05, -0.55],
  [0.02, -0.2],
];
