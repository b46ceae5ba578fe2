// Reports a part, behind a dot, that a value does not have.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { findKind, findMember, MEMBERS } from '@diorama/vocabulary';
import { type ElementType, type Type, typeText } from '../type.ts';
import { type Suggestion, suggest, withArticle, writeSuggestion } from './wording.ts';

export const unknownMemberPage: ProblemPage = {
  code: 'unknown-member',
  severity: 'error',
  title: 'unknown member',
  explanation:
    'A dot reads a part of a value: `.x`, `.y` and `.z` of a position or vector; `.at`, `.height`, `.top` and `.rotation` of an element that has a label. Other values have no parts.\n\nAn element has the parts that its kind gives a meaning: a group, a prefab’s use, water and a plane have no height, and so no top; a lamp has its place alone. Settings such as `camera` and `sky` have none: to use a camera’s place elsewhere, give it a name first, `let eye = (0, 1.6, 0)`.\n\nOther properties of an element cannot be read. Give the value a name with `let`, and use it in both places.',
  bad: 'tree oak { at: (0, -8), height: 4 }\nbush { at: oak.position, height: 1 }',
  good: 'tree oak { at: (0, -8), height: 4 }\nbush { at: oak.at, height: 1 }',
};

/** A value has no such member. */
export function unknownMember(place: Place, name: string, type: Type): Diagnostic {
  if (type.kind === 'element') return unknownPart(place, name, type);
  const what = withArticle(typeText(type));
  if (type.kind !== 'point') {
    return problem(unknownMemberPage, place, `${what} has no members`, {
      notes: ['positions and vectors have .x, .y and .z, labelled elements .at, .height, .top and .rotation'],
    });
  }
  const names = MEMBERS.filter((member) => member.of === 'position').map((member) => member.name);
  return noSuchMember(place, what, names, suggest(name, names));
}

function noSuchMember(
  place: Place,
  what: string,
  names: readonly string[],
  nearest: Suggestion | undefined,
): Diagnostic {
  return problem(unknownMemberPage, place, nearest ? `did you mean \`.${nearest.text}\`?` : 'no such member', {
    notes: nearest ? [] : [`${what} has ${dotted(names)}`],
    fixes: writeSuggestion(place, nearest),
  });
}

/** An element has no such part, whether nothing has or only its kind has not. */
function unknownPart(place: Place, name: string, { name: kind, members }: ElementType): Diagnostic {
  const definition = findKind(kind);
  if (members.length === 0 && definition !== undefined) {
    const value = definition.properties.some((property) => property.name === name) ? name : undefined;
    const given = value ?? (name === 'at' && kind === 'camera' ? 'position' : undefined);
    return problem(unknownMemberPage, place, `nothing can be read of ${withArticle(kind)}`, {
      notes: [
        given === undefined
          ? 'name what it should share with an element: `let … = …`, and use that in both places'
          : `give the value a name above, and use it in both places: \`let ${kind}_${given} = …\`, then \`${kind} { ${given}: ${kind}_${given} }\``,
      ],
    });
  }
  if (findMember('element', name) !== undefined) {
    const own = definition === undefined ? `a use of \`${kind}\`` : withArticle(kind);
    return problem(unknownMemberPage, place, `${own} has no \`.${name}\``, {
      notes: [
        members.length === 0 ? 'these elements have no member in common' : `it has ${dotted(members)}`,
        ...(name === 'height' || name === 'top'
          ? ['give its height a name with `let`, and use that in both places']
          : []),
      ],
    });
  }
  return noSuchMember(place, 'this element', members, suggest(name, members, synonymsFor(members)));
}

function dotted(names: readonly string[]): string {
  return names.map((name) => `.${name}`).join(', ');
}

function synonymsFor(members: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...SYNONYMS].filter(([, member]) => members.includes(member)));
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
