// Notes that the elements of a used file do not come along.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const IGNORED_ELEMENTS = 'ignored-elements';

export const ignoredElementsPage: ProblemPage = {
  code: IGNORED_ELEMENTS,
  severity: 'note',
  title: 'elements of the other file are left out',
  explanation:
    '`use` brings the named prefabs and lets of another file. Its elements make that file’s own scene, and are no part of this one.\n\nNothing needs to be done, if that is what you want. To have the elements here, put them into a prefab of that file and use it.',
  bad: 'use thicket from "scene.dio"\nthicket { at: (0, -8) }',
  good: 'use thicket from "plants.dio"\nthicket { at: (0, -8) }',
  files: {
    'plants.dio': 'prefab thicket() { bush { height: 1 } }\n',
    'scene.dio': 'prefab thicket() { bush { height: 1 } }\nthicket { at: (0, -4) }\n',
  },
};

/** A used file has elements of its own. */
export function ignoredElements(place: Place, path: string): Diagnostic {
  return problem(ignoredElementsPage, place, `\`${path}\` has elements of its own, which do not come along`, {
    notes: ['to have them here, put them into a prefab of that file'],
  });
}
