// Turns an imported program back into what the RAW program said: the inverse of the import, for tests.

import { quaternion, toRadians } from '@diorama/geometry';
import { embeddingsOf, readSafetensorsHeader } from '../../../checker/src/safetensors.ts';
import { addExactly } from '../../src/import-raw/exact-decimal.ts';

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

/** Reads core form as the import prints it: one element a line, no expressions. */
export function exportRaw(text: string, embeddings?: Uint8Array): RawFacts {
  const elements = text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine);
  const rows = embeddings === undefined ? [] : readRows(embeddings);
  const appearanceOf = (value: string | undefined) => rows[Number(/^embedding\((\d+)\)$/.exec(value ?? '')?.[1])];
  const settings: Record<string, number> = {};
  const objects: RawFactsObject[] = [];
  let ground: readonly number[] | undefined;
  let pitch = 0;
  for (const { kind, pixels, fields } of elements) {
    if (kind === 'scene') continue;
    if (kind === 'ground') ground = appearanceOf(fields.get('appearance'));
    else if (fields.has('at')) {
      const appearance = appearanceOf(fields.get('appearance'));
      const rotation = fields.has('rotation') ? numbersIn(fields.get('rotation')) : undefined;
      objects.push({
        call: kind === 'object' ? 'add' : `add_${kind}`,
        pixels,
        location: numbersIn(fields.get('at')),
        height: Number(fields.get('height')),
        ...(rotation && { rotation: toCameraFrame(rotation, pitch) }),
        ...(appearance && { appearance }),
      });
    } else {
      for (const [property, value] of fields) {
        const inverse = INVERSES[property];
        if (inverse !== undefined) settings[inverse.call] = inverse.toRaw(value);
      }
      pitch = Number(fields.get('pitch') ?? pitch);
    }
  }
  return { settings, objects, ...(ground && { ground }) };
}

const INVERSES: Readonly<Record<string, { readonly call: string; readonly toRaw: (value: string) => number }>> = {
  pitch: { call: 'set_camera', toRaw: (value) => addExactly(value, 90) },
  sun_elevation: { call: 'set_sun_elevation', toRaw: (value) => toRadians(Number(value)) },
  sun_azimuth: { call: 'set_sun_rotation', toRaw: Number },
  sun_size: { call: 'set_sun_size', toRaw: (value) => toRadians(Number(value)) * 100 },
  sun_intensity: { call: 'set_sun_intensity', toRaw: Number },
  strength: { call: 'set_sun_strength', toRaw: Number },
  air: { call: 'set_air', toRaw: Number },
  dust: { call: 'set_dust', toRaw: Number },
  ozone: { call: 'set_ozone', toRaw: Number },
  density: { call: 'set_atmospheric_density', toRaw: Number },
};

/** `@pixels(3) tree { at: view(0, 0, -5), height: 2 }`; values hold commas only in parentheses. */
function parseLine(line: string): { kind: string; pixels: number; fields: ReadonlyMap<string, string> } {
  const match = /^(?:@pixels\((?<pixels>\S+)\) )?(?<kind>\w+) \{ (?<body>.*) \}$/.exec(line);
  if (match?.groups === undefined) throw new Error(`not core form: ${line}`);
  const { pixels = 'NaN', kind = '', body = '' } = match.groups;
  const fields = [...body.matchAll(/(\w+): ("[^"]*"|\w*\([^)]*\)|[^,]+)/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  return { kind, pixels: Number(pixels), fields: new Map(fields) };
}

function numbersIn(value = ''): number[] {
  return (/\(([^)]*)\)/.exec(value)?.[1] ?? '').split(', ').map(Number);
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
