// Reports a loop over what has no items.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle, wrap } from './wording.ts';

export const notIterablePage: ProblemPage = {
  code: 'not-iterable',
  severity: 'error',
  title: 'not something to loop over',
  explanation:
    'A `for` takes the values of a range, `0..<5`, or the items of a list, `[1m, 4m, 9m]`, one after the other. A single value has nothing to loop over.\n\nTo repeat something n times, loop over `0..<n`.',
  bad: 'for i in 5 { tree { at: (i * 4m, -20), height: 5 } }',
  good: 'for i in 0..<5 { tree { at: (i * 4m, -20), height: 5 } }',
};

/** A loop over what is neither a range nor a list. */
export function notIterable(place: Place, found: Type, text: string | undefined): Diagnostic {
  const isCount = typeText(found) === 'Integer' && text !== undefined;
  return problem(notIterablePage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound('a range or a list', typeText(found)),
      isCount ? `to repeat it ${text} times, write \`0..<${text}\`` : 'for example `0..<5` or `[1m, 4m, 9m]`',
    ],
    fixes: isCount ? [{ ...wrap(place, '0..<', ''), title: `write 0..<${text}`, safe: true }] : [],
  });
}
