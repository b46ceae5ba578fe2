// Turns each model of a stage into a mesh, and a node that stands for all its instances until those are written.
import { invariant } from '@diorama/diagnostics';
import type { Mesh as ModelMesh, ModelPart } from '@diorama/geometry';
import type { StagedModel } from '@diorama/stage';
import type { Accessor, Mesh, Node, Primitive, TypedArray } from '@gltf-transform/core';
import type { GltfContext } from './gltf-context.ts';
import type { Numbers } from './place-arrays.ts';
import { writeMaterial } from './write-material.ts';

/** A model with its mesh. */
export interface WrittenModel {
  readonly model: StagedModel;
  /** At the origin, in no scene. Quantization leaves here how the mesh is scaled back. */
  readonly standIn: Node;
}

/** In the order given. */
export function writeModels(ctx: GltfContext, models: readonly StagedModel[]): readonly WrittenModel[] {
  return models.map((model) => {
    const standIn = ctx.document.createNode(model.name);
    const mesh = writeMesh(ctx, model);
    if (mesh !== undefined) standIn.setMesh(mesh);
    return { model, standIn };
  });
}

/** None for a model without triangles, which glTF cannot have. */
function writeMesh(ctx: GltfContext, { name, asset, parts }: StagedModel): Mesh | undefined {
  const solid = parts.filter(({ mesh }) => mesh.indices.length > 0);
  if (solid.length === 0) return undefined;
  const mesh = ctx.document.createMesh(name);
  if (asset !== undefined) mesh.setExtras({ asset });
  for (const part of solid) mesh.addPrimitive(writePart(ctx, part));
  return mesh;
}

/** Texture coordinates without a texture are left out: nothing would read them. */
function writePart(ctx: GltfContext, { mesh, material }: ModelPart): Primitive {
  const { positions, normals, uvs, colors } = mesh;
  const primitive = ctx.document
    .createPrimitive()
    .setMaterial(writeMaterial(ctx, material))
    .setIndices(writeIndices(ctx, mesh))
    .setAttribute('POSITION', writeAccessor(ctx, positions, 'VEC3'))
    .setAttribute('NORMAL', writeAccessor(ctx, normals, 'VEC3'));
  if (material.texture !== undefined) {
    invariant(uvs !== undefined, 'a mesh has texture coordinates where its material has a texture');
    primitive.setAttribute('TEXCOORD_0', writeAccessor(ctx, uvs, 'VEC2'));
  }
  if (colors !== undefined) {
    primitive.setAttribute('COLOR_0', writeAccessor(ctx, colors, 'VEC4').setNormalized(true));
  }
  return primitive;
}

/** 16 bits where they suffice: 65,535 itself is no index (glTF 2.0 §3.7.2.1). */
function writeIndices(ctx: GltfContext, { positions, indices }: ModelMesh): Accessor {
  const known = ctx.accessors.get(indices);
  if (known !== undefined) return known;
  const narrow = positions.length / 3 < 65_535;
  return remember(ctx, indices, narrow ? narrowed(indices) : indices, 'SCALAR');
}

/** Kept for as long as the indices are, which nobody changes. */
function narrowed(indices: Uint32Array): Uint16Array {
  const known = NARROWED.get(indices);
  if (known !== undefined) return known;
  const made = Uint16Array.from(indices);
  NARROWED.set(indices, made);
  return made;
}

const NARROWED = new WeakMap<Uint32Array, Uint16Array>();

/** Arrays that meshes share are written once. */
export function writeAccessor(ctx: GltfContext, array: Numbers, type: AccessorType): Accessor {
  return ctx.accessors.get(array) ?? remember(ctx, array, array, type);
}

function remember(ctx: GltfContext, key: Numbers, array: Numbers, type: AccessorType): Accessor {
  const accessor = ctx.document.createAccessor().setBuffer(ctx.buffer).setType(type);
  // The library's types exclude memory that threads share; nothing of it depends on that.
  if (ctx.options.compression === 'none') {
    accessor.setArray(array.slice(0, accessor.getElementSize()) as TypedArray).setName(String(ctx.arrays.length));
    ctx.arrays.push(array);
  } else {
    accessor.setArray(array as TypedArray);
  }
  ctx.accessors.set(key, accessor);
  return accessor;
}

type AccessorType = ReturnType<Accessor['getType']>;
