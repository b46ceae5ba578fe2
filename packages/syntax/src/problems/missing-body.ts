// An element or a statement without its braces.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingBodyPage: ProblemPage = {
  code: 'missing-body',
  severity: 'error',
  title: 'missing body',
  explanation:
    'An element has a body in braces, even if it is empty: `tree { … }`. So have `for`, `if`, `else`, ' +
    '`scatter` and `prefab`.',
  bad: 'for i in 0..3',
  good: 'for i in 0..3 { tree { at: (i * 1m, -8), height: 9m } }',
};

/** The place is what needs the body: `tree`, `for`; `head` how it begins. */
export function missingBody(
  place: Place,
  head: string,
  found: string | undefined,
  fixes: readonly Fix[] = [],
): Diagnostic {
  return problem(missingBodyPage, place, `\`${head}\` needs a body in braces`, {
    notes: ['expected: `{`', `found:    ${found ?? 'the end'}`, advice(head)],
    fixes,
  });
}

function advice(head: string): string {
  if (HEADED.has(head)) return `write \`${head} … { … }\``;
  if (head === 'else') return 'write `else { … }`';
  return `write \`${head} { … }\`, with its properties in the braces, such as \`at: (0, -8)\``;
}

/** What has more before its body than a name. */
const HEADED: ReadonlySet<string> = new Set(['for', 'if', 'scatter', 'prefab']);
