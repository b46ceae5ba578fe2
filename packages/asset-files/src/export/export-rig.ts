// Turns a skeleton with what hangs on it into a .glb file: a skin, and an animation for each clip.
import { boundsOf } from '@diorama/assets';
import { invariant } from '@diorama/diagnostics';
import { quaternion, type Rig, type Vector3 } from '@diorama/geometry';
import type { Document, Node } from '@gltf-transform/core';
import { createIo } from '../import/open-document.ts';
import { createExport, EXPORT_DEFAULTS, type ExportOptions, writeParts } from './export-asset.ts';

/** At rest it has the wanted height and stands on the origin. The same rig gives the same bytes. */
export async function exportRig(rig: Rig, options: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const { name, height, copyright, extras } = { ...EXPORT_DEFAULTS, ...options };
  const document = createExport(copyright, extras);
  const buffer = document.getRoot().listBuffers()[0]!;
  const nodes = rig.joints.map(({ name: joint, translation, rotation }) =>
    document
      .createNode(joint)
      .setTranslation([...translation])
      .setRotation([...rotation]),
  );
  for (const [index, { parent }] of rig.joints.entries()) if (parent >= 0) nodes[parent]!.addChild(nodes[index]!);
  const mesh = document.createMesh(name);
  writeParts(document, mesh, rig.parts, 1);
  for (const [index, primitive] of mesh.listPrimitives().entries()) {
    const { joints, weights } = rig.parts[index]!;
    const accessor = (array: Uint16Array<ArrayBuffer> | Float32Array<ArrayBuffer>) =>
      document.createAccessor().setType('VEC4').setArray(array).setBuffer(buffer);
    primitive
      .setAttribute('JOINTS_0', accessor(new Uint16Array(joints)))
      .setAttribute('WEIGHTS_0', accessor(normalized(weights)));
  }
  const inverse = document.createAccessor().setType('MAT4').setArray(inverseBindings(rig)).setBuffer(buffer);
  const skin = document.createSkin(name).setInverseBindMatrices(inverse).setSkeleton(nodes[0]!);
  for (const node of nodes) skin.addJoint(node);
  const body = document.createNode(name).setMesh(mesh).setSkin(skin);
  const root = place(document, rig, height).addChild(nodes[0]!);
  document.createScene(name).addChild(root).addChild(body);
  for (const clip of rig.clips) writeClip(document, clip, nodes);
  return createIo().writeBinary(document);
}

/** The node above the skeleton: what brings the rig to its height and onto the origin. A skinned mesh follows its joints alone. */
function place(document: Document, { parts }: Rig, height: number): Node {
  const bounds = boundsOf({ parts });
  invariant(bounds !== undefined, 'a rig has vertices');
  const { least, greatest } = bounds;
  const scale = height / (greatest[1] - least[1]);
  const origin = [(least[0] + greatest[0]) / 2, least[1], (least[2] + greatest[2]) / 2] as const;
  return document
    .createNode('root')
    .setScale([scale, scale, scale])
    .setTranslation([-origin[0] * scale, -origin[1] * scale, -origin[2] * scale]);
}

/** Single precision rounds each weight: what is written adds up to 1 again. */
function normalized(weights: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(weights.length);
  for (let at = 0; at < weights.length; at += 4) {
    const total = weights[at]! + weights[at + 1]! + weights[at + 2]! + weights[at + 3]!;
    for (let slot = 0; slot < 4; slot += 1)
      out[at + slot] = total > 0 ? weights[at + slot]! / total : slot === 0 ? 1 : 0;
  }
  return out;
}

/** The inverse of each joint's map to the model at rest, column by column. */
function inverseBindings({ joints }: Rig): Float32Array<ArrayBuffer> {
  const out = new Float32Array(16 * joints.length);
  const worlds: { readonly rotation: ReturnType<typeof quaternion.normalize>; readonly position: Vector3 }[] = [];
  for (const [index, { parent, translation, rotation }] of joints.entries()) {
    const above = worlds[parent];
    const world =
      above === undefined
        ? { rotation, position: translation }
        : {
            rotation: quaternion.multiply(above.rotation, rotation),
            position: add(above.position, quaternion.rotateVector(above.rotation, translation)),
          };
    worlds.push(world);
    const back = quaternion.conjugate(world.rotation);
    const [a, b, c, d, e, f, g, h, i] = quaternion.toMatrix(back);
    const [x, y, z] = quaternion.rotateVector(back, world.position);
    out.set([a, d, g, 0, b, e, h, 0, c, f, i, 0, -x, -y, -z, 1], 16 * index);
  }
  return out;
}

function add(one: Vector3, other: Vector3): Vector3 {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2]];
}

function writeClip(document: Document, { name, times, tracks }: Rig['clips'][number], nodes: readonly Node[]): void {
  const buffer = document.getRoot().listBuffers()[0]!;
  const animation = document.createAnimation(name);
  const input = document.createAccessor().setType('SCALAR').setArray(new Float32Array(times)).setBuffer(buffer);
  const channel = (path: 'rotation' | 'translation', type: 'VEC3' | 'VEC4', values: Float32Array, node: Node) => {
    const output = document.createAccessor().setType(type).setArray(new Float32Array(values)).setBuffer(buffer);
    const sampler = document.createAnimationSampler().setInput(input).setOutput(output).setInterpolation('LINEAR');
    animation.addSampler(sampler);
    animation.addChannel(document.createAnimationChannel().setTargetNode(node).setTargetPath(path).setSampler(sampler));
  };
  for (const { joint, rotations, translations } of tracks) {
    const node = nodes[joint]!;
    if (rotations !== undefined) channel('rotation', 'VEC4', rotations, node);
    if (translations !== undefined) channel('translation', 'VEC3', translations, node);
  }
}
