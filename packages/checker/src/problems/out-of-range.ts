// Reports a value outside of the bounds of its property or parameter.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { isNumeric, type ValueType } from '@diorama/vocabulary';
import { inside } from '../inside.ts';
import * as scalar from '../scalar.ts';
import type { Scalar, Value } from '../value.ts';
import { unfitWord } from './unknown-word.ts';
import { expectedFound, intervalText, rangeText, scalarText, unitOf } from './wording.ts';

export const outOfRangePage: ProblemPage = {
  code: 'out-of-range',
  severity: 'error',
  title: 'value out of range',
  explanation:
    'Properties and parameters have bounds within which they mean something: a height is greater than 0, a field of view lies from 1° to 170°. The bounds belong to the type, so that nothing outside of them reaches a renderer.\n\nA value that a draw decides must keep the bounds however the draw falls, and one in a loop in every turn. Choose a range that lies within, or keep the value in bounds with `clamp`, `min` or `max`.',
  bad: 'camera { fov: 200 }\ntree { at: (0, -8), height: 4 }',
  good: 'camera { fov: 120 }\ntree { at: (0, -8), height: 4 }',
};

/** A value lies outside of what its place allows. `computed`: the text does not show the value. */
export function outOfRange(
  place: Place,
  value: Value,
  type: ValueType,
  computed: boolean,
  related: readonly Label[] = [],
): Diagnostic {
  if (type.kind === 'enumeration') return unfitWord(place, value, type, related);
  if (type.kind === 'text') {
    return problem(outOfRangePage, place, 'this text is empty', {
      related,
      notes: ['expected a text that says something'],
    });
  }
  if (type.kind === 'vector' && typeof value === 'object' && value.kind === 'vector') {
    const axis = (['x', 'y', 'z'] as const).find((_, index) => {
      const range = type.components?.[index];
      return range !== undefined && !inside(value[AXES[index] ?? 'x'], range);
    });
    const range = type.components?.[AXES.indexOf(axis ?? 'x')] ?? {};
    const found = scalarText(value[axis ?? 'x'], ' m');
    return problem(outOfRangePage, place, `its ${axis} is ${found}`, {
      related,
      notes: expectedFound(`${axis} ${intervalText(range, ' m')}`, `${axis} ${found}`),
    });
  }
  if (!isNumeric(type) || !scalar.isScalar(value))
    return problem(outOfRangePage, place, 'this is out of range', { related });
  return numberOutOfRange(place, value, rangeText(type), unitOf(type), computed, related);
}

const AXES = ['x', 'y', 'z'] as const;

function numberOutOfRange(
  place: Place,
  value: Scalar,
  expected: string,
  unit: string,
  computed: boolean,
  related: readonly Label[],
): Diagnostic {
  const found = scalarText(value, unit);
  const drawn = typeof value !== 'number';
  const fact = drawn
    ? `this can be anything from ${found}`
    : computed
      ? `this comes to ${found}`
      : `${found} is out of range`;
  return problem(outOfRangePage, place, fact, {
    related,
    notes: [
      ...expectedFound(expected, found),
      ...(drawn ? ['choose a range that lies within, or keep the value in bounds with `clamp`'] : []),
    ],
  });
}

/** Of two properties, the one that must be less is not. */
export function wrongOrder(place: Place, lesser: string, low: Scalar, greater: string, high: Scalar): Diagnostic {
  const found = `${lesser} ${scalarText(low, ' m')}, ${greater} ${scalarText(high, ' m')}`;
  return problem(outOfRangePage, place, `\`${lesser}\` must be less than \`${greater}\``, {
    title: 'bounds the wrong way round',
    notes: expectedFound(`\`${lesser}\` less than \`${greater}\``, found),
  });
}

/** A path that leads nowhere. */
export function shortPath(place: Place, length: number, related: readonly Label[] = []): Diagnostic {
  return problem(outOfRangePage, place, length === 0 ? 'a path without points' : 'a path of one point', {
    title: 'a path that leads nowhere',
    related,
    notes: [...expectedFound('2 points or more', `${length}`), 'for a round piece of ground, use `disk(radius: 6)`'],
  });
}
