// Translates words of other languages: `const`, `function`, `import`.

import { replace } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { find } from '../findings.ts';
import { elementAsValue } from '../problems/element-as-value.ts';
import { foreignWord } from '../problems/foreign-word.ts';
import { missingLet } from '../problems/missing-let.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { startsValue, supposedToken } from '../recovery.ts';
import * as t from '../tokens.ts';
import {
  type Context,
  drop,
  endsOperand,
  imageAt,
  isEntry,
  isInBraces,
  isOnLine,
  placeOf,
  retyped,
  startsEntryAt,
  typeAt,
} from './context.ts';

/** `const far = 30m`, and outside of elements also `far = 30m`. */
export function letForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  if (t.isName(input[at + 1]) && typeAt(input, at + 2) === t.Equal) {
    if (typeAt(input, at + 3) === t.LeftBrace) return equalBeforeBody(ctx, at);
    find(ctx.findings, missingLet, placeOf(ctx, at, at), imageAt(input, at + 1), imageAt(input, at));
    ctx.instead.set(at, [retyped(input[at] as IToken, t.Let)]);
    return true;
  }
  if (ctx.block.kind === 'element' || typeAt(input, at + 1) !== t.Equal) return false;
  const { startOffset } = input[at] as IToken;
  const gap = { file: ctx.file, start: startOffset, end: startOffset };
  find(ctx.findings, missingLet, gap, imageAt(input, at), undefined);
  ctx.instead.set(at, [supposedToken(t.Let, startOffset), input[at] as IToken]);
  return true;
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
  if (!isOnLine(ctx, at, at + 3)) return false;
  const [label, word] = [name as IToken, kind as IToken];
  const { startOffset } = input[at] as IToken;
  const edits = [
    { start: startOffset, end: t.endOf(input[at] as IToken), text: word.image },
    { start: t.endOf(label), end: t.endOf(word), text: '' },
  ];
  find(ctx.findings, elementAsValue, placeOf(ctx, at, at + 3), word.image, label.image, edits);
  ctx.instead.set(at, [word]);
  ctx.instead.set(at + 1, [label]);
  drop(ctx, at + 2, at + 3);
  ctx.block.head = at + 1;
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
  if (typeAt(input, at + 3) !== t.LeftParenthesis || endsOperand(input[at - 1])) return false;
  if (isInBraces(ctx) && isEntry(ctx, at)) return false;
  const place = placeOf(ctx, at, at + 1);
  const written = `\`${imageAt(input, at)}.\``;
  const meant = `\`${imageAt(input, at + 2)}(…)\` alone`;
  find(ctx.findings, unexpectedToken, place, meant, written, [replace(place, '')]);
  drop(ctx, at, at + 1);
  return true;
}
