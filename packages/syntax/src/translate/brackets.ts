// Translates brackets: elements as calls, points with names, parameters with their types before.

import { replace, type TextEdit } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { find } from '../findings.ts';
import { elementAsProperty } from '../problems/element-as-value.ts';
import { missingBody } from '../problems/missing-body.ts';
import { typeBehindName } from '../problems/missing-colon.ts';
import { namedPart } from '../problems/named-part.ts';
import { parenthesesForBraces } from '../problems/parentheses-for-braces.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { supposedToken } from '../recovery.ts';
import * as t from '../tokens.ts';
import {
  type Block,
  type Context,
  drop,
  HEADERS,
  imageAt,
  indexesOf,
  isEntry,
  isInBraces,
  isOnLine,
  LITERALS,
  partStarts,
  placeOf,
  retyped,
  spanOf,
  startAt,
  typeAt,
  VALUE_BEFORE,
} from './context.ts';
import { nameInQuotes } from './names.ts';

/** `prefab grove(Length n) { … }` */
export function typedParameters(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const head = ctx.blocks[ctx.blocks.length - 1]?.head ?? -1;
  const close = ctx.closers[at] as number;
  const begins = ctx.instead.get(head)?.[0] ?? input[head];
  if (begins?.tokenType !== t.Prefab || at !== head + 2 || close === -1) return false;
  for (const part of partStarts(ctx, at, close)) {
    const [type, name] = [input[part] as IToken, input[part + 1] as IToken];
    if (!t.isName(type) || !t.isName(name) || !PARAMETER_ENDS.has(typeAt(input, part + 2))) continue;
    if (!TYPE_NAMES.test(type.image) || TYPE_NAMES.test(name.image)) continue;
    find(ctx.findings, typeBehindName, placeOf(ctx, part, part + 1), name.image, type.image);
    const colon = supposedToken(t.Colon, t.endOf(type));
    ctx.instead.set(part, [{ ...type, payload: { name: name.image } satisfies t.NameSpelling }, colon]);
    ctx.instead.set(part + 1, [{ ...name, payload: { name: type.image } satisfies t.NameSpelling }]);
  }
  return true;
}

const PARAMETER_ENDS: t.TokenSet = t.tokenSet([t.Comma, t.RightParenthesis, t.Equal]);

/** Names that rather stand for a type. */
const TYPE_NAMES = /^[A-Z]|^(?:int|float|double|number|bool|string)$/;

/** `(x: 0, z: 1)` */
export function namedTupleForm(ctx: Context, at: number): boolean {
  const previous = ctx.input[at - 1];
  if (isEntry(ctx, at) || previous?.tokenType === t.Prefab) return false;
  if (t.isName(previous) && !(isInBraces(ctx) && VALUE_BEFORE.has(previous?.tokenType))) return false;
  return unnameParts(ctx, at, 1);
}

/** `tree {{ … }}` */
export function doubledBraces(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const close = ctx.closers[at] as number;
  if (typeAt(input, at - 1) !== t.LeftBrace || close === -1 || ctx.closers[at - 1] !== close + 1) return false;
  const [open, end] = [placeOf(ctx, at, at), placeOf(ctx, close, close)];
  const edits = [open, end].map((place) => ({ start: place.start, end: place.end, text: '' }));
  const fix = { title: 'remove the second pair', edits, safe: true };
  find(ctx.findings, unexpectedToken, open, 'what the first brace encloses', '`{`', [fix]);
  drop(ctx, at, at);
  drop(ctx, close, close);
  const outer = ctx.blocks[ctx.blocks.length - 1];
  if (outer !== undefined) ctx.block = { kind: outer.kind, head: -1, before: -1 };
  return true;
}

/** `at: { x: 0, z: 1 }` */
export function namedObjectForm(ctx: Context, at: number): boolean {
  const previous = typeAt(ctx.input, at - 1);
  if ((previous !== t.Colon && previous !== t.Equal) || ctx.instead.has(at - 1)) return false;
  if (HEADERS.has(typeAt(ctx.input, (ctx.blocks[ctx.blocks.length - 1] as Block).head))) return false;
  return unnameParts(ctx, at, 2);
}

/** Drops the names of all parts between brackets, if each has one. */
function unnameParts(ctx: Context, at: number, least: number): boolean {
  const { input, text } = ctx;
  const close = ctx.closers[at] as number;
  const starts = close === -1 ? [] : partStarts(ctx, at, close);
  const isNamed = (part: number): boolean =>
    (t.isName(input[part]) || nameInQuotes(input[part] as IToken) !== undefined) &&
    typeAt(input, part + 1) === t.Colon &&
    part + 2 < close;
  if (starts.length < least || starts.length > 3 || !starts.every(isNamed)) return false;
  const open = input[at] as IToken;
  const end = input[close] as IToken;
  const values: string[] = [];
  const edits: TextEdit[] = [{ start: open.startOffset, end: startAt(input, at + 3), text: '(' }];
  starts.forEach((part, index) => {
    const last = (starts[index + 1] ?? close) - 1;
    const isComma = typeAt(input, last) === t.Comma;
    values.push(text.slice(startAt(input, part + 2), t.endOf(input[isComma ? last - 1 : last] as IToken)));
    if (index > 0) edits.push({ start: startAt(input, part), end: startAt(input, part + 2), text: '' });
    drop(ctx, part, part + 1);
  });
  edits.push({ start: t.endOf(input[close - 1] as IToken), end: t.endOf(end), text: ')' });
  find(ctx.findings, namedPart, placeOf(ctx, at, close), `(${values.join(', ')})`, edits);
  ctx.instead.set(at, [retyped(open, t.LeftParenthesis)]);
  ctx.instead.set(close, [retyped(end, t.RightParenthesis)]);
  ctx.block = { kind: 'parts', head: -1, before: -1 };
  return true;
}

/** `tree(at: (0, 1), height: 5)`, `grove(count: 5) { at: (0, 1) }` */
export function callForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at)) return false;
  const open = at + (t.isName(input[at + 1]) ? 2 : 1);
  const close = ctx.closers[open] ?? -1;
  if (!CALL_OPENERS.has(typeAt(input, open)) || close === -1 || !isOnLine(ctx, at, open)) return false;
  const starts = partStarts(ctx, open, close);
  const separator = (part: number): TokenType | undefined => typeAt(input, part + 1);
  if (!starts.every((part) => t.isName(input[part]) && SETS.has(separator(part)))) return false;
  const goesOn = typeAt(input, close + 1) === t.LeftBrace;
  if (starts.length === 0 && !goesOn) return false;
  const before = t.endOf(input[open - 1] as IToken);
  const edits: TextEdit[] = [{ start: before, end: t.endOf(input[open] as IToken), text: ' { ' }];
  for (const part of starts) {
    if (separator(part) !== t.Equal) continue;
    edits.push({ start: t.endOf(input[part] as IToken), end: startAt(input, part + 2), text: ': ' });
    ctx.instead.set(part + 1, [retyped(input[part + 1] as IToken, t.Colon)]);
  }
  const head = input.slice(at, open).map(({ image }) => image);
  ctx.instead.set(open, [retyped(input[open] as IToken, t.LeftBrace)]);
  const isLast = !goesOn || typeAt(input, close + 2) === t.RightBrace;
  const end = goesOn ? t.endOf(input[close + 1] as IToken) : t.endOf(input[close] as IToken);
  edits.push({
    start: t.endOf(input[close - 1] as IToken),
    end,
    text: !goesOn ? ' }' : isLast || starts.length === 0 ? '' : ',',
  });
  if (goesOn) drop(ctx, close, close + 1);
  else ctx.instead.set(close, [retyped(input[close] as IToken, t.RightBrace)]);
  find(ctx.findings, parenthesesForBraces, placeOf(ctx, open, open), head.join(' '), edits);
  return true;
}

const CALL_OPENERS: t.TokenSet = t.tokenSet([t.LeftParenthesis, t.LeftBracket]);

const SETS: t.TokenSet = t.tokenSet([t.Colon, t.Equal]);

/** `tree: { at: (0, 1) }`, outside of elements */
export function objectForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.block.kind === 'element' || !isEntry(ctx, at) || typeAt(input, at + 1) !== t.Colon) return false;
  if (typeAt(input, at + 2) !== t.LeftBrace) return false;
  const place = placeOf(ctx, at + 1, at + 1);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the element', '`:`', [replace(place, '')]);
  drop(ctx, at + 1, at + 1);
  return true;
}

/** `children: [tree { … }, bush { … }]`, `oak: tree { … }`, in an element */
export function elementsAsProperty(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const colon = at - 1;
  const isList = typeAt(input, at) === t.LeftBracket;
  const block = isList ? ctx.blocks[ctx.blocks.length - 1] : ctx.block;
  if (block?.kind !== 'element' || typeAt(input, colon) !== t.Colon || block.head !== colon - 1) return false;
  const first = isList ? at + 1 : at;
  const close = isList ? (ctx.closers[at] ?? -1) : at;
  if (close === -1 || !isOnLine(ctx, colon, at) || !isElementAt(input, first)) return false;
  const name = startAt(input, colon - 1);
  const edits = [{ start: name, end: startAt(input, first), text: '' }];
  drop(ctx, colon - 1, isList ? at : colon);
  if (isList) {
    for (const comma of indexesOf(ctx, at, close, t.Comma)) {
      edits.push({ ...spanOf(input[comma] as IToken), text: '' });
      drop(ctx, comma, comma);
    }
    edits.push({ ...spanOf(input[close] as IToken), text: '' });
    drop(ctx, close, close);
    // The brackets are gone: what they enclose are entries.
    ctx.block = { kind: 'element', head: -1, before: -1 };
  } else ctx.block.head = at;
  find(ctx.findings, elementAsProperty, placeOf(ctx, colon - 1, isList ? at : colon), edits);
  return true;
}

/** `tree {` or `tree oak {` */
function isElementAt(input: readonly IToken[], at: number): boolean {
  if (!t.isName(input[at])) return false;
  return typeAt(input, at + 1) === t.LeftBrace || (t.isName(input[at + 1]) && typeAt(input, at + 2) === t.LeftBrace);
}

/** `tree at (0, 1) height 5`, without any brace and colon. */
export function withoutColons(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.blocks.length > 0 || at > 0 || !isEntry(ctx, at) || !t.isName(input[1]) || !isOnLine(ctx, 0, 2)) return false;
  if (typeAt(input, 2) !== t.LeftParenthesis && !LITERALS.has(typeAt(input, 2))) return false;
  if (input.some(({ tokenType }) => tokenType === t.LeftBrace || tokenType === t.RightBrace)) return false;
  find(ctx.findings, missingBody, placeOf(ctx, 0, 0), imageAt(input, 0), `\`${imageAt(input, 1)}\``);
  // It cannot be told what all of it means.
  drop(ctx, 0, input.length - 1);
  return true;
}

/** `tree at: (0, 1)`, `tree: at: (0, 1)`, without any brace. */
export function braceless(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.blocks.length > 0 || at > 0 || !isEntry(ctx, at)) return false;
  const hasColon = typeAt(input, at + 1) === t.Colon;
  const first = at + (hasColon ? 2 : 1);
  if (!t.isName(input[first]) || typeAt(input, first + 1) !== t.Colon) return false;
  for (let i = first; i < input.length; i++) {
    const { tokenType } = input[i] as IToken;
    if (tokenType === t.LeftBrace || tokenType === t.RightBrace) return false;
  }
  const word = input[at] as IToken;
  const end = t.endOf(input[input.length - 1] as IToken);
  const fix = {
    title: 'insert the braces',
    edits: [
      { start: t.endOf(word), end: hasColon ? t.endOf(input[at + 1] as IToken) : t.endOf(word), text: ' {' },
      { start: end, end, text: ' }' },
    ],
    safe: false,
  };
  const found = `\`${imageAt(input, at + 1)}\``;
  find(ctx.findings, missingBody, placeOf(ctx, at, at), word.image, found, [fix]);
  ctx.instead.set(at, [word, supposedToken(t.LeftBrace, t.endOf(word))]);
  if (hasColon) drop(ctx, at + 1, at + 1);
  const last = input.length - 1;
  const kept = ctx.instead.get(last) ?? [input[last] as IToken];
  ctx.instead.set(last, [...kept, supposedToken(t.RightBrace, end)]);
  return true;
}
