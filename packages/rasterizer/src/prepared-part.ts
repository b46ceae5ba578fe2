// Turns a model's part into what the inner loops need: no optional fields, bounds, the texture at every scale.
import { isMatte, type Mesh, type ModelPart, meshBounds } from '@diorama/geometry';
import { type TexturePyramid, texturePyramid, WRAP_CODES } from './texture-pyramid.ts';

/** A mesh with its material. What is absent is an empty array: then all parts have one shape, and the engine one code. */
export interface PreparedPart {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly uvs: Float32Array;
  readonly colors: Uint16Array;
  readonly indices: Uint32Array;
  /** A sphere about the mesh: its centre and its radius. */
  readonly center: readonly [number, number, number];
  readonly radius: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly emissiveRed: number;
  readonly emissiveGreen: number;
  readonly emissiveBlue: number;
  readonly roughness: number;
  readonly metallic: number;
  readonly isMatte: boolean;
  readonly doubleSided: boolean;
  readonly isTextured: boolean;
  readonly isColored: boolean;
  /** Whether alpha decides what is there. */
  readonly isCut: boolean;
  readonly alphaCutoff: number;
  readonly pyramid: TexturePyramid;
  readonly wrapU: number;
  readonly wrapV: number;
}

/** What drawing needs of a part; made once for each. */
export function preparePart(part: ModelPart): PreparedPart {
  const known = preparedParts.get(part);
  if (known !== undefined) return known;
  const { mesh, material } = part;
  const { texture, emissive = [0, 0, 0] } = material;
  const isTextured = texture !== undefined && mesh.uvs !== undefined;
  const prepared: PreparedPart = {
    positions: mesh.positions,
    normals: mesh.normals,
    uvs: mesh.uvs ?? new Float32Array(),
    colors: mesh.colors ?? new Uint16Array(),
    indices: mesh.indices,
    ...sphereAbout(mesh),
    red: material.color[0],
    green: material.color[1],
    blue: material.color[2],
    emissiveRed: emissive[0],
    emissiveGreen: emissive[1],
    emissiveBlue: emissive[2],
    roughness: material.roughness,
    metallic: material.metallic,
    isMatte: isMatte(material),
    doubleSided: material.doubleSided,
    isTextured,
    isColored: mesh.colors !== undefined,
    isCut: material.alphaCutoff !== undefined && (isTextured || mesh.colors !== undefined),
    alphaCutoff: material.alphaCutoff ?? 0,
    pyramid: isTextured ? texturePyramid(texture) : NO_TEXTURE,
    wrapU: WRAP_CODES[texture?.wrapU ?? 'repeat'],
    wrapV: WRAP_CODES[texture?.wrapV ?? 'repeat'],
  };
  preparedParts.set(part, prepared);
  return prepared;
}

const preparedParts = new WeakMap<ModelPart, PreparedPart>();

const NO_TEXTURE: TexturePyramid = { levels: [{ width: 1, height: 1, texels: new Uint16Array(4).fill(65535) }] };

/** A sphere about the middle of the mesh's bounds that holds every vertex. */
function sphereAbout(mesh: Mesh): Pick<PreparedPart, 'center' | 'radius'> {
  const bounds = meshBounds(mesh);
  if (bounds === undefined) return { center: [0, 0, 0], radius: 0 };
  const { least, greatest } = bounds;
  const center = [0, 1, 2].map((axis) => ((least[axis] as number) + (greatest[axis] as number)) / 2);
  const [x, y, z] = center as [number, number, number];
  const { positions } = mesh;
  let square = 0;
  for (let index = 0; index < positions.length; index += 3) {
    const dx = (positions[index] as number) - x;
    const dy = (positions[index + 1] as number) - y;
    const dz = (positions[index + 2] as number) - z;
    square = Math.max(square, dx * dx + dy * dy + dz * dz);
  }
  return { center: [x, y, z], radius: Math.sqrt(square) };
}
