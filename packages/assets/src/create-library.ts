// Turns the library's species and the user's folders into what staging and checking ask for.
import type { AssetCatalog } from '@diorama/checker';
import { closest, invariant } from '@diorama/diagnostics';
import {
  extend,
  extendNumber,
  type Image,
  type Key,
  type Material,
  type Model,
  rootKey,
  uniform,
} from '@diorama/geometry';
import type { Appearance } from '@diorama/scene';
import type {
  AssetChoice,
  AssetLibrary,
  AssetRequest,
  ChosenAsset,
  GroundChoice,
  GroundRequest,
  MissingAsset,
} from '@diorama/stage';
import { ALL_SPECIES } from './all-species.ts';
import { parseAssetId, printAssetId } from './asset-id.ts';
import type { Ground } from './grounds/ground.ts';
import { GROUNDS } from './grounds/grounds.ts';
import { keepModels } from './keep-models.ts';
import { heightOf, normalizeModel } from './normalize-model.ts';
import { placeholder } from './placeholder/placeholder.ts';
import type { UserFolder } from './read-gltf/open-folder.ts';
import { createSearch, type Match, type Search } from './search/search-index.ts';
import { INDIVIDUALS, type Individual, type Species } from './species.ts';

/** Options for {@link createLibrary}. */
export interface LibraryOptions {
  /** The user's own assets; of equal ids the user's wins. */
  readonly folders?: readonly UserFolder[];
  /**
   * How many individuals of a species `variant` tells apart, 1..65536: the fewer, the more elements share a mesh. An id such as
   * `tree/oak#57` always names its own individual.
   */
  readonly individuals?: number;
}

/** A dozen individuals of each species. */
export const LIBRARY_DEFAULTS: Required<LibraryOptions> = Object.freeze({ folders: [], individuals: INDIVIDUALS });

/**
 * The asset library: decides what things look like, and answers the checker's questions. Its models stand on y = 0 and are of
 * height 1; an animal is when it stands upright, and lies down, grazes and flies in the same size.
 */
export function createLibrary(options: LibraryOptions = {}): AssetLibrary & AssetCatalog {
  const { folders, individuals } = { ...LIBRARY_DEFAULTS, ...options };
  const byId = new Map(ALL_SPECIES.map((species) => [species.id, species]));
  for (const { species } of folders) for (const own of species) byId.set(own.id, own);
  const all = [...byId.values()];
  const ctx: LibraryContext = {
    all,
    byId,
    individuals,
    search: createSearch(all),
    searchGrounds: createSearch(GROUNDS),
    lastGround: new Map(),
    heights: new Map(),
  };
  return keepModels({
    choose: (request) => choose(ctx, request),
    build: (choice) => build(ctx, choice),
    chooseGround: (request) => chooseGround(ctx, request),
    placeholder,
    has: (id) => hasAsset(ctx, id),
    ids: (className) => idsOf(ctx, className),
    spaces: [],
    match: (className, text) => matchOf(ctx, className, text),
  });
}

interface LibraryContext {
  readonly all: readonly Species[];
  readonly byId: ReadonlyMap<string, Species>;
  readonly individuals: number;
  readonly search: Search;
  readonly searchGrounds: Search;
  readonly lastGround: Map<string, Image>;
  /** Of individuals that stand, by id, in the sizes of their tables. */
  readonly heights: Map<string, number>;
}

function choose(ctx: LibraryContext, request: AssetRequest): AssetChoice {
  const { appearance, kind, variant } = request;
  switch (appearance?.kind) {
    case undefined:
      return picked(ctx, request);
    case 'asset':
      return chooseById(ctx, appearance.id, request);
    case 'like':
      return chooseByText(ctx, appearance.text, request);
    case 'like-image':
    case 'embedding': {
      const how = appearance.kind === 'embedding' ? 'embedding' : 'picture';
      return picked(ctx, { kind, variant, ...posed(request) }, `the library cannot be searched by ${how}`);
    }
  }
}

function chooseById(ctx: LibraryContext, text: string, request: AssetRequest): AssetChoice {
  const id = parseAssetId(text);
  const species = id === undefined ? undefined : ctx.byId.get(id.species);
  if (id === undefined || species === undefined || !hasAsset(ctx, text)) {
    return { kind: 'missing', reason: `no asset ${text}`, candidates: candidatesFor(ctx, text, request) };
  }
  return chosen(species, id.individual ?? individualOf(ctx, species, request), request);
}

/** What may have been meant by an unknown id: the nearest spelling, then the nearest meaning. */
function candidatesFor(ctx: LibraryContext, text: string, { kind }: AssetRequest): readonly string[] {
  const ids = [...ctx.byId.keys()];
  const written = text.replace(/#.*$/, '');
  const spelled = closest(written, ids);
  const meant = ctx.search(written.replace(/^[^/]*\//, ''), (id) => isOfClass(ctx, id, kind));
  return [...new Set([spelled, meant?.id].filter((id) => id !== undefined))];
}

function chooseByText(ctx: LibraryContext, text: string, request: AssetRequest): AssetChoice {
  const match = ctx.search(text, (id) => isOfClass(ctx, id, request.kind));
  const species = match === undefined ? pickedBy(ctx, request.kind, text) : ctx.byId.get(match.id);
  if (species === undefined) return nothingOf(request);
  // How near the match is, the checker tells.
  return chosen(species, individualOf(ctx, species, request), request);
}

/** What a description comes to, be it by lot: then its score is 0. */
function matchOf(ctx: LibraryContext, className: string, text: string): Match | undefined {
  if (className === 'ground') return ctx.searchGrounds(text, () => true) ?? { id: GROUNDS[0]!.id, score: 0 };
  const found = ctx.search(text, (id) => isOfClass(ctx, id, className));
  const species = found ?? pickedBy(ctx, className, text);
  return species && { score: 0, ...found, id: species.id };
}

/** Whatever of the class the variant decides for. */
function picked(ctx: LibraryContext, request: AssetRequest, instead?: string): AssetChoice {
  const species = pickedBy(ctx, request.kind, request.variant);
  return species === undefined
    ? nothingOf(request)
    : chosen(species, individualOf(ctx, species, request), request, instead);
}

/** A species of a class by lot: the same number or text, the same species. */
function pickedBy(ctx: LibraryContext, kind: string, lot: number | string): Species | undefined {
  const among = ctx.all.filter((species) => isOfClass(ctx, species.id, kind));
  const key = typeof lot === 'number' ? extendNumber(PICK, lot) : extend(PICK, lot);
  return among[Math.floor(uniform(key, 0) * among.length)];
}
const LIBRARY = extend(rootKey(0), 'asset library');
const PICK = extend(LIBRARY, 'pick');

function nothingOf({ kind }: AssetRequest): AssetChoice {
  return { kind: 'missing', reason: `no ${kind} in the library`, candidates: [] };
}

/** The individual that a variant stands for. */
function individualOf({ individuals }: LibraryContext, species: Species, { variant }: AssetRequest): number {
  return variant % Math.min(individuals, species.individuals);
}

function chosen(species: Species, individual: number, request: AssetRequest, instead?: string): ChosenAsset {
  const id = printAssetId(species.id, individual);
  const pose = request.pose === undefined || species.poses.includes(request.pose) ? request.pose : 'stand';
  const unposed = species.poses.length === 0 && request.pose !== undefined && request.pose !== 'stand';
  const why = instead ?? (unposed ? `${species.id} cannot ${request.pose}: it has no poses` : undefined);
  const detail = request.detail === undefined || request.detail === 'high' ? undefined : request.detail;
  const rest = { ...(why === undefined ? {} : { instead: why }), ...(detail === undefined ? {} : { detail }) };
  const suffix = detail === undefined ? '' : ` ${detail}`;
  if (species.poses.length === 0) return { kind: 'asset', id, key: id + suffix, ...rest };
  const phase = roundedPhase(request.phase ?? 0);
  const name = pose ?? species.poses[0]!;
  return { kind: 'asset', id, key: `${id} ${name} ${phase}${suffix}`, pose: name, phase, ...rest };
}

function posed({ pose, phase, detail }: AssetRequest): Pick<AssetRequest, 'pose' | 'phase' | 'detail'> {
  return {
    ...(pose === undefined ? {} : { pose }),
    ...(phase === undefined ? {} : { phase }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** A cycle in sixteen steps: what looks alike shares its mesh. The end of a cycle is its beginning. */
function roundedPhase(phase: number): number {
  const step = Math.round(phase * PHASES) % PHASES;
  return (step < 0 ? step + PHASES : step) / PHASES;
}
const PHASES = 16;

function build(ctx: LibraryContext, { id, pose, phase, detail = 'high' }: ChosenAsset): Model | MissingAsset {
  const parsed = parseAssetId(id);
  const species = parsed === undefined ? undefined : ctx.byId.get(parsed.species);
  if (parsed === undefined || species === undefined) {
    return { kind: 'missing', reason: `no asset ${id}`, candidates: [] };
  }
  const number = parsed.individual ?? 0;
  const key = extendNumber(extend(LIBRARY, species.id), number);
  const individual = { key, number, pose: pose ?? species.poses[0] ?? '', phase: phase ?? 0, detail };
  const made = species.build(individual);
  return 'reason' in made ? made : normalizeModel(made, species.standing, standingHeight(ctx, species, individual));
}

/** How high an animal is when it stands, in the size of its table; undefined where the model's own height counts. */
function standingHeight({ heights }: LibraryContext, species: Species, individual: Individual): number | undefined {
  const [stand] = species.poses;
  if (stand === undefined || (individual.pose === stand && individual.phase === 0)) return undefined;
  const id = `${printAssetId(species.id, individual.number)} ${individual.detail}`;
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

function chooseGround(ctx: LibraryContext, { appearance, seed }: GroundRequest): GroundChoice {
  const { ground, instead } = groundOf(ctx, appearance);
  const key = extendNumber(extend(LIBRARY, ground.id), seed);
  const material: Material = {
    name: ground.id.replace('ground/', ''),
    color: [1, 1, 1],
    roughness: 1,
    metallic: 0,
    texture: { image: drawnGround(ctx, ground, key), wrapU: 'repeat', wrapV: 'repeat' },
    doubleSided: false,
  };
  return { id: ground.id, material, tileSize: ground.tileSize, ...(instead === undefined ? {} : { instead }) };
}

/** The last picture is kept: an editor asks for the same ground again and again. */
function drawnGround({ lastGround }: LibraryContext, ground: Ground, key: Key): Image {
  const name = `${ground.id} ${key.high} ${key.low}`;
  const known = lastGround.get(name);
  if (known !== undefined) return known;
  const image = ground.draw(key);
  lastGround.clear();
  lastGround.set(name, image);
  return image;
}

function groundOf(ctx: LibraryContext, appearance: Appearance | undefined) {
  const usual = GROUNDS[0]!;
  const byId = (id: string | undefined) => GROUNDS.find((ground) => ground.id === id);
  switch (appearance?.kind) {
    case undefined:
      return { ground: usual, instead: undefined };
    case 'asset': {
      const ground = byId(parseAssetId(appearance.id)?.species);
      return { ground: ground ?? usual, instead: ground === undefined ? `no ground ${appearance.id}` : undefined };
    }
    case 'like': {
      const match = ctx.searchGrounds(appearance.text, () => true);
      return { ground: byId(match?.id) ?? usual, instead: undefined };
    }
    case 'like-image':
    case 'embedding': {
      const how = appearance.kind === 'embedding' ? 'embedding' : 'picture';
      return { ground: usual, instead: `the library cannot be searched by ${how}` };
    }
  }
}

function hasAsset({ byId }: LibraryContext, text: string): boolean {
  const id = parseAssetId(text);
  if (id === undefined) return false;
  if (GROUNDS.some((ground) => ground.id === id.species)) return (id.individual ?? 0) === 0;
  const species = byId.get(id.species);
  if (species === undefined) return false;
  return (id.individual ?? 0) < species.individuals;
}

function idsOf({ all }: LibraryContext, className: string): readonly string[] {
  if (className === 'ground') return GROUNDS.map((ground) => ground.id);
  return all.filter((species) => className === 'object' || species.kind === className).map((species) => species.id);
}

function isOfClass({ byId }: LibraryContext, id: string, className: string): boolean {
  return className === 'object' || byId.get(id)?.kind === className;
}
