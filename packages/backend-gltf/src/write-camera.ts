// Turns the eye into a glTF camera.
import { toRadians } from '@diorama/geometry';
import type { GltfContext } from './gltf-context.ts';
import { originExtras } from './node-extras.ts';
import { partName } from './part-name.ts';

/** The viewer sees what the stage's camera sees: same frame, same vertical angle, in radians here. */
export function writeCamera(ctx: GltfContext): void {
  const { position, rotation, fov, aspect, near, far, exposure } = ctx.stage.camera;
  const name = partName(ctx.stage.scene, 'camera');
  const camera = ctx.document
    .createCamera(name)
    .setType('perspective')
    .setYFov(toRadians(fov))
    .setAspectRatio(aspect)
    .setZNear(near)
    .setZFar(far);
  const node = ctx.document
    .createNode(name)
    .setCamera(camera)
    .setTranslation([...position])
    .setRotation([...rotation])
    .setExtras({ kind: 'camera', exposure, ...originExtras(ctx, ctx.stage.scene.camera) });
  ctx.scene.addChild(node);
}
