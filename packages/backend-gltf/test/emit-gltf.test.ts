// glTF files as others read them: valid, and everything where the stage has it.
import {
  fromLinear,
  harmonicIrradiance,
  type Image,
  LINEAR_OF_BYTE,
  quaternion,
  toRadians,
  type Vector3,
} from '@diorama/geometry';
import { decodeImage } from '@diorama/images';
import { makeElement } from '@diorama/scene/testing';
import { skyRadiance } from '@diorama/sky';
import { elementName, type Stage } from '@diorama/stage';
import type { Document, Primitive } from '@gltf-transform/core';
import type { InstancedMesh, Light } from '@gltf-transform/extensions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitGltf, GLTF_PAGES, type GltfOptions } from '../src/index.ts';
import { HOSTILE_NAMES, PHOTO, STAGES } from './stages.ts';
import { boxDistance, boxesOfDocument, boxesOfStage } from './support/boxes.ts';
import { boxMesh, makeBoulders, makeMaterial, makeModel, makeStage } from './support/make-stage.ts';
import { listIssues, nodeNamed, readBack, roundTrip } from './support/read-back.ts';

const WAYS: Readonly<Record<string, Partial<GltfOptions>>> = {
  glb: {},
  'glTF with files beside it': { container: 'gltf', name: 'my <scene> #1' },
  'gpu instances': { instancing: 'gpu' },
  'without a sky': { sky: 'extras' },
  quantized: { compression: 'quantize' },
  'quantized gpu instances': { compression: 'quantize', instancing: 'gpu' },
  'packed by meshopt': { compression: 'meshopt' },
};

describe.each(Object.entries(WAYS))('%s', (_, options) => {
  test.each(Object.entries(STAGES))('%s: valid, and everything in its place', async (name, make) => {
    const stage = make();
    const document = await roundTrip(stage, options);
    const boxes = boxesOfDocument(document, (element) => elementName(stage.scene, element));
    const sky = stage.scene.elements.some(({ label }) => label === 'sky') ? 'the sky' : 'sky';
    expect(boxes.delete(sky)).toBe(options.sky !== 'extras');
    // Vertices of 14 bits, and instances in single precision.
    const tolerance = options.compression ? 1e-3 : 1e-5;
    expect(boxDistance(boxes, boxesOfStage(stage)), name).toBeLessThan(tolerance);
    expectCamera(document, stage);
    expectLights(document, stage);
  });
});

function expectCamera(document: Document, { camera, scene }: Stage): void {
  const node = document
    .getRoot()
    .listNodes()
    .find((one) => one.getCamera() !== null)!;
  expect(node.getName()).toBe(scene.elements.some(({ label }) => label === 'camera') ? 'the camera' : 'camera');
  expect(node.getTranslation()).toEqual(camera.position);
  expect(node.getRotation()).toEqual(camera.rotation);
  const written = node.getCamera()!;
  expect([written.getYFov(), written.getAspectRatio()]).toEqual([toRadians(camera.fov), camera.aspect]);
  expect([written.getZNear(), written.getZFar()]).toEqual([camera.near, camera.far]);
}

/** Each light's color times its intensity is the stage's light at the camera's exposure. */
function expectLights(document: Document, { sky, lamps, camera }: Stage): void {
  const exposure = 2 ** camera.exposure;
  const expected = [
    ...(Math.max(...sky.sunIrradiance) > 0 ? [{ type: 'directional', light: sky.sunIrradiance }] : []),
    ...lamps.map(({ intensity, position }) => ({ type: 'point', light: intensity, position })),
  ];
  const nodes = document
    .getRoot()
    .listNodes()
    .filter((node) => node.getExtension('KHR_lights_punctual') !== null);
  expect(nodes.map((node) => node.getExtension<Light>('KHR_lights_punctual')!.getType())).toEqual(
    expected.map(({ type }) => type),
  );
  for (const [index, node] of nodes.entries()) {
    const light = node.getExtension<Light>('KHR_lights_punctual')!;
    const { light: wanted, type } = expected[index]!;
    expect(Math.max(...light.getColor())).toBe(1);
    for (const axis of [0, 1, 2] as const) {
      expect(light.getColor()[axis] * light.getIntensity()).toBeCloseTo(wanted[axis] * exposure, 12);
    }
    if (type === 'point') expect(node.getTranslation()).toEqual(lamps.at(index - nodes.length)?.position);
    else expectClose(quaternion.rotateVector(node.getRotation(), [0, 0, 1]), sky.sunDirection);
  }
}

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, digits = 12): void {
  expect(found.length).toBe(wanted.length);
  for (let index = 0; index < wanted.length; index += 1) expect(found[index]).toBeCloseTo(wanted[index]!, digits);
}

describe('whatever the transform, the box stands where the stage has it', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  const size = fc.double({ min: 0.01, max: 50, noNaN: true });
  const place = fc.record({
    translation: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -1000, max: 1000, noNaN: true }))),
    rotation: fc.tuple(part, part, part, part).map((q) => quaternion.normalize(q)),
    scale: fc.tuple(size, size, size),
  });
  const stageOf = (places: readonly object[]): Stage =>
    makeStage({
      elements: places.map(() => makeElement('box')),
      models: [
        makeModel(
          'box 1',
          [{ mesh: boxMesh(), material: makeMaterial() }],
          places.map((one, element) => ({ ...one, element })),
        ),
      ],
    });
  // Single precision has 24 bits for up to 1000 m, 14-bit vertices for up to 50 m.
  test.each([
    ['nodes', {}, 1e-5],
    ['gpu instances', { instancing: 'gpu' }, 2e-4],
    ['quantized', { compression: 'quantize' }, 1e-2],
  ] as const)('%s', async (_, options, tolerance) => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 5 }), async (places) => {
        const stage = stageOf(places);
        const { value } = await emitGltf(stage, { sky: 'extras', ...options });
        const document = await readBack(value);
        const boxes = boxesOfDocument(document, (element) => elementName(stage.scene, element));
        expect(boxDistance(boxes, boxesOfStage(stage))).toBeLessThan(tolerance);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is written once', () => {
  test('meshes, materials and pictures, however many nodes and models use them', async () => {
    const material = makeMaterial({ texture: { image: PHOTO, wrapU: 'repeat', wrapV: 'repeat' } });
    const mesh = boxMesh();
    const elements = Array.from({ length: 6 }, () => makeElement('box'));
    const document = await roundTrip(
      makeStage({
        elements,
        models: [0, 1].map((model) =>
          makeModel(
            `box ${model}`,
            [{ mesh, material }],
            [0, 1, 2].map((row) => ({ element: 3 * model + row })),
          ),
        ),
      }),
      { sky: 'extras' },
    );
    const root = document.getRoot();
    expect(root.listMeshes().map((one) => one.getName())).toEqual(['box 0', 'box 1', 'ground']);
    expect(root.listMaterials().map((one) => one.getName())).toEqual(['clay', 'ground']);
    expect(root.listTextures()).toHaveLength(1);
    expect(root.listTextures()[0]!.getImage()).toEqual(PHOTO.encoded!.bytes);
    // Indices, positions, normals and texture coordinates of the box; all but the last of the ground.
    expect(root.listAccessors()).toHaveLength(4 + 3);
  });

  test('100 boulders take little more than one', async () => {
    const sizeOf = async (count: number, options: Partial<GltfOptions>): Promise<number> =>
      (await emitGltf(makeStage(makeBoulders(count)), options)).value.files[0]!.bytes.length;
    const one = await sizeOf(1, {});
    expect((await sizeOf(101, {})) - one).toBeLessThan(100 * 360);
    expect((await sizeOf(101, { instancing: 'gpu' })) - one).toBeLessThan(100 * 44 + 1500);
  });

  test.each([65_534, 65_535])('indices of %i vertices are as narrow as may be', async (count) => {
    const fan = {
      positions: Float32Array.from({ length: 3 * count }, (_, index) => (index * 7919) % 1000),
      normals: Float32Array.from({ length: 3 * count }, (_, index) => (index % 3 === 1 ? 1 : 0)),
      indices: Uint32Array.from([0, 1, count - 1]),
    };
    const document = await roundTrip(
      makeStage({
        elements: [makeElement('box')],
        models: [makeModel('box 1', [{ mesh: fan, material: makeMaterial() }], [{ element: 0 }])],
      }),
    );
    const [primitive] = nodeNamed(document, 'box 1').getMesh()!.listPrimitives();
    expect(primitive!.getIndices()!.getArray()).toBeInstanceOf(count < 65_535 ? Uint16Array : Uint32Array);
  });
});

describe('materials', () => {
  const materialOf = async (name: string) => {
    const document = await roundTrip(STAGES[name]!(), { sky: 'extras' });
    return document
      .getRoot()
      .listMaterials()
      .filter((one) => one.getName() !== 'ground');
  };

  test('a cut-out is masked, double-sided, and its picture wraps as it should', async () => {
    const [leaf] = await materialOf('leaves with clear pixels');
    expect([leaf!.getAlphaMode(), leaf!.getAlphaCutoff(), leaf!.getDoubleSided()]).toEqual(['MASK', 0.5, true]);
    const info = leaf!.getBaseColorTextureInfo()!;
    expect([info.getWrapS(), info.getWrapT()]).toEqual([33_071, 33_648]);
  });

  test('what is matte has no highlight; what is not keeps it', async () => {
    const materials = await materialOf('every kind of shape, and water');
    expect(materials.map((one) => one.getExtension('KHR_materials_specular') !== null)).toEqual(
      materials.map(() => false),
    );
    const [matte] = await materialOf('a box');
    expect(
      matte!.getExtension<import('@gltf-transform/extensions').Specular>('KHR_materials_specular')!.getSpecularFactor(),
    ).toBe(0);
  });

  test('emission is as bright as the exposure makes it', async () => {
    const [dim, bright] = await materialOf('vertex colors, and what gives light');
    expectClose(dim!.getEmissiveFactor(), [0.2, 0.4, 0.6]);
    expect(bright!.getEmissiveFactor()).toEqual([1, 0.5, 0]);
    const strength = bright!.getExtension<import('@gltf-transform/extensions').EmissiveStrength>(
      'KHR_materials_emissive_strength',
    );
    expect(strength!.getEmissiveStrength()).toBe(8);
  });
});

describe('what nodes say of themselves', () => {
  test('kind, label, asset, id, place in the source, annotations', async () => {
    const stage = makeStage({
      elements: [
        makeElement('tree', {
          label: 'oak',
          origin: { file: 'a.dio', start: 0, end: 1 },
          annotations: { confidence: 0.5 },
        }),
        makeElement('tree'),
      ],
      models: [
        {
          ...makeModel('tree/oak#0', [{ mesh: boxMesh(), material: makeMaterial() }], [{ element: 0 }, { element: 1 }]),
          asset: 'tree/oak#0',
        },
      ],
    });
    const document = await roundTrip(stage, { locate: ({ file, start }) => `${file}:${start + 1}` });
    expect(nodeNamed(document, 'oak').getExtras()).toEqual({
      kind: 'tree',
      label: 'oak',
      asset: 'tree/oak#0',
      id: 2,
      origin: 'a.dio:1',
      annotations: { confidence: 0.5 },
    });
    expect(nodeNamed(document, 'tree 2').getExtras()).toEqual({ kind: 'tree', asset: 'tree/oak#0', id: 3 });
    expect(nodeNamed(document, 'ground').getExtras()).toEqual({ kind: 'ground', id: 1 });
    const instanced = await roundTrip(stage, { instancing: 'gpu' });
    const batch = nodeNamed(instanced, 'tree/oak#0 ×2');
    expect(batch.getExtras()).toEqual({ kind: 'tree', asset: 'tree/oak#0', labels: { oak: 0 } });
    expect(batch.getExtension<InstancedMesh>('EXT_mesh_gpu_instancing')!.getAttribute('_ELEMENT')!.getArray()).toEqual(
      Float32Array.from([0, 1]),
    );
  });

  test('nodes come in the program’s order, the ground first', async () => {
    const document = await roundTrip(makeStage(makeBoulders(20, 3)), { sky: 'extras' });
    const names = document
      .getRoot()
      .listNodes()
      .map((node) => node.getName());
    const boulders = Array.from({ length: 20 }, (_, index) => `boulder ${index + 1}`);
    expect(names).toEqual(['camera', 'sun', 'ground', ...boulders]);
  });

  test('hostile names are what they were', async () => {
    const { value } = await emitGltf(STAGES['hostile names']!(), { container: 'gltf', name: 'a/b\ud800' });
    const json = JSON.parse(new TextDecoder().decode(value.files[0]!.bytes));
    const names = json.nodes.map(({ name }: { name?: string }) => name ?? '');
    expect(names.slice(-HOSTILE_NAMES.length)).toEqual(HOSTILE_NAMES);
    expect(json.asset.copyright).toBe(HOSTILE_NAMES.join(''));
    expect(value.files.map(({ name }) => name)).toEqual([
      'a/b\ud800.gltf',
      'a/b\ud800.bin',
      'a/b\ud800-1.png',
      'a/b\ud800-2.png',
    ]);
    expect(json.buffers[0].uri).toBe('a%2Fb%EF%BF%BD.bin');
  });

  test('the scene holds what glTF has no place for', async () => {
    const stage = STAGES['haze at sunset']!();
    const extras = (await roundTrip(stage)).getRoot().listScenes()[0]!.getExtras();
    expect(extras).toEqual({
      program: stage.scene.settings.name,
      seed: stage.scene.settings.seed,
      exposure: 0,
      sky: stage.sky.parameters,
      sunDirection: stage.sky.sunDirection,
      ambient: stage.ambient,
      haze: stage.haze,
    });
    expect(harmonicIrradiance(extras.ambient as number[], [0, 1, 0])).toEqual(
      harmonicIrradiance(stage.ambient, [0, 1, 0]),
    );
  });
});

describe('the sky', () => {
  test('is seen from inside, within the far plane, and carries the sun’s disc', async () => {
    const stage = makeStage({ sky: { sunElevation: 30, sunAzimuth: 40, sunSize: 1 } });
    const sky = nodeNamed(await roundTrip(stage), 'sky');
    expect(sky.getTranslation()).toEqual(stage.camera.position);
    const [dome, disc] = sky.getMesh()!.listPrimitives();
    for (const primitive of [dome!, disc!]) {
      const positions = primitive.getAttribute('POSITION')!;
      const at = (index: number): Vector3 => positions.getElement(index, []) as unknown as Vector3;
      const indices = primitive.getIndices()!.getArray()!;
      for (let index = 0; index < indices.length; index += 3) {
        const [a, b, c] = [at(indices[index]!), at(indices[index + 1]!), at(indices[index + 2]!)];
        expect(determinant(a, b, c)).toBeLessThan(0);
        expect(Math.hypot(...a)).toBeLessThan(stage.camera.far);
      }
    }
    const middle = disc!.getAttribute('POSITION')!.getElement(0, []) as unknown as Vector3;
    const rim = disc!.getAttribute('POSITION')!.getElement(disc!.getAttribute('POSITION')!.getCount() - 1, []);
    const length = Math.hypot(...middle);
    expectClose(
      middle.map((part) => part / length),
      stage.sky.sunDirection,
      6,
    );
    const cosine = middle.reduce((sum, part, axis) => sum + (part / length) * (rim[axis]! / length), 0);
    expect((Math.acos(cosine) * 360) / Math.PI).toBeCloseTo(1, 2);
  });
});

describe('the sky’s picture', () => {
  const DIRECTIONS: readonly Vector3[] = [
    [0, 1, 0],
    [0.6, 0.8, 0],
    [-0.48, 0.6, 0.64],
    [0.8, 0.0001, -0.6],
    [-0.6, 0.02, -0.7997499],
    [0, -0.1, 0.994987],
    [0, -0.8, 0.6],
  ];
  test.each([
    ['clear', undefined],
    ['hazy', { density: 0.002, color: [0.3, 0.1, 0.2], ceiling: 100 }],
  ] as const)('%s: shows what the camera would see', async (_, haze) => {
    const stage = makeStage({
      camera: { exposure: -3 },
      sky: { sunElevation: 20, sunAzimuth: 70 },
      stage: haze === undefined ? {} : { haze },
    });
    const [primitive] = nodeNamed(await roundTrip(stage), 'sky')
      .getMesh()!
      .listPrimitives();
    const image = decodeImage(primitive!.getMaterial()!.getBaseColorTexture()!.getImage()!) as Image;
    for (const direction of DIRECTIONS) {
      const y = direction[1];
      const path = y <= 0 ? stage.camera.far : Math.min(stage.camera.far, 100 / y);
      const clear = haze === undefined ? 1 : Math.exp(-0.002 * path);
      const expected = skyRadiance(stage.sky, direction).map(
        (part, axis) => (part * clear + (haze?.color[axis] ?? 0) * (1 - clear)) / 8,
      );
      const found = seenAlong(primitive!, direction, image) as Vector3;
      // A byte more or less, or two: the picture has as many pixels as the sky's table, in sRGB.
      for (const axis of [0, 1, 2] as const) {
        expect(Math.abs(found[axis] - fromLinear(expected as never)[axis]), `${direction} ${axis}`).toBeLessThan(4);
      }
    }
  });
});

/** The pixel of the dome's picture that is seen from its middle in a direction, linearly between pixels. */
function seenAlong(dome: Primitive, direction: Vector3, { width, height, pixels }: Image): readonly number[] {
  const positions = dome.getAttribute('POSITION')!;
  const uvs = dome.getAttribute('TEXCOORD_0')!;
  const indices = dome.getIndices()!.getArray()!;
  const at = (index: number): Vector3 => positions.getElement(indices[index]!, []) as unknown as Vector3;
  for (let index = 0; index < indices.length; index += 3) {
    const [a, b, c] = [at(index), at(index + 1), at(index + 2)];
    const whole = determinant(a, b, c);
    const shares = [determinant(direction, b, c), determinant(a, direction, c), determinant(a, b, direction)].map(
      (part) => part / whole,
    );
    if (shares.some((share) => share < -1e-12)) continue;
    const sum = shares.reduce((total, share) => total + share, 0);
    const [u, v] = [0, 1].map((axis) =>
      shares.reduce(
        (total, share, corner) => total + (share / sum) * uvs.getElement(indices[index + corner]!, [])[axis]!,
        0,
      ),
    );
    const texel = (size: number, part: number) => Math.max(0, Math.min(size - 1.001, part * size - 0.5));
    const [x, y] = [texel(width, u!), texel(height, v!)];
    const pixel = (column: number, row: number, axis: number) =>
      LINEAR_OF_BYTE[pixels[4 * (row * width + column) + axis]!]!;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const linear = [0, 1, 2].map((axis) => {
      const upper = pixel(left, top, axis) * (1 - x + left) + pixel(left + 1, top, axis) * (x - left);
      const lower = pixel(left, top + 1, axis) * (1 - x + left) + pixel(left + 1, top + 1, axis) * (x - left);
      return upper * (1 - y + top) + lower * (y - top);
    });
    return fromLinear(linear as unknown as Vector3);
  }
  throw new Error('the dome has no hole');
}

/** Less than 0: anticlockwise as the origin sees it. */
function determinant([a, b, c]: Vector3, [d, e, f]: Vector3, [g, h, i]: Vector3): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

describe('what glTF cannot say', () => {
  test('haze is told where it is written, once', async () => {
    const { diagnostics } = await emitGltf(STAGES['haze at sunset']!());
    expect(diagnostics.map(({ code, severity, primary }) => [code, severity, primary.file, primary.start])).toEqual([
      ['gltf-no-haze', 'warning', 'a.dio', 3],
    ]);
    expect(GLTF_PAGES.map(({ code }) => code)).toEqual(['gltf-no-haze']);
  });

  test.each(Object.keys(STAGES).filter((name) => !name.includes('haze')))('nothing is lost of %s', async (name) => {
    expect((await emitGltf(STAGES[name]!(), { sky: 'extras' })).diagnostics).toEqual([]);
  });
});

test.each(Object.entries(WAYS))('the same stage, the same bytes: %s', async (_, options) => {
  const write = async () => (await emitGltf(makeStage(makeBoulders(50, 3)), options)).value;
  expect(await write()).toEqual(await write());
});

test('the validator is asked indeed: it finds a fault that is put in', async () => {
  const bad = { ...boxMesh(), normals: new Float32Array(72) };
  const stage = makeStage({
    elements: [makeElement('box')],
    models: [makeModel('box 1', [{ mesh: bad, material: makeMaterial() }], [{ element: 0 }])],
  });
  expect((await listIssues((await emitGltf(stage)).value)).join()).toMatch(/NON_UNIT/);
});

test.each(Object.entries(WAYS))('%s: what was kept gives the same bytes as what is new', async (_, options) => {
  for (const make of Object.values(STAGES)) {
    const stage = make();
    const first = await emitGltf(stage, options);
    expect(await emitGltf(stage, options)).toEqual(first);
    expect(await emitGltf(structuredClone(stage), options)).toEqual(first);
  }
});
