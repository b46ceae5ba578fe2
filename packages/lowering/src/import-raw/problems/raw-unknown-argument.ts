// A RAW call has an argument that it does not take.
import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { shorten } from './shorten.ts';

export const RAW_UNKNOWN_ARGUMENT: ProblemPage = {
  code: 'raw-unknown-argument',
  severity: 'error',
  command: 'import',
  title: 'unknown argument of a RAW call',
  explanation: `A setting takes one value: \`set_air(0.771)\`. An object takes \`pixels\`, \`loc\`, \`height\`,
\`rotation\` and \`appearance\`; without names they count in this order.

Correct the argument's name, or remove it.`,
  bad: 'add_tree(loc=(0, -0.8, -12), heigth=4)',
  good: 'add_tree(loc=(0, -0.8, -12), height=4)',
};

/** An argument with a name that the call does not know. */
export function rawUnknownName(place: Place, name: string, call: string, known: readonly string[]): Diagnostic {
  const nearest = closest(name, known);
  const fact = nearest ? `did you mean ${nearest}?` : `${call} has no argument ${shorten(name)}`;
  return problem(RAW_UNKNOWN_ARGUMENT, place, fact, {
    notes: [`${call} takes ${known.length === 1 ? 'one value, without a name' : known.join(', ')}`],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}

/** An argument without a name, after all that the call takes. */
export function rawTooManyArguments(place: Place, call: string, most: number): Diagnostic {
  return problem(RAW_UNKNOWN_ARGUMENT, place, `${call} takes ${most === 1 ? 'one value' : `${most} values`}`, {
    title: 'too many arguments of a RAW call',
  });
}
