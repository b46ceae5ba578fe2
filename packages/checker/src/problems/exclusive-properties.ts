import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';

export const exclusivePropertiesPage: ProblemPage = {
  code: 'exclusive-properties',
  severity: 'error',
  title: 'properties that exclude each other',
  explanation:
    'Two ways to say the same thing cannot both be given: a camera is aimed by a target or by angles, haze has a density or a visibility, the ground a color or an appearance.',
  bad: 'haze { density: 0.01, visibility: 400m }',
  good: 'haze { visibility: 400m }',
};

/** Two alternatives of one fact are both given. */
export function exclusiveProperties(
  place: Place,
  later: ast.Field,
  earlierPlace: Place,
  earlier: string,
  element: string,
  reason: string,
): Diagnostic {
  return problem(exclusivePropertiesPage, place, `\`${later.name.text}\` cannot stand beside \`${earlier}\``, {
    related: [label(earlierPlace, `\`${earlier}\` is given here`)],
    notes: [`of a \`${element}\`, ${reason}: keep one of the two`],
  });
}
