// Tells whether a scene says how high its ground is under the camera.
import type { Scene } from '@diorama/scene';

/**
 * Not so where the camera is the origin and everything is placed as it sees it, as in what `importRaw` makes: the ground is
 * then somewhere below, and nobody has measured how far. Nothing can float or sink there, nor can the eye be in the ground.
 */
export function hasKnownGround({ camera: { position }, elements }: Scene): boolean {
  const isOrigin = position.kind === 'world' && position.x === 0 && position.y === 0 && position.z === 0;
  return !isOrigin || elements.length === 0 || elements.some(({ at }) => at.kind !== 'view');
}
