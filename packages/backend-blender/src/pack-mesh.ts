// Turns the parts of a model into the compressed arrays that the program builds its mesh from.
import type { ModelPart } from '@diorama/geometry';
import { compressArrays } from './data-store.ts';
import { joinParts, type Stretch } from './join-parts.ts';

/** A mesh as bytes, and what the program must know to read them. */
export interface PackedMesh {
  /** Positions, normals, texture coordinates and colors if there are any, triangles; compressed with zlib. */
  readonly bytes: Uint8Array;
  readonly vertices: number;
  readonly hasUvs: boolean;
  readonly hasColors: boolean;
  readonly stretches: readonly Stretch[];
}

/** Kept for as long as the parts are: from one compilation to the next models are the same, and nobody changes them. */
export function packMesh(parts: readonly ModelPart[]): PackedMesh {
  const known = KNOWN.get(parts);
  if (known !== undefined) return known;
  const { positions, normals, uvs, colors, indices, stretches } = joinParts(parts);
  const arrays = [positions, normals, ...(uvs ? [uvs] : []), ...(colors ? [colors] : []), indices];
  const made: PackedMesh = {
    bytes: compressArrays(arrays),
    vertices: positions.length / 3,
    hasUvs: uvs !== undefined,
    hasColors: colors !== undefined,
    stretches,
  };
  KNOWN.set(parts, made);
  return made;
}

const KNOWN = new WeakMap<readonly ModelPart[], PackedMesh>();
