// Turns vertices into smaller ones: fewer bits a number, in an order that packs well.
import { EXTMeshoptCompression } from '@gltf-transform/extensions';
import { quantize, reorder } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { GltfContext } from './gltf-context.ts';

/**
 * Compresses the meshes that are written by now. 14 bits of a model's size are less than a millimetre of a tree, but half
 * a metre of the ground, which reaches to the horizon: ground and sky are written after this.
 */
export async function compress({ options, document, accessors }: GltfContext): Promise<void> {
  if (options.compression === 'meshopt') {
    await MeshoptEncoder.ready;
    await document.transform(reorder({ encoder: MeshoptEncoder, target: 'size', cleanup: false }));
    document.createExtension(EXTMeshoptCompression).setRequired(true);
  }
  await document.transform(quantize({ cleanup: false }));
  // Only what nothing refers to any more: the library's own cleaning would merge materials that are still to be used.
  for (const accessor of document.getRoot().listAccessors()) {
    if (accessor.listParents().length <= 1) accessor.dispose();
  }
  accessors.clear();
}
