// Trees, bushes and boulders at every level of detail: within their triangles, and the same individual from afar.
import { extend, extendNumber, type Model, rootKey } from '@diorama/geometry';
import { DETAILS, type Detail } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { ALL_SPECIES } from '../src/all-species.ts';
import { createLibrary } from '../src/create-library.ts';
import { boundsOf, normalizeModel } from '../src/normalize-model.ts';
import { type Species, TRIANGLES } from '../src/species.ts';

const GROWN = ALL_SPECIES.filter(({ kind }) => kind === 'tree' || kind === 'bush' || kind === 'boulder');

function build(species: Species, number: number, detail: Detail): Model {
  const key = extendNumber(extend(rootKey(0), species.id), number);
  const made = species.build({ key, number, pose: '', phase: 0, detail });
  if ('reason' in made) throw new Error(made.reason);
  return normalizeModel(made, species);
}

const triangles = ({ parts }: Model) => parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);

/** How wide and deep it is for its height of 1. */
function extents(model: Model): readonly number[] {
  const { least, greatest } = boundsOf(model)!;
  return [0, 2].map((axis) => greatest[axis]! - least[axis]!);
}

/** What it looks like in the mean: linear red, green and blue, by the area of its triangles. */
function meanColor({ parts }: Model): readonly number[] {
  const sum = [0, 0, 0, 0];
  for (const { mesh } of parts) {
    const { positions: p, indices, colors } = mesh;
    for (let at = 0; at < indices.length; at += 3) {
      const [a, b, c] = [indices[at]!, indices[at + 1]!, indices[at + 2]!];
      const u = [0, 1, 2].map((axis) => p[3 * b + axis]! - p[3 * a + axis]!) as [number, number, number];
      const v = [0, 1, 2].map((axis) => p[3 * c + axis]! - p[3 * a + axis]!) as [number, number, number];
      const area = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
      for (let part = 0; part < 3; part += 1) sum[part]! += (area * colors![4 * b + part]!) / 65535;
      sum[3]! += area;
    }
  }
  return sum.slice(0, 3).map((part) => part / sum[3]!);
}

describe.each(GROWN.map((species) => ({ id: species.id, species })))('$id', ({ species }) => {
  const models = DETAILS.map((detail) => ({ detail, model: build(species, 4, detail) }));
  const [high] = models.map(({ model }) => model) as [Model];

  test.each(models)('keeps to its triangles at level $detail', ({ detail, model }) => {
    const most = TRIANGLES[detail] * (species.kind === 'tree' ? 1.5 : 1);
    expect(triangles(model)).toBeLessThanOrEqual(most);
    expect(triangles(model)).toBeGreaterThan(0.05 * most);
  });

  test('is the same individual at each level', () => {
    for (const { model } of models.slice(1)) {
      extents(high).forEach((extent, axis) => {
        expect(extents(model)[axis]! / extent).toBeGreaterThan(0.75);
        expect(extents(model)[axis]! / extent).toBeLessThan(1.33);
      });
      meanColor(high).forEach((part, index) => {
        expect(Math.abs(meanColor(model)[index]! - part)).toBeLessThan(0.04 + 0.25 * part);
      });
    }
  });

  test('differs from another individual in form', () => {
    const [one, other] = [extents(high), extents(build(species, 5, 'high'))];
    expect(Math.max(...one.map((extent, axis) => Math.abs(extent - other[axis]!)))).toBeGreaterThan(0.005);
  });

  test('says what it is and how high it grows', () => {
    expect(species.latin).toMatch(/\S/);
    const [least, greatest] = species.heights!;
    expect(least).toBeGreaterThan(0);
    expect(greatest).toBeGreaterThan(least);
    expect(new Set([...species.names, ...species.tags]).size).toBe(species.names.length + species.tags.length);
  });
});

test('no two of them go by the same name', () => {
  const names = GROWN.flatMap((species) => species.names.map((name) => `${species.kind} ${name}`));
  expect(new Set(names).size).toBe(names.length);
});

describe('a description finds', () => {
  const library = createLibrary();
  test.each([
    ['tree', 'a dead tree', 'dead-tree'],
    ['tree', 'a cypress', 'cypress'],
    ['tree', 'an apple tree', 'apple'],
    ['tree', 'a baobab', 'baobab'],
    ['tree', 'a scots pine', 'pine'],
    ['tree', 'Betula pendula', 'birch'],
    ['bush', 'a cactus', 'saguaro'],
    ['bush', 'a prickly pear', 'prickly-pear'],
    ['bush', 'a round bush', 'leafy'],
    ['bush', 'a bush with red berries', 'berry'],
    ['boulder', 'pebbles', 'pebbles'],
    ['boulder', 'a slab', 'slab'],
  ] as const)('%s like %s: %s', (kind, text, species) => {
    const choice = library.choose({ kind, variant: 0, appearance: { kind: 'like', text } });
    expect(choice).toMatchObject({ id: expect.stringMatching(new RegExp(`^${kind}/${species}#`)) });
  });
});
