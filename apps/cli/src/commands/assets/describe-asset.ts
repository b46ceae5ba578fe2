// Turns a species into all that is known of it, as plain data for JSON and for text.
import type { AssetDetails, Library, Species } from '@diorama/assets';

/** All that is known of an asset without building it. */
export interface AssetDescription {
  readonly id: string;
  readonly class: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly latin?: string;
  readonly tags: readonly string[];
  /** In nature, metres: least and greatest. */
  readonly heights?: readonly [number, number];
  readonly poses: readonly string[];
  /** How many can be told apart. */
  readonly individuals: number;
  readonly licence?: string;
  readonly author?: string;
  readonly source: string;
  /** The file of one of the user's own. */
  readonly file?: string;
  /** Animations of that file. */
  readonly clips?: readonly string[];
}

/** Of the built-in ones. */
export const OWN_LICENCE = 'Apache-2.0';
const OWN_SOURCE = 'built in: made from numbers, not from models by others';

export function describeAsset(species: Species, details: AssetDetails | undefined): AssetDescription {
  const { id, kind, names, latin, tags, heights, poses, individuals } = species;
  const licence = details === undefined ? OWN_LICENCE : details.licence;
  const author = details?.author ?? details?.copyright;
  return {
    id,
    class: kind,
    name: names[0] ?? '',
    names,
    ...(latin === undefined ? {} : { latin }),
    tags,
    ...(heights === undefined ? {} : { heights }),
    poses,
    individuals,
    ...(licence === undefined ? {} : { licence }),
    ...(author === undefined ? {} : { author }),
    source: details === undefined ? OWN_SOURCE : (details.source ?? details.file),
    ...(details === undefined ? {} : { file: details.file, clips: details.clips }),
  };
}

/** Grounds are known by their ids alone. */
export function describeGround(id: string): AssetDescription {
  const name = id.replace(/^ground\//, '').replaceAll('-', ' ');
  return {
    id,
    class: 'ground',
    name,
    names: [name],
    tags: [],
    poses: [],
    individuals: 1,
    licence: OWN_LICENCE,
    source: OWN_SOURCE,
  };
}

/** Those of a class, or all. */
export function describeAll(
  library: Library,
  details: ReadonlyMap<string, AssetDetails>,
  className: string | undefined,
): readonly AssetDescription[] {
  const species = library.species.filter(({ kind }) => className === undefined || kind === className);
  const grounds = className === undefined || className === 'ground' ? [...library.ids('ground')] : [];
  return [...species.map((one) => describeAsset(one, details.get(one.id))), ...grounds.map(describeGround)];
}

/** `1.2–1.6 m`; nothing where nothing is known. */
export function printHeights(heights: readonly [number, number] | undefined): string {
  return heights === undefined ? '' : `${heights[0]}–${heights[1]} m`;
}

/** Columns as wide as what is in them. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
