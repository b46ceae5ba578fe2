// Reports a prefab that is built from itself, directly or by way of others.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const recursionPage: ProblemPage = {
  code: 'recursion',
  severity: 'error',
  title: 'a prefab that builds itself',
  explanation:
    'A prefab is built of what is known above it, and so not of itself: the scene would never end. Neither can two prefabs be built of each other, in whatever order they stand.\n\nRepeat with `for` or `scatter`. For something that is built of smaller ones of its kind, make a prefab for each size.',
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

/** A prefab uses one further down that is built from it, directly or through others. `way` begins and ends with its name. */
export function mutualRecursion(place: Place, way: readonly string[], declared: readonly Place[]): Diagnostic {
  const [name = '', next = ''] = way;
  const last = way.at(-2) ?? next;
  return problem(recursionPage, place, `\`${next}\` is itself built from \`${name}\``, {
    title: way.length > 3 ? 'prefabs that build each other' : 'two prefabs that build each other',
    related: declared.map((one, index) => label(one, index === 0 ? 'one begins here' : 'another begins here')),
    notes: [
      `the circle is ${way.map((one) => `\`${one}\``).join(', ')}: no order of declarations mends it`,
      `leave \`${next}\` out of \`${name}\`, or \`${name}\` out of \`${last}\``,
    ],
  });
}
