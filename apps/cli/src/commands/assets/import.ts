// `diorama assets import`: turns a folder of glTF models into a library folder.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  type ImportedAsset,
  importAsset,
  type LibraryEntry,
  type LibraryManifest,
  mergeEntry,
  nameImports,
  printLibraryManifest,
  readLibraryManifest,
} from '@diorama/asset-files';
import {
  checkManifest,
  createLibrary,
  type Library,
  MANIFEST,
  type ManifestEntry,
  openContainer,
  type ReadResource,
  unreadableAsset,
} from '@diorama/assets';
import { type FileId, isUnreadable } from '@diorama/diagnostics';
import { type CommandContext, type CommonOptions, write } from '../../command-context.ts';
import { count } from '../../messages.ts';
import { createProgress } from '../../progress.ts';
import { describeFileError } from '../../read-file.ts';
import type { Writing } from '../../write-files.ts';
import { listModels } from './list-models.ts';
import { realPath } from './real-path.ts';

export interface ImportOptions extends CommonOptions {
  readonly output: string;
  readonly licence?: string;
  readonly author?: string;
  readonly source?: string;
}

export async function importAssets(
  ctx: CommandContext,
  [folder = '']: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const { output } = options;
  const [from, to] = [ctx.world.pathOf(folder), ctx.world.pathOf(output)];
  if (isSameFolder(from, to))
    return ctx.report.misused('the library would overwrite the models: name another folder with -o');
  const models = listModels(from, to);
  if ('unreadable' in models) return ctx.report.unreadable(folder, models);
  const said = await readOwnManifest(ctx, join(folder, MANIFEST), from);
  const before = readBefore(ctx, join(output, MANIFEST), to);
  if (said === undefined || before === undefined) return;
  const astray = [...said.keys()].filter((name) => !models.files.includes(name));
  for (const name of astray) ctx.report.say(`${join(folder, MANIFEST)} names ${name}, which is not there`);
  if (models.files.length === 0) return ctx.report.unfit(`diorama: there is no .glb or .gltf file in ${folder}`);
  try {
    if (statSync(to, { throwIfNoEntry: false })?.isDirectory() === false)
      return ctx.report.unwritable(output, 'it is a file');
    mkdirSync(to, { recursive: true });
  } catch (error) {
    return ctx.report.unwritable(output, describeFileError(error));
  }
  const way = relative(realPath(to), realPath(from)).split(sep).join('/');
  const sources = models.files.map((name) => `${way}/${name}`);
  const names = nameImports(sources, before.assets, (name) => existsSync(join(to, name)));
  const work: Work = {
    ctx,
    folder,
    title: basename(realPath(from)),
    to,
    output,
    options,
    said,
    library: createLibrary(),
    store: createStore(ctx, output, before),
  };
  await importAll(work, models.files, sources, names);
}

/** What the import is about, and with. */
interface Work {
  readonly ctx: CommandContext;
  readonly folder: string;
  /** What the folder is called. */
  readonly title: string;
  readonly output: string;
  /** Where the library is. */
  readonly to: string;
  readonly options: ImportOptions;
  /** What the models' own manifest says. */
  readonly said: ReadonlyMap<string, ManifestEntry>;
  readonly library: Library;
  readonly store: Store;
}

async function importAll(
  work: Work,
  files: readonly string[],
  sources: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const { ctx, store, output } = work;
  const tally = { imported: 0, skipped: 0, failed: 0 };
  let isStopped = false;
  ctx.io.onInterrupt(() => {
    isStopped = true;
  });
  const progress = createProgress(ctx.io, files.length);
  for (const [index, file] of files.entries()) {
    // Lets an interruption come through.
    await setImmediate();
    if (isStopped) break;
    progress.step(file);
    const source = sources[index]!;
    const done = await importOne(work, file, source, names.get(source)!, () => progress.finish());
    if (done === 'unwritable') return progress.finish();
    tally[done] += 1;
  }
  progress.finish();
  if (!store.flush()) return;
  const { imported, skipped, failed } = tally;
  const parts = [
    `${count(imported, 'model')} imported`,
    ...(skipped > 0 ? [`${skipped} skipped: they did not change`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  ctx.report.say(`${output}: ${parts.join(', ')}`);
  if (isStopped) ctx.report.unfit('stopped; the same command goes on where it was');
}

type Done = 'imported' | 'skipped' | 'failed' | 'unwritable';

async function importOne(work: Work, name: string, source: string, to: string, clear: () => void): Promise<Done> {
  const { ctx, folder, options, store, library } = work;
  const file: FileId = join(folder, name);
  const fail = async (why: string): Promise<Done> => {
    clear();
    await ctx.report.found([unreadableAsset(file, why)], new Map());
    return 'failed';
  };
  const bytes = ctx.world.readBytes(file, LARGEST + 1);
  if (isUnreadable(bytes)) return fail(bytes.unreadable);
  if (bytes.length > LARGEST) return fail(`it has more than the ${LARGEST} bytes that are read`);
  const { licence, author, source: where } = options;
  const own = work.said.get(name);
  const told: Partial<ManifestEntry> = {
    ...(licence === undefined ? {} : { licence }),
    ...(author === undefined ? {} : { author }),
    ...(where === undefined ? {} : { source: where }),
    ...own,
  };
  const read: ReadResource = (path) => {
    const resource = ctx.world.readBytes(join(dirname(file), path), LARGEST);
    return isUnreadable(resource) ? undefined : resource;
  };
  const digest = digestOf(file, bytes, told, read);
  const before = store.entryOf(to);
  if (before?.imported?.digest === digest && existsSync(join(work.to, to))) return 'skipped';
  let made: ImportedAsset | undefined;
  try {
    const { value, diagnostics } = await importAsset({
      file,
      bytes,
      read,
      from: `${work.title}/${name}`,
      origin: source,
      to,
      digest,
      said: told,
      library,
    });
    if (diagnostics.length > 0) clear();
    await ctx.report.found(diagnostics, new Map());
    made = value;
  } catch (error) {
    clear();
    ctx.report.crash(file, error);
  }
  if (made === undefined) return 'failed';
  const { entry, kept } = mergeEntry(before, made.entry);
  clear();
  ctx.report.say(`${file} → ${to}, ${entry.class}/${entry.species}: ${made.conclusions.join('; ')}`);
  if (kept.length > 0) ctx.report.say(`  kept as you changed it: ${kept.join(', ')}`);
  return store.put(entry, made.bytes) ? 'imported' : 'unwritable';
}

/** Bytes of one file. */
const LARGEST = 268_435_456;
/** Counts up whenever the import makes something else of the same file. */
const VERSION = 1;

/** Of all that a library's file is made of. */
function digestOf(file: FileId, bytes: Uint8Array, told: Partial<ManifestEntry>, read: ReadResource): string {
  const hash = createHash('sha256')
    .update(`${VERSION}\n${JSON.stringify(told)}\n`)
    .update(bytes);
  // What cannot be opened fails to be imported, and then no digest is kept.
  const { value } = openContainer(file, bytes, read, ['KHR_draco_mesh_compression']);
  for (const [uri, resource] of value?.resources ?? []) hash.update(`\n${uri}\n${resource.length}\n`).update(resource);
  return hash.digest('hex');
}

async function readOwnManifest(
  ctx: CommandContext,
  file: FileId,
  folder: string,
): Promise<ReadonlyMap<string, ManifestEntry> | undefined> {
  if (!existsSync(join(folder, MANIFEST))) return new Map();
  const text = ctx.world.readText(file);
  const entries = typeof text === 'string' ? checkManifest(text) : { fault: text.unreadable };
  if ('fault' in entries) {
    await ctx.report.found([unreadableAsset(file, entries.fault)], new Map());
    return undefined;
  }
  return new Map(entries.map((entry) => [entry.file, entry]));
}

/** What the library says already. */
function readBefore(ctx: CommandContext, file: FileId, folder: string): LibraryManifest | undefined {
  if (!existsSync(join(folder, MANIFEST))) return { assets: [] };
  const text = ctx.world.readText(file);
  const manifest = typeof text === 'string' ? readLibraryManifest(text) : { fault: text.unreadable };
  if (!('fault' in manifest)) return manifest;
  ctx.report.unfit(`diorama: ${file}: ${manifest.fault}. Correct it, or take it away: nothing is imported over it`);
  return undefined;
}

/** The library's folder: files and manifest are written together, so that neither is ever without the other. */
interface Store {
  entryOf(file: string): LibraryEntry | undefined;
  /** Tells whether it could be written. */
  put(entry: LibraryEntry, bytes: Uint8Array): boolean;
  /** Writes what is left to write. */
  flush(): boolean;
}

/** So much is kept before it is written, bytes and milliseconds. */
const BATCH_BYTES = 16_777_216;
const BATCH_TIME = 1000;

function createStore(ctx: CommandContext, output: string, before: LibraryManifest): Store {
  const entries = new Map(before.assets.map((entry) => [entry.file, entry]));
  let waiting: Writing[] = [];
  let bytesWaiting = 0;
  let written = performance.now();
  const flush = (): boolean => {
    if (waiting.length === 0) return true;
    const manifest = printLibraryManifest({ ...before, assets: [...entries.values()] });
    const isWritten = write(ctx, [...waiting, { path: join(output, MANIFEST), content: manifest }]);
    [waiting, bytesWaiting, written] = [[], 0, performance.now()];
    return isWritten;
  };
  return {
    entryOf: (file) => entries.get(file),
    put(entry, bytes) {
      entries.set(entry.file, entry);
      waiting.push({ path: join(output, entry.file), content: bytes });
      bytesWaiting += bytes.length;
      return bytesWaiting < BATCH_BYTES && performance.now() - written < BATCH_TIME ? true : flush();
    },
    flush,
  };
}

function isSameFolder(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}
