// Turns the row of a tuft's table into an individual: blades that rise from one root and lean outwards.
import {
  cosDegrees,
  extend,
  type Key,
  type LinearColor,
  type Model,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addBlade, addLeaf, addTube } from '../../build/shapes.ts';
import { add, along, blend, cross, scale, unit } from '../../build/vectors.ts';

/** Metres. */
export interface TuftTable {
  readonly blades: number;
  /** Of the ground that it covers. */
  readonly radius: number;
  readonly height: readonly [least: number, greatest: number];
  /** Half the width of a blade at its root. */
  readonly halfWidth: number;
  /** How far a blade leans out, as a share of its height; and how far its tip droops. */
  readonly lean: readonly [least: number, greatest: number];
  readonly droop: number;
  readonly root: LinearColor;
  readonly tip: LinearColor;
  /** What is at the tips of some blades. */
  readonly head?: {
    readonly share: number;
    readonly kind: 'plume' | 'flower' | 'spike';
    readonly colors: readonly LinearColor[];
  };
  /** Leaflets on both sides of each blade: how many, and how long at most as a share of the blade. */
  readonly leaflets?: { readonly count: number; readonly length: number };
}

/** In metres of its table; its root is at the origin. */
export function buildTuft(table: TuftTable, key: Key): Model {
  const draws = createDraws(extend(key, 'tuft'));
  const [sheets, solid] = [createMeshBuilder(), createMeshBuilder()];
  for (let blade = 0; blade < table.blades; blade += 1) {
    const turn = 360 * draws.next();
    const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
    const root = scale(outward, table.radius * Math.sqrt(draws.next()));
    const height = draws.between(...table.height);
    const lean = draws.between(...table.lean) * height;
    const curve = (t: number): Vector3 =>
      add(along(root, outward, lean * t * t), [0, height * (t - table.droop * t * t * t), 0]);
    const points = [0, 0.35, 0.7, 1].map((t) => curve(t));
    const shade = draws.between(0.75, 1.2);
    const color = (index: number) => scale(blend<LinearColor>(table.root, table.tip, index / 3), shade);
    const side = unit([-outward[2] + draws.between(-0.6, 0.6), 0, outward[0] + draws.between(-0.6, 0.6)]);
    const widths = [0.8, 1, 0.7, 0.08].map((share) => share * table.halfWidth);
    addBlade(sheets, points, widths, side, color, 0.25);
    if (table.leaflets !== undefined) addLeaflets(sheets, table, curve, height, color(2), draws);
    if (table.head !== undefined && draws.next() < table.head.share) addHead(solid, sheets, table, curve, draws);
  }
  return { parts: presentParts(sheetPart('blades', sheets), solidPart('heads', solid)) };
}

function addLeaflets(
  mesh: MeshBuilder,
  { leaflets }: TuftTable,
  curve: (t: number) => Vector3,
  height: number,
  color: LinearColor,
  draws: Draws,
): void {
  if (leaflets === undefined) return;
  for (let leaflet = 1; leaflet <= leaflets.count; leaflet += 1) {
    const t = 0.18 + (0.8 * leaflet) / leaflets.count;
    const at = curve(t);
    const forward = unit(add(curve(Math.min(1, t + 0.05)), scale(curve(t - 0.05), -1)));
    const across = unit(cross(forward, [0, 1, 0]));
    const length = leaflets.length * height * (1.08 - t) * draws.between(0.85, 1.15);
    for (const side of [-1, 1]) {
      const direction = unit(along(scale(across, side), forward, 0.45));
      addLeaf(
        mesh,
        at,
        direction,
        unit(add(cross(across, forward), [0, 0.4, 0])),
        { length, halfWidth: 0.16 * length },
        scale(color, draws.between(0.85, 1.15)),
      );
    }
  }
}

function addHead(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  { head, height }: TuftTable,
  curve: (t: number) => Vector3,
  draws: Draws,
): void {
  if (head === undefined) return;
  const color = head.colors[Math.floor(draws.next() * head.colors.length)]!;
  const tip = curve(1);
  const size = height[1];
  if (head.kind === 'spike') {
    const points = [0.78, 0.8, 0.94, 0.97].map((t) => curve(t));
    return addTube(
      solid,
      points,
      [0.1, 1, 1, 0.15].map((share) => share * 0.018 * size),
      () => color,
      { sides: 6 },
    );
  }
  const petals = head.kind === 'flower' ? 6 : 9;
  for (let petal = 0; petal < petals; petal += 1) {
    const turn = (360 * petal) / petals + draws.between(-15, 15);
    const outward: Vector3 = [cosDegrees(turn), head.kind === 'flower' ? 0.25 : 0.9, sinDegrees(turn)];
    const droop: Vector3 = head.kind === 'flower' ? [0, 1, 0] : [outward[0], 0.4, outward[2]];
    const length = size * (head.kind === 'flower' ? 0.09 : 0.13);
    addLeaf(
      sheets,
      tip,
      unit(outward),
      unit(droop),
      { length, halfWidth: length * (head.kind === 'flower' ? 0.4 : 0.14) },
      scale(color, draws.between(0.85, 1.1)),
    );
  }
}

export const GRASS: TuftTable = {
  blades: 150,
  radius: 0.16,
  height: [0.4, 0.95],
  halfWidth: 0.009,
  lean: [0.1, 0.75],
  droop: 0.22,
  root: [0.1, 0.1, 0.03],
  tip: [0.42, 0.33, 0.14],
};

export const REEDS: TuftTable = {
  blades: 110,
  radius: 0.5,
  height: [1.1, 2],
  halfWidth: 0.018,
  lean: [0.02, 0.22],
  droop: 0.04,
  root: [0.09, 0.13, 0.03],
  tip: [0.28, 0.27, 0.1],
  head: { share: 0.3, kind: 'spike', colors: [[0.09, 0.045, 0.02]] },
};

export const FERN: TuftTable = {
  blades: 16,
  radius: 0.05,
  height: [0.6, 0.95],
  halfWidth: 0.007,
  lean: [0.5, 1.15],
  droop: 0.45,
  root: [0.06, 0.09, 0.02],
  tip: [0.1, 0.24, 0.03],
  leaflets: { count: 15, length: 0.3 },
};

export const HEATHER: TuftTable = {
  blades: 190,
  radius: 0.28,
  height: [0.28, 0.5],
  halfWidth: 0.006,
  lean: [0.05, 0.6],
  droop: 0.1,
  root: [0.06, 0.06, 0.025],
  tip: [0.1, 0.13, 0.04],
  leaflets: { count: 4, length: 0.16 },
  head: {
    share: 0.75,
    kind: 'plume',
    colors: [
      [0.3, 0.09, 0.3],
      [0.4, 0.15, 0.36],
      [0.25, 0.07, 0.22],
    ],
  },
};

export const FLOWERS: TuftTable = {
  blades: 90,
  radius: 0.3,
  height: [0.25, 0.5],
  halfWidth: 0.007,
  lean: [0.05, 0.5],
  droop: 0.08,
  root: [0.05, 0.1, 0.02],
  tip: [0.12, 0.22, 0.04],
  head: {
    share: 0.4,
    kind: 'flower',
    colors: [
      [0.7, 0.05, 0.03],
      [0.85, 0.83, 0.78],
      [0.8, 0.6, 0.05],
    ],
  },
};
