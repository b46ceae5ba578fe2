import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const wrongTypePage: ProblemPage = {
  code: 'wrong-type',
  severity: 'error',
  title: 'wrong type of value',
  explanation:
    'Every property, parameter and operator takes values of a certain type, and this is one of another type.',
  bad: 'tree { at: (0, -8), height: "tall" }',
  good: 'tree { at: (0, -8), height: 5 }',
};

/** A value of one type stands where another is needed. */
export function wrongType(place: Place, expected: string, found: Type): Diagnostic {
  const hint = HINTS.get(found.kind);
  return problem(wrongTypePage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound(expected, typeText(found)),
      ...(hint === undefined ? [] : [hint(expected)]).filter((note) => note !== ''),
    ],
  });
}

const HINTS: ReadonlyMap<string, (expected: string) => string> = new Map<string, (expected: string) => string>([
  ['view-position', () => 'a point of the camera’s frame can only be the `at` of an element'],
  [
    'element',
    (expected: string) =>
      expected === 'Position' ? 'use its place: `.at`' : 'use one of its members: .at, .height, .top, .rotation',
  ],
  [
    'text',
    (expected: string) => (expected === 'Appearance' ? 'describe it: `like("…")`, or name it: `asset("…")`' : ''),
  ],
  ['numeric', (expected: string) => (expected === 'Rotation' ? 'turn about the vertical: `yaw(…)`' : '')],
  ['point', (expected: string) => (expected === 'Region' ? 'a region is made with disk, ring, rectangle or path' : '')],
]);
