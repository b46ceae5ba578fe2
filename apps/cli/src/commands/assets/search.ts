// `diorama assets search`: what a description means, best first.
import type { CommandContext, CommonOptions } from '../../command-context.ts';
import { openAssets } from '../../open-library.ts';
import { printTable } from './describe-asset.ts';

export interface SearchOptions extends CommonOptions {
  readonly class?: string;
  readonly library: readonly string[];
}

/** A person reads no more. */
const MOST = 20;

export async function searchAssets(
  ctx: CommandContext,
  [text = '']: readonly string[],
  options: SearchOptions,
): Promise<void> {
  const assets = await openAssets(ctx, options.library);
  if (assets === undefined) return;
  const { library } = assets;
  const className = options.class ?? 'object';
  const matches = className === 'ground' ? [library.match?.('ground', text)] : library.find(text, className, MOST);
  const found = matches.flatMap((match) => {
    if (match === undefined || match.score <= 0) return [];
    const species = library.species.find(({ id }) => id === match.id);
    return [{ id: match.id, score: Number(match.score.toFixed(3)), names: species?.names ?? [] }];
  });
  if (options.json) return ctx.io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (found.length === 0) return ctx.report.unfit(`nothing in the library is like ${JSON.stringify(text)}`);
  ctx.io.stdout.write(printTable(found.map(({ id, score, names }) => [score.toFixed(2), id, names.join(', ')])));
}
