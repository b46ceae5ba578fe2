// Turns a folder of glTF files into species of the library.
import { type Diagnostic, type FileId, isUnreadable, type Outcome, type World } from '@diorama/diagnostics';
import type { Model } from '@diorama/geometry';
import type { MissingAsset } from '@diorama/stage';
import { heightOf, type Standing } from '../normalize-model.ts';
import { assetNote } from '../problems/asset-note.ts';
import { unreadableAsset } from '../problems/unreadable-asset.ts';
import type { Species } from '../species.ts';
import { GltfFault, LIMITS } from './gltf-fault.ts';
import { type Guess, guessSpecies } from './guess-species.ts';
import { asObject, type JsonObject, listOf } from './json-access.ts';
import { parseContainer } from './parse-container.ts';
import { poseClips, posesOfClass } from './pose-clips.ts';
import { type Orientation, readFigure, saysOfItself } from './read-asset.ts';
import { clipNames } from './read-clips.ts';
import { type ManifestEntry, readManifest } from './read-manifest.ts';
import { leftOutOfMaterial } from './read-material.ts';
import { readNodes } from './read-nodes.ts';
import type { ReadResource } from './read-resource.ts';

/** The user's own assets. */
export interface UserFolder {
  readonly species: readonly Species[];
  /** What is known of each beside, by its id. */
  readonly details?: ReadonlyMap<string, AssetDetails>;
}

/** Where an asset of the user's comes from. */
export interface AssetDetails {
  readonly file: FileId;
  /** The names of its animations. */
  readonly clips: readonly string[];
  readonly licence?: string;
  readonly author?: string;
  /** Where it is from: an address, or in words. */
  readonly source?: string;
  /** What the file itself says: `asset.copyright`. */
  readonly copyright?: string;
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
  const details = new Map<string, AssetDetails>();
  for (const name of [...listing].filter((one) => /\.(?:glb|gltf)$/i.test(one)).sort()) {
    const file = inside(name);
    const entry = entries.find((one) => one.file === name);
    const opened = openFile(world, file, name, inside, entry, diagnostics);
    if (opened === undefined) continue;
    const { id } = opened.species;
    if (byId.has(id)) diagnostics.push(assetNote(file, `it is left out: another file is ${id}`));
    else {
      byId.set(id, opened.species);
      details.set(id, opened.details);
    }
  }
  return { value: { species: [...byId.values()], details }, diagnostics };
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
): { readonly species: Species; readonly details: AssetDetails } | undefined {
  const bytes = world.readBytes(file, LIMITS.bytes + 1);
  if (isUnreadable(bytes)) {
    diagnostics.push(unreadableAsset(file, bytes.unreadable));
    return undefined;
  }
  let json: JsonObject;
  let clips: readonly string[];
  try {
    json = parseContainer(bytes).json;
    readNodes(json);
    clips = clipNames(json);
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
  for (const fact of lostPoses(kind, clips, entry?.poses ?? {})) diagnostics.push(assetNote(file, fact));
  const opened: OpenedFile = { world, file, kind, read, clips: clipsOfPoses(kind, clips, entry?.poses), entry };
  const poses = [...opened.clips.keys()];
  const { latin, heights, licence, author, source } = entry ?? {};
  const copyright = saysOfItself(json).copyright;
  const species: Species = {
    id,
    kind,
    names: namesOf(entry, guess),
    ...(latin === undefined ? {} : { latin }),
    ...(heights === undefined ? {} : { heights }),
    tags: [...(entry?.tags ?? []), ...guess.words],
    individuals: 1,
    poses: poses.length === 0 || poses[0] === 'stand' ? poses : ['stand', ...poses],
    standing: entry?.standing ?? standingOf(kind),
    build: ({ pose, phase }) => buildFile(opened, pose, phase),
    height: () => heightAtEase(opened),
  };
  const details: AssetDetails = {
    file,
    clips,
    ...(licence === undefined ? {} : { licence }),
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    ...(copyright === undefined ? {} : { copyright }),
  };
  return { species, details };
}

/** What a manifest calls it, else what its file is called. */
function namesOf(entry: ManifestEntry | undefined, { words }: Guess): readonly string[] {
  if (entry !== undefined && entry.names.length > 0) return entry.names;
  return [entry?.species?.replace(/[-_]+/g, ' ') ?? words.join(' ')];
}

interface OpenedFile {
  readonly world: World;
  readonly file: FileId;
  readonly kind: Species['kind'];
  readonly read: ReadResource;
  /** The index of the clip that shows a pose. */
  readonly clips: ReadonlyMap<string, number>;
  readonly entry: ManifestEntry | undefined;
}

/** What moves like an animal has poses; a manifest knows better than names do. The upright pose comes first. */
function clipsOfPoses(
  kind: Species['kind'],
  names: readonly string[],
  said: Readonly<Record<string, string>> | undefined,
): ReadonlyMap<string, number> {
  if (said === undefined) return poseClips(kind, names);
  const known = posesOfClass(kind).flatMap((pose) => {
    const index = names.indexOf(said[pose] ?? '');
    return index < 0 ? [] : [[pose, index] as const];
  });
  return new Map(known);
}

/** What a manifest says of poses that cannot be. */
function lostPoses(
  kind: Species['kind'],
  names: readonly string[],
  said: Readonly<Record<string, string>>,
): readonly string[] {
  const known = posesOfClass(kind);
  return Object.entries(said).flatMap(([pose, clip]) => {
    if (!known.includes(pose)) return [`${MANIFEST} gives a clip for ${pose}, which is no pose of a ${kind}`];
    return names.includes(clip) ? [] : [`${MANIFEST} says that it has a clip ${clip} for ${pose}, which it has not`];
  });
}

/** Plants stand on their stem. */
export function standingOf(kind: Species['kind']): Standing {
  return kind === 'tree' || kind === 'bush' ? 'foot' : 'whole';
}

/** In the file's own size; a pose that no clip shows is the file at rest. */
function buildFile({ world, file, read, clips, entry }: OpenedFile, pose: string, phase: number): Model | MissingAsset {
  const bytes = world.readBytes(file, LIMITS.bytes + 1);
  if (isUnreadable(bytes)) return damaged(file, bytes.unreadable);
  const clip = clips.get(pose);
  const axes = axesOf(entry ?? {});
  const { value, diagnostics } = readFigure(file, bytes, read, axes, clip === undefined ? undefined : { clip, phase });
  return value?.model ?? damaged(file, diagnostics[0]?.primary.message ?? 'it cannot be read');
}

/** What is not said is as glTF has it, or where that lies on the same line, as Blender has it. */
function axesOf({ front, up }: Pick<ManifestEntry, 'front' | 'up'>): Pick<Orientation, 'front' | 'up'> {
  if (up !== undefined) return { front: front ?? (up.endsWith('Z') ? '-Y' : '+Z'), up };
  return { front: front ?? '+Z', up: front?.endsWith('Y') ? '+Z' : '+Y' };
}

/** How high it is when it stands, in the file's own size. */
function heightAtEase(opened: OpenedFile): number {
  const made = buildFile(opened, 'stand', 0);
  return 'reason' in made ? 1 : heightOf(made);
}

function damaged(file: FileId, why: string): MissingAsset {
  return { kind: 'missing', reason: `${file}: ${why}`, candidates: [] };
}
