// Turns a part of the scene that is no element into a name that no element has.
import type { Scene } from '@diorama/scene';

/** `camera`; `the camera` if an element is labelled so. Labels have no spaces, and no kind is called `the`. */
export function partName(scene: Scene, part: 'camera' | 'sun' | 'sky'): string {
  return scene.elements.some(({ label }) => label === part) ? `the ${part}` : part;
}
