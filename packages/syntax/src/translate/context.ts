// Where translating is: the tokens, the brackets around, and what is to take the place of what.

import type { FileId, Place } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import type { Finding } from '../findings.ts';
import { CLOSERS, startsEntry } from '../recovery.ts';
import { startsLine } from '../sections.ts';
import * as t from '../tokens.ts';

/** What brackets enclose: entries of an element, entries of another body, parts. */
export interface Block {
  readonly kind: 'element' | 'items' | 'parts';
  /** Where the entry begins that is being read. */
  head: number;
  /** Where the entry before it began; -1 if it ended with a brace. */
  before: number;
}

export interface Context {
  readonly file: FileId;
  readonly text: string;
  readonly input: readonly IToken[];
  /** For each opening bracket the index of the one that closes it; -1 if none does. */
  readonly closers: Int32Array;
  readonly findings: Finding[];
  /** What takes the place of tokens, by index. */
  readonly instead: Map<number, readonly IToken[]>;
  /** The blocks around the innermost one, outermost first. */
  readonly blocks: Block[];
  block: Block;
}

/** Looks whether a form begins at a token, and translates it. */
export type Form = (ctx: Context, at: number) => boolean;

export function isInBraces({ block }: Context): boolean {
  return block.kind !== 'parts';
}

/** Whether an entry of a body seems to begin: behind a brace, a comma, or a complete value on the line above. */
export function isEntryStart(ctx: Context, at: number): boolean {
  const { text, input, block } = ctx;
  const token = input[at] as IToken;
  const previous = typeAt(input, at - 1);
  if (STATEMENTS.has(token.tokenType)) return token.tokenType !== t.If || !VALUE_BEFORE.has(previous);
  if (block.head === -1 || previous === undefined || ENTRY_ENDS.has(previous)) return true;
  if (!t.endsOperand(input[at - 1])) return false;
  if (typeAt(input, at + 1) === t.Colon) return !HEADERS.has(headType(ctx)) || !HEADER_WORDS.has(token.tokenType);
  if (block.kind === 'element' && token.tokenType === t.Identifier && LITERALS.has(typeAt(input, at + 1))) return true;
  return startsLine(text, token) !== undefined && !HEADERS.has(headType(ctx));
}

/** What the entry begins with that is being read. */
export function headType({ input, instead, block }: Context): TokenType | undefined {
  return (instead.get(block.head)?.[0] ?? input[block.head])?.tokenType;
}

export const LITERALS: t.TokenSet = t.tokenSet([t.NumberToken, t.Text, t.Color, t.True, t.False]);

const STATEMENTS: t.TokenSet = t.tokenSet([t.Let, t.For, t.If, t.Scatter, t.Prefab, t.Use]);

const HEADER_WORDS: t.TokenSet = t.tokenSet([t.Spacing, t.Step]);
export const HEADERS: t.TokenSet = t.tokenSet([t.For, t.If, t.Scatter, t.Prefab, t.Use]);

export const VALUE_BEFORE: t.TokenSet = t.tokenSet([t.Colon, t.Equal, t.In, t.Step, t.Spacing, t.Then, t.Else]);

const ENTRY_ENDS: t.TokenSet = t.tokenSet([t.LeftBrace, t.RightBrace, t.Comma, t.Semicolon]);

export function isEntry(ctx: Context, at: number): boolean {
  return isInBraces(ctx) && ctx.block.head === at;
}

/** Where the parts between brackets begin. */
export function partStarts(ctx: Context, open: number, close: number): number[] {
  const starts = open + 1 < close ? [open + 1] : [];
  for (let i = open + 1; i < close; i = behind(ctx, i)) {
    if (typeAt(ctx.input, i) === t.Comma && i + 1 < close) starts.push(i + 1);
  }
  return starts;
}

/** Whether a name at a place begins an entry, or is at least no part of a value. */
export function beginsEntry({ input }: Context, at: number): boolean {
  const token = input[at];
  if (token === undefined || STATEMENTS.has(token.tokenType) || CLOSERS.has(token.tokenType)) return true;
  const next = typeAt(input, at + 1);
  if (next === t.Colon) return true;
  return (
    t.isName(token) && (next === t.Equal || next === t.LeftBrace || t.endsOperand(input[at + 1]) || next === t.Minus)
  );
}

export const OPERATORS: t.TokenSet = t.tokenSet([t.Plus, t.Minus, t.Star, t.Slash]);

export function drop(ctx: Context, from: number, to: number): void {
  for (let i = from; i <= to; i++) ctx.instead.set(i, NO_TOKENS);
}

/** How many tokens are looked through for the other end of a form: nobody writes more, and work stays linear. */
export const PATIENCE = 100;

const NO_TOKENS: readonly IToken[] = [];

/** The index behind a token, or behind the brackets that it opens. */
export function behind({ closers }: Context, at: number): number {
  return Math.max(closers[at] ?? -1, at) + 1;
}

/** Where tokens of a type stand between brackets, and in no brackets inside of them. */
export function indexesOf(ctx: Context, open: number, close: number, type: TokenType): number[] {
  const found: number[] = [];
  for (let i = open + 1; i < close; i = behind(ctx, i)) if (typeAt(ctx.input, i) === type) found.push(i);
  return found;
}

export function contains(ctx: Context, open: number, close: number, type: TokenType): boolean {
  return indexesOf(ctx, open, close, type).length > 0;
}

/** Whether a part of a call begins at a token. */
export function isPartStart({ input, block }: Context, at: number): boolean {
  const previous = typeAt(input, at - 1);
  return block.kind === 'parts' && (previous === t.LeftParenthesis || previous === t.Comma);
}

export function startsEntryAt(input: readonly IToken[], at: number): boolean {
  return at < input.length && startsEntry(input, at);
}

export function typeAt(input: readonly IToken[], at: number): TokenType | undefined {
  return input[at]?.tokenType;
}

export function imageAt(input: readonly IToken[], at: number): string {
  return input[at]?.image ?? '';
}

export function startAt(input: readonly IToken[], at: number): number {
  return (input[at] as IToken).startOffset;
}

export function spanOf(token: IToken): { readonly start: number; readonly end: number } {
  return { start: token.startOffset, end: t.endOf(token) };
}

export function placeOf({ file, input }: Context, from: number, to: number): Place {
  return { file, start: startAt(input, from), end: t.endOf(input[to] as IToken) };
}

export function isOnLine({ text, input }: Context, from: number, to: number): boolean {
  if (input[to] === undefined) return false;
  return !text.slice(t.endOf(input[from] as IToken), startAt(input, to)).includes('\n');
}

export function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

export function retyped(token: IToken, type: TokenType): IToken {
  return { ...token, ...t.typed(type) };
}
