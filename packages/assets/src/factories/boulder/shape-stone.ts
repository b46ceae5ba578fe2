// Turns the row of a stone's table into the surface of an individual: planes cut facets, then layers, steps and cracks.
import { cosDegrees, type Key, sinDegrees, type Vector3 } from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { fractal, hash, noise, smoothstep } from '../../build/noise.ts';
import { cross, dot, unit } from '../../build/vectors.ts';
import type { StoneTable } from './stone-table.ts';

/** Points of a surface, and what paint must know of them. */
export interface StoneSurface {
  /** Three numbers a point. */
  readonly places: Float64Array;
  /** 0..1: how deep in a crack or between two layers. */
  readonly grooves: Float64Array;
  /** 0..1: which layer. */
  readonly layers: Float64Array;
}

/** The surface of an individual. */
export interface StoneShape {
  /** A point for each of a ball, which are given as three numbers each. */
  readonly surface: (ball: Float64Array) => StoneSurface;
  readonly size: Vector3;
  readonly seed: number;
}

interface Plane {
  readonly normal: Vector3;
  readonly distance: number;
}

export function shapeStone(table: StoneTable, key: Key): StoneShape {
  const draws = createDraws(key);
  const planes = planesOf(table, draws);
  const cracks = Array.from({ length: table.cracks }, () => ({
    normal: unit([draws.between(-1, 1), draws.between(-0.5, 0.5), draws.between(-1, 1)]),
    distance: draws.between(-0.45, 0.45),
  }));
  const free = () => 1 + table.freedom * draws.between(-0.3, 0.35);
  const size: Vector3 = [table.size[0] * free(), table.size[1] * free(), table.size[2] * free()];
  const tilt: Vector3 = [draws.between(-0.25, 0.25), 0, draws.between(-0.25, 0.25)];
  const seed = draws.seed();
  const typical = Math.min(Math.sqrt(size[0] * size[2]), 2 * size[1]);
  // Long stones have their points where their surface is.
  const spread = size.map((part) => 1 / Math.sqrt(part)) as unknown as Vector3;
  const { bevel, roughness, steps, strata } = table;
  const surface = (ball: Float64Array): StoneSurface => {
    const places = new Float64Array(ball.length);
    const grooves = new Float64Array(ball.length / 3);
    const layers = new Float64Array(ball.length / 3).fill(0.5);
    for (let point = 0, at = 0; at < ball.length; point += 1, at += 3) {
      const direction = unit([ball[at]! * spread[0], ball[at + 1]! * spread[1], ball[at + 2]! * spread[2]]);
      const radius = cutRadius(planes, direction, bevel);
      let x = direction[0] * radius;
      const y = direction[1] * radius;
      let z = direction[2] * radius;
      let bump = roughness * (fractal(3.5 * x, 3.5 * y, 3.5 * z, seed) + 0.5 * noise(15 * x, 15 * y, 15 * z, seed + 7));
      if (steps > 0) bump += steps * stepAt(2.1 * x, 2.1 * y, 2.1 * z, seed + 3);
      let groove = 0;
      if (cracks.length > 0) {
        const wave = 0.09 * noise(2.5 * x, 2.5 * y, 2.5 * z, seed + 5);
        for (let crack = 0; crack < cracks.length; crack += 1) {
          const { normal, distance } = cracks[crack]!;
          const off = Math.abs(normal[0] * x + normal[1] * y + normal[2] * z - distance + wave);
          groove = Math.max(groove, smoothstep(0.05, 0.005, off));
        }
      }
      if (strata !== undefined) {
        const high = strata.count * (y + tilt[0] * x + tilt[2] * z + 0.05 * noise(2 * x, 2 * y, 2 * z, seed + 11));
        const index = Math.floor(high);
        const within = high - index;
        const layer = hash(index, 1, 1, seed);
        const edge = smoothstep(0.2, 0, within) + smoothstep(0.85, 1, within);
        // Beds in the ground stay as they were: flattened where it begins, they would fold over.
        const back = 1 - strata.depth * (0.75 * layer + 0.45 * edge) * smoothstep(-0.6, -0.42, y);
        groove = Math.max(groove, 0.8 * edge);
        layers[point] = layer;
        x *= back;
        z *= back;
      }
      grooves[point] = groove;
      // Bumps are as deep in all directions, however long the stone is.
      const out = (bump - 0.055 * groove) * radius * typical;
      places[at] = x * size[0] + out * direction[0];
      places[at + 1] = y * size[1] + out * direction[1];
      places[at + 2] = z * size[2] + out * direction[2];
    }
    return { places, grooves, layers };
  };
  return { surface, size, seed };
}

/** −0.6..0.4: a level for each cell around scattered points, and a crack between cells. Of 8 cells near by: rock forgives. */
function stepAt(x: number, y: number, z: number, seed: number): number {
  const [column, row, slice] = [Math.floor(x - 0.5), Math.floor(y - 0.5), Math.floor(z - 0.5)];
  let [nearest, second, id] = [9, 9, 0];
  for (let corner = 0; corner < 8; corner += 1) {
    const i = column + (corner & 1);
    const j = row + ((corner >> 1) & 1);
    const k = slice + (corner >> 2);
    // One hash gives three numbers, good enough for where a point is.
    const draw = hash(i, j, k, seed);
    const dx = i + 0.15 + 0.7 * draw - x;
    const dy = j + 0.15 + 0.7 * ((1009 * draw) % 1) - y;
    const dz = k + 0.15 + 0.7 * ((31_337 * draw) % 1) - z;
    const square = dx * dx + dy * dy + dz * dz;
    if (square < nearest) {
      second = nearest;
      nearest = square;
      id = (977 * draw) % 1;
    } else if (square < second) second = square;
  }
  return (id - 0.6) * smoothstep(0, 0.1, Math.sqrt(second) - Math.sqrt(nearest));
}

/** How far it is to the nearest plane, edges rounded by a smooth minimum. */
function cutRadius(planes: readonly Plane[], direction: Vector3, bevel: number): number {
  let radius = 1.25;
  for (let plane = 0; plane < planes.length; plane += 1) {
    const { normal, distance } = planes[plane]!;
    const facing = dot(normal, direction);
    if (facing <= 0.05) continue;
    const cut = distance / facing;
    const overlap = bevel - Math.abs(radius - cut);
    radius = Math.min(radius, cut) - (overlap > 0 ? (overlap * overlap) / (4 * bevel) : 0);
  }
  return radius;
}

function planesOf({ blocky, chips, chipDepth, sides }: StoneTable, draws: Draws): Plane[] {
  if (sides !== undefined) return prism(sides, draws);
  const planes: Plane[] = [];
  const turn = 360 * draws.next();
  const lean = draws.between(-14, 14);
  const up = unit([sinDegrees(lean), cosDegrees(lean), draws.between(-0.2, 0.2)]);
  const first = unit(cross(up, [sinDegrees(turn), 0.05, cosDegrees(turn)]));
  const axes = [up, first, cross(up, first)];
  if (blocky > 0) {
    for (const axis of axes) {
      for (const side of [1, -1]) {
        const jitter = () => draws.between(-0.2, 0.2);
        const normal = unit([side * axis[0]! + jitter(), side * axis[1]! + 0.6 * jitter(), side * axis[2]! + jitter()]);
        planes.push({ normal, distance: draws.between(0.68, 0.92) / (0.3 + 0.7 * blocky) });
      }
    }
  }
  for (let chip = 0; chip < chips; chip += 1) {
    const normal = unit([draws.between(-1, 1), draws.between(-0.7, 1), draws.between(-1, 1)]);
    // Blocks reach farther at their corners, where most chips come off.
    const reach = blocky === 0 ? 1.02 : Math.min(1.2, 0.8 * normal.reduce((sum, part) => sum + Math.abs(part), 0));
    planes.push({ normal, distance: reach - chipDepth * draws.next() });
  }
  return planes;
}

/** Upright sides at uneven distances, a level top and bottom. */
function prism(sides: number, draws: Draws): Plane[] {
  const planes: Plane[] = [1, -1].map((side) => ({
    normal: unit([draws.between(-0.04, 0.04), side, draws.between(-0.04, 0.04)]),
    distance: 0.72,
  }));
  for (let side = 0; side < sides; side += 1) {
    const turn = (360 * (side + draws.between(-0.35, 0.35))) / sides;
    const normal = unit([cosDegrees(turn), draws.between(-0.12, 0.12), sinDegrees(turn)]);
    planes.push({ normal, distance: draws.between(0.68, 1) });
  }
  return planes;
}
