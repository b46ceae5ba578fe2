// Holds appearances against what is known of them: the asset library, the scene's embeddings file.
import type * as ast from '@diorama/syntax';
import { ASSET_ID } from './asset-catalog.ts';
import { type CheckContext, isConstant, placeOf, report } from './context.ts';
import * as problems from './problems/index.ts';
import type * as typed from './typed-tree.ts';

/** Whether a construction can stand, as far as the checker knows; if not, it has said why. */
export function checkAppearance(ctx: CheckContext, node: ast.Call, construct: typed.Construct): boolean {
  const argument = construct.arguments[0];
  switch (construct.function.name) {
    case 'asset':
      return argument === undefined || !isConstant(argument) || checkAssetId(ctx, argument);
    case 'embedding':
      return checkEmbedding(ctx, node, argument);
    default:
      return true;
  }
}

function checkAssetId(ctx: CheckContext, argument: typed.Constant): boolean {
  const id = String(argument.value);
  if (!ASSET_ID.test(id)) {
    report(ctx, problems.malformedAssetId(argument.place, id));
    return false;
  }
  if (ctx.catalog === undefined || ctx.catalog.has(id)) return true;
  const className = id.slice(0, id.indexOf('/'));
  report(ctx, problems.unknownAsset(argument.place, id, [...ctx.catalog.ids(className)]));
  return false;
}

function checkEmbedding(ctx: CheckContext, node: ast.Call, argument: typed.Expression | undefined): boolean {
  const { embeddings } = ctx.state;
  ctx.state.reads.set('embeddings', embeddings);
  ctx.state.usesEmbeddings = true;
  if (embeddings === undefined) {
    report(ctx, problems.noEmbeddings(placeOf(ctx, node)));
    return false;
  }
  if (
    argument === undefined ||
    !isConstant(argument) ||
    typeof argument.value !== 'number' ||
    argument.value < embeddings.rows
  )
    return true;
  report(ctx, problems.unknownRow(argument.place, argument.value, embeddings));
  return false;
}
