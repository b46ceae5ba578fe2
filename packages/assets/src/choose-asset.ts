// Turns what a scene says of an object's looks into an asset.
import { closest } from '@diorama/diagnostics';
import { extend, extendNumber, uniform } from '@diorama/geometry';
import type { AssetChoice, AssetRequest, ChosenAsset } from '@diorama/stage';
import { parseAssetId, printAssetId } from './asset-id.ts';
import { LIBRARY_KEY } from './build-asset.ts';
import { GROUNDS } from './grounds/grounds.ts';
import { isOfClass, type LibraryContext } from './library-context.ts';
import type { Match } from './search/search-index.ts';
import type { Species } from './species.ts';

export function chooseAsset(ctx: LibraryContext, request: AssetRequest): AssetChoice {
  const { appearance } = request;
  switch (appearance?.kind) {
    case undefined:
      return picked(ctx, request);
    case 'asset':
      return chooseById(ctx, appearance.id, request);
    case 'like':
      return chooseByText(ctx, appearance.text, request);
    case 'embedding':
      return chooseByVector(ctx, request);
    case 'like-image':
      return picked(ctx, request, 'the library cannot be searched by picture');
  }
}

/** What a description comes to, be it by lot: then its score is 0. */
export function matchAsset(ctx: LibraryContext, className: string, text: string): Match | undefined {
  if (className === 'ground') return ctx.searchGrounds(text, () => true, 1)[0] ?? { id: GROUNDS[0]!.id, score: 0 };
  const [found] = ctx.search(text, (id) => isOfClass(ctx, id, className), 1);
  const species = found ?? pickedBy(ctx, className, text);
  return species && { score: 0, ...found, id: species.id };
}

function chooseById(ctx: LibraryContext, text: string, request: AssetRequest): AssetChoice {
  const id = parseAssetId(text);
  const species = id === undefined ? undefined : ctx.byId.get(id.species);
  const individual = species && (id?.individual ?? individualOf(ctx, species, request));
  if (species === undefined || individual === undefined || individual >= species.individuals) {
    return { kind: 'missing', reason: `no asset ${text}`, candidates: candidatesFor(ctx, text, request) };
  }
  return chosen(species, individual, request);
}

/** What may have been meant by an unknown id: the nearest spelling, then the nearest meaning. */
function candidatesFor(ctx: LibraryContext, text: string, { kind }: AssetRequest): readonly string[] {
  const written = text.replace(/#.*$/, '');
  const spelled = closest(written, [...ctx.byId.keys()]);
  const [meant] = ctx.search(written.replace(/^[^/]*\//, ''), (id) => isOfClass(ctx, id, kind), 1);
  return [...new Set([spelled, meant?.id].filter((id) => id !== undefined))];
}

/** How near the match is, the checker tells. */
function chooseByText(ctx: LibraryContext, text: string, request: AssetRequest): AssetChoice {
  const [match] = ctx.search(text, (id) => isOfClass(ctx, id, request.kind), 1);
  const species = match === undefined ? pickedBy(ctx, request.kind, text) : ctx.byId.get(match.id);
  return species === undefined ? nothingOf(request) : chosen(species, individualOf(ctx, species, request), request);
}

function chooseByVector(ctx: LibraryContext, request: AssetRequest): AssetChoice {
  const { vector, kind } = request;
  if (ctx.indexes.length === 0) return picked(ctx, request, 'the library cannot be searched by embedding');
  if (vector === undefined) return picked(ctx, request, "the row of the scene's embeddings cannot be read");
  const index = ctx.indexes.find(({ space }) => space === vector.space);
  if (index === undefined) return picked(ctx, request, `the library cannot be searched in the space ${vector.space}`);
  const [match] = index.nearest(vector.values, (id) => isOfClass(ctx, parseAssetId(id)?.species ?? '', kind), 1);
  return match === undefined ? picked(ctx, request, `the index has no ${kind}`) : chooseById(ctx, match.id, request);
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
  const among = ctx.species.filter((species) => isOfClass(ctx, species.id, kind));
  const key = typeof lot === 'number' ? extendNumber(PICK, lot) : extend(PICK, lot);
  return among[Math.floor(uniform(key, 0) * among.length)];
}
const PICK = extend(LIBRARY_KEY, 'pick');

function nothingOf({ kind }: AssetRequest): AssetChoice {
  return { kind: 'missing', reason: `no ${kind} in the library`, candidates: [] };
}

/** The individual that a variant stands for. */
function individualOf({ individuals }: LibraryContext, species: Species, { variant }: AssetRequest): number {
  return variant % Math.min(individuals, species.individuals);
}

function chosen(species: Species, individual: number, request: AssetRequest, instead?: string): ChosenAsset {
  const id = printAssetId(species.id, individual);
  const { pose, detail = 'high' } = request;
  const hasPoses = species.poses.length > 0;
  const why = instead ?? whyNotPosed(species, pose);
  const name = pose !== undefined && species.poses.includes(pose) ? pose : species.poses[0];
  const phase = roundedPhase(request.phase ?? 0);
  return {
    kind: 'asset',
    id,
    key: [id, ...(hasPoses ? [name, phase] : []), ...(detail === 'high' ? [] : [detail])].join(' '),
    ...(name === undefined ? {} : { pose: name, phase }),
    ...(detail === 'high' ? {} : { detail }),
    ...(why === undefined ? {} : { instead: why }),
  };
}

/** Why it stands in place of a pose; undefined where it takes it, or has to stand anyway. */
function whyNotPosed({ id, poses }: Species, pose: string | undefined): string | undefined {
  if (pose === undefined || pose === 'stand' || poses.includes(pose)) return undefined;
  return `${id} cannot ${pose}: it has ${poses.length === 0 ? 'no poses' : `the poses ${poses.join(', ')}`}`;
}

/** A cycle in sixteen steps: what looks alike shares its mesh. The end of a cycle is its beginning. */
function roundedPhase(phase: number): number {
  const step = Math.round(phase * PHASES) % PHASES;
  return (step < 0 ? step + PHASES : step) / PHASES;
}
const PHASES = 16;
