// A loop as other languages write it.
import { type Diagnostic, type Place, type ProblemPage, problem, type TextEdit } from '@diorama/diagnostics';

export const foreignLoopPage: ProblemPage = {
  code: 'foreign-loop',
  severity: 'error',
  title: 'loop of another language',
  explanation:
    'A loop goes over a range or a list: `for i in 0..<5 { … }` runs for 0, 1, 2, 3 and 4, `for i in 1..5 { … }` for 1 ' +
    'to 5, `for h in [3m, 5m] { … }` for each of the list. There is no other loop, so every program ends.',
  bad: 'for (let i = 0; i < 5; i++) { tree { at: (i * 3m, -8), height: 9m } }',
  good: 'for i in 0..<5 { tree { at: (i * 3m, -8), height: 9m } }',
};

/** `meant` is how the language writes it, as far as that is known. */
export function foreignLoop(place: Place, meant: string | undefined, edits: readonly TextEdit[]): Diagnostic {
  return problem(foreignLoopPage, place, 'a loop goes over a range or a list', {
    notes: [`write \`${meant ?? 'for i in 0..<5'} { … }\``],
    fixes: edits.length === 0 ? [] : [{ title: `write ${meant ?? 'it as a loop'}`, edits, safe: false }],
  });
}
