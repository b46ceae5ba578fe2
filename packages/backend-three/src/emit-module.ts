// Turns a stage into the text of a JavaScript module that builds it with three.js, and needs nothing else.
import type { FileId, Outcome } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { base64Of } from './base64.ts';
import { listLosses } from './list-losses.ts';
import { literal } from './literal.ts';
import type { ImageData, InstancesData, ModelData, PartData, SceneData, SkyData } from './runtime/scene-data.ts';
import { TREE_SOURCE } from './runtime-source.ts';
import { toSceneData } from './to-scene-data.ts';

/** Options for {@link emitModule}. */
export interface ModuleOptions {
  /** Of how many instances of one model each has a line of its own; more are written as packed numbers. */
  readonly listedInstances: number;
  /** The file at whose beginning things without an origin are reported. */
  readonly file: FileId;
}
export const MODULE_DEFAULTS: ModuleOptions = Object.freeze({ listedInstances: 200, file: 'scene' });

/** A module that exports `buildScene(THREE, options)`, its types in JSDoc. The same stage gives the same text. */
export function emitModule(stage: Stage, options: Partial<ModuleOptions> = {}): Outcome<string> {
  const { listedInstances, file } = { ...MODULE_DEFAULTS, ...options };
  const data = toSceneData(stage);
  const parts = [
    opening(data),
    `const camera = ${object(data.camera)};\n`,
    `const sky = ${skyLines(data.sky)};\n`,
    `/** Nine harmonics of the light from all around: red, green, blue each. */\nconst ambient = ${literal(data.ambient)};\n`,
    `/** @type {HazeData | null} */\nconst haze = ${data.haze === null ? 'null' : object(data.haze)};\n`,
    `/** @type {LampData[]} */\nconst lamps = ${list(data.lamps.map((lamp) => literal(lamp)))};\n`,
    `/** What is worth a shadow of the sun. */\nconst shadow = ${literal(data.shadow)};\n`,
    `/** @type {MaterialData[]} */\nconst materials = ${list(data.materials.map((material) => literal(material)))};\n`,
    `/** @type {ImageData[]} */\nconst images = ${list(data.images.map(imageLine))};\n`,
    `/** @type {ModelData[]} */\nconst models = ${list(data.models.map((model) => modelLines(model, listedInstances)))};\n`,
    HELPERS,
    '// What follows is the same for every scene.\n',
    TREE_SOURCE,
  ];
  return { value: parts.join('\n'), diagnostics: listLosses(stage, file) };
}

function opening({ name }: SceneData): string {
  return `// @ts-check
// ${literal(name)}: a scene for three.js (r180 or newer), written by Diorama.
//
//   import * as THREE from 'three';
//   import { buildScene } from './scene.three.js';
//
//   const renderer = new THREE.WebGLRenderer({ antialias: true });
//   const { scene, camera, prepare, setSize } = buildScene(THREE);
//   renderer.setSize(innerWidth, innerHeight);
//   setSize(innerWidth, innerHeight);
//   prepare(renderer);
//   renderer.render(scene, camera);

/**
 * Builds the scene. Metres, +Y up. Light is already multiplied by the camera's exposure.
 * @param {ThreeModule} THREE three.js itself: \`import * as THREE from 'three'\`
 * @param {BuildOptions} [options]
 * @returns {BuiltScene}
 */
export function buildScene(THREE, options = {}) {
  const name = ${literal(name)};
  return buildTree(THREE, { name, camera, sky, ambient, haze, lamps, shadow, materials, images, models }, options);
}
`;
}

/** A property a line. */
function object(value: object): string {
  const lines = Object.entries(value).map(([key, part]) => `  ${key}: ${literal(part)},\n`);
  return `{\n${lines.join('')}}`;
}

/** The table's numbers are too many to be read. */
function skyLines({ radiance, ...rest }: SkyData): string {
  return object(rest).replace(/\}$/, `  radiance: ${packed(Float32Array.from(radiance))},\n}`);
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${item},\n`).join('')}]`;
}

function imageLine({ width, height, pixels }: ImageData): string {
  return `{ width: ${width}, height: ${height}, pixels: ${packed(pixels)} }`;
}

function modelLines({ name, castsShadow, parts, instances }: ModelData, listedInstances: number): string {
  return `{
    name: ${literal(name)},
    castsShadow: ${castsShadow},
    parts: [
${parts.map((part) => `      ${partLine(part)},\n`).join('')}    ],
    instances: ${instances.count <= listedInstances ? listed(instances) : columns(instances)},
  }`;
}

function partLine({ material, positions, normals, uvs, colors, indices }: PartData): string {
  const arrays = { positions, normals, uvs, colors, indices };
  const texts = Object.entries(arrays).map(([key, array]) => `${key}: ${array === null ? 'null' : packed(array)}`);
  return `{ material: ${material}, ${texts.join(', ')} }`;
}

/** A line an instance. */
function listed({ count, ids, names, translations, rotations, scales }: InstancesData): string {
  const row = (array: ArrayLike<number>, size: number, index: number) =>
    literal(Array.from({ length: size }, (_, part) => array[size * index + part]));
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `      [${ids[index]}, ${literal(names[index])}, ${row(translations, 3, index)}, ${row(rotations, 4, index)}, ${row(scales, 3, index)}],\n`,
  );
  return `placed([\n      // id, name, position, rotation (x, y, z, w), scale\n${lines.join('')}    ])`;
}

/** All instances as packed numbers. */
function columns({ count, ids, names, translations, rotations, scales }: InstancesData): string {
  return `{
      count: ${count},
      ids: ${packed(Uint32Array.from(ids))},
      names: ${literal(names)},
      translations: ${packed(Float64Array.from(translations))},
      rotations: ${packed(Float64Array.from(rotations))},
      scales: ${packed(Float64Array.from(scales))},
    }`;
}

/** A call of one of the helpers below. */
function packed(array: Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array): string {
  const name = array.constructor.name.replace('Array', '').toLowerCase();
  return `${name}('${base64Of(array)}')`;
}

const HELPERS = `/**
 * @param {[id: number, name: string, position: number[], rotation: number[], scale: number[]][]} rows
 * @returns {InstancesData}
 */
function placed(rows) {
  return {
    count: rows.length,
    ids: rows.map(([id]) => id),
    names: rows.map(([, name]) => name),
    translations: rows.flatMap(([, , position]) => position),
    rotations: rows.flatMap(([, , , rotation]) => rotation),
    scales: rows.flatMap(([, , , , scale]) => scale),
  };
}

/** @param {string} base64 */
function uint8(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** @param {string} base64 */
function uint16(base64) {
  return new Uint16Array(uint8(base64).buffer);
}

/** @param {string} base64 */
function uint32(base64) {
  return new Uint32Array(uint8(base64).buffer);
}

/** @param {string} base64 */
function float32(base64) {
  return new Float32Array(uint8(base64).buffer);
}

/** @param {string} base64 */
function float64(base64) {
  return new Float64Array(uint8(base64).buffer);
}
`;
