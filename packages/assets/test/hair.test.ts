import { extend, type ModelPart, rootKey } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { ALL_SPECIES } from '../src/all-species.ts';
import { createMeshBuilder } from '../src/build/mesh-builder.ts';
import { darkenCrevices } from '../src/factories/quadruped/crevices.ts';
import { hairTexture, type Pelt } from '../src/factories/quadruped/hair-texture.ts';
import { hairyPart, texturedPart } from '../src/factories/quadruped/hairy-part.ts';
import type { Field } from '../src/solid/sample-field.ts';

describe('hair textures', () => {
  const pelts: readonly Pelt[] = ['short', 'shaggy', 'hide', 'feathers'];

  test.each(pelts)('%s: relief that is visible but not black, and white where it says so', (pelt) => {
    const { image, mean, white } = hairTexture(pelt);
    const light = image.pixels.filter((_, index) => index % 4 === 0);
    expect(Math.min(...light)).toBeGreaterThan(100);
    expect(Math.max(...light) - Math.min(...light)).toBeGreaterThan(60);
    expect(mean).toBeGreaterThan(0.5);
    expect(mean).toBeLessThan(0.95);
    const [column, row] = [Math.floor(white[0] * image.width), Math.floor(white[1] * image.height)];
    expect(light[row * image.width + column]).toBe(255);
  });

  test.each(pelts)('%s: opposite edges are as alike as neighbours inside', (pelt) => {
    const { image } = hairTexture(pelt);
    const at = (column: number, row: number) => image.pixels[4 * (row * image.width + column)]!;
    const step = (columns: readonly [number, number]) => {
      let sum = 0;
      for (let row = 0; row < image.height; row += 1) sum += Math.abs(at(columns[0], row) - at(columns[1], row));
      return sum / image.height;
    };
    const inside = Array.from({ length: image.width - 1 }, (_, column) => step([column, column + 1]));
    expect(step([image.width - 1, 0])).toBeLessThan(1.3 * Math.max(...inside));
  });
});

describe('textured parts', () => {
  const plain: ModelPart = {
    mesh: {
      positions: Float32Array.from([0.2, 1, 0.3, -0.2, 1, 0.3, 0, 0.5, 0]),
      normals: Float32Array.from([1, 0, 0, -1, 0, 0, 0, 1, 0]),
      colors: Uint16Array.from({ length: 12 }, (_, index) => (index % 4 === 3 ? 65535 : 20_000)),
      indices: Uint32Array.from([0, 1, 2]),
    },
    material: { name: 'body', color: [1, 1, 1], roughness: 1, metallic: 0, doubleSided: false },
  };

  test('the skin keeps its mean color, and what is not skin its color', () => {
    const { mesh, material } = texturedPart(plain, Float32Array.from([0.1, 0.2, 0.3, 0.4]), 'short');
    const { mean, white, image } = hairTexture('short');
    expect(mesh.colors![0]! * mean).toBeCloseTo(20_000, -1);
    expect(mesh.colors![3]).toBe(65535);
    expect(mesh.colors![8]).toBe(20_000);
    expect([...mesh.uvs!.subarray(4)]).toEqual([...Float32Array.from(white)]);
    expect(material.texture?.image).toBe(image);
    expect(plain.mesh.colors![0]).toBe(20_000);
  });

  test('both flanks are alike', () => {
    const uvs = hairyPart(plain, 2, { pelt: 'short', size: 0.5 }).mesh.uvs!;
    expect([...uvs.subarray(0, 2)]).toEqual([...uvs.subarray(2, 4)]);
  });
});

describe('which detail has hair', () => {
  const cases: readonly (readonly [string, Detail, boolean])[] = [
    ['carnivore/fox', 'high', true],
    ['carnivore/fox', 'low', false],
    ['bird/robin', 'medium', true],
    ['bird/robin', 'low', false],
  ];
  test.each(cases)('%s, %s: %s', (id, detail, isTextured) => {
    const species = ALL_SPECIES.find((one) => one.id === id)!;
    const model = species.build({ key: extend(rootKey(1), 'hair'), number: 0, pose: 'stand', phase: 0, detail });
    if ('reason' in model) throw new Error(model.reason);
    expect(model.parts[0]!.material.texture !== undefined).toBe(isTextured);
    expect(model.parts[0]!.mesh.uvs?.length).toBe(
      isTextured ? (model.parts[0]!.mesh.positions.length * 2) / 3 : undefined,
    );
  });
});

test('where other flesh is near, the skin is darker', () => {
  // Two walls, at x = 0 and at x = 0.05; the field is the distance from the nearer one.
  const planes = Float64Array.from({ length: 21 }, (_, index) => -0.1 + 0.01 * index);
  const values = new Float32Array(21 ** 3);
  values.forEach((_, index) => {
    const x = planes[index % 21]!;
    values[index] = x < 0 ? -x : Math.min(x, Math.abs(0.05 - x));
  });
  const field: Field = { values, xs: planes, ys: planes, zs: planes };
  const mesh = createMeshBuilder();
  mesh.positions.push(0, 0, 0, 0, 0, 0);
  mesh.normals.push(1, 0, 0, -3, 0, 0);
  mesh.colors.push(0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
  darkenCrevices(mesh, field, 1);
  expect(mesh.colors[0]).toBeLessThan(0.45);
  expect(mesh.colors[3]).toBeCloseTo(0.5, 5);
});
