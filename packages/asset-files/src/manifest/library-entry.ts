// What the manifest of a library folder, `assets.json`, says of each of its files.
import type { Axis, Clip, Species, Standing } from '@diorama/assets';

/** One asset. All but `file` may be changed by hand: an import keeps what was. */
export interface LibraryEntry {
  /** In the library's folder. */
  readonly file: string;
  readonly class: Species['kind'];
  /** The second half of its id: `wolf` of `carnivore/wolf`. */
  readonly species: string;
  /** The common name first. */
  readonly names: readonly string[];
  readonly latin?: string;
  readonly tags: readonly string[];
  /** How high it may be in nature, metres: least and greatest. */
  readonly heights?: readonly [least: number, greatest: number];
  /** What may be done with it: `CC0-1.0`. */
  readonly licence?: string;
  readonly author?: string;
  /** Where it is from: an address, or in words. */
  readonly source?: string;
  /** Where its front is in the library's file: +Z, unless the import was wrong. */
  readonly front: Axis;
  /** Where up is in the library's file. */
  readonly up: Axis;
  /** What of it stands at the origin. */
  readonly standing: Standing;
  /** Its animations. */
  readonly clips?: readonly Clip[];
  /** The name of the clip that shows a pose, by the pose. */
  readonly poses?: Readonly<Record<string, string>>;
  /** What the import read, and what it wrote here; for the next import. */
  readonly imported?: ImportRecord;
}

export interface ImportRecord {
  /** The file that it was made of, by the names of its folders. */
  readonly from: string;
  /** Of what it was made of: if it is the same, so is what is made. */
  readonly digest: string;
  /** Where the front is in the file that it was made of. */
  readonly front: Axis;
  /** Where up is in the file that it was made of. */
  readonly up: Axis;
  /** What one unit of that file is, metres. */
  readonly unit: number;
  /** How high the model is by that unit, metres. */
  readonly height: number;
  /** What the import would write by itself: what is otherwise above was changed by hand. */
  readonly wrote: Partial<EditableFields>;
}

/** What a person may have changed. */
export type EditableFields = Omit<LibraryEntry, 'file' | 'clips' | 'imported'>;

export const EDITABLE: readonly (keyof EditableFields)[] = [
  'class',
  'species',
  'names',
  'latin',
  'tags',
  'heights',
  'licence',
  'author',
  'source',
  'front',
  'up',
  'standing',
  'poses',
];
