// Reads what the scene's embeddings file says of itself.
import { type FileId, isUnreadable, type Unreadable, type World } from '@diorama/diagnostics';
import { type CheckContext, isConstant, remember, report } from './context.ts';
import * as problems from './problems/index.ts';
import { embeddingsOf, readSafetensorsHeader, safetensorsHeaderEnd } from './safetensors.ts';
import type * as typed from './typed-tree.ts';

export function loadEmbeddings(
  ctx: CheckContext,
  property: typed.Property | undefined,
): typed.EmbeddingFile | undefined {
  if (property === undefined || !isConstant(property.value) || typeof property.value.value !== 'string')
    return undefined;
  const { place, value: path } = property.value;
  const file = ctx.world.resolve(ctx.file, path);
  const found = readHeader(ctx.world, file);
  remember(ctx, 'header', file, JSON.stringify(found));
  if ('unreadable' in found) {
    report(ctx, problems.unreadableFile(place, path, found.unreadable));
    return undefined;
  }
  if ('problem' in found) {
    report(ctx, problems.notSafetensors(place, path, found.problem));
    return undefined;
  }
  const embeddings = { file: path, space: found.space, rows: found.rows };
  if (ctx.catalog !== undefined && ctx.catalog.spaces.length > 0 && !ctx.catalog.spaces.includes(found.space)) {
    report(ctx, problems.mixedSpaces(place, embeddings, ctx.catalog.spaces));
  }
  return embeddings;
}

/** What the header of a file says, in a form that can be compared. */
export function headerText(world: World, file: FileId): string {
  return JSON.stringify(readHeader(world, file));
}

/** Why a file cannot be read, if it cannot. */
export function whyUnreadable(world: World, file: FileId): string | undefined {
  const bytes = world.readBytes(file, 1);
  return isUnreadable(bytes) ? bytes.unreadable : undefined;
}

/** The header alone: the vectors behind it may be gigabytes. */
function readHeader(world: World, file: FileId): ReturnType<typeof embeddingsOf> | Unreadable {
  const start = world.readBytes(file, 8);
  if (isUnreadable(start)) return start;
  const end = safetensorsHeaderEnd(start);
  if (typeof end !== 'number') return end;
  const bytes = world.readBytes(file, end);
  if (isUnreadable(bytes)) return bytes;
  const header = readSafetensorsHeader(bytes);
  return 'problem' in header ? header : embeddingsOf(header);
}
