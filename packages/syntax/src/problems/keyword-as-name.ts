// A keyword where a name should stand.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const keywordAsNamePage: ProblemPage = {
  code: 'keyword-as-name',
  severity: 'error',
  title: 'keyword as a name',
  explanation:
    'The words `use let prefab scatter in for if then else and or not true false` have a meaning of their own ' +
    'and cannot be names.\n\n' +
    'Choose another name, or append a `_`.',
  bad: 'let in = 30m',
  good: 'let inner = 30m\ntree { at: (0, -inner), height: 9m }',
};

export function keywordAsName(place: Place, word: string): Diagnostic {
  return problem(keywordAsNamePage, place, `\`${word}\` is a keyword and cannot be a name`, {
    notes: ['choose another name'],
    fixes: [replace(place, `${word}_`, { safe: false })],
  });
}
