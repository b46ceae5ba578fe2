// Turns what a RAW program says into core form: literals only, one element a line.
import { type Quaternion, shortestDecimal } from '@diorama/geometry';
import { findKind } from '@diorama/vocabulary';
import type { RawObject, RawRows, RawScene } from './raw-scene.ts';

/**
 * Prints each value that the program gives, even one that is the property's default, and none that it does not, but for
 * {@link RAW_CAMERA}. `embeddings` names the file with the appearances, if there is one.
 */
export function printRawScene(scene: RawScene, rows: RawRows, embeddings: string | undefined): string {
  const lines = [
    embeddings === undefined ? '' : `scene { embeddings: ${JSON.stringify(embeddings)} }`,
    printSetting('camera', new Map([...RAW_CAMERA, ...numbersOf(scene, 'camera')])),
    printSetting('sky', numbersOf(scene, 'sky')),
    printSetting('haze', numbersOf(scene, 'haze')),
    printSetting('ground', new Map(appearanceOf(scene.ground, rows))),
    ...scene.objects.map((object) => printObject(object, rows)),
  ];
  return lines.map((line) => (line === '' ? '' : `${line}\n`)).join('');
}

/** What RAW's camera has beside its pitch. Its place is the origin of all that RAW says of places. */
export const RAW_CAMERA: readonly (readonly [property: string, value: string])[] = [
  ['position', '(0, 0, 0)'],
  ['fov', '50'],
];

function numbersOf(scene: RawScene, kind: string): ReadonlyMap<string, string> {
  return new Map([...(scene.settings.get(kind) ?? [])].map(([name, value]) => [name, shortestDecimal(value)]));
}

/** `sky { air: 0.771, dust: 0.169 }`, in the vocabulary's order; nothing if nothing is given. */
function printSetting(kind: string, values: ReadonlyMap<string, string>): string {
  const order = findKind(kind)?.properties ?? [];
  return values.size === 0
    ? ''
    : printElement(
        kind,
        order.map(({ name }) => [name, values.get(name)] as const),
      );
}

function printObject(object: RawObject, rows: RawRows): string {
  const rotation = object.rotation === undefined ? undefined : rows.rotations[object.rotation];
  const element = printElement(object.kind, [
    ['at', `view(${object.location.map(shortestDecimal).join(', ')})`],
    ['height', shortestDecimal(object.height)],
    ['rotation', rotation && printQuaternion(rotation)],
    ...appearanceOf(object.appearance, rows),
  ]);
  return object.pixels === undefined ? element : `@pixels(${shortestDecimal(object.pixels)}) ${element}`;
}

/** A row of the file is a row of the appearances, so that each keeps its own even where two are equal. */
function appearanceOf(row: number | undefined, rows: RawRows): readonly (readonly [string, string])[] {
  return row === undefined || rows.appearances[row] === undefined ? [] : [['appearance', `embedding(${row})`]];
}

function printElement(kind: string, fields: readonly (readonly [string, string | undefined])[]): string {
  const given = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `${kind} { ${given.join(', ')} }`;
}

function printQuaternion(parts: Quaternion): string {
  return `quaternion(${parts.map(shortestDecimal).join(', ')})`;
}
