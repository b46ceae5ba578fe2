// A parameter without its type.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingTypePage: ProblemPage = {
  code: 'missing-type',
  severity: 'error',
  title: 'missing type',
  explanation:
    'Each parameter of a prefab says what it takes: `radius: Length`, with a value to use if none is given: ' +
    '`radius: Length = 6m`. The types are `Number`, `Integer`, `Boolean`, `Text`, `Color`, `Length`, `Angle`, ' +
    '`Position`, `Vector`, `Rotation`, `Appearance`, `Region`, `List[…]` and `Range[…]`.',
  bad: 'prefab thicket(count: 8) { bush { height: 1m } }\nthicket { at: (0, -8) }',
  good: 'prefab thicket(tall: Length = 1m) { bush { height: tall } }\nthicket { at: (0, -8) }',
};

export function missingType(place: Place, name: string, found: string | undefined): Diagnostic {
  return problem(missingTypePage, place, `expected the type of \`${name}\``, {
    notes: ['expected: a type such as Length or Integer', `found:    ${found ?? 'the end'}`],
  });
}
