// Reports a type in brackets that is missing or not wanted.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const typeArgumentPage: ProblemPage = {
  code: 'type-argument',
  severity: 'error',
  title: 'a type’s argument',
  explanation:
    '`List` and `Range` say in brackets what they hold: `List[Length]`, `Range[Integer]`. Without it nobody knows what an item is. No other type takes an argument.\n\nWrite what the list or range holds, or leave the brackets out.',
  bad: 'prefab row(heights: List) { for h in heights { tree { height: h } } }',
  good: 'prefab row(heights: List[Length]) { for h in heights { tree { height: h } } }',
};

/** `List` or `Range` without what it holds. */
export function missingTypeArgument(place: Place, name: string): Diagnostic {
  return problem(typeArgumentPage, place, `a ${name} of what?`, {
    title: 'a type’s argument is missing',
    notes: [`write what it holds in brackets: \`${name}[Length]\``],
  });
}

/** An argument of a type that takes none. */
export function needlessTypeArgument(place: Place, name: string): Diagnostic {
  return problem(typeArgumentPage, place, `${name} takes no argument`, {
    title: 'a type’s argument is too much',
    notes: [`write \`${name}\``],
    fixes: [replace(place, name)],
  });
}
