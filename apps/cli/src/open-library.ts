// Opens the asset library that programs are compiled with: the built-in one, and folders of glTF files.
import { readdirSync, statSync } from 'node:fs';
import type { AssetDetails, Library, UserFolder } from '@diorama/assets';
import type { CommandContext } from './command-context.ts';
import { describeFileError } from './read-file.ts';

/** Undefined if a folder cannot be read, which the report then tells. */
export async function openLibrary(ctx: CommandContext, folders: readonly string[]): Promise<Library | undefined> {
  return (await openAssets(ctx, folders))?.library;
}

/** A library, and where its assets come from. */
export interface Assets {
  readonly library: Library;
  /** Of the user's own, by id. */
  readonly details: ReadonlyMap<string, AssetDetails>;
}

/** Undefined if a folder cannot be read, which the report then tells. */
export async function openAssets(ctx: CommandContext, folders: readonly string[]): Promise<Assets | undefined> {
  // Loaded only now: most commands do without. What reads glTF takes as long to load as all the rest: only for folders.
  const { createLibrary } = await import('@diorama/assets/library');
  const opened: UserFolder[] = [];
  for (const folder of folders) {
    const { openFolder, prepareDecoders } = await import('@diorama/assets');
    await prepareDecoders();
    const names = listFiles(ctx.world.pathOf(folder));
    if ('unreadable' in names) {
      ctx.report.unreadable(folder, names);
      return undefined;
    }
    const { value, diagnostics } = openFolder(ctx.world, folder, names.files);
    // By the file, and only those with findings: a folder is no file that was checked.
    let isFaulty = false;
    for (const file of new Set(diagnostics.map(({ primary }) => primary.file))) {
      const found = diagnostics.filter(({ primary }) => primary.file === file);
      if (await ctx.report.found(found, new Map())) isFaulty = true;
    }
    if (isFaulty) return undefined;
    opened.push(value);
  }
  const details = new Map(opened.flatMap((folder) => [...(folder.details ?? [])]));
  return { library: createLibrary({ folders: opened }), details };
}

/** The names of what is in a folder, sorted. */
export function listFiles(path: string): { readonly files: readonly string[] } | { readonly unreadable: string } {
  try {
    if (!statSync(path).isDirectory()) return { unreadable: 'it is no folder' };
    return { files: readdirSync(path).sort() };
  } catch (error) {
    return { unreadable: describeFileError(error) };
  }
}
