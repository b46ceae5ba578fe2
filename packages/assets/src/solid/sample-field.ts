// Turns posed round cones into their distance field on a grid, finer where it matters.
import type { Vector3 } from '@diorama/geometry';
import { mix } from '../build/noise.ts';
import { add } from '../build/vectors.ts';
import { coneReach, type PosedCone } from './round-cone.ts';

/** Distances at the corners of a rectilinear grid; x runs fastest, then y, then z. */
export interface Field {
  readonly values: Float32Array;
  /** Coordinates of the grid's planes, rising. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly zs: Float64Array;
}

/** A box in which cells are smaller. */
export interface Focus {
  readonly least: Vector3;
  readonly greatest: Vector3;
  /** Times the common edge of a cell. */
  readonly fineness: number;
}

/** How far the surface of a cone is pushed outwards at a point, metres: wool. */
export type Displacement = (cone: PosedCone, x: number, y: number, z: number) => number;

/** The field of cones in their order; each is only computed near itself. `cell` is the edge of a grid cell, metres. */
export function sampleField(
  cones: readonly PosedCone[],
  cell: number,
  focus?: Focus,
  displacement?: Displacement,
): Field {
  return fillField(cones, fieldGrid(cones, cell, focus), cell, displacement);
}

/** Reads a field between its corners, linearly; 1 outside its grid. */
export function fieldReader({ values, xs, ys, zs }: Field): (x: number, y: number, z: number) => number {
  const [columns, rows, layers] = [finderOf(xs), finderOf(ys), finderOf(zs)];
  const [up, behind] = [xs.length, xs.length * ys.length];
  return (x, y, z) => {
    const column = findPlane(columns, x) - 1;
    const row = findPlane(rows, y) - 1;
    const layer = findPlane(layers, z) - 1;
    if (column < 0 || row < 0 || layer < 0) return 1;
    if (column + 1 >= xs.length || row + 1 >= ys.length || layer + 1 >= zs.length) return 1;
    const u = (x - xs[column]!) / (xs[column + 1]! - xs[column]!);
    const v = (y - ys[row]!) / (ys[row + 1]! - ys[row]!);
    const w = (z - zs[layer]!) / (zs[layer + 1]! - zs[layer]!);
    const at = layer * behind + row * up + column;
    const low = mix(mix(values[at]!, values[at + 1]!, u), mix(values[at + up]!, values[at + up + 1]!, u), v);
    const far = at + behind;
    const high = mix(mix(values[far]!, values[far + 1]!, u), mix(values[far + up]!, values[far + up + 1]!, u), v);
    return mix(low, high, w);
  };
}

/** The planes of a field's grid. */
export type Grid = Pick<Field, 'xs' | 'ys' | 'zs'>;

/** A grid that holds all cones, with room around them. */
export function fieldGrid(cones: readonly PosedCone[], cell: number, focus?: Focus): Grid {
  const boxes = cones.map((cone) => boxOf(cone));
  const [xs, ys, zs] = [0, 1, 2].map((axis) => {
    const least = Math.min(...boxes.map((box) => box.least[axis]!)) - 2.5 * cell;
    const greatest = Math.max(...boxes.map((box) => box.greatest[axis]!)) + 2.5 * cell;
    return gridPlanes(least, greatest, cell, focus, axis);
  }) as [Float64Array, Float64Array, Float64Array];
  return { xs, ys, zs };
}

/** The field at the corners of a grid, or of some planes of it: the numbers are the same. */
export function fillField(
  cones: readonly PosedCone[],
  { xs, ys, zs }: Grid,
  cell: number,
  displacement?: Displacement,
): Field {
  const values = new Float32Array(xs.length * ys.length * zs.length).fill(1);
  for (const cone of cones) splat(cone, boxOf(cone), 2 * cell, { values, xs, ys, zs }, displacement);
  return { values, xs, ys, zs };
}

interface Box {
  readonly least: Vector3;
  readonly greatest: Vector3;
}

function boxOf({ cone, from, axis }: PosedCone): Box {
  const reach = coneReach(cone) + 0.002;
  const to = add(from, axis);
  const corner = (pick: (a: number, b: number) => number, by: number): Vector3 => [
    pick(from[0], to[0]) + by,
    pick(from[1], to[1]) + by,
    pick(from[2], to[2]) + by,
  ];
  return { least: corner(Math.min, -reach), greatest: corner(Math.max, reach) };
}

/** Planes a cell apart, closer inside the focus, with a gradual change around it. */
function gridPlanes(
  least: number,
  greatest: number,
  cell: number,
  focus: Focus | undefined,
  axis: number,
): Float64Array {
  const planes = [least];
  let at = least;
  while (at < greatest) {
    at += cell * finenessAt(at, cell, focus, axis);
    planes.push(at);
  }
  return Float64Array.from(planes);
}

function finenessAt(at: number, cell: number, focus: Focus | undefined, axis: number): number {
  if (focus === undefined) return 1;
  const outside = Math.max(focus.least[axis]! - at, at - focus.greatest[axis]!, 0);
  return focus.fineness + (1 - focus.fineness) * Math.min(1, outside / (6 * cell));
}

function splat(
  posed: PosedCone,
  box: Box,
  margin: number,
  { values, xs, ys, zs }: Field,
  displacement: Displacement | undefined,
): void {
  const { blend } = posed.cone;
  const { from, axis, inverseLength } = posed;
  // How much of the x axis stands square to the cone's.
  const upright = 1 - axis[0] * axis[0] * inverseLength;
  const pad = blend + margin;
  const reach = coneReach(posed.cone) + 0.002 + pad;
  const columns = finderOf(xs);
  const [y0, y1] = [firstPlane(ys, box.least[1] - pad), firstPlane(ys, box.greatest[1] + pad)];
  const [z0, z1] = [firstPlane(zs, box.least[2] - pad), firstPlane(zs, box.greatest[2] + pad)];
  const shell: Shell = { posed, blend, pad, margin, displacement };
  const row: Row = { values, xs, at: 0, x0: 0, x1: 0 };
  for (let layer = z0; layer < z1; layer += 1) {
    const z = zs[layer]!;
    const oz = z - from[2];
    for (let line = y0; line < y1; line += 1) {
      const y = ys[line]!;
      // Only a stretch of the row is within the box and the cylinder around the cone.
      let [least, greatest] = [box.least[0] - pad, box.greatest[0] + pad];
      if (upright > 1e-6) {
        const oy = y - from[1];
        const across = oy * axis[1] + oz * axis[2];
        const middle = axis[0] * across * inverseLength;
        const square =
          middle * middle - upright * (oy * oy + oz * oz - across * across * inverseLength - reach * reach);
        if (square <= 0) continue;
        const half = Math.sqrt(square);
        least = Math.max(least, from[0] + (middle - half) / upright);
        greatest = Math.min(greatest, from[0] + (middle + half) / upright);
        if (least > greatest) continue;
      }
      row.at = (layer * ys.length + line) * xs.length;
      row.x0 = findPlane(columns, least);
      row.x1 = findPlane(columns, greatest);
      splatRow(shell, row, y, z);
    }
  }
}

/** A cone with how far around its surface distances matter, metres. */
interface Shell {
  readonly posed: PosedCone;
  readonly blend: number;
  readonly pad: number;
  readonly margin: number;
  readonly displacement: Displacement | undefined;
}

/** A stretch of the columns of a row. */
interface Row {
  readonly values: Float32Array;
  readonly xs: Float64Array;
  /** Where the row begins among the values. */
  at: number;
  x0: number;
  x1: number;
}

/** {@link coneDistance} and {@link meltedUnion} written out: half of all time is spent here. */
function splatRow(shell: Shell, { values, xs, at, x0, x1 }: Row, py: number, pz: number): void {
  const { posed, blend, pad, margin, displacement } = shell;
  const { from, axis, flatAxis, inverseLength, radius: fromRadius, growth, flatness: fromFlatness, flattening } = posed;
  const [ax, ay, az] = [axis[0], axis[1], axis[2]];
  const [nx, ny, nz] = [flatAxis[0], flatAxis[1], flatAxis[2]];
  const [fx, oy, oz] = [from[0], py - from[1], pz - from[2]];
  const across = oy * ay + oz * az;
  const quarter = blend > 0 ? 1 / (4 * blend) : 0;
  for (let column = x0; column < x1; column += 1) {
    const ox = xs[column]! - fx;
    const share = (ox * ax + across) * inverseLength;
    const t = share < 0 ? 0 : Math.min(share, 1);
    const x = ox - ax * t;
    const y = oy - ay * t;
    const z = oz - az * t;
    const squared = x * x + y * y + z * z;
    const radius = fromRadius + growth * t;
    const flatness = fromFlatness + flattening * t;
    const outside = (flatness > 1 ? radius * flatness : radius) + pad;
    if (squared > outside * outside) continue;
    const inside = (flatness < 1 ? radius * flatness : radius) - pad;
    const place = at + column;
    const value = values[place]!;
    if (inside > 0 && squared < inside * inside) {
      // Too deep to melt with anything.
      if (value > -pad) values[place] = -pad;
      continue;
    }
    let distance: number;
    if (flatness === 1) distance = Math.sqrt(squared) - radius;
    else {
      const off = x * nx + y * ny + z * nz;
      const steep = 1 / (flatness * flatness);
      const extra = (steep - 1) * off * off;
      const stretched = squared + extra || 1e-18;
      const length = Math.sqrt(stretched);
      distance = ((length - radius) * length) / Math.sqrt(stretched + steep * extra);
    }
    if (displacement !== undefined && Math.abs(distance) < 2 * margin) {
      distance -= displacement(posed, xs[column]!, py, pz);
    }
    const overlap = blend - Math.abs(value - distance);
    const least = Math.min(value, distance);
    values[place] = overlap > 0 ? least - overlap * overlap * quarter : least;
  }
}

/** Where to begin to look for a plane: a place for each stretch as long as the shortest step. */
interface Finder {
  readonly planes: Float64Array;
  readonly least: number;
  readonly perMetre: number;
  readonly places: Int32Array;
}

function finderOf(planes: Float64Array): Finder {
  const known = FINDERS.get(planes);
  if (known !== undefined) return known;
  let step = Infinity;
  for (let index = 1; index < planes.length; index += 1) step = Math.min(step, planes[index]! - planes[index - 1]!);
  const least = planes[0]!;
  const count = Math.ceil((planes.at(-1)! - least) / step) + 1;
  const places = new Int32Array(count);
  for (let index = 0, place = 0; place < count; place += 1) {
    while (index < planes.length && planes[index]! < least + place * step) index += 1;
    places[place] = index;
  }
  const finder = { planes, least, perMetre: 1 / step, places };
  FINDERS.set(planes, finder);
  return finder;
}
const FINDERS = new WeakMap<Float64Array, Finder>();

/** {@link firstPlane}, in a step or two. */
function findPlane({ planes, least, perMetre, places }: Finder, coordinate: number): number {
  const place = Math.floor((coordinate - least) * perMetre);
  if (place < 0) return 0;
  let index = place < places.length ? places[place]! : planes.length;
  while (index < planes.length && planes[index]! < coordinate) index += 1;
  while (index > 0 && planes[index - 1]! >= coordinate) index -= 1;
  return index;
}

/** The first plane that is not below a coordinate. */
function firstPlane(planes: Float64Array, coordinate: number): number {
  let low = 0;
  let high = planes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (planes[middle]! < coordinate) low = middle + 1;
    else high = middle;
  }
  return low;
}
