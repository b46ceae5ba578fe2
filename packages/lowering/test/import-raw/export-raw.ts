// Turns an imported program back into what the RAW program said, through parser, checker and lowering: for tests.

import { check, embeddingsOf, readSafetensorsHeader } from '@diorama/checker';
import { invariant, SourceFile, type World } from '@diorama/diagnostics';
import { quaternion, shortestDecimal, toRadians } from '@diorama/geometry';
import type { Appearance, Element, Scene } from '@diorama/scene';
import { parse } from '@diorama/syntax';
import { addExactly } from '../../src/import-raw/exact-decimal.ts';
import type { RawImport } from '../../src/import-raw/index.ts';
import { lower } from '../../src/lower.ts';

/** A RAW program as data, its places filled in with the rows of its arrays. Settings bear the project page's names. */
export interface RawFacts {
  readonly settings: Readonly<Record<string, number>>;
  readonly ground?: readonly number[];
  readonly objects: readonly RawFactsObject[];
}
export interface RawFactsObject {
  readonly call: string;
  readonly pixels: number;
  readonly location: readonly number[];
  readonly height: number;
  /** A 3 × 3 matrix, row by row. */
  readonly rotation?: readonly number[];
  readonly appearance?: readonly number[];
}

/** What an imported program means, said as RAW says it. Settings that it does not give have their defaults. */
export function exportRaw({ text, embeddings, embeddingsFile }: RawImport): RawFacts {
  const scene = lowerText(text, embeddingsFile === undefined ? {} : { [embeddingsFile]: embeddings });
  const { sky, haze, camera, ground } = scene;
  invariant(camera.aim.kind === 'angles', 'an imported camera has a pitch');
  const { pitch } = camera.aim;
  const rows = embeddings === undefined ? [] : readRows(embeddings);
  const rowOf = (appearance: Appearance | undefined) =>
    appearance?.kind === 'embedding' ? rows[appearance.row] : undefined;
  const groundRow = ground.surface?.kind === 'appearance' ? rowOf(ground.surface.appearance) : undefined;
  return {
    settings: {
      set_camera: addExactly(shortestDecimal(pitch), 90),
      set_sun_elevation: toRadians(sky.sunElevation),
      set_sun_rotation: sky.sunAzimuth,
      set_sun_size: toRadians(sky.sunSize) * 100,
      set_sun_intensity: sky.sunIntensity,
      set_sun_strength: sky.strength,
      set_air: sky.air,
      set_dust: sky.dust,
      set_ozone: sky.ozone,
      set_atmospheric_density: haze?.extent.value ?? 0,
    },
    objects: scene.elements.map((element) => exportObject(element, pitch, rowOf)),
    ...(groundRow && { ground: groundRow }),
  };
}

function exportObject(
  element: Element,
  pitch: number,
  rowOf: (appearance: Appearance | undefined) => readonly number[] | undefined,
): RawFactsObject {
  invariant('variant' in element, 'all that is imported are objects');
  const { kind, at, height, rotation, annotations } = element;
  const appearance = rowOf(element.appearance);
  invariant(at.kind === 'view', 'all that is imported is in the camera’s frame');
  return {
    call: kind === 'object' ? 'add' : `add_${kind}`,
    pixels: annotations?.pixels ?? Number.NaN,
    location: [at.x, at.y, at.z],
    height,
    ...(rotation.kind === 'quaternion' && { rotation: toCameraFrame(rotation.quaternion, pitch) }),
    ...(appearance && { appearance }),
  };
}

/** The scene of a program that has no mistake. */
function lowerText(text: string, files: Readonly<Record<string, Uint8Array | undefined>>): Scene {
  const source = SourceFile.from('imported.dio', text);
  const world: World = {
    readText: () => ({ unreadable: 'no such file' }),
    readBytes: (file, limit) => files[file]?.subarray(0, limit) ?? { unreadable: 'no such file' },
    resolve: (_, path) => path,
  };
  const { value: program, diagnostics } = parse(source);
  const checked = check(program, { source, world });
  const lowered = lower(checked.value);
  const found = [...diagnostics, ...checked.diagnostics, ...lowered.diagnostics];
  invariant(found.length === 0, `an imported program has no mistake: ${JSON.stringify(found)} ${text}`);
  return lowered.value;
}

/** From the camera's heading back to its full frame: R(camera) = Rx(−pitch) · R(heading). */
function toCameraFrame([x = 0, y = 0, z = 0, w = 0]: readonly number[], pitch: number): readonly number[] {
  const camera = quaternion.cameraRotation({ pitch, yaw: 0, roll: 0 });
  return quaternion.toMatrix(quaternion.multiply(quaternion.conjugate(camera), [x, y, z, w]));
}

function readRows(file: Uint8Array): readonly (readonly number[])[] {
  const header = readSafetensorsHeader(file);
  if ('problem' in header) throw new Error(header.problem);
  const table = embeddingsOf(header);
  if ('problem' in table) throw new Error(table.problem);
  const [tensor] = header.tensors;
  const view = new DataView(file.buffer, file.byteOffset + (tensor?.begin ?? 0));
  return Array.from({ length: table.rows }, (_, row) =>
    Array.from({ length: table.dimension }, (_, column) => view.getFloat32(4 * (row * table.dimension + column), true)),
  );
}
