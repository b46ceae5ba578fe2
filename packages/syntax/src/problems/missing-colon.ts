// No colon between a property and its value.
import { type Diagnostic, insert, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const missingColonPage: ProblemPage = {
  code: 'missing-colon',
  severity: 'error',
  title: 'missing colon',
  explanation:
    'A property and its value have a colon between them: `height: 9m`. So have an argument with a name, and a ' +
    'parameter and its type.',
  bad: 'tree { at: (0, -8), height 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** The place is the name. */
export function missingColon(place: Place, name: string, hasValue: boolean): Diagnostic {
  return problem(missingColonPage, place, `expected \`:\` and a value after \`${name}\``, {
    notes: [`write \`${name}: …\``],
    fixes: hasValue ? [insert(place.end, ':', { title: 'insert `:`' })] : [],
  });
}

/** `Length n`: the place covers both. */
export function typeBehindName(place: Place, name: string, type: string): Diagnostic {
  return problem(missingColonPage, place, 'the type stands behind the name, and a colon between them', {
    notes: [`write \`${name}: ${type}\``],
    fixes: [replace(place, `${name}: ${type}`)],
  });
}
