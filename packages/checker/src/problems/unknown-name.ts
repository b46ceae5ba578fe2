// Reports a name that stands for no value.
import { type Diagnostic, type Fix, label, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { type FunctionDefinition, findKind, findMember } from '@diorama/vocabulary';
import type { Type } from '../type.ts';
import { COLOR_NAMES } from './color-names.ts';
import { itIs, someOf, suggest, wrap, writeSuggestion } from './wording.ts';

export const unknownNamePage: ProblemPage = {
  code: 'unknown-name',
  severity: 'error',
  title: 'unknown name',
  explanation:
    'A name in an expression stands for a `let`, a parameter, a loop’s variable or a labelled element that is declared above, in the same block or in one around it. Nothing of this name is.\n\nLook for another spelling, or declare it. A name that is declared inside of a block, such as a group or a loop, is known only there.',
  bad: 'let far = 30m\ntree { at: (0, -fra), height: 5 }',
  good: 'let far = 30m\ntree { at: (0, -far), height: 5 }',
};

/** What is known of a name that stands for nothing. */
export interface NameFacts {
  readonly candidates: readonly string[];
  /** It is the name of a kind of element. */
  readonly isKind: boolean;
  /** Where it is declared in a block that is closed. */
  readonly inner: Place | undefined;
  /** What the place expects. */
  readonly expected: Type | undefined;
}

/** A name stands for nothing. */
export function unknownName(place: Place, name: string, facts: NameFacts): Diagnostic {
  const { candidates, inner, expected } = facts;
  const word = WORDS.get(name);
  if (word !== undefined && !candidates.includes(name)) {
    return problem(unknownNamePage, place, `\`${name}\` is written \`${word}\` here`, {
      fixes: [replace(place, word)],
    });
  }
  const nearest = suggest(name, candidates);
  if (nearest !== undefined)
    return problem(unknownNamePage, place, `did you mean \`${nearest.text}\`?`, {
      fixes: writeSuggestion(place, nearest),
    });
  if (inner !== undefined) {
    return problem(unknownNamePage, place, `\`${name}\` is not known out here`, {
      related: [label(inner, 'it is declared here, and known only in the block around this')],
      notes: [`declare \`${name}\` outside of that block`],
    });
  }
  if (facts.isKind) {
    return problem(unknownNamePage, place, `\`${name}\` is a kind of element, not a value`, {
      notes: [
        findKind(name)?.members.length === 0
          ? `of \`${name}\` nothing can be read: give the value a name above, \`let … = …\`, and use it in both places`
          : `give an element a label to use it: \`${name} my_${name} { … }\``,
      ],
    });
  }
  const meant = expected && likelyMeaning(place, name, expected);
  const known = [...new Set(candidates)];
  return problem(unknownNamePage, place, 'nothing of this name is declared above', {
    notes: [
      ...(meant ? [meant.note] : known.length > 0 ? [`names in scope: ${someOf(known)}`] : []),
      ...(NOTHING.has(name) ? ['a property that has a default may be left out; `?` is a value still to be found'] : []),
      ...(findMember('element', name) ? [`of a labelled element it is read with a dot: \`oak.${name}\``] : []),
      `${meant || known.length > 0 ? 'or ' : ''}declare it above: \`let ${name} = …\``,
    ],
    fixes: meant?.fixes ?? [],
  });
}

/** A function is named without being called. */
export function functionAsName(place: Place, { name, signatures }: FunctionDefinition): Diagnostic {
  const required = signatures[0]?.parameters.filter((parameter) => parameter.default === undefined) ?? [];
  const call = `${name}(${required.map((parameter) => `${parameter.name}: …`).join(', ')})`;
  return problem(unknownNamePage, place, `\`${name}\` is a function, not a value`, {
    notes: [`write what it is given in parentheses, \`${call}\``, itIs(name, signatures)],
  });
}

/** Values that other languages spell otherwise. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
]);

/** What other languages write for no value. */
const NOTHING: ReadonlySet<string> = new Set(['null', 'None', 'nil', 'undefined', 'none', 'auto']);

/** What a bare word probably stands for where a color, a text or an appearance belongs. */
function likelyMeaning(
  place: Place,
  name: string,
  expected: Type,
): { readonly note: string; readonly fixes: readonly Fix[] } | undefined {
  const color = COLOR_NAMES.get(name.toLowerCase());
  switch (expected.kind) {
    case 'color':
      return color === undefined
        ? { note: 'a Color is written `#c3ccd4`', fixes: [] }
        : {
            note: `a Color is written in hexadecimal: ${name} is \`${color}\``,
            fixes: [replace(place, color, { safe: false })],
          };
    case 'text':
      return { note: `a Text stands in quotes: \`"${name}"\``, fixes: [wrap(place, '"', '"')] };
    case 'appearance':
      return { note: `an Appearance is described: \`like("${name}")\``, fixes: [wrap(place, 'like("', '")')] };
    default:
      return undefined;
  }
}
