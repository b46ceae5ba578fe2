import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { PropertyDefinition } from '@diorama/vocabulary';

export const missingPropertyPage: ProblemPage = {
  code: 'missing-property',
  severity: 'error',
  title: 'missing property',
  explanation:
    'Some properties have no default, because no value would be right for most: an object’s height, and the place of whatever stands at top level. Inside a group, prefab or scatter, `at` may be left out: it is the origin of the frame.',
  bad: 'tree { at: (0, -8) }',
  good: 'tree { at: (0, -8), height: 5 }',
};

/** Properties that must be given are not. */
export function missingProperty(
  place: Place,
  body: Place,
  node: ast.Element,
  missing: readonly PropertyDefinition[],
): Diagnostic {
  const names = missing.map(({ name }) => `\`${name}\``).join(' and ');
  const holes = missing.map(({ name }) => `${name}: ?`).join(', ');
  const text = node.body.entries.length === 0 ? ` ${holes} ` : ` ${holes},`;
  return problem(missingPropertyPage, place, `\`${node.name.text}\` needs ${names}`, {
    notes: missing.map(({ name, doc, unit }) => `\`${name}\`${unit ? ` (${unit})` : ''}: ${doc}`),
    fixes: [insert(body.start + 1, text, { title: `insert \`${holes}\`, to be filled in`, safe: false })],
  });
}
