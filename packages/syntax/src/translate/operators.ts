// Translates operators: `a ? b : c`, `1 to 5`, `+5`.

import { replace } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import { find } from '../findings.ts';
import { foreignForm, foreignOperator } from '../problems/foreign-operator.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { CLOSERS, OPENERS, startsValue, supposedToken } from '../recovery.ts';
import * as t from '../tokens.ts';
import {
  behind,
  type Context,
  drop,
  imageAt,
  isInBraces,
  isOnLine,
  OPERATORS,
  PATIENCE,
  placeOf,
  retyped,
  spanOf,
  startAt,
  startsEntryAt,
  typeAt,
} from './context.ts';

/** `a > b ? 1 : 2` */
export function ternaryForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!t.endsOperand(input[at - 1]) || !startsValue(input[at + 1])) return false;
  let colon = at + 1;
  while (typeAt(input, colon) !== t.Colon) {
    if (colon >= input.length || colon > at + PATIENCE) return false;
    const { tokenType } = input[colon] as IToken;
    if (CLOSERS.has(tokenType) || tokenType === t.Comma || tokenType === t.LeftBrace) return false;
    colon = behind(ctx, colon);
  }
  if (!startsValue(input[colon + 1])) return false;
  const start = valueStart(ctx, at);
  const [mark, other] = [input[at] as IToken, input[colon] as IToken];
  const head = startAt(input, start);
  const edits = [
    { start: head, end: head, text: 'if ' },
    { ...spanOf(mark), text: 'then' },
    { ...spanOf(other), text: 'else' },
  ];
  find(ctx.findings, foreignForm, placeOf(ctx, at, at), '… ? … : …', 'if … then … else …', edits);
  ctx.instead.set(start, [supposedToken(t.If, head), ...(ctx.instead.get(start) ?? [input[start] as IToken])]);
  ctx.instead.set(at, [retyped(mark, t.Then)]);
  ctx.instead.set(colon, [retyped(other, t.Else)]);
  return true;
}

/** Where the value begins that ends before a place: behind a colon, a comma, an opening bracket. */
function valueStart({ input }: Context, before: number): number {
  let depth = 0;
  let at = before;
  while (at > 0 && at > before - PATIENCE) {
    const { tokenType } = input[at - 1] as IToken;
    if (CLOSERS.has(tokenType)) depth++;
    else if (OPENERS.has(tokenType) && --depth < 0) return at;
    if (depth === 0 && (tokenType === t.Colon || tokenType === t.Comma || tokenType === t.Equal)) return at;
    at--;
  }
  return at;
}

/** `+5m` */
export function plusForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (t.endsOperand(input[at - 1]) || !startsValue(input[at + 1]) || OPERATORS.has(typeAt(input, at - 1))) return false;
  if (at === 0) return false;
  const place = placeOf(ctx, at, at);
  find(ctx.findings, unexpectedToken, place, 'the value alone', '`+`', [replace(place, '')]);
  drop(ctx, at, at);
  return true;
}

/** `2 ** 3` */
export function powerForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at + 1) !== t.Star || startAt(input, at + 1) !== t.endOf(input[at] as IToken)) return false;
  find(ctx.findings, foreignForm, placeOf(ctx, at, at + 1), '**', 'a * a', []);
  drop(ctx, at + 1, at + 1);
  return true;
}

/** `1 to 5`, `0 until 5` */
export function rangeWordForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const word = imageAt(input, at);
  if (word !== 'to' && word !== 'until') return false;
  if (typeAt(input, at - 1) !== t.NumberToken || !startsValue(input[at + 1]) || !isOnLine(ctx, at - 1, at + 1))
    return false;
  if (startsEntryAt(input, at)) return false;
  const range = word === 'to' ? t.DotDot : t.DotDotLess;
  find(ctx.findings, foreignOperator, placeOf(ctx, at, at), word, range.PATTERN as string);
  ctx.instead.set(at, [retyped(input[at] as IToken, range)]);
  return true;
}

/** `let a := 5` */
export function walrusForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at + 1) !== t.Equal || startAt(input, at + 1) !== t.endOf(input[at] as IToken)) return false;
  if (typeAt(input, ctx.block.head) !== t.Let || !isInBraces(ctx) || at !== ctx.block.head + 2) return false;
  find(ctx.findings, foreignOperator, placeOf(ctx, at, at + 1), ':=', '=');
  drop(ctx, at, at);
  return true;
}
