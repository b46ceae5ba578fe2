// Turns a stage into draws: one part of one instance each, with the matrices that place it before the eye.
import type { Vector3 } from '@diorama/geometry';
import { idOf, type Stage } from '@diorama/stage';
import { type PreparedPart, preparePart } from './prepared-part.ts';

/** How many numbers a draw has in {@link DrawList.matrices}. */
export const MATRIX_SIZE = 24;

/** Everything on a stage that may be drawn. Row i of each array is draw i. */
export interface DrawList {
  readonly count: number;
  readonly parts: readonly PreparedPart[];
  /** What stands in the id picture. */
  readonly ids: Uint32Array;
  /** Whether it is the ground. */
  readonly isGround: Uint8Array;
  /**
   * Three rows of four: from the part's own frame to metres of the world, measured from the eye. Then three rows of three for
   * normals (the inverse transpose, up to a factor), and three numbers that stand for nothing.
   */
  readonly matrices: Float64Array;
  /** x, y, z, radius of a sphere about it: metres from the eye. */
  readonly spheres: Float64Array;
}

/** All draws of a stage. The eye is subtracted before anything is rounded, so that far from the origin nothing trembles. */
export function listDraws(stage: Stage): DrawList {
  const { models } = stage;
  const count = models.reduce((sum, { parts, instances }) => sum + parts.length * instances.count, 0);
  const parts: PreparedPart[] = [];
  const ids = new Uint32Array(count);
  const isGround = new Uint8Array(count);
  const matrices = new Float64Array(count * MATRIX_SIZE);
  const spheres = new Float64Array(count * 4);
  let draw = 0;
  for (const { parts: modelParts, instances } of models) {
    for (const modelPart of modelParts) {
      const part = preparePart(modelPart);
      for (let instance = 0; instance < instances.count; instance += 1) {
        const id = idOf(instances.elements[instance] as number);
        parts.push(part);
        ids[draw] = id;
        isGround[draw] = id === 1 ? 1 : 0;
        writeMatrices(matrices, draw * MATRIX_SIZE, instances, instance, stage.camera.position);
        writeSphere(spheres, draw, matrices, part, instances, instance);
        draw += 1;
      }
    }
  }
  return { count, parts, ids, isGround, matrices, spheres };
}

type Placement = Stage['models'][number]['instances'];

function writeMatrices(matrices: Float64Array, at: number, instances: Placement, instance: number, eye: Vector3): void {
  const { translations, rotations, scales } = instances;
  const x = rotations[4 * instance] as number;
  const y = rotations[4 * instance + 1] as number;
  const z = rotations[4 * instance + 2] as number;
  const w = rotations[4 * instance + 3] as number;
  const twice = 2 / (x * x + y * y + z * z + w * w);
  const m00 = 1 - twice * (y * y + z * z);
  const m01 = twice * (x * y - z * w);
  const m02 = twice * (x * z + y * w);
  const m10 = twice * (x * y + z * w);
  const m11 = 1 - twice * (x * x + z * z);
  const m12 = twice * (y * z - x * w);
  const m20 = twice * (x * z - y * w);
  const m21 = twice * (y * z + x * w);
  const m22 = 1 - twice * (x * x + y * y);
  const sx = scales[3 * instance] as number;
  const sy = scales[3 * instance + 1] as number;
  const sz = scales[3 * instance + 2] as number;
  matrices[at] = m00 * sx;
  matrices[at + 1] = m01 * sy;
  matrices[at + 2] = m02 * sz;
  matrices[at + 3] = (translations[3 * instance] as number) - eye[0];
  matrices[at + 4] = m10 * sx;
  matrices[at + 5] = m11 * sy;
  matrices[at + 6] = m12 * sz;
  matrices[at + 7] = (translations[3 * instance + 1] as number) - eye[1];
  matrices[at + 8] = m20 * sx;
  matrices[at + 9] = m21 * sy;
  matrices[at + 10] = m22 * sz;
  matrices[at + 11] = (translations[3 * instance + 2] as number) - eye[2];
  matrices[at + 12] = m00 / sx;
  matrices[at + 13] = m01 / sy;
  matrices[at + 14] = m02 / sz;
  matrices[at + 15] = m10 / sx;
  matrices[at + 16] = m11 / sy;
  matrices[at + 17] = m12 / sz;
  matrices[at + 18] = m20 / sx;
  matrices[at + 19] = m21 / sy;
  matrices[at + 20] = m22 / sz;
}

function writeSphere(
  spheres: Float64Array,
  draw: number,
  matrices: Float64Array,
  { center, radius }: PreparedPart,
  { scales }: Placement,
  instance: number,
): void {
  const [x, y, z] = center;
  for (let row = 0; row < 3; row += 1) {
    const at = draw * MATRIX_SIZE + 4 * row;
    spheres[4 * draw + row] =
      (matrices[at] as number) * x +
      (matrices[at + 1] as number) * y +
      (matrices[at + 2] as number) * z +
      (matrices[at + 3] as number);
  }
  const largest = Math.max(
    scales[3 * instance] as number,
    scales[3 * instance + 1] as number,
    scales[3 * instance + 2] as number,
  );
  spheres[4 * draw + 3] = radius * largest;
}
