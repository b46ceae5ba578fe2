// Turns the row of a table into what is too thin for the body's grid: ears, eyes, mouth, nose, hooves, horns and hair.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import type { Draws } from '../../build/draws.ts';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { addBall, addLock, addTube } from '../../build/shapes.ts';
import { simplifyMesh } from '../../build/simplify-mesh.ts';
import { THINNING, type Thinning } from '../../build/thinning.ts';
import { add, blend, scale, subtract, unit } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { applyFrame, type Frame, turnByFrame } from '../../solid/skeleton.ts';
import { addBeard } from './add-beard.ts';
import { addCurl } from './add-curl.ts';
import { addSnout } from './add-snout.ts';
import { type Body, FORE_JOINTS, HIND_JOINTS, refined, SIDES } from './assemble-body.ts';
import { addClaws } from './claws.ts';
import { addFanEar, addPinna } from './ears.ts';
import { addEye } from './eyes.ts';
import { addNoseLeather, addTongue, addWhiskers } from './face-details.ts';
import { addHoof } from './hooves.ts';
import { addHorns } from './horns.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** A mesh at rest that moves with one bone. */
export interface Attachment {
  readonly bone: number;
  readonly mesh: MeshBuilder;
  /** Hair falls where it is; it does not reach into the ground. */
  readonly isHair: boolean;
  /** Sheets are drawn from both sides. */
  readonly isSheet: boolean;
}

/** All attachments of a body at rest: hair is thinned, and what is solid made of fewer triangles, by the level of detail. */
export function attachments(
  table: QuadrupedTable,
  body: Body,
  coat: Coat,
  draws: Draws,
  detail: Detail,
): readonly Attachment[] {
  const made: Attachment[] = [];
  const thinning = THINNING[detail];
  const attach = (bone: string, fill: (mesh: MeshBuilder) => void, kind: 'solid' | 'hair' | 'sheet' = 'solid') => {
    const mesh = createMeshBuilder();
    fill(mesh);
    const share = kind === 'hair' ? 1 : SOLID_SHARE[detail];
    const simple = simplifyMesh(mesh, Math.ceil((share * mesh.indices.length) / 3));
    made.push({ bone: body.bone(bone), mesh: simple, isHair: kind === 'hair', isSheet: kind === 'sheet' });
  };
  for (const { side, suffix } of SIDES) {
    attach(
      `ear${suffix}`,
      (mesh) => addEar(mesh, table, body, coat, side),
      table.ear.shape === 'fan' ? 'sheet' : 'solid',
    );
    attach('head', (mesh) => addEye(mesh, table, body, coat, side));
    if (table.trunk === undefined) attach('head', (mesh) => addMouth(mesh, table, body, side));
    if (table.claws !== undefined && detail !== 'low') {
      attach(
        FORE_JOINTS[3] + suffix,
        (mesh) => addClaws(mesh, table, table.fore[4]!, side * table.spread[0] * 0.68),
        'hair',
      );
      attach(
        HIND_JOINTS[3] + suffix,
        (mesh) => addClaws(mesh, table, table.hind[4]!, side * table.spread[1] * 0.68),
        'hair',
      );
    }
    if (table.foot !== 'paw') {
      attach(FORE_JOINTS[3] + suffix, (mesh) => addHoof(mesh, table, table.fore[4]!, side * table.spread[0] * 0.68));
      attach(HIND_JOINTS[3] + suffix, (mesh) => addHoof(mesh, table, table.hind[4]!, side * table.spread[1] * 0.68));
    }
  }
  const { horns, beard, snout, curl } = table;
  if (horns !== undefined) attach('head', (mesh) => addHorns(mesh, table, body, draws));
  if (beard !== undefined) attach('jaw', (mesh) => addBeard(mesh, beard, body), 'hair');
  if (snout !== undefined) attach('head', (mesh) => addSnout(mesh, snout, body));
  if (curl !== undefined) attach(`tail${body.tailBones - 1}`, (mesh) => addCurl(mesh, curl, table));
  // A trunk ends in its own nostrils.
  const attachNose = table.trunk === undefined ? attach : () => {};
  attachNose('head', (mesh) => {
    const { at, radius, color } = table.nose;
    if (table.foot === 'paw') return addNoseLeather(mesh, table, body);
    if (at[2] === 0) return addBall(mesh, body.onHead(at), [radius, radius * 0.75, radius * 0.85], color, 6);
    for (const side of [-1, 1]) addNostril(mesh, table, body, side);
  });
  if (table.whiskers !== undefined && detail !== 'low') attach('head', (mesh) => addWhiskers(mesh, table, body));
  if (table.tongue !== undefined) attach('jaw', (mesh) => addTongue(mesh, table, body));
  if (table.tuft !== undefined)
    attach(`tail${body.tailBones - 1}`, (mesh) => addTuft(mesh, table, draws, thinning), 'hair');
  if (table.mane === 'hanging') attachHangingMane(attach, table, body, draws, thinning);
  return made;
}

/** How many of their triangles eyes, ears, hooves and horns keep. */
const SOLID_SHARE: Readonly<Record<Detail, number>> = Object.freeze({ high: 1, medium: 0.4, low: 0.13 });

/** Adds the attachments, each moved with its bone. Ears and feathers that are sheets go to `sheets`. */
export function addAttachments(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  made: readonly Attachment[],
  frames: readonly Frame[],
): void {
  for (const { bone, mesh, isHair, isSheet } of made) {
    const frame = frames[bone]!;
    appendMesh(isSheet ? sheets : solid, mesh, {
      point: (position) => {
        const [x, y, z] = applyFrame(frame, position);
        return isHair && y < HAIR_CLEARANCE ? [x, HAIR_CLEARANCE * (1 + 0.3 * (y - HAIR_CLEARANCE)), z] : [x, y, z];
      },
      direction: (normal) => turnByFrame(frame, normal),
    });
  }
}

/** Metres at which hair lies on the ground. */
const HAIR_CLEARANCE = 0.012;

function addEar(mesh: MeshBuilder, table: QuadrupedTable, body: Body, coat: Coat, side: number): void {
  const mirrored = (point: Vector3): Vector3 => [point[0], point[1], point[2] * side];
  const { ear } = table;
  if (ear.shape === 'fan') return addFanEar(mesh, body, side);
  const face = body.headward(unit(mirrored(ear.face ?? [0.85, -0.1, 0.5])));
  const [base, tip] = [body.onHead(mirrored(ear.at)), body.onHead(mirrored(ear.tip))];
  addPinna(mesh, { base, tip, face, radius: ear.radius * 1.12, shape: ear.shape }, coat);
}

/** The dark hole of a nostril, in the skin. */
function addNostril(mesh: MeshBuilder, { nose }: QuadrupedTable, body: Body, side: number): void {
  const { at, radius, color } = nose;
  const skin = Math.max(at[2], body.skinOfHead(at[0], at[1]));
  const place = body.onHead([at[0], at[1], (skin - 0.3 * radius) * side]);
  addBall(mesh, place, [radius, radius * 0.75, radius * 0.5], color, 6);
}

/** A dark line along the lips. */
function addMouth(mesh: MeshBuilder, { jaw, skull }: QuadrupedTable, body: Body, side: number): void {
  const [lower, upper] = [jaw.at(-1)!, skull.at(-1)!];
  const front = Math.max(lower[0] + lower[2], upper[0] + upper[2] * 0.8);
  const back = jaw[0]![0] + (front - jaw[0]![0]) * 0.35;
  const points: Vector3[] = [];
  for (let step = 0; step <= 7; step += 1) {
    const t = step / 7;
    const x = back + (front - back) * t;
    const [start, end] = [jaw[0]![1] * 0.72, (lower[1] + upper[1]) / 2 - 0.008];
    const y = start + (end - start) * t - (step === 0 ? 0.012 : 0);
    points.push(body.onHead([x, y, side * (body.skinOfHead(x, y) - 0.002)]));
  }
  const radii = points.map((_, step) => upper[2] * 0.075 * (step === 0 ? 0.4 : 1));
  addTube(mesh, points, radii, () => [0.03, 0.018, 0.015], { sides: 4 });
}

function addTuft(mesh: MeshBuilder, { tail, tuft }: QuadrupedTable, draws: Draws, { step, width }: Thinning): void {
  if (tuft === undefined) return;
  const [end, before] = [tail.at(-1)!, tail.at(-2)!];
  const [to, from]: [Vector3, Vector3] = [
    [end[0], end[1], 0],
    [before[0], before[1], 0],
  ];
  const direction = unit(subtract(to, from));
  for (let lock = 0; lock < tuft.locks; lock += 1) {
    const turn = 360 * draws.next();
    const drawn = [Math.sqrt(draws.next()), draws.between(0.6, 1.1), draws.between(0.5, 1)] as const;
    // The first lock, which no level of detail leaves out, reaches furthest: the model's extent is the same at all of them.
    const [spread, share, start] = lock === 0 ? [0, 1.12, 1] : drawn;
    const out = tuft.radius * spread;
    const offset: Vector3 = [cosDegrees(turn) * out, 0, sinDegrees(turn) * out];
    const length = tuft.length * share;
    const root = blend(from, to, start);
    const color = scale(tuft.color, draws.between(0.7, 1.3));
    if (lock % step > 0) continue;
    addLock(
      mesh,
      root,
      add(scale(direction, length), offset),
      [-0.03 * length, -0.35 * length, 0],
      tuft.radius * 0.34 * width,
      color,
    );
  }
}

/** A horse's mane: locks that hang on both sides of the neck, and a forelock. */
function attachHangingMane(
  attach: (bone: string, fill: (mesh: MeshBuilder) => void, kind: 'hair') => void,
  { torso, neck, maneColor }: QuadrupedTable,
  body: Body,
  draws: Draws,
  { step, width }: Thinning,
): void {
  const spine = [torso.at(-1)!, ...refined(neck)];
  const dark: LinearColor = maneColor ?? [0.016, 0.012, 0.01];
  const crest = spine.map(([x, y, halfHeight], index): Vector3 => {
    const [next, before] = [spine[Math.min(spine.length - 1, index + 1)]!, spine[Math.max(0, index - 1)]!];
    const [ux, uy] = unit([next[0] - before[0], next[1] - before[1], 0]);
    return [x - uy * halfHeight * 0.9, y + ux * halfHeight * 0.9, 0];
  });
  crest.slice(1, -1).forEach((from, index) => {
    attach(
      `neck${index}`,
      (mesh) => {
        for (let lock = 0; lock < 34; lock += 1) {
          const side = draws.next() < 0.5 ? 1 : -1;
          const length = draws.between(0.2, 0.34);
          const reach: Vector3 = [draws.between(-0.04, -0.01), 0.05, side * draws.between(0.13, 0.2)];
          const root = blend(from, crest[index + 2]!, draws.next());
          const color = scale(dark, draws.between(0.7, 1.7));
          if (lock % step > 0) continue;
          addLock(mesh, root, reach, [-0.02, -length, side * 0.02], 0.034 * width, color);
        }
      },
      'hair',
    );
  });
  attach(
    'head',
    (mesh) => {
      for (let lock = 0; lock < 12; lock += 1) {
        const root = body.onHead([-0.02, 0.11, draws.between(-0.025, 0.025)]);
        const sag: Vector3 = [0.05, draws.between(-0.17, -0.12), draws.between(-0.05, 0.05)];
        if (lock % step > 0) continue;
        addLock(mesh, root, body.headward([0.08, 0.04, 0]), sag, 0.018 * width, dark);
      }
    },
    'hair',
  );
}
