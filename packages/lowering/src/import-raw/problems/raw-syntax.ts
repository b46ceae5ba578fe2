// Something in a RAW program is no call.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { shorten } from './shorten.ts';

export const RAW_SYNTAX: ProblemPage = {
  code: 'raw-syntax',
  severity: 'error',
  command: 'import',
  title: 'this is no RAW program here',
  explanation: `A program of "Reconstructing Animals and the Wild" (RAW) is a list of calls, \`name(argument, …)\`, with
numbers, tuples of numbers, and the places \`[ROT]\` and \`[CLIP]\` as arguments. A \`#\` begins a comment.

The calls after it are read all the same, so that one run tells all mistakes. Where a model wrote the program, the usual
reason is that it stopped in the middle of a call: remove that call or complete it.`,
  bad: 'set_dust(0.169\nset_air(0.771)',
  good: 'set_dust(0.169)\nset_air(0.771)',
};

/** `expected` as a sentence without a stop; `found` is the text that stands there, empty at the end of the program. */
export function rawSyntax(place: Place, expected: string, found: string): Diagnostic {
  const there = found === '' ? 'the program ends here' : `found ${shorten(found)}`;
  return problem(RAW_SYNTAX, place, `${expected}, ${there}`, {
    notes: ['complete the call, or remove it'],
  });
}
