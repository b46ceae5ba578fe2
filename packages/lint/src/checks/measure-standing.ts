// Finds what floats above the ground, and what sinks into it.
import type { ObjectClass, Scene } from '@diorama/scene';
import { type Body, boxesMeet } from '../body.ts';
import type { Finding } from '../finding.ts';
import { hasKnownGround } from '../has-known-ground.ts';
import type { Area, Neighbors } from '../neighbors.ts';
import { penetration } from '../penetration.ts';
import { boxSolid, enter, type Solid } from '../solid.ts';
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
/** How much of a footing is its middle: who stands with no more than the rest of it on something, falls off. */
const FOOTING_SHARE = 0.5;
/** How much lower than its top the sides of a guessed form may be where something stands on it, as a share of its height. */
const SLOPE_SHARE = 0.25;

export function measureStanding(
  findings: Finding[],
  scene: Scene,
  bodies: readonly Body[],
  search: () => Neighbors,
  waters: readonly WaterSurface[],
): void {
  if (!hasKnownGround(scene)) return;
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

/** Of the bodies in the air, those that nothing which stands on the ground holds up, directly or through others. */
function findUnsupported(bodies: readonly Body[], airborne: readonly Body[], neighbors: Neighbors): readonly Body[] {
  const isHeld = new Uint8Array(bodies.length).fill(1);
  for (const { order } of airborne) isHeld[order] = 0;
  /** What each body in the air holds, if only it is held itself. */
  const heldBy = new Map<number, number[]>();
  const held: number[] = [];
  for (const body of airborne) {
    const { order } = body;
    const reach = reachOf(body);
    const footing = footingOf(body, reach);
    let isStanding = false;
    const isComplete = neighbors(widen(isObject(body) ? footing.all : body, reach), (other) => {
      if (other === body || flies(other) || !holds(other, body, footing, reach)) return false;
      isStanding = isHeld[other.order] === 1;
      if (!isStanding) addTo(heldBy, other.order, order);
      return isStanding;
    });
    // What could not be looked at might hold it.
    if (isStanding || !isComplete) held.push(order);
  }
  for (let order = held.pop(); order !== undefined; order = held.pop()) {
    if (isHeld[order] === 1) continue;
    isHeld[order] = 1;
    for (const other of heldBy.get(order) ?? []) held.push(other);
  }
  return airborne.filter(({ order }) => isHeld[order] === 0);
}

function addTo(lists: Map<number, number[]>, key: number, item: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function widen({ minX, minZ, maxX, maxZ }: Area, margin: number): Area {
  return { minX: minX - margin, minZ: minZ - margin, maxX: maxX + margin, maxZ: maxZ + margin };
}

function reachOf({ element, minY, maxY }: Body): number {
  const height = maxY - minY;
  if (perches(element)) return PERCH_REACH * height;
  return Math.max(FLOATING_TOLERANCE.metres, FLOATING_TOLERANCE.share * height);
}

function perches(element: Body['element']): boolean {
  return 'pose' in element && element.pose === 'perch';
}

/** Not a shape, which may be joined to others anyhow. */
function isObject({ element }: Body): boolean {
  return 'variant' in element;
}

/** What of a body must be held: its outline at its lowest level, flat, and the middle of that. */
interface Footing {
  readonly all: Solid;
  readonly middle: Solid;
}

function footingOf(body: Body, reach: number): Footing {
  const { minY: y, solids } = body;
  let [minX, maxX, minZ, maxZ] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const solid of solids) {
    if (solid.minY > y + reach) continue;
    minX = Math.min(minX, solid.minX);
    maxX = Math.max(maxX, solid.maxX);
    minZ = Math.min(minZ, solid.minZ);
    maxZ = Math.max(maxZ, solid.maxZ);
  }
  const center = [(minX + maxX) / 2, y, (minZ + maxZ) / 2] as const;
  const [halfX, halfZ] = [(maxX - minX) / 2, (maxZ - minZ) / 2];
  return {
    all: boxSolid(center, [halfX, 0, halfZ]),
    middle: boxSolid(center, [FOOTING_SHARE * halfX, 0, FOOTING_SHARE * halfZ]),
  };
}

/**
 * Whether one body holds another up. What is beside a thing does not, however deep they are in each other: an object stands
 * on a top that is near its base's level, or in what is under the middle of it, as a bird in a crown. Shapes are made to be
 * joined, and hold each other wherever they touch.
 */
function holds(holder: Body, body: Body, { all, middle }: Footing, reach: number): boolean {
  if (!isObject(body) && !isObject(holder)) return boxesMeet(body, holder, reach) && areJoined(body, holder, reach);
  const { element, minY } = body;
  return holder.solids.some((solid) => {
    if (solid.matter === 'leaves' && (element.kind === 'tree' || element.kind === 'boulder')) return false;
    if (!reaches(solid, all, reach)) return false;
    if (!('variant' in element) || perches(element)) return true;
    const sunken = Math.max(reach, EMBEDDED_SHARE[element.kind] * element.height);
    const slope = solid.exact ? 0 : SLOPE_SHARE * (solid.maxY - solid.minY);
    return solid.maxY - minY <= sunken + slope || reaches(solid, middle, reach);
  });
}

/** Whether a form reaches a footing. Where it is only guessed, its box counts. */
function reaches(solid: Solid, footing: Solid, reach: number): boolean {
  return boxesMeet(solid, footing, reach) && (!solid.exact || penetration(solid, footing, -reach) > -reach);
}

function areJoined(body: Body, other: Body, reach: number): boolean {
  return body.solids.some((solid) =>
    other.solids.some((another) => boxesMeet(solid, another, reach) && penetration(solid, another, -reach) > -reach),
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
