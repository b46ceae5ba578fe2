// Turns what glTF has no place for into the extras of its scene.
import type { Stage } from '@diorama/stage';

/**
 * `program`, `seed`, `exposure` (EV), `sky` (the vocabulary's parameters), `sunDirection` and `ambient` (27 numbers of spherical
 * harmonics, before exposure) for readers that can light a scene so; `haze` and `credits` where there are any.
 */
export function sceneExtras({ scene, camera, sky, ambient, haze }: Stage): Record<string, unknown> {
  const { name, seed, credits } = scene.settings;
  return {
    program: name,
    seed,
    ...(credits !== '' && { credits }),
    exposure: camera.exposure,
    sky: sky.parameters,
    sunDirection: sky.sunDirection,
    ambient,
    ...(haze !== undefined && { haze }),
  };
}
