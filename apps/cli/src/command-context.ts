// What every command works with: its surroundings, the files, and the report of what it finds.
import type { AssetCatalog } from '@diorama/checker';
import { type FileId, isUnreadable } from '@diorama/diagnostics';
import type { ColorChoice } from './color.ts';
import { createDiskWorld, type DiskWorld } from './disk-world.ts';
import type { Io } from './io.ts';
import { readCatalog } from './read-catalog.ts';
import type { Report } from './report.ts';
import { type Writing, writeFiles } from './write-files.ts';

/** Options that more than one command has. */
export interface CommonOptions {
  readonly color: ColorChoice;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly catalog?: string;
  readonly output?: string;
}

export interface CommandContext {
  readonly io: Io;
  readonly world: DiskWorld;
  readonly report: Report;
  /** That of `--catalog`. */
  readonly catalog: AssetCatalog | undefined;
}

/** What a command does with its arguments. */
export type CommandBody<Options extends CommonOptions> = (
  ctx: CommandContext,
  names: readonly string[],
  options: Options,
) => Promise<void>;

/** Undefined if `--catalog` cannot be read, which the report then tells. */
export function createContext(io: Io, options: CommonOptions, report: Report): CommandContext | undefined {
  const world = createDiskWorld(io);
  if (options.catalog === undefined) return { io, world, report, catalog: undefined };
  const catalog = readCatalog(world.pathOf(options.catalog));
  if (!('unreadable' in catalog)) return { io, world, report, catalog };
  report.unreadable(options.catalog, catalog);
  return undefined;
}

/** Does the same with each file, in order. A file that brings out a bug does not keep the others from their turn. */
export async function eachFile(
  ctx: CommandContext,
  names: readonly string[],
  body: (file: FileId) => void | Promise<void>,
): Promise<void> {
  for (const file of await ctx.world.enter(names)) {
    try {
      await body(file);
    } catch (error) {
      ctx.report.crash(file, error);
    }
  }
}

/** The text of a file; undefined if it cannot be read, which the report then tells. */
export function readOrReport(ctx: CommandContext, file: FileId): string | undefined {
  const text = ctx.world.readText(file);
  if (!isUnreadable(text)) return text;
  ctx.report.unreadable(file, text);
  return undefined;
}

/** Writes a result to the file of `--output`, or to standard output; beside the file, others may go. */
export function writeResult(
  ctx: CommandContext,
  options: CommonOptions,
  content: string,
  others: readonly Writing[] = [],
): void {
  if (options.output === undefined || options.output === '-') ctx.io.stdout.write(content);
  else write(ctx, [{ path: options.output, content }, ...others]);
}

/** Replaces files as a whole; tells whether it could. */
export function write(ctx: CommandContext, writings: readonly Writing[]): boolean {
  const failure = writeFiles(writings.map(({ path, content }) => ({ path: ctx.world.pathOf(path), content })));
  if (failure === undefined) return true;
  const named = writings.find(({ path }) => ctx.world.pathOf(path) === failure.path);
  ctx.report.unwritable(named?.path ?? failure.path, failure.unwritable);
  return false;
}
