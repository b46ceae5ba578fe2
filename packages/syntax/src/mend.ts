// Turns the tokens of a section that does not parse into likelier ones: it knows the mistakes that the grammar, which
// sees two tokens ahead, would only notice later and name wrongly. Never complains of tokens that parse.
import type { Diagnostic, FileId, Place } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { equalsForColon } from './problems/equals-for-colon.ts';
import { foreignOperator } from './problems/foreign-operator.ts';
import { keywordAsName } from './problems/keyword-as-name.ts';
import { missingColon } from './problems/missing-colon.ts';
import { missingValue } from './problems/missing-value.ts';
import { semicolon } from './problems/semicolon.ts';
import { spacedUnit } from './problems/spaced-unit.ts';
import { CLOSER_OF, CLOSERS, isKeyword, supposedToken } from './recovery.ts';
import * as t from './tokens.ts';

/** Words that are units when they follow a number. */
const UNITS: ReadonlySet<string> = new Set(['mm', 'cm', 'm', 'km', 'deg', 'rad', 'turn']);

export interface Mended {
  readonly tokens: IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

export function mend(file: FileId, text: string, tokens: readonly IToken[]): Mended {
  const ctx: Context = {
    file,
    text,
    input: tokens,
    output: [],
    diagnostics: [],
    blocks: ['body'],
    head: undefined,
    legalEquals: false,
  };
  for (let i = 0; i < tokens.length; i++) {
    follow(ctx, i);
    if (mendSemicolon(ctx, i) || mendUnit(ctx, i) || mendEquals(ctx, i) || mendKeyword(ctx, i)) continue;
    mendValue(ctx, i);
    ctx.output.push(tokens[i] as IToken);
    mendColon(ctx, i);
  }
  return { tokens: ctx.output, diagnostics: ctx.diagnostics };
}

type Block = 'element' | 'body' | 'call' | 'parameters' | 'list';

interface Context {
  readonly file: FileId;
  readonly text: string;
  readonly input: readonly IToken[];
  readonly output: IToken[];
  readonly diagnostics: Diagnostic[];
  /** What the open brackets enclose, outermost first. */
  readonly blocks: Block[];
  /** The first token of the entry. */
  head: IToken | undefined;
  /** In a `let` whose `=` has not come. */
  legalEquals: boolean;
}

/** Keeps track of where we are. */
function follow(ctx: Context, at: number): void {
  const token = ctx.input[at] as IToken;
  const { tokenType } = token;
  const block = ctx.blocks[ctx.blocks.length - 1];
  const inBraces = block === 'element' || block === 'body';
  if (inBraces && startsEntryHere(ctx, at)) {
    ctx.head = token;
    ctx.legalEquals = tokenType === t.Let;
  }
  if (tokenType === t.LeftBrace) ctx.blocks.push(ctx.head !== undefined && t.isName(ctx.head) ? 'element' : 'body');
  else if (tokenType === t.LeftBracket) ctx.blocks.push('list');
  else if (tokenType === t.LeftParenthesis) {
    ctx.blocks.push(inBraces && ctx.head?.tokenType === t.Prefab ? 'parameters' : 'call');
  } else if (CLOSERS.has(tokenType) && ctx.blocks.length > 1) {
    ctx.blocks.pop();
    if (tokenType === t.RightBrace) ctx.head = undefined;
  }
}

/** Whether an entry of a body starts: behind a brace, a comma or a complete value. */
function startsEntryHere(ctx: Context, at: number): boolean {
  const { tokenType } = ctx.input[at] as IToken;
  const previous = ctx.input[at - 1];
  if (tokenType === t.Let || tokenType === t.For || tokenType === t.Scatter || tokenType === t.Prefab) return true;
  if (tokenType === t.Else) return true;
  if (previous === undefined || BEFORE_ENTRIES.has(previous.tokenType)) return true;
  if (tokenType !== t.If && !t.isName(ctx.input[at])) return false;
  if (ctx.head !== undefined && t.isName(ctx.head) && previous === ctx.head) return false;
  if (ctx.head !== undefined && HEADERS.has(ctx.head.tokenType)) return false;
  return endsOperand(previous);
}

const BEFORE_ENTRIES: ReadonlySet<TokenType> = new Set([t.LeftBrace, t.RightBrace, t.Comma, t.Semicolon]);
/** Entries whose names are not yet over before their `{`. */
const HEADERS: ReadonlySet<TokenType> = new Set([t.For, t.Scatter, t.If, t.Prefab, t.Else, t.Use]);

function mendSemicolon(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  if (token.tokenType !== t.Semicolon) return false;
  const block = ctx.blocks[ctx.blocks.length - 1];
  const separates = block !== 'element' && block !== 'body';
  ctx.diagnostics.push(semicolon(placeOf(ctx, token), separates ? ',' : ''));
  if (separates) ctx.output.push({ ...token, ...t.typed(t.Comma) });
  return true;
}

/** `2 m` */
function mendUnit(ctx: Context, at: number): boolean {
  const unit = ctx.input[at] as IToken;
  const number = ctx.output[ctx.output.length - 1];
  if (unit.tokenType !== t.Identifier || !UNITS.has(unit.image) || number?.tokenType !== t.NumberToken) return false;
  if (!/[0-9]$/.test(number.image)) return false;
  const next = ctx.input[at + 1];
  if (next?.tokenType === t.Colon || next?.tokenType === t.LeftBrace) return false;
  const end = number.startOffset + number.image.length;
  if (!/^[ \t]+$/.test(ctx.text.slice(end, unit.startOffset))) return false;
  const spelling = `${number.image}${unit.image}`;
  const image = ctx.text.slice(number.startOffset, unit.startOffset + unit.image.length);
  ctx.output[ctx.output.length - 1] = { ...number, image, payload: { spelling } };
  ctx.diagnostics.push(
    spacedUnit({ ...placeOf(ctx, number), end: number.startOffset + image.length }, number.image, unit.image),
  );
  return true;
}

/** `disk(radius = 3)`, `if a = b`; a field's is named by the grammar. */
function mendEquals(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  if (token.tokenType !== t.Equal) return false;
  if (ctx.legalEquals) {
    ctx.legalEquals = false;
    return false;
  }
  const block = ctx.blocks[ctx.blocks.length - 1];
  if (block === 'parameters') return false;
  const name = ctx.input[at - 1];
  const before = ctx.input[at - 2];
  if (
    block === 'call' &&
    t.isName(name) &&
    (before?.tokenType === t.LeftParenthesis || before?.tokenType === t.Comma)
  ) {
    ctx.diagnostics.push(equalsForColon(placeOf(ctx, token), (name as IToken).image));
    ctx.output.push({ ...token, ...t.typed(t.Colon) });
    return true;
  }
  if (ctx.head?.tokenType !== t.If || name === undefined || !endsOperand(name)) return false;
  ctx.diagnostics.push(foreignOperator(placeOf(ctx, token), '=', '=='));
  ctx.output.push({ ...token, ...t.typed(t.EqualEqual) });
  return true;
}

/** `for: 3`: no keyword stands before a colon. */
function mendKeyword(ctx: Context, at: number): boolean {
  const token = ctx.input[at] as IToken;
  if (!isKeyword(token) || ctx.input[at + 1]?.tokenType !== t.Colon) return false;
  ctx.diagnostics.push(keywordAsName(placeOf(ctx, token), token.image));
  ctx.output.push({ ...token, ...t.typed(t.Identifier) });
  return true;
}

/** `height:` or `height: 3 +`, and then the next field or element. */
function mendValue(ctx: Context, at: number): void {
  const previous = ctx.input[at - 1];
  if (previous === undefined || !NEEDS_VALUE.has(previous.tokenType) || !t.isName(ctx.input[at])) return;
  const block = ctx.blocks[ctx.blocks.length - 1];
  if (block !== 'element' && block !== 'body') return;
  const next = ctx.input[at + 1];
  const isField = next?.tokenType === t.Colon;
  const isElement = next?.tokenType === t.LeftBrace && !HEADERS.has(ctx.head?.tokenType as TokenType);
  if (!isField && !isElement) return;
  if (isField && previous.tokenType === t.Colon && ctx.head?.tokenType === t.Let) return;
  const end = previous.startOffset + previous.image.length;
  const name = ctx.input[at - 2];
  const after = previous.tokenType === t.Colon && t.isName(name) ? `${name?.image}:` : previous.image;
  ctx.diagnostics.push(missingValue({ file: ctx.file, start: end, end }, after, `\`${ctx.input[at]?.image}\``));
  ctx.output.push(supposedToken(t.Question, end));
  ctx.head = ctx.input[at];
}

const NEEDS_VALUE: ReadonlySet<TokenType> = new Set([
  ...[t.Colon, t.Equal, t.Plus, t.Minus, t.Star, t.Slash, t.DotDot, t.DotDotLess, t.And, t.Or, t.EqualEqual],
  ...[t.NotEqual, t.Less, t.LessEqual, t.Greater, t.GreaterEqual],
]);

/** `pose walk,` in an element. */
function mendColon(ctx: Context, at: number): void {
  const name = ctx.input[at] as IToken;
  if (ctx.blocks[ctx.blocks.length - 1] !== 'element' || ctx.head !== name || !t.isName(name)) return;
  const value = ctx.input[at + 1];
  const third = ctx.input[at + 2];
  if (!t.isName(value) || third === undefined) return;
  const end = name.startOffset + name.image.length;
  if (ctx.text.slice(end, value?.startOffset).includes('\n')) return;
  const isNextField = t.isName(third) && ctx.input[at + 3]?.tokenType === t.Colon;
  if (!isNextField && !BEHIND_VALUE_NAMES.has(third.tokenType)) return;
  ctx.output.push(supposedToken(t.Colon, end));
  ctx.diagnostics.push(missingColon(placeOf(ctx, name), name.image, true));
}

const BEHIND_VALUE_NAMES: ReadonlySet<TokenType> = new Set([
  ...[t.Comma, t.RightBrace, t.LeftParenthesis, t.Dot, t.LeftBracket, t.Plus, t.Minus, t.Star, t.Slash],
]);

function endsOperand(token: IToken): boolean {
  return t.isName(token) || OPERAND_ENDS.has(token.tokenType);
}

const OPERAND_ENDS: ReadonlySet<TokenType> = new Set([
  ...[t.NumberToken, t.Text, t.Color, t.Question, t.True, t.False, ...CLOSER_OF.values()],
]);

function placeOf(ctx: Context, token: IToken): Place {
  return { file: ctx.file, start: token.startOffset, end: token.startOffset + token.image.length };
}
