// Translates the bodies of statements that have no braces, or a word before them.

import { replace } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { find } from '../findings.ts';
import { missingBody } from '../problems/missing-body.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { CLOSERS, supposedToken } from '../recovery.ts';
import { startsLine } from '../sections.ts';
import { isSpacedUnit } from '../spaced-units.ts';
import * as t from '../tokens.ts';
import {
  behind,
  type Context,
  drop,
  HEADERS,
  imageAt,
  isInBraces,
  isOnLine,
  placeOf,
  startAt,
  startsEntryAt,
  typeAt,
} from './context.ts';

/** `for i in 0..5 do { … }` */
export function doForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const word = imageAt(input, at);
  if ((word !== 'do' && word !== 'begin') || typeAt(input, at + 1) !== t.LeftBrace) return false;
  if (headerBefore(ctx, at) === -1 || !isOnLine(ctx, at - 1, at)) return false;
  const place = placeOf(ctx, at, at);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the body', `\`${word}\``, [replace(place, '')]);
  drop(ctx, at, at);
  return true;
}

/** `for i in 0..5 tree { … }`, and the same on lines of their own, indented further: all of them are the body. */
export function bodyWithoutBraces(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const head = headerBefore(ctx, at);
  if (head === -1 || !startsEntryAt(input, at) || typeAt(input, at + 1) === t.Colon) return false;
  const end = isOnLine(ctx, head, at) ? elementEnd(ctx, at) : indentedEnd(ctx, head, at);
  if (end === -1) return false;
  const [before, last] = [input[at - 1] as IToken, input[end] as IToken];
  const edits = [
    { start: t.endOf(before), end: t.endOf(before), text: ' {' },
    { start: t.endOf(last), end: t.endOf(last), text: ' }' },
  ];
  const fix = { title: 'insert the braces', edits, safe: false };
  const found = `\`${imageAt(input, at)}\``;
  find(ctx.findings, missingBody, placeOf(ctx, at - 1, at - 1), imageAt(input, head), found, [fix]);
  ctx.instead.set(at, [supposedToken(t.LeftBrace, startAt(input, at)), input[at] as IToken]);
  ctx.instead.set(end, [...(ctx.instead.get(end) ?? [last]), supposedToken(t.RightBrace, t.endOf(last))]);
  ctx.block.head = at;
  return true;
}

/** Where the header begins, of a loop, a condition, a `scatter` or a `prefab`, that seems complete before a token; else -1. */
function headerBefore(ctx: Context, at: number): number {
  const { input, block } = ctx;
  const head = block.head === at ? block.before : block.head;
  const type = typeAt(input, head);
  if (!isInBraces(ctx) || !HEADERS.has(type) || type === t.Use || !t.endsOperand(input[at - 1])) return -1;
  if (at <= head + (type === t.If ? 1 : 2) || isHeaderWord(type, typeAt(input, at - 1))) return -1;
  return isSpacedUnit(ctx.text, input[at - 1], input[at]) ? -1 : head;
}

/** `step` and `spacing`, behind which a value follows. */
function isHeaderWord(head: TokenType | undefined, type: TokenType | undefined): boolean {
  return head === t.For ? type === t.Step : head === t.Scatter && type === t.Spacing;
}

/** Where an element ends, on the line of its header. */
function elementEnd({ input, closers }: Context, at: number): number {
  if (!t.isName(input[at])) return -1;
  return closers[typeAt(input, at + 1) === t.LeftBrace ? at + 1 : at + 2] ?? -1;
}

/** Where the lines end that are indented further than the header. */
function indentedEnd(ctx: Context, head: number, at: number): number {
  const { input, text } = ctx;
  const margin = startsLine(text, input[head] as IToken);
  const first = startsLine(text, input[at] as IToken);
  if (margin === undefined || first === undefined || first <= margin) return -1;
  let end = -1;
  for (let i = at; i < input.length && !CLOSERS.has(typeAt(input, i)); i = behind(ctx, i)) {
    const column = startsLine(text, input[i] as IToken);
    if (column !== undefined && column <= margin) break;
    end = behind(ctx, i) - 1;
  }
  return end;
}
