import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { MEMBERS } from '@diorama/vocabulary';
import { type Type, typeText } from '../type.ts';
import { suggest, withArticle, writeSuggestion } from './wording.ts';

export const unknownMemberPage: ProblemPage = {
  code: 'unknown-member',
  severity: 'error',
  title: 'unknown member',
  explanation:
    'A dot reads a part of a value: `.x`, `.y` and `.z` of a position or vector; `.at`, `.height`, `.top` and `.rotation` of an element that has a label. Other values have no parts.\n\nOther properties of an element cannot be read. Give the value a name with `let`, and use it in both places.',
  bad: 'tree oak { at: (0, -8), height: 4 }\nbush { at: oak.position, height: 1 }',
  good: 'tree oak { at: (0, -8), height: 4 }\nbush { at: oak.at, height: 1 }',
};

/** A value has no such member. */
export function unknownMember(place: Place, name: string, type: Type): Diagnostic {
  const of = type.kind === 'element' ? 'element' : type.kind === 'point' ? 'position' : undefined;
  const what = of === 'element' ? 'a labelled element' : withArticle(typeText(type));
  if (of === undefined) {
    return problem(unknownMemberPage, place, `${what} has no members`, {
      notes: ['positions and vectors have .x, .y and .z, labelled elements .at, .height, .top and .rotation'],
    });
  }
  const names = MEMBERS.filter((member) => member.of === of).map((member) => member.name);
  const nearest = suggest(name, names, of === 'element' ? SYNONYMS : undefined);
  return problem(unknownMemberPage, place, nearest ? `did you mean \`.${nearest.text}\`?` : 'no such member', {
    notes: nearest ? [] : [`${what} has ${names.map((member) => `.${member}`).join(', ')}`],
    fixes: writeSuggestion(place, nearest),
  });
}

/** What newcomers call them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['position', 'at'],
  ['pos', 'at'],
  ['location', 'at'],
  ['place', 'at'],
  ['size', 'height'],
  ['yaw', 'rotation'],
  ['head', 'top'],
]);
