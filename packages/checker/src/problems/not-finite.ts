// Reports a number beyond those that can be computed with.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const notFinitePage: ProblemPage = {
  code: 'not-finite',
  severity: 'error',
  title: 'too large a number',
  explanation:
    'Every number of a scene is finite, and this one is larger than any that a computer computes with (about 1.8e308).\n\nLook for an exponent that is too large, or a product that grows with every turn of a loop.',
  bad: 'tree { at: (0, -8), height: 1e999 }',
  good: 'tree { at: (0, -8), height: 100 }',
};

/** A number left the numbers that there are. */
export function notFinite(place: Place, what: string, related: readonly Label[] = []): Diagnostic {
  return problem(notFinitePage, place, `${what} is too large`, {
    related,
    notes: ['expected less than about 1.8e308'],
  });
}
