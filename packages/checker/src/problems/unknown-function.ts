import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownFunctionPage: ProblemPage = {
  code: 'unknown-function',
  severity: 'error',
  title: 'unknown function',
  explanation:
    'Functions are part of the language; programs cannot define their own. What a program can name is a value (`let`) or a scene part (`prefab`).',
  bad: 'tree { at: (0, -8), height: rnd(3..5) }',
  good: 'tree { at: (0, -8), height: random(3..5) }',
};

/** A call of what is no function. */
export function unknownFunction(place: Place, name: string, names: readonly string[], isPrefab: boolean): Diagnostic {
  const nearest = isPrefab ? undefined : closest(name, names);
  return problem(unknownFunctionPage, place, nearest ? `did you mean \`${nearest}\`?` : 'no function has this name', {
    notes: isPrefab
      ? [`\`${name}\` is a prefab: use it as an element, \`${name} { … }\``]
      : nearest
        ? []
        : [`the functions are ${names.join(', ')}`],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}
