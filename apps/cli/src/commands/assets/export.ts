// `diorama assets export`: an asset as a file for other programs.
import { exportAsset, exportRig } from '@diorama/asset-files';
import { individualOf, type Library, parseAssetId } from '@diorama/assets';
import type { Detail } from '@diorama/stage';
import { type CommandContext, type CommonOptions, write } from '../../command-context.ts';
import { openAssets } from '../../open-library.ts';
import { describeAsset } from './describe-asset.ts';
import { type FoundAsset, findAsset } from './find-asset.ts';

export interface ExportOptions extends CommonOptions {
  readonly output: string;
  readonly pose?: string;
  readonly phase?: string;
  readonly detail?: Detail;
  readonly height: string;
  readonly rig?: boolean;
  readonly library: readonly string[];
}

export async function exportOne(
  ctx: CommandContext,
  [id = '']: readonly string[],
  options: ExportOptions,
): Promise<void> {
  const { output, pose, phase, detail } = options;
  if (!/\.glb$/i.test(output)) return ctx.report.misused(`an asset is written as a .glb file, not as ${output}`);
  const height = Number(options.height);
  if (!(0 < height && height <= 1000))
    return ctx.report.misused(`--height is more than 0 and at most 1000 metres, not ${options.height}`);
  if (options.rig && (pose !== undefined || phase !== undefined))
    return ctx.report.misused('--rig writes all poses: leave --pose and --phase out');
  const assets = await openAssets(ctx, options.library);
  if (assets === undefined) return;
  const { library, details } = assets;
  if (options.rig && details.has(id.replace(/#.*$/, '')))
    return ctx.report.misused(`--rig is for built-in animals, and ${id} is one of your own: leave it out`);
  const found = findAsset(ctx, library, {
    id,
    ...(pose && { pose }),
    ...(phase && { phase }),
    ...(detail && { detail }),
  });
  if (found === undefined) return;
  const { licence, author, source, latin } = describeAsset(found.species, details.get(found.species.id));
  const about = {
    name: found.choice.id,
    height,
    copyright: [author, licence].filter((part) => part !== undefined).join(', ') || 'licence unknown',
    extras: { asset: found.choice.id, source, ...(latin === undefined ? {} : { latin }) },
  };
  const bytes = options.rig ? await rigged(ctx, found, about, detail) : await plain(ctx, library, found, about);
  if (bytes !== undefined && write(ctx, [{ path: output, content: bytes }])) ctx.report.say(`wrote ${output}`);
}

type About = Parameters<typeof exportAsset>[1];

async function plain(
  ctx: CommandContext,
  library: Library,
  { choice }: FoundAsset,
  about: About,
): Promise<Uint8Array | undefined> {
  const model = library.build(choice);
  if (!('reason' in model)) return exportAsset(model, about);
  ctx.report.unfit(model.reason);
  return undefined;
}

async function rigged(
  ctx: CommandContext,
  { species, choice }: FoundAsset,
  about: About,
  detail: Detail | undefined,
): Promise<Uint8Array | undefined> {
  const number = parseAssetId(choice.id)?.individual ?? 0;
  const rig = species.rig?.(individualOf(species, number, detail === undefined ? {} : { detail }));
  if (rig !== undefined) return exportRig(rig, about);
  ctx.report.misused(`${species.id} has no skeleton: leave --rig out`);
  return undefined;
}
