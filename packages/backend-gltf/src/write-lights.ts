// Turns sun and lamps into lights of KHR_lights_punctual.
import { quaternion, type Vector3 } from '@diorama/geometry';
import { elementName } from '@diorama/stage';
import { KHRLightsPunctual } from '@gltf-transform/extensions';
import type { GltfContext } from './gltf-context.ts';
import { elementExtras, originExtras } from './node-extras.ts';
import { partName } from './part-name.ts';
import { splitLight } from './split-light.ts';

/**
 * A directional light: it shines along its node's −Z. Its intensity is the irradiance on a surface that faces it, in the
 * stage's own measure, times 2^exposure; readers that take lux for what it is (Blender) divide it by 683. None at night.
 */
export function writeSun(ctx: GltfContext): void {
  const { scene, sky } = ctx.stage;
  const { strength, color } = splitLight(sky.sunIrradiance, ctx.exposure);
  if (strength === 0) return;
  const name = partName(scene, 'sun');
  const light = ctx.document
    .createExtension(KHRLightsPunctual)
    .createLight(name)
    .setType('directional')
    .setColor([...color])
    .setIntensity(strength);
  const node = ctx.document
    .createNode(name)
    .setExtension('KHR_lights_punctual', light)
    .setRotation([...rotationTo(sky.sunDirection)])
    .setExtras({ kind: 'sun', size: sky.parameters.sunSize, ...originExtras(ctx, scene.sky) });
  ctx.scene.addChild(node);
}

/** The turn of +Z into a direction, about the axis between them; of −Z into the direction's opposite. */
function rotationTo([x, y, z]: Vector3): quaternion.Quaternion {
  // Straight back every axis is as good.
  if (z < -0.999_999_999) return [0, 1, 0, 0];
  return quaternion.normalize([-y, x, 0, 1 + z]);
}

/** Point lights: intensity in candela is radiant intensity, watts / 4π, times 2^exposure. They reach infinitely far. */
export function writeLamps(ctx: GltfContext): void {
  const { scene, lamps } = ctx.stage;
  for (const { element, position, intensity, power, radius } of lamps) {
    const { strength, color } = splitLight(intensity, ctx.exposure);
    const name = elementName(scene, element);
    const light = ctx.document
      .createExtension(KHRLightsPunctual)
      .createLight(name)
      .setType('point')
      .setColor([...color])
      .setIntensity(strength);
    const node = ctx.document
      .createNode(name)
      .setExtension('KHR_lights_punctual', light)
      .setTranslation([...position])
      .setExtras({ ...elementExtras(ctx, element), power, radius });
    ctx.scene.addChild(node);
  }
}
