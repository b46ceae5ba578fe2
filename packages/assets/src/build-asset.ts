// Turns a chosen asset into its model: height 1 when it stands upright, base at the origin.
import { invariant } from '@diorama/diagnostics';
import { extend, extendNumber, type Model, rootKey } from '@diorama/geometry';
import type { AssetLibrary, ChosenAsset, MissingAsset } from '@diorama/stage';
import { parseAssetId } from './asset-id.ts';
import type { LibraryContext } from './library-context.ts';
import { heightOf, normalizeModel } from './normalize-model.ts';
import type { Individual, Species } from './species.ts';

/** All that the library draws by lot hangs on this key. */
export const LIBRARY_KEY = extend(rootKey(0), 'asset library');

/** What makes models, and remembers how high animals are. */
export function createBuilder({ byId }: LibraryContext): AssetLibrary['build'] {
  const heights = new Map<string, number>();
  return (choice) => {
    const id = parseAssetId(choice.id);
    const species = id === undefined ? undefined : byId.get(id.species);
    if (id === undefined || species === undefined) {
      return { kind: 'missing', reason: `no asset ${choice.id}`, candidates: [] };
    }
    return build(species, individualOf(species, id.individual ?? 0, choice), heights);
  };
}

/** An individual of a species, by number, as it is chosen. */
export function individualOf(
  species: Species,
  number: number,
  { pose, phase = 0, detail = 'high' }: Pick<ChosenAsset, 'pose' | 'phase' | 'detail'> = {},
): Individual {
  const key = extendNumber(extend(LIBRARY_KEY, species.id), number);
  return { key, number, pose: pose ?? species.poses[0] ?? '', phase, detail };
}

function build(species: Species, individual: Individual, heights: Map<string, number>): Model | MissingAsset {
  const made = species.build(individual);
  if ('reason' in made) return made;
  return normalizeModel(made, species, standingHeight(species, individual, heights));
}

/** How high an animal is when it stands, in the size of its table; undefined where the model's own height counts. */
function standingHeight(species: Species, individual: Individual, heights: Map<string, number>): number | undefined {
  const [stand] = species.poses;
  if (stand === undefined || (individual.pose === stand && individual.phase === 0)) return undefined;
  const id = `${species.id}#${individual.number} ${individual.detail}`;
  const known = heights.get(id);
  if (known !== undefined) return known;
  const height = heightOfSpecies(species, { ...individual, pose: stand, phase: 0 });
  heights.set(id, height);
  return height;
}

function heightOfSpecies(species: Species, individual: Individual): number {
  if (species.height !== undefined) return species.height(individual);
  const upright = species.build(individual);
  invariant(!('reason' in upright), 'what has poses is made here, and not read from a file');
  return heightOf(upright);
}
