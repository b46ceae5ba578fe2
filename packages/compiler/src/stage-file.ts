// Turns a file into a stage: all that renderers and backends need.
import type { AssetCatalog } from '@diorama/checker';
import {
  type FileId,
  hasErrors,
  type Outcome,
  type Place,
  type SourceFile,
  sortDiagnostics,
  type Unreadable,
  type World,
} from '@diorama/diagnostics';
import { type AssetLibrary, type Detail, type Stage, stageScene } from '@diorama/stage';
import type { Checked, CompileOptions } from './check-file.ts';
import { compileFile } from './compile-file.ts';
import { openEmbeddings } from './open-embeddings.ts';

/** What programs may name, and what it looks like. */
export type Library = AssetLibrary & AssetCatalog;

/** Options of {@link stageFile}. */
export interface StageFileOptions extends Omit<CompileOptions, 'catalog'> {
  readonly library: Library;
  /** Draw a labelled box for what the library does not have, instead of an error. */
  readonly placeholder?: boolean;
  /** Of how many triangles the library's models are made; `high` if it is left out. */
  readonly detail?: Detail;
}

/** A program at every stage, and ready to be drawn. */
export interface Staged extends Checked {
  /** Left out if an error prevents it. */
  readonly stage?: Stage;
}

/** Like {@link compileFile}, and then decides with an asset library what everything looks like. */
export function stageFile(world: World, file: FileId, options: StageFileOptions): Outcome<Staged> | Unreadable {
  const { library, limits, placeholder = false, detail = 'high' } = options;
  // A placeholder stands for any asset that is missing, so the checker has nothing to say of them.
  const catalog: AssetCatalog = placeholder ? { ...pickCatalog(library), has: () => true } : pickCatalog(library);
  const compiled = compileFile(world, file, { catalog, limits });
  if ('unreadable' in compiled || compiled.value.scene === undefined) return compiled;
  const { scene } = compiled.value;
  const { embeddings } = scene.settings;
  const vectorOf = embeddings && openEmbeddings(world, world.resolve(file, embeddings.file));
  const staged = stageScene(scene, library, { placeholder, file, detail, ...(vectorOf && { vectorOf }) });
  const diagnostics = sortDiagnostics([...compiled.diagnostics, ...staged.diagnostics], [file]);
  if (hasErrors(diagnostics)) return { value: compiled.value, diagnostics };
  return { value: { ...compiled.value, stage: staged.value }, diagnostics };
}

/** Where a place is, as people say it: `waterhole.dio:12`. */
export function createLocator(sources: ReadonlyMap<FileId, SourceFile>): (place: Place) => string {
  return ({ file, start }) => {
    const source = sources.get(file);
    return source === undefined ? file : `${file}:${source.positionAt(start).line}`;
  };
}

function pickCatalog(library: Library): AssetCatalog {
  return {
    has: (id) => library.has(id),
    ids: (className) => library.ids(className),
    spaces: library.spaces,
    ...(library.match && { match: (className: string, text: string) => library.match?.(className, text) }),
  };
}
