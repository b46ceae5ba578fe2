// Turns the row of a bird's table into an individual in a pose.
import { extend, type LinearColor, type Model, sinDegrees, type Vector3 } from '@diorama/geometry';
import { createDraws } from '../../build/draws.ts';
import {
  addQuad,
  addVertex,
  appendMesh,
  createMeshBuilder,
  type MeshBuilder,
  turnToFront,
} from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addBall, addBlade, addTube } from '../../build/shapes.ts';
import { add, along, blend, cross, length, scale, subtract, unit } from '../../build/vectors.ts';
import { paintSurface } from '../../solid/paint-surface.ts';
import { poseCone, REGION, type RoundCone } from '../../solid/round-cone.ts';
import { sampleField } from '../../solid/sample-field.ts';
import { applyFrame, type Bone, type Frame, poseBones, turnByFrame } from '../../solid/skeleton.ts';
import { surfaceNets } from '../../solid/surface-nets.ts';
import type { Individual } from '../../species.ts';
import { addFoldedFeathers, addSpreadWing, armOf } from './add-wings.ts';
import { type BirdAngles, birdAngles } from './bird-poses.ts';
import type { BirdStation, BirdTable } from './bird-table.ts';

/** The model looks along +Z, in metres of its table; its lowest point need not be at 0. */
export function buildBird(table: BirdTable, { key, pose, phase }: Individual): Model {
  const draws = createDraws(extend(key, 'bird'));
  const coat = table.coat(draws.seed());
  const bones = birdBones(table);
  const angles = birdAngles(table, pose, phase, bones.length);
  const frames = poseBones(bones, angles.joints);
  const cones = birdCones(table, bones, angles, draws.between(0.95, 1.06)).map((cone) => poseCone(frames, cone));
  const [solid, feathers] = [createMeshBuilder(), createMeshBuilder()];
  const boneOf = (name: string) => frames[bones.findIndex((bone) => bone.name === name)]!;
  for (const side of [-1, 1]) {
    if (angles.flap === undefined) {
      if (table.wing.ragged === true) addFoldedFeathers(feathers, table, side, boneOf('body'));
    } else {
      const arm = armOf(table, boneOf('body'), side, angles.flap);
      cones.push(...arm.cones.map((cone) => poseCone(IDENTITY_ONLY, cone)));
      addSpreadWing(feathers, table, arm, side, draws);
    }
    if (angles.legs !== 'hidden') addLeg(solid, feathers, table, side, boneOf);
  }
  const field = sampleField(cones, table.cell);
  appendMesh(solid, paintSurface(surfaceNets(field), cones, frames, coat));
  addFace(solid, table, boneOf('head'));
  addTail(feathers, table, boneOf('tail'), draws.between(0.9, 1.1));
  turnToFront(solid);
  turnToFront(feathers);
  return { parts: presentParts(solidPart('body', solid), sheetPart('feathers', feathers)) };
}

const IDENTITY_ONLY: readonly Frame[] = [[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]];

/** Body first, then tail, neck from the breast up, head, and two joints a leg. */
function birdBones({ body, neck, head, leg, tail }: BirdTable): readonly Bone[] {
  const middle = body[body.length >> 1]!;
  const bones: Bone[] = [
    { name: 'body', parent: -1, at: [0, middle[1], 0] },
    { name: 'tail', parent: 0, at: tail.at },
  ];
  for (const side of [-1, 1]) {
    const [hip, ankle] = leg.points;
    bones.push({ name: `hip${side}`, parent: 0, at: [hip[0], hip[1], hip[2] * side] });
    bones.push({ name: `ankle${side}`, parent: bones.length - 1, at: [ankle[0], ankle[1], ankle[2] * side] });
    const foot = leg.points[2];
    bones.push({ name: `foot${side}`, parent: bones.length - 1, at: [foot[0], foot[1], foot[2] * side] });
  }
  neck.forEach(([x, y], index) => {
    bones.push({ name: `neck${index}`, parent: index === 0 ? 0 : bones.length - 1, at: [x, y, 0] });
  });
  bones.push({ name: 'head', parent: bones.length - 1, at: [head[0]![0], head[0]![1], 0] });
  return bones;
}

function birdCones(table: BirdTable, bones: readonly Bone[], angles: BirdAngles, bulk: number): RoundCone[] {
  const cones: RoundCone[] = [];
  const bone = (name: string) => bones.findIndex((one) => one.name === name);
  let way = 0;
  const chain = (
    stations: readonly BirdStation[],
    region: number,
    melt: number,
    owner: (index: number) => number,
    z = 0,
    axis: Vector3 = [0, 0, 1],
  ) => {
    stations.slice(1).forEach((end, index) => {
      const begin = stations[index]!;
      const [from, to]: [Vector3, Vector3] = [
        [begin[0], begin[1], z],
        [end[0], end[1], z * (index === stations.length - 2 && z !== 0 ? 0.45 : 1)],
      ];
      const past = way + length(subtract(to, from));
      cones.push({
        from,
        to,
        fromRadius: begin[2] * (region === REGION.torso ? bulk : 1),
        toRadius: end[2] * (region === REGION.torso ? bulk : 1),
        flatness: (begin[3] ?? begin[2]) / begin[2],
        flatAxis: axis,
        blend: melt,
        bone: owner(index),
        endBone: owner(index + 1),
        region,
        start: way,
        end: past,
      });
      way = past;
    });
  };
  const { body, neck, head, blend: melt, leg, wing } = table;
  chain(body, REGION.torso, melt, () => 0);
  const neckBone = (index: number) => (index === 0 ? 0 : bone(`neck${index - 1}`));
  chain([body.at(-1)!, ...neck], REGION.neck, melt * 0.8, neckBone);
  chain([neck.at(-1)!, ...head], REGION.head, melt * 0.4, () => bone('head'));
  for (const side of [-1, 1]) {
    const [hip, ankle] = leg.points;
    if (angles.legs !== 'hidden') {
      cones.push({
        from: [hip[0], hip[1] + 0.03, hip[2] * side * 0.8],
        to: [ankle[0], ankle[1], ankle[2] * side],
        fromRadius: leg.radius * 4.2,
        toRadius: leg.radius * 1.25,
        flatness: 1,
        flatAxis: [0, 0, 1],
        blend: melt * 0.5,
        bone: bone(`hip${side}`),
        endBone: bone(`hip${side}`),
        region: REGION.hind,
        start: 0,
        end: 1,
      });
    }
    if (angles.flap === undefined)
      chain(wing.folded, REGION.wing, melt * 0.15, () => 0, side * wing.at[2], unit([0, 0.15, side]));
  }
  return cones;
}

function addLeg(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  { leg }: BirdTable,
  side: number,
  boneOf: (name: string) => Frame,
): void {
  const mirrored = ([x, y, z]: Vector3): Vector3 => [x, y, z * side];
  const [hip, ankle, foot] = leg.points.map((point) => mirrored(point)) as [Vector3, Vector3, Vector3];
  const at = (name: string, point: Vector3) => applyFrame(boneOf(`${name}${side}`), point);
  const points = [at('hip', hip), at('hip', ankle), at('ankle', blend(ankle, foot, 0.5)), at('ankle', foot)];
  addTube(
    solid,
    points,
    [1, 1.25, 0.95, 1.1].map((share) => share * leg.radius),
    () => leg.color,
    { sides: 7 },
  );
  const toes: readonly Vector3[] = [
    [1, 0, 0],
    [0.8, 0, 0.5],
    [0.8, 0, -0.5],
    [-0.55, 0, 0],
  ];
  const tips = toes.map(([x, , z]) => at('foot', along(foot, [x, (-foot[1] * 0.7) / leg.toe, z], leg.toe)));
  const root = at('foot', foot);
  for (const tip of tips) {
    addTube(
      solid,
      [root, along(blend(root, tip, 0.5), [0, 1, 0], leg.radius * 0.5), tip],
      [leg.radius, leg.radius * 0.8, leg.radius * 0.3],
      () => leg.color,
      { sides: 5 },
    );
  }
  if (!leg.webbed) return;
  const web = scale(leg.color, 0.8);
  const up = turnByFrame(boneOf(`foot${side}`), [0, 1, 0]);
  const [a, b, c, d] = [root, tips[1]!, tips[0]!, tips[2]!].map((point) => addVertex(sheets, point, up, web)) as [
    number,
    number,
    number,
    number,
  ];
  addQuad(sheets, a, b, c, d);
}

/** Beak, eyes and crest. */
function addFace(mesh: MeshBuilder, table: BirdTable, head: Frame): void {
  const own = createMeshBuilder();
  const { beak, eye, crest } = table;
  const points = beak.points.map(([x, y]): Vector3 => [x, y, 0]);
  const color = (index: number): LinearColor => scale(beak.color, index === points.length - 1 ? 0.6 : 1);
  const isWide = beak.width > 1;
  addTube(own, points, beak.radii, color, {
    sides: 10,
    flatness: isWide ? 1 / beak.width : beak.width,
    up: isWide ? [0, 1, 0] : [0, 0, 1],
  });
  const halfWidth = table.head[0]![3] ?? table.head[0]![2];
  for (const side of [-1, 1]) {
    const center: Vector3 = [eye.at[0], eye.at[1], side * halfWidth * 0.78];
    addBall(own, center, [eye.radius, eye.radius, eye.radius], eye.iris, 8);
    const pupil: Vector3 = [eye.at[0] + eye.radius * 0.3, eye.at[1], center[2] + side * eye.radius * 0.6];
    addBall(own, pupil, [eye.radius * 0.6, eye.radius * 0.6, eye.radius * 0.6], [0.005, 0.005, 0.005], 6);
    if (crest !== undefined) {
      const plume = crest.map(([x, y, z]): Vector3 => [x, y, z * side]);
      addTube(own, plume, [0.009, 0.008, 0.001], () => [0.02, 0.025, 0.04], { sides: 5 });
    }
  }
  appendMesh(mesh, own, {
    point: (point) => applyFrame(head, point),
    direction: (normal) => turnByFrame(head, normal),
  });
}

function addTail(mesh: MeshBuilder, { tail }: BirdTable, frame: Frame, spread: number): void {
  const own = createMeshBuilder();
  for (let feather = 0; feather < tail.feathers; feather += 1) {
    const offset = feather / (tail.feathers - 1) - 0.5;
    const turn = offset * 2 * tail.spread * spread;
    const [level, sideways] = [sinDegrees(90 - turn), sinDegrees(turn)];
    const direction: Vector3 = unit([-level, sinDegrees(tail.pitch), sideways]);
    const root = add(tail.at, [
      0.06 * tail.length * 3,
      -0.003 * Math.abs(feather - tail.feathers / 2),
      sideways * 0.03,
    ]);
    const reach = tail.length * (1.2 - 0.25 * Math.abs(offset));
    const points = [0, 0.4, 0.8, 1].map((share) => along(root, direction, reach * share));
    const shade = 0.85 + 0.2 * ((feather * 7) % 5) * 0.2;
    addBlade(
      own,
      points,
      [0.5, 0.6, 0.6, 0.25].map((share) => share * 2 * tail.halfWidth),
      unit(cross(direction, [0, 1, 0])),
      () => scale(tail.color, shade),
      0.15,
    );
  }
  appendMesh(mesh, own, {
    point: (point) => applyFrame(frame, point),
    direction: (normal) => turnByFrame(frame, normal),
  });
}
