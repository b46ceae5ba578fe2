// `diorama assets show`: all about one asset, and a picture of it.

import type { Library, Species } from '@diorama/assets';
import { invariant } from '@diorama/diagnostics';
import { encodePng } from '@diorama/images';
import { DETAILS, type Detail } from '@diorama/stage';
import { type CommandContext, type CommonOptions, write } from '../../command-context.ts';
import { openAssets } from '../../open-library.ts';
import { type AssetDescription, describeAsset, describeGround, printHeights, printTable } from './describe-asset.ts';
import { createAssetPainter } from './draw-asset.ts';
import { findAsset } from './find-asset.ts';
import { parseSide } from './parse-side.ts';

export interface ShowOptions extends CommonOptions {
  readonly library: readonly string[];
  readonly pose?: string;
  readonly phase?: string;
  readonly detail?: Detail;
  readonly size: string;
}

export async function showAsset(
  ctx: CommandContext,
  [id = '']: readonly string[],
  options: ShowOptions,
): Promise<void> {
  if (options.output !== undefined && !/\.png$/i.test(options.output))
    return ctx.report.misused(`a picture is a .png file, not ${options.output}`);
  const size = parseSide(ctx, options.size);
  const assets = await openAssets(ctx, options.library);
  if (assets === undefined || size === undefined) return;
  const { library, details } = assets;
  if ([...library.ids('ground')].includes(id)) return showGround(ctx, library, id, options);
  const { pose, phase, detail, output } = options;
  const found = findAsset(ctx, library, {
    id,
    ...(pose && { pose }),
    ...(phase && { phase }),
    ...(detail && { detail }),
  });
  if (found === undefined) return;
  const triangles = countTriangles(ctx, library, found.species, id);
  if (triangles === undefined) return;
  print(ctx, { ...describeAsset(found.species, details.get(found.species.id)), triangles }, options);
  if (output === undefined) return;
  const picture = createAssetPainter(library)({ choice: found.choice, kind: found.species.kind, size });
  invariant(picture !== undefined, 'what was built can be drawn');
  save(ctx, output, picture);
}

function showGround(ctx: CommandContext, library: Library, id: string, options: ShowOptions): void {
  print(ctx, describeGround(id), options);
  if (options.output === undefined) return;
  const { material } = library.chooseGround({ appearance: { kind: 'asset', id }, seed: 0 });
  if (material.texture !== undefined) save(ctx, options.output, material.texture.image);
}

function save(
  ctx: CommandContext,
  path: string,
  { width, height, pixels }: { readonly width: number; readonly height: number; readonly pixels: Uint8Array },
): void {
  if (write(ctx, [{ path, content: encodePng({ width, height, pixels }) }])) ctx.report.say(`wrote ${path}`);
}

/** Of each detail; undefined if a file is damaged, which the report then tells. */
function countTriangles(
  ctx: CommandContext,
  library: Library,
  species: Species,
  id: string,
): Readonly<Record<Detail, number>> | undefined {
  const counts: Partial<Record<Detail, number>> = {};
  for (const detail of DETAILS) {
    const choice = library.choose({ kind: species.kind, variant: 0, appearance: { kind: 'asset', id }, detail });
    const model = choice.kind === 'asset' ? library.build(choice) : choice;
    if ('reason' in model) {
      ctx.report.unfit(model.reason);
      return undefined;
    }
    counts[detail] = model.parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
  }
  return counts as Record<Detail, number>;
}

type Shown = AssetDescription & { readonly triangles?: Readonly<Record<Detail, number>> };

function print(ctx: CommandContext, shown: Shown, { json }: ShowOptions): void {
  if (json) return ctx.io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  const { id, names, latin, tags, heights, poses, individuals, licence, author, source, file, clips, triangles } =
    shown;
  const rows: (readonly [string, string | undefined])[] = [
    ['id', id],
    ['names', names.join(', ')],
    ['Latin', latin],
    ['tags', tags.join(', ')],
    ['height', printHeights(heights)],
    ['poses', poses.join(', ')],
    ['individuals', String(individuals)],
    ['triangles', triangles && DETAILS.map((detail) => `${triangles[detail]} (${detail})`).join(', ')],
    ['clips', clips?.join(', ')],
    ['licence', licence ?? 'unknown'],
    ['author', author],
    ['source', source],
    ['file', file],
  ];
  ctx.io.stdout.write(printTable(rows.flatMap(([name, value]) => (value ? [[name, value]] : []))));
}
