// `diorama assets validate`: is a library what programs and renderers rely on?

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { checkModel, checkSpecies, libraryDoubt, libraryFault } from '@diorama/asset-files';
import {
  type AssetDetails,
  checkManifest,
  createLibrary,
  individualOf,
  type Library,
  MANIFEST,
  openFolder,
  prepareDecoders,
  type ReadResource,
  type Species,
} from '@diorama/assets';
import { type Diagnostic, type FileId, isUnreadable } from '@diorama/diagnostics';
import { DETAILS } from '@diorama/stage';
import type { CommandContext, CommonOptions } from '../../command-context.ts';
import { count } from '../../messages.ts';
import { listFiles } from '../../open-library.ts';
import { createProgress } from '../../progress.ts';
import { OWN_LICENCE } from './describe-asset.ts';
import { validateGltf } from './validate-gltf.ts';

export interface ValidateOptions extends CommonOptions {
  readonly class?: string;
}

export async function validateAssets(
  ctx: CommandContext,
  [folder]: readonly string[],
  options: ValidateOptions,
): Promise<void> {
  const opened = folder === undefined ? { library: createLibrary(), own: undefined } : await openOwn(ctx, folder);
  if (opened === undefined) return;
  const { library, own } = opened;
  const species = (own?.species ?? library.species).filter(
    ({ kind }) => options.class === undefined || kind === options.class,
  );
  const progress = createProgress(ctx.io, species.length);
  let isStopped = false;
  ctx.io.onInterrupt(() => {
    isStopped = true;
  });
  for (const one of species) {
    // Lets an interruption come through.
    await setImmediate();
    if (isStopped) break;
    progress.step(one.id);
    const found = await checkOne(ctx, library, one, own?.details.get(one.id));
    if (found.length > 0) progress.finish();
    await ctx.report.found(found, new Map());
  }
  progress.finish();
  if (isStopped) return ctx.report.unfit('stopped');
  if (!options.json) ctx.report.say(`${folder ?? 'built-in assets'}: ${count(species.length, 'asset')} looked at`);
}

interface OwnAssets {
  readonly library: Library;
  readonly own: { readonly species: readonly Species[]; readonly details: ReadonlyMap<string, AssetDetails> };
}

/** A folder, and what its manifest says of files that are not there, or says twice. */
async function openOwn(ctx: CommandContext, folder: string): Promise<OwnAssets | undefined> {
  const names = listFiles(ctx.world.pathOf(folder));
  if ('unreadable' in names) {
    ctx.report.unreadable(folder, names);
    return undefined;
  }
  await prepareDecoders();
  const { value, diagnostics } = openFolder(ctx.world, folder, names.files);
  await ctx.report.found([...diagnostics, ...checkFolder(ctx, folder)], new Map());
  return {
    library: createLibrary({ folders: [value] }),
    own: { species: value.species, details: value.details ?? new Map() },
  };
}

function checkFolder(ctx: CommandContext, folder: string): readonly Diagnostic[] {
  const file: FileId = join(folder, MANIFEST);
  if (!existsSync(ctx.world.pathOf(file)))
    return [libraryDoubt(folder, `it has no ${MANIFEST}: classes and species are guessed`)];
  const text = ctx.world.readText(file);
  const entries = typeof text === 'string' ? checkManifest(text) : { fault: text.unreadable };
  // That the manifest cannot be read, opening the folder has told.
  if ('fault' in entries) return [];
  const found: Diagnostic[] = [];
  const ids = new Map<string, string>();
  for (const { file: name, kind, species } of entries) {
    const path = ctx.world.pathOf(join(folder, name));
    if (!existsSync(path)) found.push(libraryFault(file, `it names ${name}, which is not there`));
    const id = `${kind}/${species}`;
    if (kind !== undefined && species !== undefined && ids.has(id)) {
      found.push(libraryFault(file, `${ids.get(id)} and ${name} are both ${id}`));
    }
    ids.set(id, name);
  }
  return found;
}

async function checkOne(
  ctx: CommandContext,
  library: Library,
  species: Species,
  details: AssetDetails | undefined,
): Promise<readonly Diagnostic[]> {
  const place: FileId = details?.file ?? species.id;
  const licence = details === undefined ? OWN_LICENCE : (details.licence ?? details.copyright);
  const { faults, doubts } = checkSpecies(species, licence);
  const all = [...faults, ...checkModels(library, species)];
  if (details !== undefined) {
    const bytes = ctx.world.readBytes(details.file);
    if (isUnreadable(bytes)) all.push(bytes.unreadable);
    else {
      const read: ReadResource = (path) => {
        const resource = ctx.world.readBytes(join(dirname(details.file), path));
        return isUnreadable(resource) ? undefined : resource;
      };
      all.push(...(await validateGltf(bytes, details.file, read)));
    }
  }
  return [
    ...[...new Set(all)].map((fact) => libraryFault(place, fact)),
    ...doubts.map((fact) => libraryDoubt(place, fact)),
  ];
}

/** In all poses, and in all details where it stands. */
function checkModels(library: Library, species: Species): string[] {
  const { id, poses } = species;
  const facts: string[] = [];
  const wishes = [
    ...DETAILS.map((detail) => ({ detail, pose: poses[0], name: `${detail}: ` })),
    ...poses.slice(1).map((pose) => ({ detail: 'low' as const, pose, name: `${pose}: ` })),
  ];
  for (const { detail, pose, name } of wishes) {
    const { phase } = individualOf(species, 0);
    const choice = library.choose({
      kind: species.kind,
      variant: 0,
      appearance: { kind: 'asset', id },
      ...(pose === undefined ? {} : { pose, phase: pose === poses[0] ? phase : 0.25 }),
      detail,
    });
    const model = choice.kind === 'asset' ? library.build(choice) : choice;
    if ('reason' in model) return [...facts, model.reason];
    facts.push(...checkModel(model, species, pose === poses[0]).map((fact) => `${name}${fact}`));
  }
  return facts;
}
