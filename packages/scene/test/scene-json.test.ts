// The JSON form: it keeps the scene, its schema tells good from bad, and a bad one is refused with a reason.
import { readFileSync } from 'node:fs';
import { SourceFile } from '@diorama/diagnostics';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Scene, sceneFromJson, sceneSchema, sceneToJson, validateScene } from '../src/index.ts';
import { makeElement, makeScene } from '../src/testing.ts';
import { arbitraryScene } from './arbitrary-scene.ts';

const TEXT = 'tree { height: 4 }\nbush { height: 1 }\r\n\n'.repeat(3);
const sources = new Map([['a.dio', SourceFile.from('a.dio', TEXT)]]);
const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: true });
const isValid = ajv.compile(sceneSchema());

const meadow = makeScene({
  settings: { name: 'Meadow', seed: 7, embeddings: { file: 'm.safetensors', space: 'clip', rows: 3 } },
  camera: { aim: { kind: 'target', target: { kind: 'ground', x: 0, z: -9 }, roll: 0 } },
  haze: { extent: { kind: 'visibility', value: 400 }, color: '#c3ccd4' },
  ground: { surface: { kind: 'appearance', appearance: { kind: 'like', text: 'dry grass' } } },
  elements: [
    makeElement('tree', {
      label: 'oak',
      height: 7,
      at: [3, -12],
      appearance: { kind: 'embedding', row: 2 },
      origin: { file: 'a.dio', start: 0, end: 18 },
    }),
    makeElement('carnivore', {
      at: { kind: 'view', x: 0, y: -1, z: -8 },
      height: 1.1,
      pose: 'walk',
      annotations: { pixels: 4 },
    }),
    makeElement('water'),
    makeElement('box', { at: [0, 0.5, -4], rotation: 30 }),
    makeElement('lamp'),
  ],
});

test('tells the version, and origins by line and column', () => {
  expect(sceneToJson(meadow, { sources })).toMatchObject({
    version: 1,
    settings: { name: 'Meadow', seed: 7 },
    elements: [
      { kind: 'tree', origin: { file: 'a.dio', line: 1, column: 1, endLine: 1, endColumn: 19 } },
      { kind: 'carnivore', pose: 'walk', annotations: { pixels: 4 } },
      {},
      {},
      {},
    ],
  });
});

test('leaves origins out without sources, and on request', () => {
  for (const json of [sceneToJson(meadow), sceneToJson(meadow, { sources, origins: false })]) {
    expect(JSON.stringify(json)).not.toContain('origin');
  }
});

test('a scene comes back bit for bit', () => {
  fc.assert(
    fc.property(arbitraryScene(TEXT.length), (scene) => {
      const back = sceneFromJson(JSON.parse(JSON.stringify(sceneToJson(scene, { sources }))), { sources });
      expect(back).toStrictEqual({ scene, broken: [] });
    }),
  );
});

test('every scene is valid, for the schema and for ours', () => {
  fc.assert(
    fc.property(arbitraryScene(TEXT.length), (scene) => {
      expect(validateScene(scene)).toEqual([]);
      isValid(sceneToJson(scene, { sources }));
      expect(isValid.errors ?? []).toEqual([]);
    }),
  );
});

/** A mutation of the meadow's JSON, where it is broken, and the schema's opinion if that cannot know. */
const MUTATIONS: readonly [string, (json: MutableJson) => void, string, 'unknown to the schema'?][] = [
  ['another version', (json) => (json.version = 2), '/version'],
  ['no camera', (json) => delete json.camera, '/camera'],
  ['an unknown part', (json) => (json.fog = {}), '/fog'],
  ['a name with a slash', (json) => (json['a/b~c'] = 1), '/a~1b~0c'],
  ['a fraction of a seed', (json) => (json.settings.seed = 0.5), '/settings/seed'],
  ['a seed out of range', (json) => (json.settings.seed = 4294967296), '/settings/seed'],
  ['a text for a number', (json) => (json.camera.fov = '50'), '/camera/fov'],
  ['a fov out of range', (json) => (json.camera.fov = 171), '/camera/fov'],
  ['an unknown aim', (json) => (json.camera.aim.kind = 'point'), '/camera/aim/kind'],
  ['a camera in its own frame', (json) => (json.camera.position = json.elements[1].at), '/camera/position/kind'],
  [
    'nothing between near and far',
    (json) => (json.camera.near = json.camera.far = 10),
    '/camera/near',
    'unknown to the schema',
  ],
  ['no visibility', (json) => (json.haze.extent.value = 0), '/haze/extent/value'],
  ['a color in capitals', (json) => (json.haze.color = '#C3CCD4'), '/haze/color'],
  ['an empty description', (json) => (json.ground.surface.appearance.text = ''), '/ground/surface/appearance/text'],
  ['an unknown kind', (json) => (json.elements[0].kind = 'mushroom'), '/elements/0/kind'],
  ['a kind that every object inherits', (json) => (json.elements[0].kind = 'toString'), '/elements/0/kind'],
  ['no height', (json) => delete json.elements[0].height, '/elements/0/height'],
  ['a height of 0', (json) => (json.elements[0].height = 0), '/elements/0/height'],
  ['a label with a space', (json) => (json.elements[0].label = 'old oak'), '/elements/0/label'],
  ['a label twice', (json) => (json.elements[1].label = 'oak'), '/elements/1/label', 'unknown to the schema'],
  [
    'a row too far',
    (json) => (json.elements[0].appearance.row = 3),
    '/elements/0/appearance/row',
    'unknown to the schema',
  ],
  ['a row of no file', (json) => delete json.settings.embeddings, '/elements/0/appearance', 'unknown to the schema'],
  ['an origin that ends nowhere', (json) => delete json.elements[0].origin.endLine, '/elements/0/origin'],
  ['a line 0', (json) => (json.elements[0].origin.line = 0), '/elements/0/origin'],
  ['a pose of another class', (json) => (json.elements[1].pose = 'perch'), '/elements/1/pose'],
  ['a tree with a pose', (json) => (json.elements[0].pose = 'stand'), '/elements/0/pose'],
  ['an animal without a pose', (json) => delete json.elements[1].pose, '/elements/1/pose'],
  ['half a pixel', (json) => (json.elements[1].annotations.pixels = 0.5), '/elements/1/annotations/pixels'],
  ['water as high as a wall', (json) => (json.elements[2].size[1] = 1), '/elements/2/size/1'],
  ['a size of two numbers', (json) => json.elements[3].size.pop(), '/elements/3/size'],
  [
    'a quaternion of zeros',
    (json) => (json.elements[3].rotation = { kind: 'quaternion', quaternion: [0, 0, 0, 0] }),
    '/elements/3/rotation/quaternion',
    'unknown to the schema',
  ],
  [
    'a lamp that can be turned',
    (json) => (json.elements[4].rotation = { kind: 'yaw', yaw: 0 }),
    '/elements/4/rotation',
  ],
  ['null for an element', (json) => (json.elements[4] = null), '/elements/4'],
  ['elements that are no list', (json) => (json.elements = {}), '/elements'],
];

// biome-ignore lint/suspicious/noExplicitAny: mutations go where types forbid
type MutableJson = any;

describe('refuses', () => {
  test.each(MUTATIONS)('%s', (_, mutate, path, schema) => {
    const json: MutableJson = structuredClone(sceneToJson(meadow, { sources }));
    mutate(json);
    const { scene, broken } = sceneFromJson(json);
    expect(scene).toBeUndefined();
    expect(broken.map((belief) => belief.path)).toEqual([path]);
    expect(isValid(json)).toBe(schema === 'unknown to the schema');
  });

  test.each([undefined, null, 1, 'scene', [], {}])('%j', (json) => {
    expect(sceneFromJson(json).broken).not.toEqual([]);
  });
});

test('numbers no JSON can write are broken', () => {
  for (const fov of [Number.NaN, Number.POSITIVE_INFINITY, 171]) {
    expect(validateScene(makeScene({ camera: { fov } }))).toEqual([
      { path: '/camera/fov', belief: 'a finite number from 1 to 170', found: String(fov) },
    ]);
  }
  expect(validateScene(makeScene({ elements: [makeElement('tree', { at: [-0, -10] })] }))).toMatchObject([
    { found: '-0' },
  ]);
});

test('−0 becomes 0 on the way', () => {
  const json = JSON.parse(JSON.stringify(sceneToJson(makeScene())).replace('"exposure":0', '"exposure":-0'));
  const { scene } = sceneFromJson(json) as { scene: Scene };
  expect(Object.is(scene.camera.exposure, 0)).toBe(true);
});

test('an editor may note the schema in the file', () => {
  const json = { $schema: 'scene.schema.json', ...(sceneToJson(makeScene()) as object) };
  expect(isValid(json)).toBe(true);
  expect(sceneFromJson(json).scene).toEqual(makeScene());
});

test('the committed schema is this one', () => {
  const committed = readFileSync(new URL('../scene.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(committed)).toEqual(sceneSchema());
});
