// The flat square of size 1.
import type { Mesh } from '@diorama/geometry';
import { createMeshBuilder } from '../mesh-builder.ts';

/** A square with edges of 1 m around its origin, facing up; the top of its texture is at −Z. */
export function planeMesh(): Mesh {
  const builder = createMeshBuilder();
  const up = [0, 1, 0];
  const a = builder.vertex([-0.5, 0, 0.5], up, [0, 1]);
  const b = builder.vertex([0.5, 0, 0.5], up, [1, 1]);
  const c = builder.vertex([0.5, 0, -0.5], up, [1, 0]);
  const d = builder.vertex([-0.5, 0, -0.5], up, [0, 0]);
  builder.quad(a, b, c, d);
  return builder.finish();
}
