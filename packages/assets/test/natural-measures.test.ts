// The measures of naturalness find what they are for: pieces that float, and not those that are hidden in flesh.
import type { Model } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { createMeshBuilder } from '../src/build/mesh-builder.ts';
import { solidPart } from '../src/build/part.ts';
import { addBall } from '../src/build/shapes.ts';
import { floatingShare } from './natural/mesh-measures.ts';

/** A ball of radius 0.3 around (0, 0.5, 0) with a small one at a place. */
function twoBalls(x: number, y: number): Model {
  const mesh = createMeshBuilder();
  addBall(mesh, [0, 0.5, 0], [0.3, 0.3, 0.3], [1, 1, 1], 10);
  addBall(mesh, [x, y, 0], [0.02, 0.02, 0.02], [1, 1, 1], 4);
  return { parts: [solidPart('balls', mesh)] };
}

describe('floating', () => {
  test.each([
    { name: 'beside the body', at: [0.4, 0.5], floats: true },
    { name: 'above the body', at: [0.1, 0.9], floats: true },
    { name: 'below the body', at: [0.05, 0.1], floats: true },
    { name: 'on its skin', at: [0.31, 0.5], floats: false },
    { name: 'hidden in it', at: [0.05, 0.55], floats: false },
    { name: 'on the ground', at: [0.6, 0.01], floats: false },
  ])('a piece $name', ({ at: [x, y], floats }) => {
    expect(floatingShare(twoBalls(x!, y!), 0.01) > 0).toBe(floats);
  });
});
