// What birds of every species have in common: poses, feathers, levels of detail, and individuals that differ.
import { extend, extendNumber, type Model, type ModelPart, rootKey } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { BIRDS } from '../src/factories/bird/birds.ts';
import { TRIANGLES } from '../src/species.ts';

interface Wish {
  readonly pose?: string;
  readonly phase?: number;
  readonly detail?: Detail;
  readonly number?: number;
}

/** In metres of its table, on no particular height. */
function build(id: string, { pose = 'stand', phase = 0, detail = 'low', number = 0 }: Wish = {}): Model {
  const species = BIRDS.find((bird) => bird.id === id)!;
  const key = extendNumber(extend(rootKey(0), id), number);
  const made = species.build({ key, number, pose, phase, detail });
  if ('reason' in made) throw new Error(made.reason);
  return made;
}

const part = ({ parts }: Model, name: string): ModelPart => parts.find(({ material }) => material.name === name)!;
const triangles = ({ parts }: Model) => parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);

type Corner = readonly [x: number, y: number, z: number];
function box({ parts }: Model): { readonly least: Corner; readonly greatest: Corner } {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const greatest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { mesh } of parts) {
    mesh.positions.forEach((value, at) => {
      least[at % 3] = Math.min(least[at % 3]!, value);
      greatest[at % 3] = Math.max(greatest[at % 3]!, value);
    });
  }
  return { least, greatest };
}
const extent = (model: Model, axis: 0 | 1 | 2) => box(model).greatest[axis] - box(model).least[axis];

/** The mean height of the ends of the wings over that of the body's middle. */
function wingTipHeight(model: Model): number {
  const { positions } = part(model, 'feathers').mesh;
  const reach = Math.max(...positions.filter((_, at) => at % 3 === 0));
  const tips: number[] = [];
  for (let at = 0; at < positions.length; at += 3) {
    if (Math.abs(positions[at]!) > 0.85 * reach) tips.push(positions[at + 1]!);
  }
  return tips.reduce((sum, y) => sum + y, 0) / tips.length;
}

const ids = BIRDS.map(({ id }) => id);
const flightless = new Set(['bird/ostrich', 'bird/emperor-penguin']);
const fliers = ids.filter((id) => !flightless.has(id));

describe('each level of detail keeps to its triangles, and to the size of the bird', () => {
  test.each(ids)('%s', (id) => {
    for (const pose of ['stand', 'fly', 'perch']) {
      const [high, ...others] = (['high', 'medium', 'low'] as const).map((detail) => {
        const model = build(id, { pose, detail, number: 3, phase: 0.125 });
        expect(triangles(model)).toBeLessThanOrEqual(TRIANGLES[detail]);
        return model;
      });
      for (const axis of [0, 1, 2] as const) {
        const size = extent(high!, axis);
        for (const other of others) expect(Math.abs(extent(other, axis) / size - 1)).toBeLessThan(0.1);
      }
    }
  });
});

describe('wings beat: up at the start, down at the half, spread wider than folded', () => {
  test.each(fliers)('%s', (id) => {
    const [up, down] = [0, 0.5].map((phase) => wingTipHeight(build(id, { pose: 'fly', phase })));
    const spread = extent(build(id, { pose: 'fly', phase: 0.25 }), 0);
    expect(up).toBeGreaterThan(down! + 0.2 * spread);
    expect(spread).toBeGreaterThan(2 * extent(build(id), 0));
  });
});

test('an ostrich runs where others fly; its feet are on the ground', () => {
  const [standing, running] = [build('bird/ostrich'), build('bird/ostrich', { pose: 'fly', phase: 0.125 })];
  expect(extent(running, 1) / extent(standing, 1)).toBeGreaterThan(0.8);
  expect(extent(running, 0)).toBeGreaterThan(2 * extent(standing, 0));
});

describe('a swimming bird ends at the water line, and has no legs', () => {
  test.each(ids.filter((id) => id !== 'bird/emperor-penguin'))('%s', (id) => {
    const { positions } = part(build(id, { pose: 'swim', detail: 'medium' }), 'body').mesh;
    const heights = positions.filter((_, at) => at % 3 === 1);
    const line = heights.reduce((least, y) => Math.min(least, y), Infinity);
    const flat = heights.filter((y) => y < line + 1e-6).length / heights.length;
    expect(flat).toBeGreaterThan(0.02);
    // Legs would hang far below the body.
    expect(extent(build(id, { pose: 'swim' }), 1)).toBeLessThan(extent(build(id), 1));
  });
});

describe('standing and perching birds carry their tails off the ground', () => {
  test.each(ids)('%s', (id) => {
    for (const pose of ['stand', 'walk', 'perch', 'look']) {
      for (const number of [0, 1, 2]) {
        const model = build(id, { pose, number });
        const least = (name: string) =>
          part(model, name).mesh.positions.reduce((low, y, at) => (at % 3 === 1 ? Math.min(low, y) : low), Infinity);
        expect(least('feathers')).toBeGreaterThan(least('body') - 0.02 * extent(model, 1));
      }
    }
  });
});

describe('individuals differ in bulk, shade and bearing', () => {
  test.each(ids)('%s', (id) => {
    const models = Array.from({ length: 6 }, (_, number) => build(id, { number }));
    expect(new Set(models.map((model) => model.parts[0]!.mesh.positions.join())).size).toBe(6);
    const shades = models.map(({ parts }) =>
      parts[0]!.mesh.colors!.slice(0, 4000).reduce((sum, value) => sum + value, 0),
    );
    expect(new Set(shades).size).toBe(6);
  });
});

test('the left wing mirrors the right', () => {
  for (const pose of ['stand', 'fly']) {
    const { least, greatest } = box(build('bird/raven', { pose, phase: 0.25 }));
    expect(least[0] + greatest[0]).toBeCloseTo(0, 2);
  }
});

test('every bird says its scientific name and how high it stands', () => {
  for (const { latin, heights, names, tags } of BIRDS) {
    expect(latin).toMatch(/^[A-Z][a-z]+( [a-z]+)+$/);
    expect(names).toContain(latin);
    expect(heights![0]).toBeGreaterThan(0.05);
    expect(heights![1] / heights![0]).toBeGreaterThan(1.1);
    expect(heights![1] / heights![0]).toBeLessThan(1.8);
    expect(tags.length).toBeGreaterThan(3);
  }
});
