// Cuts the tokens of a file into sections: parts that end between two items, so that a mistake stays where it is made.
import type { IToken, TokenType } from 'chevrotain';
import { CLOSER_OF, CLOSERS } from './recovery.ts';
import { isSpacedUnit } from './spaced-units.ts';
import * as t from './tokens.ts';

/** How deep brackets, `else if` and conditionals may be nested together. */
export const NESTING_LIMIT = 256;

/** The tokens `[from, to)` of a file. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** Whether a bracket in it is never closed, closes nothing, or closes another kind. */
  readonly broken: boolean;
  /** Its brackets that close nothing and are never closed, in order: what other sections might have to do with it. */
  readonly residue: string;
  /** The token at which the nesting passes the limit. */
  readonly tooDeepAt: number | undefined;
}

/**
 * Cuts at bracket depth 0: after a `}` without `else`, and before what can only start an item, since no name follows an
 * operand inside of an expression. A section with a bracket that is never closed ends before the first token at the left
 * margin that may start an item. Tokens must be those of `text`, from any section's start to the end of a section.
 */
export function cutSections(text: string, tokens: readonly IToken[]): Cut[] {
  const partner = matchBrackets(tokens);
  const cuts: Cut[] = [];
  let from = 0;
  while (from < tokens.length) {
    const { to, broken } = sectionEnd(text, tokens, partner, from);
    const residue = broken ? residueOf(tokens, partner, from, to) : '';
    cuts.push({ from, to, broken, residue, tooDeepAt: tooDeepAt(tokens, from, to) });
    from = to;
  }
  return cuts;
}

/**
 * For each opening bracket the index of the one that closes it, if all between is balanced; for each closing one that
 * closes, its own index; else -1. A mismatch spoils everything that is open, for none of it is balanced.
 */
function matchBrackets(tokens: readonly IToken[]): Int32Array {
  const partner = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const kind = KIND[(tokens[i] as IToken).tokenTypeIdx] ?? 0;
    if (kind < OPENS) continue;
    if (kind < CLOSES) {
      open.push(i);
      continue;
    }
    const top = open.pop();
    if (top === undefined) continue;
    if (KIND[(tokens[top] as IToken).tokenTypeIdx] === kind - CLOSES + OPENS) {
      partner[top] = i;
      partner[i] = i;
    } else open.length = 0;
  }
  return partner;
}

function sectionEnd(
  text: string,
  tokens: readonly IToken[],
  partner: Int32Array,
  from: number,
): { to: number; broken: boolean } {
  const state: HeadState = { head: undefined, sawText: false, lacksBrace: false };
  let broken = false;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    if (i > from && cutsBefore(text, tokens, state, i)) return { to: i, broken };
    noteHead(tokens, state, from, i);
    const kind = KIND[token.tokenTypeIdx] ?? 0;
    if (OPENS <= kind && kind < CLOSES) {
      const close = partner[i] as number;
      if (close === -1) return { to: marginStart(text, tokens, partner, from, i), broken: true };
      i = close;
      if (kind === OPENS && !goesOn(text, tokens, state, i + 1)) return { to: i + 1, broken };
    } else if (kind >= CLOSES) {
      broken = true;
      if (kind === CLOSES && tokens[i + 1]?.tokenType !== t.Else) return { to: i + 1, broken };
    }
  }
  return { to: tokens.length, broken };
}

/** Whether a section goes on behind a closing brace. */
function goesOn(text: string, tokens: readonly IToken[], { head, lacksBrace }: HeadState, next: number): boolean {
  if (tokens[next]?.tokenType === t.Else) return true;
  return lacksBrace && head !== undefined && isIndentedBelow(text, tokens[head] as IToken, tokens[next]);
}

function residueOf(tokens: readonly IToken[], partner: Int32Array, from: number, to: number): string {
  let residue = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i] as IToken;
    if ((KIND[token.tokenTypeIdx] ?? 0) >= OPENS && partner[i] === -1) residue += token.tokenType.PATTERN as string;
  }
  return residue;
}

/** What is known of a section's beginning: annotations come before the head. */
interface HeadState {
  /** The index of the first token that is no annotation's. */
  head: number | undefined;
  /** In a `use`: whether its path has come. */
  sawText: boolean;
  /** In a `for`, say, whose body has no braces: it goes on while what follows is indented further. */
  lacksBrace: boolean;
}

/** Follows annotations (`@` name `(` … `)`) until the head. */
function noteHead(tokens: readonly IToken[], state: HeadState, from: number, at: number): void {
  const type = (tokens[at] as IToken).tokenType;
  if (type === t.Text) state.sawText = true;
  if (state.head !== undefined || type === t.At) return;
  const previous = at > from ? tokens[at - 1]?.tokenType : undefined;
  if (previous === t.At || (type === t.LeftParenthesis && at - 2 >= from && tokens[at - 2]?.tokenType === t.At)) return;
  state.head = at;
}

function cutsBefore(text: string, tokens: readonly IToken[], state: HeadState, at: number): boolean {
  const type = (tokens[at] as IToken).tokenType;
  const previous = (tokens[at - 1] as IToken).tokenType;
  if (state.lacksBrace && startsLine(text, tokens[at] as IToken) === undefined) return false;
  if (isBodyOfHeader(text, tokens, state, at)) {
    state.lacksBrace = true;
    return false;
  }
  if (ITEM_KEYWORDS.has(type)) {
    if (state.head === undefined) return type !== t.For && type !== t.Scatter && previous !== t.At;
    return !isKeywordAsName(text, tokens, state.head, at);
  }
  const kind = KIND[(tokens[at] as IToken).tokenTypeIdx] ?? 0;
  if (kind !== NAME && type !== t.If && type !== t.At) return false;
  if (state.head === undefined || !endsOperand(previous)) return false;
  if (type === t.At) return true;
  const head = tokens[state.head] as IToken;
  if (type === t.If) return !isHeaderValue(tokens, head, at) && !isKeywordAsName(text, tokens, state.head, at);
  if (continuesHead(text, tokens, state, head, at)) return false;
  return startsElement(tokens, at) || startsLine(text, tokens[at] as IToken) !== undefined;
}

/** `for i in 0..5 tree { … }`, or the same on lines that are indented further than it: a body without its braces. */
function isBodyOfHeader(text: string, tokens: readonly IToken[], { head: at }: HeadState, here: number): boolean {
  const head = at === undefined ? undefined : tokens[at];
  if (head === undefined || !HEADERS.has(head.tokenType) || !startsItem(tokens, here)) return false;
  if (!endsOperand((tokens[here - 1] as IToken).tokenType) || endsHeader(text, tokens, here)) return false;
  if (isHeaderWord(tokens, head, here) || isHeaderValue(tokens, head, here)) return false;
  if (isOnLineOf(text, head, tokens[here] as IToken)) return startsElement(tokens, here);
  return isIndentedBelow(text, head, tokens[here]);
}

function isIndentedBelow(text: string, head: IToken, token: IToken | undefined): boolean {
  const [outer, inner] = [startsLine(text, head), token === undefined ? undefined : startsLine(text, token)];
  return outer !== undefined && inner !== undefined && outer < inner;
}

/** What has a body of items. */
const HEADERS: t.TokenSet = t.tokenSet([t.For, t.If, t.Scatter, t.Prefab]);

/** `spacing` and `step` in their headers and what follows them, the names of a `use`, the label of an element. */
function continuesHead(text: string, tokens: readonly IToken[], state: HeadState, head: IToken, at: number): boolean {
  switch (head.tokenType) {
    case t.For:
    case t.Scatter:
      return isHeaderWord(tokens, head, at) || isHeaderValue(tokens, head, at) || endsHeader(text, tokens, at);
    case t.If:
      return endsHeader(text, tokens, at);
    case t.Use:
      return !state.sawText && (!startsElement(tokens, at) || isBarePath(text, tokens, at));
    default:
      return isLabelHere(text, tokens, state.head as number, at);
  }
}

/** `oak` in `tree oak {`; by mistake `oak` and `tall` in `tree oak tall {`, on one line. */
function isLabelHere(text: string, tokens: readonly IToken[], head: number, at: number): boolean {
  const isBeforeBody = tokens[at + 1]?.tokenType === t.LeftBrace;
  if (at - 1 === head && isBeforeBody) return true;
  const [first, previous, token] = [tokens[head], tokens[at - 1], tokens[at]] as [IToken, IToken, IToken];
  const isNear = at - 1 === head || (at - 2 === head && kindOf(previous) === NAME && isBeforeBody);
  return isNear && kindOf(first) === NAME && isOnLineOf(text, first, token);
}

/** Whether `step` or `spacing` stands behind an operand of its header, where no name can. */
function isHeaderWord(tokens: readonly IToken[], head: IToken, at: number): boolean {
  const word = head.tokenType === t.For ? t.Step : head.tokenType === t.Scatter ? t.Spacing : undefined;
  const previous = tokens[at - 1];
  return tokens[at]?.tokenType === word && previous !== undefined && endsOperand(previous.tokenType);
}

/** Whether a token follows such a word: then it begins a value, be it an `if`. */
function isHeaderValue(tokens: readonly IToken[], head: IToken, at: number): boolean {
  return isHeaderWord(tokens, head, at - 1);
}

/** `for i in 0m..5 m {`: the unit of a number, and not the kind of an element. */
function endsHeader(text: string, tokens: readonly IToken[], at: number): boolean {
  return isSpacedUnit(text, tokens[at - 1], tokens[at]);
}

/** `use thicket from plants`: a path without its quotes, and not the kind of an element that has a label. */
function isBarePath(text: string, tokens: readonly IToken[], at: number): boolean {
  return tokens[at - 1]?.tokenType === t.From && isOnLineOf(text, tokens[at - 1] as IToken, tokens[at] as IToken);
}

/** `let for = 3`, `use a as let from "…"`, `tree for { … }`: a mistake that is better named than cut. */
function isKeywordAsName(text: string, tokens: readonly IToken[], head: number, at: number): boolean {
  const previous = tokens[at - 1] as IToken;
  const next = tokens[at + 1]?.tokenType;
  const isLabel = at - 1 === head && kindOf(previous) === NAME && next === t.LeftBrace;
  if (!isLabel && !(isNameExpected(tokens, head, at) && NAME_FOLLOWERS.has(next as TokenType))) return false;
  return isOnLineOf(text, previous, tokens[at] as IToken);
}

function isNameExpected(tokens: readonly IToken[], head: number, at: number): boolean {
  const previous = tokens[at - 1]?.tokenType;
  if (previous === t.Let || previous === t.Prefab || previous === t.For || previous === t.Use) return true;
  return tokens[head]?.tokenType === t.Use && (previous === t.As || previous === t.Comma);
}

/** What follows the name of a `let`, a `prefab`, a loop's variable, an import. */
const NAME_FOLLOWERS: t.TokenSet = t.tokenSet([...[t.Equal, t.Colon, t.LeftParenthesis, t.In, t.From, t.As, t.Comma]]);

function isOnLineOf(text: string, previous: IToken, token: IToken): boolean {
  return !text.slice(t.endOf(previous), token.startOffset).includes('\n');
}

/** The first item at the left margin, or at the section's own, behind a bracket that is never closed. */
function marginStart(text: string, tokens: readonly IToken[], partner: Int32Array, from: number, open: number): number {
  const own = startsLine(text, tokens[from] as IToken) ?? 0;
  for (let i = open + 1; i < tokens.length; i++) {
    const column = startsItem(tokens, i) ? startsLine(text, tokens[i] as IToken) : undefined;
    if (column === 0 || (column !== undefined && column === own)) return i;
    const kind = KIND[(tokens[i] as IToken).tokenTypeIdx] ?? 0;
    if (OPENS <= kind && kind < CLOSES && partner[i] !== -1) i = partner[i] as number;
  }
  return tokens.length;
}

function startsItem(tokens: readonly IToken[], at: number): boolean {
  const type = (tokens[at] as IToken).tokenType;
  return ITEM_KEYWORDS.has(type) || type === t.If || type === t.At || startsElement(tokens, at);
}

/** `tree {` or `tree oak {` */
function startsElement(tokens: readonly IToken[], at: number): boolean {
  if (KIND[(tokens[at] as IToken).tokenTypeIdx] !== NAME) return false;
  const next = tokens[at + 1];
  if (next?.tokenType === t.LeftBrace) return true;
  return next !== undefined && KIND[next.tokenTypeIdx] === NAME && tokens[at + 2]?.tokenType === t.LeftBrace;
}

/** How many columns stand before a token that is the first of its line; nothing if it is not. */
export function startsLine(text: string, token: IToken): number | undefined {
  let at = token.startOffset - 1;
  while (at >= 0 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  if (at >= 0 && text.charCodeAt(at) !== 10 && !(at === 0 && text.charCodeAt(0) === 0xfeff)) return undefined;
  return token.startOffset - 1 - at;
}

/** Where brackets, `if`s inside of `else` and nested conditionals together pass the limit. */
function tooDeepAt(tokens: readonly IToken[], from: number, to: number): number | undefined {
  if (to - from <= NESTING_LIMIT) return undefined;
  let depth = 0;
  const ifs: number[] = [];
  let here = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as IToken;
    const kind = KIND[token.tokenTypeIdx] ?? 0;
    if (kind >= CLOSES) {
      const outer = ifs.pop();
      if (outer !== undefined) {
        depth -= here + 1;
        here = outer;
      }
    } else if (kind >= OPENS) {
      ifs.push(here);
      here = 0;
      depth++;
    } else if (token.tokenType === t.If) {
      if (tokens[i - 1]?.tokenType !== t.Else && kindOf(tokens[i - 1]) === CLOSES) {
        depth -= here;
        here = 0;
      }
      here++;
      depth++;
    } else if (RESETS.has(token.tokenType)) {
      depth -= here;
      here = 0;
    }
    if (depth > NESTING_LIMIT) return i;
  }
  return undefined;
}

function kindOf(token: IToken | undefined): number {
  return token === undefined ? 0 : (KIND[token.tokenTypeIdx] ?? 0);
}

// What matters of a token: a name, the end of an operand, a bracket and of which kind.
const NAME = 1;
const OPERAND = 2;
const OPENS = 4;
const CLOSES = 8;
const KIND: number[] = [];
for (const type of [t.Identifier, ...t.SOFT_KEYWORDS]) KIND[type.tokenTypeIdx as number] = NAME;
for (const type of [t.NumberToken, t.Text, t.Color, t.Question, t.True, t.False, t.Semicolon]) {
  KIND[type.tokenTypeIdx as number] = OPERAND;
}
let bracket = 0;
for (const [opener, closer] of CLOSER_OF) {
  KIND[opener.tokenTypeIdx as number] = OPENS + bracket;
  KIND[closer.tokenTypeIdx as number] = CLOSES + bracket;
  bracket++;
}

function endsOperand(type: TokenType): boolean {
  const kind = KIND[type.tokenTypeIdx as number] ?? 0;
  return kind === NAME || kind === OPERAND || CLOSERS.has(type);
}

/** These always start an item at depth 0. */
const ITEM_KEYWORDS: t.TokenSet = t.tokenSet([t.Let, t.Prefab, t.Use, t.Scatter, t.For]);
/** Behind these no `if` is nested in an earlier one of the same depth. */
const RESETS: t.TokenSet = t.tokenSet([t.Comma, t.Colon, t.Equal, t.Let, t.For, t.Scatter]);
