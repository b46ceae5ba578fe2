// Turns the sky into a painted ball around the eye, with the sun's disc before it.
import { sinDegrees } from '@diorama/geometry';
import type { SkyModel } from '@diorama/sky';
import { BACKGROUND_ID } from '@diorama/stage';
import { type Material, type Primitive, TextureInfo } from '@gltf-transform/core';
import { KHRMaterialsUnlit } from '@gltf-transform/extensions';
import type { GltfContext } from './gltf-context.ts';
import { originExtras } from './node-extras.ts';
import { partName } from './part-name.ts';
import { discMesh, domeMesh } from './sky-dome.ts';
import { paintSky } from './sky-light.ts';
import { writeImage } from './write-material.ts';
import { writeAccessor } from './write-models.ts';

/**
 * The ball's share of `camera.far`. Not all of it, so that rounding does not cut it open; what is farther than the ball is
 * behind the sky.
 */
const SHARE_OF_FAR = 0.95;

/** Painted as the camera's exposure and the haze show it; it gives no light and takes none. */
export function writeSky(ctx: GltfContext): void {
  if (ctx.options.sky === 'extras') return;
  const { scene, camera, sky } = ctx.stage;
  const radius = SHARE_OF_FAR * camera.far;
  const name = partName(scene, 'sky');
  const mesh = ctx.document.createMesh(name).addPrimitive(writeDome(ctx, radius));
  if (isDiscSeen(sky)) mesh.addPrimitive(writeDisc(ctx, radius));
  const node = ctx.document
    .createNode(name)
    .setMesh(mesh)
    .setTranslation([...camera.position])
    .setExtras({ kind: 'sky', id: BACKGROUND_ID, ...originExtras(ctx, scene.sky) });
  ctx.scene.addChild(node);
}

function isDiscSeen({ parameters, sunDirection, discRadiance }: SkyModel): boolean {
  const { sunSize } = parameters;
  return sunSize > 0 && Math.max(...discRadiance) > 0 && sunDirection[1] > -sinDegrees(sunSize / 2);
}

function writeDome(ctx: GltfContext, radius: number): Primitive {
  const { positions, uvs, indices } = domeMesh(ctx.stage.sky.sunDirection, radius);
  const material = writeUnlit(ctx, 'sky').setBaseColorTexture(writeImage(ctx, paintSky(ctx.stage), 'sky'));
  material
    .getBaseColorTextureInfo()!
    .setWrapS(TextureInfo.WrapMode.CLAMP_TO_EDGE!)
    .setWrapT(TextureInfo.WrapMode.CLAMP_TO_EDGE!)
    .setMagFilter(TextureInfo.MagFilter.LINEAR!)
    .setMinFilter(TextureInfo.MinFilter.LINEAR!);
  return ctx.document
    .createPrimitive()
    .setMaterial(material)
    .setIndices(writeAccessor(ctx, indices, 'SCALAR'))
    .setAttribute('POSITION', writeAccessor(ctx, positions, 'VEC3'))
    .setAttribute('TEXCOORD_0', writeAccessor(ctx, uvs, 'VEC2'));
}

function writeDisc(ctx: GltfContext, radius: number): Primitive {
  const { positions, colors, indices } = discMesh(ctx.stage, radius);
  return ctx.document
    .createPrimitive()
    .setMaterial(writeUnlit(ctx, 'sun'))
    .setIndices(writeAccessor(ctx, indices, 'SCALAR'))
    .setAttribute('POSITION', writeAccessor(ctx, positions, 'VEC3'))
    .setAttribute('COLOR_0', writeAccessor(ctx, colors, 'VEC4').setNormalized(true));
}

function writeUnlit({ document }: GltfContext, name: string): Material {
  const unlit = document.createExtension(KHRMaterialsUnlit).createUnlit();
  return document
    .createMaterial(name)
    .setRoughnessFactor(1)
    .setMetallicFactor(0)
    .setExtension('KHR_materials_unlit', unlit);
}
