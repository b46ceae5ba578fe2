// Finds things that stand in one another.
import { type Body, boxesMeet, compareWritten } from '../body.ts';
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

/** How many of its neighbours a body is measured against, and how many overlaps of one body are reported. */
const MOST_NEIGHBORS = 40;
const MOST_OVERLAPS = 3;

export function measureOverlaps(findings: Finding[], bodies: readonly Body[], neighbors: Neighbors): void {
  for (const body of bodies) {
    if (body.element.kind === 'water') continue;
    const size = sizeOf(body);
    let [measured, found] = [0, 0];
    neighbors(body, (other) => {
      // Each pair is found once: by the smaller, which has fewer neighbours.
      const difference = sizeOf(other) - size;
      if (difference < 0 || (difference === 0 && other.order <= body.order) || !boxesMeet(body, other)) return false;
      measured += 1;
      const depth = depthOf(body, other);
      if (depth > 0) {
        found += 1;
        findings.push(makeFinding(body, other, depth));
      }
      return measured === MOST_NEIGHBORS || found === MOST_OVERLAPS;
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
