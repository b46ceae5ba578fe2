import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const propertyAsNamePage: ProblemPage = {
  code: 'property-as-name',
  severity: 'error',
  title: 'a property is no value',
  explanation:
    'The properties of an element cannot be read inside of it. Compute the value once with `let`, and use that name for both; or read a property of another element that has a label: `oak.height`.',
  bad: 'tree { at: (0, -8), height: 4 }\nbush { at: (0, -9), height: height / 4 }',
  good: 'let tall = 4m\ntree { at: (0, -8), height: tall }\nbush { at: (0, -9), height: tall / 4 }',
};

/** The name of a property was used as a value. */
export function propertyAsName(place: Place, name: string): Diagnostic {
  return problem(propertyAsNamePage, place, `\`${name}\` is a property here, not a value`, {
    notes: [
      `give the value a name first: \`let my_${name} = …\``,
      `or read it from a labelled element: \`oak.${name}\``,
    ],
  });
}
