// Turns the names of a file's animations into the poses that they show: `AnimalArmature|Gallop` is how it runs.

import { findKind, findProperty } from '@diorama/vocabulary';

/** What clips are called, by the pose that they show; the upright pose first. */
const WORDS_OF_POSES: Readonly<Record<string, readonly string[]>> = {
  stand: ['idle', 'stand', 'breathe'],
  walk: ['walk'],
  run: ['run', 'gallop', 'sprint', 'trot'],
  look: ['look', 'alert'],
  graze: ['eat', 'graze', 'feed', 'drink'],
  lie: ['lie', 'lay', 'sleep', 'rest'],
  sit: ['sit'],
  fly: ['fly', 'flap', 'flight', 'glide'],
  swim: ['swim'],
  perch: ['perch'],
};

/** The clip of each pose of a class that one shows, by its index: of several, the one of the plainest name. */
export function poseClips(kind: string, names: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const poses = posesOfClass(kind);
  for (const [pose, telling] of Object.entries(WORDS_OF_POSES)) {
    if (!poses.includes(pose)) continue;
    let best: { readonly index: number; readonly rank: number } | undefined;
    for (const [index, name] of names.entries()) {
      const words = wordsOf(name);
      const told = telling.findIndex((word) => words.includes(word));
      if (told < 0) continue;
      const rank = words.length + told / telling.length;
      if (best === undefined || rank < best.rank) best = { index, rank };
    }
    if (best !== undefined) found.set(pose, best.index);
  }
  return found;
}

/** The language's poses of a class; none for what does not move. */
export function posesOfClass(kind: string): readonly string[] {
  const definition = findKind(kind);
  const type = definition && findProperty(definition, 'pose')?.type;
  return type?.kind === 'enumeration' ? type.words : [];
}

/** The last part of `Armature|Walk_Cycle`, in lower case, as plain verbs: `eating` is `eat`. */
function wordsOf(name: string): readonly string[] {
  const own = name.split('|').at(-1)!;
  return own
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => PLAIN.get(word) ?? word);
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.values(WORDS_OF_POSES)
    .flat()
    .flatMap((verb) => formsOf(verb).map((form) => [form, verb] as const)),
);

/** `run` → running, runs; `glide` → gliding, glides */
function formsOf(verb: string): readonly string[] {
  const last = verb.at(-1)!;
  return [`${verb}s`, `${verb}ing`, `${verb}${last}ing`, `${verb.replace(/e$/, '')}ing`, verb.replace(/ie$/, 'ying')];
}
