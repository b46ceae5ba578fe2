// Reading glTF: what must come out, and that nothing hostile gets through.
// biome-ignore-all lint/suspicious/noExplicitAny: the tests damage JSON in ways that no type allows
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unreadable, World } from '@diorama/diagnostics';
import { meshBounds } from '@diorama/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../src/create-library.ts';
import { guessSpecies } from '../src/read-gltf/guess-species.ts';
import { openFolder } from '../src/read-gltf/open-folder.ts';
import { readAsset } from '../src/read-gltf/read-asset.ts';

type Json = Record<string, unknown>;

/** A pyramid on the triangle (0,0,0), (1,0,0), (0,0,1), two metres high. */
const POINTS = [0, 0, 0, 1, 0, 0, 0, 0, 1, 0.3, 2, 0.3];
const INDICES = [0, 1, 2, 0, 3, 1, 1, 3, 2, 2, 3, 0];

function binary(points: readonly number[] = POINTS, indices: readonly number[] = INDICES): Uint8Array {
  const bytes = new Uint8Array(4 * points.length + 4 * indices.length);
  bytes.set(new Uint8Array(Float32Array.from(points).buffer), 0);
  bytes.set(new Uint8Array(Uint32Array.from(indices).buffer), 4 * points.length);
  return bytes;
}

/** A valid file; `change` makes it another. */
function gltf(change: (json: any) => void = () => {}): Json {
  const json = {
    asset: { version: '2.0', copyright: 'CC0' },
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
    materials: [{ name: 'red', pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1], metallicFactor: 0 } }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 4, type: 'VEC3' },
      { bufferView: 1, componentType: 5125, count: 12, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: 48 },
      { buffer: 0, byteOffset: 48, byteLength: 48 },
    ],
    buffers: [{ byteLength: 96 }],
  };
  change(json);
  return json;
}

function glb(json: Json, bin: Uint8Array = binary()): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20);
  padded.set(text);
  const bytes = new Uint8Array(28 + padded.length + bin.length);
  const view = new DataView(bytes.buffer);
  const words = [0x46546c67, 2, bytes.length, padded.length, 0x4e4f534a];
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word, true);
  bytes.set(padded, 20);
  view.setUint32(20 + padded.length, bin.length, true);
  view.setUint32(24 + padded.length, 0x004e4942, true);
  bytes.set(bin, 28 + padded.length);
  return bytes;
}

const nothing = () => undefined;
const read = (change?: (json: any) => void, bin?: Uint8Array) => readAsset('a.glb', glb(gltf(change), bin), nothing);
const facts = (change?: (json: any) => void, bin?: Uint8Array) =>
  read(change, bin).diagnostics.map(({ severity, primary }) => `${severity}: ${primary.message}`);

describe('a valid file', () => {
  test('becomes a model of height 1 with flat normals, its material and its copyright', () => {
    const { value, diagnostics } = read();
    expect(diagnostics).toEqual([]);
    const { mesh, material } = value!.model.parts[0]!;
    expect(meshBounds(mesh)).toEqual({ least: [-0.25, 0, -0.25], greatest: [0.25, 1, 0.25] });
    expect(mesh.positions.length).toBe(36);
    expect(material).toMatchObject({ name: 'red', color: [1, 0, 0], metallic: 0, roughness: 1 });
    expect(value!.copyright).toBe('CC0');
  });

  const volume = (change?: (json: any) => void) => {
    const { positions, indices } = read(change).value!.model.parts[0]!.mesh;
    let sum = 0;
    for (let at = 0; at < indices.length; at += 3) {
      const [a, b, c] = [0, 1, 2].map((corner) =>
        positions.subarray(3 * indices[at + corner]!, 3 * indices[at + corner]! + 3),
      ) as [Float32Array, Float32Array, Float32Array];
      sum +=
        a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
        a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
        a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
    }
    return sum;
  };
  test('keeps its outside outside under a mirror', () => {
    expect(volume()).toBeGreaterThan(0);
    expect(volume((json) => (json.nodes[0].scale = [-1, 1, 1]))).toBeCloseTo(volume(), 6);
  });
  test('is turned by its nodes and by what the manifest says', () => {
    const quarter = Math.SQRT1_2;
    const lying = read((json) => {
      json.nodes = [{ children: [1], rotation: [0, 0, quarter, quarter] }, { mesh: 0 }];
    }).value!.model.parts[0]!.mesh;
    const { greatest } = meshBounds(lying)!;
    // Two metres long and one high now.
    expect(2 * greatest[0]).toBeCloseTo(2, 5);
    const upright = readAsset('a.glb', glb(gltf()), nothing, { up: '+Z', front: '-Y' }).value!.model.parts[0]!.mesh;
    expect(2 * meshBounds(upright)!.greatest[2]).toBeCloseTo(2, 5);
  });
  test('strips and fans become triangles', () => {
    for (const mode of [5, 6]) {
      const { value } = read(
        (json) => {
          json.meshes[0].primitives[0].mode = mode;
          json.accessors[1].count = 4;
        },
        binary(POINTS, [0, 1, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0]),
      );
      expect(value!.model.parts[0]!.mesh.indices.length).toBe(6);
    }
  });
  test('skins are applied at rest', () => {
    const weights = Float32Array.from({ length: 16 }, (_, index) => (index % 4 === 0 ? 1 : 0));
    const joints = new Uint8Array(16);
    const bin = new Uint8Array(96 + 64 + 16);
    bin.set(binary());
    bin.set(new Uint8Array(weights.buffer), 96);
    bin.set(joints, 160);
    const { value, diagnostics } = read((json) => {
      json.buffers[0].byteLength = 176;
      json.bufferViews.push(
        { buffer: 0, byteOffset: 96, byteLength: 64 },
        { buffer: 0, byteOffset: 160, byteLength: 16 },
      );
      json.accessors.push(
        { bufferView: 2, componentType: 5126, count: 4, type: 'VEC4' },
        { bufferView: 3, componentType: 5121, count: 4, type: 'VEC4' },
      );
      Object.assign(json.meshes[0].primitives[0].attributes, { WEIGHTS_0: 2, JOINTS_0: 3 });
      json.nodes = [{ mesh: 0, skin: 0, translation: [5, 5, 5] }, { scale: [1, 4, 1] }];
      json.scenes[0].nodes = [0, 1];
      json.skins = [{ joints: [1] }];
    }, bin);
    expect(diagnostics).toEqual([]);
    // Four times as high, so that it is an eighth as wide.
    expect(2 * meshBounds(value!.model.parts[0]!.mesh)!.greatest[0]).toBeCloseTo(1 / 8, 5);
  });
});

describe('what is left out is told', () => {
  const table: readonly (readonly [string, (json: any) => void, string])[] = [
    [
      'points',
      (json) => json.meshes[0].primitives.push({ attributes: { POSITION: 0 }, mode: 0 }),
      'note: points and lines are left out',
    ],
    [
      'blending',
      (json) => (json.materials[0].alphaMode = 'BLEND'),
      'note: a material that blends is cut off at half of its alpha',
    ],
    [
      'morph targets',
      (json) => (json.meshes[0].primitives[0].targets = [{ POSITION: 0 }]),
      'note: morph targets are left out',
    ],
    [
      'webp',
      (json) => {
        json.images = [{ uri: 'data:image/webp;base64,UklGRiQAAABXRUJQVlA4' }];
        json.textures = [{ extensions: { EXT_texture_webp: { source: 0 } } }];
        json.materials[0].pbrMetallicRoughness.baseColorTexture = { index: 0 };
      },
      'note: image 0 is left out: it is WebP, neither PNG nor JPEG',
    ],
  ];
  test.each(table)('%s', (_, change, fact) => {
    const { value } = read(change);
    expect(value).toBeDefined();
    expect(facts(change).map((one) => one.toLowerCase())).toContain(fact.toLowerCase());
  });
});

describe('hostile files are refused with a reason', () => {
  const deep = (json: any) => {
    json.nodes = Array.from({ length: 400 }, (_, index) => (index === 399 ? { mesh: 0 } : { children: [index + 1] }));
  };
  const image = (uri: string) => (json: any) => {
    json.images = [{ uri }];
    json.textures = [{ source: 0 }];
    json.materials[0].pbrMetallicRoughness.baseColorTexture = { index: 0 };
  };
  const table: readonly (readonly [string, (json: any) => void, RegExp])[] = [
    ['a thousand million vertices', (json) => (json.accessors[0].count = 1e9), /claims 1000000000 elements/],
    [
      'vertices without bytes',
      (json) => {
        delete json.accessors[0].bufferView;
        json.accessors[0].count = 1e6;
      },
      /has no bytes/,
    ],
    [
      'a buffer longer than its bytes',
      (json) => (json.buffers[0].byteLength = 1e9),
      /claims 1000000000 bytes and has 96/,
    ],
    ['a view beyond its buffer', (json) => (json.bufferViews[0].byteOffset = 90), /reaches to byte 138 of 96/],
    ['an accessor beyond its view', (json) => (json.accessors[0].count = 5), /reaches to byte 60 of 48/],
    ['a negative offset', (json) => (json.bufferViews[0].byteOffset = -48), /not a whole number/],
    ['an index out of range', (json) => (json.accessors[0].count = 3), /index 3 is out of the 3 vertices/],
    [
      'a sparse accessor out of range',
      (json) =>
        (json.accessors[0].sparse = {
          count: 5,
          indices: { bufferView: 1, componentType: 5125 },
          values: { bufferView: 0 },
        }),
      /replaces 5 of 4/,
    ],
    [
      'a sparse index out of range',
      (json) => {
        json.accessors[0].count = 2;
        json.accessors[0].sparse = {
          count: 2,
          indices: { bufferView: 1, byteOffset: 16, componentType: 5125 },
          values: { bufferView: 0 },
        };
      },
      /replaces element 3 of 2/,
    ],
    [
      'a circle of nodes',
      (json) => (json.nodes = [{ children: [1] }, { children: [0], mesh: 0 }]),
      /its own ancestor or has two parents/,
    ],
    [
      'a node with two parents',
      (json) => (json.nodes = [{ children: [1, 2] }, { children: [3] }, { children: [3] }, { mesh: 0 }]),
      /two parents/,
    ],
    ['nodes too deep', deep, /more than 128 deep/],
    ['a missing mesh', (json) => (json.nodes[0].mesh = 7), /there is no mesh 7/],
    ['a texture outside its folder', image('../secret.png'), /not a file in its folder/],
    ['the same, hidden by percent signs', image('%2e%2e/secret.png'), /not a file in its folder/],
    ['an absolute path', image('/etc/passwd'), /not a file in its folder/],
    ['a web address', image('https://example.com/a.png'), /not a file in its folder/],
    ['a file address', image('file:///etc/passwd'), /not a file in its folder/],
    ['a backslash', image('..\\secret.png'), /not a file in its folder/],
    ['a texture that is not there', image('skin.png'), /cannot be read/],
    [
      'an unknown required extension',
      (json) => (json.extensionsRequired = ['KHR_draco_mesh_compression']),
      /KHR_draco_mesh_compression/,
    ],
    ['another version', (json) => (json.asset.version = '1.0'), /1\.0, not 2\.0/],
    ['a matrix of texts', (json) => (json.nodes[0].matrix = new Array(16).fill('1')), /not a list of 16 numbers/],
    ['no triangles', (json) => (json.meshes[0].primitives = []), /no triangle/],
    ['no height', (json) => (json.nodes[0].scale = [1, 0, 1]), /no height|no triangle/],
    [
      'compressed lies',
      (json) =>
        (json.bufferViews[0].extensions = {
          EXT_meshopt_compression: { buffer: 0, byteLength: 48, byteStride: 12, count: 1e9, mode: 'ATTRIBUTES' },
        }),
      /unpacks to/,
    ],
  ];
  test.each(table)('%s', (_, change, fact) => {
    const { value, diagnostics } = read(change);
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'unreadable-asset', severity: 'error', primary: { file: 'a.glb' } });
    expect(diagnostics[0]!.primary.message).toMatch(fact);
  });

  test('a position that is no number', () => {
    expect(facts(undefined, binary([...POINTS.slice(0, 11), Number.NaN]))).toEqual([
      'error: POSITION has a number that is not finite',
    ]);
  });
  test('triangles without area', () => {
    expect(facts(undefined, binary(new Array(12).fill(1)))).toEqual(['error: there is no triangle with an area in it']);
  });
  test('nothing outside of the folder is asked for', () => {
    const asked: string[] = [];
    const seen = (path: string) => {
      asked.push(path);
      return undefined;
    };
    for (const uri of [
      '../a',
      '%2E%2E%2Fa',
      'a/../../b',
      '/a',
      'C:/a',
      'http://a/b',
      'file:a',
      './a',
      'a//b',
      '\\\\a\\b',
    ]) {
      readAsset('a.glb', glb(gltf(image(uri))), seen);
    }
    expect(asked).toEqual([]);
  });
});

describe('laws', () => {
  const whole = glb(gltf());
  test('no flipped bytes make it throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (flips) => {
          const bytes = whole.slice();
          for (const [at, value] of flips) bytes[at] = value;
          const { value, diagnostics } = readAsset('a.glb', bytes, nothing);
          return value !== undefined || diagnostics.length > 0;
        },
      ),
      { numRuns: 3000, seed: 1 },
    );
  });
  test('no cut makes it throw', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(readAsset('a.glb', whole.subarray(0, length), nothing).diagnostics.length).toBeGreaterThan(0);
    }
  });
  test('no strange JSON makes it throw', () => {
    const strange = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.string(),
      fc.array(fc.integer()),
      fc.object({ maxDepth: 1 }),
    );
    const paths = [
      ['nodes', 0, 'mesh'],
      ['nodes', 0],
      ['meshes', 0, 'primitives', 0, 'attributes'],
      ['meshes', 0, 'primitives', 0],
      ['accessors', 0, 'type'],
      ['accessors', 0, 'count'],
      ['accessors', 1],
      ['bufferViews', 0, 'byteStride'],
      ['materials', 0],
      ['materials', 0, 'pbrMetallicRoughness'],
      ['scenes'],
      ['asset'],
      ['buffers', 0, 'uri'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...paths), strange, (path, value) => {
        const json: any = gltf();
        let at = json;
        for (const step of path.slice(0, -1)) at = at[step];
        at[path.at(-1)!] = value;
        readAsset('a.glb', glb(json), nothing);
      }),
      { numRuns: 1500, seed: 2 },
    );
  });
});

function folder(files: Readonly<Record<string, Uint8Array | string>>): World {
  const missing: Unreadable = { unreadable: 'no such file' };
  return {
    readText: (file) => (typeof files[file] === 'string' ? files[file] : missing),
    readBytes: (file) => {
      const found = files[file];
      return found instanceof Uint8Array ? found : missing;
    },
    resolve: (from, path) => `${from.replace(/[^/]*$/, '')}${path}`,
  };
}

describe('folders', () => {
  test('classes come from the manifest, else from names, and damaged files are told', () => {
    const manifest = JSON.stringify({
      assets: [{ file: 'thing.glb', class: 'boulder', species: 'cairn', tags: ['heap'] }],
    });
    const world = folder({
      'my/assets.json': manifest,
      'my/thing.glb': glb(gltf()),
      'my/RedWolf_2.glb': glb(gltf()),
      'my/bad.glb': new Uint8Array(7),
    });
    const { value, diagnostics } = openFolder(world, 'my', [
      'assets.json',
      'thing.glb',
      'RedWolf_2.glb',
      'bad.glb',
      'readme.txt',
    ]);
    expect(value.species.map(({ id }) => id)).toEqual(
      ['carnivore/redwolf-2', 'boulder/cairn'].map((id) => id.replace('redwolf', 'red-wolf')),
    );
    expect(diagnostics.map(({ code, primary }) => `${code} ${primary.file}`)).toEqual([
      'asset-note my/RedWolf_2.glb',
      'unreadable-asset my/bad.glb',
    ]);
    const library = createLibrary({ folders: [value] });
    const choice = library.choose({
      kind: 'boulder',
      variant: 9,
      appearance: { kind: 'like', text: 'a cairn, a heap' },
    });
    expect(choice).toMatchObject({ kind: 'asset', id: 'boulder/cairn#0' });
    expect(library.build(choice as never)).toMatchObject({ parts: [{ material: { name: 'red' } }] });
    expect(library.has('boulder/cairn#1')).toBe(false);
  });

  const names: readonly (readonly [string, string])[] = [
    ['Cow.glb', 'herbivore/cow'],
    ['PineTree_1.glb', 'tree/pine-tree-1'],
    ['BushBerries_1.glb', 'bush/bush-berries-1'],
    ['Rock_Moss_2.glb', 'boulder/rock-moss-2'],
    ['Husky.glb', 'carnivore/husky'],
    ['Wheelbarrow.glb', 'object/wheelbarrow'],
  ];
  test.each(names)('%s is %s', (file, id) => {
    const { kind, species } = guessSpecies(file);
    expect(`${kind}/${species}`).toBe(id);
  });
});

/** A folder of `.glb` files that others made, if there is one: nobody needs it, so its absence is no skipped test. */
const samples = process.env.DIORAMA_SAMPLE_ASSETS ?? '';
const sampleNames = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.glb')) : [];

test(`${sampleNames.length} models that others made are read (DIORAMA_SAMPLE_ASSETS names their folder)`, () => {
  for (const name of sampleNames) {
    const { value, diagnostics } = readAsset(name, new Uint8Array(readFileSync(join(samples, name))), nothing);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value?.model.parts.length).toBeGreaterThan(0);
  }
});
