// Prints what a program is turned into, unless the program has errors.
import type { FileId, Outcome, SourceFile, Unreadable } from '@diorama/diagnostics';
import { type CommandContext, type CommonOptions, eachFile, writeResult } from './command-context.ts';

/** What a program was turned into. `text` is left out if errors prevented it. */
export interface Result {
  readonly text?: string;
  readonly sources: ReadonlyMap<FileId, SourceFile>;
}

export async function printResult(
  ctx: CommandContext,
  names: readonly string[],
  options: CommonOptions,
  turn: (file: FileId) => Outcome<Result> | Unreadable,
): Promise<void> {
  await eachFile(ctx, names, async (file) => {
    const result = turn(file);
    if ('unreadable' in result) return ctx.report.unreadable(file, result);
    const failed = await ctx.report.found(result.diagnostics, result.value.sources);
    if (!failed && result.value.text !== undefined) writeResult(ctx, options, result.value.text);
  });
}
