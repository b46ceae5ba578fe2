// Turns a surface into a glTF material: metallic-roughness, or evenly scattering where the surface is matte.
import type * as geometry from '@diorama/geometry';
import { isMatte } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { type Material, type Texture, TextureInfo, type vec3 } from '@gltf-transform/core';
import { KHRMaterialsEmissiveStrength, KHRMaterialsSpecular } from '@gltf-transform/extensions';
import type { GltfContext } from './gltf-context.ts';
import { splitLight } from './split-light.ts';

export function writeMaterial(ctx: GltfContext, surface: geometry.Material): Material {
  const known = ctx.materials.get(surface);
  if (known !== undefined) return known;
  const { name, color, roughness, metallic, alphaCutoff, doubleSided } = surface;
  const material = ctx.document
    .createMaterial(name)
    .setBaseColorFactor([color[0], color[1], color[2], 1])
    .setRoughnessFactor(roughness)
    .setMetallicFactor(metallic)
    .setDoubleSided(doubleSided);
  ctx.materials.set(surface, material);
  if (alphaCutoff !== undefined) material.setAlphaMode('MASK').setAlphaCutoff(alphaCutoff);
  if (isMatte(surface)) dull(ctx, material);
  writeEmission(ctx, material, surface);
  writeTexture(ctx, material, surface);
  return material;
}

/**
 * A dielectric of glTF reflects 4 % by its surface, however rough it is. Without that it is what a matte surface is: Lambert
 * (KHR_materials_specular: `specularFactor` 0 leaves the diffuse part alone).
 */
function dull(ctx: GltfContext, material: Material): void {
  const specular = ctx.document.createExtension(KHRMaterialsSpecular).createSpecular().setSpecularFactor(0);
  material.setExtension('KHR_materials_specular', specular);
}

/** Emission is light: it is written as the camera's exposure takes it. */
function writeEmission(ctx: GltfContext, material: Material, { emissive }: geometry.Material): void {
  if (emissive === undefined) return;
  const { strength, color } = splitLight(emissive, ctx.exposure);
  if (strength <= 1) {
    material.setEmissiveFactor(color.map((part) => part * strength) as vec3);
    return;
  }
  const extension = ctx.document.createExtension(KHRMaterialsEmissiveStrength);
  material
    .setEmissiveFactor([...color])
    .setExtension('KHR_materials_emissive_strength', extension.createEmissiveStrength().setEmissiveStrength(strength));
}

function writeTexture(ctx: GltfContext, material: Material, { name, texture }: geometry.Material): void {
  if (texture === undefined) return;
  material.setBaseColorTexture(writeImage(ctx, texture.image, name));
  material
    .getBaseColorTextureInfo()!
    .setWrapS(WRAP[texture.wrapU])
    .setWrapT(WRAP[texture.wrapV])
    .setMagFilter(TextureInfo.MagFilter.LINEAR!)
    .setMinFilter(TextureInfo.MinFilter.LINEAR_MIPMAP_LINEAR!);
}

const WRAP: Readonly<Record<geometry.Wrap, ReturnType<TextureInfo['getWrapS']>>> = {
  repeat: TextureInfo.WrapMode.REPEAT!,
  clamp: TextureInfo.WrapMode.CLAMP_TO_EDGE!,
  mirror: TextureInfo.WrapMode.MIRRORED_REPEAT!,
};

/** The file that the image came from, unchanged, or else a PNG. */
export function writeImage(ctx: GltfContext, image: geometry.Image, name: string): Texture {
  const known = ctx.textures.get(image);
  if (known !== undefined) return known;
  const { mimeType, bytes } = image.encoded ?? { mimeType: 'image/png', bytes: pngOf(image) };
  const texture = ctx.document
    .createTexture(name)
    .setMimeType(mimeType)
    .setImage(bytes as Uint8Array<ArrayBuffer>);
  ctx.textures.set(image, texture);
  return texture;
}

/** The PNG of an image, kept for as long as the image is, which nobody changes. */
function pngOf(image: geometry.Image): Uint8Array {
  const known = KNOWN_PNGS.get(image);
  if (known !== undefined) return known;
  const made = encodePng(image);
  KNOWN_PNGS.set(image, made);
  return made;
}

const KNOWN_PNGS = new WeakMap<geometry.Image, Uint8Array>();
