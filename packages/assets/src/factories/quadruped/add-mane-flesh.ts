// Adds the flesh under manes: the ruff of a lion, the stiff crest of a zebra.
import type { Vector3 } from '@diorama/geometry';
import { length, subtract } from '../../build/vectors.ts';
import { REGION } from '../../solid/round-cone.ts';
import { type BodyBuilder, refined } from './body-builder.ts';

export function addManeFlesh(ctx: BodyBuilder): void {
  if (ctx.table.mane === 'lion') addRuff(ctx);
  if (ctx.table.mane === 'upright') addCrest(ctx);
}

/** A lion's ruff: around the root of the neck, and down the chest. */
function addRuff(ctx: BodyBuilder): void {
  const [withers, poll] = [ctx.table.neck[0]!, ctx.table.neck.at(-1)!];
  const size = poll[1] / 1.08;
  const bone = ctx.bone('neck0');
  const ruff = (from: Vector3, to: Vector3, radii: readonly [number, number], flatness: number) => {
    const at = ([x, y]: Vector3): Vector3 => [withers[0] + x * size, withers[1] + y * size, 0];
    ctx.cones.push({
      from: at(from),
      to: at(to),
      fromRadius: radii[0] * size,
      toRadius: radii[1] * size,
      flatness,
      flatAxis: [0, 0, 1],
      blend: 0.9 * ctx.table.blend,
      bone,
      endBone: bone,
      region: REGION.mane,
      start: 0,
      end: 0,
    });
  };
  ruff([-0.12, -0.03, 0], [0.08, 0.1, 0], [0.26, 0.25], 0.85);
  ruff([0.08, 0, 0], [0.02, -0.21, 0], [0.19, 0.11], 0.75);
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
