import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownKindPage: ProblemPage = {
  code: 'unknown-kind',
  severity: 'error',
  title: 'unknown kind of element',
  explanation:
    'An element begins with its kind, a word of the vocabulary such as `tree`, or with the name of a prefab that stands above it. The word here is neither.',
  bad: 'tre { at: (0, -8), height: 4 }',
  good: 'tree { at: (0, -8), height: 4 }',
};

/** A word stands where the kind of an element belongs, and is none. */
export function unknownKind(
  place: Place,
  name: string,
  kinds: readonly string[],
  prefabs: readonly string[],
): Diagnostic {
  const nearest = closest(name, [...prefabs, ...kinds]) ?? SYNONYMS.get(name.toLowerCase());
  return problem(unknownKindPage, place, nearest ? `did you mean \`${nearest}\`?` : 'no kind or prefab has this name', {
    notes: nearest
      ? []
      : [`the kinds are ${kinds.join(', ')}`, ...(prefabs.length > 0 ? [`prefabs here: ${prefabs.join(', ')}`] : [])],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}

/** Words that newcomers try. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['lake', 'water'],
  ['pond', 'water'],
  ['river', 'water'],
  ['rock', 'boulder'],
  ['stone', 'boulder'],
  ['shrub', 'bush'],
  ['grass', 'bush'],
  ['cat', 'carnivore'],
  ['lion', 'carnivore'],
  ['wolf', 'carnivore'],
  ['bear', 'carnivore'],
  ['zebra', 'herbivore'],
  ['deer', 'herbivore'],
  ['horse', 'herbivore'],
  ['elephant', 'herbivore'],
  ['fog', 'haze'],
  ['mist', 'haze'],
  ['sun', 'sky'],
  ['light', 'lamp'],
  ['cube', 'box'],
  ['ball', 'sphere'],
  ['floor', 'ground'],
  ['terrain', 'ground'],
]);
