// Finds things that stand in one another.
import { type Body, compareWritten } from '../body.ts';
import type { Matter } from '../extents.ts';
import type { Finding } from '../finding.ts';
import type { Neighbors } from '../neighbors.ts';
import { penetration } from '../penetration.ts';
import type { Solid } from '../solid.ts';

/**
 * How deep two things may be in each other, as a share of the thinner one's thickness. Forms are guesses, so nothing has
 * 0; stones lie on each other, crowns grow into each other, animals stand in leaves, and shapes are made to be joined.
 */
export const TOLERATED_SHARE: Readonly<Record<Matter, Readonly<Partial<Record<Matter, number>>>>> = Object.freeze({
  flesh: { flesh: 0.15, stone: 0.3, wood: 0.5, made: 0.15 },
  stone: { flesh: 0.3, stone: 0.6, wood: 0.75, made: 0.6 },
  wood: { flesh: 0.5, stone: 0.75, wood: 0.25, made: 0.75 },
  leaves: { leaves: 0.75 },
  made: { flesh: 0.15, stone: 0.6, wood: 0.75 },
  water: {},
});

/** How many of its neighbours a body is measured against. */
const PATIENCE = 40;

export function measureOverlaps(findings: Finding[], bodies: readonly Body[], neighbors: Neighbors): void {
  const order = new Map(bodies.map((body, place) => [body, place]));
  for (const [place, body] of bodies.entries()) {
    if (body.element.kind === 'water') continue;
    let patience = PATIENCE;
    neighbors(body, 0, (other) => {
      // Each pair is found once: by the smaller, which has fewer neighbours.
      const difference = sizeOf(other) - sizeOf(body);
      if (difference < 0 || (difference === 0 && (order.get(other) ?? 0) < place)) return false;
      const depth = depthOf(body, other);
      if (depth > 0) findings.push(makeFinding(body, other, depth));
      patience -= 1;
      return patience === 0;
    });
  }
}

/** The deepest that a part of one is in a part of the other, if that is deeper than tolerated; else 0. */
function depthOf(body: Body, other: Body): number {
  let deepest = 0;
  for (const solid of body.solids) {
    for (const another of other.solids) {
      const share = TOLERATED_SHARE[solid.matter][another.matter];
      if (share === undefined || !boxesMeet(solid, another)) continue;
      const enough = Math.max(deepest, share * Math.min(thickness(solid), thickness(another)));
      const depth = penetration(solid, another, enough);
      if (depth > enough) deepest = depth;
    }
  }
  return deepest;
}

function boxesMeet(a: Solid, b: Solid): boolean {
  return (
    a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY && a.minZ <= b.maxZ && b.minZ <= a.maxZ
  );
}

function thickness(solid: Solid): number {
  return 2 * Math.min(solid.halfX, solid.halfY, solid.halfZ);
}

function sizeOf(body: Body): number {
  return body.maxX - body.minX + (body.maxZ - body.minZ);
}

/** The one that was written later is the one to move. */
function makeFinding(body: Body, other: Body, gap: number): Finding {
  const isLater = compareWritten(body.element, other.element) >= 0;
  const [later, earlier] = isLater ? [body, other] : [other, body];
  return { code: 'overlaps', element: later.index, base: later.base, other: earlier.index, gap, unit: 'm' };
}
