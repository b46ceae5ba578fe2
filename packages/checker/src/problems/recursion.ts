import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const recursionPage: ProblemPage = {
  code: 'recursion',
  severity: 'error',
  title: 'a prefab that builds itself',
  explanation:
    'A prefab is built of what is known above it, and so not of itself: the scene would never end.\n\nRepeat with `for` or `scatter`. For something that is built of smaller ones of its kind, make a prefab for each size.',
  bad: 'prefab tower(tall: Length) { box { } tower { at: (0, 1, 0), tall: tall } }',
  good: 'prefab tower(tall: Length) { for i in 0..<3 { box { at: (0m, i * tall, 0m) } } }\ntower { at: (0, -8), tall: 1m }',
};

/** A prefab is used in its own body. */
export function recursion(place: Place, name: string, declared: Place): Diagnostic {
  return problem(recursionPage, place, `\`${name}\` cannot be built from itself`, {
    related: [label(declared, 'its declaration begins here')],
    notes: ['repeat with `for`, or make another prefab for the smaller part'],
  });
}
