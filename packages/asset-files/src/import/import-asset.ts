// Turns a glTF file of whatever origin into a file of a library, and what the library's manifest says of it.
import {
  type AssetFacts,
  type Axis,
  assetNote,
  boundsOf,
  inspectAsset,
  type Library,
  type ManifestEntry,
  poseClips,
  prepareDecoders,
  type ReadResource,
  standingOf,
  unreadableAsset,
  unusedIn,
} from '@diorama/assets';
import type { FileId, Outcome } from '@diorama/diagnostics';
import type { Document } from '@gltf-transform/core';
import { EDITABLE, type EditableFields, type LibraryEntry } from '../manifest/library-entry.ts';
import { inOrder } from '../manifest/merge-entry.ts';
import { unsureImport } from '../problems/unsure-import.ts';
import { ALL_AXES, DIRECTIONS, squareTo } from './axes.ts';
import { judgeKind, type KindJudgement } from './judge-kind.ts';
import { judgeFrontByShape, judgeUpByShape, shapeOf } from './judge-shape.ts';
import { judgeUnit } from './judge-size.ts';
import { judgeFrontByJoints, judgeUpByJoints } from './judge-skeleton.ts';
import { type Judgement, said } from './judgement.ts';
import { normalizeDocument } from './normalize-document.ts';
import { createIo, openDocument } from './open-document.ts';
import { sampleSurface } from './sample-surface.ts';

export interface ImportRequest {
  /** The file, for what is said of it. */
  readonly file: FileId;
  readonly bytes: Uint8Array;
  /** Reads what it names beside it. */
  readonly read: ReadResource;
  /** Its path, from the folder that is imported, that folder's name first: `pack/farm/Cow.glb`. */
  readonly from: string;
  /** What the manifest knows it by: its path from the library's folder, `../pack/farm/Cow.glb`. `from`, if left out. */
  readonly origin?: string;
  /** The name of the file to write. */
  readonly to: string;
  /** Of the file, of what it names and of what is said of it: told again by the manifest. */
  readonly digest: string;
  /** What a person says of it: goes before all guesses. */
  readonly said?: Partial<ManifestEntry>;
  /** Tells what there is in nature. */
  readonly library: Library;
}

export interface ImportedAsset {
  /** A .glb file: self-contained, nothing compressed, height 1, base at the origin, front +Z, up +Y. */
  readonly bytes: Uint8Array;
  readonly entry: LibraryEntry;
  /** What was concluded, a line each: `front +Z, by the bones of its head and its tail`. */
  readonly conclusions: readonly string[];
}

/** The value is undefined where an error is reported. Never throws for what a file holds. The same request gives the same bytes. */
export async function importAsset(request: ImportRequest): Promise<Outcome<ImportedAsset | undefined>> {
  await prepareDecoders();
  const { file, read } = request;
  const opened = await openDocument(file, request.bytes, read);
  const document = opened.value;
  if (document === undefined) return { value: undefined, diagnostics: opened.diagnostics };
  const unpacked = await createIo().writeBinary(document);
  const inspected = inspectAsset(file, unpacked, () => undefined);
  const facts = inspected.value;
  if (facts === undefined) return { value: undefined, diagnostics: inspected.diagnostics };
  // What is unused was taken out of the document, so the file is asked.
  const notes = [
    ...inspected.diagnostics,
    ...unusedIn(request.bytes).map((what) => assetNote(file, `${what}: not drawn`)),
  ];

  const judged = judge(request, facts);
  const height = normalizeDocument(document, facts.model, judged.placement);
  const made = await write(document, request.from);
  if (!isNormal(made, file)) {
    return { value: undefined, diagnostics: [unreadableAsset(file, 'it cannot be brought to height 1'), ...notes] };
  }
  const unit = judgeUnit(height, judged.kind.heights);
  const doubts = [...judged.doubts, ...doubtOfUnit(height, unit, judged.kind)];
  const entry = entryOf(request, facts, judged, { height, unit: unit.value });
  const conclusions = [
    ...judged.conclusions,
    `${round(height * unit.value)} m high: ${round(height)} units, ${unit.reason}`,
  ];
  return {
    value: { bytes: made, entry, conclusions },
    diagnostics: [...notes, ...doubts.map((fact) => unsureImport(file, fact))],
  };
}

interface Judged {
  readonly kind: KindJudgement;
  readonly placement: { readonly front: Axis; readonly up: Axis; readonly standing: LibraryEntry['standing'] };
  readonly conclusions: readonly string[];
  readonly doubts: readonly string[];
}

/** So many points tell a shape. */
const POINTS = 4000;

function judge({ from, said: told = {}, library }: ImportRequest, { model, joints }: AssetFacts): Judged {
  const kind = judgeKind(from, told, library);
  const name = kind.kind.value;
  const shape = shapeOf(sampleSurface(model, POINTS));
  const among = told.front === undefined ? ALL_AXES : squareTo(told.front);
  const up =
    told.up === undefined ? (judgeUpByJoints(joints, among) ?? judgeUpByShape(shape, name, among)) : said(told.up);
  const front = told.front === undefined ? judgeFront(shape, joints, up.value, name) : said(told.front);
  const standing = told.standing ?? standingOf(name);
  const all = { class: kind.kind, up, front };
  const doubts = Object.entries(all).flatMap(([what, { value, reason, isSure }]) =>
    isSure ? [] : [`${what} ${value}, ${reason}`],
  );
  // Guesses are square to what is said; that both are said on one line, only a manifest's reader refuses.
  const isSquare = DIRECTIONS[front.value].index !== DIRECTIONS[up.value].index;
  return {
    kind,
    placement: { front: isSquare ? front.value : usualFront(up.value), up: up.value, standing },
    conclusions: Object.entries(all).map(([what, { value, reason }]) => `${what} ${value}, ${reason}`),
    doubts,
  };
}

function judgeFront(
  shape: ReturnType<typeof shapeOf>,
  joints: AssetFacts['joints'],
  up: Axis,
  kind: string,
): Judgement<Axis> {
  const isAnimal = kind === 'carnivore' || kind === 'herbivore' || kind === 'bird';
  const usual = usualFront(up);
  if (!isAnimal) return { value: usual, reason: usual === '+Z' ? 'as glTF has it' : 'as where Z is up', isSure: true };
  return judgeFrontByJoints(joints, up) ?? judgeFrontByShape(shape, up);
}

/** What lies down as it is in the file was made with Z up, and then looks along −Y. */
function usualFront(up: Axis): Axis {
  return DIRECTIONS[up].index === 2 ? '-Y' : '+Z';
}

function doubtOfUnit(height: number, { isSure, reason }: Judgement<number>, { heights, known, kind }: KindJudgement) {
  if (isSure || heights === undefined) return [];
  const whose = known === undefined ? `a ${kind.value}` : known.names[0];
  return [`it is ${round(height)} units high, and ${whose} ${round(heights[0])} to ${round(heights[1])} m: ${reason}`];
}

async function write(document: Document, from: string): Promise<Uint8Array> {
  const asset = document.getRoot().getAsset();
  asset.extras = { ...(asset.extras as object | undefined), importedFrom: from };
  return createIo().writeBinary(document);
}

/** What is written is read again: a library's file must need no further turning. */
function isNormal(bytes: Uint8Array, file: FileId): boolean {
  const inspected = inspectAsset(file, bytes, () => undefined).value;
  const bounds = inspected && boundsOf(inspected.model);
  if (bounds === undefined) return false;
  return Math.abs(bounds.least[1]) < 1e-3 && Math.abs(bounds.greatest[1] - 1) < 1e-3;
}

function entryOf(
  { from, origin = from, to, digest, said: told = {} }: ImportRequest,
  { clips, copyright, extras }: AssetFacts,
  { kind, placement }: Judged,
  size: { readonly height: number; readonly unit: number },
): LibraryEntry {
  const { known, words } = kind;
  // Only what is called just so: a husky is found as a dog, and is no wild one.
  const named = known?.names[0] === words.join(' ') ? known : undefined;
  const folders = from
    .split('/')
    .slice(1, -1)
    .map((name) => name.toLowerCase());
  const licence = told.licence ?? extras.licence ?? licenceIn(copyright);
  const author = told.author ?? extras.author ?? authorIn(copyright);
  const source = told.source ?? extras.source;
  const names = told.names !== undefined && told.names.length > 0 ? told.names : (named?.names ?? [words.join(' ')]);
  const latin = told.latin ?? named?.latin;
  const heights = told.heights ?? known?.heights ?? around(size.height * size.unit);
  const poses = told.poses ?? posesOf(kind.kind.value, clips);
  const fields: EditableFields = {
    class: kind.kind.value,
    species: told.species ?? to.replace(/\.glb$/, ''),
    names: names.map((name) => (name === '' ? to.replace(/\.glb$/, '') : name)),
    ...(latin === undefined ? {} : { latin }),
    tags: [...new Set([...(told.tags ?? []), ...folders])],
    heights,
    ...(licence === undefined ? {} : { licence }),
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    front: '+Z',
    up: '+Y',
    standing: placement.standing,
    ...(poses === undefined ? {} : { poses }),
  };
  const wrote = Object.fromEntries(EDITABLE.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])));
  return inOrder({
    file: to,
    ...fields,
    ...(clips.length === 0 ? {} : { clips: clips.map(({ name, duration }) => ({ name, duration: round(duration) })) }),
    imported: {
      from: origin,
      digest,
      front: placement.front,
      up: placement.up,
      unit: size.unit,
      height: round(size.height * size.unit),
      wrote,
    },
  });
}

/** Only licences that are named as such. */
function licenceIn(copyright: string | undefined): string | undefined {
  const match = /\b(?:CC0(?:[- ]1\.0)?|CC[- ]BY(?:[- ](?:SA|NC|ND))*(?:[- ][1-4]\.0)?|MIT|Apache[- ]2\.0)\b/i.exec(
    copyright ?? '',
  );
  return match?.[0];
}

/** All but the licence, which our own exports write last, or alone. */
function authorIn(copyright: string | undefined): string | undefined {
  const licence = licenceIn(copyright) ?? 'licence unknown';
  if (copyright === licence) return undefined;
  return copyright?.endsWith(`, ${licence}`) ? copyright.slice(0, -`, ${licence}`.length) : copyright;
}

/** Of something that nothing is known of, one may be a third smaller or larger. */
function around(height: number): readonly [number, number] {
  return [round(height / 1.5), round(height * 1.5)];
}

function posesOf(kind: string, clips: AssetFacts['clips']): Readonly<Record<string, string>> | undefined {
  const found = poseClips(
    kind,
    clips.map(({ name }) => name),
  );
  const poses = [...found].map(([pose, index]) => [pose, clips[index]!.name]);
  return poses.length === 0 ? undefined : Object.fromEntries(poses);
}

/** Three digits that count: `1.62`. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}
