// `diorama render`: draws a program.
import { createLocator, type Library, stageFile } from '@diorama/compiler';
import type { FileId } from '@diorama/diagnostics';
import { encodePng } from '@diorama/images';
import type { Detail, Stage } from '@diorama/stage';
import { type CommandContext, type CommonOptions, eachFile, write } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { BUFFER_SUFFIXES, encodeDepth, encodeIds } from '../encode-buffers.ts';
import { findClash } from '../find-clash.ts';
import { openLibrary } from '../open-library.ts';
import { LARGEST_SIDE, parseSize, type Size } from '../parse-size.ts';
import { createProgress } from '../progress.ts';
import { ENGINES, type EngineOptions, type Picture } from '../render-engines.ts';

export interface RenderOptions extends CommonOptions {
  readonly engine: string;
  readonly size?: string;
  readonly ids?: string;
  readonly depth?: string;
  readonly samples?: string;
  readonly shadows: boolean;
  readonly library: readonly string[];
  readonly placeholder?: boolean;
  readonly detail?: Detail;
}

export async function render(ctx: CommandContext, names: readonly string[], options: RenderOptions): Promise<void> {
  const { output, ids, depth } = options;
  if (output === undefined && ids === undefined && depth === undefined) {
    return ctx.report.misused('render needs a file to write: -o picture.png (or --ids, --depth)');
  }
  if (output === STDIN) return ctx.report.misused('a picture is not written to standard output: name a file with -o');
  for (const path of [ids, depth]) {
    if (path === undefined || BUFFER_SUFFIXES.some((suffix) => path.endsWith(suffix))) continue;
    return ctx.report.misused(`ids and depth are written as ${BUFFER_SUFFIXES.join(' or ')}, not as ${path}`);
  }
  const size = options.size === undefined ? undefined : parseSize(options.size);
  if (options.size !== undefined && size === undefined) {
    return ctx.report.misused(`--size is written 640x480, at most ${LARGEST_SIDE} on a side; not ${options.size}`);
  }
  const samples = options.samples === undefined ? undefined : Number(options.samples);
  if (samples !== undefined && !(Number.isInteger(samples) && 1 <= samples && samples <= 65_536)) {
    return ctx.report.misused(`--samples is a whole number from 1 to 65536, not ${options.samples}`);
  }
  const library = await openLibrary(ctx, options.library);
  if (library === undefined) return;
  await eachFile(ctx, names, (file) => renderOne(ctx, file, { library, options, size, samples }));
}

interface RenderInput {
  readonly library: Library;
  readonly options: RenderOptions;
  readonly size: Size | undefined;
  readonly samples: number | undefined;
}

/** The height of a picture if nothing is said of it, pixels. */
const USUAL_HEIGHT = 512;

async function renderOne(ctx: CommandContext, file: FileId, input: RenderInput): Promise<void> {
  const { library, options, samples } = input;
  const progress = createProgress(ctx.io, 3);
  progress.step(`reading ${file}`);
  const { placeholder = false, detail } = options;
  const staged = stageFile(ctx.world, file, { library, placeholder, ...(detail && { detail }) });
  if ('unreadable' in staged) {
    progress.finish();
    return ctx.report.unreadable(file, staged);
  }
  const { stage, sources } = staged.value;
  if (stage === undefined) progress.finish();
  if ((await ctx.report.found(staged.diagnostics, sources)) || stage === undefined) return;

  const size = input.size ?? usualSize(stage);
  progress.step(`drawing ${size.width} × ${size.height} pixels with ${options.engine}`);
  const wanted: EngineOptions = {
    ...size,
    shadows: options.shadows,
    ids: options.ids !== undefined,
    depth: options.depth !== undefined,
    color: options.output !== undefined,
    locate: createLocator(sources),
    ...(samples !== undefined && { samples }),
  };
  const engine = ENGINES[options.engine];
  const picture = await engine?.(stage, wanted);
  progress.finish();
  if (picture === undefined) return ctx.report.misused(`--engine does not know ${options.engine}`);
  if ('unavailable' in picture) return ctx.report.misused(picture.unavailable);
  if (await ctx.report.found(picture.diagnostics, sources)) return;
  save(ctx, { picture: picture.value, size, options, used: sources.keys() });
}

interface Saving {
  readonly picture: Picture;
  readonly size: Size;
  readonly options: RenderOptions;
  /** The program's files. */
  readonly used: Iterable<FileId>;
}

function save(ctx: CommandContext, { picture, size: { width, height }, options, used }: Saving): void {
  const { output, ids, depth } = options;
  const writings = [
    ...(output !== undefined && picture.color
      ? [{ path: output, content: encodePng({ width, height, pixels: picture.color }) }]
      : []),
    ...(ids !== undefined && picture.ids ? [{ path: ids, content: encodeIds(ids, picture.ids, width, height) }] : []),
    ...(depth !== undefined && picture.depth
      ? [{ path: depth, content: encodeDepth(depth, picture.depth, width, height) }]
      : []),
  ];
  const paths = writings.map(({ path }) => path);
  const clash = findClash(ctx.world, paths, used);
  if (clash !== undefined) return ctx.report.misused(clash);
  if (write(ctx, writings)) for (const { path } of writings) ctx.report.say(`wrote ${path}`);
}

function usualSize({ camera }: Pick<Stage, 'camera'>): Size {
  return { width: Math.max(1, Math.round(USUAL_HEIGHT * camera.aspect)), height: USUAL_HEIGHT };
}
