// A thing to draw: meshes with their materials.
import type { Material } from './material.ts';
import type { Mesh } from './mesh.ts';

/** A thing in its own frame: front +Z, up +Y, its origin the centre of its base. */
export interface Model {
  readonly parts: readonly ModelPart[];
}

/** One mesh of one material: a primitive, in glTF's words. */
export interface ModelPart {
  readonly mesh: Mesh;
  readonly material: Material;
}
