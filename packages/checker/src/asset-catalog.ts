// What the checker asks of an asset library. Without one, only the form of asset ids is checked.

/** The answers of an asset library. */
export interface AssetCatalog {
  /** Whether an asset with this id (`class/species` or `class/species#variant`) exists. */
  has(id: string): boolean;
  /** The ids of a class without variants, for suggestions: `tree` gives `tree/oak`, … */
  ids(className: string): Iterable<string>;
  /** The embedding spaces in which the library can be searched. */
  readonly spaces: readonly string[];
  /** The best match of a description among a class, with a score in 0..1; without it nothing is said of matches. */
  match?(className: string, text: string): { readonly id: string; readonly score: number } | undefined;
}

/** Below this score, a description's best match deserves a note. */
export const LOW_SCORE = 0.3;

/** The form of an asset id: a class, a species, and optionally one individual of it. */
export const ASSET_ID = /^([a-z][a-z0-9_-]*)\/([a-z0-9][a-z0-9_-]*)(#(0|[1-9][0-9]*))?$/;
