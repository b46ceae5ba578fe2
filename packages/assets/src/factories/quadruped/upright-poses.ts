// Poses of a body that stands on its hind legs and its tail: a kangaroo's.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import { poseBones } from '../../solid/skeleton.ts';
import { SIDES } from './body.ts';
import { allLegs, bendNeck, lowestOfHead, type Striker, standOnLegs } from './joint-angles.ts';

const hindLegs = () => allLegs((_, isFore) => !isFore);

/** As its table has it. */
const stand: Striker = (angles, { body, phase }) => {
  bendNeck(angles, body, 1.5 * sinDegrees(360 * phase), 0);
  angles.head = [0, 6 * sinDegrees(360 * phase), 0];
  for (const { side, suffix } of SIDES) angles[`shoulder${suffix}`] = [4 * side, 0, 0];
  return hindLegs();
};

const look: Striker = (angles, { body, phase }) => {
  const turned = 32 * cosDegrees(360 * phase);
  bendNeck(angles, body, 4, turned);
  angles.head = [0, turned * 1.1, 0];
  return hindLegs();
};

/** Both hind legs at once: forwards before the landing, behind at the push. `reach` is how far they swing, degrees. */
const hop =
  (lean: number, reach: number): Striker =>
  (angles, { body, phase }) => {
    const swing = cosDegrees(360 * phase);
    const push = (1 - swing) / 2;
    angles.hips = [-lean - 5 * swing, 0, 0];
    for (const { side, suffix } of SIDES) {
      angles[`hip${suffix}`] = [lean + reach * swing - 4, 0, 0];
      angles[`knee${suffix}`] = [1.25 * reach * push, 0, 0];
      angles[`hock${suffix}`] = [-1.4 * reach * push, 0, 0];
      angles[`toe${suffix}`] = [0.5 * reach * push - 0.5 * reach * (1 - push), 0, 0];
      angles[`shoulder${suffix}`] = [lean * 0.5 + 6 * side, 0, 0];
      angles[`elbow${suffix}`] = [16, 0, 0];
    }
    bendNeck(angles, body, 0.5 * lean, 0);
    angles.head = [0.3 * lean, 0, 0];
    angles.tail0 = [0.35 * lean + 8 * swing, 0, 0];
    return [];
  };

/** Bent over its hind feet until the muzzle meets the ground, the hands hanging to it. */
const graze: Striker = (angles, { body, table, phase }) => {
  const turned = 10 * sinDegrees(360 * phase);
  const legs = hindLegs();
  for (let lean = 30; lean <= 90; lean += 5) {
    angles.hips = [-0.6 * lean, 0, 0];
    angles.chest = [-0.4 * lean, 0, 0];
    for (const { side, suffix } of SIDES) {
      angles[`hip${suffix}`] = [0.6 * lean, 0, 0];
      angles[`shoulder${suffix}`] = [0.8 * lean + 5 * side, 0, -14 * side];
    }
    angles.tail0 = [0.6 * lean, 0, 0];
    const shift = standOnLegs(body, angles, legs);
    for (let bend = 0; bend <= 60; bend += 4) {
      bendNeck(angles, body, -bend, turned);
      angles.head = [Math.min(40, lean + bend - 60 - table.headPitch), 0, 0];
      if (lowestOfHead(body, poseBones(body.bones, angles, [0, shift, 0])) < NEAR) return legs;
    }
  }
  return legs;
};

/** How near its muzzle comes to the ground, metres. */
const NEAR = 0.02;

/** On its side, the chest propped up a little. */
const lie: Striker = (angles, { body, phase }) => {
  angles.hips = [0, 0, 84];
  angles.chest = [0, 8, -14];
  for (const { side, suffix } of SIDES) {
    // The upper limbs sink onto the lower ones.
    const isUpper = side < 0;
    angles[`hip${suffix}`] = [8 * side, 0, isUpper ? -8 : -3];
    angles[`knee${suffix}`] = [24, 0, 0];
    angles[`hock${suffix}`] = [-20, 0, 0];
    angles[`shoulder${suffix}`] = [14 + 8 * side, 0, isUpper ? -25 : -8];
  }
  angles.tail0 = [0, 6, 0];
  bendNeck(angles, body, 6, 18 + 4 * sinDegrees(360 * phase));
  angles.head = [0, 10, -30];
  return [];
};

/** By the names of the language. */
export const UPRIGHT_POSES: Readonly<Record<string, Striker>> = {
  stand,
  look,
  walk: hop(34, 24),
  run: hop(46, 42),
  graze,
  lie,
  sit: stand,
};
