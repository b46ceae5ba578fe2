// Turns a model of the library into a .glb file for other programs.
import type * as geometry from '@diorama/geometry';
import { isMatte } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { Document, type Material, type Mesh, TextureInfo, type TypedArray, type vec3 } from '@gltf-transform/core';
import { KHRMaterialsEmissiveStrength, KHRMaterialsSpecular } from '@gltf-transform/extensions';
import { createIo } from '../import/open-document.ts';

/** Options for {@link exportAsset}. */
export interface ExportOptions {
  /** Of the file's one node and mesh. */
  readonly name: string;
  /** Metres: what height 1 becomes. */
  readonly height: number;
  /** `asset.copyright`; none if left out. */
  readonly copyright?: string;
  /** `asset.extras` */
  readonly extras?: Readonly<Record<string, unknown>>;
}

export const EXPORT_DEFAULTS: ExportOptions = Object.freeze({ name: 'asset', height: 1 });

/** One node, one mesh, a primitive for each part. The same model gives the same bytes. */
export async function exportAsset(model: geometry.Model, options: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const { name, height, copyright, extras } = { ...EXPORT_DEFAULTS, ...options };
  const document = createExport(copyright, extras);
  const mesh = document.createMesh(name);
  writeParts(document, mesh, model.parts, height);
  const node = document.createNode(name).setMesh(mesh);
  document.createScene(name).addChild(node);
  return createIo().writeBinary(document);
}

/** An empty document that says where it is from. */
export function createExport(
  copyright: string | undefined,
  extras: Readonly<Record<string, unknown>> | undefined,
): Document {
  const document = new Document();
  const asset = document.getRoot().getAsset();
  asset.generator = 'Diorama';
  if (copyright !== undefined) asset.copyright = copyright;
  if (extras !== undefined) asset.extras = { ...extras };
  document.createBuffer();
  return document;
}

/** Adds each part as a primitive; `scale` multiplies its places. */
export function writeParts(
  document: Document,
  target: Mesh,
  parts: readonly geometry.ModelPart[],
  scale: number,
): void {
  const materials = new Map<geometry.Material, Material>();
  const images = new Map<geometry.Image, ReturnType<Document['createTexture']>>();
  const buffer = document.getRoot().listBuffers()[0]!;
  for (const { mesh, material } of parts) {
    const accessor = (type: 'VEC2' | 'VEC3' | 'VEC4' | 'SCALAR', array: TypedArray, normalized = false) =>
      document.createAccessor().setType(type).setArray(array).setNormalized(normalized).setBuffer(buffer);
    const known = materials.get(material) ?? writeMaterial(document, material, images);
    materials.set(material, known);
    const { positions, normals, uvs, colors, indices } = mesh;
    const primitive = document
      .createPrimitive()
      .setMaterial(known)
      .setAttribute(
        'POSITION',
        accessor('VEC3', scale === 1 ? new Float32Array(positions) : positions.map((value) => value * scale)),
      )
      .setAttribute('NORMAL', accessor('VEC3', new Float32Array(normals)));
    if (uvs !== undefined) primitive.setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(uvs)));
    if (colors !== undefined) primitive.setAttribute('COLOR_0', accessor('VEC4', new Uint16Array(colors), true));
    const vertices = positions.length / 3;
    primitive.setIndices(accessor('SCALAR', vertices < 65_535 ? Uint16Array.from(indices) : Uint32Array.from(indices)));
    target.addPrimitive(primitive);
  }
}

function writeMaterial(
  document: Document,
  surface: geometry.Material,
  images: Map<geometry.Image, ReturnType<Document['createTexture']>>,
): Material {
  const { name, color, roughness, metallic, alphaCutoff, doubleSided, emissive, texture } = surface;
  const material = document
    .createMaterial(name)
    .setBaseColorFactor([color[0], color[1], color[2], 1])
    .setRoughnessFactor(roughness)
    .setMetallicFactor(metallic)
    .setDoubleSided(doubleSided);
  if (alphaCutoff !== undefined) material.setAlphaMode('MASK').setAlphaCutoff(alphaCutoff);
  // A dielectric of glTF reflects 4 % by its surface; without that it scatters evenly, as what is matte does here.
  if (isMatte(surface)) {
    const specular = document.createExtension(KHRMaterialsSpecular).createSpecular().setSpecularFactor(0);
    material.setExtension('KHR_materials_specular', specular);
  }
  if (emissive !== undefined) writeEmission(document, material, emissive);
  if (texture !== undefined) writeTexture(document, material, texture, name, images);
  return material;
}

function writeEmission(document: Document, material: Material, emissive: geometry.LinearColor): void {
  const strength = Math.max(...emissive);
  if (strength <= 1) {
    material.setEmissiveFactor([...emissive] as vec3);
    return;
  }
  const light = document.createExtension(KHRMaterialsEmissiveStrength).createEmissiveStrength();
  material
    .setEmissiveFactor(emissive.map((part) => part / strength) as vec3)
    .setExtension('KHR_materials_emissive_strength', light.setEmissiveStrength(strength));
}

function writeTexture(
  document: Document,
  material: Material,
  { image, wrapU, wrapV }: geometry.Texture,
  name: string,
  images: Map<geometry.Image, ReturnType<Document['createTexture']>>,
): void {
  const { mimeType, bytes } = image.encoded ?? { mimeType: 'image/png', bytes: encodePng(image) };
  const known =
    images.get(image) ??
    document
      .createTexture(name)
      .setMimeType(mimeType)
      .setImage(bytes as Uint8Array<ArrayBuffer>);
  images.set(image, known);
  material.setBaseColorTexture(known);
  material
    .getBaseColorTextureInfo()!
    .setWrapS(WRAP[wrapU])
    .setWrapT(WRAP[wrapV])
    .setMagFilter(TextureInfo.MagFilter.LINEAR!)
    .setMinFilter(TextureInfo.MinFilter.LINEAR_MIPMAP_LINEAR!);
}

const WRAP: Readonly<Record<geometry.Wrap, ReturnType<TextureInfo['getWrapS']>>> = {
  repeat: TextureInfo.WrapMode.REPEAT!,
  clamp: TextureInfo.WrapMode.CLAMP_TO_EDGE!,
  mirror: TextureInfo.WrapMode.MIRRORED_REPEAT!,
};
