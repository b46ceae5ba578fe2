// `diorama check`: finds every problem of programs.
import { type Checked, checkFile } from '@diorama/compiler';
import { type CommandContext, type CommonOptions, eachFile } from '../command-context.ts';
import { openLibrary } from '../open-library.ts';

export interface CheckOptions extends CommonOptions {
  readonly library: readonly string[];
}

export async function check(ctx: CommandContext, names: readonly string[], options: CheckOptions): Promise<void> {
  // Opened when the first program names an asset, and then kept.
  let library: ReturnType<typeof openLibrary> | undefined;
  await eachFile(ctx, names, async (file) => {
    let checked = checkFile(ctx.world, file, { catalog: ctx.catalog });
    if (ctx.catalog === undefined && !('unreadable' in checked) && namesAssets(checked.value)) {
      library ??= openLibrary(ctx, options.library);
      checked = checkFile(ctx.world, file, { catalog: await library });
    }
    if ('unreadable' in checked) ctx.report.unreadable(file, checked);
    else await ctx.report.found(checked.diagnostics, checked.value.sources);
  });
  ctx.report.summarize('checked');
}

/** Only `asset("…")` can name what the library does not have; a comment may be taken for it, which costs a moment. */
function namesAssets({ sources }: Checked): boolean {
  return [...sources.values()].some(({ text }) => /\basset\s*\(/.test(text));
}
