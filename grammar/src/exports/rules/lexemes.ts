// Turns the language's words, texts, colors and white space into patterns.
import { keywords } from '@diorama/syntax';
import {
  anyNumberOf,
  type CharacterRange,
  characters,
  choice,
  literal,
  NOTHING,
  optional,
  otherThan,
  type Pattern,
  repeat,
  sequence,
  someOf,
} from './pattern.ts';

export const DIGIT: Pattern = characters('09');

/** A name that is none of some words: those that are always keywords, and names that are taken. */
export function namePattern(taken: Iterable<string> = []): Pattern {
  return namesBut([...keywords, ...taken], '');
}

/** What may follow a beginning of names, so that none of the refused words comes out. */
function namesBut(refused: readonly string[], beginning: string): Pattern {
  const next = [
    ...new Set(refused.filter((word) => word.length > beginning.length).map((word) => word.charAt(beginning.length))),
  ].sort();
  const mayEnd = beginning !== '' && !refused.includes(beginning);
  const [firsts, rest] = [beginning === '' ? NAME_STARTS : NAME_PARTS, anyNumberOf(charactersBut(NAME_PARTS, []))];
  return choice(
    ...(mayEnd ? [NOTHING] : []),
    ...next.map((character) => {
      const longer = beginning + character;
      return sequence(
        literal(character),
        namesBut(
          refused.filter((word) => word.startsWith(longer)),
          longer,
        ),
      );
    }),
    sequence(charactersBut(firsts, next), rest),
  );
}
const NAME_STARTS = '_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const NAME_PARTS = `0123456789${NAME_STARTS}`;

/** Some characters but a few, as ranges. */
function charactersBut(all: string, but: readonly string[]): Pattern {
  const ranges: CharacterRange[] = [];
  for (const character of [...all].filter((one) => !but.includes(one)).sort()) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1].charCodeAt(0) + 1 === character.charCodeAt(0))
      ranges[ranges.length - 1] = [last[0], character];
    else ranges.push([character, character]);
  }
  return { kind: 'characters', ranges, negated: false };
}

/** A text in quotes, with the escapes of JSON; one that is not to be empty begins with a character that is seen. */
export function textPattern({ nonEmpty = false }: { readonly nonEmpty?: boolean } = {}): Pattern {
  const signs = ['"', '\\', '/'];
  const escaped = sequence(
    literal('\\'),
    choice(characters(...signs, 'b', 'f', 'n', 'r', 't'), sequence(literal('u'), repeat(HEXADECIMAL, 4, 4))),
  );
  const character = choice(otherThan(...NEVER_IN_TEXTS), escaped);
  const seen = choice(characters(...SEEN), sequence(literal('\\'), characters(...signs)));
  return sequence(literal('"'), nonEmpty ? seen : NOTHING, anyNumberOf(character), literal('"'));
}
/** What ends or escapes, and control characters but for the tab. */
const NEVER_IN_TEXTS = ['"', '\\', '\0\x08', '\x0a\x1f', '\x7f'];
/** All but these, white space of all sorts and halves of characters: not as a negation, which XGrammar has for ASCII alone. */
const SEEN = [
  ...['!', '#[', ']~', '\u00a1\u167f', '\u1681\u1fff', '\u200b\u2027', '\u202a\u202e', '\u2030\u205e'],
  ...['\u2060\u2fff', '\u3001\ud7ff', '\ue000\ufefe', '\uff00\u{10ffff}'],
];

export const HEXADECIMAL: Pattern = characters('09', 'AF', 'af');
/** `#6b4a2f` */
export const COLOR: Pattern = sequence(literal('#'), repeat(HEXADECIMAL, 6, 6));

/** Longest runs of white space and of comments between two tokens: decoders must not go on with them for ever. */
export const SPACE_LIMIT = 40;
export const COMMENT_LIMIT = 32;

export const SPACE: Pattern = repeat(characters(' ', '\t', '\r', '\n'), 1, SPACE_LIMIT);
/** A comment with the line end that closes it. */
export const COMMENT: Pattern = choice(
  sequence(literal('//'), anyNumberOf(otherThan('\r', '\n')), characters('\r', '\n')),
  sequence(
    literal('/*'),
    anyNumberOf(otherThan('*')),
    someOf(literal('*')),
    anyNumberOf(sequence(otherThan('*', '/'), anyNumberOf(otherThan('*')), someOf(literal('*')))),
    literal('/'),
  ),
);
/** White space and comments, beginning with white space: what may follow a `/`. */
export function gapBehindSlash(space: Pattern, comment: Pattern): Pattern {
  return sequence(space, repeat(sequence(comment, optional(space)), 0, COMMENT_LIMIT));
}
/** White space and comments, not empty. */
export function gapPattern(space: Pattern, comment: Pattern): Pattern {
  const piece = sequence(comment, optional(space));
  return choice(sequence(space, repeat(piece, 0, COMMENT_LIMIT)), repeat(piece, 1, COMMENT_LIMIT));
}
