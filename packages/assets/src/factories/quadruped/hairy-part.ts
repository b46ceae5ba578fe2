// Turns a finished body into one whose skin has hair finer than its triangles: a texture that multiplies its colors.
import type { ModelPart } from '@diorama/geometry';
import { hairTexture, type Pelt } from './hair-texture.ts';

/** How a skin is covered. */
export interface Grain {
  readonly pelt: Pelt;
  /** The edge of a piece of the texture, metres. */
  readonly size: number;
}

/**
 * The first `count` vertices of a part that looks along +Z are skin; the others, eyes and hooves, keep their plain colors. Seen
 * from the side the texture lies on the skin as it is; it is the same on both flanks.
 */
export function hairyPart(part: ModelPart, count: number, { pelt, size }: Grain): ModelPart {
  const { positions } = part.mesh;
  const places = new Float32Array(2 * count);
  for (let vertex = 0; vertex < count; vertex += 1) {
    const x = Math.abs(positions[3 * vertex]!);
    places[2 * vertex] = (-positions[3 * vertex + 2]! - 0.55 * x) / size;
    places[2 * vertex + 1] = (0.6 * x - positions[3 * vertex + 1]!) / size;
  }
  return texturedPart(part, places, pelt);
}

/** `places` are u, v of the first vertices of a part, which are skin; the others keep their plain colors. */
export function texturedPart({ mesh, material }: ModelPart, places: Float32Array, pelt: Pelt): ModelPart {
  const { positions, colors } = mesh;
  const { image, mean, white } = hairTexture(pelt);
  const uvs = new Float32Array((2 * positions.length) / 3);
  uvs.set(places);
  for (let at = places.length; at < uvs.length; at += 2) {
    uvs[at] = white[0];
    uvs[at + 1] = white[1];
  }
  const lit = new Uint16Array(colors!);
  for (let at = 0; at < 2 * places.length; at += 4) {
    for (let part = at; part < at + 3; part += 1) lit[part] = Math.min(65535, Math.round(lit[part]! / mean));
  }
  return {
    mesh: { ...mesh, uvs, colors: lit },
    material: { ...material, texture: { image, wrapU: 'repeat', wrapV: 'repeat' } },
  };
}
