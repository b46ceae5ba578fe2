// An element written like the call of a function.
import { type Diagnostic, type Place, type ProblemPage, problem, type TextEdit } from '@diorama/diagnostics';

export const parenthesesForBracesPage: ProblemPage = {
  code: 'parentheses-for-braces',
  severity: 'error',
  title: 'parentheses where braces belong',
  explanation:
    'An element is no call: its properties stand in braces, `tree { height: 9m }`. Parentheses hold the arguments of ' +
    'functions, `disk(radius: 3)`, and the parts of points.',
  bad: 'tree(at: (0, -8), height: 9m)',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** The place is the opening parenthesis. */
export function parenthesesForBraces(place: Place, head: string, edits: readonly TextEdit[]): Diagnostic {
  return problem(parenthesesForBracesPage, place, 'the properties of an element stand in braces', {
    notes: [`write \`${head} { … }\``],
    fixes: [{ title: 'write braces', edits, safe: true }],
  });
}
