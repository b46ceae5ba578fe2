// Turns text into the grammar's tokens: what people write by mistake becomes what they mean, and a diagnostic.
import type { FileId, Place } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { type Finding, find } from './findings.ts';
import { badEscapes } from './literals.ts';
import { badEscape } from './problems/bad-escape.ts';
import { bareDecimalPoint } from './problems/bare-decimal-point.ts';
import { foreignComment } from './problems/foreign-comment.ts';
import { foreignForm, foreignOperator } from './problems/foreign-operator.ts';
import { spacedUnit } from './problems/spaced-unit.ts';
import { unknownCharacter } from './problems/unknown-character.ts';
import { unterminatedComment } from './problems/unterminated-comment.ts';
import { unterminatedText } from './problems/unterminated-text.ts';
import { wrongQuote } from './problems/wrong-quote.ts';
import { isSpacedUnit, unitOf, withUnit } from './spaced-units.ts';
import * as t from './tokens.ts';

export interface Scan {
  /** Tokens of the grammar, and semicolons, whose meaning depends on the brackets around. */
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** In order of place. */
  readonly findings: readonly Finding[];
}

/**
 * Scans the stretch `[start, end)` of a text, which begins and ends between tokens. Offsets are those of the text. Nothing
 * if it cannot be read: see {@link t.lex}.
 */
export function scan(file: FileId, text: string, start = 0, end = text.length): Scan | undefined {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const lexed = t.lex(part);
  if (lexed === undefined) return undefined;
  const { comments } = lexed;
  if (start > 0) {
    for (const token of lexed.tokens) token.startOffset += start;
    for (const token of comments) token.startOffset += start;
  }
  const ctx: ScanContext = {
    file,
    text,
    tokens: [],
    findings: [],
    checksTexts: FORBIDDEN_IN_TEXTS.test(part),
  };
  ctx.tokens = replaceMistakes(ctx, lexed.tokens);
  return { tokens: ctx.tokens, comments, findings: ctx.findings };
}

interface ScanContext {
  readonly file: FileId;
  readonly text: string;
  tokens: IToken[];
  readonly findings: Finding[];
  /** Whether texts may hold characters that no text may hold. */
  readonly checksTexts: boolean;
}

/** Keeps most tokens as they are; copies only from the first one that has to go or to become several. */
function replaceMistakes(ctx: ScanContext, lexed: IToken[]): IToken[] {
  for (let i = 0; i < lexed.length; i++) {
    const token = lexed[i] as IToken;
    if (NEEDS_A_LOOK[token.tokenTypeIdx] !== true) continue;
    if (token.tokenType === t.Text) checkText(ctx, token);
    else if (token.tokenType === t.Color) {
      if (isForeignComment(ctx, lexed, i, lexed[i - 1])) return replaceFrom(ctx, lexed, i);
    } else if (token.tokenType === t.NumberToken ? hasSpacedUnit(ctx, lexed, i) : !isRightDot(ctx, lexed, i)) {
      return replaceFrom(ctx, lexed, i);
    }
  }
  return lexed;
}

const NEEDS_A_LOOK: (true | undefined)[] = [];
for (const { tokenTypeIdx } of [
  ...[t.Text, t.NumberToken, t.Dot, t.UnterminatedText, t.UnterminatedComment, t.WrongQuoted, t.BarePoint, t.Foreign],
  ...[t.Unknown, t.Color],
]) {
  NEEDS_A_LOOK[tokenTypeIdx as number] = true;
}

function isRightDot(ctx: ScanContext, lexed: readonly IToken[], at: number): boolean {
  return lexed[at]?.tokenType === t.Dot && !isBarePoint(ctx, lexed, at);
}

function replaceFrom(ctx: ScanContext, lexed: readonly IToken[], from: number): IToken[] {
  const tokens = lexed.slice(0, from);
  for (let i = from; i < lexed.length; i++) {
    const token = lexed[i] as IToken;
    if (isForeignComment(ctx, lexed, i, tokens[tokens.length - 1])) i = dropComment(ctx, lexed, i);
    else if (token.tokenType === t.Color) tokens.push(token);
    else if (token.tokenType === t.Unknown) i = replaceUnknown(ctx, tokens, lexed, i);
    else if (token.tokenType === t.Identifier && isSpacedUnitHere(ctx, lexed, tokens[tokens.length - 1], i)) {
      joinUnit(ctx, tokens, token);
    } else if (NEEDS_A_LOOK[token.tokenTypeIdx] !== true || token.tokenType === t.NumberToken) tokens.push(token);
    else if (token.tokenType === t.Text) {
      checkText(ctx, token);
      tokens.push(token);
    } else if (token.tokenType === t.Dot) {
      if (isBarePoint(ctx, lexed, i)) replaceBareEnd(ctx, tokens, lexed[i - 1] as IToken);
      else tokens.push(token);
    } else replaceMistake(ctx, tokens, token);
  }
  return tokens;
}

function hasSpacedUnit(ctx: ScanContext, lexed: readonly IToken[], at: number): boolean {
  return lexed[at + 1]?.tokenType === t.Identifier && isSpacedUnitHere(ctx, lexed, lexed[at], at + 1);
}

/**
 * `30 m`, wherever `m` does not name a property or begin an element. What would be an element with a label, `30 m oak {`,
 * is a number, its unit, and the next element: nobody writes an element behind a number, on its line.
 */
function isSpacedUnitHere(ctx: ScanContext, lexed: readonly IToken[], number: IToken | undefined, at: number): boolean {
  if (!isSpacedUnit(ctx.text, number, lexed[at])) return false;
  const next = lexed[at + 1]?.tokenType;
  return next !== t.Colon && next !== t.Equal && next !== t.LeftBrace;
}

function joinUnit(ctx: ScanContext, tokens: IToken[], unit: IToken): void {
  const number = tokens[tokens.length - 1] as IToken;
  const joined = withUnit(ctx.text, number, unit);
  find(ctx.findings, spacedUnit, placeOf(ctx, joined), number.image, unitOf(unit));
  tokens[tokens.length - 1] = joined;
}

function replaceMistake(ctx: ScanContext, tokens: IToken[], token: IToken): void {
  switch (token.tokenType) {
    case t.UnterminatedText:
      return replaceUnterminatedText(ctx, tokens, token);
    case t.UnterminatedComment:
      find(ctx.findings, unterminatedComment, placeOf(ctx, token));
      return;
    case t.WrongQuoted:
      return replaceWrongQuotes(ctx, tokens, token);
    case t.BarePoint:
      return replaceBareStart(ctx, tokens, token);
    default:
      return replaceForeign(ctx, tokens, token);
  }
}

/** `# the old oak`, and `#oak` on a line of its own, where no value belongs: no color. */
function isForeignComment(
  { text }: ScanContext,
  lexed: readonly IToken[],
  at: number,
  previous: IToken | undefined,
): boolean {
  const token = lexed[at] as IToken;
  const { tokenType, image } = token;
  const behind = text.slice(t.endOf(token), t.endOf(token) + 9);
  if (tokenType === t.Unknown) {
    return /^#+$/.test(image) && (isFirstOnLine(text, token.startOffset) || /^[ \t]+\w/.test(behind));
  }
  if (tokenType !== t.Color || /^#[0-9a-fA-F]{3,8}$/.test(image) || !isFirstOnLine(text, token.startOffset))
    return false;
  return !BEFORE_VALUES.has(previous?.tokenType) || /^[ \t]+[A-Za-z_]/.test(behind);
}

const BEFORE_VALUES: t.TokenSet = t.tokenSet([
  ...[t.LeftParenthesis, t.LeftBracket, t.Comma, t.Colon, t.Equal, t.Then, t.Else, t.In],
]);

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  return at < 0 || text.charCodeAt(at) === 10;
}

/** Drops the tokens up to the end of the line. Returns the index of the last one. */
function dropComment(ctx: ScanContext, lexed: readonly IToken[], at: number): number {
  const { startOffset: start } = lexed[at] as IToken;
  find(ctx.findings, foreignComment, { file: ctx.file, start, end: start + 1 });
  const lineEnd = ctx.text.indexOf('\n', start);
  let last = at;
  while (last + 1 < lexed.length && (lineEnd === -1 || (lexed[last + 1] as IToken).startOffset < lineEnd)) last++;
  return last;
}

/** Characters that no text may hold, and escapes that are none. */
function checkText(ctx: ScanContext, token: IToken): void {
  const { image, startOffset } = token;
  if (image.includes('\\')) {
    for (const { at, length } of badEscapes(image.slice(1, -1))) {
      const start = startOffset + 1 + at;
      find(
        ctx.findings,
        badEscape,
        { file: ctx.file, start, end: start + length },
        image.slice(at + 1, at + 1 + length),
      );
    }
  }
  if (!ctx.checksTexts) return;
  for (const { index, 0: written } of image.matchAll(new RegExp(FORBIDDEN_IN_TEXTS, 'gu'))) {
    const start = startOffset + index;
    find(ctx.findings, unknownCharacter, { file: ctx.file, start, end: start + written.length }, written, undefined);
  }
}

/** Half of a character outside of the basic plane, or NUL. */
const FORBIDDEN_IN_TEXTS = /[\0\p{Surrogate}]+/u;

/** The closing quote is missing: brackets at the end of the line that close nothing in the text were not meant as text. */
function replaceUnterminatedText(ctx: ScanContext, tokens: IToken[], token: IToken): void {
  const { image, startOffset } = token;
  const closers = unmatchedClosers(image);
  let length = image.length;
  while (length > 1 && (/[\s,]/.test(image.charAt(length - 1)) || closers.has(length - 1))) length--;
  const written = image.slice(0, length);
  find(ctx.findings, unterminatedText, { file: ctx.file, start: startOffset, end: startOffset + length });
  const isProperty = tokens[tokens.length - 1]?.tokenType === t.Colon;
  // Of the value of a property nothing else is to be said: it may have been a word, with a quote too many.
  if (isProperty) tokens.push({ ...token, ...t.typed(t.Question), image: written, isInsertedInRecovery: true });
  else tokens.push({ ...token, ...t.typed(t.Text), image: written, payload: { inside: written.slice(1) } });
  for (let i = length; i < image.length; i++) {
    const type = TAIL_TOKENS[image.charAt(i)];
    if (type !== undefined) tokens.push({ ...t.typed(type), image: image.charAt(i), startOffset: startOffset + i });
  }
}

/** Where closing brackets stand that no bracket of the same text opens. */
function unmatchedClosers(image: string): ReadonlySet<number> {
  const found = new Set<number>();
  let open = 0;
  for (let i = 0; i < image.length; i++) {
    const character = image.charAt(i);
    if ('([{'.includes(character)) open++;
    else if (!')]}'.includes(character)) continue;
    else if (open > 0) open--;
    else found.add(i);
  }
  return found;
}

const TAIL_TOKENS: Readonly<Record<string, TokenType>> = {
  ',': t.Comma,
  ')': t.RightParenthesis,
  ']': t.RightBracket,
  '}': t.RightBrace,
};

function replaceWrongQuotes(ctx: ScanContext, tokens: IToken[], token: IToken): void {
  const closed = token.image.length > 1 && /["'«»\u2018-\u201f]$/.test(token.image);
  const inside = token.image.slice(1, closed ? -1 : undefined);
  find(ctx.findings, wrongQuote, placeOf(ctx, token), inside, closed);
  tokens.push({ ...token, ...t.typed(t.Text), payload: { inside } });
}

/** `5.` with nothing behind the point that could be a member or a range. */
function isBarePoint(ctx: ScanContext, lexed: readonly IToken[], at: number): boolean {
  const previous = lexed[at - 1];
  const point = (lexed[at] as IToken).startOffset;
  return (
    previous?.tokenType === t.NumberToken &&
    previous.startOffset + previous.image.length === point &&
    /^[0-9]+$/.test(previous.image) &&
    !/^[A-Za-z0-9_]/.test(ctx.text.charAt(point + 1))
  );
}

function replaceBareEnd(ctx: ScanContext, tokens: IToken[], number: IToken): void {
  const spelling = `${number.image}.0`;
  const written = { ...number, image: `${number.image}.`, payload: { spelling } };
  find(ctx.findings, bareDecimalPoint, placeOf(ctx, written), written.image, spelling);
  tokens[tokens.length - 1] = written;
}

function replaceBareStart(ctx: ScanContext, tokens: IToken[], token: IToken): void {
  const dots = tokens[tokens.length - 1];
  if (dots?.tokenType === t.DotDot && t.endOf(dots) === token.startOffset) {
    const place = { file: ctx.file, start: dots.startOffset, end: token.startOffset + 1 };
    find(ctx.findings, foreignOperator, place, '...', '..');
    tokens.push({ ...token, ...t.typed(t.NumberToken), payload: { spelling: token.image.slice(1) } });
    return;
  }
  const spelling = `0${token.image}`;
  find(ctx.findings, bareDecimalPoint, placeOf(ctx, token), token.image, spelling);
  tokens.push({ ...token, ...t.typed(t.NumberToken), payload: { spelling } });
}

const FOREIGN: Readonly<Record<string, { readonly type: TokenType; readonly word: string }>> = {
  '&': { type: t.And, word: 'and' },
  '&&': { type: t.And, word: 'and' },
  '|': { type: t.Or, word: 'or' },
  '||': { type: t.Or, word: 'or' },
  '!': { type: t.Not, word: 'not' },
};

function replaceForeign(ctx: ScanContext, tokens: IToken[], token: IToken): void {
  const meant = FOREIGN[token.image];
  if (meant === undefined) return;
  const { startOffset } = token;
  const end = startOffset + token.image.length;
  const word = `${isWord(ctx.text, startOffset - 1) ? ' ' : ''}${meant.word}${isWord(ctx.text, end) ? ' ' : ''}`;
  const spaced = meant.type === t.Not && !/\s/.test(ctx.text.charAt(end)) ? `${meant.word} ` : word;
  find(ctx.findings, foreignOperator, placeOf(ctx, token), token.image, spaced);
  tokens.push({ ...token, ...t.typed(meant.type) });
}

function isWord(text: string, at: number): boolean {
  return /[A-Za-z0-9_]/.test(text.charAt(at));
}

/**
 * Each sign that looks like one of the language becomes that one; letters become part of the word that they stand in,
 * so that it is one name; runs of others are dropped together. Returns the index of the last token that it has read.
 */
function replaceUnknown(ctx: ScanContext, tokens: IToken[], lexed: readonly IToken[], at: number): number {
  const { image, startOffset } = lexed[at] as IToken;
  const operator = ARITHMETIC[image];
  if (operator !== undefined && t.endsOperand(tokens[tokens.length - 1]) && lexed[at + 1] !== undefined) {
    const place = { file: ctx.file, start: startOffset, end: startOffset + image.length };
    find(ctx.findings, foreignForm, place, image, operator, []);
    tokens.push({ ...t.typed(t.Star), image, startOffset });
    return at;
  }
  let offset = startOffset;
  let run = '';
  const report = (): void => {
    if (run === '') return;
    const place = { file: ctx.file, start: offset - run.length, end: offset };
    find(ctx.findings, unknownCharacter, place, run, undefined);
    if (LETTERS.test(run)) pushWord(tokens, run, place.start);
    run = '';
  };
  for (const character of image) {
    const meant = offset === 0 && character === BYTE_ORDER_MARK ? undefined : lookalike(character);
    if (meant !== undefined) {
      report();
      replaceLookalike(ctx, tokens, character, offset, meant);
    } else if (offset > 0 || character !== BYTE_ORDER_MARK) run += character;
    offset += character.length;
  }
  const endsInWord = LETTERS.test(run);
  report();
  const next = lexed[at + 1];
  if (!endsInWord || next?.startOffset !== offset || !/^[A-Za-z0-9_]/.test(next.image)) return at;
  pushWord(tokens, next.image, offset);
  return at + 1;
}

/** Operators that are no signs here. */
const ARITHMETIC: Readonly<Record<string, string>> = { '^': 'a * a', '%': 'mod(a, b)' };

const LETTERS = /^[\p{L}\p{M}\p{N}]+$/u;

/** A part of a word, which continues the word or the number that it is glued to. */
function pushWord(tokens: IToken[], image: string, startOffset: number): void {
  const previous = tokens[tokens.length - 1];
  if (previous === undefined || t.endOf(previous) !== startOffset || !/[\p{L}\p{M}\p{N}_]$/u.test(previous.image)) {
    tokens.push({ ...t.typed(t.Identifier), image, startOffset, payload: t.NO_NAME });
    return;
  }
  const whole = { ...previous, image: `${previous.image}${image}` };
  if (previous.tokenType !== t.NumberToken)
    tokens[tokens.length - 1] = { ...whole, ...t.typed(t.Identifier), payload: t.NO_NAME };
  else tokens[tokens.length - 1] = { ...whole, payload: previous.payload ?? { spelling: previous.image } };
}

const BYTE_ORDER_MARK = '\ufeff';

function replaceLookalike(ctx: ScanContext, tokens: IToken[], image: string, startOffset: number, meant: string): void {
  const place = { file: ctx.file, start: startOffset, end: startOffset + image.length };
  find(ctx.findings, unknownCharacter, place, image, meant);
  const previous = tokens[tokens.length - 1];
  if (meant === 'deg' || meant === '%') {
    if (previous?.tokenType !== t.NumberToken || previous.startOffset + previous.image.length !== startOffset) return;
    const spelling = `${previous.image}${meant}`;
    tokens[tokens.length - 1] = { ...previous, image: `${previous.image}${image}`, payload: { spelling } };
    return;
  }
  const type = t.VOCABULARY.find((candidate) => candidate.PATTERN === meant);
  if (type !== undefined) tokens.push({ ...t.typed(type), image, startOffset });
  if (meant === ';') tokens.push({ ...t.typed(t.Semicolon), image, startOffset });
}

/** What a sign outside of ASCII evidently means; a space for spaces. */
function lookalike(character: string): string | undefined {
  const known = LOOKALIKES[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  const narrow = 0xff01 <= code && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '';
  if (narrow === '' || !/[()[\]{},:;.=+\-*/<>?@%]/.test(narrow)) return undefined;
  return narrow;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '…': '..',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '°': 'deg',
  '、': ',',
  '。': '.',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u200b': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  [BYTE_ORDER_MARK]: ' ',
  '\f': ' ',
  '\v': ' ',
};

function placeOf(ctx: ScanContext, token: IToken): Place {
  return { file: ctx.file, start: token.startOffset, end: token.startOffset + token.image.length };
}
