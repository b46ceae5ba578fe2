// Turns the text of an `assets.json` into what it says of each file of its folder.

import { dot } from '../build/vectors.ts';
import type { AssetClass } from '../species.ts';
import { GltfFault, require } from './gltf-fault.ts';
import { asObject, type JsonObject, listOf } from './json-access.ts';
import { AXES, type Axis } from './read-asset.ts';

/** What a manifest says of a file; what it leaves out is guessed, or glTF's default. */
export interface ManifestEntry {
  readonly file: string;
  readonly kind?: AssetClass;
  readonly species?: string;
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly front?: Axis;
  readonly up?: Axis;
  readonly licence?: string;
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
  const [front, up, licence] = [axis('front'), axis('up'), text('licence')];
  require(dot(AXES[front ?? '+Z'], AXES[up ?? '+Y']) === 0, () => `front and up of asset ${index} lie on one line`);
  return {
    file,
    names: texts('names'),
    tags: texts('tags'),
    ...(kind === undefined ? {} : { kind: kind as AssetClass }),
    ...(species === undefined ? {} : { species }),
    ...(front === undefined ? {} : { front }),
    ...(up === undefined ? {} : { up }),
    ...(licence === undefined ? {} : { licence }),
  };
}

const CLASSES: ReadonlySet<string> = new Set(['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree', 'object']);
