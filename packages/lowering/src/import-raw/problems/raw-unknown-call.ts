// A RAW program calls what RAW does not have.
import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { shorten } from './shorten.ts';

export const RAW_UNKNOWN_CALL: ProblemPage = {
  code: 'raw-unknown-call',
  severity: 'error',
  command: 'import',
  title: 'unknown RAW call',
  explanation: `RAW's programs have settings (\`set_camera\`, \`set_sun_elevation\`, \`set_air\`, …), a ground
(\`set_ground\` or \`set_floor\`) and objects (\`add\`, \`add_bird\`, \`add_boulder\`, \`add_bush\`, \`add_carnivore\`,
\`add_herbivore\`, \`add_tree\`). The spelling of RAW's project page and that of its released code are both read.

Any other call means nothing here. If it should be one of these, correct its name; else remove it.`,
  bad: 'add_tre(loc=(0, -0.8, -12), height=4)',
  good: 'add_tree(loc=(0, -0.8, -12), height=4)',
};

export function rawUnknownCall(place: Place, name: string, known: Iterable<string>): Diagnostic {
  const nearest = closest(name, known);
  return problem(RAW_UNKNOWN_CALL, place, nearest ? `did you mean ${nearest}?` : `RAW has no ${shorten(name)}`, {
    notes: ['correct its name, or remove the call'],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}
