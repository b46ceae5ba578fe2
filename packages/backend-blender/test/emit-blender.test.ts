// What the program says, without Blender.
import { unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type BlenderOptions, emitBlender } from '../src/index.ts';
import { compileErrors, hasPython } from './support/python.ts';
import {
  ballPart,
  boxPart,
  cardPart,
  floorPart,
  lookAt,
  matte,
  type TestStage,
  testStage,
} from './support/test-stage.ts';

const image = { width: 2, height: 1, pixels: new Uint8Array([255, 0, 0, 255, 0, 255, 0, 0]) };
const grove: TestStage = {
  name: 'A "grove"',
  ground: [floorPart(matte('grass', [0.2, 0.25, 0.1]), 200)],
  camera: { ...lookAt([0, 1.5, 9], [0, 1, 0], 5), aspect: 1.5 },
  haze: { density: 0.002, color: [0.5, 0.5, 0.6], ceiling: 100 },
  lamps: [{ position: [1, 2, 3], power: 60, color: [1, 0.5, 0.25], radius: 0.1 }],
  things: [
    {
      name: 'tree/oak#3',
      asset: 'tree/oak#3',
      kind: 'tree',
      parts: [
        boxPart(matte('bark', [0.1, 0.05, 0.02]), [0.1, 0.5, 0.1]),
        cardPart(
          matte('leaves', [1, 1, 1], {
            texture: { image, wrapU: 'clamp', wrapV: 'mirror' },
            alphaCutoff: 0.5,
            doubleSided: true,
          }),
          1,
          1,
        ),
      ],
      at: [
        { translation: [1, 2, 3], scale: [4, 4, 4] },
        { translation: [-1, 0, 0], scale: [1, 2, 3], rotation: [0, 0.6, 0, 0.8] },
      ],
    },
    {
      name: 'ball',
      kind: 'sphere',
      label: 'moon',
      parts: [ballPart(matte('steel', [0.5, 0.5, 0.5], { metallic: 1, roughness: 0.2 }), 4)],
      at: [{ translation: [0, 5, 0] }],
    },
  ],
};
const emit = (stage: TestStage, options: Partial<BlenderOptions> = {}) => emitBlender(testStage(stage), options).value;
const lineWith = (program: string, text: string) =>
  program
    .split('\n')
    .find((line) => line.includes(text))
    ?.trim();

describe('the program of a grove', () => {
  const { program } = emit(grove, { fileName: 'grove.py', locate: ({ file, start }) => `${file}:${start}` });

  test.each([
    [
      'place(in_plants, ',
      `place(in_plants, 'tree 1', oak_3, at=(1.0, -3.0, 2.0), scale=4.0, id=2, kind='tree', source='test.dio:0')`,
    ],
    [
      `'tree 2'`,
      `place(in_plants, 'tree 2', oak_3, at=(-1.0, 0.0, 0.0), rotation=(0.8, 0.0, 0.0, 0.6), scale=(1.0, 3.0, 2.0), id=3, kind='tree', source='test.dio:10')`,
    ],
    [
      'place(in_shapes',
      `place(in_shapes, 'moon', ball, at=(0.0, 0.0, 5.0), id=4, kind='sphere', label='moon', source='test.dio:20')`,
    ],
    [
      'lamp(in_lights',
      `lamp(in_lights, 'lamp 1', at=(1.0, -3.0, 2.0), power=60.0, color=(1.0, 0.5, 0.25), radius=0.1, id=5, kind='lamp')`,
    ],
    [
      'oak_3 = ',
      `oak_3 = build_mesh('tree/oak#3', 'oak_3', 28, [(bark, 12), (leaves, 2)], uvs=True, asset='tree/oak#3')`,
    ],
    [
      'leaves = ',
      `leaves = surface('leaves', image=leaves_image, wrap=('EXTEND', 'MIRROR'), cutoff=0.5, double_sided=True)`,
    ],
    ['steel = ', `steel = surface('steel', color=(0.5, 0.5, 0.5), roughness=0.2, metallic=1.0)`],
    ['SIZE = ', 'SIZE = (1024, 683)  # pixels'],
    ['HAZE = ', 'HAZE = dict(density=0.002, color=(0.5, 0.5, 0.6), ceiling=100.0)'],
    ['# tree/oak', '# tree/oak#3: 2 objects share one mesh.'],
  ])('has the line of %s', (text, line) => {
    expect(lineWith(program, text)).toBe(line);
  });

  test.skipIf(!hasPython)('is valid Python (skipped without python3)', () => {
    expect(compileErrors(program)).toBe('');
  });

  test('is the same each time, and ASCII', () => {
    expect(emit(grove, { fileName: 'grove.py', locate: ({ file, start }) => `${file}:${start}` }).program).toBe(
      program,
    );
    expect(program).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test('names no absolute path', () => {
    expect(program).not.toMatch(/['"]\/(?!\/)[a-z]/);
  });
});

test('data in files: positions with Z up, normals, indices', () => {
  const floor: TestStage = { ground: [floorPart(matte('grass', [1, 1, 1]), 2)] };
  const { program, dataFolder, data } = emit(floor, { meshData: 'files', fileName: 'floor.py' });
  expect(dataFolder).toBe('floor-data');
  expect(program).toContain("DATA_FOLDER = 'floor-data'");
  expect(program).not.toContain('DATA = {');
  expect(data.map(({ name }) => name)).toEqual(['ground']);
  const bytes = unzlibSync(data[0]?.bytes ?? new Uint8Array());
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 96));
  expect(Array.from(floats.slice(0, 12))).toEqual([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]);
  expect(Array.from(floats.slice(12, 15))).toEqual([0, 0, 1].map((part) => part + 0));
});

test('of many objects a table is made', () => {
  const at = Array.from({ length: 500 }, (_, x) => ({ translation: [x, 0, 0] as const }));
  const { program } = emit({
    things: [{ name: 'box', kind: 'box', parts: [boxPart(matte('red', [1, 0, 0]), [1, 1, 1])], at }],
  });
  expect(lineWith(program, 'place_table(meshes, [')).toBe('place_table(meshes, [in_shapes])');
  expect(program).not.toContain('place(in_shapes');
});

test('a material and an image are made once', () => {
  const shared = matte('bark', [0.1, 0.1, 0.1], { texture: { image, wrapU: 'repeat', wrapV: 'repeat' } });
  const things = ['a', 'b'].map((name) => ({
    name,
    parts: [cardPart({ ...shared }, 1, 1)],
    at: [{ translation: [0, 0, 0] as const }],
  }));
  const { program } = emit({ things });
  expect(program.match(/= surface\('/g)).toHaveLength(1);
  expect(program.match(/= picture\('/g)).toHaveLength(1);
});

test('names that would hide a function, or that are equal, get numbers', () => {
  const names = ['place', 'def', 'tree/a', 'bush/a', 'ö', '3'];
  const things = names.map((name) => ({
    name,
    parts: [boxPart(matte('surface', [1, 1, 1]), [1, 1, 1])],
    at: [{ translation: [0, 0, 0] as const }],
  }));
  const { program } = emit({ things });
  const variables = Array.from(program.matchAll(/^ {4}(\w+) = build_mesh\(/gm), (match) => match[1]);
  expect(variables).toEqual(['place_2', 'def_2', 'a', 'a_2', 'thing', 'n_3']);
  expect(lineWith(program, "= surface('surface'")).toMatch(/^surface_2 = /);
});

test('a label that Blender would cut is told', () => {
  const long = 'x'.repeat(70);
  const stage = testStage({
    things: [{ name: 'a', kind: 'tree', label: long, parts: [], at: [{ translation: [0, 0, 0] }] }],
  });
  const { diagnostics, value } = emitBlender(stage);
  expect(diagnostics.map(({ code, primary }) => `${code} ${primary.start}`)).toEqual(['blender-long-name 0']);
  expect(value.program).toContain(`label='${long}'`);
});

test.each(['inline', 'files'] as const)('data %s: what was kept gives the same bytes as what is new', (meshData) => {
  const stage = testStage(grove);
  const first = emitBlender(stage, { meshData });
  expect(emitBlender(stage, { meshData })).toEqual(first);
  expect(emitBlender(structuredClone(stage), { meshData })).toEqual(first);
});
