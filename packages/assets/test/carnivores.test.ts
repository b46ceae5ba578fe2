// What tells carnivores apart: their coats, their outlines; what differs between individuals; and the hair on their skin.
import { extend, extendNumber, type Mesh, type Model, rootKey } from '@diorama/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMeshBuilder } from '../src/build/mesh-builder.ts';
import { CARNIVORES } from '../src/factories/carnivore/carnivores.ts';
import { resizeHead } from '../src/factories/carnivore/resize.ts';
import { flatCells } from '../src/factories/quadruped/coat-patterns.ts';
import { addFur, type FurContext } from '../src/factories/quadruped/fur.ts';
import type { Fur } from '../src/factories/quadruped/quadruped-table.ts';
import { poseCone, REGION, type RoundCone } from '../src/solid/round-cone.ts';
import { IDENTITY } from '../src/solid/skeleton.ts';
import { TRIANGLES } from '../src/species.ts';

function build(name: string, number = 0, detail: 'medium' | 'low' = 'low'): Model {
  const species = CARNIVORES.find(({ id }) => id === `carnivore/${name}`);
  if (species === undefined) throw new Error(`no ${name}`);
  const key = extendNumber(extend(rootKey(0), species.id), number);
  const made = species.build({ key, number, pose: 'stand', phase: 0, detail });
  if ('reason' in made) throw new Error(made.reason);
  return made;
}

/** A vertex: how far from the tail's tip to the nose and from the ground to the top, 0..1, and its linear green. */
interface Dot {
  readonly way: number;
  readonly height: number;
  readonly green: number;
}

function dotsOf({ parts }: Model): readonly Dot[] {
  const { positions, colors } = parts[0]!.mesh;
  const [zs, ys] = [2, 1].map((axis) => positions.filter((_, at) => at % 3 === axis)) as [Float32Array, Float32Array];
  const share = (values: Float32Array) => {
    const [least, greatest] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    return (value: number) => (value - least) / (greatest - least);
  };
  const [wayOf, heightOf] = [share(zs), share(ys)];
  return Array.from(zs, (z, at) => ({ way: wayOf(z), height: heightOf(ys[at]!), green: colors![4 * at + 1]! / 65535 }));
}

/** The mean green of the vertices that a test picks. */
function brightness(dots: readonly Dot[], picks: (dot: Dot) => boolean = () => true): number {
  const picked = dots.filter(picks);
  expect(picked.length).toBeGreaterThan(3);
  return picked.reduce((sum, { green }) => sum + green, 0) / picked.length;
}

describe('rows of the table', () => {
  test.each(CARNIVORES.map((species) => [species.id, species] as const))('%s', (_, { names, latin, heights, tags }) => {
    expect(latin).toMatch(/^[A-Z][a-z]+ [a-z]+$/);
    expect(names.length).toBeGreaterThan(1);
    expect(tags.length).toBeGreaterThan(4);
    expect(new Set([...names, ...tags]).size).toBe(names.length + tags.length);
    const [least, greatest] = heights!;
    expect(least).toBeGreaterThan(0.2);
    expect(greatest / least).toBeGreaterThan(1.1);
    expect(greatest / least).toBeLessThan(1.7);
  });
});

test('every carnivore keeps to its triangles, hair and all, and its faces look outwards', () => {
  for (const { id } of CARNIVORES) {
    for (const detail of ['medium', 'low'] as const) {
      const { parts } = build(id.split('/')[1]!, 2, detail);
      expect(parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0)).toBeLessThanOrEqual(TRIANGLES[detail]);
      for (const { mesh } of parts) expect(facing(mesh), `${id} ${detail}`).toBeGreaterThan(0.98);
    }
  }
});

/** The share of triangles that look the way their normals do. */
function facing({ positions, normals, indices }: Mesh): number {
  let good = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    const [u, v] = [b, c].map((corner) =>
      [0, 1, 2].map((axis) => positions[corner + axis]! - positions[a + axis]!),
    ) as [number[], number[]];
    const square = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
    const sum = [0, 1, 2].map((axis) => normals[a + axis]! + normals[b + axis]! + normals[c + axis]!);
    if (square.reduce((all, part, axis) => all + part * sum[axis]!, 0) > 0) good += 1;
  }
  return good / (indices.length / 3);
}

describe('coats', () => {
  test('a fox has black feet and a white tip of the tail', () => {
    const fox = dotsOf(build('fox'));
    const flank = brightness(fox, ({ way, height }) => 0.4 < way && way < 0.6 && height > 0.5);
    expect(brightness(fox, ({ height }) => height < 0.1)).toBeLessThan(0.4 * flank);
    expect(brightness(fox, ({ way }) => way < 0.06)).toBeGreaterThan(2.5 * flank);
  });
  test('a polar bear is white, a brown bear is not', () => {
    expect(brightness(dotsOf(build('polar-bear')))).toBeGreaterThan(4 * brightness(dotsOf(build('brown-bear'))));
  });
  test.each(['tiger', 'leopard', 'cheetah', 'cat'])('a %s is marked: dark on light', (name) => {
    const greens = dotsOf(build(name, 1, 'medium'))
      .filter(({ way, height }) => 0.4 < way && way < 0.7 && height > 0.45)
      .map(({ green }) => green)
      .sort((a, b) => a - b);
    expect(greens[Math.floor(0.9 * greens.length)]! / greens[Math.floor(0.1 * greens.length)]!).toBeGreaterThan(1.8);
  });
  test('a lioness is plain', () => {
    const greens = dotsOf(build('lioness', 1, 'medium'))
      .filter(({ way, height }) => 0.4 < way && way < 0.7 && height > 0.7)
      .map(({ green }) => green)
      .sort((a, b) => a - b);
    expect(greens[Math.floor(0.9 * greens.length)]! / greens[Math.floor(0.1 * greens.length)]!).toBeLessThan(1.6);
  });
  test('cats, collies and bears come in several colors, manes in several shades', () => {
    for (const name of ['cat', 'dog', 'brown-bear', 'lion']) {
      const means = [0, 1, 2, 3, 4, 5].map((number) => brightness(dotsOf(build(name, number))));
      expect(Math.max(...means) / Math.min(...means), name).toBeGreaterThan(1.15);
    }
  });
});

test('a hyena slopes down to its rump, a polar bear does not', () => {
  const back = (name: string, from: number, to: number) =>
    dotsOf(build(name)).reduce((top, { way, height }) => (from < way && way < to ? Math.max(top, height) : top), 0);
  expect(back('spotted-hyena', 0.15, 0.25) / back('spotted-hyena', 0.5, 0.6)).toBeLessThan(0.85);
  expect(back('polar-bear', 0.1, 0.25) / back('polar-bear', 0.5, 0.6)).toBeGreaterThan(0.95);
});

test('cells in the plane: no point is far from one, and distances are in order', () => {
  const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, fc.nat(1000), (u, v, seed) => {
      const { nearest, second, id } = flatCells(u, v, seed);
      expect(nearest).toBeLessThanOrEqual(Math.hypot(0.82, 0.82));
      expect(second).toBeGreaterThanOrEqual(nearest);
      expect(id).toBeGreaterThanOrEqual(0);
      expect(id).toBeLessThan(1);
    }),
    { seed: 5 },
  );
});

describe('fur', () => {
  const fur: Fur = { regions: ['torso'], spacing: 0.1, length: 0.2, halfWidth: 0.02, lift: 0.8, sag: 0.2 };
  /** A level strip of skin, a vertex each 5 cm, 2 m long, the last of it a tail. */
  const strip = (): FurContext => {
    const skin = createMeshBuilder();
    const hide: { rests: number[]; regions: number[] } = { rests: [], regions: [] };
    for (let x = 0; x < 2; x += 0.05) {
      for (let z = 0; z < 0.5; z += 0.05) {
        skin.positions.push(x, 1, z);
        skin.normals.push(0, 1, 0);
        skin.colors.push(0.2, 0.2, 0.2);
        hide.rests.push(x, 1, z);
        hide.regions.push(x < 0.5 ? REGION.tail : REGION.torso);
      }
    }
    const cone: RoundCone = {
      from: [0, 0.9, 0.25],
      to: [2, 0.9, 0.25],
      flatAxis: [0, 0, 1],
      ...{ fromRadius: 0.1, toRadius: 0.1, flatness: 1 },
      ...{ blend: 0.1, bone: 0, endBone: 0, region: REGION.torso, start: 0, end: 2 },
    };
    const frames = [IDENTITY];
    return { skin, hide, cones: [poseCone(frames, cone)], frames, nose: [2.3, 1, 0.25], detail: 'high', limits: [] };
  };
  const grown = (changes: Partial<Fur>, context: Partial<FurContext> = {}) => {
    const mesh = createMeshBuilder();
    addFur(mesh, { ...strip(), ...context }, [{ ...fur, ...changes }]);
    return mesh;
  };
  const xs = ({ positions }: { positions: readonly number[] }) => positions.filter((_, at) => at % 3 === 0);

  test('one lock for each cube of the lattice, on its regions only', () => {
    const once = grown({}).indices.length;
    expect(once / grown({ spacing: 0.2 }).indices.length).toBeGreaterThan(2.5);
    expect(Math.min(...xs(grown({ length: 0.01 })))).toBeGreaterThan(0.45);
    expect(grown({ regions: ['mane'] }).indices.length).toBe(0);
  });
  test('it lies away from the nose', () => {
    expect(Math.min(...xs(grown({ length: 0.3 })))).toBeLessThan(0.4);
    expect(Math.max(...xs(grown({ length: 0.3 })))).toBeLessThan(2.05);
  });
  test('it begins and ends where it is told', () => {
    const some = xs(grown({ beyond: 0.6, within: 1.2, length: 0.02 }));
    expect(Math.max(...some)).toBeLessThan(1.75);
    expect(Math.min(...some)).toBeGreaterThan(1.05);
  });
  test('it reaches no higher than the skin, or what else is there', () => {
    const tops = (mesh: { positions: readonly number[] }) =>
      Math.max(...mesh.positions.filter((_, at) => at % 3 === 1));
    expect(tops(grown({}))).toBeLessThanOrEqual(1);
    const horn = createMeshBuilder();
    horn.positions.push(0, 1.05, 0);
    expect(tops(grown({}, { limits: [horn] }))).toBeCloseTo(1.05, 6);
  });
  test('less of it from afar', () => {
    const counts = (['high', 'medium', 'low'] as const).map(
      (detail) => grown({ regions: ['tail'] }, { detail }).indices.length,
    );
    expect(counts[0]).toBeGreaterThan(4 * counts[1]!);
    expect(counts[1]).toBeGreaterThan(2 * counts[2]!);
    expect(counts[2]).toBeGreaterThan(0);
    expect(grown({}, { detail: 'low' }).indices.length).toBe(0);
  });
});

test('a head of twice the size has everything twice as large', () => {
  const head = resizeHead(
    {
      skull: [[0, 0.1, 0.2, 0.3]],
      jaw: [[0.1, -0.1, 0.05]],
      flesh: [{ on: 'head', from: [0, 1, 2], to: [3, 4, 5], radii: [0.1, 0.2], blend: 0.3, region: 'head' }],
      ear: { at: [1, 2, 3], tip: [2, 3, 4], radius: 0.5, shape: 'round' },
      eye: { at: [0.1, 0.2], radius: 0.01, iris: [1, 1, 1] },
      nose: { at: [0.4, 0, 0], radius: 0.02, color: [0, 0, 0] },
    },
    2,
  );
  expect(head).toEqual({
    skull: [[0, 0.2, 0.4, 0.6]],
    jaw: [[0.2, -0.2, 0.1]],
    flesh: [{ on: 'head', from: [0, 2, 4], to: [6, 8, 10], radii: [0.2, 0.4], blend: 0.6, region: 'head' }],
    ear: { at: [2, 4, 6], tip: [4, 6, 8], radius: 1, shape: 'round' },
    eye: { at: [0.2, 0.4], radius: 0.02, iris: [1, 1, 1] },
    nose: { at: [0.8, 0, 0], radius: 0.04, color: [0, 0, 0] },
  });
});
