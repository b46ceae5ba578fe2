import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { ValueType } from '@diorama/vocabulary';
import type { Value } from '../value.ts';
import { expectedFound, rangeText, valueText } from './wording.ts';

export const outOfRangePage: ProblemPage = {
  code: 'out-of-range',
  severity: 'error',
  title: 'value out of range',
  explanation:
    'Properties and parameters have bounds within which they mean something: a height is greater than 0, a field of view lies between 1° and 170°. A value that a draw decides must keep the bounds however the draw falls.',
  bad: 'camera { fov: 200 }\ntree { at: (0, -8), height: 4 }',
  good: 'camera { fov: 120 }\ntree { at: (0, -8), height: 4 }',
};

/** A value lies outside of what its place allows. `computed`: the text does not show the value. */
export function outOfRange(
  place: Place,
  value: Value,
  type: ValueType,
  computed: boolean,
  uses: readonly Place[] = [],
): Diagnostic {
  const found = valueText(value, type);
  const drawn = found.includes(' to ');
  return problem(
    outOfRangePage,
    place,
    drawn ? `this can be anything from ${found}` : computed ? `this comes to ${found}` : `${found} is out of range`,
    {
      related: uses.slice(-1).map((use) => label(use, 'in this use of the prefab')),
      notes: expectedFound(rangeText(type), found),
    },
  );
}
