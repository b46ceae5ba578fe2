// Turns triangles that may reach behind the near plane into their pieces before it.
import type { Corners, Triangles } from './fill-triangles.ts';

/** Buffers that clipping uses over and over. */
export interface ClipScratch {
  indices: Uint32Array;
  sources: Int32Array;
}

export function createClipScratch(): ClipScratch {
  return { indices: new Uint32Array(), sources: new Int32Array() };
}

/** How many corners there may be in the end. */
export function mostCorners(vertices: number, indices: Uint32Array): number {
  return vertices + 2 * (indices.length / 3);
}

/**
 * Cuts off what is nearer than `near`. Corners are given as right, up and depth in metres; the new ones are appended behind
 * the first `vertices`. An edge is cut from its far end on, the same way for both of its triangles, so that they stay joined.
 */
export function clipNear(
  corners: Corners,
  vertices: number,
  indices: Uint32Array,
  near: number,
  scratch: ClipScratch,
): Triangles & { readonly corners: number } {
  if (scratch.indices.length < 2 * indices.length) {
    scratch.indices = new Uint32Array(2 * indices.length);
    scratch.sources = new Int32Array(2 * (indices.length / 3));
  }
  const { indices: kept, sources } = scratch;
  let count = 0;
  let next = vertices;
  const keep = (a: number, b: number, c: number, source: number) => {
    kept[3 * count] = a;
    kept[3 * count + 1] = b;
    kept[3 * count + 2] = c;
    sources[count] = source;
    count += 1;
  };
  const isBefore = (corner: number) => (corners[3 * corner + 2] as number) > near;
  /** The new corner where an edge crosses the near plane. */
  const cut = (before: number, behind: number): number => {
    const depth = corners[3 * before + 2] as number;
    const share = (near - depth) / ((corners[3 * behind + 2] as number) - depth);
    for (let axis = 0; axis < 2; axis += 1) {
      const start = corners[3 * before + axis] as number;
      corners[3 * next + axis] = start + share * ((corners[3 * behind + axis] as number) - start);
    }
    corners[3 * next + 2] = near;
    next += 1;
    return next - 1;
  };
  for (let source = 0; 3 * source < indices.length; source += 1) {
    let a = indices[3 * source] as number;
    let b = indices[3 * source + 1] as number;
    let c = indices[3 * source + 2] as number;
    const before = (isBefore(a) ? 1 : 0) + (isBefore(b) ? 1 : 0) + (isBefore(c) ? 1 : 0);
    if (before === 0) continue;
    if (before === 3) {
      keep(a, b, c, source);
      continue;
    }
    // Turned until `a` is the corner that is alone on its side.
    const isAlone = before === 1;
    while (isBefore(a) !== isAlone) [a, b, c] = [b, c, a];
    if (isAlone) {
      keep(a, cut(a, b), cut(a, c), source);
    } else {
      const onAB = cut(b, a);
      const onAC = cut(c, a);
      keep(onAB, b, c, source);
      keep(onAB, c, onAC, source);
    }
  }
  return { indices: kept, sources, count, corners: next };
}
