// `diorama compile`: turns programs into files of other programs.
import { mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { createLocator, stageFile } from '@diorama/compiler';
import type { FileId } from '@diorama/diagnostics';
import { type CommandContext, type CommonOptions, eachFile, write } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { openLibrary } from '../open-library.ts';
import { createProgress } from '../progress.ts';
import { describeFileError } from '../read-file.ts';
import { TARGETS, type TargetOptions, titleOf } from '../targets.ts';

export interface CompileOptions extends CommonOptions, TargetOptions {
  readonly to: readonly string[];
  readonly library: readonly string[];
  readonly placeholder?: boolean;
}

export async function compile(ctx: CommandContext, names: readonly string[], options: CompileOptions): Promise<void> {
  const targets = [...new Set(options.to)];
  const unknown = targets.find((name) => TARGETS[name] === undefined);
  if (unknown !== undefined) {
    return ctx.report.misused(`--to does not know ${unknown}; it knows ${Object.keys(TARGETS).join(', ')}`);
  }
  const library = await openLibrary(ctx, options.library);
  if (library === undefined) return;
  await eachFile(ctx, names, async (file) => {
    await compileOne(ctx, file, { targets, library, options });
  });
}

interface CompileInput {
  readonly targets: readonly string[];
  readonly library: NonNullable<Awaited<ReturnType<typeof openLibrary>>>;
  readonly options: CompileOptions;
}

/** Compiles one program to all targets, and writes all their files or none. Returns the files that it was made from. */
export async function compileOne(
  ctx: CommandContext,
  file: FileId,
  { targets, library, options }: CompileInput,
): Promise<readonly FileId[]> {
  const progress = createProgress(ctx.io, targets.length + 2);
  progress.step(`reading ${file}`);
  const staged = stageFile(ctx.world, file, { library, placeholder: options.placeholder === true });
  if ('unreadable' in staged) {
    progress.finish();
    ctx.report.unreadable(file, staged);
    return [file];
  }
  const { stage, sources } = staged.value;
  const used = [...sources.keys()];
  if (stage === undefined) progress.finish();
  const failed = await ctx.report.found(staged.diagnostics, sources);
  if (failed || stage === undefined) return used;

  const baseName = file === STDIN ? 'scene' : basename(file, extname(file));
  const locate = createLocator(sources);
  const title = titleOf(staged.value, baseName);
  const writings: { path: string; content: string | Uint8Array }[] = [];
  const written: string[] = [];
  for (const name of targets) {
    const target = TARGETS[name];
    if (target === undefined) continue;
    progress.step(`writing ${name}`);
    const path = outputPath(options.output, `${baseName}${target.suffix}`, targets.length === 1);
    const emitted = await target.emit({ stage, file, fileName: basename(path), title, locate, options });
    progress.finish();
    if (await ctx.report.found(emitted.diagnostics, sources)) return used;
    for (const { path: name, content } of emitted.value) writings.push({ path: join(dirname(path), name), content });
    written.push(path);
  }
  progress.step('saving');
  const saved = makeFolders(ctx, writings) && write(ctx, writings);
  progress.finish();
  if (saved) for (const path of written) ctx.report.say(`wrote ${path}`);
  return used;
}

/** One target: OUT is the file, or a folder that exists or ends with `/`. Several: OUT is the folder. */
function outputPath(output: string | undefined, fileName: string, only: boolean): string {
  if (output === undefined) return fileName;
  return only && !output.endsWith('/') ? output : join(output, fileName);
}

function makeFolders(ctx: CommandContext, writings: readonly { readonly path: string }[]): boolean {
  for (const folder of new Set(writings.map(({ path }) => dirname(path)))) {
    try {
      mkdirSync(ctx.world.pathOf(folder), { recursive: true });
    } catch (error) {
      ctx.report.unwritable(folder, describeFileError(error));
      return false;
    }
  }
  return true;
}
