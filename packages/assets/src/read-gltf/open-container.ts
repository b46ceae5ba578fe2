// Turns the bytes of a glTF file into its JSON, its binary part and all that it names beside it: for whoever rewrites files.
import type { FileId, Outcome } from '@diorama/diagnostics';
import { unreadableAsset } from '../problems/unreadable-asset.ts';
import { GltfFault, LIMITS, require } from './gltf-fault.ts';
import { asObject, countOf, type JsonObject, listOf } from './json-access.ts';
import { type Container, parseContainer } from './parse-container.ts';
import { readNodes } from './read-nodes.ts';
import { type ReadResource, readResource } from './read-resource.ts';

export interface OpenedContainer extends Container {
  /** By their URI as it is written; embedded data are not among them. */
  readonly resources: ReadonlyMap<string, Uint8Array>;
}

/**
 * Refuses what claims too much, goes in circles or reaches out of its folder; what the numbers say is not looked at. `extensions`
 * may be required beside those that are read. The value is undefined where an error is reported.
 */
export function openContainer(
  file: FileId,
  bytes: Uint8Array,
  read: ReadResource,
  extensions: readonly string[] = [],
): Outcome<OpenedContainer | undefined> {
  try {
    const container = parseContainer(bytes, extensions);
    const { json } = container;
    readNodes(json);
    const claimed = listOf(json, 'accessors').reduce<number>((sum, one) => sum + claimedBy(one), 0);
    require(claimed <= 8 * LIMITS.elements, () => `it claims ${claimed} elements, more than are read`);
    const resources = new Map<string, Uint8Array>();
    for (const one of [...listOf(json, 'buffers'), ...listOf(json, 'images')]) {
      const { uri } = asObject(one, 'buffer or image');
      if (typeof uri !== 'string' || /^data:/i.test(uri) || resources.has(uri)) continue;
      resources.set(uri, readResource(uri, read));
    }
    return { value: { ...container, resources }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    return { value: undefined, diagnostics: [unreadableAsset(file, error.message)] };
  }
}

function claimedBy(accessor: unknown): number {
  const count = countOf(asObject(accessor, 'accessor') satisfies JsonObject, 'count');
  require(count <= LIMITS.elements, () =>
    `an accessor claims ${count} elements, more than the ${LIMITS.elements} that are read`);
  return count;
}
