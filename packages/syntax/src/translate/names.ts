// Translates names and what is given to them: quotes, hyphens, arrows and spaces where the language has a colon.

import { replace } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import { find } from '../findings.ts';
import { foreignOperator } from '../problems/foreign-operator.ts';
import { missingColon } from '../problems/missing-colon.ts';
import { bareCall } from '../problems/missing-parentheses.ts';
import { quotedName } from '../problems/quoted-name.ts';
import { unexpectedToken } from '../problems/unexpected-token.ts';
import { hyphenInName, spaceInName } from '../problems/unknown-character.ts';
import { CLOSERS, supposedToken } from '../recovery.ts';
import * as t from '../tokens.ts';
import {
  beginsEntry,
  behind,
  type Context,
  drop,
  imageAt,
  isEntry,
  isInBraces,
  isOnLine,
  isPartStart,
  LITERALS,
  PATIENCE,
  placeOf,
  retyped,
  startAt,
  typeAt,
} from './context.ts';

/** `"at": (0, 1)`, `tree "oak" { … }` */
export function quotedNameForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const name = nameInQuotes(input[at] as IToken);
  if (name === undefined) return false;
  const isKey = typeAt(input, at + 1) === t.Colon && (isEntry(ctx, at) || isPartStart(ctx, at));
  const isLabel =
    typeAt(input, at + 1) === t.LeftBrace && (isEntry(ctx, at) || (isEntry(ctx, at - 1) && t.isName(input[at - 1])));
  if (!isKey && !isLabel) return false;
  find(ctx.findings, quotedName, placeOf(ctx, at, at), name);
  ctx.instead.set(at, [unquoted(input[at] as IToken)]);
  return true;
}

/** The name that a text spells, if it spells one. */
export function nameInQuotes({ tokenType, image, payload }: IToken): string | undefined {
  if (tokenType !== t.Text) return undefined;
  const inside = payload === undefined ? image.slice(1, -1) : (payload as { readonly inside: string }).inside;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(inside) && !t.keywords.includes(inside) ? inside : undefined;
}

function unquoted(token: IToken): IToken {
  const name = nameInQuotes(token) ?? '';
  return { ...token, ...t.typed(t.Identifier), payload: { name } satisfies t.NameSpelling };
}

/** `sun-elevation: 12` */
export function hyphenForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  if (ctx.block.kind !== 'element' || !isEntry(ctx, at)) return false;
  let end = at;
  while (typeAt(input, end + 1) === t.Minus && t.isName(input[end + 2])) end += 2;
  if (end === at || typeAt(input, end + 1) !== t.Colon) return false;
  const written = text.slice((input[at] as IToken).startOffset, t.endOf(input[end] as IToken));
  if (/\s/.test(written)) return false;
  const name = written.replaceAll('-', '_');
  find(ctx.findings, hyphenInName, placeOf(ctx, at, end), name);
  ctx.instead.set(at, [{ ...(input[at] as IToken), image: written, payload: { name } satisfies t.NameSpelling }]);
  drop(ctx, at + 1, end);
  return true;
}

/** `sun elevation: 12` */
export function spacedName(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.block.kind !== 'element' || !isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  if (!t.isName(input[at + 1]) || typeAt(input, at + 2) !== t.Colon) return false;
  find(ctx.findings, spaceInName, placeOf(ctx, at, at + 1), `${imageAt(input, at)}_${imageAt(input, at + 1)}`);
  // Nothing else is said of the name: it may have been a property without its value before another one.
  ctx.instead.set(at, [{ ...(input[at] as IToken), payload: t.NO_NAME }]);
  drop(ctx, at + 1, at + 1);
  return true;
}

/** `tree oak tall { … }` */
export function secondLabel(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const names = [at, at + 1, at + 2];
  if (!isEntry(ctx, at) || !names.every((name) => t.isName(input[name])) || !isOnLine(ctx, at, at + 3)) return false;
  if (typeAt(input, at + 3) !== t.LeftBrace) return false;
  const [first, second] = [imageAt(input, at + 1), imageAt(input, at + 2)];
  const fix = replace(placeOf(ctx, at + 1, at + 2), `${first}_${second}`, { safe: false });
  find(ctx.findings, unexpectedToken, placeOf(ctx, at + 2, at + 2), 'one label and `{`', `\`${second}\``, [fix]);
  drop(ctx, at + 2, at + 2);
  return true;
}

/** `height => 5`, `height -> 5`, `height := 5` */
export function arrowForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const [first, second] = [typeAt(input, at + 1), typeAt(input, at + 2)];
  const isArrow = (first === t.Equal || first === t.Minus) && second === t.Greater;
  if (!isArrow && !(first === t.Colon && second === t.Equal)) return false;
  if (!(ctx.block.kind === 'element' && isEntry(ctx, at)) && !isPartStart(ctx, at)) return false;
  if (t.endOf(input[at + 1] as IToken) !== startAt(input, at + 2)) return false;
  const written = `${imageAt(input, at + 1)}${imageAt(input, at + 2)}`;
  find(ctx.findings, foreignOperator, placeOf(ctx, at + 1, at + 2), written, ':');
  ctx.instead.set(at + 1, [retyped(input[at + 1] as IToken, t.Colon)]);
  drop(ctx, at + 2, at + 2);
  return true;
}

/** `like "an oak"`, `random 3..5` */
export function bareCallForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  const next = typeAt(input, at + 1);
  if ((next !== t.Text && next !== t.NumberToken) || !CALL_BEFORE.has(typeAt(input, at - 1))) return false;
  if (isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  const outer = isInBraces(ctx) ? ctx.block : ctx.blocks[ctx.blocks.length - 1];
  const isType = typeAt(input, at - 1) === t.Colon && DECLARATIONS.has(typeAt(input, outer?.head ?? -1));
  if (isType) return false;
  let end = at + 1;
  for (let i = at + 1; i < Math.min(input.length, at + PATIENCE) && isOnLine(ctx, at, i); i = behind(ctx, i)) {
    const { tokenType } = input[i] as IToken;
    if (CLOSERS.has(tokenType) || tokenType === t.Comma || tokenType === t.Semicolon || tokenType === t.LeftBrace)
      break;
    if (i > at + 1 && t.endsOperand(input[i - 1]) && beginsEntry(ctx, i)) break;
    end = behind(ctx, i) - 1;
  }
  const inside = text.slice(startAt(input, at + 1), t.endOf(input[end] as IToken));
  const place = placeOf(ctx, at, end);
  find(ctx.findings, bareCall, place, imageAt(input, at), inside);
  const name = input[at] as IToken;
  ctx.instead.set(at, [name, supposedToken(t.LeftParenthesis, t.endOf(name))]);
  ctx.instead.set(end, [input[end] as IToken, supposedToken(t.RightParenthesis, place.end)]);
  return true;
}

const DECLARATIONS: t.TokenSet = t.tokenSet([t.Let, t.Prefab]);

const CALL_BEFORE: t.TokenSet = t.tokenSet([t.Colon, t.Equal, t.Plus, t.Minus, t.Star, t.Slash]);

/** `at (0, 1)`, `height 5` */
export function colonForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.block.kind !== 'element' || !isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  const next = typeAt(input, at + 1);
  const isBracket = next === t.LeftParenthesis || next === t.LeftBracket;
  if (!isBracket && !LITERALS.has(next)) return false;
  const behindValue = behind(ctx, at + 1);
  if (typeAt(input, behindValue) === t.LeftBrace || (isBracket && behindValue < at + 4)) return false;
  find(ctx.findings, missingColon, placeOf(ctx, at, at), imageAt(input, at), true);
  ctx.instead.set(at, [input[at] as IToken, supposedToken(t.Colon, t.endOf(input[at] as IToken))]);
  return true;
}

/** `translate([0, 0, 1]) sphere { … }` */
export function transformForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const close = ctx.closers[at + 1] ?? -1;
  if (ctx.block.kind === 'element' || !isEntry(ctx, at) || close === -1) return false;
  if (typeAt(input, at + 1) !== t.LeftParenthesis || !t.isName(input[close + 1])) return false;
  const behindNext = typeAt(input, close + 2);
  if (!isOnLine(ctx, close, close + 1)) return false;
  if (behindNext !== t.LeftBrace && behindNext !== t.LeftParenthesis) return false;
  const place = placeOf(ctx, at, close);
  const expected = 'an element: `at` says where it stands, `rotation` how it is turned';
  const fix = replace(place, '', { safe: false });
  find(ctx.findings, unexpectedToken, place, expected, `\`${imageAt(input, at)}(…)\``, [fix]);
  // What follows in parentheses is no element of the language yet: one thing at a time.
  drop(ctx, at, behindNext === t.LeftBrace ? close : behind(ctx, close + 2) - 1);
  ctx.block.head = close + 1;
  return true;
}
