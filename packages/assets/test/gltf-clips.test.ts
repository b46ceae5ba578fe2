// Clips: where nodes stand at a moment of an animation, and which pose a clip shows.
// biome-ignore-all lint/suspicious/noExplicitAny: tests change JSON in ways that no type allows
import type { World } from '@diorama/diagnostics';
import { meshBounds } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../src/create-library.ts';
import { openFolder } from '../src/read-gltf/open-folder.ts';
import { poseClips } from '../src/read-gltf/pose-clips.ts';
import { readFigure } from '../src/read-gltf/read-asset.ts';

/** A tetrahedron of height 1, whose node an animation moves. `path`, `values` and `interpolation` are those of its one channel. */
function file(
  path: string,
  values: readonly number[],
  interpolation?: string,
  change: (json: any) => void = () => {},
): Uint8Array {
  const points = [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0];
  const numbers = Float32Array.from([...points, 0, 1, 2, ...values]);
  const indices = Uint32Array.of(0, 1, 2, 0, 3, 1, 1, 3, 2, 2, 3, 0);
  const bytes = new Uint8Array(numbers.byteLength + indices.byteLength);
  bytes.set(new Uint8Array(numbers.buffer));
  bytes.set(new Uint8Array(indices.buffer), numbers.byteLength);
  const width = path === 'rotation' ? 4 : 3;
  const json = {
    asset: { version: '2.0' },
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 3 }] }],
    animations: [
      {
        name: 'Armature|Walk_Cycle',
        channels: [{ sampler: 0, target: { node: 0, path } }],
        samplers: [{ input: 1, output: 2, ...(interpolation && { interpolation }) }],
      },
    ],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 4, type: 'VEC3' },
      { bufferView: 0, byteOffset: 48, componentType: 5126, count: 3, type: 'SCALAR' },
      { bufferView: 0, byteOffset: 60, componentType: 5126, count: values.length / width, type: `VEC${width}` },
      { bufferView: 1, componentType: 5125, count: 12, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteLength: numbers.byteLength },
      { buffer: 0, byteOffset: numbers.byteLength, byteLength: indices.byteLength },
    ],
    buffers: [{ byteLength: bytes.length, uri: `data:;base64,${Buffer.from(bytes).toString('base64')}` }],
  };
  change(json);
  return new TextEncoder().encode(JSON.stringify(json));
}

function figureAt(bytes: Uint8Array, phase: number) {
  const { value, diagnostics } = readFigure('a.gltf', bytes, () => undefined, {}, { clip: 0, phase });
  expect(diagnostics).toEqual([]);
  return meshBounds(value!.model.parts[0]!.mesh)!;
}

/** Heights at 0, 1 and 2 seconds: 0, 4, 0. */
const RISE = [0, 0, 0, 0, 4, 0, 0, 0, 0];
const HALF = Math.SQRT1_2;

describe('a node moves', () => {
  test.each<[interpolation: string, values: readonly number[], phase: number, y: number]>([
    ['LINEAR', RISE, 0, 0],
    ['LINEAR', RISE, 0.25, 2],
    ['LINEAR', RISE, 0.5, 4],
    ['LINEAR', RISE, 1, 0],
    ['STEP', RISE, 0.25, 0],
    ['STEP', RISE, 0.5, 4],
    ['STEP', RISE, 0.75, 4],
    // Level tangents: slow, fast, slow.
    ['CUBICSPLINE', [0, 1, 2].flatMap((at) => [0, 0, 0, ...RISE.slice(3 * at, 3 * at + 3), 0, 0, 0]), 0.125, 0.625],
    ['CUBICSPLINE', [0, 1, 2].flatMap((at) => [0, 0, 0, ...RISE.slice(3 * at, 3 * at + 3), 0, 0, 0]), 0.25, 2],
  ])('%s, %j at %d', (interpolation, values, phase, y) => {
    expect(figureAt(file('translation', values, interpolation), phase).least[1]).toBeCloseTo(y, 5);
  });

  test('turns by the shorter way, and evenly', () => {
    // From nothing to a quarter turn about +Z, written as the opposite of it, and back.
    const bytes = file('rotation', [0, 0, 0, 1, 0, 0, -HALF, -HALF, 0, 0, 0, 1]);
    // The top of the figure goes from +Y to −X.
    expect(figureAt(bytes, 0.5).least[0]).toBeCloseTo(-1, 5);
    expect(figureAt(bytes, 0.25).least[0]).toBeCloseTo(-HALF, 5);
    expect(figureAt(bytes, 0.125).least[0]).toBeCloseTo(-Math.sin(Math.PI / 8), 5);
  });

  test('grows', () => {
    expect(figureAt(file('scale', [1, 1, 1, 1, 3, 1, 1, 1, 1]), 0.25).greatest[1]).toBeCloseTo(2, 5);
  });

  test('instead of what its matrix says', () => {
    const bytes = file('translation', RISE, 'LINEAR', (json) => {
      json.nodes[0].matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 7, 7, 7, 1];
    });
    expect(figureAt(bytes, 0.5).least).toEqual([0, 4, 0]);
  });
});

test.each<[what: string, change: (json: any) => void, fact: RegExp]>([
  [
    'no clip',
    (json) => {
      json.animations = [];
    },
    /no animation 0/,
  ],
  [
    'no sampler',
    (json) => {
      json.animations[0].samplers = [];
    },
    /no sampler/,
  ],
  [
    'no times',
    (json) => {
      json.accessors[1].count = 0;
    },
    /no times/,
  ],
  [
    'few values',
    (json) => {
      json.accessors[2].count = 1;
    },
    /1 values for 3 times/,
  ],
  [
    'values of another kind',
    (json) => {
      json.animations[0].samplers[0].output = 1;
    },
    /values for 3 times/,
  ],
  [
    'a strange interpolation',
    (json) => {
      json.animations[0].samplers[0].interpolation = 'WOBBLE';
    },
    /interpolates by WOBBLE/,
  ],
  [
    'too many clips',
    (json) => {
      json.animations = Array.from({ length: 2000 }, () => json.animations[0]);
    },
    /animations, more than are read/,
  ],
])('%s is a fault', (_, change, fact) => {
  const { value, diagnostics } = readFigure(
    'a.gltf',
    file('translation', RISE, 'LINEAR', change),
    () => undefined,
    {},
    {
      clip: 0,
      phase: 0.5,
    },
  );
  // Names are listed when a folder is opened; a figure only asks for the clip that it is to show.
  if (value !== undefined) {
    const world: World = {
      readText: () => '',
      readBytes: () => file('translation', RISE, 'LINEAR', change),
      resolve: (_from, path) => path,
    };
    expect(openFolder(world, '.', ['wolf.gltf']).diagnostics[0]?.primary.message).toMatch(fact);
  } else expect(diagnostics[0]?.primary.message).toMatch(fact);
});

test.each<[kind: string, names: readonly string[], poses: Readonly<Record<string, string>>]>([
  [
    'carnivore',
    ['Armature|Idle_2', 'Armature|Idle', 'Armature|Walk', 'Gallop_Jump', 'Gallop'],
    { stand: 'Armature|Idle', walk: 'Armature|Walk', run: 'Gallop' },
  ],
  ['carnivore', ['Eating', 'Sitting', 'LyingDown'], { sit: 'Sitting', lie: 'LyingDown' }],
  ['herbivore', ['Eating', 'run_fast', 'Running'], { graze: 'Eating', run: 'Running' }],
  ['bird', ['fly', 'Gliding', 'Swim'], { fly: 'fly', swim: 'Swim' }],
  ['carnivore', ['Walkman', 'Idleness', 'mixamo.com'], {}],
  ['tree', ['Idle'], {}],
])('%s with %j', (kind, names, poses) => {
  const found = poseClips(kind, names);
  expect(Object.fromEntries([...found].map(([pose, index]) => [pose, names[index]]))).toEqual(poses);
});

describe('a folder', () => {
  const bytes = file('scale', [1, 1, 1, 1, 0.5, 1, 1, 1, 1]);
  const open = (manifest?: object) => {
    const world: World = {
      readText: () => JSON.stringify(manifest),
      readBytes: () => bytes,
      resolve: (_from, path) => path,
    };
    const { value } = openFolder(world, '.', ['Wolf.gltf', ...(manifest ? ['assets.json'] : [])]);
    return createLibrary({ folders: [value] });
  };
  const heightOf = (library: ReturnType<typeof createLibrary>, pose: string, phase: number) => {
    const appearance = { kind: 'asset', id: 'carnivore/wolf' } as const;
    const choice = library.choose({ kind: 'carnivore', variant: 0, appearance, pose, phase });
    const model = choice.kind === 'asset' ? library.build(choice) : choice;
    if ('reason' in model) throw new Error(model.reason);
    return meshBounds(model.parts[0]!.mesh)!.greatest[1];
  };

  test('draws poses by their clips, in the size of the standing animal', () => {
    const library = open();
    expect(library.species.find(({ id }) => id === 'carnivore/wolf')?.poses).toEqual(['stand', 'walk']);
    expect(heightOf(library, 'stand', 0)).toBeCloseTo(1, 6);
    expect(heightOf(library, 'walk', 0.5)).toBeCloseTo(0.5, 6);
    expect(heightOf(library, 'walk', 0)).toBeCloseTo(1, 6);
    // There is no such clip.
    expect(heightOf(library, 'sit', 0.5)).toBeCloseTo(1, 6);
  });

  test('believes its manifest about poses, names and heights', () => {
    const library = open({
      assets: [
        {
          ...{ file: 'Wolf.gltf', class: 'carnivore', species: 'wolf', names: ['dire wolf'], latin: 'Aenocyon dirus' },
          ...{ heights: [0.8, 1.1], poses: { sit: 'Armature|Walk_Cycle', dance: 'Armature|Walk_Cycle', run: 'none' } },
        },
      ],
    });
    const species = library.species.find(({ id }) => id === 'carnivore/wolf');
    expect(species).toMatchObject({
      poses: ['stand', 'sit'],
      names: ['dire wolf'],
      latin: 'Aenocyon dirus',
      heights: [0.8, 1.1],
    });
    expect(heightOf(library, 'sit', 0.5)).toBeCloseTo(0.5, 6);
  });

  test.each<[said: object, fact: RegExp]>([
    [{ walk: 'Strut' }, /clip Strut for walk, which it has not/],
    [{ dance: 'Walk' }, /a clip for dance, which is no pose of a carnivore/],
  ])('tells of poses that cannot be: %o', (poses, fact) => {
    const world: World = {
      readText: () => JSON.stringify({ assets: [{ file: 'Wolf.gltf', class: 'carnivore', poses }] }),
      readBytes: () => bytes,
      resolve: (_from, path) => path,
    };
    const { diagnostics } = openFolder(world, '.', ['Wolf.gltf', 'assets.json']);
    expect(diagnostics.map(({ primary }) => primary.message)).toEqual([expect.stringMatching(fact)]);
  });

  test.each([{ front: '-Y' }, { up: '+Z' }])('takes the other axis square to the one that is said: %o', (said) => {
    expect(heightOf(open({ assets: [{ file: 'Wolf.gltf', ...said }] }), 'stand', 0)).toBeCloseTo(1, 6);
  });
});
