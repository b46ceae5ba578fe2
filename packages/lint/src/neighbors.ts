// Finds the bodies near a body: a packed R-tree over their outlines seen from above.
import Flatbush from 'flatbush';
import type { Body } from './body.ts';

/** Calls `visit` for the bodies whose boxes, widened by `margin`, meet that of `body`, until it returns true. */
export type Neighbors = (body: Body, margin: number, visit: (other: Body) => boolean) => void;

/**
 * How many bodies one search looks at. More are only where hundreds of things stand in one another; each of them is then
 * reported for some of its neighbours, and the work stays linear.
 */
const PATIENCE = 1000;

export function indexBodies(bodies: readonly Body[]): Neighbors {
  if (bodies.length === 0) return () => {};
  const tree = new Flatbush(bodies.length);
  for (const { minX, minZ, maxX, maxZ } of bodies) tree.add(minX, minZ, maxX, maxZ);
  tree.finish();
  return (body, margin, visit) => {
    const [minY, maxY] = [body.minY - margin, body.maxY + margin];
    let patience = PATIENCE;
    tree.collides(body.minX - margin, body.minZ - margin, body.maxX + margin, body.maxZ + margin, (index) => {
      patience -= 1;
      const other = bodies[index];
      if (other === undefined || other === body || other.maxY < minY || maxY < other.minY) return patience <= 0;
      return visit(other) || patience <= 0;
    });
  };
}
