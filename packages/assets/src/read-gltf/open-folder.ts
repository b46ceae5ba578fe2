// Turns a folder of glTF files into species of the library.
import { type Diagnostic, type FileId, isUnreadable, type Outcome, type World } from '@diorama/diagnostics';
import type { Model } from '@diorama/geometry';
import type { MissingAsset } from '@diorama/stage';
import type { Standing } from '../normalize-model.ts';
import { assetNote } from '../problems/asset-note.ts';
import { unreadableAsset } from '../problems/unreadable-asset.ts';
import type { Species } from '../species.ts';
import { GltfFault, LIMITS } from './gltf-fault.ts';
import { guessSpecies } from './guess-species.ts';
import { asObject, listOf } from './json-access.ts';
import { parseContainer } from './parse-container.ts';
import { readAsset } from './read-asset.ts';
import { type ManifestEntry, readManifest } from './read-manifest.ts';
import { leftOutOfMaterial } from './read-material.ts';
import { readNodes } from './read-nodes.ts';
import type { ReadResource } from './read-resource.ts';

/** The user's own assets. */
export interface UserFolder {
  readonly species: readonly Species[];
}

/** What tells of a folder's files, beside them. */
export const MANIFEST = 'assets.json';

/**
 * Opens the `.glb` and `.gltf` files among `listing`, the names of the files in `folder`. Heads are read now, so that damaged files
 * are told at once; geometry is read when it is built. A file that turns out damaged then is missing.
 */
export function openFolder(world: World, folder: FileId, listing: readonly string[]): Outcome<UserFolder> {
  const diagnostics: Diagnostic[] = [];
  const inside = (path: string): FileId => world.resolve(`${folder.replace(/\/$/, '')}/${MANIFEST}`, path);
  const entries = listing.includes(MANIFEST) ? manifestOf(world, inside(MANIFEST), diagnostics) : [];
  const byId = new Map<string, Species>();
  for (const name of [...listing].filter((one) => /\.(?:glb|gltf)$/i.test(one)).sort()) {
    const file = inside(name);
    const entry = entries.find((one) => one.file === name);
    const species = openFile(world, file, name, inside, entry, diagnostics);
    if (species === undefined) continue;
    if (byId.has(species.id)) diagnostics.push(assetNote(file, `it is left out: another file is ${species.id}`));
    else byId.set(species.id, species);
  }
  return { value: { species: [...byId.values()] }, diagnostics };
}

function manifestOf(world: World, file: FileId, diagnostics: Diagnostic[]): readonly ManifestEntry[] {
  const text = world.readText(file);
  if (typeof text !== 'string') {
    diagnostics.push(unreadableAsset(file, text.unreadable));
    return [];
  }
  try {
    return readManifest(text);
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    diagnostics.push(unreadableAsset(file, error.message));
    return [];
  }
}

function openFile(
  world: World,
  file: FileId,
  name: string,
  inside: (path: string) => FileId,
  entry: ManifestEntry | undefined,
  diagnostics: Diagnostic[],
): Species | undefined {
  const bytes = world.readBytes(file, LIMITS.bytes + 1);
  if (isUnreadable(bytes)) {
    diagnostics.push(unreadableAsset(file, bytes.unreadable));
    return undefined;
  }
  try {
    const { json } = parseContainer(bytes);
    readNodes(json);
    const facts = listOf(json, 'materials').flatMap((one) => leftOutOfMaterial(asObject(one, 'material')));
    for (const fact of new Set(facts)) diagnostics.push(assetNote(file, fact));
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    diagnostics.push(unreadableAsset(file, error.message));
    return undefined;
  }
  const guess = guessSpecies(name);
  const kind = entry?.kind ?? guess.kind;
  const id = `${kind}/${entry?.species ?? guess.species}`;
  if (entry?.kind === undefined) diagnostics.push(assetNote(file, `its name suggests ${id}`));
  const read: ReadResource = (path) => {
    const resource = world.readBytes(inside(path), LIMITS.bytes);
    return isUnreadable(resource) ? undefined : resource;
  };
  return {
    id,
    kind,
    names: [guess.words.join(' '), ...(entry?.names ?? [])],
    tags: [...(entry?.tags ?? []), ...guess.words],
    individuals: 1,
    poses: [],
    standing: standingOf(kind),
    build: () => buildFile(world, file, kind, read, entry),
  };
}

/** Plants stand on their stem. */
function standingOf(kind: Species['kind']): Standing {
  return kind === 'tree' || kind === 'bush' ? 'foot' : 'whole';
}

function buildFile(
  world: World,
  file: FileId,
  kind: Species['kind'],
  read: ReadResource,
  entry: ManifestEntry | undefined,
): Model | MissingAsset {
  const bytes = world.readBytes(file, LIMITS.bytes + 1);
  if (isUnreadable(bytes)) return damaged(file, bytes.unreadable);
  const { value, diagnostics } = readAsset(file, bytes, read, {
    standing: standingOf(kind),
    ...(entry?.front === undefined ? {} : { front: entry.front }),
    ...(entry?.up === undefined ? {} : { up: entry.up }),
  });
  return value?.model ?? damaged(file, diagnostics[0]?.primary.message ?? 'it cannot be read');
}

function damaged(file: FileId, why: string): MissingAsset {
  return { kind: 'missing', reason: `${file}: ${why}`, candidates: [] };
}
