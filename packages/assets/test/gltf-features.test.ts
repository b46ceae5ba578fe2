// What glTF files of others carry: textures and where they lie, quantized and compressed vertices, files beside files, skins.
import type { Unreadable, World } from '@diorama/diagnostics';
import { type Image, type Material, type Mesh, meshBounds } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { makeElement, makeScene } from '@diorama/scene/testing';
import { stageScene } from '@diorama/stage';
import { Document, Logger, NodeIO, type Primitive, type TypedArray } from '@gltf-transform/core';
import {
  ALL_EXTENSIONS,
  EXTMeshoptCompression,
  KHRMaterialsEmissiveStrength,
  KHRMaterialsUnlit,
  KHRTextureTransform,
} from '@gltf-transform/extensions';
import { quantize, reorder } from '@gltf-transform/functions';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import { beforeAll, describe, expect, test } from 'vitest';
import { createLibrary } from '../src/create-library.ts';
import { prepareDecoders } from '../src/read-gltf/meshopt.ts';
import { openFolder } from '../src/read-gltf/open-folder.ts';
import { readAsset } from '../src/read-gltf/read-asset.ts';

beforeAll(async () => {
  await Promise.all([prepareDecoders(), MeshoptDecoder.ready, MeshoptEncoder.ready]);
});

/** Red, green; blue, white. */
const PICTURE: Image = {
  width: 2,
  height: 2,
  pixels: Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]),
};

/** A wall of 2 × 2 m that looks along +z: its corners from the top left, row by row. */
const WALL = [-1, 2, 0, 1, 2, 0, -1, 0, 0, 1, 0, 0];
const WALL_UVS = [0, 0, 1, 0, 0, 1, 1, 1];
const WALL_COLORS = [1, 1, 1, 0.5, 0.25, 1, 0, 1, 0, 1, 1, 1];

interface Wall {
  readonly document: Document;
  readonly primitive: Primitive;
}

function wall(): Wall {
  const document = new Document().setLogger(new Logger(Logger.Verbosity.WARN));
  const buffer = document.createBuffer('wall');
  const accessor = (type: 'VEC2' | 'VEC3' | 'SCALAR', array: TypedArray) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const texture = document.createTexture('picture').setImage(encodePng(PICTURE)).setMimeType('image/png');
  const material = document
    .createMaterial('wall')
    .setBaseColorTexture(texture)
    .setBaseColorFactor([0.5, 1, 0.25, 1])
    .setMetallicFactor(0)
    .setRoughnessFactor(0.7);
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setAttribute('POSITION', accessor('VEC3', Float32Array.from(WALL)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', Float32Array.from(WALL_UVS)))
    .setAttribute('COLOR_0', accessor('VEC3', Float32Array.from(WALL_COLORS)))
    .setAttribute('NORMAL', accessor('VEC3', Float32Array.from([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1])))
    .setIndices(accessor('SCALAR', Uint16Array.from([0, 2, 1, 1, 2, 3])));
  const node = document.createNode().setMesh(document.createMesh().addPrimitive(primitive));
  document.createScene().addChild(node);
  return { document, primitive };
}

async function write({ document }: Wall): Promise<Uint8Array> {
  return await new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder })
    .writeBinary(document);
}

async function read(one: Wall): Promise<{ mesh: Mesh; material: Material; facts: readonly string[] }> {
  const { value, diagnostics } = readAsset('wall.glb', await write(one), () => undefined);
  const facts = diagnostics.map(({ severity, primary }) => `${severity}: ${primary.message}`);
  const part = value?.model.parts[0];
  if (part === undefined) throw new Error(facts.join('\n'));
  return { ...part, facts };
}

/** The vertices, each as its numbers, in an order that does not depend on the file's. */
function vertices({ positions, uvs, colors }: Mesh): readonly (readonly number[])[] {
  const rows = Array.from({ length: positions.length / 3 }, (_, index) => [
    ...positions.subarray(3 * index, 3 * index + 3),
    ...(uvs?.subarray(2 * index, 2 * index + 2) ?? []),
    ...[...(colors?.subarray(4 * index, 4 * index + 4) ?? [])].map((part) => part / 65535),
  ]);
  return rows.sort((a, b) => Math.round(2 * b[1]!) - Math.round(2 * a[1]!) || a[0]! - b[0]!);
}

describe('a textured primitive', () => {
  test('keeps its picture, its coordinates, and factor and vertex colors apart', async () => {
    const { mesh, material, facts } = await read(wall());
    expect(facts).toEqual([]);
    expect(material).toMatchObject({ name: 'wall', color: [0.5, 1, 0.25], roughness: 0.7, metallic: 0 });
    const { image, wrapU, wrapV } = material.texture!;
    expect([image.width, image.height, ...image.pixels]).toEqual([2, 2, ...PICTURE.pixels]);
    expect([wrapU, wrapV]).toEqual(['repeat', 'repeat']);
    expect([...mesh.uvs!]).toEqual(WALL_UVS);
    // 0.5 of 65535, rounded.
    expect([...mesh.colors!.subarray(0, 8)]).toEqual([65535, 65535, 65535, 65535, 32768, 16384, 65535, 65535]);
  });
  const wraps = [
    [10497, 'repeat'],
    [33071, 'clamp'],
    [33648, 'mirror'],
  ] as const;
  test.each(wraps)('wrap mode %i is %s', async (code, name) => {
    const one = wall();
    one.primitive.getMaterial()!.getBaseColorTextureInfo()!.setWrapS(code).setWrapT(33071);
    const { material } = await read(one);
    expect(material.texture).toMatchObject({ wrapU: name, wrapV: 'clamp' });
  });
  test('KHR_texture_transform scales, turns and moves, in that order', async () => {
    const one = wall();
    const transform = one.document
      .createExtension(KHRTextureTransform)
      .createTransform()
      .setOffset([0.5, 0.25])
      .setRotation(Math.PI / 2)
      .setScale([2, 3]);
    one.primitive.getMaterial()!.getBaseColorTextureInfo()!.setExtension('KHR_texture_transform', transform);
    const { uvs } = (await read(one)).mesh;
    for (const corner of [0, 1, 2, 3]) {
      const [u, v] = [WALL_UVS[2 * corner]!, WALL_UVS[2 * corner + 1]!];
      expect(uvs![2 * corner]).toBeCloseTo(3 * v + 0.5, 5);
      expect(uvs![2 * corner + 1]).toBeCloseTo(-2 * u + 0.25, 5);
    }
  });
});

describe('packed vertices', () => {
  const expectWall = async (one: Wall) => {
    const [plain, packed] = [await read(wall()), await read(one)];
    expect(packed.facts).toEqual([]);
    const [wanted, found] = [vertices(plain.mesh), vertices(packed.mesh)];
    expect(found.length).toBe(wanted.length);
    for (const [index, row] of wanted.entries()) {
      for (const [place, number] of row.entries()) expect(Math.abs(found[index]![place]! - number)).toBeLessThan(0.005);
    }
    // It still looks along +z.
    expect(packed.mesh.normals[2]).toBeCloseTo(1, 2);
    expect(packed.mesh.indices.length).toBe(6);
  };
  test('KHR_mesh_quantization', async () => {
    const one = wall();
    await one.document.transform(quantize({ quantizeTexcoord: 12, quantizePosition: 14 }));
    expect(one.primitive.getAttribute('POSITION')!.getComponentSize()).toBe(2);
    await expectWall(one);
  });
  test.each(['quantize', 'filter'] as const)('EXT_meshopt_compression: %s', async (method) => {
    const one = wall();
    await one.document.transform(reorder({ encoder: MeshoptEncoder }), quantize({ quantizePosition: 14 }));
    one.document
      .createExtension(EXTMeshoptCompression)
      .setRequired(true)
      .setEncoderOptions({
        method:
          method === 'filter'
            ? EXTMeshoptCompression.EncoderMethod.FILTER
            : EXTMeshoptCompression.EncoderMethod.QUANTIZE,
      });
    await expectWall(one);
  });
});

describe('triangles', () => {
  // Around the middle: a strip goes left and right by turns, a fan around its first corner.
  const orders = [
    [5, [2, 3, 0, 1]],
    [6, [2, 3, 1, 0]],
  ] as const;
  test.each(orders)('of mode %i all look the same way', async (mode, order) => {
    const one = wall();
    one.primitive.setMode(mode).setAttribute('NORMAL', null).getIndices()!.setArray(Uint16Array.from(order));
    const { mesh } = await read(one);
    expect(mesh.indices.length).toBe(6);
    for (let at = 0; at < mesh.normals.length; at += 3) expect(mesh.normals[at + 2]).toBeCloseTo(1, 6);
  });
  test('keep their outside under a mirror, as do their normals', async () => {
    const one = wall();
    one.document.getRoot().listNodes()[0]!.setScale([-1, 1, 1]);
    const { mesh } = await read(one);
    const [a, b, c] = [0, 1, 2].map((corner) => 3 * mesh.indices[corner]!) as [number, number, number];
    const { positions } = mesh;
    const turn =
      (positions[b]! - positions[a]!) * (positions[c + 1]! - positions[a + 1]!) -
      (positions[b + 1]! - positions[a + 1]!) * (positions[c]! - positions[a]!);
    expect(turn).toBeGreaterThan(0);
    expect(mesh.normals[2]).toBeCloseTo(1, 6);
  });
});

test('a skin at rest: each vertex goes where its joints are, through their inverse bind matrices', async () => {
  const one = wall();
  const { document, primitive } = one;
  const buffer = document.getRoot().listBuffers()[0]!;
  const accessor = (type: 'VEC4' | 'MAT4', array: TypedArray) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  // The upper corners hang on a joint that was bound at a height of 2 m and stands at 5 m now.
  primitive.setAttribute(
    'JOINTS_0',
    accessor('VEC4', Uint8Array.from([1, 0, 0, 0, 1, 0, 0, 0, ...new Array(8).fill(0)])),
  );
  primitive.setAttribute(
    'WEIGHTS_0',
    accessor(
      'VEC4',
      Float32Array.from({ length: 16 }, (_, at) => (at % 4 === 0 ? 1 : 0)),
    ),
  );
  const bind = (y: number) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -y, 0, 1];
  const [foot, top] = [document.createNode('foot'), document.createNode('top').setTranslation([0, 5, 0])];
  const skin = document
    .createSkin()
    .addJoint(foot)
    .addJoint(top)
    .setInverseBindMatrices(accessor('MAT4', Float32Array.from([...bind(0), ...bind(2)])));
  document.getRoot().listNodes()[0]!.setSkin(skin).setTranslation([100, 100, 100]);
  document.getRoot().listScenes()[0]!.addChild(foot).addChild(top);
  const { mesh } = await read(one);
  // Two metres wide and five high.
  expect(meshBounds(mesh)!.greatest[0]).toBeCloseTo(0.2, 5);
});

describe('light of its own', () => {
  test('is kept where the whole surface gives it off', async () => {
    const one = wall();
    const strength = one.document.createExtension(KHRMaterialsEmissiveStrength).createEmissiveStrength();
    one.primitive
      .getMaterial()!
      .setEmissiveFactor([0.5, 0.25, 0])
      .setExtension('KHR_materials_emissive_strength', strength.setEmissiveStrength(4));
    const { material, facts } = await read(one);
    expect(material.emissive).toEqual([2, 1, 0]);
    expect(facts).toEqual([]);
  });
  test('a texture of it is left out with a note', async () => {
    const one = wall();
    const texture = one.document.getRoot().listTextures()[0]!;
    one.primitive.getMaterial()!.setEmissiveFactor([1, 1, 1]).setEmissiveTexture(texture);
    const { material, facts } = await read(one);
    expect(material.emissive).toBeUndefined();
    expect(facts).toEqual(['note: a texture of light is left out, and what it makes shine with it']);
  });
  test('an unlit material is lit, with a note', async () => {
    const one = wall();
    const unlit = one.document.createExtension(KHRMaterialsUnlit).createUnlit();
    one.primitive.getMaterial()!.setExtension('KHR_materials_unlit', unlit);
    const { material, facts } = await read(one);
    expect(material).toMatchObject({ roughness: 1, metallic: 0 });
    expect(facts).toEqual(['note: an unlit material is lit as any other']);
  });
});

function folder(files: Readonly<Record<string, Uint8Array>>): World {
  const missing: Unreadable = { unreadable: 'no such file' };
  return {
    readText: () => missing,
    readBytes: (file) => files[file] ?? missing,
    resolve: (from, path) => `${from.replace(/[^/]*$/, '')}${path}`,
  };
}

describe('folders', () => {
  test('a .gltf file finds its .bin and its .png beside itself', async () => {
    const { json, resources } = await new NodeIO().writeJSON(wall().document, { basename: 'wall' });
    expect(Object.keys(resources).length).toBe(2);
    const files = Object.fromEntries(Object.entries(resources).map(([name, bytes]) => [`my/${name}`, bytes]));
    const world = folder({ ...files, 'my/StoneWall.gltf': new TextEncoder().encode(JSON.stringify(json)) });
    const { value, diagnostics } = openFolder(world, 'my', ['StoneWall.gltf', ...Object.keys(resources)]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['asset-note']);
    const model = value.species[0]!.build({} as never);
    expect(model).toMatchObject({
      parts: [{ material: { name: 'wall', texture: { image: { width: 2, height: 2 } } } }],
    });
  });

  /** Its head is in order, and its indices point at nothing. */
  const damaged = async (): Promise<Uint8Array> => {
    const one = wall();
    one.primitive.getIndices()!.setArray(Uint16Array.from([0, 2, 1, 1, 2, 99]));
    return await write(one);
  };
  test('a file whose damage shows only when it is built is an error where it is used', async () => {
    const { value, diagnostics } = openFolder(folder({ 'my/Boulder.glb': await damaged() }), 'my', ['Boulder.glb']);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['note']);
    const library = createLibrary({ folders: [value] });
    const choice = library.choose({
      kind: 'boulder',
      variant: 0,
      appearance: { kind: 'asset', id: 'boulder/boulder' },
    });
    if (choice.kind !== 'asset') throw new Error(choice.reason);
    const reason = 'my/Boulder.glb: index 99 is out of the 4 vertices';
    expect(library.build(choice)).toEqual({ kind: 'missing', reason, candidates: [] });
    const scene = makeScene({
      elements: [makeElement('boulder', { appearance: { kind: 'asset', id: 'boulder/boulder' } })],
    });
    const errors = stageScene(scene, library).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBe(1);
    expect(JSON.stringify(errors[0])).toContain(reason);
  });
});
