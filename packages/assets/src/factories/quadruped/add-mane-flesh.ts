// Adds the flesh of manes: the stiff crest of a zebra.
import type { Vector3 } from '@diorama/geometry';
import { length, subtract } from '../../build/vectors.ts';
import { REGION } from '../../solid/round-cone.ts';
import { type BodyBuilder, refined } from './body-builder.ts';

export function addManeFlesh(ctx: BodyBuilder): void {
  if (ctx.table.mane === 'upright') addCrest(ctx);
}

/** A stiff mane: a ridge along the top of the neck. */
function addCrest({ cones, table, bone }: BodyBuilder): void {
  const { torso, blend: melt } = table;
  const spine = [torso.at(-1)!, ...refined(table.neck)];
  const ridge = spine.map(([x, y, halfHeight], index): Vector3 => {
    const [next, before] = [spine[Math.min(spine.length - 1, index + 1)]!, spine[Math.max(0, index - 1)]!];
    const [dx, dy] = [next[0] - before[0], next[1] - before[1]];
    const size = Math.sqrt(dx * dx + dy * dy);
    return [x - (dy / size) * halfHeight, y + (dx / size) * halfHeight, 0];
  });
  let way = torso.slice(1).reduce((sum, station, index) => {
    const [dx, dy] = [station[0] - torso[index]![0], station[1] - torso[index]![1]];
    return sum + Math.sqrt(dx * dx + dy * dy);
  }, 0);
  ridge.slice(1).forEach((to, index) => {
    const from = ridge[index]!;
    const owner = index === 0 ? bone('chest') : bone(`neck${index - 1}`);
    const past = way + length(subtract(to, from));
    cones.push({
      from,
      to,
      fromRadius: melt * (index === 0 ? 0.15 : 0.48),
      toRadius: melt * (index === ridge.length - 2 ? 0.2 : 0.48),
      flatness: 0.42,
      flatAxis: [0, 0, 1],
      blend: melt * 0.02,
      bone: owner,
      endBone: index + 1 < ridge.length - 1 ? bone(`neck${index}`) : owner,
      region: REGION.neck,
      start: way,
      end: past,
    });
    way = past;
  });
}
