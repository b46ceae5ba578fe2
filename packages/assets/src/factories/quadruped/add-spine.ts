// Adds what runs along the middle of a body: torso, neck and tail.
import { REGION } from '../../solid/round-cone.ts';
import { addChain, type BodyBuilder, placeInMiddle, refined } from './body-builder.ts';

/** Torso and neck. Gives the number of bones in the neck. */
export function addSpine(ctx: BodyBuilder): number {
  const { blend: melt } = ctx.table;
  const torso = refined(ctx.table.torso);
  const middle = 2 * (ctx.table.torso.length >> 1);
  ctx.addBone('hips', undefined, placeInMiddle(torso[0]!));
  ctx.addBone('chest', 'hips', placeInMiddle(torso[middle]!));
  const neck = refined(ctx.table.neck);
  neck.slice(0, -1).forEach((station, index) => {
    ctx.addBone(`neck${index}`, index === 0 ? 'chest' : `neck${index - 1}`, placeInMiddle(station));
  });
  const neckBones = neck.length - 1;
  ctx.addBone('head', `neck${neckBones - 1}`, placeInMiddle(neck.at(-1)!));
  addChain(ctx, torso, {
    owner: (index) => (index < middle ? 0 : 1),
    endOwner: (index) => (index + 1 < middle ? 0 : 1),
    region: () => REGION.torso,
    // Stretches of one chain fit each other; where they melt, they would swell.
    blend: () => 0,
    bulk: ctx.bulk,
  });
  const owner = (index: number) => ctx.bone(index <= 0 ? 'chest' : `neck${Math.min(index, neckBones) - 1}`);
  addChain(ctx, [torso.at(-1)!, ...neck], {
    owner,
    endOwner: (index) => owner(index + 1),
    region: () => REGION.neck,
    blend: (index) => melt * (index === 0 ? 0.7 : index === 1 ? 0.25 : 0),
  });
  return neckBones;
}

/** Gives the number of bones in the tail. */
export function addTail(ctx: BodyBuilder): number {
  const { tail, blend: melt } = ctx.table;
  tail.slice(0, -1).forEach((station, index) => {
    ctx.addBone(`tail${index}`, index === 0 ? 'hips' : `tail${index - 1}`, placeInMiddle(station));
  });
  addChain(ctx, tail, {
    owner: (index) => ctx.bone(`tail${index}`),
    region: () => REGION.tail,
    blend: () => melt * 0.3,
  });
  return tail.length - 1;
}
