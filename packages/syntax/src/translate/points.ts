// Translates numbers side by side where one value belongs: points without parentheses.

import { replace } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { find } from '../findings.ts';
import { unwrappedPoint } from '../problems/missing-parentheses.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { CLOSERS, OPENERS, supposedToken } from '../recovery.ts';
import * as t from '../tokens.ts';
import {
  beginsEntry,
  behind,
  type Context,
  contains,
  drop,
  isEntry,
  isInBraces,
  isOnLine,
  OPERATORS,
  PATIENCE,
  placeOf,
  retyped,
  startAt,
  typeAt,
  VALUE_BEFORE,
} from './context.ts';

/** `at: 0, 1, height: 5`, `let here = 0, 1` */
export function pointForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isInBraces(ctx)) return false;
  const isField = typeAt(input, at) === t.Colon && isEntry(ctx, at - 1) && t.isName(input[at - 1]);
  const isLet = typeAt(input, at) === t.Equal && typeAt(input, ctx.block.head) === t.Let;
  if (!isField && !isLet) return false;
  const parts = looseParts(ctx, at + 1);
  if (parts === undefined) return false;
  wrapParts(ctx, parts, isLet);
  return true;
}

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Numbers, with or without commas, where one value belongs. */
function looseParts(ctx: Context, from: number): readonly Part[] | undefined {
  const { input } = ctx;
  const parts: Part[] = [];
  let start = from;
  let i = from;
  for (; i < input.length; i = behind(ctx, i)) {
    const token = input[i] as IToken;
    const { tokenType } = token;
    if (OPENERS.has(tokenType) && (tokenType === t.LeftBrace || ctx.closers[i] === -1)) return undefined;
    if (CLOSERS.has(tokenType) || tokenType === t.Semicolon) break;
    if (i > start && t.endsOperand(input[i - 1]) && beginsEntry(ctx, i)) break;
    if (tokenType === t.Comma) {
      if (i === start) return undefined;
      parts.push({ from: start, to: i - 1 });
      start = i + 1;
      if (beginsEntry(ctx, start)) break;
    } else if (i > start && tokenType === t.NumberToken && t.endsOperand(input[i - 1]) && isNextTo(ctx, i)) {
      parts.push({ from: start, to: i - 1 });
      start = i;
    }
  }
  if (i > start && start < input.length && !beginsEntry(ctx, start)) parts.push({ from: start, to: i - 1 });
  return parts.length > 1 && parts.every((part) => isSimple(input, part)) ? parts : undefined;
}

/** Whether nothing but spaces stands before a token on its line. */
function isNextTo({ text, input }: Context, at: number): boolean {
  return /^[ \t]+$/.test(text.slice(t.endOf(input[at - 1] as IToken), startAt(input, at)));
}

/** Whether a part is a number, maybe negative: names could be anything. */
function isSimple(input: readonly IToken[], { from, to }: Part): boolean {
  const first = from + (typeAt(input, from) === t.Minus ? 1 : 0);
  return typeAt(input, first) === t.NumberToken && (first === to || OPERATORS.has(typeAt(input, first + 1)));
}

function wrapParts(ctx: Context, parts: readonly Part[], mayBeList: boolean): void {
  const { input, text } = ctx;
  const [first, second] = parts as readonly [Part, Part];
  const last = parts[parts.length - 1] as Part;
  const textOf = ({ from, to }: Part): string => text.slice(startAt(input, from), t.endOf(input[to] as IToken));
  const written = text.slice(startAt(input, first.from), t.endOf(input[last.to] as IToken));
  const decimal = parts.length === 2 && /^-?\d+,\d+[a-z%]*$/i.test(written) ? written.replace(',', '.') : undefined;
  const place = placeOf(ctx, first.from, last.to);
  if (parts.length === 2 && typeAt(input, second.from - 1) !== t.Comma) {
    // `9m 10m` is rather one value too many than a point.
    const meant = `(${parts.map(textOf).join(', ')})`;
    const fix = replace(place, meant, { safe: false });
    const extra = placeOf(ctx, second.from, second.to);
    const expected = `one value; a point is written \`${meant}\``;
    find(ctx.findings, unexpectedToken, extra, expected, `\`${textOf(second)}\``, [fix]);
    drop(ctx, first.from, last.to);
    ctx.instead.set(first.from, [supposedToken(t.Question, place.start)]);
    return;
  }
  find(ctx.findings, unwrappedPoint, place, `(${parts.map(textOf).join(', ')})`, decimal);
  if (decimal !== undefined || mayBeList || parts.length > 3) {
    drop(ctx, first.from, last.to);
    ctx.instead.set(first.from, [supposedToken(t.Question, place.start)]);
    return;
  }
  const before = (at: number, type: TokenType): void => {
    ctx.instead.set(at, [supposedToken(type, startAt(input, at)), input[at] as IToken]);
  };
  for (const { from } of [second, ...parts.slice(2)]) if (typeAt(input, from - 1) !== t.Comma) before(from, t.Comma);
  before(first.from, t.LeftParenthesis);
  const end = ctx.instead.get(last.to) ?? [input[last.to] as IToken];
  ctx.instead.set(last.to, [...end, supposedToken(t.RightParenthesis, place.end)]);
}

/** `at: <0, 1>` */
export function angleForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  if (t.endsOperand(input[at - 1]) || !VALUE_BEFORE.has(typeAt(input, at - 1))) return false;
  let close = at + 1;
  while (
    close < Math.min(input.length, at + PATIENCE) &&
    isOnLine(ctx, at, close) &&
    typeAt(input, close) !== t.Greater
  )
    close = behind(ctx, close);
  if (typeAt(input, close) !== t.Greater || !contains(ctx, at, close, t.Comma)) return false;
  const inside = text.slice(startAt(input, at + 1), startAt(input, close)).trim();
  find(ctx.findings, unwrappedPoint, placeOf(ctx, at, close), `(${inside})`, undefined);
  ctx.instead.set(at, [retyped(input[at] as IToken, t.LeftParenthesis)]);
  ctx.instead.set(close, [retyped(input[close] as IToken, t.RightParenthesis)]);
  return true;
}
