// `diorama lint`: looks for what is physically implausible.
import { lintFile } from '@diorama/compiler';
import { type CommandContext, eachFile } from '../command-context.ts';

export async function lint(ctx: CommandContext, names: readonly string[]): Promise<void> {
  await eachFile(ctx, names, async (file) => {
    const linted = lintFile(ctx.world, file, { catalog: ctx.catalog });
    if ('unreadable' in linted) ctx.report.unreadable(file, linted);
    else await ctx.report.found(linted.diagnostics, linted.value.sources);
  });
  ctx.report.summarize('linted');
}
