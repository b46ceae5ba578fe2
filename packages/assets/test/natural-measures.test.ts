// The measures of naturalness find what they are for: pieces that float, and not those that are hidden in flesh; feet above slopes.
import type { Model } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { addQuad, addVertex, createMeshBuilder } from '../src/build/mesh-builder.ts';
import { sheetPart, solidPart } from '../src/build/part.ts';
import { addBall, addBlade } from '../src/build/shapes.ts';
import { floatingShare, slopeGap } from './natural/mesh-measures.ts';

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

describe('above a slope', () => {
  /** A post of four sides, 0.2 m thick, without a bottom: its foot at a height. */
  function post(foot: number): Model {
    const mesh = createMeshBuilder();
    for (const y of [foot, 1]) {
      for (const [x, z] of [
        [1, 0],
        [0, -1],
        [-1, 0],
        [0, 1],
      ] as const) {
        addVertex(mesh, [0.1 * x, y, 0.1 * z], [x, 0, z], [1, 1, 1]);
      }
    }
    for (let side = 0; side < 4; side += 1) addQuad(mesh, side, (side + 1) % 4, 4 + ((side + 1) % 4), 4 + side);
    return { parts: [solidPart('post', mesh)] };
  }

  /** A stalk 0.3 m beside the middle, its root at a height. */
  function stalk(root: number): Model {
    const mesh = createMeshBuilder();
    const points = [root, 0.5, 1].map((y) => [0.3, y, 0] as const);
    addBlade(mesh, points, [0.01, 0.01, 0], [0, 0, 1], () => [1, 1, 1]);
    return { parts: [sheetPart('blade', mesh)] };
  }

  test('the rim of an open foot is, unless it is in the ground', () => {
    expect(slopeGap(post(0))).toBeCloseTo(0.0268, 4);
    expect(slopeGap(post(-0.03))).toBe(0);
  });

  test('a stalk beside the middle is, unless its root is in the ground', () => {
    expect(slopeGap(stalk(0))).toBeCloseTo(0.0804, 4);
    expect(slopeGap(stalk(-0.09))).toBe(0);
  });

  test('leaves beside wood at the ground are not', () => {
    expect(slopeGap({ parts: [...post(-0.03).parts, ...stalk(0).parts] })).toBe(0);
  });
});
