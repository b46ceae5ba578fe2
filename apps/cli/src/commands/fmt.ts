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
  let changed = 0;
  let unchanged = 0;
  await eachFile(ctx, names, (file) => {
    const text = readOrReport(ctx, file);
    if (text === undefined) return;
    const source = SourceFile.from(file, text);
    const formatted = formatText(source);
    if (hasErrors(formatted.diagnostics)) {
      ctx.report.found(file, formatted.diagnostics, new Map([[file, source]]));
      ctx.report.say(`${quote(file)} has syntax errors and stays as it is`);
      return;
    }
    const isFormatted = formatted.value === text;
    if (isFormatted) unchanged += 1;
    if (options.check) {
      if (!isFormatted) ctx.report.unfit(`${quote(file)} is not formatted`);
    } else if (file === STDIN) {
      ctx.io.stdout.write(formatted.value);
    } else if (!isFormatted && write(ctx, [{ path: file, content: ctx.world.withMark(file, formatted.value) }])) {
      changed += 1;
      ctx.report.say(`${quote(file)} formatted`);
    }
  });
  if (changed === 0 && unchanged > 0 && !names.includes(STDIN)) {
    ctx.report.say(`${count(unchanged, 'file')} formatted already`);
  }
}
