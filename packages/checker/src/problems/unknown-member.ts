import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { MEMBERS } from '@diorama/vocabulary';
import { type Type, typeText } from '../type.ts';

export const unknownMemberPage: ProblemPage = {
  code: 'unknown-member',
  severity: 'error',
  title: 'unknown member',
  explanation: 'A position or vector has .x, .y and .z; a labelled element has .at, .height, .top and .rotation.',
  bad: 'tree oak { at: (0, -8), height: 4 }\nbush { at: oak.position, height: 1 }',
  good: 'tree oak { at: (0, -8), height: 4 }\nbush { at: oak.at, height: 1 }',
};

/** A value has no such member. */
export function unknownMember(place: Place, name: string, type: Type): Diagnostic {
  const of = type.kind === 'element' ? 'element' : type.kind === 'point' ? 'position' : undefined;
  const names = MEMBERS.filter((member) => member.of === of).map((member) => member.name);
  const nearest = closest(name, names) ?? (of === 'element' && name === 'position' ? 'at' : undefined);
  const article = of === 'element' ? 'an element' : `a value of type ${typeText(type)}`;
  return problem(
    unknownMemberPage,
    place,
    nearest ? `did you mean \`.${nearest}\`?` : `${article} has no such member`,
    {
      notes: nearest
        ? []
        : [
            names.length > 0
              ? `${article} has ${names.map((member) => `.${member}`).join(', ')}`
              : `${article} has no members`,
          ],
      fixes: nearest ? [replace(place, nearest)] : [],
    },
  );
}
