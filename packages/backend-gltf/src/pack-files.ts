// Turns a document, and the nodes that the library does not write, into files.
import { invariant } from '@diorama/diagnostics';
import { Format, type GLTF, VertexLayout, WebIO } from '@gltf-transform/core';
import {
  EXTMeshGPUInstancing,
  EXTMeshoptCompression,
  KHRLightsPunctual,
  KHRMaterialsEmissiveStrength,
  KHRMaterialsSpecular,
  KHRMaterialsUnlit,
  KHRMeshQuantization,
} from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { GltfContext } from './gltf-context.ts';
import type { GltfFile, GltfFiles } from './gltf-files.ts';
import { placeArrays } from './place-arrays.ts';

const EXTENSIONS = [
  EXTMeshGPUInstancing,
  EXTMeshoptCompression,
  KHRLightsPunctual,
  KHRMaterialsEmissiveStrength,
  KHRMaterialsSpecular,
  KHRMaterialsUnlit,
  KHRMeshQuantization,
];

/** Puts what `listNodes` makes of the library's nodes in their place, all of them into the scene. */
export async function packFiles(
  ctx: GltfContext,
  listNodes: (written: readonly GLTF.INode[]) => readonly GLTF.INode[],
): Promise<GltfFiles> {
  const { container } = ctx.options;
  const name = ctx.options.name === '' ? 'scene' : ctx.options.name;
  const besides = container === 'gltf' ? nameResources(ctx, name) : new Map<string, string>();
  // Attributes apart, not interleaved: that is many times faster to write, and what readers make of them anyway.
  const io = new WebIO()
    .registerExtensions(EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
    .setVertexLayout(VertexLayout.SEPARATE);
  const { json, resources } = await io.writeJSON(ctx.document, {
    format: container === 'glb' ? Format.GLB : Format.GLTF,
  });
  const [uri] = container === 'glb' ? Object.keys(resources) : [json.buffers?.[0]?.uri];
  const written = uri === undefined ? undefined : resources[uri];
  const isPlaced = ctx.arrays.length > 0 && written !== undefined;
  const binary = isPlaced ? placeArrays(json, written, ctx.arrays) : written;
  const text = JSON.stringify({ ...json, ...inOneScene(json, listNodes(json.nodes ?? [])) });
  if (container === 'glb') {
    const main = `${name}.glb`;
    return { main, files: [{ name: main, bytes: packBinary(text, binary) }] };
  }
  const main = `${name}.gltf`;
  const others = [...besides].flatMap(([name, file]): GltfFile[] => {
    const bytes = name === uri ? binary : resources[name];
    return bytes === undefined ? [] : [{ name: file, bytes }];
  });
  return { main, files: [{ name: main, bytes: new TextEncoder().encode(text) }, ...others] };
}

/** Names buffer and textures after the asset. Gives back the file of each URI: in those, odd characters are escaped. */
function nameResources({ document }: GltfContext, name: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const uriOf = (file: string): string => {
    const uri = escapeUri(file);
    files.set(uri, file);
    return uri;
  };
  for (const buffer of document.getRoot().listBuffers()) buffer.setURI(uriOf(`${name}.bin`));
  for (const [index, texture] of document.getRoot().listTextures().entries()) {
    texture.setURI(uriOf(`${name}-${index + 1}.${texture.getMimeType() === 'image/jpeg' ? 'jpg' : 'png'}`));
  }
  return files;
}

/** Half of a pair of UTF-16 has no form in a URI. */
function escapeUri(file: string): string {
  return encodeURIComponent(file.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** The library wrote one scene, with the nodes that it knew of. */
function inOneScene(json: GLTF.IGLTF, nodes: readonly GLTF.INode[]): Partial<GLTF.IGLTF> {
  const scene = json.scenes?.[0];
  invariant(scene !== undefined, 'a glTF file has one scene');
  if (nodes.length === 0) return {};
  return { nodes: [...nodes], scenes: [{ ...scene, nodes: nodes.map((_, index) => index) }] };
}

/** The container of glTF 2.0 §4.4: a header, a chunk of JSON and one of bytes, each a multiple of four bytes long. */
function packBinary(text: string, binary: Uint8Array | undefined): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  const chunks: Chunk[] = [{ type: JSON_CHUNK, bytes: encoded, padding: SPACE }];
  if (binary !== undefined && binary.length > 0) chunks.push({ type: BINARY_CHUNK, bytes: binary, padding: 0 });
  const total = chunks.reduce((sum, { bytes }) => sum + 8 + padded(bytes.length), 12);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, total, true);
  let at = 12;
  for (const { type, bytes, padding } of chunks) {
    const length = padded(bytes.length);
    view.setUint32(at, length, true);
    view.setUint32(at + 4, type, true);
    out.set(bytes, at + 8);
    out.fill(padding, at + 8 + bytes.length, at + 8 + length);
    at += 8 + length;
  }
  return out;
}

interface Chunk {
  readonly type: number;
  readonly bytes: Uint8Array;
  /** The byte that fills it up. */
  readonly padding: number;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** `glTF`, `JSON`, `BIN\0`, as little-endian numbers. */
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
const SPACE = 0x20;
