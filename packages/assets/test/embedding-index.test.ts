// Searching the library by vector.
import type { AssetRequest } from '@diorama/stage';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../src/create-library.ts';
import { createEmbeddingIndex } from '../src/search/embedding-index.ts';

const VIEWS = [
  { id: 'carnivore/lion#3', vector: [1, 0, 0] },
  { id: 'carnivore/lion#3', vector: [0, 2, 0] },
  { id: 'carnivore/wolf', vector: [0, 0, 5] },
  { id: 'tree/oak#1', vector: [-1, -1, 0] },
];
const index = createEmbeddingIndex('toy', VIEWS);
const library = createLibrary({ indexes: [index] });
const ask = (kind: AssetRequest['kind'], values: readonly number[], space = 'toy') =>
  library.choose({ kind, variant: 7, appearance: { kind: 'embedding', row: 0 }, vector: { space, values } });

describe('the index', () => {
  test('an asset is as near as the nearest of its views', () => {
    const found = index.nearest([0, 1, 0.1], () => true, 9);
    expect(found.map(({ id }) => id)).toEqual(['carnivore/lion#3', 'carnivore/wolf', 'tree/oak#1']);
    expect(found[0]?.score).toBeCloseTo((1 + 1 / Math.sqrt(1.01)) / 2, 12);
  });
  test('finds every view by itself, however long it is', () => {
    const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.double({ min: 0.5, max: 9, noNaN: true }),
        (all, at, by) => {
          fc.pre(all.every((one) => one.some((value) => Math.abs(value) > 1e-3)));
          const views = all.map((one, row) => ({ id: `tree/${row}`, vector: one }));
          const asked = views[at % views.length]!.vector.map((value) => value * by);
          const [best] = createEmbeddingIndex('any', views).nearest(asked, () => true, 1);
          expect(best?.score).toBeCloseTo(1, 9);
        },
      ),
    );
  });
  test('knows nothing of vectors of another length', () => {
    expect(index.nearest([1, 0], () => true, 3)).toEqual([]);
  });
});

describe('the library', () => {
  test('takes what is nearest among the class', () => {
    expect(ask('carnivore', [1, 0, 0])).toMatchObject({ id: 'carnivore/lion#3' });
    expect(ask('tree', [1, 0, 0])).toMatchObject({ id: 'tree/oak#1' });
    expect(ask('object', [0, 0, 1])).toMatchObject({ id: 'carnivore/wolf#7' });
  });
  test.each([
    ['in a space that it does not know', ask('carnivore', [1, 0, 0], 'clip'), /in the space clip$/],
    ['of a class that was not indexed', ask('bird', [1, 0, 0]), /the index has no bird/],
  ])('picks by lot %s, and says so', (_, choice, instead) => {
    expect(choice).toMatchObject({ kind: 'asset', instead: expect.stringMatching(instead) });
  });
  test('tells the checker its spaces', () => expect(library.spaces).toEqual(['toy']));
});
