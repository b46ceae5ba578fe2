// Turns the row of a tuft's table into an individual: blades that rise from one root and lean outwards.
import {
  cosDegrees,
  extend,
  extendNumber,
  type Key,
  type LinearColor,
  type Model,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addBlade, addLeaf } from '../../build/shapes.ts';
import { depthUnder } from '../../build/slope.ts';
import { add, along, blend, cross, scale, subtract, unit } from '../../build/vectors.ts';
import type { Fineness } from '../tree/build-crown.ts';
import { addHead } from './add-head.ts';

/** Metres. */
export interface TuftTable {
  readonly blades: number;
  /** From afar only every n-th is drawn. */
  readonly fewer: number;
  /** Of the ground that it covers. */
  readonly radius: number;
  readonly height: readonly [least: number, greatest: number];
  /** How much lower blades at the edge are than those in the middle: 0..1. */
  readonly dome: number;
  /** Half the width of a blade at its root. */
  readonly halfWidth: number;
  /** How far a blade leans out, as a share of its height; and how far its tip droops. */
  readonly lean: readonly [least: number, greatest: number];
  readonly droop: number;
  readonly root: LinearColor;
  readonly tip: LinearColor;
  readonly head?: Head;
  /** Blades are stalks of fronds. */
  readonly fronds?: Fronds;
}

/** What is at the tips of some blades. */
export interface Head {
  /** Of how many: 0..1. */
  readonly share: number;
  readonly kind: 'spike' | 'ear' | 'bells' | 'flower';
  readonly colors: readonly LinearColor[];
}

export interface Fronds {
  /** Feathers on each side of the stalk, and the longest as a share of it. */
  readonly pairs: number;
  readonly length: number;
  /** On each side of a feather. */
  readonly leaflets: number;
}

/** One blade: its own size and bend. */
export interface Blade {
  /** Where it is, from 0 at the root to 1 at the tip. */
  readonly curve: (t: number) => Vector3;
  readonly height: number;
  readonly outward: Vector3;
  readonly shade: number;
}

/** In metres of its table; its root is at the origin. */
export function buildTuft(table: TuftTable, key: Key, { detail }: Fineness): Model {
  const [sheets, solid] = [createMeshBuilder(), createMeshBuilder()];
  const vigor = createDraws(extend(key, 'vigor'));
  const own: TuftTable = {
    ...table,
    radius: table.radius * vigor.between(0.7, 1.3),
    lean: [table.lean[0], table.lean[1] * vigor.between(0.7, 1.25)],
    droop: table.droop * vigor.between(0.7, 1.3),
    tip: scale(table.tip, vigor.between(0.85, 1.15)),
    height: scaledRange(table.height, vigor.between(0.86, 1.1)),
  };
  const fewer = detail === 'high' ? 1 : detail === 'low' ? table.fewer : Math.max(1, Math.round(table.fewer / 3));
  const count = Math.round((own.blades * vigor.between(0.75, 1)) / fewer);
  const coarse: Coarseness = { every: EVERY[detail], wider: Math.sqrt(fewer) };
  for (let number = 0; number < count; number += 1) {
    const draws = createDraws(extendNumber(extend(key, 'blade'), number));
    const blade = growBlade(own, draws, number === 0);
    // With few blades, what they bear must be among the first of them.
    const bears = own.head !== undefined && (number * 0.6180339887) % 1 < own.head.share;
    if (own.fronds !== undefined) addFrond(sheets, own, blade, coarse, draws);
    else addStalk(sheets, own, blade, bears, coarse, draws);
    if (bears && own.head !== undefined)
      addHead(solid, sheets, own.head, blade, { ...coarse, size: own.height[1] }, draws);
  }
  return { parts: presentParts(sheetPart('blades', sheets), solidPart('heads', solid)) };
}

function scaledRange([least, greatest]: TuftTable['height'], factor: number): TuftTable['height'] {
  return [least * factor, greatest * factor];
}

/** Only every n-th part of a blade is drawn, and blades so much wider. */
export interface Coarseness {
  readonly every: number;
  readonly wider: number;
}
/** Of grains, bells and leaflets. */
const EVERY = { high: 1, medium: 3, low: 11 } as const;

/** The first blade is the highest, so that all levels of detail are equally high. */
function growBlade(table: TuftTable, draws: Draws, isFirst: boolean): Blade {
  const turn = 360 * draws.next();
  const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
  const anywhere = Math.sqrt(draws.next());
  const rim = isFirst ? 0.3 * anywhere : anywhere;
  const root = scale(outward, table.radius * rim);
  const grown = draws.between(...table.height);
  const height = isFirst ? table.height[1] : grown * (1 - table.dome * rim * rim);
  const lean = draws.between(...table.lean) * height * (0.35 + 0.65 * rim);
  const curve = (t: number): Vector3 =>
    add(along(root, outward, lean * t * (0.25 + 0.75 * t)), [0, height * (t - table.droop * t * t * t), 0]);
  return { curve, height, outward, shade: draws.between(0.75, 1.2) };
}

function addStalk(
  mesh: MeshBuilder,
  table: TuftTable,
  blade: Blade,
  bears: boolean,
  { every, wider }: Coarseness,
  draws: Draws,
): void {
  const { curve, outward, shade } = blade;
  const steps = every > 1 ? [0, 0.55, 1] : [0, 0.35, 0.7, 1];
  const color = (index: number) => scale(blend<LinearColor>(table.root, table.tip, steps[index]!), shade);
  const side = unit([-outward[2] + draws.between(-0.6, 0.6), 0, outward[0] + draws.between(-0.6, 0.6)]);
  const slim = (bears ? 0.55 : 1) * table.halfWidth * wider;
  const widths = steps.map((t) => slim * (0.8 + t - 1.75 * t * t));
  const [root, next, ...rest] = steps.map(curve) as [Vector3, Vector3, ...Vector3[]];
  addBlade(mesh, [rooted(root, next), next, ...rest], widths, side, color, 0.25);
}

/** Straight on down into the ground, as deep as a slope may ask for so far from the middle of the tuft. */
function rooted(root: Vector3, next: Vector3): Vector3 {
  const depth = depthUnder(Math.sqrt(root[0] * root[0] + root[2] * root[2]));
  return along(root, subtract(root, next), depth / (next[1] - root[1]));
}

/** A stalk, and feathers of leaflets to both sides. */
function addFrond(mesh: MeshBuilder, table: TuftTable, blade: Blade, { every }: Coarseness, draws: Draws): void {
  const { fronds } = table;
  if (fronds === undefined) return;
  const { curve, height, shade } = blade;
  addStalk(mesh, table, blade, false, { every, wider: 1 }, draws);
  const pairs = every === 1 ? fronds.pairs : Math.round(fronds.pairs * 0.7);
  for (let pair = 0; pair < pairs; pair += 1) {
    const q = (pair + 0.5) / pairs;
    const t = 0.14 + 0.86 * q;
    const forward = unit(subtract(curve(Math.min(1, t + 0.04)), curve(t - 0.04)));
    const across = unit(cross(forward, [0, 1, 0]));
    const up = unit(add(cross(across, forward), [0, 0.3, 0]));
    // Longest at a third of the frond, down to nothing at its tip.
    const long = fronds.length * height * Math.sqrt(q + 0.12) * (1.06 - q) * 1.55 + 0.008;
    for (const side of [-1, 1]) {
      const direction = unit(along(along(scale(across, side), forward, 0.35 + 0.5 * q), up, 0.12));
      const color = scale(blend<LinearColor>(table.tip, [0.16, 0.27, 0.05], q * 0.6), shade * draws.between(0.8, 1.15));
      addFeather(
        mesh,
        curve(t),
        direction,
        up,
        { long, leaflets: Math.round(fronds.leaflets * (1.15 - q)) },
        color,
        every,
      );
    }
  }
}

function addFeather(
  mesh: MeshBuilder,
  stem: Vector3,
  direction: Vector3,
  up: Vector3,
  { long, leaflets }: { readonly long: number; readonly leaflets: number },
  color: LinearColor,
  every: number,
): void {
  const sagging = unit(add(direction, [0, -0.25, 0]));
  if (every > 4 || leaflets < 3)
    return addLeaf(mesh, stem, sagging, up, { length: long, halfWidth: 0.17 * long }, color);
  const across = unit(cross(sagging, up));
  const count = every === 1 ? leaflets : Math.ceil(leaflets / 3);
  addLeaf(
    mesh,
    stem,
    unit(add(sagging, [0, -0.07, 0])),
    up,
    { length: long, halfWidth: 0.012 * long + 0.001 },
    scale(color, 0.8),
  );
  for (let leaflet = 0; leaflet < count; leaflet += 1) {
    const q = (leaflet + 0.3) / count;
    const at = along(add(stem, [0, -0.07 * long * q, 0]), sagging, long * q);
    const size = long * 0.21 * (1.05 - q) + 0.006;
    for (const side of [-1, 1]) {
      const lean = unit(along(scale(across, side), sagging, 0.75));
      const halfWidth = (0.55 * long) / count / 1.6;
      addLeaf(
        mesh,
        at,
        lean,
        unit(along(up, across, 0.15 * side)),
        { length: size, halfWidth: Math.min(halfWidth, size * 0.5) },
        color,
      );
    }
  }
}
