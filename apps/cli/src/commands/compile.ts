// `diorama compile`: turns programs into files of other programs.
import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { createLocator, type Library, stageFile } from '@diorama/compiler';
import type { FileId } from '@diorama/diagnostics';
import type { Detail } from '@diorama/stage';
import { type CommandContext, type CommonOptions, eachFile, write } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { findClash } from '../find-clash.ts';
import { openLibrary } from '../open-library.ts';
import { createProgress } from '../progress.ts';
import { describeFileError } from '../read-file.ts';
import { TARGETS, type TargetOptions, titleOf } from '../targets.ts';

export interface CompileOptions extends CommonOptions, TargetOptions {
  readonly to: readonly string[];
  readonly library: readonly string[];
  readonly placeholder?: boolean;
  readonly detail?: Detail;
}

export async function compile(ctx: CommandContext, names: readonly string[], options: CompileOptions): Promise<void> {
  const targets = readTargets(ctx, options);
  if (targets === undefined) return;
  if (options.output === STDIN) return ctx.report.misused('compile writes files: name one, or a folder, with -o');
  const files = await ctx.world.enter(names);
  const isFolder = files.length > 1 || targets.length > 1;
  const clash = findClash(ctx.world, listOutputs(ctx, files, { targets, isFolder, options }), []);
  if (clash !== undefined) return ctx.report.misused(clash);
  const library = await openLibrary(ctx, options.library);
  if (library === undefined) return;
  await eachFile(ctx, names, async (file) => {
    await compileOne(ctx, file, { targets, isFolder, library, options });
  });
}

/** The targets of `--to`, each once. Undefined if they make no sense, which the report then tells. */
export function readTargets(ctx: CommandContext, { to }: CompileOptions): readonly string[] | undefined {
  const known = Object.keys(TARGETS);
  const unknown = to.find((name) => !known.includes(name));
  if (unknown !== undefined) ctx.report.misused(`--to does not know ${unknown}; it knows ${known.join(', ')}`);
  else if (to.length === 0) ctx.report.misused(`--to says what to write: ${known.join(', ')}`);
  else return [...new Set(to)];
  return undefined;
}

interface OutputRules {
  readonly targets: readonly string[];
  /** Whether the output is a folder in any case: there are several files to write. */
  readonly isFolder: boolean;
  readonly options: CompileOptions;
}

interface CompileInput extends OutputRules {
  readonly library: Library;
}

/** Compiles one program to all targets, and writes all their files or none. Returns the files that it was made from. */
export async function compileOne(ctx: CommandContext, file: FileId, input: CompileInput): Promise<readonly FileId[]> {
  const { targets, library, options } = input;
  const progress = createProgress(ctx.io, targets.length + 2);
  progress.step(`reading ${file}`);
  const { placeholder = false, detail } = options;
  const staged = stageFile(ctx.world, file, { library, placeholder, ...(detail && { detail }) });
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

  const outputs = listOutputs(ctx, [file], input);
  const locate = createLocator(sources);
  const title = titleOf(staged.value, baseNameOf(file));
  const writings: { path: string; content: string | Uint8Array }[] = [];
  const results: string[] = [];
  for (const [index, name] of targets.entries()) {
    const [target, path] = [TARGETS[name], outputs[index]];
    if (target === undefined || path === undefined) continue;
    progress.step(`writing ${name}`);
    const emitted = await target.emit({ stage, file, fileName: basename(path), title, locate, options });
    progress.finish();
    if (await ctx.report.found(emitted.diagnostics, sources)) return used;
    const own = emitted.value.map(({ path: name, content }) => ({ path: join(dirname(path), name), content }));
    writings.push(...own);
    results.push(describeFiles(own.map(({ path }) => path)));
  }
  const paths = writings.map(({ path }) => path);
  const clash = findClash(ctx.world, paths, used);
  if (clash !== undefined) {
    ctx.report.misused(clash);
    return used;
  }
  progress.step('saving');
  const saved = makeFolders(ctx, writings) && write(ctx, writings);
  progress.finish();
  if (saved) for (const result of results) ctx.report.say(`wrote ${result}`);
  return used;
}

/** `out/a.gltf, with a.bin, a-1.png and 3 more` */
function describeFiles([main = '', ...others]: readonly string[]): string {
  if (others.length === 0) return main;
  const named = others.slice(0, 3).map((path) => relative(dirname(main), path));
  const rest = others.length - named.length;
  return `${main}, with ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** The main file of each program and target, in this order. */
function listOutputs(
  ctx: CommandContext,
  files: readonly FileId[],
  { targets, isFolder, options: { output } }: OutputRules,
): readonly string[] {
  return files.flatMap((file) =>
    targets.map((name) => {
      const fileName = `${baseNameOf(file)}${TARGETS[name]?.suffix}`;
      if (output === undefined) return fileName;
      return isFolder || output.endsWith('/') || isExistingFolder(ctx.world.pathOf(output))
        ? join(output, fileName)
        : output;
    }),
  );
}

function baseNameOf(file: FileId): string {
  return file === STDIN ? 'scene' : basename(file, extname(file));
}

function isExistingFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
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
