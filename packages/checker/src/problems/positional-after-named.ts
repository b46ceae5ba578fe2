// Reports an argument without a name behind one that has a name.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const positionalAfterNamedPage: ProblemPage = {
  code: 'positional-after-named',
  severity: 'error',
  title: 'an unnamed argument after a named one',
  explanation:
    'Arguments without a name come first, in the order of the parameters. Behind an argument with a name, order says nothing any more, so all that follow have names.\n\nGive this argument its name, or move it to the front.',
  bad: 'scatter 5 in ring(inner: 2, 4) { bush { height: 1 } }',
  good: 'scatter 5 in ring(inner: 2, outer: 4) { bush { height: 1 } }',
};

/** An argument without a name stands too late. */
export function positionalAfterNamed(place: Place, lastNamed: string, fixes: readonly Fix[]): Diagnostic {
  return problem(positionalAfterNamedPage, place, `this needs a name, for \`${lastNamed}:\` stands before it`, {
    notes: ['write `name: value`'],
    fixes,
  });
}
