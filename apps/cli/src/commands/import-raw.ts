// `diorama import raw`: turns a RAW program, with its rotations and appearances, into core form.
import { basename, dirname, join } from 'node:path';
import { SourceFile } from '@diorama/diagnostics';
import { importRaw as turnRaw } from '@diorama/lowering';
import { type CommandContext, type CommonOptions, eachFile, readOrReport, writeResult } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { readJson } from '../read-json.ts';

export interface ImportRawOptions extends CommonOptions {
  readonly rotations?: string;
  readonly appearances?: string;
  readonly space?: string;
}

export async function importRaw(
  ctx: CommandContext,
  names: readonly string[],
  options: ImportRawOptions,
): Promise<void> {
  const { output = STDIN, space } = options;
  if (options.appearances !== undefined && output === STDIN) {
    return ctx.report.misused('--appearances needs --output: the embeddings are written beside the program');
  }
  if (options.appearances !== undefined && space === undefined) {
    return ctx.report.misused(
      '--appearances needs --space: vectors mean something only in the embedding space they are of',
    );
  }
  if (space?.trim() === '')
    return ctx.report.misused('--space needs the name of an embedding space, such as clip-vit-l-14');
  const rotations = readArray('rotations');
  const appearances = readArray('appearances');
  if (rotations === undefined || appearances === undefined) return;

  await eachFile(ctx, names, async (file) => {
    const text = readOrReport(ctx, file);
    if (text === undefined) return;
    const source = SourceFile.from(file, text);
    // Never the program's own name, whatever that ends with.
    const embeddingsFile = `${basename(output).replace(/\.dio$/, '')}.safetensors`;
    const imported = turnRaw(source, { ...rotations, ...appearances, ...(space && { space }), embeddingsFile });
    if (await ctx.report.found(imported.diagnostics, new Map([[file, source]]))) {
      return ctx.report.say('nothing is imported until the errors are corrected');
    }
    const { embeddings } = imported.value;
    const others = embeddings ? [{ path: join(dirname(output), embeddingsFile), content: embeddings }] : [];
    writeResult(ctx, options, imported.value.text, others);
  });

  function readArray(array: 'rotations' | 'appearances') {
    const file = options[array];
    if (file === undefined) return {};
    const json = readJson(ctx.world.pathOf(file));
    if (!('unreadable' in json)) return { [array]: json.value };
    ctx.report.unreadable(file, json);
    return undefined;
  }
}
