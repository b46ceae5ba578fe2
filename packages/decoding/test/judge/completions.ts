// Turns a text into what could complete the lexeme at its end: every sort of completion, not every completion.
import { expected, type Lexeme, type PrefixState } from '@diorama/grammar';
import { tokenize } from '@diorama/syntax';

/** Strings to append, the likeliest first; '' where the text may be whole. */
export function completionsOf(
  text: string,
  behind: (lexemes: readonly Lexeme[]) => PrefixState | undefined,
): readonly string[] {
  const all = tokenize(text);
  const last = all.at(-1);
  // The lexer ends a comment that is open with its line.
  if (all.some(({ token }) => token === 'UnterminatedComment' || token === 'OpenComment')) return ['*/', '/'];
  if (last === undefined || last.end < text.length) return [''];
  const before = all
    .slice(0, -1)
    .filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment')
    .map((one): Lexeme => ({ type: one.token, text: one.text }));
  const number = /(?<![\w"#])[0-9][0-9.]*(?:[eE][+-]?)?[\w%]*$/.exec(text);
  switch (last.token) {
    case 'LineComment':
      return ['\n'];
    case 'BlockComment':
    case 'Text':
      return [''];
    case 'UnterminatedText':
      return textEndings(last.text, behind(before));
    case 'Foreign':
      return ['='];
    case 'Slash':
      return ['', '/\n', '**/'];
    case 'Unknown':
    case 'Color':
      return ['0'.repeat(Math.max(0, 7 - last.text.length))];
    case 'Number':
    case 'BarePoint':
    case 'Minus':
    case 'Plus':
    case 'Dot':
    case 'DotDot':
      return number === null ? PUNCTUATION : [...PUNCTUATION, ...numberEndings(unitsOf(all.slice(0, -1), behind))];
    default:
      return last.kind === 'name' || last.kind === 'keyword' ? wordEndings(last.text, behind(before)) : PUNCTUATION;
  }
}

const PUNCTUATION = ['', '=', '.', '<', '.<', '..'];

/** The rests of names and words that are expected, and letters of a new name. */
function wordEndings(word: string, state: PrefixState | undefined): readonly string[] {
  const rests = (state === undefined ? [] : expected(state)).flatMap((one) => {
    const whole = 'text' in one ? one.text : 'name' in one ? one.name : '';
    return whole.length > word.length && whole.startsWith(word) ? [whole.slice(word.length)] : [];
  });
  return ['', ...rests, 'zz9', '_1'];
}

const CONTENTS = ['', 'a', 'a/b', '/a', '#a', '.png', 'a.png', 'tree/oak', '.dio'];

/** Ends an escape, then says something, then closes. */
function textEndings(spelled: string, state: PrefixState | undefined): readonly string[] {
  const [, open] = /(?:^|[^\\])(?:\\\\)*(\\(?:u[0-9A-Fa-f]{0,3})?)$/.exec(spelled) ?? [];
  const choices = (state === undefined ? [] : expected(state)).flatMap((one) =>
    one.kind === 'text' ? [...(one.choices?.() ?? [])] : [],
  );
  return escapeEndings(open).flatMap((ended) => {
    const said = saidBy(`${spelled}${ended}"`);
    if (said === undefined) return [];
    const rests = choices
      .filter((one) => one.startsWith(said))
      .map((one) => JSON.stringify(one.slice(said.length)).slice(1, -1));
    return [...rests, ...CONTENTS].map((content) => `${ended}${content}"`);
  });
}

function escapeEndings(open: string | undefined): readonly string[] {
  if (open === undefined) return [''];
  if (open === '\\') return ['"', '\\', '/', 'n', ...LETTERS.map((letter) => `u${hex(letter)}`)];
  const digits = open.slice(2);
  const letters = LETTERS.map(hex).filter((one) => one.startsWith(digits.toLowerCase()));
  return [
    ...letters.map((one) => one.slice(digits.length)),
    '0'.repeat(4 - digits.length),
    '1'.repeat(4 - digits.length),
  ];
}
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzABCXYZ0123456789/#-_. ');
function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(4, '0');
}

function saidBy(spelled: string): string | undefined {
  try {
    // JSON takes no control characters; texts do.
    const plain = Array.from(spelled, (letter) => (letter < ' ' ? '?' : letter)).join('');
    return JSON.parse(plain) as string;
  } catch {
    return undefined;
  }
}

/** The units that some number may have where the last one began. */
function unitsOf(
  before: ReturnType<typeof tokenize>,
  behind: (lexemes: readonly Lexeme[]) => PrefixState | undefined,
): readonly string[] {
  // The last lexemes may be parts of the number: `1e` and `-`, `1` and `.`.
  const found = new Set<string>();
  for (let count = before.length; count >= Math.max(0, before.length - 2); count -= 1) {
    const lexemes = before
      .slice(0, count)
      .filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment')
      .map((one): Lexeme => ({ type: one.token, text: one.text }));
    const state = behind(lexemes);
    for (const one of state === undefined ? [] : expected(state))
      if (one.kind === 'number') for (const { name } of one.units) found.add(name);
  }
  return [...found];
}

const DIGITS = ['', ...'0123456789', '00', '000', '.0', '.5', '.1', '0.5'];
const POWERS = [
  '',
  'e0',
  'e-1',
  'e-2',
  'e-3',
  'e-4',
  'e-5',
  'e-6',
  'e-7',
  'e-8',
  'e-10',
  'e1',
  'e2',
  'e3',
  'e4',
  'e6',
  'e-400',
];
const EXPONENTS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '-1',
  '-2',
  '-3',
  '-5',
  '-7',
  '-8',
  '-9',
  '-400',
  '00',
  '400',
  '10',
  '20',
];

function numberEndings(units: readonly string[]): readonly string[] {
  const rests = new Set(['', ...units.flatMap((unit) => Array.from(unit, (_, index) => unit.slice(index)))]);
  const numbers = [...DIGITS.flatMap((digits) => POWERS.map((power) => digits + power)), ...EXPONENTS];
  return [...rests].flatMap((unit) => numbers.map((digits) => digits + unit));
}
