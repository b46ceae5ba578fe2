// Reads glTF files as other programs do: with the Khronos validator, and with glTF-Transform.

import type { Stage } from '@diorama/stage';
import { type Document, type Node, WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { type Issue, validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer';
import { expect } from 'vitest';
import { emitGltf, type GltfFiles, type GltfOptions } from '../../src/index.ts';

/** Emits, validates, and reads back. */
export async function roundTrip(stage: Stage, options: Partial<GltfOptions> = {}): Promise<Document> {
  const { value } = await emitGltf(stage, options);
  expect(await listIssues(value)).toEqual([]);
  return readBack(value);
}

/** What the validator says, but for what it cannot know: extensions that it has not heard of, and what only these use. */
export async function listIssues(files: GltfFiles): Promise<readonly string[]> {
  const bytes = new Map(files.files.map((file) => [file.name, file.bytes]));
  const { issues } = await validateBytes(bytes.get(files.main)!, {
    maxIssues: 20,
    externalResourceFunction: async (uri) => bytes.get(decodeURIComponent(uri))!,
  });
  const foreign = issues.messages.some((issue) => issue.code === 'UNSUPPORTED_EXTENSION' && isForeign(issue));
  return issues.messages
    .filter((issue) => !isForeign(issue) && !(foreign && issue.code === 'UNUSED_OBJECT'))
    .map(({ code, message, pointer }) => `${code} ${pointer}: ${message}`);
}

function isForeign({ code, message }: Issue): boolean {
  return code === 'UNSUPPORTED_EXTENSION' && /EXT_mesh_gpu_instancing|EXT_meshopt_compression/.test(message);
}

export async function readBack({ main, files }: GltfFiles): Promise<Document> {
  await MeshoptDecoder.ready;
  const io = new WebIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  const bytes = files.find(({ name }) => name === main)!.bytes;
  if (main.endsWith('.glb')) return io.readBinary(bytes);
  const resources = Object.fromEntries(
    files.map((file) => [encodeURIComponent(file.name), file.bytes as Uint8Array<ArrayBuffer>]),
  );
  return io.readJSON({ json: JSON.parse(new TextDecoder().decode(bytes)), resources });
}

/** The node of this name; it must be there once. */
export function nodeNamed(document: Document, name: string): Node {
  const found = document
    .getRoot()
    .listNodes()
    .filter((node) => node.getName() === name);
  expect(found.map((node) => node.getName())).toEqual([name]);
  return found[0]!;
}
