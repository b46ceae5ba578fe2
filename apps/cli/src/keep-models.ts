// Turns an asset library into one that builds each model once, however often it is asked.
import type { Library } from '@diorama/compiler';

/** Models are asked for again with every program, and whenever a watched one is saved; they are never changed. */
export function keepModels(library: Library): Library {
  const built = new Map<string, ReturnType<Library['build']>>();
  const boxes = new Map<string, ReturnType<Library['placeholder']>>();
  return {
    ...library,
    build: (choice) => kept(built, choice.key, () => library.build(choice)),
    placeholder: (kind, label) => kept(boxes, `${kind} ${label}`, () => library.placeholder(kind, label)),
  };
}

/** More are not kept, so that many programs in one run do not fill the memory. */
const KEPT_AT_MOST = 500;

function kept<Model>(models: Map<string, Model>, key: string, make: () => Model): Model {
  const known = models.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (models.size >= KEPT_AT_MOST) models.clear();
  models.set(key, made);
  return made;
}
