// Turns two id pictures into how well they agree: over all pixels, and object by object.
import { invariant } from '@diorama/diagnostics';

/** How well two id pictures agree. */
export interface IdComparison {
  /** Pixels whose ids differ. */
  readonly differing: number;
  /** Share of the pixels whose ids are equal, 0..1. */
  readonly agreement: number;
  /** By id, the largest first. */
  readonly objects: readonly ObjectComparison[];
}

/** How well two pictures agree on one object. */
export interface ObjectComparison {
  readonly id: number;
  /** Pixels in the first picture. */
  readonly pixels: number;
  /** Pixels that belong to it in one picture only. */
  readonly differing: number;
  /** Intersection over union, 0..1. */
  readonly iou: number;
}

/** Both pictures must have the same number of pixels. */
export function compareIds(first: Uint32Array, second: Uint32Array): IdComparison {
  invariant(first.length === second.length, 'pictures of one size are compared');
  const counts = new Map<number, { first: number; second: number; both: number }>();
  const countOf = (id: number) => {
    let count = counts.get(id);
    if (count === undefined) {
      count = { first: 0, second: 0, both: 0 };
      counts.set(id, count);
    }
    return count;
  };
  let differing = 0;
  for (let index = 0; index < first.length; index += 1) {
    const [a, b] = [first[index] as number, second[index] as number];
    const count = countOf(a);
    count.first += 1;
    if (a === b) {
      count.second += 1;
      count.both += 1;
    } else {
      countOf(b).second += 1;
      differing += 1;
    }
  }
  const objects = [...counts].map(([id, count]) => {
    const union = count.first + count.second - count.both;
    return { id, pixels: count.first, differing: union - count.both, iou: count.both / union };
  });
  return {
    differing,
    agreement: 1 - differing / Math.max(1, first.length),
    objects: objects.sort((a, b) => b.pixels - a.pixels || a.id - b.id),
  };
}
