// `diorama check`: finds every problem of programs.
import { checkFile } from '@diorama/compiler';
import { type CommandContext, eachFile } from '../command-context.ts';

export async function check(ctx: CommandContext, names: readonly string[]): Promise<void> {
  await eachFile(ctx, names, async (file) => {
    const checked = checkFile(ctx.world, file, { catalog: ctx.catalog });
    if ('unreadable' in checked) ctx.report.unreadable(file, checked);
    else await ctx.report.found(checked.diagnostics, checked.value.sources);
  });
  ctx.report.summarize('checked');
}
