// Turns the row of a table into a body at rest: bones, and the flesh on them.
import type { Draws } from '../../build/draws.ts';
import { REGION } from '../../solid/round-cone.ts';
import { addFlesh, isOnHead } from './add-flesh.ts';
import { addEarRoots, addHead, addTrunk } from './add-head.ts';
import { addLegs } from './add-legs.ts';
import { addManeFlesh } from './add-mane-flesh.ts';
import { addSpine, addTail } from './add-spine.ts';
import type { Body } from './body.ts';
import { addChain, createBodyBuilder } from './body-builder.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

export { type Body, FORE_JOINTS, HIND_JOINTS, SIDES } from './body.ts';
export { refined } from './body-builder.ts';

const UDDER = 'udder';

/** Each individual's flesh is a little its own. */
export function assembleBody(table: QuadrupedTable, draws: Draws): Body {
  const ctx = createBodyBuilder(table, draws);
  const neckBones = addSpine(ctx);
  const skinOfHead = addHead(ctx);
  for (const bulge of table.bulges ?? []) {
    addChain(ctx, bulge, { owner: () => ctx.bone('chest'), region: () => REGION.torso, blend: () => table.blend });
  }
  addLegs(ctx);
  // It is pushed aside where the body rests on it.
  const udder = table.flesh?.find(({ on }) => on === UDDER);
  if (udder !== undefined) ctx.addBone(UDDER, 'hips', [udder.from[0], table.torso[0]![1], 0]);
  addFlesh(
    ctx,
    (table.flesh ?? []).filter((piece) => !isOnHead(piece)),
  );
  addEarRoots(ctx);
  const tailBones = addTail(ctx);
  const trunkBones = addTrunk(ctx);
  addManeFlesh(ctx);
  const { bones, cones, bone, onHead, headward } = ctx;
  return { bones, cones, bone, onHead, headward, skinOfHead, neckBones, tailBones, trunkBones };
}
