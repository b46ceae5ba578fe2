// A prefab, an annotation or a point without parentheses.
import { type Diagnostic, insert, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const missingParenthesesPage: ProblemPage = {
  code: 'missing-parentheses',
  severity: 'error',
  title: 'missing parentheses',
  explanation:
    'A prefab lists its parameters in parentheses, even if it has none: `prefab thicket() { … }`. An ' +
    'annotation has its values in parentheses: `@pixels(1582)`. A point has its parts in them, `at: (0, -8)`, and so has a function what ' +
    'it is given: `random(3..5)`.',
  bad: 'prefab thicket { bush { height: 1m } }\nthicket { at: (0, -8) }',
  good: 'prefab thicket() { bush { height: 1m } }\nthicket { at: (0, -8) }',
};

/** The place is the name. */
export function missingParentheses(place: Place, written: string): Diagnostic {
  return problem(missingParenthesesPage, place, `expected \`(\` after \`${written}\``, {
    notes: [`write \`${written}(…)\``],
    fixes: [insert(place.end, '()', { title: 'insert `()`', safe: false })],
  });
}

/** `at: 0, -8`: the place covers the parts, `meant` is the point; `decimal` what a comma in a decimal meant. */
export function unwrappedPoint(place: Place, meant: string, decimal: string | undefined): Diagnostic {
  const message = decimal === undefined ? 'the parts of a point stand in parentheses' : 'these are two numbers';
  return problem(missingParenthesesPage, place, message, {
    notes: [
      `${decimal === undefined ? '' : 'for a point, '}write \`${meant}\``,
      ...(decimal === undefined ? [] : [`a decimal number is written with a point: \`${decimal}\``]),
    ],
    fixes: [
      replace(place, meant, { safe: decimal === undefined }),
      ...(decimal === undefined ? [] : [replace(place, decimal, { safe: false })]),
    ],
  });
}

/** `random 3..5`: the place covers both. */
export function bareCall(place: Place, name: string, inside: string): Diagnostic {
  const meant = `${name}(${inside})`;
  return problem(missingParenthesesPage, place, `what \`${name}\` is given stands in parentheses`, {
    notes: [`write \`${meant}\``],
    fixes: [replace(place, meant)],
  });
}
