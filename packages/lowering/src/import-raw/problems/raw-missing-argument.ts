// A RAW call lacks an argument that it needs.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const RAW_MISSING_ARGUMENT: ProblemPage = {
  code: 'raw-missing-argument',
  severity: 'error',
  command: 'import',
  title: 'missing argument of a RAW call',
  explanation: `A setting needs its value. An object needs to be somewhere and to have a size: \`loc\`, a point in the
camera's frame, and \`height\`, both in metres. Its \`pixels\`, \`rotation\` and \`appearance\` may be left out.

Add what is missing, or remove the call.`,
  bad: 'add_tree(pixels=111, loc=(0, -0.8, -12))',
  good: 'add_tree(pixels=111, loc=(0, -0.8, -12), height=4)',
};

export function rawMissingArgument(place: Place, call: string, missing: readonly string[]): Diagnostic {
  const what = missing.map((name) => (name === 'value' ? 'a value' : name)).join(' and ');
  return problem(RAW_MISSING_ARGUMENT, place, `${call} needs ${what}`, {
    notes: [`add ${missing.length === 1 ? 'it' : 'them'}, or remove the call`],
  });
}
