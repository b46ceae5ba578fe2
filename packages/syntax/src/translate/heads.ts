// Translates the heads of loops and of other statements.

import { replace, type TextEdit } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import { find } from '../findings.ts';
import { extraParentheses } from '../problems/extra-parentheses.ts';
import { foreignLoop } from '../problems/foreign-loop.ts';
import { foreignOperator } from '../problems/foreign-operator.ts';
import { foreignWord } from '../problems/foreign-word.ts';
import { missingBody } from '../problems/missing-body.ts';
import { missingKeyword } from '../problems/missing-keyword.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { startsValue, supposedToken } from '../recovery.ts';
import { isSpacedUnit } from '../spaced-units.ts';
import * as t from '../tokens.ts';
import {
  behind,
  type Context,
  contains,
  drop,
  HEADERS,
  headType,
  imageAt,
  indexesOf,
  isEntry,
  isInBraces,
  isOnLine,
  isSpace,
  PATIENCE,
  placeOf,
  retyped,
  spanOf,
  startAt,
  startsEntryAt,
  typeAt,
} from './context.ts';
import type { Part } from './points.ts';

/** `for (i in 0..<5) {`, `for (let i = 0; i < 5; i++) {`, `scatter (5 in disk(radius: 3)) {` */
export function headForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const open = at + 1;
  const close = ctx.closers[open] ?? -1;
  if (typeAt(input, open) !== t.LeftParenthesis || close === -1) return bareHead(ctx, at);
  const behindHead = typeAt(input, close + 1);
  if (behindHead !== t.LeftBrace && behindHead !== undefined) return bareHead(ctx, at);
  const { tokenType, image } = input[at] as IToken;
  if (contains(ctx, open, close, t.In)) {
    find(ctx.findings, extraParentheses, placeOf(ctx, open, open), image, withoutParentheses(ctx, open, close));
    drop(ctx, open, open);
    drop(ctx, close, close);
    return true;
  }
  if (tokenType === t.Scatter) return scatterCall(ctx, at, open, close);
  const loop = foreignHead(ctx, open, close);
  const meant = loop === undefined ? undefined : `for ${loop.words}`;
  const place = placeOf(ctx, at, close);
  const edits = meant === undefined ? [] : [{ start: place.start, end: place.end, text: meant }];
  find(ctx.findings, foreignLoop, place, meant, edits);
  drop(ctx, open, close);
  const { end } = place;
  const nothing = [supposedToken(t.Identifier, end), supposedToken(t.In, end), supposedToken(t.Question, end)];
  ctx.instead.set(open, loop?.tokens ?? nothing);
  return true;
}

/** `scatter(5, disk(radius: 3)) { … }` */
function scatterCall(ctx: Context, at: number, open: number, close: number): boolean {
  const { input } = ctx;
  const [comma, more] = indexesOf(ctx, open, close, t.Comma);
  if (comma === undefined || more !== undefined || comma === open + 1 || comma + 1 === close) return false;
  const edits = [...withoutParentheses(ctx, open, close), { ...spanOf(input[comma] as IToken), text: ' in' }];
  for (const part of [open + 1, comma + 1]) {
    if (!t.isName(input[part]) || typeAt(input, part + 1) !== t.Colon || part + 2 >= close) continue;
    edits.push({ start: startAt(input, part), end: startAt(input, part + 2), text: '' });
    drop(ctx, part, part + 1);
  }
  find(ctx.findings, extraParentheses, placeOf(ctx, open, comma), imageAt(input, at), edits);
  drop(ctx, open, open);
  ctx.instead.set(comma, [retyped(input[comma] as IToken, t.In)]);
  drop(ctx, close, close);
  return true;
}

/** Removes two parentheses, and leaves a space where words would touch. */
function withoutParentheses({ text, input }: Context, open: number, close: number): readonly TextEdit[] {
  const [first, last] = [spanOf(input[open] as IToken), spanOf(input[close] as IToken)];
  return [
    { ...first, text: isSpace(text, first.start - 1) ? '' : ' ' },
    { ...last, text: isSpace(text, last.end) ? '' : ' ' },
  ];
}

interface LoopHead {
  readonly words: string;
  readonly tokens: readonly IToken[];
}

/** What stands between the parentheses of `for (…)` in C, JavaScript and OpenSCAD, as far as it is understood. */
function foreignHead(ctx: Context, open: number, close: number): LoopHead | undefined {
  const { input, text } = ctx;
  let at = open + 1;
  while (
    at + 1 < close &&
    (typeAt(input, at) === t.Let || t.isName(input[at])) &&
    t.isName(input[at + 1]) &&
    imageAt(input, at + 1) !== 'of'
  )
    at++;
  const name = input[at];
  if (!t.isName(name)) return undefined;
  const variable = name as IToken;
  const wordsOf = ({ from, to }: Part): string => text.slice(startAt(input, from), t.endOf(input[to] as IToken));
  const make = (values: readonly IToken[], words: string): LoopHead => ({
    words: `${variable.image} in ${words}`,
    tokens: [variable, supposedToken(t.In, t.endOf(variable)), ...values],
  });
  const tokensOf = ({ from, to }: Part): readonly IToken[] => input.slice(from, to + 1);
  const isAssigned = typeAt(input, at + 1) === t.Equal;
  if (imageAt(input, at + 1) === 'of' || isAssigned) {
    const semicolons = indexesOf(ctx, open, close, t.Semicolon);
    const [first, second] = semicolons;
    if (first === undefined) {
      if (at + 2 >= close) return undefined;
      const values = matlabRange(ctx, at + 2, close - 1);
      return values === undefined
        ? make(input.slice(at + 2, close), wordsOf({ from: at + 2, to: close - 1 }))
        : make(values.tokens, values.words);
    }
    if (second === undefined || !isAssigned || at + 2 >= first) return undefined;
    const operator = typeAt(input, first + 2);
    if (imageAt(input, first + 1) !== variable.image || first + 3 >= second) return undefined;
    if (operator !== t.Less && operator !== t.LessEqual) return undefined;
    const isByOne = /^(\w+\s*\+\+|\+\+\s*\w+|\w+\s*\+=\s*1|\w+\s*=\s*\w+\s*\+\s*1)$/.test(
      text.slice(t.endOf(input[second] as IToken), startAt(input, close)).trim(),
    );
    if (!isByOne) return undefined;
    const from = { from: at + 2, to: first - 1 };
    const to = { from: first + 3, to: second - 1 };
    const range = operator === t.Less ? t.DotDotLess : t.DotDot;
    const tokens = [...tokensOf(from), supposedToken(range, startAt(input, first)), ...tokensOf(to)];
    return make(tokens, `${wordsOf(from)}${range.PATTERN as string}${wordsOf(to)}`);
  }
  return undefined;
}

/** `[0:5]`, `[0:2:10]` */
function matlabRange(ctx: Context, from: number, to: number): { words: string; tokens: readonly IToken[] } | undefined {
  const { input, text } = ctx;
  if (typeAt(input, from) !== t.LeftBracket || ctx.closers[from] !== to) return undefined;
  const colons = indexesOf(ctx, from, to, t.Colon);
  const [first, second] = colons;
  if (first === undefined || colons.length > 2) return undefined;
  const slice = (a: number, b: number): string => text.slice(startAt(input, a), t.endOf(input[b - 1] as IToken));
  const last = second ?? first;
  if (first === from + 1 || last + 1 >= to || (second !== undefined && first + 1 === second)) return undefined;
  const range = supposedToken(t.DotDot, startAt(input, first));
  const step =
    second === undefined ? [] : [supposedToken(t.Step, startAt(input, to)), ...input.slice(first + 1, second)];
  return {
    words: `${slice(from + 1, first)}..${slice(last + 1, to)}${second === undefined ? '' : ` step ${slice(first + 1, second)}`}`,
    tokens: [...input.slice(from + 1, first), range, ...input.slice(last + 1, to), ...step],
  };
}

/** `for i = 0..5 {`, `for i of heights {`, `for i in 0 to 5 {`, `for i in 0:5 {`, `for i in 0..5: tree { … }` */
function bareHead(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at) === t.For && typeAt(input, at + 2) === t.Comma) return twoVariables(ctx, at);
  if (typeAt(input, at) === t.For && t.isName(input[at + 1])) {
    const isOf = imageAt(input, at + 2) === 'of' && startsValue(input[at + 3]);
    if (isOf || typeAt(input, at + 2) === t.Equal) {
      const place = placeOf(ctx, at + 2, at + 2);
      const written = `\`${imageAt(input, at + 2)}\``;
      find(ctx.findings, missingKeyword, place, '`in`', written, 'for i in 0..5 { … }', [replace(place, 'in')]);
      ctx.instead.set(at + 2, [retyped(input[at + 2] as IToken, t.In)]);
    }
  }
  return true;
}

/** `for i, j in 0..3 { … }`: the other variables are known, but not what they are. */
function twoVariables(ctx: Context, at: number): boolean {
  const { input } = ctx;
  let last = at + 1;
  while (typeAt(input, last + 1) === t.Comma && t.isName(input[last + 2]) && last < at + PATIENCE) last += 2;
  if (!t.isName(input[at + 1]) || last === at + 1 || typeAt(input, last + 1) !== t.In) return true;
  const place = placeOf(ctx, at + 2, last);
  find(ctx.findings, unexpectedToken, place, 'one variable, and a loop inside of the loop for another', '`,`');
  drop(ctx, at + 2, last);
  const open = openingBrace(ctx, last + 2);
  const close = ctx.closers[open] ?? -1;
  if (close === -1) return true;
  const used = new Set(input.slice(open, close).map(({ image }) => image));
  const end = t.endOf(input[open] as IToken);
  const values: IToken[] = [];
  for (let i = at + 3; i <= last; i += 2) {
    const name = imageAt(input, i);
    if (!used.has(name)) continue;
    const variable = { ...supposedToken(t.Identifier, end), payload: { name } satisfies t.NameSpelling };
    values.push(supposedToken(t.Let, end), variable, supposedToken(t.Equal, end), supposedToken(t.Question, end));
  }
  ctx.instead.set(open, [input[open] as IToken, ...values]);
  return true;
}

/** Where a body opens, from a place in its header on. */
function openingBrace(ctx: Context, from: number): number {
  let at = from;
  while (at < Math.min(ctx.input.length, from + PATIENCE) && typeAt(ctx.input, at) !== t.LeftBrace)
    at = behind(ctx, at);
  return typeAt(ctx.input, at) === t.LeftBrace ? at : -1;
}

/** `scatter count: 5 in region: disk(radius: 3) { … }` */
export function scatterNames(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (headType(ctx) !== t.Scatter || !isInBraces(ctx) || typeAt(input, at + 1) !== t.Colon) return false;
  if (at !== ctx.block.head + 1 && typeAt(input, at - 1) !== t.In) return false;
  const place = placeOf(ctx, at, at + 1);
  const edits = [{ start: place.start, end: startAt(input, Math.min(at + 2, input.length - 1)), text: '' }];
  const fix = { title: 'remove the name', edits, safe: true };
  find(ctx.findings, unexpectedToken, place, 'the value alone', `\`${imageAt(input, at)}:\``, [fix]);
  drop(ctx, at, at + 1);
  return true;
}

/** `scatter 5 bush in disk(radius: 3) { height: 1 }` */
export function scatteredKind(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (headType(ctx) !== t.Scatter || !isInBraces(ctx) || typeAt(input, at + 1) !== t.In) return false;
  if (at < ctx.block.head + 2 || !t.endsOperand(input[at - 1]) || isSpacedUnit(ctx.text, input[at - 1], input[at])) {
    return false;
  }
  const kind = input[at] as IToken;
  const open = openingBrace(ctx, at + 2);
  const close = ctx.closers[open] ?? -1;
  const hasFields = close !== -1 && typeAt(input, open + 2) === t.Colon;
  const edits = [{ start: t.endOf(input[at - 1] as IToken), end: t.endOf(kind), text: '' }];
  drop(ctx, at, at);
  if (hasFields) {
    const [start, end] = [t.endOf(input[open] as IToken), startAt(input, close)];
    edits.push({ start, end: start, text: ` ${kind.image} {` }, { start: end, end, text: '} ' });
    const word = { ...supposedToken(t.Identifier, start), payload: { name: kind.image } satisfies t.NameSpelling };
    ctx.instead.set(open, [input[open] as IToken, word, supposedToken(t.LeftBrace, start)]);
    ctx.instead.set(close, [supposedToken(t.RightBrace, end), input[close] as IToken]);
  }
  const fixes = hasFields ? [{ title: 'put the element into the braces', edits, safe: false }] : [];
  const expected = `\`in\`; what is scattered stands in the braces: \`{ ${kind.image} { … } }\``;
  find(ctx.findings, unexpectedToken, placeOf(ctx, at, at), expected, `\`${kind.image}\``, fixes);
  return true;
}

/** `for i in 0..5: tree { … }`, `for i in 0:5 { … }` */
export function headColonForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isInBraces(ctx) || !HEADERS.has(headType(ctx)) || !t.endsOperand(input[at - 1])) return false;
  const place = placeOf(ctx, at, at);
  const previous = typeAt(input, at - 1);
  const isBeforeBody = typeAt(input, at + 1) === t.LeftBrace;
  if (isBeforeBody || ((previous === t.Spacing || previous === t.Step) && at - 2 > ctx.block.head)) {
    const expected = isBeforeBody ? 'the `{` of the body' : 'the value';
    find(ctx.findings, unexpectedToken, place, expected, '`:`', [replace(place, '')]);
    drop(ctx, at, at);
    return true;
  }
  if (headType(ctx) === t.Prefab || headType(ctx) === t.Use) return prefabColon(ctx, at);
  if (startsEntryAt(input, at + 1)) return supposeBody(ctx, at);
  if (headType(ctx) !== t.For || !startsValue(input[at + 1])) return false;
  find(ctx.findings, foreignOperator, place, ':', '..');
  ctx.instead.set(at, [retyped(input[at] as IToken, t.DotDot)]);
  return true;
}

/** `if a > b then { … }` */
export function thenForm(ctx: Context, at: number): boolean {
  if (typeAt(ctx.input, at + 1) !== t.LeftBrace || headType(ctx) !== t.If || !isInBraces(ctx)) return false;
  const place = placeOf(ctx, at, at);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the body', '`then`', [replace(place, '')]);
  drop(ctx, at, at);
  return true;
}

/** `def grove(n):` */
function prefabColon(ctx: Context, at: number): boolean {
  return startsEntryAt(ctx.input, at + 1) && supposeBody(ctx, at);
}

/** Puts the one element behind a colon into braces. */
function supposeBody(ctx: Context, at: number): boolean {
  const { input } = ctx;
  let open = at + 1;
  const last = Math.min(input.length, at + PATIENCE);
  while (open < last && typeAt(input, open) !== t.LeftBrace) open = behind(ctx, open);
  const close = ctx.closers[open] ?? -1;
  if (close === -1) return false;
  const place = placeOf(ctx, at, at);
  const end = t.endOf(input[close] as IToken);
  const edits = [
    { start: place.start, end: place.end, text: ' {' },
    { start: end, end, text: ' }' },
  ];
  const fix = { title: 'insert the braces', edits, safe: false };
  find(ctx.findings, missingBody, place, headType(ctx)?.name.toLowerCase() ?? '', '`:`', [fix]);
  ctx.instead.set(at, [supposedToken(t.LeftBrace, place.start)]);
  ctx.instead.set(close, [input[close] as IToken, supposedToken(t.RightBrace, end)]);
  return true;
}

/** `for each i in …`, `foreach i in …`, `for i in 0..10 by 2` */
export function headWordForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const word = imageAt(input, at);
  const place = placeOf(ctx, at, at);
  if (word === 'foreach' && isEntry(ctx, at) && t.isName(input[at + 1]) && typeAt(input, at + 2) === t.In) {
    find(ctx.findings, foreignWord, place, word, 'for');
    ctx.instead.set(at, [retyped(input[at] as IToken, t.For)]);
    return true;
  }
  if (headType(ctx) !== t.For || !isInBraces(ctx)) return false;
  if (word === 'each' && at === ctx.block.head + 1 && t.isName(input[at + 1])) {
    find(ctx.findings, unexpectedToken, place, 'the name of the variable', '`each`', [replace(place, '')]);
    drop(ctx, at, at);
    return true;
  }
  if (word !== 'by' || !t.endsOperand(input[at - 1]) || !startsValue(input[at + 1])) return false;
  find(ctx.findings, foreignWord, place, word, 'step');
  ctx.instead.set(at, [retyped(input[at] as IToken, t.Step)]);
  return true;
}

/** `repeat 5 { … }`, `while a < b { … }` */
export function repeatForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  const word = imageAt(input, at);
  const isRepeat = word === 'repeat' || word === 'loop' || word === 'times';
  if (!isEntry(ctx, at) || !(isRepeat || word === 'while') || !startsValue(input[at + 1]) || startsEntryAt(input, at))
    return false;
  let open = at + 1;
  const last = Math.min(input.length, at + PATIENCE);
  while (open < last && typeAt(input, open) !== t.LeftBrace) open = behind(ctx, open);
  if (typeAt(input, open) !== t.LeftBrace) return false;
  const place = placeOf(ctx, at, open - 1);
  const begins = retyped(input[at] as IToken, isRepeat ? t.For : t.If);
  if (!isRepeat) {
    find(ctx.findings, foreignLoop, place, undefined, []);
    ctx.instead.set(at, [begins]);
    return true;
  }
  const count = text.slice(startAt(input, at + 1), place.end);
  const meant = `for i in 0..<${count}`;
  find(ctx.findings, foreignLoop, place, meant, [{ start: place.start, end: place.end, text: meant }]);
  ctx.instead.set(at, [begins, ...turnsBefore(t.endOf(begins))]);
  return true;
}

/** `i in 0..<` */
function turnsBefore(at: number): readonly IToken[] {
  const zero = { ...supposedToken(t.NumberToken, at), payload: { spelling: '0' } };
  return [supposedToken(t.Identifier, at), supposedToken(t.In, at), zero, supposedToken(t.DotDotLess, at)];
}

/** `5 * tree { … }` */
export function timesForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const first = at + (typeAt(input, at + 1) === t.Star ? 2 : 1);
  if (!isEntry(ctx, at) || !t.isName(input[first]) || !startsEntryAt(input, first)) return false;
  if (!isOnLine(ctx, at, first) || !/^[0-9]+$/.test(imageAt(input, at))) return false;
  const open = typeAt(input, first + 1) === t.LeftBrace ? first + 1 : first + 2;
  const close = ctx.closers[open] ?? -1;
  if (close === -1 || typeAt(input, open) !== t.LeftBrace) return false;
  const place = placeOf(ctx, at, first - 1);
  const meant = `for i in 0..<${imageAt(input, at)}`;
  const end = t.endOf(input[close] as IToken);
  const edits = [
    { start: place.start, end: place.end, text: `${meant} {` },
    { start: end, end, text: ' }' },
  ];
  find(ctx.findings, foreignLoop, place, meant, edits);
  drop(ctx, at, first - 1);
  ctx.block.head = first;
  return true;
}
