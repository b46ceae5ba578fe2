import { readFileSync } from 'node:fs';
import { SourceFile } from '@diorama/diagnostics';
import { describe, expect, test } from 'vitest';
import { importRaw } from '../../src/import-raw/index.ts';
import { exportRaw } from './export-raw.ts';

const UNTURNED = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

describe('the example of the project page', () => {
  const text = readFileSync(new URL('../../../../examples/raw/raw-published.txt', import.meta.url), 'utf8');

  test('becomes core form', () => {
    const options = { appearances: [[1], [2], [3]], space: 'clip', embeddingsFile: 'waterhole.safetensors' };
    expect(imported(text, options)).toBe(`scene { embeddings: "waterhole.safetensors" }
camera { position: (0, 0, 0), pitch: -1.87, fov: 50 }
sky { sun_elevation: 39.591383643539885, sun_azimuth: 231.11, sun_size: 0.4646687718510977, sun_intensity: 0.981, strength: 0.212, air: 0.771, dust: 0.169, ozone: 1.499 }
haze { density: 0.009 }
ground { appearance: embedding(0) }
@pixels(1582) object { at: view(-0.553, -0.809, -22.591), height: 1.365, appearance: embedding(1) }
@pixels(111) object { at: view(-1.524, -0.939, -30.159), height: 1.224, appearance: embedding(2) }
`);
  });

  test('says its rotations relative to the heading', () => {
    const [, object = ''] = imported(text, { rotations: [UNTURNED, UNTURNED] }).split('@pixels');
    // A matrix of the camera's full frame that turns nothing leans with the camera: −1.87° about X.
    expect(object).toContain(`rotation: quaternion(-0.0163`);
  });
});

describe('each call in its unit', () => {
  test.each([
    ['set_camera(88.130)', 'camera { position: (0, 0, 0), pitch: -1.87, fov: 50 }'],
    ['set_camera(90)', 'camera { position: (0, 0, 0), pitch: 0, fov: 50 }'],
    ['set_camera(9.0137e1)', 'camera { position: (0, 0, 0), pitch: 0.137, fov: 50 }'],
    ['set_camera(1e-999999999)', 'camera { position: (0, 0, 0), pitch: -90, fov: 50 }'],
    ['set_sun_elevation(0.5)', 'sky { sun_elevation: 28.64788975654116 }'],
    ['set_sun_rotation(-12.50)', 'sky { sun_azimuth: -12.5 }'],
    ['set_sun_size(1)', 'sky { sun_size: 0.5729577951308232 }'],
    ['set_sun_intensity(1)', 'sky { sun_intensity: 1 }'],
    ['set_strength(0.2)', 'sky { strength: 0.2 }'],
    ['set_sun_strength(0.2)', 'sky { strength: 0.2 }'],
    ['set_air(+1.5)', 'sky { air: 1.5 }'],
    ['set_dust(.25)', 'sky { dust: 0.25 }'],
    ['set_ozone(2.)', 'sky { ozone: 2 }'],
    ['set_density(1.62)', 'haze { density: 0.009000000000000001 }'],
    ['set_atmospheric_density(9e-3)', 'haze { density: 0.009 }'],
    ['add(loc=(0, -0.0, -3), height=1)', 'object { at: view(0, 0, -3), height: 1 }'],
    ['add_bird(loc=(1e-7, 1, -3), height=1)', 'bird { at: view(1e-7, 1, -3), height: 1 }'],
    ['add_boulder(5, (0, 1, -3), 1)', '@pixels(5) boulder { at: view(0, 1, -3), height: 1 }'],
    ['add_bush(pixels=7.0, loc=[0, 1, -3], height=1)', '@pixels(7) bush { at: view(0, 1, -3), height: 1 }'],
    ['add_carnivore(height=1, loc=(0, 1, -3))', 'carnivore { at: view(0, 1, -3), height: 1 }'],
    ['add_herbivore(loc=(0, 1, -3), height=1)', 'herbivore { at: view(0, 1, -3), height: 1 }'],
    ['add_tree(loc=(0, 1, -3), height=1)', 'tree { at: view(0, 1, -3), height: 1 }'],
  ])('%s', (raw, core) => {
    const lines = imported(raw).split('\n');
    expect(lines).toContain(core);
  });
});

describe('the text', () => {
  test('may be laid out in any way', () => {
    const text = `\ufeff# a comment, with [ROT] and (
      set_air( 1.5 ,)  set_dust(0.5);set_ozone(2) # another\r
      add_tree (
        loc = (0, 1,\r
               -3,),
        height=2,
      )`;
    expect(imported(text)).toBe(`camera { position: (0, 0, 0), fov: 50 }
sky { air: 1.5, dust: 0.5, ozone: 2 }
tree { at: view(0, 1, -3), height: 2 }
`);
  });

  test('may be empty', () => {
    expect(imported('')).toBe('camera { position: (0, 0, 0), fov: 50 }\n');
  });
});

describe('the arrays', () => {
  const two = `add_tree(loc=(0, 1, -3), height=1, rotation=[ROT], appearance=[CLIP])
    set_floor([CLIP])
    set_camera(60)`;
  // Upright for a camera that looks 30° down, and turned by 90° about the vertical: front to the right.
  const upright = [
    [0, 0, 1],
    [0.5, Math.sqrt(0.75), 0],
    [-Math.sqrt(0.75), 0.5, 0],
  ];

  test('are used in order of the text, the ground included', () => {
    const { value } = importRaw(SourceFile.from('a/b.c/lions.raw.txt', two), {
      rotations: [upright],
      appearances: [
        [1, 2],
        [3, 4],
      ],
      space: 'mine',
    });
    expect(value.text).toMatch(/^scene \{ embeddings: "lions.raw.safetensors" \}\n/);
    expect(value.embeddingsFile).toBe('lions.raw.safetensors');
    const { ground, objects } = exportRaw(value);
    expect([ground, objects[0]?.appearance]).toEqual([
      [3, 4],
      [1, 2],
    ]);
  });

  test('hold rotations of the camera’s full frame', () => {
    const [x = 1, y = 0, z = 1, w = 0] = (
      /quaternion\((.*?)\)/.exec(imported(two, { rotations: [upright] }))?.[1] ?? ''
    )
      .split(', ')
      .map(Number);
    expect([x, z].every((part) => Math.abs(part) < 1e-12)).toBe(true);
    expect([y, w]).toEqual([Math.SQRT1_2, Math.SQRT1_2].map((part) => expect.closeTo(part, 12)));
  });
});

/** The imported text. Messages other than of missing arrays fail the test. */
function imported(text: string, options: Parameters<typeof importRaw>[1] = {}): string {
  const { value, diagnostics } = importRaw(SourceFile.from('raw.txt', text), options);
  expect(diagnostics.filter(({ code }) => !code.startsWith('raw-missing-'))).toEqual([]);
  return value.text;
}
