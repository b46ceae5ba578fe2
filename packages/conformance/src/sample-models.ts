// Makes a folder of glTF files as people have them: textures, leaves cut out by alpha, a rig, centimetres, vertex colors,
// mirrored parts. They stand for models that this project did not make.

import { memoryWorld } from '@diorama/compiler';
import type { World } from '@diorama/diagnostics';
import { cosDegrees, quaternion, sinDegrees } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { type Accessor, Document, type Material, type Node, type Primitive, WebIO } from '@gltf-transform/core';

/** A world in which the folder `models` has the files that `listing` names. */
export interface SampleModels {
  readonly world: World;
  readonly folder: string;
  readonly listing: readonly string[];
}

export async function makeSampleModels(): Promise<SampleModels> {
  const files: Record<string, Uint8Array | string> = {
    'crate.glb': await write(makeCrate()),
    'leaf-cards.glb': await write(makeLeafCards()),
    'bent-post.glb': await write(makeBentPost()),
    'painted.glb': await write(makePainted()),
    'mirrored.glb': await write(makeMirrored()),
    'assets.json': JSON.stringify({
      assets: [
        { file: 'crate.glb', class: 'object', species: 'crate' },
        { file: 'leaf-cards.glb', class: 'bush', species: 'leaf-cards' },
        { file: 'bent-post.glb', class: 'object', species: 'bent-post' },
        { file: 'painted.glb', class: 'boulder', species: 'painted' },
        { file: 'mirrored.glb', class: 'object', species: 'mirrored' },
      ],
    }),
  };
  const inFolder = Object.fromEntries(Object.entries(files).map(([name, content]) => [`models/${name}`, content]));
  return { world: memoryWorld(inFolder), folder: 'models', listing: Object.keys(files) };
}

async function write(document: Document): Promise<Uint8Array> {
  return await new WebIO().writeBinary(document);
}

/** A box of boards; its front, left and top look different, so that a turned texture would show. */
function makeCrate(): Document {
  const document = new Document();
  const material = document
    .createMaterial('boards')
    .setBaseColorTexture(paint(document, 64, (u, v) => [160 + 60 * u, 120 - 50 * v, (u * 8) % 1 < 0.12 ? 20 : 70, 255]))
    .setRoughnessFactor(1)
    .setMetallicFactor(0);
  addNode(document, 'crate').setMesh(
    document.createMesh().addPrimitive(box(document, material, [1, 1, 1], [0, 0.5, 0])),
  );
  return document;
}

/** Three crossed cards with leaves that are cut out. */
function makeLeafCards(): Document {
  const document = new Document();
  const leaf = (u: number, v: number) => {
    const [x, y] = [(u * 3) % 1, (v * 3) % 1];
    return Math.abs(x - 0.5) < 0.4 * Math.sqrt(Math.max(0, y * (1 - y) * 4)) * (1 - 0.5 * y) ? 255 : 0;
  };
  const material = document
    .createMaterial('leaves')
    .setBaseColorTexture(paint(document, 96, (u, v) => [60 + 60 * v, 110 + 40 * u, 40, leaf(u, v)]))
    .setAlphaMode('MASK')
    .setAlphaCutoff(0.5)
    .setDoubleSided(true)
    .setRoughnessFactor(1)
    .setMetallicFactor(0);
  for (const [index, degrees] of [0, 60, 120].entries()) {
    addNode(document, `card ${index}`)
      .setRotation([...quaternion.fromYaw(degrees)])
      .setMesh(document.createMesh().addPrimitive(card(document, material)));
  }
  return document;
}

/** How far a joint bends the post, degrees. */
const BEND = 35;

/** A post in centimetres whose upper half a joint has bent. */
function makeBentPost(): Document {
  const document = new Document();
  const material = document
    .createMaterial('wood')
    .setBaseColorFactor([0.3, 0.16, 0.07, 1])
    .setRoughnessFactor(1)
    .setMetallicFactor(0);
  const primitive = box(document, material, [20, 75, 20], [0, 37.5, 0]);
  const upper = box(document, material, [16, 75, 16], [0, 112.5, 0]);
  const foot = addNode(document, 'foot');
  const knee = document
    .createNode('knee')
    .setTranslation([0, 75, 0])
    .setRotation([0, 0, sinDegrees(BEND / 2), cosDegrees(BEND / 2)]);
  foot.addChild(knee);
  const matrices = new Float32Array(32);
  for (const joint of [0, 1]) for (const axis of [0, 1, 2, 3]) matrices[16 * joint + 5 * axis] = 1;
  matrices[16 + 13] = -75;
  const skin = document
    .createSkin()
    .addJoint(foot)
    .addJoint(knee)
    .setInverseBindMatrices(accessor(document, 'MAT4', matrices));
  for (const [joint, part] of [primitive, upper].entries()) {
    const count = part.getAttribute('POSITION')?.getCount() ?? 0;
    const joints = new Uint8Array(4 * count);
    const weights = new Float32Array(4 * count);
    for (let vertex = 0; vertex < count; vertex += 1) {
      joints[4 * vertex] = joint;
      weights[4 * vertex] = 1;
    }
    part.setAttribute('JOINTS_0', accessor(document, 'VEC4', joints));
    part.setAttribute('WEIGHTS_0', accessor(document, 'VEC4', weights));
  }
  addNode(document, 'post').setMesh(document.createMesh().addPrimitive(primitive).addPrimitive(upper)).setSkin(skin);
  return document;
}

/** A lump with a color at each vertex. */
function makePainted(): Document {
  const document = new Document();
  const material = document.createMaterial('paint').setRoughnessFactor(1).setMetallicFactor(0);
  const primitive = box(document, material, [1.4, 1, 0.9], [0.3, 2, -0.2]);
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0;
  const colors = new Float32Array(4 * count).map((_, index) => (index % 4 === 3 ? 1 : ((index * 7919) % 97) / 97));
  primitive.setAttribute('COLOR_0', accessor(document, 'VEC4', colors));
  addNode(document, 'lump').setMesh(document.createMesh().addPrimitive(primitive));
  return document;
}

/** An arch whose right half is its left half mirrored, under nodes that turn and scale. */
function makeMirrored(): Document {
  const document = new Document();
  const stone = document
    .createMaterial('stone')
    .setBaseColorFactor([0.4, 0.38, 0.33, 1])
    .setRoughnessFactor(1)
    .setMetallicFactor(0);
  const band = document
    .createMaterial('band')
    .setBaseColorFactor([0.5, 0.12, 0.1, 1])
    .setRoughnessFactor(1)
    .setMetallicFactor(0);
  const half = document
    .createMesh()
    .addPrimitive(box(document, stone, [0.4, 2, 0.5], [0.8, 1, 0]))
    .addPrimitive(box(document, band, [1, 0.3, 0.4], [0.5, 2.15, 0.02]));
  const top = addNode(document, 'arch').setScale([2.5, 2.5, 2.5]).setTranslation([4, -1, 2]);
  top.addChild(document.createNode('left').setMesh(half));
  top.addChild(document.createNode('right').setMesh(half).setScale([-1, 1, 1]));
  return document;
}

function addNode(document: Document, name: string): Node {
  const scene = document.getRoot().listScenes()[0] ?? document.createScene();
  const node = document.createNode(name);
  scene.addChild(node);
  return node;
}

function paint(document: Document, size: number, color: (u: number, v: number) => readonly number[]) {
  const pixels = Uint8Array.from({ length: 4 * size * size }, (_, index) => {
    const pixel = index >> 2;
    const parts = color(((pixel % size) + 0.5) / size, (Math.floor(pixel / size) + 0.5) / size);
    return Math.round(parts[index & 3] ?? 0);
  });
  const png = new Uint8Array(encodePng({ width: size, height: size, pixels }));
  return document.createTexture().setImage(png).setMimeType('image/png');
}

function accessor(
  document: Document,
  type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4' | 'MAT4',
  array: Float32Array | Uint8Array | Uint16Array,
): Accessor {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer();
  return document
    .createAccessor()
    .setType(type)
    .setBuffer(buffer)
    .setArray(array as Float32Array<ArrayBuffer>);
}

/** A quad of 1 × 1 on the ground, facing +Z. */
function card(document: Document, material: Material): Primitive {
  return document
    .createPrimitive()
    .setMaterial(material)
    .setAttribute('POSITION', accessor(document, 'VEC3', Float32Array.of(-0.5, 0, 0, 0.5, 0, 0, 0.5, 1, 0, -0.5, 1, 0)))
    .setAttribute('NORMAL', accessor(document, 'VEC3', Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1)))
    .setAttribute('TEXCOORD_0', accessor(document, 'VEC2', Float32Array.of(0, 1, 1, 1, 1, 0, 0, 0)))
    .setIndices(accessor(document, 'SCALAR', Uint16Array.of(0, 1, 2, 0, 2, 3)));
}

type Triple = readonly [x: number, y: number, z: number];

/** A box around a centre, four vertices a face. */
function box(document: Document, material: Material, size: Triple, center: Triple): Primitive {
  const positions: number[] = [];
  const normals: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (const axis of [0, 1, 2]) {
    for (const side of [-1, 1]) {
      const first = positions.length / 3;
      // Two other axes, in an order that makes corners counter-clockwise seen from outside.
      const [a, b] = side === 1 ? [(axis + 1) % 3, (axis + 2) % 3] : [(axis + 2) % 3, (axis + 1) % 3];
      for (const [u, v] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const) {
        const corner = [0, 0, 0];
        corner[axis] = side;
        corner[a as number] = 2 * u - 1;
        corner[b as number] = 2 * v - 1;
        positions.push(...corner.map((part, index) => (center[index] ?? 0) + (part * (size[index] ?? 0)) / 2));
        normals.push(...[0, 1, 2].map((index) => (index === axis ? side : 0)));
        uvs.push(u, 1 - v);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  return document
    .createPrimitive()
    .setMaterial(material)
    .setAttribute('POSITION', accessor(document, 'VEC3', Float32Array.from(positions)))
    .setAttribute('NORMAL', accessor(document, 'VEC3', Float32Array.from(normals)))
    .setAttribute('TEXCOORD_0', accessor(document, 'VEC2', Float32Array.from(uvs)))
    .setIndices(accessor(document, 'SCALAR', Uint16Array.from(indices)));
}
