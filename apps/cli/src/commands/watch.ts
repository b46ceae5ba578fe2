// `diorama watch`: compiles a program again whenever it, or a file that it uses, is saved.
import { usesColor } from '../color.ts';
import type { CommandContext } from '../command-context.ts';
import { STDIN } from '../disk-world.ts';
import { openLibrary } from '../open-library.ts';
import { createReport } from '../report.ts';
import { watchFiles } from '../watch-files.ts';
import { type CompileOptions, compileOne, readTargets } from './compile.ts';

/** Editors save in several steps; what follows within this time is one change, milliseconds. */
const SETTLED = 15;

export async function watch(ctx: CommandContext, names: readonly string[], options: CompileOptions): Promise<void> {
  const targets = readTargets(ctx, options);
  if (targets === undefined) return;
  if (options.output === STDIN) return ctx.report.misused('watch writes files: name one, or a folder, with -o');
  if (names.includes(STDIN)) return ctx.report.misused('watch needs a file: standard input does not change');
  const library = await openLibrary(ctx, options.library);
  const [file] = await ctx.world.enter(names);
  if (library === undefined || file === undefined) return;
  const input = { targets, isFolder: targets.length > 1, library, options };

  const again = async (): Promise<void> => {
    const [begun, date] = [performance.now(), Date.now()];
    // What was said of the last version is not said of this one.
    const report = createReport(ctx.io, { color: usesColor(ctx.io, options.color), strict: false, json: false });
    try {
      for (const one of await compileOne({ ...ctx, report }, file, input)) watcher.add(ctx.world.pathOf(one), date);
    } catch (error) {
      report.crash(file, error);
    }
    report.say(`${Math.round(performance.now() - begun)} ms; waiting for changes, Ctrl+C ends`);
  };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watchFiles(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(again);
    }, SETTLED);
  });
  watcher.add(ctx.world.pathOf(file), Number.POSITIVE_INFINITY);
  running = again();
  await new Promise<void>((resolve) => {
    ctx.io.onInterrupt(() => {
      void running.then(() => {
        clearTimeout(timer);
        watcher.close();
        resolve();
      });
    });
  });
}
