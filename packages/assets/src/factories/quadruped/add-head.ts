// Adds the head of a body: skull, jaw and their flesh, the roots of the ears, a trunk.
import type { Vector3 } from '@diorama/geometry';
import { blend } from '../../build/vectors.ts';
import { coneDistance, meltedUnion, poseCone, REGION } from '../../solid/round-cone.ts';
import { poseBones } from '../../solid/skeleton.ts';
import { addFlesh, isOnHead } from './add-flesh.ts';
import { SIDES } from './body.ts';
import { addChain, type BodyBuilder } from './body-builder.ts';
import type { Station } from './quadruped-table.ts';

/** Gives how far to the side the skin is at a point of the head's side view. */
export function addHead(ctx: BodyBuilder): (x: number, y: number) => number {
  const { table, cones } = ctx;
  const first = cones.length;
  const place = ([x, y]: Station) => ctx.onHead([x, y, 0]);
  ctx.addBone('jaw', 'head', place(table.jaw[0]!));
  addChain(ctx, table.skull, {
    owner: () => ctx.bone('head'),
    region: (index) => (index < table.skull.length - 2 ? REGION.head : REGION.muzzle),
    blend: () => table.blend * 0.35,
    place,
  });
  addChain(ctx, table.jaw, {
    owner: () => ctx.bone('jaw'),
    region: () => REGION.muzzle,
    blend: () => table.blend * 0.25,
    place,
  });
  addFlesh(ctx, (table.flesh ?? []).filter(isOnHead));
  const rest = poseBones(ctx.bones, {});
  const head = cones.slice(first).map((cone) => poseCone(rest, cone));
  return (x, y) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 20; step += 1) {
      const z = (low + high) / 2;
      const [px, py, pz] = ctx.onHead([x, y, z]);
      const distance = head.reduce((all, cone) => meltedUnion(all, coneDistance(cone, px, py, pz), cone.cone.blend), 1);
      if (distance < 0) low = z;
      else high = z;
    }
    return low;
  };
}

/** What ears stand on; their shells are meshes. */
export function addEarRoots(ctx: BodyBuilder): void {
  const { at, tip, radius, shape } = ctx.table.ear;
  for (const { side, suffix } of SIDES) {
    const mirrored = (point: Vector3): Vector3 => ctx.onHead([point[0], point[1], point[2] * side]);
    ctx.addBone(`ear${suffix}`, 'head', mirrored(at));
    if (shape === 'fan') continue;
    const bone = ctx.bone(`ear${suffix}`);
    ctx.cones.push({
      from: mirrored(at),
      to: blend(mirrored(at), mirrored(tip), 0.12),
      fromRadius: radius * 0.7,
      toRadius: radius * 0.45,
      flatness: 0.7,
      flatAxis: ctx.headward([0.86, -0.1, 0.5 * side]),
      blend: ctx.table.blend * 0.2,
      bone,
      endBone: bone,
      region: REGION.ear,
      start: 0,
      end: 1,
    });
  }
}

/** Gives the number of bones in the trunk. */
export function addTrunk(ctx: BodyBuilder): number {
  const trunk = ctx.table.trunk ?? [];
  const place = ([x, y]: Station) => ctx.onHead([x, y, 0]);
  trunk.slice(0, -1).forEach((station, index) => {
    ctx.addBone(`trunk${index}`, index === 0 ? 'head' : `trunk${index - 1}`, place(station));
  });
  addChain(ctx, trunk, {
    owner: (index) => ctx.bone(`trunk${index}`),
    region: () => REGION.trunk,
    blend: () => ctx.table.blend * 0.35,
    place,
  });
  return Math.max(0, trunk.length - 1);
}
