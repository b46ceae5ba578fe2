// `diorama import raw`: turns a RAW program, with its rotations and appearances, into core form.
import { basename, dirname, extname, join } from 'node:path';
import { SourceFile } from '@diorama/diagnostics';
import { importRaw as turnRaw } from '@diorama/lowering';
import { type CommandContext, type CommonOptions, eachFile, readOrReport, writeResult } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { readArrays } from '../read-arrays.ts';

export interface ImportRawOptions extends CommonOptions {
  readonly rotations?: string;
  readonly appearances?: string;
  readonly space?: string;
}

export async function importRaw(ctx: CommandContext, name: string, options: ImportRawOptions): Promise<void> {
  const { output, space, appearances } = options;
  if (appearances !== undefined && space === undefined) {
    return ctx.report.misused('--appearances needs --space, the name of the embedding space that they live in');
  }
  if (appearances !== undefined && (output === undefined || output === STDIN)) {
    return ctx.report.misused('--appearances needs --output: the embeddings are written beside the program');
  }
}
