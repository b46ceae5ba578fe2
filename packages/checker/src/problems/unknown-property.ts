// Reports a property that an element does not have.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { KindDefinition } from '@diorama/vocabulary';
import { type Suggestion, someOf, suggest, writeSuggestion } from './wording.ts';

export const unknownPropertyPage: ProblemPage = {
  code: 'unknown-property',
  severity: 'error',
  title: 'unknown property',
  explanation:
    'Every kind has its own properties; a prefab has its parameters, and `at`, `rotation` and `scale`. The element here has no property of this name.\n\nThe message lists those that it has. A value that you need in several places is no property: name it with `let`.',
  bad: 'sphere { at: (0, -4), radus: 1 }',
  good: 'sphere { at: (0, -4), radius: 1 }',
};

/** A property was set that the element does not have. `meant` is the one that was probably meant. */
export function unknownProperty(
  place: Place,
  element: string,
  name: string,
  names: readonly string[],
  kinds: readonly KindDefinition[],
  meant: Suggestion | undefined,
): Diagnostic {
  const owners = kinds
    .filter(({ properties }) => properties.some((property) => property.name === name))
    .map((kind) => kind.name);
  const fact = meant ? `did you mean \`${meant.text}\`?` : `\`${element}\` has no such property`;
  return problem(unknownPropertyPage, place, fact, {
    title: `unknown property of \`${element}\``,
    notes: meant
      ? []
      : [
          ...(owners.length > 0 ? [`\`${name}\` is a property of ${someOf(owners, 6)}`] : []),
          names.length > 0 ? `\`${element}\` has ${names.join(', ')}` : `\`${element}\` has no properties`,
        ],
    fixes: writeSuggestion(place, meant),
  });
}

/** The parts of a point stand as properties of their own: `x: 0, z: -8`. */
export function loosePoint(place: Place, element: string, parts: readonly ast.Field[]): Diagnostic {
  const [first] = parts as readonly [ast.Field, ...ast.Field[]];
  const last = parts[parts.length - 1] as ast.Field;
  const meant = `at: (${parts.map(({ name }) => name.text).join(', ')})`;
  const areNeighbors = parts.every(
    (part, index) => index === 0 || part.start - (parts[index - 1] as ast.Field).end < 3,
  );
  const edits = [
    { start: first.start, end: first.value.start, text: 'at: (' },
    ...parts.slice(1).map(({ start, value }) => ({ start, end: value.start, text: '' })),
    { start: last.end, end: last.end, text: ')' },
  ];
  return problem(unknownPropertyPage, place, 'a place is one value', {
    title: `unknown property of \`${element}\``,
    notes: [`write \`${meant}\`, or \`at: (x, z)\` for a place on the ground`],
    fixes: areNeighbors ? [{ title: `write ${meant}`, edits, safe: false }] : [],
  });
}

/** The property that an unknown one probably stands for, among those that are not given yet. */
export function meantProperty(name: string, free: readonly string[]): Suggestion | undefined {
  const nearest = suggest(name, free);
  if (nearest !== undefined) return nearest;
  const synonym = SYNONYMS.get(name.toLowerCase())?.find((candidate) => free.includes(candidate));
  return synonym === undefined ? undefined : { text: synonym, safe: false };
}

/** What newcomers call them, the likeliest property first. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['at', ['position']],
  ['position', ['at']],
  ['pos', ['at', 'position']],
  ['location', ['at', 'position']],
  ['loc', ['at', 'position']],
  ['place', ['at', 'position']],
  ['origin', ['at', 'position']],
  ['center', ['at', 'position']],
  ['size', ['height', 'radius', 'scale']],
  ['tall', ['height']],
  ['rot', ['rotation']],
  ['orientation', ['rotation']],
  ['looks', ['appearance']],
  ['look', ['appearance']],
  ['model', ['appearance']],
  ['asset', ['appearance']],
  ['like', ['appearance']],
  ['look_at', ['target']],
  ['lookat', ['target']],
  ['title', ['name']],
  ['intensity', ['power', 'sun_intensity']],
  ['brightness', ['power', 'strength']],
  ['elevation', ['sun_elevation']],
  ['azimuth', ['sun_azimuth']],
]);
