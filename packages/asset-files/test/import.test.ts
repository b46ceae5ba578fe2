// Importing: whatever a file's axes, units and packing, the library's file is the same.
// biome-ignore-all lint/suspicious/noExplicitAny: the tests damage JSON in ways that no type allows
import { createLibrary, inspectAsset, type ManifestEntry, readAsset } from '@diorama/assets';
import { meshBounds } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { Document, WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS, EXTMeshoptCompression, KHRDracoMeshCompression } from '@gltf-transform/extensions';
import draco3d from 'draco3d';
import fc from 'fast-check';
import { MeshoptEncoder } from 'meshoptimizer';
import { describe, expect, test } from 'vitest';
import { type ImportRequest, importAsset } from '../src/index.ts';
import { ANIMAL, boxes, embedded, type Geometry, glb, gltf, TREE, type Turn } from './support/glb.ts';
import { validate } from './support/validate.ts';

const library = createLibrary();

function request(bytes: Uint8Array, from: string, others: Partial<ImportRequest> = {}): ImportRequest {
  const to = `${from.replace(/^.*\//, '').replace(/\..*$/, '').toLowerCase()}.glb`;
  return { file: from, bytes, read: () => undefined, from, to, digest: 'd', library, ...others };
}

/** The library's file and entry; fails if there are errors. */
async function imported(bytes: Uint8Array, from = 'pack/Cow.glb', others: Partial<ImportRequest> = {}) {
  const { value, diagnostics } = await importAsset(request(bytes, from, others));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const said = diagnostics.map(({ code, primary }) => `${code}: ${primary.message}`);
  return { ...value!, said, model: readAsset('x', value!.bytes, () => undefined).value!.model };
}

/** Corners of the whole of what a file shows, as it is in the file. */
function bounds(bytes: Uint8Array) {
  const { model } = inspectAsset('x', bytes, () => undefined).value!;
  const all = model.parts.map(({ mesh }) => meshBounds(mesh)!);
  return {
    least: [0, 1, 2].map((axis) => Math.min(...all.map(({ least }) => least[axis]!))),
    greatest: [0, 1, 2].map((axis) => Math.max(...all.map(({ greatest }) => greatest[axis]!))),
  };
}

const file = (geometry: Geometry, change?: Parameters<typeof gltf>[1]) => glb(gltf(geometry, change));

const TURNS: Readonly<Record<string, readonly [turn: Turn, up: string, front: string]>> = {
  'as it should be': [(p) => p, '+Y', '+Z'],
  'looking back': [([x, y, z]) => [-x, y, -z], '+Y', '-Z'],
  'looking right': [([x, y, z]) => [z, y, -x], '+Y', '+X'],
  'looking left': [([x, y, z]) => [-z, y, x], '+Y', '-X'],
  'with Z up, as in Blender': [([x, y, z]) => [x, -z, y], '+Z', '-Y'],
};

describe.each(Object.entries(TURNS))('an animal %s', (_, [turn, up, front]) => {
  test.each([1, 100, 0.01])('in units of 1/%s m, anywhere', async (factor) => {
    const moved: Turn = (point) => {
      const [x, y, z] = turn(point);
      return [1.45 * factor * x + 3, 1.45 * factor * y - 2, 1.45 * factor * z + 5];
    };
    const { bytes, entry } = await imported(file(boxes(ANIMAL, moved)));
    expect(entry.imported).toMatchObject({ up, front });
    const { least, greatest } = bounds(bytes);
    expect(least[1]).toBeCloseTo(0, 5);
    expect(greatest[1]).toBeCloseTo(1, 5);
    expect((least[0]! + greatest[0]!) / 2).toBeCloseTo(0, 5);
    // The head is in front, above what is behind.
    expect(least[2]).toBeCloseTo(-greatest[2]!, 5);
    const { model } = inspectAsset('x', bytes, () => undefined).value!;
    const places = model.parts.flatMap(({ mesh }) => [...mesh.positions]);
    const top = places.findIndex((value, at) => at % 3 === 1 && value > 0.99);
    expect(places[top + 1]).toBeGreaterThan(0.2);
    expect(await validate(bytes)).toEqual([]);
  });
});

test('the same file gives the same bytes', async () => {
  const bytes = file(boxes(ANIMAL));
  expect((await imported(bytes)).bytes).toEqual((await imported(bytes)).bytes);
});

test('a tree that lies is put up, and told', async () => {
  const { entry, said } = await imported(file(boxes(TREE, ([x, y, z]) => [20 * x, -20 * z, 20 * y])), 'pack/Oak.glb');
  expect(entry.imported).toMatchObject({ up: '+Z' });
  expect(said).toEqual([expect.stringContaining('unsure-import: up +Z, by its trunk')]);
});

test('what a manifest says is not guessed', async () => {
  const said: Partial<ManifestEntry> = { kind: 'herbivore', species: 'aurochs', front: '-X', licence: 'CC0-1.0' };
  const { entry, conclusions } = await imported(file(boxes(ANIMAL)), 'pack/thing.glb', { said });
  expect(entry).toMatchObject({ class: 'herbivore', species: 'aurochs', licence: 'CC0-1.0' });
  expect(entry.imported).toMatchObject({ front: '-X' });
  expect(conclusions).toContain('front -X, as the manifest says');
});

test.each<[front: ManifestEntry['front'], up: string, name: string]>([
  ['-Y', '+Z', 'Cow'],
  ['+Y', '+Z', 'Rock'],
  ['-Y', '+Z', 'Oak'],
  ['+X', '+Y', 'Cow'],
])('a front %s that is said is used: up is then %s for %s', async (front, up, name) => {
  const lying: Turn = front === '+X' ? ([x, y, z]) => [z, y, -x] : ([x, y, z]) => [x, -z, y];
  const { entry, conclusions } = await imported(file(boxes(ANIMAL, lying)), `pack/${name}.glb`, {
    said: { front: front! },
  });
  expect(entry.imported).toMatchObject({ front, up });
  expect(conclusions).toContain(`front ${front}, as the manifest says`);
});

test.each([
  ['Apache-2.0', undefined, 'Apache-2.0'],
  ['licence unknown', undefined, undefined],
  ['A. Nother, CC0-1.0', 'A. Nother', 'CC0-1.0'],
  ['2020 A. Nother', '2020 A. Nother', undefined],
])('the copyright %s names the author %s and the licence %s', async (copyright, author, licence) => {
  const { entry } = await imported(
    file(boxes(ANIMAL), (json: any) => {
      json.asset = { version: '2.0', copyright };
    }),
  );
  expect({ author: entry.author, licence: entry.licence }).toEqual({ author, licence });
});

test('what nobody can know is an object, and told', async () => {
  const { entry, said } = await imported(file(boxes(TREE)), 'pack/xyzzy.glb');
  expect(entry.class).toBe('object');
  expect(said).toEqual([expect.stringContaining('class object')]);
});

test('folders become tags, and the file its own provenance', async () => {
  const change = (json: any) => {
    json.asset = {
      version: '2.0',
      extras: { author: 'A. Nother', license: 'CC-BY-4.0', source: 'https://example.org' },
    };
  };
  const { entry } = await imported(file(boxes(ANIMAL), change), 'pack/farm/Cow.glb');
  expect(entry).toMatchObject({
    tags: ['farm'],
    author: 'A. Nother',
    licence: 'CC-BY-4.0',
    source: 'https://example.org',
    names: ['cow'],
  });
  expect(entry.imported?.from).toBe('pack/farm/Cow.glb');
});

test('textures and their places are kept', async () => {
  const png = encodePng({ width: 2, height: 2, pixels: new Uint8Array(16).fill(200) });
  const document = new Document();
  const buffer = document.createBuffer();
  const { positions, indices } = boxes(TREE);
  const texture = document
    .createTexture('bark')
    .setMimeType('image/png')
    .setImage(png as Uint8Array<ArrayBuffer>);
  const material = document.createMaterial('bark').setBaseColorTexture(texture).setMetallicFactor(0);
  const uvs = new Float32Array((2 * positions.length) / 3).fill(0.25);
  const accessor = (type: 'VEC2' | 'VEC3' | 'SCALAR', array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', positions))
    .setAttribute('TEXCOORD_0', accessor('VEC2', uvs))
    .setIndices(accessor('SCALAR', indices))
    .setMaterial(material);
  document.createScene().addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)));
  const { model } = await imported(await new WebIO().writeBinary(document), 'pack/Oak.glb');
  const part = model.parts[0]!;
  expect(part.material.texture?.image).toMatchObject({ width: 2, height: 2 });
  expect([...part.mesh.uvs!.subarray(0, 2)]).toEqual([0.25, 0.25]);
});

describe('what is packed is unpacked', () => {
  const plain = file(boxes(ANIMAL));

  /** The file again, compressed with an extension. */
  async function compressed(how: 'draco' | 'meshopt'): Promise<Uint8Array> {
    const io = new WebIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
      'draco3d.encoder': await draco3d.createEncoderModule(),
      'meshopt.encoder': MeshoptEncoder,
    });
    await MeshoptEncoder.ready;
    const document = await io.readBinary(plain);
    if (how === 'draco') document.createExtension(KHRDracoMeshCompression).setRequired(true);
    else document.createExtension(EXTMeshoptCompression).setRequired(true);
    return io.writeBinary(document);
  }

  test.each(['draco', 'meshopt'] as const)('%s', async (how) => {
    const bytes = await compressed(how);
    expect(new TextDecoder('latin1').decode(bytes)).toContain('extensionsRequired');
    const made = await imported(bytes);
    expect(new TextDecoder('latin1').decode(made.bytes)).not.toContain('extensionsRequired');
    const direct = await imported(plain);
    const [one, other] = [bounds(made.bytes), bounds(direct.bytes)];
    for (const axis of [0, 1, 2]) expect(one.greatest[axis]).toBeCloseTo(other.greatest[axis]!, 2);
    expect(await validate(made.bytes)).toEqual([]);
  });

  test('bytes in the text', async () => {
    const { bytes } = await imported(embedded(gltf(boxes(ANIMAL))), 'pack/Cow.gltf');
    expect(bounds(bytes)).toEqual(bounds((await imported(plain)).bytes));
  });

  test('bytes beside the file', async () => {
    const { json, binary } = gltf(boxes(ANIMAL), (json) => {
      json.buffers[0].uri = 'cow%20data.bin';
    });
    const text = new TextEncoder().encode(JSON.stringify(json));
    const read = (path: string) => (path === 'cow data.bin' ? binary : undefined);
    const { bytes } = await imported(text, 'pack/Cow.gltf', { read });
    expect(bounds(bytes)).toEqual(bounds((await imported(plain)).bytes));
  });

  test('sparse accessors', async () => {
    const { json, binary } = gltf(boxes(ANIMAL), (json) => {
      // The last corner of the tail, moved by a value of its own.
      json.accessors[0].sparse = {
        count: 1,
        indices: { bufferView: 2, componentType: 5125 },
        values: { bufferView: 3 },
      };
      const end = json.buffers[0].byteLength;
      json.bufferViews.push(
        { buffer: 0, byteOffset: end, byteLength: 4 },
        { buffer: 0, byteOffset: end + 4, byteLength: 12 },
      );
      json.buffers[0].byteLength = end + 16;
    });
    const more = new Uint8Array(binary.length + 16);
    more.set(binary);
    new DataView(more.buffer).setUint32(binary.length, 0, true);
    new Float32Array(more.buffer, binary.length + 4, 3).set([0.1, 0, -2]);
    const { bytes } = await imported(glb({ json, binary: more }));
    const { least, greatest } = bounds(bytes);
    expect(greatest[2]! - least[2]!).toBeCloseTo(2.77, 2);
  });
});

describe('what is not drawn is told', () => {
  test.each<[what: string, change: (json: any) => void, said: string]>([
    [
      'cameras',
      (json) => {
        json.cameras = [{ type: 'perspective', perspective: { yfov: 1, znear: 0.1 } }];
        json.nodes[0].camera = 0;
      },
      'a camera: not drawn',
    ],
    [
      'lamps',
      (json) => {
        json.extensionsUsed = ['KHR_lights_punctual'];
        json.extensions = { KHR_lights_punctual: { lights: [{ type: 'point' }, { type: 'spot', spot: {} }] } };
        json.nodes[0].extensions = { KHR_lights_punctual: { light: 0 } };
      },
      '2 lamps: not drawn',
    ],
    [
      'morph targets',
      (json) => {
        json.meshes[0].primitives[0].targets = [{ POSITION: 0 }];
      },
      'morph targets are left out',
    ],
    [
      'points beside triangles',
      (json) => {
        json.meshes[0].primitives.push({ mode: 0, attributes: { POSITION: 0 } });
      },
      'points and lines are left out',
    ],
    [
      'extensions',
      (json) => {
        json.extensionsUsed = ['KHR_materials_clearcoat'];
      },
      'the extension KHR_materials_clearcoat: not drawn',
    ],
  ])('%s', async (_, change, said) => {
    const made = await imported(file(boxes(ANIMAL), change));
    expect(made.said.filter((one) => !one.startsWith('unsure'))).toEqual([`asset-note: ${said}`]);
    expect(await validate(made.bytes)).toEqual([]);
  });
});

describe('hostile files', () => {
  const NAMED: Readonly<Record<string, readonly [bytes: Uint8Array, fact: RegExp]>> = {
    'no bytes': [new Uint8Array(), /neither a \.glb file nor JSON/],
    'half a file': [file(boxes(ANIMAL)).subarray(0, 200), /it claims \d+ bytes and has 200/],
    'a picture': [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), /neither a \.glb file nor JSON/],
    'glTF 1': [
      file(boxes(ANIMAL), (json) => {
        json.asset.version = '1.0';
      }),
      /asset\.version is 1\.0/,
    ],
    'no triangles': [
      file(boxes(ANIMAL), (json) => {
        json.meshes[0].primitives[0].mode = 0;
      }),
      /no triangle/,
    ],
    'a flat sheet': [file(boxes([{ at: [0, 0, 0], size: [1, 0, 1] }])), /no height/],
    'nodes in a circle': [
      file(boxes(ANIMAL), (json) => {
        json.nodes = [{ mesh: 0, children: [1] }, { children: [0] }];
      }),
      /its own ancestor/,
    ],
    'a huge accessor': [
      file(boxes(ANIMAL), (json) => {
        json.accessors[0].count = 4e9;
      }),
      /claims 4000000000 elements/,
    ],
    'many large accessors': [
      file(boxes(ANIMAL), (json) => {
        for (let n = 0; n < 20; n += 1) json.accessors.push({ ...json.accessors[0], count: 3e6 });
      }),
      /claims \d+ elements, more than are read/,
    ],
    'an index out of range': [
      file(boxes(ANIMAL), (json) => {
        json.accessors[0].count = 3;
      }),
      /index \d+ is out of the 3/,
    ],
    'a file outside': [
      file(boxes(ANIMAL), (json) => {
        json.buffers[0].uri = '../../secret.bin';
      }),
      /not a file in its folder/,
    ],
    'a hidden file outside': [
      file(boxes(ANIMAL), (json) => {
        json.buffers[0].uri = '%2e%2e/secret.bin';
      }),
      /not a file in its folder/,
    ],
    'an address': [
      file(boxes(ANIMAL), (json) => {
        json.buffers[0].uri = 'https://example.org/a.bin';
      }),
      /not a file in its folder/,
    ],
    'a missing file': [
      file(boxes(ANIMAL), (json) => {
        json.buffers[0].uri = 'gone.bin';
      }),
      /names gone\.bin, which cannot be read/,
    ],
    'KTX2 textures': [
      file(boxes(ANIMAL), (json) => {
        json.extensionsRequired = ['KHR_texture_basisu'];
      }),
      /KHR_texture_basisu, which is not read: save its textures as PNG or JPEG/,
    ],
    'damaged Draco': [
      file(boxes(ANIMAL), (json) => {
        json.extensionsUsed = json.extensionsRequired = ['KHR_draco_mesh_compression'];
        json.meshes[0].primitives[0].extensions = {
          KHR_draco_mesh_compression: { bufferView: 0, attributes: { POSITION: 0 } },
        };
      }),
      /it is damaged/,
    ],
    'a million nodes': [
      file(boxes(ANIMAL), (json) => {
        json.nodes = Array.from({ length: 30_000 }, () => ({}));
      }),
      /30000 nodes/,
    ],
  };

  test.each(Object.entries(NAMED))('%s', async (_, [bytes, fact]) => {
    const { value, diagnostics } = await importAsset(request(bytes, 'pack/Cow.glb'));
    expect(value).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['unreadable-asset']);
    expect(errors[0]!.primary).toMatchObject({ file: 'pack/Cow.glb', message: expect.stringMatching(fact) });
  });

  test('WebP textures are left out, and told', async () => {
    const change = (json: any) => {
      json.extensionsUsed = ['EXT_texture_webp'];
      json.images = [{ uri: 'data:image/webp;base64,UklGRgAAAABXRUJQ' }];
      json.textures = [{ extensions: { EXT_texture_webp: { source: 0 } } }];
      json.materials[0].pbrMetallicRoughness.baseColorTexture = { index: 0 };
    };
    const { said } = await imported(file(boxes(ANIMAL), change));
    expect(said.join('\n')).toMatch(/image 0 is left out/);
  });

  test('no flipped bytes make it throw', async () => {
    const whole = file(boxes(ANIMAL));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (flips) => {
          const bytes = whole.slice();
          for (const [at, value] of flips) bytes[at] = value;
          const { value, diagnostics } = await importAsset(request(bytes, 'pack/Cow.glb'));
          expect(value !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
