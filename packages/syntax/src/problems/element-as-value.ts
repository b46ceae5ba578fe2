// An element where a value belongs.
import { type Diagnostic, type Place, type ProblemPage, problem, type TextEdit } from '@diorama/diagnostics';

export const elementAsValuePage: ProblemPage = {
  code: 'element-as-value',
  severity: 'error',
  title: 'element where a value belongs',
  explanation:
    'An element is no value, so no `let` can hold it. It has a name, its label, between its kind and its braces: ' +
    '`tree oak { … }`. Below it, `oak.at` and `oak.height` are what it was given.\n\n' +
    'Nor is it the value of a property: elements inside of a `group` stand in its braces as they are.',
  bad: 'let oak = tree { at: (0, -8), height: 9m }',
  good: 'tree oak { at: (0, -8), height: 9m }',
};

/** The place covers what stands before the braces. */
export function elementAsValue(place: Place, kind: string, label: string, edits: readonly TextEdit[]): Diagnostic {
  const meant = `${kind} ${label}`;
  return problem(elementAsValuePage, place, 'an element gets its name by a label', {
    notes: [`write \`${meant} { … }\``],
    fixes: [{ title: `write ${meant}`, edits, safe: true }],
  });
}

/** `group { children: [tree { … }] }`, `oak: tree { … }`: the place is what stands before the elements. */
export function elementAsProperty(place: Place, edits: readonly TextEdit[]): Diagnostic {
  return problem(elementAsValuePage, place, 'elements stand in the braces of another one by themselves', {
    notes: ['write the elements alone, one below the other'],
    fixes: [{ title: 'leave the elements alone', edits, safe: false }],
  });
}
