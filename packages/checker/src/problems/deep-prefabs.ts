// Reports prefabs that build each other too deep to be run.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const deepPrefabsPage: ProblemPage = {
  code: 'deep-prefabs',
  severity: 'error',
  title: 'prefabs too deep',
  explanation:
    'A prefab may be built of prefabs, and these of others, up to 100 deep. This one goes deeper.\n\nThe limit keeps a scene from a stranger safe to open. Put some of the prefabs in between into one, or repeat with `for`.',
  bad: [
    'prefab p0() { box { } }',
    ...Array.from({ length: 100 }, (_, index) => `prefab p${index + 1}() { p${index} { } }`),
  ].join('\n'),
  good: 'prefab post() { box { } }\nprefab fence() { post { } }\nfence { at: (0, -8) }',
};

/** A prefab whose blocks, and those of the prefabs in it, stand too deep in each other. */
export function deepNesting(place: Place, name: string, limit: number): Diagnostic {
  return problem(deepPrefabsPage, place, `running \`${name}\` goes more than ${limit} blocks deep`, {
    notes: ['count the groups and loops around each prefab that it uses, and theirs', 'put some of them into one'],
  });
}

/** A prefab that builds on too many others. */
export function deepPrefabs(place: Place, name: string, limit: number): Diagnostic {
  return problem(deepPrefabsPage, place, `\`${name}\` builds on more than ${limit} prefabs, one in the other`, {
    notes: ['put some of them into one'],
  });
}
