// Finds what floats above the ground, and what sinks into it.
import type { ObjectClass, Scene } from '@diorama/scene';
import type { Body } from '../body.ts';
import type { Finding } from '../finding.ts';
import type { Neighbors } from '../neighbors.ts';
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
  neighbors: Neighbors,
  waters: readonly WaterSurface[],
): void {
  const airborne = bodies.filter((body) => !flies(body) && isAirborne(scene, body));
  const unsupported = findUnsupported(airborne, neighbors);
  for (const body of unsupported) findings.push(measureFall(body, neighbors));
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
function findUnsupported(airborne: readonly Body[], neighbors: Neighbors): readonly Body[] {
  const inAir = new Set(airborne);
  const touching = new Map<Body, Body[]>();
  const supported: Body[] = [];
  for (const body of airborne) {
    const reach = reachOf(body);
    neighbors(body, reach, (other) => {
      if (flies(other) || !touches(body, other, reach)) return false;
      if (!inAir.has(other)) {
        supported.push(body);
        return true;
      }
      link(touching, body, other);
      link(touching, other, body);
      return false;
    });
  }
  const unsupported = new Set(airborne);
  for (const body of supported) unsupported.delete(body);
  for (let body = supported.pop(); body !== undefined; body = supported.pop()) {
    for (const other of touching.get(body) ?? []) if (unsupported.delete(other)) supported.push(other);
  }
  return airborne.filter((body) => unsupported.has(body));
}

function link(touching: Map<Body, Body[]>, body: Body, other: Body): void {
  const linked = touching.get(body);
  if (linked === undefined) touching.set(body, [other]);
  else linked.push(other);
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

type Bounds = Pick<Body, 'minX' | 'minY' | 'minZ' | 'maxX' | 'maxY' | 'maxZ'>;
function boxesMeet(a: Bounds, b: Bounds, margin: number): boolean {
  return (
    a.minX - margin <= b.maxX &&
    b.minX <= a.maxX + margin &&
    a.minY - margin <= b.maxY &&
    b.minY <= a.maxY + margin &&
    a.minZ - margin <= b.maxZ &&
    b.minZ <= a.maxZ + margin
  );
}

/** From its lowest point straight down to what is there. */
function measureFall(body: Body, neighbors: Neighbors): Finding {
  const { base, ground, minY } = body;
  let gap = minY - ground;
  let below: Body | undefined;
  neighbors(body, gap, (other) => {
    if (flies(other)) return false;
    for (const solid of other.solids) {
      const fall = enter(solid, base[0], minY, base[2], 0, -1, 0);
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
