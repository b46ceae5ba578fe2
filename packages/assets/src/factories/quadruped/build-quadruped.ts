// Turns the row of a four-legged animal's table into an individual in a pose.
import { extend, type Model, type Vector3 } from '@diorama/geometry';
import { createDraws } from '../../build/draws.ts';
import { appendMesh, createMeshBuilder } from '../../build/mesh-builder.ts';
import { cells } from '../../build/noise.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { type Coat, paintSurface } from '../../solid/paint-surface.ts';
import { coneReach, type PosedCone, poseCone, REGION } from '../../solid/round-cone.ts';
import { type Displacement, type Focus, sampleField } from '../../solid/sample-field.ts';
import { surfaceNets } from '../../solid/surface-nets.ts';
import type { Individual } from '../../species.ts';
import { assembleBody } from './assemble-body.ts';
import { addAttachments, attachments } from './attachments.ts';
import type { QuadrupedTable } from './quadruped-table.ts';
import { strikePose } from './strike-pose.ts';

/** The model stands on y = 0 and looks along +Z, in metres of its table. */
export function buildQuadruped(table: QuadrupedTable, { key, pose, phase }: Individual): Model {
  const draws = createDraws(extend(key, 'body'));
  const coat = tinted(table.coat(draws.seed()), draws.between(0.88, 1.1), draws.between(-0.05, 0.05));
  const body = assembleBody(table, draws);
  const frames = strikePose(body, table, pose, phase);
  const cones = body.cones.map((cone) => poseCone(frames, cone));
  const wool = table.wool === undefined ? undefined : woolOf(table.wool, draws.seed());
  const field = sampleField(cones, table.cell, headFocus(cones), wool);
  const skin = paintSurface(surfaceNets(field), cones, frames, coat);
  const [solid, sheets] = [createMeshBuilder(), createMeshBuilder()];
  appendMesh(solid, skin);
  addAttachments(solid, sheets, attachments(table, body, coat, draws), frames);
  const turned = { point: lookAlongZ, direction: lookAlongZ };
  const [outSolid, outSheets] = [createMeshBuilder(), createMeshBuilder()];
  appendMesh(outSolid, solid, turned);
  appendMesh(outSheets, sheets, turned);
  return { parts: presentParts(solidPart('body', outSolid), sheetPart('ears', outSheets)) };
}

/** From x forward to z forward. */
export function lookAlongZ([x, y, z]: Vector3): Vector3 {
  return [-z, y, x];
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
