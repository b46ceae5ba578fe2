// Turns the text of an `assets.json` into what it says of each file of its folder.

import { dot } from '../build/vectors.ts';
import type { Standing } from '../normalize-model.ts';
import type { AssetClass } from '../species.ts';
import { GltfFault, require } from './gltf-fault.ts';
import { asObject, type JsonObject, listOf, numbersOf } from './json-access.ts';
import { AXES, type Axis } from './read-asset.ts';

/** What a manifest says of a file; what it leaves out is guessed, or glTF's default. */
export interface ManifestEntry {
  readonly file: string;
  readonly kind?: AssetClass;
  readonly species?: string;
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly latin?: string;
  /** How high it may be in nature, metres: least and greatest. */
  readonly heights?: readonly [least: number, greatest: number];
  /** Where its front is in the file. */
  readonly front?: Axis;
  /** Where up is in the file. */
  readonly up?: Axis;
  /** What of it stands at the origin. */
  readonly standing?: Standing;
  readonly licence?: string;
  readonly author?: string;
  /** Where it is from: an address, or in words. */
  readonly source?: string;
  /** The name of the clip that shows a pose, by the pose. */
  readonly poses?: Readonly<Record<string, string>>;
}

/** What a manifest says of the files of its folder, or what is wrong with it. */
export function checkManifest(text: string): readonly ManifestEntry[] | { readonly fault: string } {
  try {
    return readManifest(text);
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    return { fault: error.message };
  }
}

/** Throws a {@link GltfFault} that says what is wrong. */
export function readManifest(text: string): readonly ManifestEntry[] {
  let whole: JsonObject;
  try {
    whole = asObject(JSON.parse(text), 'it');
  } catch (error) {
    throw error instanceof GltfFault ? error : new GltfFault('it is not JSON');
  }
  return listOf(whole, 'assets').map((entry, index) => readEntry(asObject(entry, `asset ${index}`), index));
}

function readEntry(entry: JsonObject, index: number): ManifestEntry {
  const text = (name: string): string | undefined => {
    const value = entry[name];
    require(value === undefined || typeof value === 'string', () => `${name} of asset ${index} is no text`);
    return value;
  };
  const texts = (name: string): readonly string[] => {
    const list = listOf(entry, name);
    require(list.every((one) => typeof one === 'string'), () => `${name} of asset ${index} is no list of texts`);
    return list as readonly string[];
  };
  const axis = (name: string): Axis | undefined => {
    const value = text(name);
    require(value === undefined || value in AXES, () =>
      `${name} of asset ${index} is none of ${Object.keys(AXES).join(', ')}`);
    return value as Axis | undefined;
  };
  const file = text('file');
  require(file !== undefined && file !== '', () => `asset ${index} names no file`);
  const kind = text('class');
  require(kind === undefined || CLASSES.has(kind), () =>
    `class of asset ${index} is none of ${[...CLASSES].join(', ')}`);
  const species = text('species');
  require(species === undefined || /^[a-z0-9][a-z0-9_-]*$/.test(species), () =>
    `species of asset ${index} is not written like red-fox`);
  const [front, up] = [axis('front'), axis('up')];
  const standing = text('standing');
  require(standing === undefined || standing === 'whole' || standing === 'foot', () =>
    `standing of asset ${index} is neither whole nor foot`);
  require(front === undefined || up === undefined || dot(AXES[front], AXES[up]) === 0, () =>
    `front and up of asset ${index} lie on one line`);
  return {
    file,
    names: texts('names'),
    tags: texts('tags'),
    ...given('latin', text('latin')),
    ...given('heights', heightsOf(entry, index)),
    ...given('standing', standing as Standing | undefined),
    ...given('licence', text('licence')),
    ...given('author', text('author')),
    ...given('source', text('source')),
    ...given('poses', posesOf(entry, index)),
    ...(kind === undefined ? {} : { kind: kind as AssetClass }),
    ...(species === undefined ? {} : { species }),
    ...(front === undefined ? {} : { front }),
    ...(up === undefined ? {} : { up }),
  };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: Value });
}

function heightsOf(entry: JsonObject, index: number): readonly [number, number] | undefined {
  if (entry.heights === undefined) return undefined;
  const [least = 0, greatest = 0] = numbersOf(entry, 'heights', 2, []);
  require(0 < least && least <= greatest, () => `heights of asset ${index} are not a least and a greatest, in metres`);
  return [least, greatest];
}

function posesOf(entry: JsonObject, index: number): Readonly<Record<string, string>> | undefined {
  if (entry.poses === undefined) return undefined;
  const poses = asObject(entry.poses, `poses of asset ${index}`);
  require(Object.values(poses).every((clip) => typeof clip === 'string'), () =>
    `poses of asset ${index} are not names of clips`);
  return poses as Readonly<Record<string, string>>;
}

/** The classes of assets. */
export const CLASSES: ReadonlySet<string> = new Set([
  'bird',
  'boulder',
  'bush',
  'carnivore',
  'herbivore',
  'tree',
  'object',
]);
