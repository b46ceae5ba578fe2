// Poses of a four-legged body on its legs: stand, look, walk and run.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import { allLegs, bendNeck, type Striker, setLeg } from './joint-angles.ts';

export const stand: Striker = (angles, { body, phase }) => {
  setLeg(angles, 'L', true, [5, 0, 0]);
  setLeg(angles, 'R', true, [-5, 0, 0]);
  setLeg(angles, 'L', false, [-6, 0, 0]);
  setLeg(angles, 'R', false, [5, 0, 0]);
  bendNeck(angles, body, 1.5 * sinDegrees(360 * phase), 0);
  angles.head = [0, 6 * sinDegrees(360 * phase), 0];
  return allLegs(() => true);
};

export const look: Striker = (angles, ctx) => {
  const legs = stand(angles, { ...ctx, phase: 0 });
  const turned = 30 * cosDegrees(360 * ctx.phase);
  bendNeck(angles, ctx.body, 6, turned);
  angles.head = [0, turned * 1.15, 0];
  return legs;
};

/**
 * Hildebrand 1989: the lateral sequence; each foot is down for a share of the stride. Legs swing by so many degrees, the fore
 * leg of a side `lag` of a stride after the hind leg.
 */
const step =
  (down: number, reach: number, lag: number): Striker =>
  (angles, { body, phase }) => {
    const bears = new Map<string, boolean>();
    for (const { suffix, isFore } of allLegs(() => true)) {
      const t = fraction(phase + (isFore ? -lag : 0) + (suffix === 'R' ? 0.5 : 0));
      const most = isFore ? reach : reach - 1;
      const swing = (t - down) / (1 - down);
      bears.set(suffix + isFore, swing <= 0);
      if (swing <= 0) setLeg(angles, suffix, isFore, [most * (1 - (2 * t) / down), 0, 0]);
      else {
        const lift = sinDegrees(180 * swing);
        const pitch = -most + 2 * most * swing * swing * (3 - 2 * swing);
        setLeg(
          angles,
          suffix,
          isFore,
          isFore ? [pitch + 6 * lift, 14 * lift, -52 * lift] : [pitch + 8 * lift, -34 * lift, 30 * lift],
        );
      }
    }
    bendNeck(angles, body, 2.5 * sinDegrees(720 * phase), 0);
    angles.head = [-2.5 * sinDegrees(720 * phase), 0, 0];
    return allLegs((suffix, isFore) => bears.get(suffix + isFore)!);
  };

export const walk: Striker = (angles, ctx) => (ctx.table.walks === 'pace' ? pace : lateralWalk)(angles, ctx);

const lateralWalk = step(0.62, 21, 0.25);

/** Long legs would hit each other in any other order: Dagg, "Gaits in mammals", 1973. */
const pace = step(0.62, 21, 0.08);

/** Elephants do not gallop: a fast walk with long strides. Hutchinson et al., "Are fast-moving elephants really running?", 2003. */
const amble = step(0.5, 29, 0.25);

/** A rotary gallop: the hind feet push off one after the other, then the fore feet; gathered and stretched in between. */
export const run: Striker = (angles, ctx) => {
  if (ctx.table.foot === 'pillar') return amble(angles, ctx);
  const { body, phase } = ctx;
  // Hooves are gathered less far under the body than paws: long legs would cross.
  const gather = ctx.table.foot === 'paw' ? 44 : 27;
  const straddle = ctx.table.straddle ?? (ctx.table.foot === 'paw' ? 3 : 0);
  const spine = cosDegrees(360 * (phase - 0.02));
  angles.hips = [-4 + 5 * sinDegrees(360 * phase), 0, 0];
  angles.chest = [-2 + 7 * spine, 0, 0];
  for (const { suffix, isFore } of allLegs(() => true)) {
    const t = fraction(phase + (isFore ? 0 : 0.44) + (suffix === 'R' ? 0.08 : 0));
    const swing = cosDegrees(360 * t);
    const fold = Math.max(0, -sinDegrees(360 * t - 20));
    const aside = (suffix === 'L' ? -1 : 1) * straddle * Math.max(0, swing);
    if (isFore) setLeg(angles, suffix, true, [8 + (swing > 0 ? 44 : gather) * swing, 8 + 30 * fold, -8 - 84 * fold]);
    else setLeg(angles, suffix, false, [2 + (swing > 0 ? gather : 44) * swing, -10 - 44 * fold, -6 + 40 * fold], aside);
  }
  bendNeck(angles, body, -20 + 5 * spine, 0);
  angles.head = [20 - 4 * spine, 0, 0];
  angles.tail0 = [-38, 0, 0];
  return [];
};

function fraction(number: number): number {
  return number - Math.floor(number);
}
