// The ball of radius 1 on its lowest point.
import { cosDegrees, type Mesh, sinDegrees } from '@diorama/geometry';
import { createMeshBuilder } from '../mesh-builder.ts';

const SEGMENTS = 64;
const RINGS = 32;

/** A ball of radius 1 m, smooth, of 64 segments and 32 rings; its origin is its lowest point. */
export function sphereMesh(): Mesh {
  const builder = createMeshBuilder();
  for (let ring = 0; ring <= RINGS; ring += 1) {
    const polar = (180 * ring) / RINGS;
    for (let segment = 0; segment <= SEGMENTS; segment += 1) {
      const azimuth = (360 * segment) / SEGMENTS;
      const sine = sinDegrees(polar);
      const normal = [sine * sinDegrees(azimuth), cosDegrees(polar), sine * cosDegrees(azimuth)];
      const [x = 0, y = 0, z = 0] = normal;
      builder.vertex([x, y + 1, z], normal, [segment / SEGMENTS, ring / RINGS]);
    }
  }
  const at = (ring: number, segment: number) => ring * (SEGMENTS + 1) + segment;
  for (let ring = 0; ring < RINGS; ring += 1) {
    for (let segment = 0; segment < SEGMENTS; segment += 1) {
      const [a, b] = [at(ring, segment), at(ring, segment + 1)];
      const [c, d] = [at(ring + 1, segment + 1), at(ring + 1, segment)];
      // At the poles one side of the quad has no length.
      if (ring > 0) builder.triangle(a, d, b);
      if (ring < RINGS - 1) builder.triangle(b, d, c);
    }
  }
  return builder.finish();
}
