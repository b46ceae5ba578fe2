// `diorama assets search`: what a description means, best first.
import type { Library } from '@diorama/assets';
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
  const matches =
    options.class === 'ground' ? [library.match?.('ground', text)] : library.find(text, options.class ?? 'object');
  const found = matches.flatMap((match) => {
    if (match === undefined || match.score <= 0) return [];
    const species = library.species.find(({ id }) => id === match.id);
    // In programs an object may be of any class; here it is what is of no other.
    if (options.class !== undefined && species !== undefined && species.kind !== options.class) return [];
    return [{ id: match.id, score: Number(match.score.toFixed(3)), names: species?.names ?? [] }];
  });
  found.splice(MOST);
  if (options.json) return ctx.io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (found.length === 0) return ctx.report.unfit(describeNothing(library, text, options.class));
  ctx.io.stdout.write(printTable(found.map(({ id, score, names }) => [score.toFixed(2), id, names.join(', ')])));
}

function describeNothing({ species }: Library, text: string, className: string | undefined): string {
  if (className === undefined || className === 'ground' || species.some(({ kind }) => kind === className)) {
    return `nothing in the library is like ${JSON.stringify(text)}`;
  }
  const classes = [...new Set(species.map(({ kind }) => kind))].sort();
  return `nothing in the library is of class ${className}: there are ${classes.join(', ')} and ground`;
}
