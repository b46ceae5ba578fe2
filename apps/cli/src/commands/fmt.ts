// `diorama fmt`: formats programs in place.
import { formatText } from '@diorama/compiler';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { type CommandContext, type CommonOptions, eachFile, readOrReport, write } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { count, quote } from '../messages.ts';

export interface FmtOptions extends CommonOptions {
  readonly check?: boolean;
}

export async function fmt(ctx: CommandContext, names: readonly string[], options: FmtOptions): Promise<void> {
  let formattedAlready = 0;
  let others = 0;
  await eachFile(ctx, names, async (file) => {
    const text = readOrReport(ctx, file);
    if (text === undefined) return;
    const source = SourceFile.from(file, text);
    const formatted = formatText(source);
    if (hasErrors(formatted.diagnostics)) {
      await ctx.report.found(formatted.diagnostics, new Map([[file, source]]));
      ctx.report.say(`${quote(file)} has syntax errors and stays as it is`);
      return;
    }
    const isFormatted = formatted.value === text;
    if (file === STDIN && !options.check) ctx.io.stdout.write(formatted.value);
    else if (isFormatted) formattedAlready += 1;
    else {
      others += 1;
      if (options.check) ctx.report.unfit(`${quote(file)} is not formatted`);
      else if (write(ctx, [{ path: file, content: ctx.world.withMark(file, formatted.value) }])) {
        ctx.report.say(`${quote(file)} formatted`);
      }
    }
  });
  if (formattedAlready > 0 && others === 0) ctx.report.say(`${count(formattedAlready, 'file')} formatted already`);
}
