// Reports properties of which only one may be given.
import { type Diagnostic, type Fix, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const exclusivePropertiesPage: ProblemPage = {
  code: 'exclusive-properties',
  severity: 'error',
  title: 'properties that exclude each other',
  explanation:
    'Some properties are two ways to say one thing, and an element takes one of them: a camera is aimed by a target or by angles, haze has a density or a visibility, the ground a color or an appearance.\n\nWith both, one of them would have to be ignored. Keep the one that you mean.',
  bad: 'haze { density: 0.01, visibility: 400m }',
  good: 'haze { visibility: 400m }',
};

/** Two alternatives of one fact are both given. */
export function exclusiveProperties(
  place: Place,
  later: string,
  earlierPlace: Place,
  earlier: string,
  reason: string,
  fixes: readonly Fix[],
): Diagnostic {
  return problem(exclusivePropertiesPage, place, `\`${later}\` cannot stand beside \`${earlier}\``, {
    related: [label(earlierPlace, `\`${earlier}\` is given here`)],
    notes: [`keep one of the two: ${reason}`],
    fixes,
  });
}
