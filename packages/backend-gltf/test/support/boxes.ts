// Measures where things are in the world: on a stage, and in a document that was read back.
import { quaternion, type Vector3 } from '@diorama/geometry';
import { elementName, GROUND, type Stage } from '@diorama/stage';
import type { Document } from '@gltf-transform/core';

/** Least and greatest corner by the name of what fills it. */
export type Boxes = Map<string, [least: number[], greatest: number[]]>;

export function boxesOfStage(stage: Stage): Boxes {
  const boxes: Boxes = new Map();
  for (const { parts, instances } of stage.models) {
    for (let row = 0; row < instances.count; row += 1) {
      const element = instances.elements[row]!;
      const name = element === GROUND ? 'ground' : elementName(stage.scene, element);
      const place = {
        t: instances.translations.subarray(3 * row, 3 * row + 3),
        r: instances.rotations.subarray(4 * row, 4 * row + 4),
        s: instances.scales.subarray(3 * row, 3 * row + 3),
      };
      for (const { mesh } of parts) {
        for (let at = 0; at < mesh.positions.length; at += 3)
          grow(boxes, name, place, mesh.positions.subarray(at, at + 3));
      }
    }
  }
  return boxes;
}

/** Nodes with a mesh by their names; instances of a batch by what `nameOf` makes of their `_ELEMENT`. */
export function boxesOfDocument(document: Document, nameOf: (element: number) => string = String): Boxes {
  const boxes: Boxes = new Map();
  for (const node of document.getRoot().listNodes()) {
    const own = { t: node.getTranslation(), r: node.getRotation(), s: node.getScale() };
    const batch = node.getExtension<import('@gltf-transform/extensions').InstancedMesh>('EXT_mesh_gpu_instancing');
    const places = batch
      ? Array.from({ length: batch.getAttribute('TRANSLATION')!.getCount() }, (_, row) => ({
          name: nameOf(batch.getAttribute('_ELEMENT')!.getScalar(row)),
          t: batch.getAttribute('TRANSLATION')!.getElement(row, []),
          r: batch.getAttribute('ROTATION')!.getElement(row, []),
          s: batch.getAttribute('SCALE')!.getElement(row, []),
        }))
      : [{ name: node.getName(), ...own }];
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      const positions = primitive.getAttribute('POSITION')!;
      for (let index = 0; index < positions.getCount(); index += 1) {
        const point = positions.getElement(index, []);
        for (const place of places) grow(boxes, place.name, place, point);
      }
    }
  }
  return boxes;
}

interface Place {
  readonly t: ArrayLike<number>;
  readonly r: ArrayLike<number>;
  readonly s: ArrayLike<number>;
}

function grow(boxes: Boxes, name: string, { t, r, s }: Place, point: ArrayLike<number>): void {
  const scaled: Vector3 = [point[0]! * s[0]!, point[1]! * s[1]!, point[2]! * s[2]!];
  const turned = quaternion.rotateVector([r[0]!, r[1]!, r[2]!, r[3]!], scaled);
  let box = boxes.get(name);
  if (box === undefined) {
    box = [
      [Infinity, Infinity, Infinity],
      [-Infinity, -Infinity, -Infinity],
    ];
    boxes.set(name, box);
  }
  for (let axis = 0; axis < 3; axis += 1) {
    const part = t[axis]! + turned[axis]!;
    box[0][axis] = Math.min(box[0][axis]!, part);
    box[1][axis] = Math.max(box[1][axis]!, part);
  }
}

/** The greatest difference of a corner, metres; infinite unless both have the same names. */
export function boxDistance(a: Boxes, b: Boxes): number {
  if (a.size !== b.size) return Infinity;
  let greatest = 0;
  for (const [name, box] of a) {
    const other = b.get(name);
    if (other === undefined) return Infinity;
    for (const corner of [0, 1] as const) {
      for (let axis = 0; axis < 3; axis += 1) {
        greatest = Math.max(greatest, Math.abs(box[corner][axis]! - other[corner][axis]!));
      }
    }
  }
  return greatest;
}
