// Finds the bodies near a place: a packed R-tree over their outlines seen from above.
import Flatbush from 'flatbush';
import type { Body } from './body.ts';

/** A rectangle seen from above. */
export type Area = Pick<Body, 'minX' | 'minZ' | 'maxX' | 'maxZ'>;

/**
 * Calls `visit` for the bodies whose outlines meet an area, until it returns true. Returns whether the search came to its
 * end, by itself or by `visit`; not so once all searches together have looked at more bodies than `PATIENCE` allows.
 */
export type Neighbors = (area: Area, visit: (other: Body) => boolean) => boolean;

/**
 * How many bodies the searches of one check may look at, for each body and beside. Only where hundreds of things stand in
 * one another are there more: work stays linear, and a check says nothing about what it could not look at.
 */
const PATIENCE = Object.freeze({ each: 30, beside: 1_000_000 });

/** Makes a function that starts searching anew, with all patience. */
export function indexBodies(bodies: readonly Body[]): () => Neighbors {
  if (bodies.length === 0) return () => () => true;
  const tree = new Flatbush(bodies.length);
  for (const { minX, minZ, maxX, maxZ } of bodies) tree.add(minX, minZ, maxX, maxZ);
  tree.finish();
  return () => {
    let patience = PATIENCE.each * bodies.length + PATIENCE.beside;
    return ({ minX, minZ, maxX, maxZ }, visit) => {
      if (patience <= 0) return false;
      tree.collides(minX, minZ, maxX, maxZ, (index) => {
        patience -= 1;
        return patience <= 0 || visit(bodies[index]!);
      });
      return patience > 0;
    };
  };
}
