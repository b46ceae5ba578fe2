// The parts of a point with names, as in JavaScript.
import { type Diagnostic, type Place, type ProblemPage, problem, type TextEdit } from '@diorama/diagnostics';

export const namedPartPage: ProblemPage = {
  code: 'named-part',
  severity: 'error',
  title: 'names inside of a point',
  explanation:
    'The parts of a point have no names, their order tells them apart: `(x, z)` is a place on the ground, `(x, y, z)` ' +
    'one at any height. Names belong to the arguments of a function: `disk(radius: 3)`.',
  bad: 'tree { at: (x: 0, z: -8), height: 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** The place covers the brackets, and `meant` is what should stand there; `edits` change one into the other. */
export function namedPart(place: Place, meant: string, edits: readonly TextEdit[]): Diagnostic {
  return problem(namedPartPage, place, 'the parts of a point have no names', {
    notes: [`write \`${meant}\``],
    fixes: [{ title: `write ${meant}`, edits, safe: true }],
  });
}
