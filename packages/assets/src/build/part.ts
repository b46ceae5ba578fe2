// Turns a finished mesh into a part of a model with one of the library's matte materials.
import type { Material, ModelPart } from '@diorama/geometry';
import { finishMesh, type MeshBuilder } from './mesh-builder.ts';

/** A closed body: only its outside is drawn. */
export function solidPart(name: string, mesh: MeshBuilder): ModelPart {
  return { mesh: finishMesh(mesh), material: matte(name, false) };
}

/** Leaves and feathers: sheets that are drawn from both sides. */
export function sheetPart(name: string, mesh: MeshBuilder): ModelPart {
  return { mesh: finishMesh(mesh), material: matte(name, true) };
}

/** Parts that have triangles. */
export function presentParts(...parts: readonly ModelPart[]): readonly ModelPart[] {
  return parts.filter(({ mesh }) => mesh.indices.length > 0);
}

/** White: vertex colors say it all. */
function matte(name: string, doubleSided: boolean): Material {
  return { name, color: [1, 1, 1], roughness: 1, metallic: 0, doubleSided };
}
