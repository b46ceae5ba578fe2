// Turns the bytes of a glTF file into a document that can be changed and written: everything unpacked, in one buffer.
import { type OpenedContainer, openContainer, type ReadResource, unreadableAsset } from '@diorama/assets';
import type { FileId, Outcome } from '@diorama/diagnostics';
import { type Document, GLB_BUFFER, type GLTF, Logger, Verbosity, VertexLayout, WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { prune, unpartition } from '@gltf-transform/functions';
import { MeshoptDecoder } from 'meshoptimizer/decoder';

/** The value is undefined where an error is reported. Never throws. */
export async function openDocument(
  file: FileId,
  bytes: Uint8Array,
  read: ReadResource,
): Promise<Outcome<Document | undefined>> {
  const opened = openContainer(file, bytes, read, [DRACO]);
  if (opened.value === undefined) return { value: undefined, diagnostics: opened.diagnostics };
  const io = await createReader(opened.value.json);
  try {
    const document = await parse(io, opened.value);
    await simplify(document);
    return { value: document, diagnostics: opened.diagnostics };
  } catch (error) {
    // What the library trips over is a damaged file: its own bounds are checked by us before, its meaning is not.
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : 'no reason given';
    return { value: undefined, diagnostics: [unreadableAsset(file, `it is damaged: ${why}`)] };
  }
}

const DRACO = 'KHR_draco_mesh_compression';

/** With the decoders that a file needs: if one cannot be loaded, that is not the file's fault. */
async function createReader(json: OpenedContainer['json']): Promise<WebIO> {
  const io = createIo();
  const extensions = json.extensionsUsed;
  if (Array.isArray(extensions) && extensions.includes(DRACO)) {
    // Loaded only now: it is large, and few files need it.
    const { default: draco3d } = await import('draco3d');
    io.registerDependencies({ 'draco3d.decoder': await draco3d.createDecoderModule() });
  }
  await MeshoptDecoder.ready;
  return io;
}

function parse(io: WebIO, { json, binary, resources }: OpenedContainer): Promise<Document> {
  return io.readJSON({
    json: json as unknown as GLTF.IGLTF,
    resources: {
      ...(binary === undefined ? {} : { [GLB_BUFFER]: binary as Uint8Array<ArrayBuffer> }),
      ...(Object.fromEntries(resources) as Record<string, Uint8Array<ArrayBuffer>>),
    },
  });
}

/** Reads and writes documents with all extensions, in silence. */
export function createIo(): WebIO {
  return new WebIO()
    .setLogger(new Logger(Verbosity.SILENT))
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
    .setVertexLayout(VertexLayout.SEPARATE);
}

/** One scene, one buffer, nothing compressed, no cameras and lamps. */
async function simplify(document: Document): Promise<void> {
  document.setLogger(new Logger(Verbosity.SILENT));
  const root = document.getRoot();
  const scene = root.getDefaultScene() ?? root.listScenes()[0] ?? document.createScene();
  if (root.listScenes().length === 1 && scene.listChildren().length === 0 && root.getDefaultScene() === null) {
    for (const node of root.listNodes()) if (node.getParentNode() === null) scene.addChild(node);
  }
  root.setDefaultScene(scene);
  for (const other of root.listScenes()) if (other !== scene) other.dispose();
  for (const camera of root.listCameras()) camera.dispose();
  // A hint for editors that exporters get wrong, and that nobody needs.
  for (const skin of root.listSkins()) skin.setSkeleton(null);
  for (const extension of root.listExtensionsUsed()) if (UNPACKED.has(extension.extensionName)) extension.dispose();
  await document.transform(
    prune({ keepLeaves: true, keepAttributes: true, keepSolidTextures: true, keepExtras: true }),
    unpartition(),
  );
}

/** Unpacked while they were read, or not drawn. */
const UNPACKED: ReadonlySet<string> = new Set([
  ...['KHR_draco_mesh_compression', 'EXT_meshopt_compression', 'KHR_meshopt_compression', 'KHR_lights_punctual'],
]);
