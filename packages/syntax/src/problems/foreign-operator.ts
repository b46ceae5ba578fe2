// Another language's operator.
import { type Diagnostic, type Place, type ProblemPage, problem, replace, type TextEdit } from '@diorama/diagnostics';

export const foreignOperatorPage: ProblemPage = {
  code: 'foreign-operator',
  severity: 'error',
  title: 'operator of another language',
  explanation:
    'Diorama spells its logic in words: `and`, `or`, `not`. Equality is asked with `==`; a single `=` only ' +
    'gives a `let` or a parameter its value.',
  bad: 'let high = true\nlet near = true\nif high && near { tree { at: (0, -8), height: 9m } }',
  good: 'let high = true\nlet near = true\nif high and near { tree { at: (0, -8), height: 9m } }',
};

export function foreignOperator(place: Place, written: string, meant: string): Diagnostic {
  return problem(foreignOperatorPage, place, `\`${written}\` is written \`${meant}\` here`, {
    fixes: [replace(place, meant, { title: `write \`${meant.trim()}\`` })],
  });
}

/** An operator that stands for more than another sign; `edits` write it as the language does. */
export function foreignForm(place: Place, written: string, meant: string, edits: readonly TextEdit[]): Diagnostic {
  return problem(foreignOperatorPage, place, `\`${written}\` is written \`${meant}\` here`, {
    fixes: edits.length === 0 ? [] : [{ title: `write \`${meant}\``, edits, safe: false }],
  });
}
