// Holds appearances against what is known of them: the asset library, the scene's embeddings file.
import type { Diagnostic, Label, Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { ASSET_ID, type AssetCatalog } from './asset-catalog.ts';
import { type CheckContext, isConstant, placeOf, remember, report } from './context.ts';
import { whyUnreadable } from './load-embeddings.ts';
import * as problems from './problems/index.ts';
import * as scalar from './scalar.ts';
import type * as typed from './typed-tree.ts';
import type { Value } from './value.ts';

/** Whether a construction can stand, as far as the checker knows; if not, it has said why. */
export function checkAppearance(ctx: CheckContext, node: ast.Call, construct: typed.Construct): boolean {
  const { name } = construct.function;
  if (name === 'embedding' && !checkEmbeddings(ctx, node)) return false;
  const argument = construct.arguments[0];
  if (argument === undefined || !isConstant(argument)) return true;
  const found =
    name === 'like' && construct.signature === 1
      ? imageProblem(ctx, argument)
      : name === 'asset'
        ? assetProblem(ctx.catalog, argument, node)
        : name === 'embedding'
          ? rowProblem(ctx.state.embeddings, argument.place, argument.value)
          : undefined;
  if (found !== undefined) report(ctx, found);
  return found === undefined;
}

function checkEmbeddings(ctx: CheckContext, node: ast.Call): boolean {
  const { embeddings } = ctx.state;
  remember(ctx, 'embeddings', '', embeddings);
  ctx.state.usesEmbeddings = true;
  if (embeddings === undefined) report(ctx, problems.noEmbeddings(placeOf(ctx, node)));
  return embeddings !== undefined;
}

/** What is wrong with the picture that something shall look like, if anything. */
function imageProblem(ctx: CheckContext, { place, value }: typed.Constant): Diagnostic | undefined {
  const file = ctx.world.resolve(ctx.file, String(value));
  const why = whyUnreadable(ctx.world, file);
  remember(ctx, 'readable', file, why);
  return why === undefined ? undefined : problems.unreadableFile(place, String(value), why);
}

/** What is wrong with an asset's id, if anything. `node` is the call in which it may be written. */
function assetProblem(
  catalog: AssetCatalog | undefined,
  { place, value }: typed.Constant,
  node: ast.Call,
): Diagnostic | undefined {
  const id = String(value);
  const text = node.arguments[0]?.value;
  if (ASSET_ID.test(id)) return unknownAssetProblem(catalog, place, id, text?.kind === 'text');
  const { start, end } = node.callee;
  const useLike = { title: 'write like', edits: [{ start, end, text: 'like' }], safe: false };
  return problems.malformedAssetId(place, text?.kind === 'text' && id.trim() !== '' ? [useLike] : []);
}

function unknownAssetProblem(
  catalog: AssetCatalog | undefined,
  place: Place,
  id: string,
  written: boolean,
): Diagnostic | undefined {
  if (catalog === undefined || catalog.has(id)) return undefined;
  return problems.unknownAsset(place, id, [...catalog.ids(classOf(id))], written);
}

function rowProblem(
  embeddings: typed.EmbeddingFile | undefined,
  place: Place,
  row: Value,
  related: readonly Label[] = [],
): Diagnostic | undefined {
  if (embeddings === undefined || !scalar.isScalar(row) || scalar.high(row) < embeddings.rows) return undefined;
  return problems.unknownRow(place, row, embeddings, related);
}

/** What a run knows of appearances. */
export interface AppearanceKnowledge {
  readonly catalog: AssetCatalog | undefined;
  readonly embeddings: typed.EmbeddingFile | undefined;
}

/** What is wrong with what `asset` or `embedding` is given by a draw or a loop, if anything. */
export function givenProblem(
  { catalog, embeddings }: AppearanceKnowledge,
  node: typed.Construct,
  value: Value,
  related: readonly Label[],
): Diagnostic | undefined {
  const place = node.arguments[0]?.place ?? node.place;
  if (node.function.name === 'embedding') return rowProblem(embeddings, place, value, related);
  if (node.function.name !== 'asset') return undefined;
  for (const id of possible(value)) {
    if (typeof id !== 'string') continue;
    if (!ASSET_ID.test(id)) return problems.malformedAssetId(place);
    const found = unknownAssetProblem(catalog, place, id, false);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an element of a kind can wear an asset. */
export function fitsClass(id: string, kind: string): boolean {
  return kind === 'object' || classOf(id) === kind;
}

/** The assets of which an appearance may be one. */
export function assetsOf(value: Value): readonly string[] {
  return possible(value).flatMap((one) =>
    typeof one === 'object' && one.kind === 'appearance' && one.appearance.kind === 'asset' ? [one.appearance.id] : [],
  );
}

function possible(value: Value): readonly Value[] {
  return typeof value === 'object' && value.kind === 'unknown' ? (value.among ?? []) : [value];
}

function classOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
