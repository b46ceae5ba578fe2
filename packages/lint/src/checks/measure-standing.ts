// Finds what floats above the ground, and what sinks into it.
import type { ObjectClass, Scene } from '@diorama/scene';
import { type Body, boxesMeet } from '../body.ts';
import { DisjointSets } from '../disjoint-sets.ts';
import type { Finding } from '../finding.ts';
import type { Area, Neighbors } from '../neighbors.ts';
import { penetration } from '../penetration.ts';
import { enter } from '../solid.ts';
import { isInWater, type WaterSurface } from '../water.ts';

/** A gap that nobody sees: 2 cm, or a hundredth of the height; 5 cm under sheets, which are raised to lie on the ground. */
export const FLOATING_TOLERANCE = Object.freeze({ metres: 0.02, share: 0.01, sheet: 0.05 });

/** How deep in the ground things of a class naturally are, as a share of their height: stones lie in it, roots grow. */
export const EMBEDDED_SHARE: Readonly<Record<ObjectClass, number>> = Object.freeze({
  bird: 0.1,
  boulder: 0.5,
  bush: 0.15,
  carnivore: 0.1,
  herbivore: 0.1,
  tree: 0.1,
  object: 0.1,
});
/** A swimming or wading animal may be in the ground under the water up to its neck. */
const IN_WATER_SHARE = 0.9;
const SINKING_TOLERANCE = 0.02;

/** How near a perching bird must be to something, as a share of its height: branches are not where a crown's box is. */
const PERCH_REACH = 1;

export function measureStanding(
  findings: Finding[],
  scene: Scene,
  bodies: readonly Body[],
  search: () => Neighbors,
  waters: readonly WaterSurface[],
): void {
  const airborne = bodies.filter((body) => !flies(body) && isAirborne(scene, body));
  const unsupported = findUnsupported(bodies, airborne, search());
  const neighbors = search();
  for (const body of unsupported) {
    const fall = measureFall(body, neighbors);
    // What rests on something that floats is held as soon as that is.
    if (fall.gap > FLOATING_TOLERANCE.metres) findings.push(fall);
  }
  for (const body of bodies) measureSinking(findings, scene, body, waters);
}

function flies({ element }: Body): boolean {
  return 'pose' in element && element.pose === 'fly';
}

function isSheet({ kind }: Body['element']): boolean {
  return kind === 'water' || kind === 'plane';
}

function isAirborne(scene: Scene, { element, minY, maxY, ground }: Body): boolean {
  const { metres, share, sheet } = FLOATING_TOLERANCE;
  // Water in a hollow is above the ground at its middle, and a plane may lie across one too.
  if (isSheet(element)) return minY - Math.max(ground, scene.ground.relief) > sheet;
  return minY - ground > Math.max(metres, share * (maxY - minY));
}

/** Of the bodies in the air, those that no chain of touching bodies connects to the ground. */
function findUnsupported(bodies: readonly Body[], airborne: readonly Body[], neighbors: Neighbors): readonly Body[] {
  // What stands on the ground is one set with it; its number is one more than the last body's.
  const ground = bodies.length;
  const sets = new DisjointSets(bodies.length + 1);
  const isHeld = new Uint8Array(bodies.length).fill(1);
  for (const { order } of airborne) isHeld[order] = 0;
  for (const body of airborne) {
    const { order } = body;
    const reach = reachOf(body);
    const isComplete = neighbors(widen(body, reach), (other) => {
      if (!boxesMeet(body, other, reach) || flies(other)) return false;
      const set = isHeld[other.order] ? ground : other.order;
      if (sets.areJoined(order, set) || !touches(body, other, reach)) return false;
      sets.join(order, set);
      return sets.areJoined(order, ground);
    });
    if (!isComplete) sets.join(order, ground);
  }
  return airborne.filter(({ order }) => !sets.areJoined(order, ground));
}

function widen({ minX, minZ, maxX, maxZ }: Body, margin: number): Area {
  return { minX: minX - margin, minZ: minZ - margin, maxX: maxX + margin, maxZ: maxZ + margin };
}

function reachOf({ element, minY, maxY }: Body): number {
  const height = maxY - minY;
  if ('pose' in element && element.pose === 'perch') return PERCH_REACH * height;
  return Math.max(FLOATING_TOLERANCE.metres, FLOATING_TOLERANCE.share * height);
}

/** Whether two bodies may hold each other. Where a form is only guessed, its box counts. */
function touches(body: Body, other: Body, reach: number): boolean {
  return body.solids.some((solid) =>
    other.solids.some((another) => {
      if (!boxesMeet(solid, another, reach)) return false;
      return !(solid.exact && another.exact) || penetration(solid, another, -reach) > -reach;
    }),
  );
}

/** From its lowest point straight down to what is there. */
function measureFall(body: Body, neighbors: Neighbors): Finding {
  const { base, ground, minY } = body;
  let gap = minY - ground;
  let below: Body | undefined;
  const [x, , z] = base;
  neighbors({ minX: x, minZ: z, maxX: x, maxZ: z }, (other) => {
    if (flies(other) || other === body || other.maxY > minY) return false;
    for (const solid of other.solids) {
      const fall = enter(solid, x, minY, z, 0, -1, 0);
      if (fall < gap || (fall === gap && below !== undefined && other.index < below.index))
        [gap, below] = [fall, other];
    }
    return false;
  });
  const finding = { code: 'floats', element: body.index, base, ground, gap, unit: 'm' } as const;
  return below === undefined ? finding : { ...finding, other: below.index };
}

function measureSinking(findings: Finding[], scene: Scene, body: Body, waters: readonly WaterSurface[]): void {
  const { element, base, ground, maxY } = body;
  const report = (gap: number, buried: boolean) =>
    findings.push({ code: 'sinks', element: body.index, base, ground, gap, unit: 'm', buried });
  if (!('height' in element && 'variant' in element)) {
    // A shape may be a foundation: only what cannot be seen at all is a mistake. A sheet may show in another hollow.
    const depth = (isSheet(element) ? Math.min(ground, -scene.ground.relief) : ground) - maxY;
    if (depth > 0) report(depth, true);
    return;
  }
  const depth = ground - base[1];
  const isWading = 'pose' in element && isInWater(waters, base);
  const share = isWading ? IN_WATER_SHARE : EMBEDDED_SHARE[element.kind];
  if (depth > SINKING_TOLERANCE + share * element.height) report(depth, false);
  else if (ground > maxY) report(ground - maxY, true);
}
