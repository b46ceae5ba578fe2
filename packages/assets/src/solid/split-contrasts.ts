// Splits the triangles of a painted mesh where their colors differ, so that patterns have clean edges.
import type { MeshBuilder } from '../build/mesh-builder.ts';

/** Halves each edge between two colors that differ by more than `contrast`. `paint` is told of each new vertex, in order, and gives it its color. */
export function splitContrasts(mesh: MeshBuilder, paint: (vertex: number) => void, contrast: number): void {
  const { indices } = mesh;
  const middles = new Map<number, number>();
  const count = mesh.positions.length / 3;
  const shades = shadesOf(mesh.colors);
  const middleOf = (a: number, b: number) => {
    if (difference(shades, a, b) < contrast) return -1;
    const edge = a < b ? a * count + b : b * count + a;
    const known = middles.get(edge);
    if (known !== undefined) return known;
    const vertex = addMiddle(mesh, a, b);
    paint(vertex);
    middles.set(edge, vertex);
    return vertex;
  };
  const length = indices.length;
  for (let at = 0; at < length; at += 3) {
    const a = indices[at]!;
    const b = indices[at + 1]!;
    const c = indices[at + 2]!;
    const ab = middleOf(a, b);
    const bc = middleOf(b, c);
    const ca = middleOf(c, a);
    if (ab < 0 && bc < 0 && ca < 0) continue;
    splitTriangle(indices, at, [a, b, c], [ab, bc, ca]);
  }
}

/** As eyes see them, about: the square roots of red, green and blue. */
function shadesOf(colors: readonly number[]): Float64Array {
  const shades = new Float64Array(colors.length);
  for (let at = 0; at < shades.length; at += 1) shades[at] = Math.sqrt(Math.max(0, colors[at]!));
  return shades;
}

function difference(shades: Float64Array, a: number, b: number): number {
  const first = 3 * a;
  const second = 3 * b;
  return (
    Math.abs(shades[first]! - shades[second]!) +
    Math.abs(shades[first + 1]! - shades[second + 1]!) +
    Math.abs(shades[first + 2]! - shades[second + 2]!)
  );
}

function addMiddle({ positions, normals }: MeshBuilder, a: number, b: number): number {
  const vertex = positions.length / 3;
  for (let axis = 0; axis < 3; axis += 1) {
    positions.push((positions[3 * a + axis]! + positions[3 * b + axis]!) / 2);
    normals.push((normals[3 * a + axis]! + normals[3 * b + axis]!) / 2);
  }
  return vertex;
}

/** Replaces the triangle at a place of the list by two, three or four. A middle of −1 is an edge that stays whole. */
function splitTriangle(
  indices: number[],
  at: number,
  corners: readonly [number, number, number],
  middles: readonly [number, number, number],
): void {
  const split = middles.filter((middle) => middle >= 0).length;
  // Turn it so that the first edge is split, and the third is not, unless all are.
  let turn = 0;
  while (middles[turn % 3]! < 0 || (split === 2 && middles[(turn + 2) % 3]! >= 0)) turn += 1;
  const corner = (index: number) => corners[(index + turn) % 3]!;
  const middle = (index: number) => middles[(index + turn) % 3]!;
  const [a, b, c, ab, bc] = [corner(0), corner(1), corner(2), middle(0), middle(1)];
  if (split === 1) {
    replace(indices, at, a, ab, c);
    indices.push(ab, b, c);
  } else if (split === 2) {
    replace(indices, at, ab, b, bc);
    indices.push(a, ab, bc, a, bc, c);
  } else {
    const ca = middle(2);
    replace(indices, at, ab, bc, ca);
    indices.push(a, ab, ca, ab, b, bc, ca, bc, c);
  }
}

function replace(indices: number[], at: number, a: number, b: number, c: number): void {
  indices[at] = a;
  indices[at + 1] = b;
  indices[at + 2] = c;
}
