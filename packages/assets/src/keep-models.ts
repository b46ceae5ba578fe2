// Turns an asset library into one that builds each model once, however often it is asked.
import type { Model } from '@diorama/geometry';
import type { AssetLibrary } from '@diorama/stage';
import { LRUCache } from 'lru-cache';

/** Models are asked for again with every program, and whenever a watched one is saved; nobody changes them. */
export function keepModels<Library extends AssetLibrary>(library: Library): Library {
  const built = new LRUCache<string, ReturnType<AssetLibrary['build']>>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (made) => ('parts' in made ? bytesOf(made) : 1),
  });
  const boxes = new LRUCache<string, Model>({ max: KEPT_BOXES });
  return {
    ...library,
    build: (choice) => kept(built, choice.key, () => library.build(choice)),
    placeholder: (kind, label) => kept(boxes, `${kind} ${label}`, () => library.placeholder(kind, label)),
  };
}

/** About five hundred animals: many programs in one run do not fill the memory. */
const KEPT_BYTES = 512 * 1024 * 1024;
const KEPT_BOXES = 100;

function kept<Made extends object>(models: LRUCache<string, Made>, key: string, make: () => Made): Made {
  const known = models.get(key);
  if (known !== undefined) return known;
  const made = make();
  models.set(key, made);
  return made;
}

function bytesOf({ parts }: Model): number {
  return parts.reduce((sum, { mesh, material }) => {
    const { positions, normals, uvs, colors, indices } = mesh;
    const arrays = [positions, normals, uvs, colors, indices, material.texture?.image.pixels];
    return sum + arrays.reduce((bytes, array) => bytes + (array?.byteLength ?? 0), 1);
  }, 0);
}
