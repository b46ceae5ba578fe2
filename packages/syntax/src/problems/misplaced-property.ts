// A property outside of an element.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const misplacedPropertyPage: ProblemPage = {
  code: 'misplaced-property',
  severity: 'error',
  title: 'property outside of an element',
  explanation:
    'Properties stand in the braces of an element: `tree { height: 9m }`. Outside of elements, and in the ' +
    'bodies of `for`, `if`, `scatter` and `prefab`, there are elements and `let`s.\n\n' +
    'Move the property into its element. To name a value, write `let height = 9m`.',
  bad: 'height: 9m',
  good: 'let height = 9m\ntree { at: (0, -8), height: height }',
};

export function misplacedProperty(place: Place, name: string): Diagnostic {
  return problem(misplacedPropertyPage, place, `\`${name}\` is set outside of an element`, {
    notes: ['move it into the braces of its element', `to name a value, write \`let ${name} = …\``],
  });
}
