// `diorama fix`: applies the fixes that leave no doubt, and tells what remains.
import { fixFile } from '@diorama/compiler';
import { type CommandContext, eachFile, write } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { count, quote } from '../messages.ts';

export async function fix(ctx: CommandContext, names: readonly string[]): Promise<void> {
  await eachFile(ctx, names, async (file) => {
    const fixed = fixFile(ctx.world, file, { catalog: ctx.catalog });
    if ('unreadable' in fixed) return ctx.report.unreadable(file, fixed);
    const { source, sources, applied } = fixed.value;
    if (file === STDIN) ctx.io.stdout.write(source.text);
    else if (applied.length > 0) {
      if (!write(ctx, [{ path: file, content: ctx.world.withMark(file, source.text) }])) return;
      ctx.report.say(`${quote(file)}: ${count(applied.length, 'fix', 'fixes')} applied`);
    }
    await ctx.report.found(fixed.diagnostics, sources);
  });
  ctx.report.summarize('checked');
}
