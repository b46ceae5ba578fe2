// Turns the tokens of a section that does not parse into likelier ones: it knows the mistakes that the grammar, which
// sees two tokens ahead, would only notice later and name wrongly. Never complains of tokens that parse.
import type { FileId, Place } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { type Finding, find } from './findings.ts';
import { equalsForColon } from './problems/equals-for-colon.ts';
import { extraComma } from './problems/extra-comma.ts';
import { foreignOperator } from './problems/foreign-operator.ts';
import { keywordAsName } from './problems/keyword-as-name.ts';
import { missingColon } from './problems/missing-colon.ts';
import { missingComma } from './problems/missing-comma.ts';
import { missingName } from './problems/missing-name.ts';
import { missingValue } from './problems/missing-value.ts';
import { semicolon } from './problems/semicolon.ts';
import { spacedUnit } from './problems/spaced-unit.ts';
import { CLOSERS, isKeyword, OPENERS, supposedToken } from './recovery.ts';
import { isSpacedUnit, unitOf, withUnit } from './spaced-units.ts';
import * as t from './tokens.ts';

export interface Mended {
  readonly tokens: IToken[];
  readonly findings: readonly Finding[];
}

export function mend(file: FileId, text: string, tokens: readonly IToken[]): Mended {
  const ctx: Context = {
    file,
    text,
    input: tokens,
    output: [],
    findings: [],
    blocks: [{ kind: 'body', first: 0 }],
    head: undefined,
    legalEquals: false,
  };
  for (let i = 0; i < tokens.length; i++) {
    if (mendKeyword(ctx, i) || mendKeywordValue(ctx, i)) continue;
    follow(ctx, i);
    if (mendSemicolon(ctx, i) || mendUnit(ctx, i) || mendEquals(ctx, i) || mendImport(ctx, i)) continue;
    if (mendLastComma(ctx, i)) continue;
    mendComma(ctx, i);
    ctx.output.push(mendValue(ctx, i) ?? (tokens[i] as IToken));
    if (OPENERS.has((tokens[i] as IToken).tokenType)) top(ctx).first = ctx.output.length;
    mendColon(ctx, i);
  }
  return { tokens: ctx.output, findings: ctx.findings };
}

/** What brackets enclose. */
interface Block {
  readonly kind: 'element' | 'body' | 'call' | 'tuple' | 'parameters' | 'list' | 'index';
  /** Where in the output it begins. */
  first: number;
}

interface Context {
  readonly file: FileId;
  readonly text: string;
  readonly input: readonly IToken[];
  readonly output: IToken[];
  readonly findings: Finding[];
  /** What the open brackets enclose, outermost first. */
  readonly blocks: Block[];
  /** The first token of the entry. */
  head: IToken | undefined;
  /** In a `let` whose `=` has not come. */
  legalEquals: boolean;
}

function top(ctx: Context): Block {
  return ctx.blocks[ctx.blocks.length - 1] as Block;
}

function isInBraces(ctx: Context): boolean {
  const { kind } = top(ctx);
  return kind === 'element' || kind === 'body';
}

/** Keeps track of where we are. */
function follow(ctx: Context, at: number): void {
  const token = ctx.input[at] as IToken;
  const { tokenType } = token;
  if (isInBraces(ctx) && startsEntryHere(ctx, at)) {
    ctx.head = token;
    ctx.legalEquals = tokenType === t.Let;
  }
  if (OPENERS.has(tokenType)) ctx.blocks.push({ kind: blockKind(ctx, at), first: 0 });
  else if (CLOSERS.has(tokenType) && ctx.blocks.length > 1) {
    ctx.blocks.pop();
    if (tokenType === t.RightBrace) ctx.head = undefined;
  }
}

function blockKind(ctx: Context, at: number): Block['kind'] {
  const { tokenType } = ctx.input[at] as IToken;
  const previous = ctx.input[at - 1];
  if (tokenType === t.LeftBrace) return t.isName(ctx.head) ? 'element' : 'body';
  if (tokenType === t.LeftBracket) return previous !== undefined && t.endsOperand(previous) ? 'index' : 'list';
  if (isInBraces(ctx) && ctx.head?.tokenType === t.Prefab) return 'parameters';
  return t.isName(previous) ? 'call' : 'tuple';
}

/** Whether an entry of a body starts: behind a brace, a comma or a complete value. */
function startsEntryHere(ctx: Context, at: number): boolean {
  const { tokenType } = ctx.input[at] as IToken;
  const previous = ctx.input[at - 1];
  if (tokenType === t.Let || tokenType === t.For || tokenType === t.Scatter || tokenType === t.Prefab) return true;
  if (tokenType === t.Else) return true;
  if (previous === undefined || BEFORE_ENTRIES.has(previous.tokenType)) {
    return ctx.head?.tokenType !== t.Use || previous?.tokenType !== t.Comma;
  }
  if (t.isName(ctx.head) && previous === ctx.head) return false;
  if (tokenType !== t.If && !t.isName(ctx.input[at])) return false;
  if (ctx.head !== undefined && HEADERS.has(ctx.head.tokenType)) return false;
  return t.endsOperand(previous);
}

const BEFORE_ENTRIES: t.TokenSet = t.tokenSet([t.LeftBrace, t.RightBrace, t.Comma, t.Semicolon]);
/** Entries whose names are not yet over before their `{`. */
const HEADERS: t.TokenSet = t.tokenSet([t.For, t.Scatter, t.If, t.Prefab, t.Else, t.Use]);

function mendSemicolon(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  if (token.tokenType !== t.Semicolon) return false;
  const separates = !isInBraces(ctx);
  find(ctx.findings, semicolon, placeOf(ctx, token), separates ? ',' : '');
  if (separates) ctx.output.push({ ...token, ...t.typed(t.Comma) });
  return true;
}

/** `for i in 0m..5 m {`: everywhere else the scanner has seen it. */
function mendUnit(ctx: Context, at: number): boolean {
  const unit = ctx.input[at] as IToken;
  const number = ctx.output[ctx.output.length - 1];
  if (number === undefined || !HEADERS.has(ctx.head?.tokenType as TokenType)) return false;
  if (ctx.input[at + 1]?.tokenType !== t.LeftBrace || !isSpacedUnit(ctx.text, number, unit)) return false;
  const joined = withUnit(ctx.text, number, unit);
  ctx.output[ctx.output.length - 1] = joined;
  find(ctx.findings, spacedUnit, placeOf(ctx, joined), number.image, unitOf(unit));
  return true;
}

/** `tree { height = 3 }`, `disk(radius = 3)`, `if a = b`. */
function mendEquals(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  if (token.tokenType !== t.Equal) return false;
  if (ctx.legalEquals) {
    ctx.legalEquals = false;
    return false;
  }
  const { kind } = top(ctx);
  if (kind === 'parameters') return false;
  const name = ctx.input[at - 1];
  const isField = kind === 'element' && name === ctx.head;
  const isArgument = (kind === 'call' || kind === 'tuple') && startsPart(ctx, ctx.output.length - 1);
  if (name !== undefined && t.isName(name) && (isField || isArgument)) {
    find(ctx.findings, equalsForColon, placeOf(ctx, token), name.image);
    ctx.output.push({ ...token, ...t.typed(t.Colon) });
    return true;
  }
  if (ctx.head?.tokenType !== t.If || name === undefined || !t.endsOperand(name)) return false;
  find(ctx.findings, foreignOperator, placeOf(ctx, token), '=', '==');
  ctx.output.push({ ...token, ...t.typed(t.EqualEqual) });
  return true;
}

/** Whether a part of a tuple, a list or a call starts at a place of the output. */
function startsPart(ctx: Context, at: number): boolean {
  return at === top(ctx).first || ctx.output[at - 1]?.tokenType === t.Comma;
}

/** `for: 3`, `tree then {`: no keyword stands before a colon, nor between the kind of an element and its body. */
function mendKeyword(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  if (!isKeyword(token)) return false;
  const next = ctx.input[at + 1]?.tokenType;
  const isLabel = next === t.LeftBrace && isInBraces(ctx) && t.isName(ctx.head) && ctx.input[at - 1] === ctx.head;
  if (next !== t.Colon && !isLabel) return false;
  find(ctx.findings, keywordAsName, placeOf(ctx, token), token.image);
  const name = { ...token, ...t.typed(t.Identifier), payload: t.NO_NAME };
  ctx.output.push(name);
  if (!isLabel && isInBraces(ctx)) {
    ctx.head = name;
    ctx.legalEquals = false;
  }
  return true;
}

/** `height: for, at: (0, 1)`: only where nothing follows that the keyword could begin. */
function mendKeywordValue(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  const previous = ctx.input[at - 1];
  const next = ctx.input[at + 1]?.tokenType;
  if (!isKeyword(token) || WORDS_OF_VALUES.has(token.tokenType) || previous === undefined) return false;
  if (!NEEDS_VALUE.has(previous.tokenType) || (next !== undefined && !BEHIND_VALUE_NAMES.has(next))) return false;
  const word = `\`${token.image}\``;
  find(ctx.findings, missingValue, placeOf(ctx, token), afterWords(ctx, at), word, `${word} is a keyword and no value`);
  ctx.output.push(supposedToken(t.Question, token.startOffset));
  return true;
}

const WORDS_OF_VALUES: t.TokenSet = t.tokenSet([t.If, t.Not, t.True, t.False]);

/** `use from "plants.dio"`, `use far, from "plants.dio"` */
function mendImport(ctx: Context, at: number): boolean {
  const from = ctx.input[at] as IToken;
  if (from.tokenType !== t.From || ctx.input[at + 1]?.tokenType !== t.Text) return false;
  if (ctx.head?.tokenType !== t.Use || !isInBraces(ctx)) return false;
  const previous = ctx.output[ctx.output.length - 1] as IToken;
  if (previous.tokenType === t.Use) {
    find(ctx.findings, missingName, placeOf(ctx, from), 'an import', `\`${from.image}\``);
    ctx.output.push(supposedToken(t.Identifier, t.endOf(previous)));
  } else if (previous.tokenType === t.Comma) {
    find(ctx.findings, extraComma, placeOf(ctx, previous));
    ctx.output.pop();
  } else return false;
  ctx.output.push(from);
  return true;
}

/** `prefab copse(tall: Length,)` */
function mendLastComma(ctx: Context, at: number): boolean {
  const comma = ctx.input[at] as IToken;
  if (comma.tokenType !== t.Comma || ctx.input[at + 1]?.tokenType !== t.RightParenthesis) return false;
  const { kind, first } = top(ctx);
  if (kind !== 'parameters' || ctx.output.length === first) return false;
  find(ctx.findings, extraComma, placeOf(ctx, comma));
  return true;
}

/** `view(1 2 3)`, `disk(radius 4)`, `prefab copse(tall Length wide: Length)` */
function mendComma(ctx: Context, at: number): void {
  const token = ctx.input[at] as IToken;
  const previous = ctx.output[ctx.output.length - 1];
  if (previous === undefined || !LISTS.has(top(ctx).kind) || ctx.output.length === top(ctx).first) return;
  if (!t.endsOperand(previous) || !startsOperand(token, previous)) return;
  const isFirst = startsPart(ctx, ctx.output.length - 1);
  if (top(ctx).kind === 'parameters') {
    if (!t.isName(token)) return;
    if (isFirst) return supposeColon(ctx, previous);
  } else if (isFirst && t.isName(previous) && isArgumentName(ctx, at)) return supposeColon(ctx, previous);
  const end = t.endOf(previous);
  find(ctx.findings, missingComma, { file: ctx.file, start: end, end });
  ctx.output.push(supposedToken(t.Comma, end));
}

const LISTS: ReadonlySet<Block['kind']> = new Set(['call', 'tuple', 'parameters', 'list'] as const);

/** Whether a token behind an operand is the beginning of the next one, and neither a call nor an index. */
function startsOperand(token: IToken, previous: IToken): boolean {
  if (token.tokenType === t.LeftParenthesis) return !t.isName(previous);
  return t.isName(token) || LITERALS.has(token.tokenType);
}

/** Whether the name just read rather names the argument whose value starts here, than being one itself. */
function isArgumentName(ctx: Context, at: number): boolean {
  const { kind, first } = top(ctx);
  if (kind !== 'call') return false;
  const second = ctx.output[first + 1];
  const isSpaced = second !== undefined && second.startOffset > t.endOf(ctx.output[first] as IToken);
  const isAfterNamed = second?.tokenType === t.Colon || (isSpaced && second.tokenType === t.LeftParenthesis);
  if (t.isName(ctx.input[at])) return isAfterNamed && ctx.input[at + 1]?.tokenType !== t.Colon;
  if (!isAfterNamed && first !== ctx.output.length - 1) return false;
  const behind = ctx.input[at + 1];
  return behind === undefined || !startsOperand(behind, ctx.input[at] as IToken);
}

function supposeColon(ctx: Context, name: IToken): void {
  find(ctx.findings, missingColon, placeOf(ctx, name), name.image, true);
  ctx.output.push(supposedToken(t.Colon, t.endOf(name)));
}

/** `height:` or `height: 3 +`, and then the next field or element. Returns what stands for its name, if it is in doubt. */
function mendValue(ctx: Context, at: number): IToken | undefined {
  const previous = ctx.input[at - 1];
  if (previous === undefined || !NEEDS_VALUE.has(previous.tokenType) || !t.isName(ctx.input[at])) return undefined;
  if (!isInBraces(ctx)) return undefined;
  const next = ctx.input[at + 1];
  const isField = next?.tokenType === t.Colon;
  const isElement = next?.tokenType === t.LeftBrace && !HEADERS.has(ctx.head?.tokenType as TokenType);
  if (!isField && !isElement) return undefined;
  if (isField && previous.tokenType === t.Colon && ctx.head?.tokenType === t.Let) return undefined;
  const end = t.endOf(previous);
  const place = { file: ctx.file, start: end, end };
  const name = ctx.input[at] as IToken;
  const value = ctx.input[at + 2];
  const written = `\`${name.image}\``;
  ctx.output.push(supposedToken(t.Question, end));
  ctx.head = name;
  const line = ctx.text.slice(end, name.startOffset);
  if (!isField || previous.tokenType !== t.Colon || line.includes('\n') || value?.tokenType !== t.NumberToken) {
    find(ctx.findings, missingValue, place, afterWords(ctx, at), written);
    return undefined;
  }
  // `rotation: yaw: 40`: is it a property without its value, or the call of a function? Of the name nothing else is said.
  const call = `${name.image}(${value.image})`;
  find(ctx.findings, missingValue, place, afterWords(ctx, at), written, undefined, call);
  return { ...name, payload: t.NO_NAME };
}

/** What stands before a value that is missing: `height:`, `+`. */
function afterWords(ctx: Context, at: number): string | undefined {
  const previous = ctx.input[at - 1];
  const name = ctx.input[at - 2];
  return previous?.tokenType === t.Colon && t.isName(name) ? `${name?.image}:` : previous?.image;
}

const NEEDS_VALUE: t.TokenSet = t.tokenSet([
  ...[t.Colon, t.Equal, t.Plus, t.Minus, t.Star, t.Slash, t.DotDot, t.DotDotLess, t.And, t.Or, t.EqualEqual],
  ...[t.NotEqual, t.Less, t.LessEqual, t.Greater, t.GreaterEqual],
]);

/** `pose walk,` in an element. */
function mendColon(ctx: Context, at: number): void {
  const name = ctx.input[at] as IToken;
  if (top(ctx).kind !== 'element' || ctx.head !== name || !t.isName(name)) return;
  const value = ctx.input[at + 1];
  const third = ctx.input[at + 2];
  if (!t.isName(value) || third === undefined) return;
  const end = name.startOffset + name.image.length;
  if (ctx.text.slice(end, value?.startOffset).includes('\n')) return;
  const isNextField = t.isName(third) && ctx.input[at + 3]?.tokenType === t.Colon;
  if (!isNextField && !BEHIND_VALUE_NAMES.has(third.tokenType)) return;
  supposeColon(ctx, name);
}

const BEHIND_VALUE_NAMES: t.TokenSet = t.tokenSet([
  ...[t.Comma, t.RightBrace, t.LeftParenthesis, t.Dot, t.LeftBracket, t.Plus, t.Minus, t.Star, t.Slash],
]);

const LITERAL_TYPES = [t.NumberToken, t.Text, t.Color, t.Question, t.True, t.False];
const LITERALS: t.TokenSet = t.tokenSet(LITERAL_TYPES);

function placeOf(ctx: Context, token: IToken): Place {
  return { file: ctx.file, start: token.startOffset, end: token.startOffset + token.image.length };
}
