// Translates words of other languages: `const`, `function`, `import`.

import { replace } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { find } from '../findings.ts';
import { elementAsValue } from '../problems/element-as-value.ts';
import { foreignForm } from '../problems/foreign-operator.ts';
import { foreignWord } from '../problems/foreign-word.ts';
import { missingLet } from '../problems/missing-let.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { CLOSERS, startsValue, supposedToken } from '../recovery.ts';
import * as t from '../tokens.ts';
import {
  behind,
  type Context,
  drop,
  imageAt,
  isEntry,
  isInBraces,
  isOnLine,
  placeOf,
  retyped,
  spanOf,
  startAt,
  startsEntryAt,
  typeAt,
} from './context.ts';

/** `const far = 30m`, and outside of elements also `far = 30m`, `far := 30m`. */
export function letForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  if (t.isName(input[at + 1]) && typeAt(input, at + 2) === t.Equal) {
    if (typeAt(input, at + 3) === t.LeftBrace) return equalBeforeBody(ctx, at);
    find(ctx.findings, missingLet, placeOf(ctx, at, at), imageAt(input, at + 1), imageAt(input, at));
    ctx.instead.set(at, [retyped(input[at] as IToken, t.Let)]);
    return true;
  }
  const isElement = t.isName(input[at + 2]) && typeAt(input, at + 3) === t.LeftBrace && isOnLine(ctx, at, at + 2);
  if (typeAt(input, at + 1) === t.Equal && isElement) return elementIsValue(ctx, at, at);
  if (ctx.block.kind === 'element') return false;
  const { startOffset } = input[at] as IToken;
  if (isWalrus(input, at + 1)) {
    const edits = [
      { start: startOffset, end: startOffset, text: 'let ' },
      { ...spanOf(input[at + 1] as IToken), text: '' },
    ];
    const name = imageAt(input, at);
    find(ctx.findings, foreignForm, placeOf(ctx, at, at + 2), `${name} := …`, `let ${name} = …`, edits);
    ctx.instead.set(at, [supposedToken(t.Let, startOffset), input[at] as IToken]);
    drop(ctx, at + 1, at + 1);
    return true;
  }
  if (typeAt(input, at + 1) !== t.Equal) return false;
  const gap = { file: ctx.file, start: startOffset, end: startOffset };
  find(ctx.findings, missingLet, gap, imageAt(input, at), undefined);
  ctx.instead.set(at, [supposedToken(t.Let, startOffset), input[at] as IToken]);
  return true;
}

function isWalrus(input: readonly IToken[], at: number): boolean {
  const [colon, equal] = [input[at], input[at + 1]];
  if (colon?.tokenType !== t.Colon || equal?.tokenType !== t.Equal) return false;
  return t.endOf(colon) === equal.startOffset;
}

/** `tree oak = { … }` */
function equalBeforeBody(ctx: Context, at: number): boolean {
  const place = placeOf(ctx, at + 2, at + 2);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the element', '`=`', [replace(place, '')]);
  drop(ctx, at + 2, at + 2);
  return true;
}

/** `let oak = tree { … }` */
export function elementValueForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const [name, equal, kind, open] = input.slice(at + 1, at + 5);
  if (!t.isName(name) || equal?.tokenType !== t.Equal || !t.isName(kind) || open?.tokenType !== t.LeftBrace)
    return false;
  return isOnLine(ctx, at, at + 3) && elementIsValue(ctx, at, at + 1);
}

/** The entry begins at `at`; its name, `=` and the kind of the element stand from `name` on. */
function elementIsValue(ctx: Context, at: number, name: number): boolean {
  const { input } = ctx;
  const [label, word] = [input[name] as IToken, input[name + 2] as IToken];
  const edits = [
    at === name
      ? { start: label.startOffset, end: label.startOffset, text: `${word.image} ` }
      : { ...spanOf(input[at] as IToken), text: word.image },
    { start: t.endOf(label), end: t.endOf(word), text: '' },
  ];
  find(ctx.findings, elementAsValue, placeOf(ctx, at, name + 2), word.image, label.image, edits);
  drop(ctx, at, name + 2);
  ctx.instead.set(name, [word, label]);
  ctx.block.head = name;
  return true;
}

/** `let f = x => x + 1`, `let f = (x, y) => x + y` */
export function functionValueForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const { head } = ctx.block;
  if (typeAt(input, at + 1) !== t.Greater || t.endOf(input[at] as IToken) !== startAt(input, at + 1)) return false;
  if (!isInBraces(ctx) || typeAt(input, head) !== t.Let || typeAt(input, head + 2) !== t.Equal || at < head + 4) {
    return false;
  }
  const from = head + 3;
  let end = at + 1;
  for (let i = at + 2; i < input.length && isOnLine(ctx, end, i) && !CLOSERS.has(typeAt(input, i)); i = end + 1) {
    if (startsEntryAt(input, i)) break;
    end = behind(ctx, i) - 1;
  }
  const expected = 'a value; no functions can be written, but a `prefab` with parameters can';
  find(ctx.findings, unexpectedToken, placeOf(ctx, from, at + 1), expected, '`=>`');
  drop(ctx, from, end);
  ctx.instead.set(from, [supposedToken(t.Question, startAt(input, from))]);
  return true;
}

const PREFAB_WORDS: ReadonlySet<string> = new Set(['function', 'func', 'fn', 'def', 'module', 'macro', 'define']);

const IF_WORDS: ReadonlySet<string> = new Set(['elif', 'elsif', 'elseif']);

const USE_WORDS: ReadonlySet<string> = new Set(['import', 'include', 'require']);

/** `function grove(…) {`, `elif a > b {`, `import grove from "…"` */
export function wordForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at)) return false;
  const word = imageAt(input, at);
  const next = input[at + 1];
  let meant: readonly [string, TokenType] | undefined;
  if (PREFAB_WORDS.has(word) && t.isName(next) && typeAt(input, at + 2) === t.LeftParenthesis) {
    meant = ['prefab', t.Prefab];
  } else if (USE_WORDS.has(word) && (next?.tokenType === t.Text || t.isName(next)) && !startsEntryAt(input, at)) {
    meant = ['use', t.Use];
  } else if (IF_WORDS.has(word) && startsValue(next) && !startsEntryAt(input, at)) meant = ['else if', t.If];
  if (meant === undefined) return false;
  find(ctx.findings, foreignWord, placeOf(ctx, at, at), word, meant[0]);
  const begins = retyped(input[at] as IToken, meant[1]);
  const lacksNames = meant[1] === t.Use && next?.tokenType === t.Text;
  const end = t.endOf(begins);
  const supposed = lacksNames ? [supposedToken(t.Identifier, end), supposedToken(t.From, end)] : [];
  ctx.instead.set(at, [begins, ...supposed]);
  return true;
}

/** `Math.sqrt(2)` */
export function memberCallForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at + 1) !== t.Dot || !t.isName(input[at + 2])) return false;
  if (typeAt(input, at + 3) !== t.LeftParenthesis || t.endsOperand(input[at - 1])) return false;
  if (isInBraces(ctx) && isEntry(ctx, at)) return false;
  const place = placeOf(ctx, at, at + 1);
  const written = `\`${imageAt(input, at)}.\``;
  const meant = `\`${imageAt(input, at + 2)}(…)\` alone`;
  find(ctx.findings, unexpectedToken, place, meant, written, [replace(place, '')]);
  drop(ctx, at, at + 1);
  return true;
}
