// `diorama watch`: compiles a program again whenever it, or a file that it uses, is saved.
import type { FileId } from '@diorama/diagnostics';
import { watch as watchFiles } from 'chokidar';
import { usesColor } from '../color.ts';
import type { CommandContext } from '../command-context.ts';
import { openLibrary } from '../open-library.ts';
import { createReport } from '../report.ts';
import { TARGETS } from '../targets.ts';
import { type CompileOptions, compileOne } from './compile.ts';

/** Editors save in several steps; what follows within this time is one change, milliseconds. */
const SETTLED = 15;

export async function watch(ctx: CommandContext, names: readonly string[], options: CompileOptions): Promise<void> {
  const targets = [...new Set(options.to)];
  const unknown = targets.find((name) => TARGETS[name] === undefined);
  if (unknown !== undefined) {
    return ctx.report.misused(`--to does not know ${unknown}; it knows ${Object.keys(TARGETS).join(', ')}`);
  }
  const library = await openLibrary(ctx, options.library);
  const [file] = await ctx.world.enter(names);
  if (library === undefined || file === undefined) return;

  const watcher = watchFiles([], { ignoreInitial: true });
  const watched = new Set<FileId>();
  const again = async (): Promise<void> => {
    const begun = performance.now();
    // What was said of the last version is not said of this one.
    const report = createReport(ctx.io, { color: usesColor(ctx.io, options.color), strict: false, json: false });
    const used = await compileOne({ ...ctx, report }, file, { targets, library, options });
    for (const one of used) {
      if (watched.has(one)) continue;
      watched.add(one);
      watcher.add(ctx.world.pathOf(one));
    }
    report.say(`${Math.round(performance.now() - begun)} ms; waiting for changes, Ctrl+C ends`);
  };

  await again();
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(again);
      }, SETTLED);
    });
    ctx.io.onInterrupt(() => {
      clearTimeout(timer);
      void running.then(() => watcher.close()).then(resolve);
    });
  });
}
