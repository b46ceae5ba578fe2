import { closest, type Diagnostic, label, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownNamePage: ProblemPage = {
  code: 'unknown-name',
  severity: 'error',
  title: 'unknown name',
  explanation:
    'A name in an expression stands for a `let`, a parameter, a loop variable or a labelled element that is declared above it and in a block around it. Nothing of this name is.',
  bad: 'let far = 30m\ntree { at: (0, -fra), height: 5 }',
  good: 'let far = 30m\ntree { at: (0, -far), height: 5 }',
};

/** A name stands for nothing. */
export function unknownName(place: Place, name: string, candidates: readonly string[], isKind: boolean): Diagnostic {
  const nearest = closest(name, candidates);
  const known = [...new Set(candidates)];
  return problem(
    unknownNamePage,
    place,
    nearest ? `did you mean \`${nearest}\`?` : 'nothing of this name is declared above',
    {
      notes: nearest
        ? []
        : isKind
          ? [
              `\`${name}\` is a kind of element, which is no value: give an element a label to use it, \`${name} my_${name} { … }\``,
            ]
          : known.length > 0
            ? [`names in scope: ${known.slice(0, 20).join(', ')}`, `or declare it: \`let ${name} = …\``]
            : [`declare it above: \`let ${name} = …\``],
      fixes: nearest ? [replace(place, nearest)] : [],
    },
  );
}
