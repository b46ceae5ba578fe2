// Cameras that nothing is symmetric to, and the rays through their pixels.
import { quaternion, type Vector3 } from '@diorama/geometry';
import type { StagedCamera } from '@diorama/stage';

export interface TestCamera {
  readonly name: string;
  readonly camera: Partial<StagedCamera>;
}

const turned = (pitch: number, yaw: number, roll: number) => quaternion.cameraRotation({ pitch, yaw, roll });

/** They all see a box of about one metre near (0, 0, −5). */
export const CAMERAS: readonly TestCamera[] = [
  { name: 'straight', camera: { position: [0, 0, 0], rotation: turned(0, 0, 0), fov: 40 } },
  { name: 'off the axis', camera: { position: [1.3, 0.47, 0.7], rotation: turned(0, 0, 0), fov: 50 } },
  { name: 'from above', camera: { position: [0.3, 3, -1], rotation: turned(-38, 4, 0), fov: 45 } },
  { name: 'from the right', camera: { position: [4, 0.5, -4.2], rotation: turned(-5, 80, 0), fov: 60 } },
  { name: 'rolled', camera: { position: [-1, 0.2, 0], rotation: turned(3, -11, 33), fov: 35 } },
  { name: 'from below, rolled over', camera: { position: [0.2, -3, -3], rotation: turned(55, 3, 140), fov: 70 } },
];

/** The direction of the ray through the centre of a pixel, in the world, with a depth of 1; and through any place. */
export function rayThrough(camera: StagedCamera, width: number, height: number, x: number, y: number): Vector3 {
  const half = Math.tan((camera.fov * Math.PI) / 360);
  return quaternion.rotateVector(camera.rotation, [
    ((x - width / 2) / (height / 2)) * half,
    ((height / 2 - y) / (height / 2)) * half,
    -1,
  ]);
}
