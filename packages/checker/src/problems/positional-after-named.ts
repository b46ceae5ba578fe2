import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const positionalAfterNamedPage: ProblemPage = {
  code: 'positional-after-named',
  severity: 'error',
  title: 'an unnamed argument after a named one',
  explanation:
    'Arguments without a name come first, in the order of the parameters; after a named one, all have names.',
  bad: 'scatter 5 in ring(inner: 2, 4) { bush { height: 1 } }',
  good: 'scatter 5 in ring(inner: 2, outer: 4) { bush { height: 1 } }',
};

/** An argument without a name stands too late. */
export function positionalAfterNamed(place: Place, lastNamed: string): Diagnostic {
  return problem(positionalAfterNamedPage, place, `this needs a name, for \`${lastNamed}:\` stands before it`, {
    notes: ['write `name: value`'],
  });
}
