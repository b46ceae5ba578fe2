// `use` or `prefab` inside of a body.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const misplacedItemPage: ProblemPage = {
  code: 'misplaced-item',
  severity: 'error',
  title: '`use` or `prefab` inside of a body',
  explanation:
    'Imports and prefabs stand at the top level of a file, outside of all braces, so that what a file offers ' +
    'is seen at the left margin.',
  bad: 'group { at: (0, -8)\n  prefab bushes() { bush { height: 1m } }\n}',
  good: 'prefab bushes() { bush { height: 1m } }\ngroup { at: (0, -8)\n  bushes {}\n}',
};

export function misplacedItem(place: Place, word: string): Diagnostic {
  return problem(misplacedItemPage, place, `\`${word}\` stands inside of braces`, {
    notes: ['move it to the top level of the file'],
  });
}
