// Turns ids of the command line, or none, into the pictures of a sheet.
import type { Library, Species } from '@diorama/assets';
import type { ChosenAsset, Detail } from '@diorama/stage';
import type { CommandContext } from '../../command-context.ts';
import { findAsset } from './find-asset.ts';

/** One picture of a sheet. `label` is `lion#3 walk`. */
export type Cell = AssetCell | GroundCell;

export interface AssetCell {
  readonly kind: 'asset';
  readonly species: Species;
  readonly choice: ChosenAsset;
  readonly label: string;
}

export interface GroundCell {
  readonly kind: 'ground';
  /** `ground/sand` */
  readonly id: string;
  readonly label: string;
}

/** What a person asks to see of all of them. */
export interface CellWish {
  readonly class?: string;
  readonly poses?: boolean;
  readonly detail?: Detail;
  /** So many individuals of each. */
  readonly variants: number;
}

/** Without ids all of a class, or all. Undefined if an id means nothing, which the report then tells. */
export function listCells(
  ctx: CommandContext,
  library: Library,
  ids: readonly string[],
  wish: CellWish,
): readonly Cell[] | undefined {
  const grounds = new Set(library.ids('ground'));
  const cells: Cell[] = [];
  for (const id of ids.length > 0 ? ids : allIds(library, wish.class)) {
    const own: readonly Cell[] | undefined = grounds.has(id)
      ? [{ kind: 'ground', id, label: shortName(id) }]
      : cellsOf(ctx, library, id, wish);
    if (own === undefined) return undefined;
    for (const cell of own) cells.push(cell);
  }
  return cells;
}

function allIds(library: Library, className: string | undefined): readonly string[] {
  const species = library.species.filter(({ kind }) => className === undefined || kind === className);
  const grounds = className === undefined || className === 'ground' ? library.ids('ground') : [];
  return [...species.map(({ id }) => id), ...grounds];
}

/** Individuals of a species, in poses. */
function cellsOf(
  ctx: CommandContext,
  library: Library,
  id: string,
  { poses, detail, variants }: CellWish,
): readonly Cell[] | undefined {
  const wish = detail === undefined ? {} : { detail };
  const first = findAsset(ctx, library, { id, ...wish });
  if (first === undefined) return undefined;
  const { species } = first;
  const names = id.includes('#')
    ? [id]
    : Array.from({ length: Math.min(variants, species.individuals) }, (_, number) => `${id}#${number}`);
  const cells: Cell[] = [];
  for (const name of names) {
    for (const pose of poses && species.poses.length > 0 ? species.poses : [undefined]) {
      const found = findAsset(ctx, library, { id: name, ...(pose && { pose, phase: 0.25 }), ...wish });
      if (found === undefined) return undefined;
      const shown = shortName(names.length > 1 ? name : id);
      cells.push({ kind: 'asset', ...found, label: pose === undefined ? shown : `${shown} ${pose}` });
    }
  }
  return cells;
}

/** `lion#3` of `carnivore/lion#3` */
function shortName(id: string): string {
  return id.replace(/^.*\//, '');
}
