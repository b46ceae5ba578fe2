// `diorama assets list`: what there is.
import type { CommandContext, CommonOptions } from '../../command-context.ts';
import { openAssets } from '../../open-library.ts';
import { describeAll, printHeights, printTable } from './describe-asset.ts';

export interface ListOptions extends CommonOptions {
  readonly class?: string;
  readonly library: readonly string[];
}

export async function listAssets(ctx: CommandContext, _: readonly string[], options: ListOptions): Promise<void> {
  const assets = await openAssets(ctx, options.library);
  if (assets === undefined) return;
  const found = describeAll(assets.library, assets.details, options.class);
  if (options.json) return ctx.io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  const rows = found.map(({ id, name, latin = '', heights, poses }) => [
    id,
    name,
    latin,
    printHeights(heights),
    poses.join(' '),
  ]);
  ctx.io.stdout.write(printTable(rows));
}
