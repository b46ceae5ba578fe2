// Reports an element of a kind that there is not.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { someOf, suggest, writeSuggestion } from './wording.ts';

export const unknownKindPage: ProblemPage = {
  code: 'unknown-kind',
  severity: 'error',
  title: 'unknown kind of element',
  explanation:
    'An element begins with its kind, a word of the vocabulary such as `tree`, or with the name of a prefab that is declared above. The word here is neither.\n\nKinds are few and general: a lion is a `carnivore`, a rose a `bush`, a rock a `boulder`. What it looks like is said by its appearance: `appearance: like("a lion")`. For what fits no class there is `object`.',
  bad: 'tre { at: (0, -8), height: 4 }',
  good: 'tree { at: (0, -8), height: 4 }',
};

/** A word stands where the kind of an element belongs, and is none. */
export function unknownKind(
  place: Place,
  node: ast.Element,
  kinds: readonly string[],
  prefabs: readonly string[],
): Diagnostic {
  const { text: name } = node.name;
  const nearest = suggest(name, [...prefabs, ...kinds]);
  const general = nearest === undefined ? SYNONYMS.get(name.toLowerCase()) : undefined;
  const likely = nearest?.text ?? general;
  const look =
    general !== undefined && LOOKS.has(general)
      ? [`what it looks like is said by \`appearance: like("${name}")\``]
      : [];
  return problem(unknownKindPage, place, likely ? `did you mean \`${likely}\`?` : 'no kind or prefab has this name', {
    notes: likely
      ? look
      : [
          `the kinds are ${kinds.join(', ')}`,
          ...(prefabs.length > 0 ? [`prefabs here: ${someOf(prefabs)}`] : []),
          `for what fits none of them: \`object { appearance: like("${name}") }\``,
        ],
    fixes: general === undefined ? writeSuggestion(place, nearest) : [generalized(place, node, general)],
  });
}

/** Writes the kind, and keeps the word as the look. */
function generalized(place: Place, node: ast.Element, kind: string): Fix {
  const { name, body } = node;
  const hasLook = body.entries.some((entry) => entry.kind === 'field' && entry.name.text === 'appearance');
  if (!LOOKS.has(kind) || hasLook || body.entries.length === 0) return replace(place, kind, { safe: false });
  return {
    title: `write ${kind}, which looks like "${name.text}"`,
    edits: [
      { start: place.start, end: place.end, text: kind },
      { start: body.start + 1, end: body.start + 1, text: ` appearance: like("${name.text}"),` },
    ],
    safe: false,
  };
}

/** The kinds that a word for one of their species is put into. */
const LOOKS: ReadonlySet<string> = new Set(['tree', 'bush', 'bird', 'carnivore', 'herbivore']);

/** Words that newcomers try. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['lake', 'water'],
  ['pond', 'water'],
  ['river', 'water'],
  ['sea', 'water'],
  ['rock', 'boulder'],
  ['stone', 'boulder'],
  ['shrub', 'bush'],
  ['fern', 'bush'],
  ['cactus', 'bush'],
  ['grass', 'bush'],
  ['oak', 'tree'],
  ['pine', 'tree'],
  ['palm', 'tree'],
  ['cat', 'carnivore'],
  ['dog', 'carnivore'],
  ['lion', 'carnivore'],
  ['wolf', 'carnivore'],
  ['bear', 'carnivore'],
  ['zebra', 'herbivore'],
  ['deer', 'herbivore'],
  ['horse', 'herbivore'],
  ['elephant', 'herbivore'],
  ['heron', 'bird'],
  ['eagle', 'bird'],
  ['fog', 'haze'],
  ['mist', 'haze'],
  ['sun', 'sky'],
  ['light', 'lamp'],
  ['cube', 'box'],
  ['ball', 'sphere'],
  ['floor', 'ground'],
  ['terrain', 'ground'],
]);
