// Reports an element that leaves out what it needs.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { PropertyDefinition } from '@diorama/vocabulary';
import { typeOf, typeText } from '../type.ts';

export const missingPropertyPage: ProblemPage = {
  code: 'missing-property',
  severity: 'error',
  title: 'missing property',
  explanation:
    'Most properties have a default. Some have none, because no value would be right for most: an object’s height, the place of whatever stands at top level, and the parameters of a prefab that are declared without one.\n\nGive the property. If you do not know its value yet, write `?`: the program can be checked, and a model can fill the value in. Inside a group, prefab or scatter, `at` may be left out: it is the origin of the frame.',
  bad: 'tree { at: (0, -8) }',
  good: 'tree { at: (0, -8), height: 5 }',
};

export const MISSING_PROPERTY = missingPropertyPage.code;

/** Properties that must be given are not. */
export function missingProperty(
  place: Place,
  body: Place,
  node: ast.Element,
  missing: readonly PropertyDefinition[],
): Diagnostic {
  const names = missing.map(({ name }) => `\`${name}\``).join(' and ');
  const holes = missing.map(({ name }) => `${name}: ?`).join(', ');
  // `{}` has no room for a space behind the properties, `{ }` has it already.
  const text = node.body.entries.length > 0 ? ` ${holes},` : body.end - body.start === 2 ? ` ${holes} ` : ` ${holes}`;
  return problem(missingPropertyPage, place, `\`${node.name.text}\` needs ${names}`, {
    notes: missing.map(describe),
    fixes: [insert(body.start + 1, text, { title: `insert \`${holes}\`, to be filled in`, safe: false })],
  });
}

function describe({ name, type, doc, source }: PropertyDefinition): string {
  const typed = `\`${name}: ${typeText(typeOf(type, undefined))}\``;
  return source === PARAMETER_SOURCE ? typed : `${typed}. ${doc}`;
}

/** The source of a prefab's parameter, of which nothing more is known than its type. */
export const PARAMETER_SOURCE = 'the program';
