import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import type { KindDefinition } from '@diorama/vocabulary';

export const unknownPropertyPage: ProblemPage = {
  code: 'unknown-property',
  severity: 'error',
  title: 'unknown property',
  explanation:
    'Every kind has its own properties, listed in the vocabulary; a prefab has its parameters, and `at`, `rotation` and `scale`. The element here has no property of this name.',
  bad: 'sphere { at: (0, -4), radus: 1 }',
  good: 'sphere { at: (0, -4), radius: 1 }',
};

/** A property was set that the element does not have. */
export function unknownProperty(
  place: Place,
  element: string,
  name: string,
  names: readonly string[],
  kinds: readonly KindDefinition[],
): Diagnostic {
  const nearest = closest(name, names);
  const owners = kinds
    .filter(({ properties }) => properties.some((property) => property.name === name))
    .map((kind) => kind.name);
  const elsewhere =
    !nearest && owners.length > 0 ? [`\`${name}\` is a property of ${owners.slice(0, 6).join(', ')}`] : [];
  return problem(
    unknownPropertyPage,
    place,
    nearest ? `did you mean \`${nearest}\`?` : `\`${element}\` has no such property`,
    {
      title: `unknown property of \`${element}\``,
      notes: nearest ? [] : [...elsewhere, `\`${element}\` has ${names.join(', ')}`],
      fixes: nearest ? [replace(place, nearest)] : [],
    },
  );
}
