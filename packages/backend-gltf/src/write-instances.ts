// Turns the instances of models into nodes: one each, or one for all of a model.
import { invariant } from '@diorama/diagnostics';
import { quaternion } from '@diorama/geometry';
import { elementName, GROUND, type Instances, idOf } from '@diorama/stage';
import type { Accessor, GLTF, TypedArray } from '@gltf-transform/core';
import { EXTMeshGPUInstancing } from '@gltf-transform/extensions';
import type { GltfContext } from './gltf-context.ts';
import { elementExtras } from './node-extras.ts';
import type { WrittenModel } from './write-models.ts';

/**
 * Where `gpu` instancing is asked for, hangs all instances of each model that has several on its stand-in, which then
 * stands for them. Gives back the models whose instances still need nodes of their own.
 */
export function batchInstances(ctx: GltfContext, models: readonly WrittenModel[]): readonly WrittenModel[] {
  if (ctx.options.instancing === 'nodes') return models;
  const [batched, apart]: [WrittenModel[], WrittenModel[]] = [[], []];
  for (const written of models) {
    const worthIt = written.model.instances.count >= 2 && written.standIn.getMesh() !== null;
    (worthIt ? batched : apart).push(written);
  }
  for (const written of batched) writeBatch(ctx, written);
  return apart;
}

/**
 * `_ELEMENT` is each instance's index in the scene's elements: two less than its id in id pictures. Single precision holds
 * it exactly up to 16,777,216.
 */
function writeBatch(ctx: GltfContext, { model, standIn }: WrittenModel): void {
  const { document, buffer, scene } = ctx;
  const { count, elements } = model.instances;
  const translations = new Float32Array(3 * count);
  const rotations = new Float32Array(4 * count);
  const scales = new Float32Array(3 * count);
  const correction: Correction = { offset: standIn.getTranslation(), scale: standIn.getScale()[0] };
  for (let row = 0; row < count; row += 1) {
    const { translation, rotation, scale } = placeOf(model.instances, row, correction);
    translations.set(translation, 3 * row);
    rotations.set(rotation, 4 * row);
    scales.set(scale, 3 * row);
  }
  const accessor = (array: TypedArray, type: ReturnType<Accessor['getType']>) =>
    document.createAccessor().setBuffer(buffer).setType(type).setArray(array);
  const extension = document.createExtension(EXTMeshGPUInstancing).setRequired(true);
  const batch = extension
    .createInstancedMesh()
    .setAttribute('TRANSLATION', accessor(translations, 'VEC3'))
    .setAttribute('ROTATION', accessor(rotations, 'VEC4'))
    .setAttribute('SCALE', accessor(scales, 'VEC3'))
    .setAttribute('_ELEMENT', accessor(Float32Array.from(elements), 'SCALAR'));
  standIn
    .setName(`${model.name} ×${count}`)
    .setTranslation([0, 0, 0])
    .setScale([1, 1, 1])
    .setExtension('EXT_mesh_gpu_instancing', batch)
    .setExtras(batchExtras(ctx, model));
  scene.addChild(standIn);
}

/** `labels` gives the row of each instance that has a label: nodes of their own would bear them as names. */
function batchExtras(ctx: GltfContext, { asset, instances }: WrittenModel['model']): Record<string, unknown> {
  const all = ctx.stage.scene.elements;
  const labels: [label: string, row: number][] = [];
  for (let row = 0; row < instances.count; row += 1) {
    const label = all[instances.elements[row] as number]?.label;
    if (label !== undefined) labels.push([label, row]);
  }
  const kind = all[instances.elements[0] as number]?.kind;
  return {
    ...(kind !== undefined && { kind }),
    ...(asset !== undefined && { asset }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
  };
}

/**
 * All nodes of the file: those that the library has written, without stand-ins, then one for each instance of the models
 * `apart`, in the program's order. They are written here, for the library's own nodes take 25 µs and 2.5 kB each: 100,000
 * would miss their time.
 */
export function listNodes(
  ctx: GltfContext,
  apart: readonly WrittenModel[],
  written: readonly GLTF.INode[],
): readonly GLTF.INode[] {
  const indexOf = new Map(
    ctx.document
      .getRoot()
      .listNodes()
      .map((node, index) => [node, index]),
  );
  const standIns = apart.map(({ standIn }) => indexOf.get(standIn) ?? -1);
  const dropped = new Set(standIns);
  const nodes = written.filter((_, index) => !dropped.has(index));
  for (const { model, row } of inProgramOrder(apart)) {
    const standIn = written[standIns[model] as number];
    const one = apart[model];
    invariant(standIn !== undefined && one !== undefined, 'each model has a stand-in');
    nodes.push(instanceNode(ctx, one, row, standIn));
  }
  return nodes;
}

interface InstanceKey {
  /** The id in id pictures: the ground is before all elements. */
  readonly id: number;
  /** Its index among the models that are listed. */
  readonly model: number;
  readonly row: number;
}

function inProgramOrder(models: readonly WrittenModel[]): readonly InstanceKey[] {
  const keys: InstanceKey[] = [];
  for (const [
    model,
    {
      model: { instances },
    },
  ] of models.entries()) {
    for (let row = 0; row < instances.count; row += 1) {
      keys.push({ id: idOf(instances.elements[row] as number), model, row });
    }
  }
  return keys.sort((a, b) => a.id - b.id);
}

function instanceNode(ctx: GltfContext, { model }: WrittenModel, row: number, standIn: GLTF.INode): GLTF.INode {
  const element = model.instances.elements[row] as number;
  const { translation, rotation, scale } = placeOf(model.instances, row, {
    offset: standIn.translation ?? [0, 0, 0],
    scale: standIn.scale?.[0] ?? 1,
  });
  const node: GLTF.INode = { name: element === GROUND ? 'ground' : elementName(ctx.stage.scene, element) };
  if (standIn.mesh !== undefined) node.mesh = standIn.mesh;
  // What changes nothing is left out, as the library does.
  if (translation.some((part) => part !== 0)) node.translation = translation;
  if (rotation[3] !== 1) node.rotation = rotation;
  if (scale.some((part) => part !== 1)) node.scale = scale;
  node.extras = elementExtras(ctx, element, model.asset);
  return node;
}

/** How quantized vertices become the model's: p ↦ offset + scale · p. */
interface Correction {
  readonly offset: readonly number[];
  readonly scale: number;
}

interface NodePlace {
  readonly translation: [number, number, number];
  readonly rotation: [number, number, number, number];
  readonly scale: [number, number, number];
}

/** Where an instance's node is: as the stage says, after the correction, which is even along all axes. */
function placeOf({ translations, rotations, scales }: Instances, row: number, correction: Correction): NodePlace {
  const [x, y, z] = triple(translations, row);
  const [sx, sy, sz] = triple(scales, row);
  const rotation: [number, number, number, number] = [
    rotations[4 * row] as number,
    rotations[4 * row + 1] as number,
    rotations[4 * row + 2] as number,
    rotations[4 * row + 3] as number,
  ];
  const { offset, scale } = correction;
  const [ox, oy, oz] = [offset[0] as number, offset[1] as number, offset[2] as number];
  if (scale === 1 && ox === 0 && oy === 0 && oz === 0) {
    return { translation: [x, y, z], rotation, scale: [sx, sy, sz] };
  }
  const [dx, dy, dz] = quaternion.rotateVector(rotation, [sx * ox, sy * oy, sz * oz]);
  return { translation: [x + dx, y + dy, z + dz], rotation, scale: [sx * scale, sy * scale, sz * scale] };
}

function triple(array: Float64Array, row: number): [number, number, number] {
  return [array[3 * row] as number, array[3 * row + 1] as number, array[3 * row + 2] as number];
}
