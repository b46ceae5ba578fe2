// Turns the row of a bird's table into an individual in a pose.
import { atan2Degrees, extend, type Model, type ModelPart, type Vector3 } from '@diorama/geometry';
import { createDraws } from '../../build/draws.ts';
import { appendMesh, createMeshBuilder, type MeshBuilder, turnToFront } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { applyFrame, type Bone, type Frame, poseBones, rotationOf, turnByFrame } from '../../solid/skeleton.ts';
import type { Individual } from '../../species.ts';
import { addFace } from './bird-face.ts';
import { addLegs, type PosedLeg, poseLegs } from './bird-legs.ts';
import { type BirdPose, birdPose } from './bird-poses.ts';
import type { BirdStation, BirdTable } from './bird-table.ts';
import { addTail } from './bird-tail.ts';
import { foldWings } from './folded-wing.ts';
import { loftBody } from './loft-body.ts';
import type { Look } from './look.ts';
import { plumagePart } from './plumage-part.ts';
import { addPlumes } from './plumes.ts';
import { type Control, type Section, sectionsAt, spreadPlaces, withCaps } from './spine.ts';
import { addSpreadWing } from './spread-wing.ts';

/** Sections along the body, corners of each, and rings of its round ends. */
const FINENESS = { high: [84, 40, 8], medium: [34, 18, 5], low: [14, 10, 2] } as const;

/** The model looks along +Z, in metres of its table; its lowest point need not be at 0. */
export function buildBird(usual: BirdTable, individual: Individual): Model {
  const meshed = meshBird(usual, individual, () => undefined);
  const { solid, sheets } = meshed;
  turnToFront(solid);
  turnToFront(sheets);
  return { parts: presentParts(birdSkin(meshed), sheetPart('feathers', sheets)) };
}

/** The solid part, which looks along +Z; from afar nobody sees the feathers of the skin. */
export function birdSkin({ solid, skin, sides, table, look }: MeshedBird): ModelPart {
  const part = solidPart('body', solid);
  return look.detail === 'low' ? part : plumagePart(part, skin, sides, table);
}

/** A bird that looks along +X, and its skeleton. */
export interface MeshedBird {
  readonly table: BirdTable;
  readonly look: Look;
  readonly bones: readonly Bone[];
  readonly frames: readonly Frame[];
  readonly solid: MeshBuilder;
  readonly sheets: MeshBuilder;
  /** For each ring of the body, which begins the solid: between which bones it is, and how far. */
  readonly rings: readonly Ring[];
  /** The rings at rest. */
  readonly skin: readonly Section[];
  /** How many corners a ring has. */
  readonly sides: number;
}

export interface Ring {
  readonly bone: number;
  readonly next: number;
  readonly share: number;
}

/** `drawn` is told, after each piece, on which bone that piece hangs; the body itself hangs on several. */
export function meshBird(
  usual: BirdTable,
  { key, pose, phase, detail }: Individual,
  drawn: (bone: string, bird: Pick<MeshedBird, 'solid' | 'sheets'>) => void,
): MeshedBird {
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
  const { frames, legs } = poseBird(table, bones, bird);
  const indexOf = (name: string) => bones.findIndex((bone) => bone.name === name);
  const frameOf = (name: string): Frame => frames[indexOf(name)]!;
  const [count, sides, capRings] = FINENESS[detail];
  const controls = birdControls(table, look.bulk);
  const places = spreadPlaces(controls, count);
  const rest = sectionsAt(controls, places);
  const posed = sectionsAt(poseControls(table, controls, frameOf), places);
  const [solid, sheets] = [createMeshBuilder(), createMeshBuilder()];
  const hang = (bone: string) => drawn(bone, { solid, sheets });
  const plumage = table.plumage(look.seed, look.shade);
  const skin = withCaps(rest, capRings);
  appendMesh(solid, loftBody(skin, withCaps(posed, capRings), sides, table.bumps ?? [], plumage));
  hang('skin');
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
  hang('body');
  addLegs(solid, sheets, table, legs, look, hang);
  addTail(sheets, table, frameOf('tail'), bird.tail, look);
  hang('tail');
  const middle = `neck${table.neck.length >> 1}`;
  for (const plume of table.plumes ?? []) {
    const bone = plume.on === 'neck' ? middle : plume.on;
    addPlumes(sheets, plume, (table.plumes ?? []).indexOf(plume), rest, frameOf(bone), look);
    hang(bone);
  }
  const face = withCaps(rest, 8).filter(({ way }) => way >= 1.7);
  addFace(solid, table, face, frameOf('head'), look);
  hang('head');
  if (bird.depth !== undefined) floatAt(waterline(posed, bird.depth), solid, sheets);
  const rings = [
    ...Array.from({ length: capRings }, () => places[0]!),
    ...places,
    ...Array.from({ length: capRings }, () => places.at(-1)!),
  ].map(({ segment, share }): Ring => {
    const [bone, next] = [segment, segment + 1].map((station) => indexOf(boneOf(table, station)));
    return { bone: bone!, next: next!, share };
  });
  return { table, look, bones, frames, solid, sheets, rings, skin, sides };
}

/** Where all bones are in a pose, and the legs, which are on none of them where they are hidden. */
export function poseBird(table: BirdTable, bones: readonly Bone[], bird: BirdPose) {
  const trunk = bones.filter(({ name }) => !/^(hip|ankle|foot)/.test(name));
  const frames = poseBones(trunk, bird.joints, bird.shift);
  const legs = poseLegs(table, frames[0]!, bird);
  return { frames: [...frames, ...legs.flatMap((leg) => legFrames(table.leg, leg))], legs };
}

/** How thigh, bare leg and toes are moved from where they are in the table. */
function legFrames({ points }: BirdTable['leg'], { side, knee, ankle, foot, step }: PosedLeg): readonly Frame[] {
  const [restKnee, restAnkle, restFoot] = points.map(([x, y, z]): Vector3 => [x, y, z * side]) as [
    Vector3,
    Vector3,
    Vector3,
  ];
  const angle = (from: Vector3, to: Vector3) => atan2Degrees(to[1] - from[1], to[0] - from[0]);
  return [
    turnedTo(angle(knee, ankle) - angle(restKnee, restAnkle), restKnee, knee),
    turnedTo(angle(ankle, foot) - angle(restAnkle, restFoot), restAnkle, ankle),
    turnedTo(step.pitch, restFoot, foot),
  ];
}

/** Turned by degrees in the side view, and moved so that `from` is at `to`. */
function turnedTo(degrees: number, from: Vector3, to: Vector3): Frame {
  const turn = rotationOf([degrees, 0, 0]);
  const moved = turnByFrame(turn, from);
  return turn.map((entry, index) => (index % 4 === 3 ? to[(index - 3) / 4]! - moved[(index - 3) / 4]! : entry));
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

/** Body first, then tail, neck from the breast up, head, and the joints of the legs. */
function birdBones({ body, neck, head, tail, leg }: BirdTable): readonly Bone[] {
  const middle = body[body.length >> 1]!;
  const bones: Bone[] = [
    { name: 'body', parent: -1, at: [0, middle[1], 0] },
    { name: 'tail', parent: 0, at: tail.at },
  ];
  neck.forEach(([x, y], index) => {
    bones.push({ name: `neck${index}`, parent: index === 0 ? 0 : bones.length - 1, at: [x, y, 0] });
  });
  bones.push({ name: 'head', parent: bones.length - 1, at: [head[0]![0], head[0]![1], 0] });
  for (const side of [-1, 1]) {
    leg.points.forEach(([x, y, z], index) => {
      const name = `${['hip', 'ankle', 'foot'][index]!}${side}`;
      bones.push({ name, parent: index === 0 ? 0 : bones.length - 1, at: [x, y, z * side] });
    });
  }
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
  table: BirdTable,
  controls: readonly Control[],
  frameOf: (name: string) => Frame,
): readonly Control[] {
  return controls.map((control, index) => {
    const frame = frameOf(boneOf(table, index));
    return { ...control, at: applyFrame(frame, control.at), side: turnByFrame(frame, control.side) };
  });
}

/** The bone that carries a station of the spine. */
function boneOf({ body, neck }: BirdTable, station: number): string {
  const onNeck = station - body.length;
  return onNeck < 0 ? 'body' : onNeck < neck.length ? `neck${onNeck}` : 'head';
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
