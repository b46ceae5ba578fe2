// Turns an element into the name that people know it by in every output.
import type { Scene } from '@diorama/scene';

/**
 * The element's label, else its kind and its number among those of its kind, from 1, in the program's order: `bush 3`.
 * Unique in the scene, for a label has no space in it.
 */
export function elementName(scene: Scene, index: number): string {
  const element = scene.elements[index];
  if (element === undefined) return 'ground';
  return element.label ?? `${element.kind} ${ordinalsOf(scene)[index]}`;
}

/** Numbers within each kind, counted once a scene: scenes never change. */
function ordinalsOf(scene: Scene): Uint32Array {
  let ordinals = counted.get(scene);
  if (ordinals === undefined) {
    const counts = new Map<string, number>();
    ordinals = Uint32Array.from(scene.elements, ({ kind }) => {
      const ordinal = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, ordinal);
      return ordinal;
    });
    counted.set(scene, ordinals);
  }
  return ordinals;
}

const counted = new WeakMap<Scene, Uint32Array>();
