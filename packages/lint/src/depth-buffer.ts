// Draws what hides into a coarse picture of distances, and measures how much of a body it covers.
import type { Body } from './body.ts';
import { depthInside, hides } from './checks/measure-camera.ts';
import { enter, type Solid } from './solid.ts';
import type { View } from './view.ts';

/** Distances along the line of sight, and what is there. */
export interface Occluders {
  readonly view: View;
  readonly columns: number;
  readonly rows: number;
  /** Infinity where nothing hides. */
  readonly depths: Float64Array;
  readonly bodies: readonly (Body | undefined)[];
  /** What may still be done: see {@link PATIENCE}. */
  patience: number;
}

/** About as many pixels; they have the form that the picture has. */
const PIXELS = 40_000;

/**
 * How much work drawing may be, and measuring as well: a pixel counts 1, a ray {@link RAY} more. Occluders are drawn from
 * near to far, so that what is left out in a scene of very many large things is the farthest: fewer things are said to be
 * hidden, never more.
 */
const PATIENCE = 20_000_000;
const RAY = 5;

/** How many pixels of a large outline are looked at. */
const SAMPLES = 1000;

/** An outline of fewer pixels says little: then everything around must be covered as well. */
const SMALL = 16;

/** Bodies in front of one another by less than this share of their distance count as equally far. */
const DEPTH_TOLERANCE = 1e-6;

export function drawOccluders(view: View, bodies: readonly Body[]): Occluders {
  const aspect = view.halfWidth / view.halfHeight;
  const rows = Math.max(1, Math.round(Math.sqrt(PIXELS / aspect)));
  const columns = Math.max(1, Math.round(PIXELS / rows));
  const depths = new Float64Array(columns * rows).fill(Infinity);
  const owners: (Body | undefined)[] = new Array(columns * rows).fill(undefined);
  const occluders: Occluders = { view, columns, rows, depths, bodies: owners, patience: PATIENCE };

  const nearestFirst = bodies
    .filter((body) => body.solids.some(hides) && depthInside(view, body) === 0)
    .map((body) => ({ body, depth: depthOf(view, body) }))
    .sort((a, b) => a.depth - b.depth);
  for (const { body } of nearestFirst) {
    for (const solid of body.solids.filter(hides)) {
      const nearest = nearestDepth(view, solid);
      forEachPixel(occluders, outlineOf(occluders, solid), 1, (pixel, dx, dy, dz) => {
        if (depths[pixel]! <= nearest) return false;
        occluders.patience -= RAY;
        const depth = enterFrom(view, solid, dx, dy, dz);
        if (depth < depths[pixel]!) {
          depths[pixel] = depth;
          owners[pixel] = body;
        }
        return false;
      });
    }
  }
  occluders.patience = PATIENCE;
  return occluders;
}

/** How much of a body's outline is covered, and by what most; nothing if more than `visibleShare` of it can be seen. */
export function measureCover(
  occluders: Occluders,
  body: Body,
  visibleShare: number,
): { readonly share: number; readonly by: Body } | undefined {
  const { view, depths, bodies } = occluders;
  const covering = new Map<Body, number>();
  const outline = unite(body.solids.map((solid) => outlineOf(occluders, solid)));
  const stride = Math.max(1, Math.ceil(Math.sqrt(areaOf(outline) / SAMPLES)));
  const mayBeSeen = (visibleShare * areaOf(outline)) / (stride * stride);
  let visible = 0;
  let covered = 0;
  const cover = (owner: Body) => {
    covering.set(owner, (covering.get(owner) ?? 0) + 1);
    covered += 1;
  };
  forEachPixel(occluders, outline, stride, (pixel, dx, dy, dz) => {
    occluders.patience -= RAY * body.solids.length;
    let depth = Infinity;
    for (const solid of body.solids) depth = Math.min(depth, enterFrom(view, solid, dx, dy, dz));
    if (depth === Infinity) return false;
    const owner = bodies[pixel];
    if (owner !== undefined && owner !== body && depths[pixel]! < depth * (1 - DEPTH_TOLERANCE)) cover(owner);
    else visible += 1;
    return visible > mayBeSeen;
  });
  if (occluders.patience <= 0 || visible > visibleShare * (visible + covered)) return undefined;
  if (visible + covered < SMALL) {
    const nearest = depthOf(view, body);
    forEachPixel(occluders, widen(occluders, outline), 1, (pixel) => {
      const owner = bodies[pixel];
      if (owner !== undefined && owner !== body && depths[pixel]! < nearest) cover(owner);
      else visible += 1;
      return visible > 0;
    });
    if (visible > 0) return undefined;
  }
  let by: Body | undefined;
  for (const [owner, count] of covering) {
    const most = by === undefined ? 0 : (covering.get(by) ?? 0);
    if (count > most || (count === most && by !== undefined && owner.index < by.index)) by = owner;
  }
  return by === undefined ? undefined : { share: covered / (visible + covered), by };
}

/** Pixels from `left` and `top` up to, not including, `right` and `bottom`. */
interface Outline {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels whose centres a solid may cover: those of its own box as the camera sees it. */
function outlineOf({ view, columns, rows }: Occluders, solid: Solid): Outline {
  const { eye, right, up, back, halfWidth, halfHeight, near } = view;
  const { halfX, halfY, halfZ, rotation } = solid;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < 8; corner += 1) {
    const a = corner & 1 ? halfX : -halfX;
    const b = corner & 2 ? halfY : -halfY;
    const c = corner & 4 ? halfZ : -halfZ;
    const px = solid.x + rotation[0] * a + rotation[1] * b + rotation[2] * c - eye[0];
    const py = solid.y + rotation[3] * a + rotation[4] * b + rotation[5] * c - eye[1];
    const pz = solid.z + rotation[6] * a + rotation[7] * b + rotation[8] * c - eye[2];
    const depth = -(back[0] * px + back[1] * py + back[2] * pz);
    // What reaches to the eye may be anywhere in the picture.
    if (depth < near) return { left: 0, top: 0, right: columns, bottom: rows };
    const x = (right[0] * px + right[1] * py + right[2] * pz) / depth;
    const y = (up[0] * px + up[1] * py + up[2] * pz) / depth;
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  const column = (x: number) => (x / halfWidth + 1) * 0.5 * columns;
  const row = (y: number) => (1 - y / halfHeight) * 0.5 * rows;
  // A pixel's centre is half a pixel from its edge.
  return {
    left: Math.max(0, Math.ceil(column(minX) - 0.5)),
    top: Math.max(0, Math.ceil(row(maxY) - 0.5)),
    right: Math.min(columns, Math.floor(column(maxX) - 0.5) + 1),
    bottom: Math.min(rows, Math.floor(row(minY) - 0.5) + 1),
  };
}

function unite(outlines: readonly Outline[]): Outline {
  return {
    left: Math.min(...outlines.map(({ left }) => left)),
    top: Math.min(...outlines.map(({ top }) => top)),
    right: Math.max(...outlines.map(({ right }) => right)),
    bottom: Math.max(...outlines.map(({ bottom }) => bottom)),
  };
}

/** One pixel more on each side that is in the picture. */
function widen({ columns, rows }: Occluders, { left, top, right, bottom }: Outline): Outline {
  return {
    left: Math.max(0, left - 1),
    top: Math.max(0, top - 1),
    right: Math.min(columns, right + 1),
    bottom: Math.min(rows, bottom + 1),
  };
}

function areaOf({ left, top, right, bottom }: Outline): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/**
 * Calls `visit` with each pixel, or each `stride`-th of each `stride`-th row, and the ray through its centre, of length 1
 * along the line of sight; until it returns true or patience is at its end.
 */
function forEachPixel(
  occluders: Occluders,
  { left, top, right, bottom }: Outline,
  stride: number,
  visit: (pixel: number, dx: number, dy: number, dz: number) => boolean,
): void {
  const { view, columns, rows } = occluders;
  const { right: across, up, back, halfWidth, halfHeight } = view;
  const middle = stride >> 1;
  for (let row = top + middle; row < bottom; row += stride) {
    const y = (1 - (2 * row + 1) / rows) * halfHeight;
    const rowX = up[0] * y - back[0];
    const rowY = up[1] * y - back[1];
    const rowZ = up[2] * y - back[2];
    for (let column = left + middle; column < right; column += stride) {
      occluders.patience -= 1;
      if (occluders.patience <= 0) return;
      const x = ((2 * column + 1) / columns - 1) * halfWidth;
      if (visit(row * columns + column, rowX + across[0] * x, rowY + across[1] * x, rowZ + across[2] * x)) return;
    }
  }
}

function enterFrom({ eye }: View, solid: Solid, dx: number, dy: number, dz: number): number {
  return enter(solid, eye[0], eye[1], eye[2], dx, dy, dz);
}

/** At most the distance, along the line of sight, of anything of it. */
function nearestDepth({ eye, back }: View, solid: Solid): number {
  const center = back[0] * (eye[0] - solid.x) + back[1] * (eye[1] - solid.y) + back[2] * (eye[2] - solid.z);
  const { halfX, halfY, halfZ } = solid;
  return center - Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ);
}

function depthOf(view: View, body: Body): number {
  return Math.min(...body.solids.map((solid) => nearestDepth(view, solid)));
}
