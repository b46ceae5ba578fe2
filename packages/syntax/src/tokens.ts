// Defines the language's tokens in one table: keywords, literals, punctuation, comments, and what people write by mistake.
import { createToken, type IToken, type ITokenConfig, Lexer, type TokenType } from 'chevrotain';

/** Whatever may stand as a name: an identifier or a soft keyword. A category, never a token of its own. */
export const Name = createToken({ name: 'Name', label: 'a name', pattern: Lexer.NA });
export const Identifier = createToken({
  name: 'Identifier',
  label: 'a name',
  pattern: /[A-Za-z_][A-Za-z0-9_]*/,
  categories: [Name],
});

// Keywords. The soft ones are names everywhere else.
export const Use = keyword('use');
export const Let = keyword('let');
export const Prefab = keyword('prefab');
export const Scatter = keyword('scatter');
export const In = keyword('in');
export const For = keyword('for');
export const If = keyword('if');
export const Then = keyword('then');
export const Else = keyword('else');
export const And = keyword('and');
export const Or = keyword('or');
export const Not = keyword('not');
export const True = keyword('true');
export const False = keyword('false');
export const From = softKeyword('from');
export const As = softKeyword('as');
export const Spacing = softKeyword('spacing');
export const Step = softKeyword('step');

// Literals. A number takes any suffix; the checker knows the units.
export const NumberToken = createToken({
  name: 'Number',
  label: 'a number',
  pattern: /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?:[A-Za-z][A-Za-z0-9_]*|%)?/,
});
export const Text = createToken({
  name: 'Text',
  label: 'a text in quotes',
  pattern: { exec: closedText },
  start_chars_hint: ['"'],
  line_breaks: false,
});
export const Color = createToken({ name: 'Color', label: 'a color', pattern: /#[0-9A-Za-z]+/ });

// Punctuation, longer spellings before their beginnings.
export const DotDotLess = punctuation('DotDotLess', '..<');
export const DotDot = punctuation('DotDot', '..');
export const Dot = punctuation('Dot', '.');
export const EqualEqual = punctuation('EqualEqual', '==');
export const Equal = punctuation('Equal', '=');
export const NotEqual = punctuation('NotEqual', '!=');
export const LessEqual = punctuation('LessEqual', '<=');
export const Less = punctuation('Less', '<');
export const GreaterEqual = punctuation('GreaterEqual', '>=');
export const Greater = punctuation('Greater', '>');
export const Plus = punctuation('Plus', '+');
export const Minus = punctuation('Minus', '-');
export const Star = punctuation('Star', '*');
export const Slash = punctuation('Slash', '/');
export const Comma = punctuation('Comma', ',');
export const Colon = punctuation('Colon', ':');
export const At = punctuation('At', '@');
export const Question = punctuation('Question', '?');
export const LeftBrace = punctuation('LeftBrace', '{');
export const RightBrace = punctuation('RightBrace', '}');
export const LeftParenthesis = punctuation('LeftParenthesis', '(');
export const RightParenthesis = punctuation('RightParenthesis', ')');
export const LeftBracket = punctuation('LeftBracket', '[');
export const RightBracket = punctuation('RightBracket', ']');

// Hidden tokens.
const WhiteSpace = createToken({ name: 'WhiteSpace', pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED, line_breaks: true });
export const DocComment = comment('DocComment', /\/\/\/(?!\/)[^\r\n]*/);
export const LineComment = comment('LineComment', /\/\/[^\r\n]*/);
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: { exec: blockComment },
  start_chars_hint: ['/'],
  line_breaks: true,
  group: 'comments',
});

// What people write by mistake. The scanner replaces these by what they mean, or drops them, and says so.
export const UnterminatedComment = mistake('UnterminatedComment', /\/\*[^\r\n]*/);
export const UnterminatedText = mistake('UnterminatedText', /"[^\r\n]*/);
/** A text between single or typographic quotes. */
export const WrongQuoted = mistake(
  'WrongQuoted',
  /'[^'\r\n]*'?|[«»\u2018-\u201f][^«»\u2018-\u201f"\r\n]*["«»\u2018-\u201f]?/,
);
export const BarePoint = mistake('BarePoint', /\.[0-9]+(?:[eE][+-]?[0-9]+)?(?:[A-Za-z][A-Za-z0-9_]*|%)?/);
export const Foreign = mistake('Foreign', /&&?|\|\|?|!/);
export const Semicolon = mistake('Semicolon', /;/);
/** A run of characters that begin no token: control characters, ASCII signs without a meaning, all others. */
export const Unknown = mistake(
  'Unknown',
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  /[\x00-\x08\x0b\x0c\x0e-\x1f#$%\\^`~\x7f-\xaa\xac-\xba\xbc-\u2017\u2020-\uffff]+/,
);

/** The tokens that the grammar knows, with the category {@link Name}. */
export const VOCABULARY: readonly TokenType[] = [
  Name,
  ...[Use, Let, Prefab, Scatter, In, For, If, Then, Else, And, Or, Not, True, False, From, As, Spacing, Step],
  ...[Identifier, NumberToken, Text, Color],
  ...[DotDotLess, DotDot, Dot, EqualEqual, Equal, NotEqual, LessEqual, Less, GreaterEqual, Greater],
  ...[Plus, Minus, Star, Slash, Comma, Colon, At, Question],
  ...[LeftBrace, RightBrace, LeftParenthesis, RightParenthesis, LeftBracket, RightBracket],
];

/** Every word that is always a keyword: it cannot be a name. */
export const KEYWORDS: readonly TokenType[] = [
  ...[Use, Let, Prefab, Scatter, In, For, If, Then, Else, And, Or, Not, True, False],
];
/** Words that are keywords in one place and names everywhere else. */
export const SOFT_KEYWORDS: readonly TokenType[] = [From, As, Spacing, Step];

/** The words that cannot be names, and those that can wherever they are not expected. */
export const keywords: readonly string[] = KEYWORDS.map(({ name }) => name.toLowerCase());
export const softKeywords: readonly string[] = SOFT_KEYWORDS.map(({ name }) => name.toLowerCase());

/** The lexer's tokens in the order in which it tries them. */
const LEXER_ORDER: readonly TokenType[] = [
  WhiteSpace,
  ...[Comma, Colon, NumberToken, LeftParenthesis, RightParenthesis],
  ...[
    Use,
    Let,
    Prefab,
    Scatter,
    In,
    For,
    If,
    Then,
    Else,
    And,
    Or,
    Not,
    True,
    False,
    From,
    As,
    Spacing,
    Step,
    Identifier,
  ],
  ...[LeftBrace, RightBrace, LeftBracket, RightBracket, Minus, Text, UnterminatedText, WrongQuoted, Color],
  ...[DotDotLess, DotDot, BarePoint, Dot, EqualEqual, Equal, NotEqual, LessEqual, Less, GreaterEqual, Greater],
  ...[DocComment, LineComment, BlockComment, UnterminatedComment],
  ...[Plus, Star, Slash, At, Question, Foreign, Semicolon, Unknown],
];

export const lexer = new Lexer([...LEXER_ORDER], { ensureOptimizations: true, positionTracking: 'onlyOffset' });

export function isName(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === Identifier || SOFT_KEYWORDS.includes(token.tokenType));
}

/** The offset behind a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** What makes a token one of another type. */
export function typed(tokenType: TokenType): Pick<IToken, 'tokenType' | 'tokenTypeIdx'> {
  return { tokenType, tokenTypeIdx: tokenType.tokenTypeIdx as number };
}

function keyword(word: string): TokenType {
  return createToken({
    name: capitalized(word),
    label: `\`${word}\``,
    pattern: new RegExp(word),
    longer_alt: Identifier,
  });
}

function softKeyword(word: string): TokenType {
  const config: ITokenConfig = { name: capitalized(word), label: `\`${word}\``, pattern: new RegExp(word) };
  return createToken({ ...config, longer_alt: Identifier, categories: [Name] });
}

function punctuation(name: string, spelling: string): TokenType {
  return createToken({ name, label: `\`${spelling}\``, pattern: spelling });
}

function comment(name: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern, group: 'comments' });
}

function mistake(name: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern, line_breaks: false });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `/"([^"\\\n]|\\.)*"/`, which would overflow the stack of the regular expressions on a long text full of escapes. */
function closedText(text: string, offset: number): [string] | null {
  for (let i = offset + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return [text.slice(offset, i + 1)];
    if (code === 10 || code === 13) return null;
    if (code === 92 && text.charCodeAt(i + 1) !== 10 && text.charCodeAt(i + 1) !== 13) i++;
  }
  return null;
}

/** Where the last search for the end of a comment failed, so that many open comments cost one search. */
const openComment = { text: '', from: 0 };

/** Chevrotain's custom pattern for a block comment: a regular expression would search to the end for each open one. */
function blockComment(text: string, offset: number): [string] | null {
  if (text.charCodeAt(offset + 1) !== 42) return null;
  if (openComment.text !== '' && openComment.text === text && openComment.from <= offset) return null;
  const end = text.indexOf('*/', offset + 2);
  if (end !== -1) return [text.slice(offset, end + 2)];
  openComment.text = text;
  openComment.from = offset;
  return null;
}
