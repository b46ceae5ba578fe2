// Turns the row of a four-legged animal's table into an individual in a pose.
import { extend, type Model, type ModelPart, type Vector3 } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { createDraws } from '../../build/draws.ts';
import { appendMesh, createMeshBuilder, type MeshBuilder, turnToFront } from '../../build/mesh-builder.ts';
import { cells } from '../../build/noise.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { simplifyMesh } from '../../build/simplify-mesh.ts';
import { dot, length } from '../../build/vectors.ts';
import { type Coat, paintSurface } from '../../solid/paint-surface.ts';
import { coneReach, type PosedCone, poseCone, REGION } from '../../solid/round-cone.ts';
import { type Displacement, type Focus, sampleField } from '../../solid/sample-field.ts';
import type { Frame } from '../../solid/skeleton.ts';
import { surfaceHeight } from '../../solid/surface-height.ts';
import { surfaceNets } from '../../solid/surface-nets.ts';
import { type Individual, TRIANGLES } from '../../species.ts';
import { assembleBody, type Body } from './assemble-body.ts';
import { type Attachment, addAttachments, attachments } from './attachments.ts';
import { darkenCrevices } from './crevices.ts';
import { addFur, type Hide, remembered } from './fur.ts';
import { type Grain, hairyPart } from './hairy-part.ts';
import type { QuadrupedTable } from './quadruped-table.ts';
import { strikePose } from './strike-pose.ts';

/** The model stands on y = 0 and looks along +Z, in metres of its table. */
export function buildQuadruped(table: QuadrupedTable, individual: Individual): Model {
  const { skin, added, sheets } = meshQuadruped(table, individual);
  const ofSkin = skin.positions.length / 3;
  appendMesh(skin, added);
  turnToFront(skin);
  turnToFront(sheets);
  const body = covered(solidPart('body', skin), ofSkin, table, individual.detail);
  return { parts: presentParts(body, sheetPart('ears', sheets)) };
}

/** The body with the hair of its skin, which begins its vertices; from afar nobody sees that. */
export function covered(body: ModelPart, ofSkin: number, { grain = SLEEK }: QuadrupedTable, detail: Detail): ModelPart {
  return detail === 'low' ? body : hairyPart(body, ofSkin, grain);
}

const SLEEK: Grain = { pelt: 'short', size: 0.5 };

/** The meshes of an individual in its pose, and what they are made from. */
export interface MeshedQuadruped extends Shape {
  /** The body with its fur. */
  readonly skin: MeshBuilder;
  /** All attachments in their order, but those that are sheets. */
  readonly added: MeshBuilder;
  readonly sheets: MeshBuilder;
}

/** In the frame of the table: it looks along +x. */
export function meshQuadruped(table: QuadrupedTable, individual: Individual): MeshedQuadruped {
  const { detail } = individual;
  const shape = shapeQuadruped(table, individual);
  const { cones, frames, coat, wool, nose } = shape;
  const [added, sheets] = [createMeshBuilder(), createMeshBuilder()];
  addAttachments(added, sheets, shape.made, frames);
  const cell = cellOf(cones, detail);
  const field = sampleField(thickened(cones, cell), cell, headFocus(cones), wool);
  const hide: Hide = { rests: [], regions: [] };
  const painted = table.fur === undefined ? coat : remembered(coat, hide);
  const fine = paintSurface(surfaceNets(field), cones, frames, painted, SPLITS[detail]);
  darkenCrevices(fine, field, table.fore[0]![1]);
  const hair = createMeshBuilder();
  addFur(hair, { skin: fine, hide, cones, frames, nose, detail, limits: [added, sheets] }, table.fur ?? []);
  const spent = (added.indices.length + sheets.indices.length + hair.indices.length) / 3;
  const skin = simplifyMesh(fine, Math.max(TRIANGLES[detail] / 4, TRIANGLES[detail] - spent - SPARE));
  appendMesh(skin, hair);
  return { ...shape, skin, added, sheets };
}

/** How often triangles are halved where the colors of a coat meet. */
const SPLITS: Readonly<Record<Detail, number>> = Object.freeze({ high: 2, medium: 1, low: 0 });

/** Triangles by which a body may miss its goal. */
const SPARE = 8;

/** The height of the model that {@link buildQuadruped} makes, in a tenth of its time. */
export function quadrupedHeight(table: QuadrupedTable, individual: Individual): number {
  const { cones, frames, wool, made } = shapeQuadruped(table, individual);
  const [solid, sheets] = [createMeshBuilder(), createMeshBuilder()];
  addAttachments(solid, sheets, made, frames);
  const cell = cellOf(cones, individual.detail);
  const extent = [...surfaceHeight(thickened(cones, cell), cell, headFocus(cones), wool)];
  for (const { positions } of [solid, sheets]) {
    for (let at = 1; at < positions.length; at += 3) {
      extent[0] = Math.min(extent[0]!, positions[at]!);
      extent[1] = Math.max(extent[1]!, positions[at]!);
    }
  }
  // As the model's mesh rounds them.
  return Math.fround(extent[1]!) - Math.fround(extent[0]!);
}

/** The edge of a cell with which the grid gives about as many triangles as {@link FINE}. */
function cellOf(cones: readonly PosedCone[], detail: Detail): number {
  let area = 0;
  for (const { cone, axis } of cones) {
    const radius = (cone.fromRadius + cone.toRadius) / 2;
    area += 2 * Math.PI * radius * (0.5 + 0.5 * cone.flatness) * (length(axis) + radius);
  }
  return Math.sqrt((COVERED * 3 * area) / FINE[detail]);
}

/** What is thinner than a cell would fall apart. Soles stay as they are, and what lies on the ground is lifted, or it would sink. */
function thickened(cones: readonly PosedCone[], cell: number): readonly PosedCone[] {
  const least = THINNEST * cell;
  return cones.map((posed) => {
    const { region, fromRadius, toRadius, flatness, toFlatness = flatness } = posed.cone;
    if (!SLENDER.has(region)) return posed;
    const from = Math.max(fromRadius, least);
    const to = region === REGION.foot ? toRadius : Math.max(toRadius, least);
    if (from === fromRadius && to === toRadius && Math.min(from * flatness, to * toFlatness) >= least) return posed;
    const [thick, toThick] = [
      Math.max(flatness, Math.min(1, least / from)),
      Math.max(toFlatness, Math.min(1, least / to)),
    ];
    return {
      ...lifted(
        posed,
        from - Math.max(fromRadius, posed.from[1]),
        to - Math.max(toRadius, posed.from[1] + posed.axis[1]),
      ),
      cone: { ...posed.cone, fromRadius: from, toRadius: to, flatness: thick, toFlatness: toThick },
      radius: from,
      growth: to - from,
      flatness: thick,
      flattening: toThick - thick,
    };
  });
}

/** The same cone with its ends so much higher, metres; not lower. */
function lifted(posed: PosedCone, from: number, to: number): PosedCone {
  if (from <= 0 && to <= 0) return posed;
  const [[x, y, z], [along, up, aside]] = [posed.from, posed.axis];
  const [lift, toLift] = [Math.max(0, from), Math.max(0, to)];
  const axis: Vector3 = [along, up + toLift - lift, aside];
  return { ...posed, from: [x, y + lift, z], axis, inverseLength: 1 / (dot(axis, axis) || 1e-9) };
}

/** Tails and manes that would hang into the ground lie on it. */
function onGround(posed: PosedCone): PosedCone {
  const { region, fromRadius, toRadius } = posed.cone;
  if (region !== REGION.tail && region !== REGION.mane) return posed;
  return lifted(posed, fromRadius - posed.from[1], toRadius - posed.from[1] - posed.axis[1]);
}

/** Radius in cells: wherever a leg stands, a corner of the grid is in it, or nearly. */
const THINNEST = 0.66;
const SLENDER: ReadonlySet<number> = new Set([REGION.fore, REGION.hind, REGION.foot, REGION.tail]);

/** The share of the cones' surface that is not inside other cones, and more for the finer grid of the head. */
const COVERED = 0.8;

/** Triangles of the body before it is simplified: fine enough for thin legs and for stripes. */
const FINE: Readonly<Record<Detail, number>> = Object.freeze({ high: 16_000, medium: 8000, low: 3000 });

/** All that an individual in a pose is made of. */
interface Shape {
  readonly body: Body;
  readonly cones: readonly PosedCone[];
  readonly frames: readonly Frame[];
  readonly coat: Coat;
  readonly wool: Displacement | undefined;
  /** The tip of the nose at rest. */
  readonly nose: Vector3;
  /** What is too thin for the grid. */
  readonly made: readonly Attachment[];
}

function shapeQuadruped(table: QuadrupedTable, { key, pose, phase, detail }: Individual): Shape {
  const draws = createDraws(extend(key, 'body'));
  const coat = tinted(table.coat(draws.seed()), draws.between(0.88, 1.1), draws.between(-0.05, 0.05));
  const body = assembleBody(table, draws);
  const frames = strikePose(body, table, pose, phase);
  const cones = body.cones.map((cone) => onGround(poseCone(frames, cone)));
  const wool = table.wool === undefined ? undefined : woolOf(table.wool, draws.seed());
  const made = attachments(table, body, coat, draws, detail);
  const nose = body.onHead([table.nose.at[0], table.nose.at[1], 0]);
  return { body, cones, frames, coat, wool, nose, made };
}

/** An individual's shade: lighter or darker, warmer or cooler. */
function tinted(coat: Coat, light: number, warmth: number): Coat {
  return (skin) => {
    const [r, g, b] = coat(skin);
    return [r * light * (1 + warmth), g * light, b * light * (1 - warmth)];
  };
}

/** Smaller cells around the head. */
function headFocus(cones: readonly PosedCone[]): Focus {
  const head = cones.filter(({ cone }) => cone.region === REGION.head || cone.region === REGION.muzzle);
  const reach = (cone: PosedCone) => coneReach(cone.cone) + 0.01;
  const corner = (pick: (...numbers: number[]) => number, sign: number) =>
    [0, 1, 2].map((axis) =>
      pick(
        ...head.flatMap((cone) => [0, 1].map((end) => cone.from[axis]! + end * cone.axis[axis]! + sign * reach(cone))),
      ),
    ) as unknown as Vector3;
  return { least: corner(Math.min, -1), greatest: corner(Math.max, 1), fineness: 0.62 };
}

/** Curls: torso and neck are pushed outwards by a pattern of cells; face and legs stay bare. */
function woolOf(wool: { depth: number; perMetre: number }, seed: number): Displacement {
  return ({ cone }, x, y, z) => {
    if (cone.region !== REGION.torso && cone.region !== REGION.neck) return 0;
    const { nearest } = cells([x * wool.perMetre, y * wool.perMetre, z * wool.perMetre], seed);
    return wool.depth * (0.9 - 1.25 * nearest);
  };
}
