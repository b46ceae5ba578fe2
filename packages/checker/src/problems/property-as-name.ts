// Reports a property’s name that is used as a value.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { findMember } from '@diorama/vocabulary';

export const propertyAsNamePage: ProblemPage = {
  code: 'property-as-name',
  severity: 'error',
  title: 'a property is no value',
  explanation:
    'The properties of an element cannot be read inside of it: they are settings, not names, and their order does not matter.\n\nCompute the value once with `let`, and use that name for both. Or read it from an element above that has a label: `oak.height`.',
  bad: 'tree { at: (0, -8), height: 4 }\nbush { at: (0, -9), height: height / 4 }',
  good: 'let tall = 4m\ntree { at: (0, -8), height: tall }\nbush { at: (0, -9), height: tall / 4 }',
};

/** The name of a property was used as a value. */
export function propertyAsName(place: Place, name: string): Diagnostic {
  return problem(propertyAsNamePage, place, `\`${name}\` is a property here, not a value`, {
    notes: [
      `give the value a name first: \`let my_${name} = …\``,
      ...(findMember('element', name) ? [`or read it from a labelled element: \`oak.${name}\``] : []),
    ],
  });
}
