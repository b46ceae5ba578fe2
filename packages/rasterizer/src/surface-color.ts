// Turns a place of a triangle into the colors that its vertices and its texture have there.
import { sampleTexture } from './sample-texture.ts';
import type { SeenPlace } from './seen-place.ts';
import type { SeenTriangle } from './seen-triangle.ts';

/** Writes what the vertices say: linear red, green, blue, 0..1, by the place's weights. */
export function findVertexColor(out: Float64Array, { a, b, c }: SeenPlace, triangle: SeenTriangle): void {
  const { colors } = triangle.part;
  const ca = 4 * triangle.first;
  const cb = 4 * triangle.second;
  const cc = 4 * triangle.third;
  for (let part = 0; part < 3; part += 1) {
    const sum =
      a * (colors[ca + part] as number) + b * (colors[cb + part] as number) + c * (colors[cc + part] as number);
    out[part] = sum / 65535;
  }
}

/** Writes what the texture says, by the place's weights and their sum. */
export function findTexel(out: Float64Array, { a, b, c, weightSum }: SeenPlace, triangle: SeenTriangle): void {
  const { part, first, second, third } = triangle;
  const { uvs } = part;
  const u = a * (uvs[2 * first] as number) + b * (uvs[2 * second] as number) + c * (uvs[2 * third] as number);
  const v =
    a * (uvs[2 * first + 1] as number) + b * (uvs[2 * second + 1] as number) + c * (uvs[2 * third + 1] as number);
  slopes[0] = (triangle.slopeUAcross - u * triangle.slopeAcross) / weightSum;
  slopes[1] = (triangle.slopeVAcross - v * triangle.slopeAcross) / weightSum;
  slopes[2] = (triangle.slopeUUp - u * triangle.slopeUp) / weightSum;
  slopes[3] = (triangle.slopeVUp - v * triangle.slopeUp) / weightSum;
  sampleTexture(part.pyramid, part.wrapU, part.wrapV, u, v, slopes, out);
}

const slopes = new Float64Array(4);
