// Importing a RAW program loses nothing: every number of its text can be computed back from the scene.
import { checkFile, memoryWorld } from '@diorama/compiler';
import { SourceFile } from '@diorama/diagnostics';
import { type Matrix3, quaternion } from '@diorama/geometry';
import { importRaw } from '@diorama/lowering';
import type { Scene, SceneObject } from '@diorama/scene';
import { createRandom, type Random } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, TIMEOUT } from './support.ts';

/** How each call that sets a number is written, and what the scene must tell of it. */
const SETTINGS: readonly (readonly [
  names: readonly string[],
  low: number,
  high: number,
  read: (scene: Scene) => number,
])[] = [
  [['set_camera'], 60, 120, ({ camera }) => (camera.aim.kind === 'angles' ? camera.aim.pitch + 90 : Number.NaN)],
  [['set_sun_size'], 0.1, 3, ({ sky }) => (sky.sunSize * Math.PI) / 1.8],
  [['set_sun_elevation'], -0.2, 1.5, ({ sky }) => (sky.sunElevation * Math.PI) / 180],
  [['set_sun_rotation'], 0, 360, ({ sky }) => sky.sunAzimuth],
  [['set_air'], 0, 10, ({ sky }) => sky.air],
  [['set_dust'], 0, 10, ({ sky }) => sky.dust],
  [['set_ozone'], 0, 10, ({ sky }) => sky.ozone],
  [['set_strength', 'set_sun_strength'], 0, 2, ({ sky }) => sky.strength],
  [['set_sun_intensity'], 0, 2, ({ sky }) => sky.sunIntensity],
];
const DENSITIES = [
  ['set_density', 180],
  ['set_atmospheric_density', 1],
] as const;
const CLASSES = ['', '_bird', '_boulder', '_bush', '_carnivore', '_herbivore', '_tree'];

/** A RAW program, the arrays beside it, and what was put in. */
interface RawProgram {
  readonly text: string;
  readonly numbers: readonly { readonly written: string; readonly read: (scene: Scene) => number }[];
  readonly objects: readonly RawObject[];
  readonly rotations: readonly (readonly (readonly number[])[])[];
  readonly appearances: readonly (readonly number[])[];
  /** The row of the ground's appearance. */
  readonly ground: number | undefined;
}
interface RawObject {
  readonly kind: string;
  readonly pixels: string | undefined;
  readonly loc: readonly string[];
  readonly height: string;
  readonly rotation: number | undefined;
  readonly appearance: number | undefined;
}

test('an imported program has every number, rotation and appearance of its source', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const raw = writeRaw(createRandom(seed));
      const { text, rotations, appearances } = raw;
      const imported = importRaw(SourceFile.from('scene.txt', text), { rotations, appearances, space: 'clip' });
      expect(imported.diagnostics).toEqual([]);
      const { embeddings, embeddingsFile = 'none' } = imported.value;
      const files = { 'scene.dio': imported.value.text, ...(embeddings && { [embeddingsFile]: embeddings }) };
      const checked = checkFile(memoryWorld(files), 'scene.dio');
      if ('unreadable' in checked || checked.value.scene === undefined) throw new Error(`no scene of\n${text}`);
      expect(checked.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
      holdsAll(checked.value.scene, raw, embeddings);
    }),
    runs(70),
  );
});

function holdsAll(scene: Scene, raw: RawProgram, embeddings: Uint8Array | undefined): void {
  for (const { written, read } of raw.numbers) expectNumber(read(scene), Number(written));
  const { surface } = scene.ground as unknown as { surface?: unknown };
  if (raw.ground !== undefined) expect(JSON.stringify(surface ?? scene.ground)).toContain('"row"');
  expect(scene.elements.map(({ kind }) => kind)).toEqual(raw.objects.map(({ kind }) => kind));
  const pitch = scene.camera.aim.kind === 'angles' ? scene.camera.aim.pitch : 0;
  const camera = quaternion.cameraRotation({ pitch, yaw: 0, roll: 0 });
  const vectors = embeddings && rowsOf(embeddings);
  for (const [index, object] of raw.objects.entries()) {
    const element = scene.elements[index] as SceneObject;
    const [x = 0, y = 0, z = 0] = object.loc.map(Number);
    expect(element.at).toEqual({ kind: 'view', x: x + 0, y: y + 0, z: z + 0 });
    expect(element.height).toBe(Number(object.height));
    expect(element.annotations?.pixels).toBe(object.pixels === undefined ? undefined : Number(object.pixels));
    if (object.rotation !== undefined) {
      if (element.rotation.kind !== 'quaternion') throw new Error('an imported rotation is a quaternion');
      const found = quaternion.multiply(quaternion.conjugate(camera), element.rotation.quaternion as never);
      const given = raw.rotations[object.rotation]?.flat() ?? [];
      const matrix: Matrix3 = quaternion.toMatrix(found);
      for (const [place, number] of given.entries()) expect(Math.abs((matrix[place] ?? 9) - number)).toBeLessThan(1e-6);
    }
    if (object.appearance === undefined) expect(element.appearance).toBeUndefined();
    else {
      if (element.appearance?.kind !== 'embedding') throw new Error('an imported appearance is an embedding');
      const given = raw.appearances[object.appearance] ?? [];
      expect([...(vectors?.[element.appearance.row] ?? [])]).toEqual(given.map(Math.fround));
    }
  }
}

/** Degrees of radians and back are off by a few units in the last place. */
function expectNumber(found: number, written: number): void {
  expect(Math.abs(found - written)).toBeLessThanOrEqual(4e-15 * Math.max(90, Math.abs(written)));
}

function writeRaw(random: Random): RawProgram {
  const lines: string[] = [];
  const numbers: { written: string; read: (scene: Scene) => number }[] = [];
  const decimal = (low: number, high: number) => (low + random.next() * (high - low)).toFixed(random.integer(0, 4));
  for (const [names, low, high, read] of SETTINGS) {
    if (random.chance(0.3)) continue;
    const written = decimal(low, high);
    numbers.push({ written, read });
    lines.push(`${random.pick(names)}(${written})`);
  }
  if (random.chance(0.7)) {
    const [name, factor] = random.pick(DENSITIES);
    const written = decimal(0, 0.1 * factor);
    numbers.push({ written, read: ({ haze }) => (haze?.extent.value ?? Number.NaN) * factor });
    lines.push(`${name}(${written})`);
  }
  const order = [...random.shuffle(lines)];
  const hasGround = random.chance(0.6);
  if (hasGround) order.push(`${random.pick(['set_ground', 'set_floor'])}([CLIP])`);
  let [rotationCount, appearanceCount] = [0, hasGround ? 1 : 0];
  const objects = Array.from({ length: random.integer(0, 8) }, (): RawObject => {
    const name = random.pick(CLASSES);
    const object: RawObject = {
      kind: name === '' ? 'object' : name.slice(1),
      pixels: random.chance(0.8) ? String(random.integer(0, 5000)) : undefined,
      loc: [decimal(-20, 20), decimal(-5, 5), decimal(-80, -1)],
      height: decimal(1, 30),
      rotation: random.chance(0.7) ? rotationCount++ : undefined,
      appearance: random.chance(0.7) ? appearanceCount++ : undefined,
    };
    const given = [
      ...(object.pixels === undefined ? [] : [`pixels=${object.pixels}`]),
      `loc=(${object.loc.join(', ')})`,
      `height=${object.height}`,
      ...(object.rotation === undefined ? [] : ['rotation=[ROT]']),
      ...(object.appearance === undefined ? [] : ['appearance=[CLIP]']),
    ];
    order.push(`add${name}(${given.join(', ')})`);
    return object;
  });
  const rotations = Array.from({ length: rotationCount }, () => randomRotation(random));
  const appearances = Array.from({ length: appearanceCount }, () => [random.next() - 0.5, random.next(), 1e-3]);
  return { text: `${order.join('\n')}\n`, numbers, objects, rotations, appearances, ground: hasGround ? 0 : undefined };
}

function randomRotation(random: Random): readonly (readonly number[])[] {
  const [x, y, z, w] = Array.from({ length: 4 }, () => random.next() - 0.5) as [number, number, number, number];
  const matrix = quaternion.toMatrix(quaternion.normalize([x, y, z, w]));
  return [matrix.slice(0, 3), matrix.slice(3, 6), matrix.slice(6, 9)];
}

/** The rows of a safetensors file with one F32 tensor. */
function rowsOf(file: Uint8Array): readonly (readonly number[])[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const [tensor] = Object.entries(header).flatMap(([name, one]) => (name === '__metadata__' ? [] : [one]));
  const [rows = 0, columns = 0] = (tensor as { shape: number[] }).shape;
  const at = (row: number, column: number) => view.getFloat32(8 + length + 4 * (row * columns + column), true);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => at(row, column)));
}
