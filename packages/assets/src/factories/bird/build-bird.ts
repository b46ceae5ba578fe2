// Turns the row of a bird's table into an individual in a pose.
import { extend, type Model, type Vector3 } from '@diorama/geometry';
import { createDraws } from '../../build/draws.ts';
import { appendMesh, createMeshBuilder, type MeshBuilder, turnToFront } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { applyFrame, type Bone, type Frame, poseBones, turnByFrame } from '../../solid/skeleton.ts';
import type { Individual } from '../../species.ts';
import { addFace } from './bird-face.ts';
import { addLegs } from './bird-legs.ts';
import { birdPose } from './bird-poses.ts';
import type { BirdStation, BirdTable } from './bird-table.ts';
import { addTail } from './bird-tail.ts';
import { foldWings } from './folded-wing.ts';
import { loftBody } from './loft-body.ts';
import type { Look } from './look.ts';
import { addPlumes } from './plumes.ts';
import { type Control, type Section, sectionsAt, spreadPlaces, withCaps } from './spine.ts';
import { addSpreadWing } from './spread-wing.ts';

/** Sections along the body, corners of each, and rings of its round ends. */
const FINENESS = { high: [84, 40, 8], medium: [34, 18, 5], low: [14, 10, 2] } as const;

/** The model looks along +Z, in metres of its table; its lowest point need not be at 0. */
export function buildBird(usual: BirdTable, { key, pose, phase, detail }: Individual): Model {
  const draws = createDraws(extend(key, 'bird'));
  const look: Look = {
    detail,
    seed: draws.seed(),
    shade: draws.between(0.86, 1.14),
    bulk: draws.between(0.94, 1.07),
    reach: draws.between(0.92, 1.1),
    lean: draws.between(-3, 3),
    turn: draws.between(-9, 9),
  };
  const table = morphOf(usual, draws.next());
  const bones = birdBones(table);
  const bird = birdPose(table, pose, phase, look);
  const frames = poseBones(bones, bird.joints, bird.shift);
  const frameOf = (name: string): Frame => frames[bones.findIndex((bone) => bone.name === name)]!;
  const [count, sides, capRings] = FINENESS[detail];
  const controls = birdControls(table, look.bulk);
  const places = spreadPlaces(controls, count);
  const rest = sectionsAt(controls, places);
  const posed = sectionsAt(poseControls(table, controls, frameOf), places);
  const [solid, sheets] = [createMeshBuilder(), createMeshBuilder()];
  const plumage = table.plumage(look.seed, look.shade);
  appendMesh(solid, loftBody(withCaps(rest, capRings), withCaps(posed, capRings), sides, table.bumps ?? [], plumage));
  const torso = rest.filter(({ way }) => way <= 1.3);
  const onBody = placement(frameOf('body'));
  if (bird.wings === 'folded') {
    const wings = foldWings(table, torso, look);
    appendMesh(solid, wings.solid, onBody);
    appendMesh(sheets, wings.sheets, onBody);
  } else {
    for (const side of [-1, 1]) {
      const shoulder = applyFrame(frameOf('body'), [table.wing.at[0], table.wing.at[1], table.wing.at[2] * side]);
      addSpreadWing(solid, sheets, table, shoulder, side, bird.wings, look);
    }
  }
  addLegs(solid, sheets, table, frameOf('body'), bird, look);
  addTail(sheets, table, frameOf('tail'), bird.tail, look);
  const middle = `neck${table.neck.length >> 1}`;
  addPlumes(sheets, table, rest, ({ on }) => frameOf(on === 'neck' ? middle : on), look);
  addFace(
    solid,
    table,
    withCaps(rest, 8).filter(({ way }) => way >= 1.7),
    frameOf('head'),
    look,
  );
  if (bird.depth !== undefined) floatAt(waterline(posed, bird.depth), solid, sheets);
  turnToFront(solid);
  turnToFront(sheets);
  return { parts: presentParts(solidPart('body', solid), sheetPart('feathers', sheets)) };
}

/** The usual kind for lots below one half, else one of the others. */
function morphOf(usual: BirdTable, lot: number): BirdTable {
  const { morphs = [] } = usual;
  const morph = morphs[Math.floor((lot - 0.5) * 2 * morphs.length)];
  return morph === undefined ? usual : { ...usual, ...morph };
}

function placement(frame: Frame) {
  return {
    point: (point: Vector3) => applyFrame(frame, point),
    direction: (normal: Vector3) => turnByFrame(frame, normal),
  };
}

/** Body first, then tail, neck from the breast up, and head. */
function birdBones({ body, neck, head, tail }: BirdTable): readonly Bone[] {
  const middle = body[body.length >> 1]!;
  const bones: Bone[] = [
    { name: 'body', parent: -1, at: [0, middle[1], 0] },
    { name: 'tail', parent: 0, at: tail.at },
  ];
  neck.forEach(([x, y], index) => {
    bones.push({ name: `neck${index}`, parent: index === 0 ? 0 : bones.length - 1, at: [x, y, 0] });
  });
  bones.push({ name: 'head', parent: bones.length - 1, at: [head[0]![0], head[0]![1], 0] });
  return bones;
}

/** All stations of the spine, from the tail to the beak. */
function birdControls({ body, neck, head }: BirdTable, bulk: number): readonly Control[] {
  const part = (stations: readonly BirdStation[], start: number, thicker: number) =>
    stations.map(
      ([x, y, halfHeight, halfWidth = halfHeight], index): Control => ({
        at: [x, y, 0],
        side: [0, 0, 1],
        halfHeight: halfHeight * thicker,
        halfWidth: halfWidth * thicker,
        way: start + (start === 0 ? index / (stations.length - 1) : (index + 1) / stations.length),
      }),
    );
  return [...part(body, 0, bulk), ...part(neck, 1, 1 + (bulk - 1) * 0.5), ...part(head, 2, 1)];
}

/** The same stations in the pose. */
function poseControls(
  { body, neck }: BirdTable,
  controls: readonly Control[],
  frameOf: (name: string) => Frame,
): readonly Control[] {
  return controls.map((control, index) => {
    const onNeck = index - body.length;
    const name = onNeck < 0 ? 'body' : onNeck < neck.length ? `neck${onNeck}` : 'head';
    const frame = frameOf(name);
    return { ...control, at: applyFrame(frame, control.at), side: turnByFrame(frame, control.side) };
  });
}

/** The height at which water stands around a body, by the share of it that is under water. */
function waterline(posed: readonly Section[], depth: number): number {
  const torso = posed.filter(({ way }) => way <= 1);
  const low = Math.min(...torso.map(({ at, up, halfHeight }) => at[1] - Math.abs(up[1]) * halfHeight));
  const high = Math.max(...torso.map(({ at, up, halfHeight }) => at[1] + Math.abs(up[1]) * halfHeight));
  return low + depth * (high - low);
}

/** What is under water is pressed flat to its surface: a model stands on the ground, and the water's surface is the ground. */
function floatAt(height: number, ...meshes: readonly MeshBuilder[]): void {
  for (const { positions, normals } of meshes) {
    for (let at = 0; at < positions.length; at += 3) {
      if (positions[at + 1]! >= height) continue;
      positions[at + 1] = height;
      if (normals[at + 1]! < 0) {
        normals[at] = 0;
        normals[at + 2] = 0;
      }
    }
  }
}
