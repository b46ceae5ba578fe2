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
  pattern: /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?:[A-Za-z][A-Za-z0-9_]*|%[A-Za-z0-9_]*)?/,
});
/** `"([^"\\]|\\.)*"` on one line, spelled so that it costs a step on the stack for each escape, not for each letter. */
export const Text = createToken({
  name: 'Text',
  label: 'a text in quotes',
  pattern: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"/,
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
/** Also documentation: see {@link isDocComment}. */
export const LineComment = comment('LineComment', /\/\/[^\r\n]*/);
export const BlockComment = comment('BlockComment', /\/\*[^*]*\*+(?:[^*/][^*]*\*+)*\//);

// What people write by mistake. The scanner replaces these by what they mean, or drops them, and says so.
export const UnterminatedComment = mistake('UnterminatedComment', /\/\*[^\r\n]*/);
/** The whole text behind a comment without an end: see {@link lex}. */
const OpenComment = mistake('OpenComment', /\/\*[\s\S]*/);
export const UnterminatedText = mistake('UnterminatedText', /"[^\r\n]*/);
/** A text between single or typographic quotes. */
export const WrongQuoted = mistake(
  'WrongQuoted',
  /'[^'\r\n]*'?|[«»\u2018-\u201f][^«»\u2018-\u201f"\r\n]*["«»\u2018-\u201f]?/,
);
export const BarePoint = mistake('BarePoint', /\.[0-9]+(?:[eE][+-]?[0-9]+)?(?:[A-Za-z][A-Za-z0-9_]*|%[A-Za-z0-9_]*)?/);
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
/** Words that are keywords only where the grammar expects them, and names elsewhere: `step`. */
export const softKeywords: readonly string[] = SOFT_KEYWORDS.map(({ name }) => name.toLowerCase());

/** The tokens in the order in which the lexer tries them. */
function lexerOrder(blockComments: readonly TokenType[]): TokenType[] {
  return [
    WhiteSpace,
    ...[Comma, Colon, NumberToken, LeftParenthesis, RightParenthesis],
    ...[...KEYWORDS, ...SOFT_KEYWORDS, Identifier],
    ...[LeftBrace, RightBrace, LeftBracket, RightBracket, Minus, Text, UnterminatedText, WrongQuoted, Color],
    ...[DotDotLess, DotDot, BarePoint, Dot, EqualEqual, Equal, NotEqual, LessEqual, Less, GreaterEqual, Greater],
    ...[LineComment, ...blockComments],
    ...[Plus, Star, Slash, At, Question, Foreign, Semicolon, Unknown],
  ];
}

const LEXER_OPTIONS = { ensureOptimizations: true, positionTracking: 'onlyOffset' } as const;
const lexer = new Lexer(lexerOrder([BlockComment, OpenComment]), LEXER_OPTIONS);
/** For a text in which no block comment ends. */
const openLexer = new Lexer(lexerOrder([UnterminatedComment]), LEXER_OPTIONS);

/** The tokens and the comments of a text, each in order. */
export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: IToken[];
}

/**
 * Cuts a text into tokens, those of mistakes included; white space is left out. Nothing if a text or a comment has
 * millions of escapes or asterisks, so that the stack of regular expressions overflows.
 */
export function lex(text: string): Lexed | undefined {
  try {
    const { tokens, groups } = lexer.tokenize(text);
    const lexed = { tokens, comments: groups.comments ?? [] };
    const last = tokens[tokens.length - 1];
    if (last?.tokenType === OpenComment) lexBehindOpenComment(text, lexed, last.startOffset);
    return lexed;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** No comment ends behind an open one, so none is looked for: many open comments would cost a search to the end each. */
function lexBehindOpenComment(text: string, { tokens, comments }: Lexed, from: number): void {
  tokens.pop();
  const rest = openLexer.tokenize(text.slice(from));
  for (const token of rest.tokens) {
    token.startOffset += from;
    tokens.push(token);
  }
  for (const token of rest.groups.comments ?? []) {
    token.startOffset += from;
    comments.push(token);
  }
}

/** Whether a comment is documentation: `/// …`, and not `//// …`. */
export function isDocComment({ image }: IToken): boolean {
  return image.startsWith('///') && image.charAt(3) !== '/';
}

/** A set of token types; a look-up costs less than in a `Set`. */
export interface TokenSet {
  has(type: TokenType | undefined): boolean;
}

export function tokenSet(types: Iterable<TokenType>): TokenSet {
  const flags: (true | undefined)[] = [];
  for (const { tokenTypeIdx } of types) flags[tokenTypeIdx as number] = true;
  return { has: (type) => type !== undefined && flags[type.tokenTypeIdx as number] === true };
}

const NAMES = tokenSet([Identifier, ...SOFT_KEYWORDS]);

export function isName(token: IToken | undefined): boolean {
  return NAMES.has(token?.tokenType);
}

const OPERAND_ENDS: TokenSet = tokenSet([
  ...[Identifier, ...SOFT_KEYWORDS, NumberToken, Text, Color, Question, True, False],
  ...[RightParenthesis, RightBracket, RightBrace],
]);

/** Whether a value may end with such a token. */
export function endsOperand(token: Pick<IToken, 'tokenType'> | undefined): boolean {
  return OPERAND_ENDS.has(token?.tokenType);
}

/** The payload of a word that stands for a name and is none, which has been reported: nothing else is to be said of it. */
export const NO_NAME = Object.freeze({ isName: false });

/** The payload of a word that is spelled otherwise than the name that it evidently means: `"at"` for `at`. */
export interface NameSpelling {
  readonly name: string;
}

/** The name that a token spells; nothing of one that is none. */
export function nameOf({ image, payload }: IToken): string {
  if (payload === undefined) return shared(image);
  return payload === NO_NAME ? '' : (payload as NameSpelling).name;
}

/** Equal spellings that were seen lately, as one text: a large file has few names, each many times. */
function shared(text: string): string {
  const slot = (text.charCodeAt(0) * 31 + text.charCodeAt(text.length - 1) * 7 + text.length) & (LATELY.length - 1);
  const known = LATELY[slot];
  if (known === text) return known;
  LATELY[slot] = text;
  return text;
}
const LATELY: string[] = new Array(256).fill('');

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
