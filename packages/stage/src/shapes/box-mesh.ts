// The box of size 1 on its base.
import type { Mesh } from '@diorama/geometry';
import { createMeshBuilder } from '../mesh-builder.ts';

/** A cube with edges of 1 m, flat faces, each face with the whole texture; its origin is the centre of its base. */
export function boxMesh(): Mesh {
  const builder = createMeshBuilder();
  for (const { normal, right, up } of FACES) {
    const corners = CORNERS.map(([across, along]) => {
      const position = [0, 1, 2].map(
        (axis) => 0.5 * ((normal[axis] ?? 0) + across * (right[axis] ?? 0) + along * (up[axis] ?? 0)),
      );
      const [x = 0, y = 0, z = 0] = position;
      return builder.vertex([x, y + 0.5, z], normal, [(1 + across) / 2, (1 - along) / 2]);
    });
    const [a = 0, b = 0, c = 0, d = 0] = corners;
    builder.quad(a, b, c, d);
  }
  return builder.finish();
}

/** Counter-clockwise, in the face's own plane. */
const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** `right` × `up` is the normal. */
const FACES = [
  { normal: [0, 0, 1], right: [1, 0, 0], up: [0, 1, 0] },
  { normal: [0, 0, -1], right: [-1, 0, 0], up: [0, 1, 0] },
  { normal: [1, 0, 0], right: [0, 0, -1], up: [0, 1, 0] },
  { normal: [-1, 0, 0], right: [0, 0, 1], up: [0, 1, 0] },
  { normal: [0, 1, 0], right: [1, 0, 0], up: [0, 0, -1] },
  { normal: [0, -1, 0], right: [1, 0, 0], up: [0, 0, 1] },
] as const;
