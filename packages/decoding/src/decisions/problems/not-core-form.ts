// A program cannot be told in decisions: it says something that core form does not.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const NOT_CORE_FORM: ProblemPage = {
  code: 'not-core-form',
  severity: 'error',
  title: 'no core form',
  explanation: `Models are taught programs in core form: settings and elements with literal values, in which nothing is left to
be computed. What a direction like \`facing(…)\` comes to depends on the rest of the scene, so it is no literal.

\`diorama expand\` writes the core form of any program.`,
  bad: 'tree { at: (0, -8), height: 4, rotation: facing((0, 0)) }',
  good: 'tree { at: (0, -8), height: 4, rotation: yaw(180) }',
};

export function notCoreForm(place: Place, fact: string): Diagnostic {
  return problem(NOT_CORE_FORM, place, fact, { notes: ['`diorama expand` writes the core form of any program'] });
}
