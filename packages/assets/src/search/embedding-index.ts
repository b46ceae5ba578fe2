// Turns vectors into the things that are nearest to them in an embedding space.
import { invariant } from '@diorama/diagnostics';
import type { Match } from './search-index.ts';

/** Finds assets by vectors of one embedding space. Encoders decide what a vector means. */
export interface EmbeddingIndex {
  /** Vectors of other spaces mean nothing here. */
  readonly space: string;
  /** The numbers in a vector. */
  readonly dimension: number;
  /** At most `limit` assets that `allows` lets through, nearest first; scores are cosines brought to 0..1. */
  nearest(vector: ArrayLike<number>, allows: (id: string) => boolean, limit: number): readonly Match[];
}

/** A picture of an asset, as an encoder sees it; an asset may have many. */
export interface EmbeddedView {
  /** `carnivore/lion#3`, or `carnivore/lion` for whatever individual the variant decides for. */
  readonly id: string;
  readonly vector: ArrayLike<number>;
}

/** An exact search: an asset is as near as the nearest of its views. Of equals the earlier wins. */
export function createEmbeddingIndex(space: string, views: readonly EmbeddedView[]): EmbeddingIndex {
  const dimension = views[0]?.vector.length ?? 0;
  const units = views.map(({ vector }) => {
    invariant(vector.length === dimension, 'vectors of one space have one length');
    return unitOf(vector);
  });
  return {
    space,
    dimension,
    nearest(vector, allows, limit) {
      if (vector.length !== dimension) return [];
      const asked = unitOf(vector);
      const best = new Map<string, number>();
      for (const [row, { id }] of views.entries()) {
        if (!allows(id)) continue;
        const score = (1 + dot(asked, units[row]!)) / 2;
        if (score > (best.get(id) ?? -1)) best.set(id, score);
      }
      const ranked = [...best].map(([id, score]) => ({ id, score }));
      return ranked.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

/** A vector of length 1; a vector without a direction stays as it is. */
function unitOf(vector: ArrayLike<number>): Float64Array {
  const unit = Float64Array.from(vector);
  const length = Math.sqrt(dot(unit, unit));
  return length > 0 && Number.isFinite(length) ? unit.map((value) => value / length) : unit;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}
