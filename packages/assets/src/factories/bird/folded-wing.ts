// Adds a folded wing: a skin over the flank, and on it rows of feathers like the tiles of a roof.
import type { Vector3 } from '@diorama/geometry';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { mix, smoothstep } from '../../build/noise.ts';
import { blend, unit } from '../../build/vectors.ts';
import type { BirdTable, Tint, WingTable } from './bird-table.ts';
import { addStrip, FEATHER_EDGES, FEATHER_STEPS, featherColor, type StripRow } from './feathers.ts';
import { loftChain } from './loft-body.ts';
import type { Look } from './look.ts';
import { flankAt, type Section } from './spine.ts';

/** A row of feathers: where between shoulder and end their roots are and how far they reach, as shares; how many, of what. */
interface Row {
  readonly roots: number;
  /** 0 for primaries, which end where the table says. */
  readonly reach: number;
  readonly count: number;
  readonly layer: number;
  readonly tint: Tint;
  /** Which part of the wing's height it covers, from its lower edge (1) to the upper. */
  readonly from: number;
  readonly to: number;
}

/** Both wings at rest, in the frame of the body: flippers are solid, wings are sheets. `rest` is the body without the head. */
export function foldWings(table: BirdTable, rest: readonly Section[], look: Look) {
  const solid = createMeshBuilder();
  const sheets = createMeshBuilder();
  for (const side of [-1, 1]) {
    if (table.wing.kind === 'flipper') appendMesh(solid, flipper(table.wing, side, look));
    else foldWing(sheets, table.wing, rest, side, look);
  }
  return { solid, sheets };
}

function foldWing(sheets: MeshBuilder, wing: WingTable, rest: readonly Section[], side: number, look: Look): void {
  addWingSkin(sheets, wing, rest, side, look);
  for (const row of rowsOf(wing)) {
    const count = look.detail === 'low' ? Math.ceil(row.count / 2) : row.count;
    if (look.detail === 'low' && row.layer > 2) continue;
    for (let feather = 0; feather < count; feather += 1)
      layFeather(sheets, wing, rest, row, feather, count, side, look);
  }
}

function rowsOf(wing: WingTable): readonly Row[] {
  return [
    { roots: 0.45, reach: 0, count: 6, layer: 0, tint: wing.primary, from: 0.7, to: -0.15 },
    { roots: 0.4, reach: 0.6, count: 8, layer: 1, tint: wing.tertial ?? wing.secondary, from: 0.78, to: -0.85 },
    { roots: 0.24, reach: 0.36, count: 8, layer: 2, tint: wing.greater, from: 0.86, to: -0.9 },
    { roots: 0.11, reach: 0.3, count: 8, layer: 3, tint: wing.lesser, from: 0.9, to: -0.92 },
    { roots: 0, reach: 0.24, count: 7, layer: 4, tint: wing.lesser, from: 0.88, to: -0.9 },
  ];
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly thickness: number;
}

/** A point of the wing in the side view: `share` from shoulder to end, `height` from its lower (1) to its upper edge (−1). */
function wingPoint({ folded }: WingTable, share: number, height: number): Spot {
  const spot = Math.max(0, Math.min(1, share)) * (folded.length - 1);
  const index = Math.min(folded.length - 2, Math.floor(spot));
  const [a, b] = [folded[index]!, folded[index + 1]!];
  const t = spot - index;
  const [dx, dy] = unit([b[0] - a[0], b[1] - a[1], 0]);
  // The bend of the wing is round.
  const half = mix(a[2], b[2], t) * (0.55 + 0.45 * smoothstep(-0.05, 0.22, share));
  const thickness = mix(a[3] ?? 0.02, b[3] ?? 0.02, t);
  return { x: mix(a[0], b[0], t) - dy * half * height, y: mix(a[1], b[1], t) + dx * half * height, half, thickness };
}

/** Lies on the flank: thin at its front and its edges, thick in its middle. */
function onFlank(
  rest: readonly Section[],
  [px, py]: readonly [number, number],
  { thickness, half }: Spot,
  [share, height, layer]: readonly [share: number, height: number, layer: number],
  side: number,
  isFree = false,
): readonly [point: Vector3, normal: Vector3] {
  const { z, normal, offset, rise: reach } = flankAt(rest, px, py);
  // Feathers do not stand beyond the outline of the body they lie on; those that reach past its end may.
  const over = isFree ? 0 : offset - Math.max(-0.9, Math.min(0.9, offset));
  const [x, y] = [px - reach[0] * over, py - reach[1] * over];
  const rise = smoothstep(-0.02, 0.3, share);
  const edge = Math.min(1, Math.abs(height));
  const out = z + thickness * rise * (1 - 0.8 * edge * edge) + half * rise * 0.03 * layer + 0.012 * half;
  return [
    [x, y, side * out],
    [normal[0] * 0.9 - 0.1 * (1 - rise), normal[1] * 0.9 - 0.25 * height * rise, side * (normal[2] + 0.1)],
  ];
}

function addWingSkin(
  sheets: MeshBuilder,
  wing: WingTable,
  rest: readonly Section[],
  side: number,
  { detail }: Look,
): void {
  const [along, across] = { high: [10, 7], medium: [7, 5], low: [5, 3] }[detail] as [number, number];
  const rows = Array.from({ length: along }, (_, index): StripRow => {
    const share = index / (along - 1);
    const spots = Array.from({ length: across }, (_, column) => {
      const height = 1 - (2 * column) / (across - 1);
      const spot = wingPoint(wing, share, height);
      return onFlank(rest, [spot.x, spot.y], spot, [share, height, height * height > 0.9 ? -4 : -0.5], side);
    });
    const color = blend(wing.lesser.color, (wing.tertial ?? wing.secondary).color, smoothstep(0.3, 0.5, share));
    return { points: spots.map(([point]) => point), normals: spots.map(([, normal]) => normal), color };
  });
  addStrip(sheets, rows);
}

function layFeather(
  mesh: MeshBuilder,
  wing: WingTable,
  rest: readonly Section[],
  row: Row,
  feather: number,
  count: number,
  side: number,
  { detail, seed }: Look,
): void {
  const f = count === 1 ? 0.5 : feather / (count - 1);
  const height = row.from + (row.to - row.from) * f;
  const back = 0.08 * height * height;
  const rootShare = row.roots + back;
  const root = wingPoint(wing, rootShare, height);
  const isPrimary = row.reach === 0;
  const last = wing.folded.at(-1)!;
  // The lowest of the primaries is the longest of them; the rest end one after the other above it.
  const endShare = Math.min(1, rootShare + row.reach);
  const wingEnd = wingPoint(wing, endShare, height * 0.92);
  const end = isPrimary
    ? { x: mix(wing.folds[0], last[0], 0.75 * f), y: mix(wing.folds[1], last[1], 0.75 * f) }
    : wingEnd;
  const halfWidth = isPrimary
    ? Math.max(last[2], wing.folded[1]![2] * 0.4) * 0.5
    : (1.3 * root.half * Math.abs(row.to - row.from)) / count;
  const way = unit([end.x - root.x, end.y - root.y, 0]);
  const edges = FEATHER_EDGES[detail];
  const tilt = detail === 'low' ? 0.15 : 0.45;
  const rows = FEATHER_STEPS[detail].map(([share, width]): StripRow => {
    const [x, y] = [mix(root.x, end.x, share), mix(root.y, end.y, share)];
    const at = isPrimary ? 1 : mix(rootShare, endShare, share);
    const half = width * halfWidth;
    const spots = edges.map((edge) => {
      const across = edge * half;
      const own = isPrimary ? 0.3 : height - edge * 0.2;
      const layer = row.layer + 1.2 * share - 0.3 * f - 0.25 * edge;
      return onFlank(rest, [x - way[1] * across, y + way[0] * across], root, [at, own, layer], side, isPrimary);
    });
    return {
      points: spots.map(([point]) => point),
      normals: spots.map(([, normal], index) => [
        normal[0] - way[1] * tilt * edges[index]!,
        normal[1] + way[0] * tilt * edges[index]!,
        normal[2],
      ]),
      color: featherColor(row.tint, share, feather + 17 * row.layer, seed),
    };
  });
  addStrip(mesh, rows);
}

/** A stiff paddle that hangs beside the body. */
function flipper({ folded, at, lesser }: WingTable, side: number, { detail }: Look): MeshBuilder {
  const stations = folded.map(([x, y, halfHeight, halfWidth = halfHeight], index) => ({
    at: [x, y, side * (at[2] + 0.02 * index)] as const,
    halfHeight,
    halfWidth,
  }));
  return loftChain(
    stations,
    { high: 16, medium: 10, low: 5 }[detail],
    { high: 14, medium: 10, low: 6 }[detail],
    () => lesser.color,
  );
}
