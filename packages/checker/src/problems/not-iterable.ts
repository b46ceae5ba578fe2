import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const notIterablePage: ProblemPage = {
  code: 'not-iterable',
  severity: 'error',
  title: 'not something to loop over',
  explanation: '`for` loops over a range, `0..<5`, or over a list, `[1m, 4m, 9m]`.',
  bad: 'for i in 5 { tree { at: (i * 4m, -20), height: 5 } }',
  good: 'for i in 0..<5 { tree { at: (i * 4m, -20), height: 5 } }',
};

/** A loop over what is neither a range nor a list. */
export function notIterable(place: Place, found: Type, node: ast.Expression): Diagnostic {
  const count = node.kind === 'number' && node.integer && node.unit === '' ? `0..<${node.value}` : undefined;
  return problem(notIterablePage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound('a range or a list', typeText(found)),
      count
        ? `to repeat it ${(node as ast.NumberLiteral).value} times, write \`${count}\``
        : 'for example `0..<5` or `[1m, 4m, 9m]`',
    ],
    fixes: count ? [replace(place, count)] : [],
  });
}
