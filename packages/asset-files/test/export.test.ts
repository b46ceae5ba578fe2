// Exporting: what is written is valid, and reads back as what it was.
import { createLibrary, inspectAsset, readAsset } from '@diorama/assets';
import { type Model, meshBounds, type Rig } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { checkModel, checkSpecies, exportAsset, exportRig } from '../src/index.ts';
import { ANIMAL, boxes } from './support/glb.ts';
import { validate } from './support/validate.ts';

const library = createLibrary();

function built(id: string, pose?: string): Model {
  const choice = library.choose({
    kind: 'object',
    variant: 0,
    appearance: { kind: 'asset', id },
    detail: 'low',
    ...(pose === undefined ? {} : { pose, phase: 0.25 }),
  });
  const model = choice.kind === 'asset' ? library.build(choice) : choice;
  if ('reason' in model) throw new Error(model.reason);
  return model;
}

const first = (kind: string) => [...library.ids(kind)][0]!;
const KINDS = ['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree'];

describe.each(KINDS)('%s', (kind) => {
  const model = built(first(kind));

  test('is valid, and comes back', async () => {
    const bytes = await exportAsset(model, { name: 'thing', copyright: 'CC0', extras: { from: 'here' } });
    expect(await validate(bytes)).toEqual([]);
    const { value, diagnostics } = readAsset('x.glb', bytes, () => undefined);
    expect(diagnostics).toEqual([]);
    expect(value!.copyright).toBe('CC0');
    const count = ({ parts }: Model) => parts.reduce((sum, { mesh }) => sum + mesh.indices.length, 0);
    expect(count(value!.model)).toBeLessThanOrEqual(count(model));
    expect(count(value!.model)).toBeGreaterThan(0.98 * count(model));
    expect(value!.model.parts.map(({ material }) => material.name)).toEqual(
      model.parts.map(({ material }) => material.name),
    );
  });

  test('is as high as it is asked to be', async () => {
    const bytes = await exportAsset(model, { height: 2.5 });
    const { model: read } = inspectAsset('x.glb', bytes, () => undefined).value!;
    expect(Math.max(...read.parts.map(({ mesh }) => meshBounds(mesh)!.greatest[1]))).toBeCloseTo(2.5, 5);
  });

  test('is sound', () => {
    expect(checkModel(model, { standing: 'foot', isRooted: true }, true)).toEqual([]);
  });
});

test('the same model gives the same bytes', async () => {
  const model = built(first('boulder'));
  expect(await exportAsset(model)).toEqual(await exportAsset(model));
});

describe('a rig', () => {
  const { positions, indices } = boxes(ANIMAL);
  const count = positions.length / 3;
  const joints = new Uint16Array(4 * count);
  const weights = new Float32Array(4 * count);
  for (let vertex = 0; vertex < count; vertex += 1) {
    // The head hangs on the second joint.
    joints[4 * vertex] = positions[3 * vertex + 1]! > 0.8 ? 1 : 0;
    weights[4 * vertex] = 1;
  }
  const normals = new Float32Array(positions.length);
  for (let at = 1; at < normals.length; at += 3) normals[at] = 1;
  const material = { name: 'coat', color: [0.5, 0.4, 0.3], roughness: 1, metallic: 0, doubleSided: false } as const;
  const rig: Rig = {
    joints: [
      { name: 'body', parent: -1, translation: [0, 0.6, 0], rotation: [0, Math.SQRT1_2, 0, Math.SQRT1_2] },
      { name: 'head', parent: 0, translation: [-0.5, 0.2, 0], rotation: [0, 0, 0, 1] },
    ],
    parts: [{ mesh: { positions, normals, indices: Uint32Array.from(indices) }, material, joints, weights }],
    clips: [
      {
        name: 'walk',
        times: Float32Array.of(0, 0.5, 1),
        tracks: [{ joint: 1, translations: Float32Array.of(-0.5, 0.2, 0, -0.5, 0.7, 0, -0.5, 0.2, 0) }],
      },
    ],
  };

  test('is valid, stands as it did, and moves', async () => {
    const bytes = await exportRig(rig, { height: 2 });
    expect(await validate(bytes)).toEqual([]);
    const { model, clips, joints: read } = inspectAsset('x.glb', bytes, () => undefined).value!;
    expect(meshBounds(model.parts[0]!.mesh)!.greatest[1]).toBeCloseTo(2, 5);
    expect(meshBounds(model.parts[0]!.mesh)!.least[1]).toBeCloseTo(0, 5);
    expect(clips).toEqual([{ name: 'walk', duration: 1 }]);
    expect(read.map(({ name }) => name)).toEqual(['body', 'head']);
    expect(read[1]!.position[1]).toBeCloseTo(1.6, 5);
  });
});

describe('what is not sound is told', () => {
  const model = built(first('carnivore'), 'stand');
  const broken = (change: (mesh: Model['parts'][number]['mesh']) => object): Model => ({
    parts: model.parts.map(({ mesh, material }) => ({ material, mesh: { ...mesh, ...change(mesh) } })),
  });

  /** A boulder whose lowest point is above the ground. */
  const uprooted: Model = {
    parts: built(first('boulder')).parts.map(({ mesh, material }) => ({
      material,
      mesh: { ...mesh, positions: mesh.positions.map((v, at) => (at % 3 === 1 ? v + 2 : v)) },
    })),
  };

  test.each<[what: string, model: Model, fact: RegExp]>([
    [
      'a model in the air',
      broken(({ positions }) => ({ positions: positions.map((v, at) => (at % 3 === 1 ? v + 1 : v)) })),
      /its base is at y = 1/,
    ],
    ['a small one', broken(({ positions }) => ({ positions: positions.map((v) => v / 2) })), /its height is 0\.5/],
    [
      'one aside',
      broken(({ positions }) => ({ positions: positions.map((v, at) => (at % 3 === 0 ? v + 1 : v)) })),
      /its middle is not at the origin/,
    ],
    ['long normals', broken(({ normals }) => ({ normals: normals.map((v) => 2 * v) })), /normals not of length 1/],
    ['few normals', broken(({ normals }) => ({ normals: normals.slice(3) })), /normals for/],
    ['an index out of range', broken(() => ({ indices: Uint32Array.of(0, 1, 1e9) })), /an index beyond/],
    ['a rooted one in the air', uprooted, /its base is at y = /],
    ['no triangles', broken(() => ({ indices: new Uint32Array() })), /no triangles/],
    ['nothing', { parts: [] }, /no parts/],
  ])('%s', (_, bad, fact) => {
    const base = { standing: 'whole', isRooted: bad === uprooted } as const;
    expect(checkModel(bad, base, true).join('\n')).toMatch(fact);
  });

  test('a species', () => {
    const [species] = library.species;
    expect(checkSpecies({ ...species!, heights: [1, 2] }, 'CC0')).toEqual({ faults: [], doubts: [] });
    const { faults, doubts } = checkSpecies({ ...species!, id: 'Bad Id', names: [], heights: [50, 60] }, '');
    expect(faults).toHaveLength(3);
    expect(doubts).toEqual(['it has no licence', expect.stringContaining('50 to 60 m high')]);
  });
});
