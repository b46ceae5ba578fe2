// Turns a section's tokens into balanced ones: supposes closing brackets, corrects or drops wrong ones, and says so.
import type { FileId, Place } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { type Finding, find } from './findings.ts';
import { extraBracket } from './problems/extra-bracket.ts';
import { mismatchedBracket } from './problems/mismatched-bracket.ts';
import { missingBody } from './problems/missing-body.ts';
import { unclosedBracket } from './problems/unclosed-bracket.ts';
import { CLOSER_OF, CLOSERS, isKeyword, OPENERS, startsEntry, supposedToken } from './recovery.ts';
import { startsLine } from './sections.ts';
import * as t from './tokens.ts';

export interface Balanced {
  readonly tokens: IToken[];
  readonly findings: readonly Finding[];
}

/** `quietAt` tells of an opening bracket whose closing one was lost to another mistake, which has been reported. */
export function balanceBrackets(
  file: FileId,
  text: string,
  tokens: readonly IToken[],
  quietAt: (open: IToken) => boolean,
): Balanced {
  const ctx: Context = {
    file,
    text,
    quietAt,
    input: tokens,
    output: [],
    open: [],
    findings: [],
    excess: Math.max(0, openBraces(tokens)),
    surplus: Math.max(0, -openBraces(tokens)),
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    closeBefore(ctx, i);
    if (CLOSERS.has(token.tokenType)) close(ctx, token, tokens[i + 1]);
    else {
      if (OPENERS.has(token.tokenType)) ctx.open.push({ token, isCall: t.isName(tokens[i - 1]) });
      ctx.output.push(token);
    }
  }
  closeRest(ctx);
  return { tokens: ctx.output, findings: ctx.findings };
}

interface Open {
  readonly token: IToken;
  readonly isCall: boolean;
}

interface Context {
  readonly file: FileId;
  readonly text: string;
  readonly quietAt: (open: IToken) => boolean;
  readonly input: readonly IToken[];
  readonly output: IToken[];
  readonly open: Open[];
  readonly findings: Finding[];
  /** How many braces are left open in the end. */
  excess: number;
  /** How many closing braces close none: they may stand for other brackets. */
  surplus: number;
}

/** How many more braces open than close. */
function openBraces(tokens: readonly IToken[]): number {
  let braces = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === t.LeftBrace) braces++;
    else if (tokenType === t.RightBrace) braces--;
  }
  return braces;
}

/** In parentheses that are never closed, what cannot stand in them ends them: a field, an item. */
function closeBefore(ctx: Context, at: number): void {
  const top = ctx.open[ctx.open.length - 1];
  if (top === undefined || top.token.tokenType === t.LeftBrace) return;
  const token = ctx.input[at] as IToken;
  const { tokenType } = token;
  const isField = (t.isName(token) || isKeyword(token)) && ctx.input[at + 1]?.tokenType === t.Colon;
  if (isField && top.isCall && startsLine(ctx.text, token) === undefined) return;
  if (!isField && tokenType !== t.LeftBrace && !(startsEntry(ctx.input, at) && tokenType !== t.If)) return;
  if (isField && isClosedInTime(ctx, at)) return;
  const comma = ctx.output[ctx.output.length - 1];
  const hasComma = comma?.tokenType === t.Comma;
  if (hasComma) ctx.output.pop();
  while (ctx.open.length > 0 && ctx.open[ctx.open.length - 1]?.token.tokenType !== t.LeftBrace) {
    reportUnclosed(ctx, ctx.open.pop() as Open, endOf(ctx.output[ctx.output.length - 1]));
  }
  if (hasComma) ctx.output.push(comma);
}

/** Whether the open parenthesis is closed after all before anything else ends. */
function isClosedInTime(ctx: Context, at: number): boolean {
  const wanted = CLOSER_OF.get((ctx.open[ctx.open.length - 1] as Open).token.tokenType);
  const stack: TokenType[] = [];
  for (let i = at; i < Math.min(ctx.input.length, at + LOOK_AHEAD); i++) {
    const { tokenType } = ctx.input[i] as IToken;
    const closer = CLOSER_OF.get(tokenType);
    if (closer !== undefined) stack.push(closer);
    else if (CLOSERS.has(tokenType)) {
      const expected = stack.pop() ?? wanted;
      if (expected !== tokenType) return false;
      if (stack.length === 0 && expected === wanted) return true;
    }
  }
  return false;
}

const LOOK_AHEAD = 200;

function close(ctx: Context, token: IToken, next: IToken | undefined): void {
  const top = ctx.open[ctx.open.length - 1];
  if (top !== undefined && CLOSER_OF.get(top.token.tokenType) === token.tokenType) {
    if (token.tokenType === t.RightBrace) closeByMargin(ctx, token);
    ctx.open.pop();
    ctx.output.push(token);
    return;
  }
  if (top !== undefined && standsForOther(ctx, token, top.token, next)) return closeWrongly(ctx, token, top.token);
  if (token.tokenType === t.RightBrace ? hasOpenBrace(ctx) : isOpenAbove(ctx, token.tokenType)) {
    while (CLOSER_OF.get(ctx.open[ctx.open.length - 1]?.token.tokenType as TokenType) !== token.tokenType) {
      reportUnclosed(ctx, ctx.open.pop() as Open, endOf(ctx.output[ctx.output.length - 1]));
    }
    ctx.open.pop();
    ctx.output.push(token);
    return;
  }
  if (top !== undefined && top.token.tokenType !== t.LeftBrace && token.tokenType !== t.RightBrace) {
    return closeWrongly(ctx, token, top.token);
  }
  if (token.tokenType === t.RightBrace && openElement(ctx, token)) return;
  find(ctx.findings, extraBracket, placeOf(ctx, token), token.image);
}

/** `(0, -3}` where a brace closes too many, `tree { … )` where one closes too few. */
function standsForOther(ctx: Context, token: IToken, open: IToken, next: IToken | undefined): boolean {
  if (token.tokenType === t.RightBrace) return ctx.surplus > 0 && open.tokenType !== t.LeftBrace;
  if (open.tokenType !== t.LeftBrace || ctx.excess === 0) return false;
  return next === undefined || CLOSERS.has(next.tokenType) || startsLine(ctx.text, next) !== undefined;
}

/** Takes a closing bracket for that of the bracket opened last. */
function closeWrongly(ctx: Context, token: IToken, open: IToken): void {
  const closer = CLOSER_OF.get(open.tokenType) as TokenType;
  if (token.tokenType === t.RightBrace) ctx.surplus--;
  else if (closer === t.RightBrace) ctx.excess--;
  ctx.open.pop();
  ctx.output.push({ ...token, ...t.typed(closer) });
  const expected = closer.PATTERN as string;
  find(ctx.findings, mismatchedBracket, placeOf(ctx, token), token.image, expected, placeOf(ctx, open));
}

/** `tree at: (0, 1) }`: the brace that is missing is the opening one. */
function openElement(ctx: Context, close: IToken): boolean {
  const { output } = ctx;
  let names = 0;
  while (t.isName(output[names])) names++;
  const hasField = output[names]?.tokenType === t.Colon;
  const at = hasField ? names - 1 : names;
  if (at < 1 || at > 2 || (!hasField && names < output.length) || output.some(isLeftBrace)) return false;
  const head = output.slice(0, at);
  const place = placeOf(ctx, head[at - 1] as IToken);
  const found = `\`${(hasField ? (output[at] as IToken) : close).image}\``;
  find(ctx.findings, missingBody, place, head.map(({ image }) => image).join(' '), found);
  output.splice(at, 0, supposedToken(t.LeftBrace, place.end));
  output.push(close);
  return true;
}

function isLeftBrace({ tokenType }: IToken): boolean {
  return tokenType === t.LeftBrace;
}

/** A `}` at the margin of an outer brace closes that one, if more are open than will be closed. */
function closeByMargin(ctx: Context, token: IToken): void {
  const column = startsLine(ctx.text, token);
  if (column === undefined || ctx.excess === 0) return;
  const outer = ctx.open.findLastIndex(
    ({ token: open }) => open.tokenType === t.LeftBrace && marginOf(ctx, open) === column,
  );
  if (outer === -1) return;
  while (ctx.open.length - 1 > outer && ctx.excess > 0) {
    const inner = ctx.open[ctx.open.length - 1] as Open;
    if (marginOf(ctx, inner.token) <= column) return;
    ctx.excess--;
    ctx.open.pop();
    reportUnclosed(ctx, inner, endOf(ctx.output[ctx.output.length - 1]));
  }
}

function closeRest(ctx: Context): void {
  const end = endOf(ctx.input[ctx.input.length - 1]);
  const rest = ctx.open.splice(0);
  for (const { token } of [...rest].reverse()) {
    ctx.output.push(supposedToken(CLOSER_OF.get(token.tokenType) as TokenType, end));
  }
  const [first, ...others] = rest.filter(({ token }) => !ctx.quietAt(token));
  if (first === undefined) return;
  const missing = [first, ...others].map(({ token }) => CLOSER_OF.get(token.tokenType)?.PATTERN as string).reverse();
  const { image } = first.token;
  const places = others.slice(0, 3).map(({ token }) => placeOf(ctx, token));
  find(ctx.findings, unclosedBracket, placeOf(ctx, first.token), image, missing.join(' '), end, places);
}

function reportUnclosed(ctx: Context, { token }: Open, at: number): void {
  const closer = CLOSER_OF.get(token.tokenType) as TokenType;
  ctx.output.push(supposedToken(closer, at));
  if (ctx.quietAt(token) || hasReportedLine(ctx, token)) return;
  find(ctx.findings, unclosedBracket, placeOf(ctx, token), token.image, closer.PATTERN as string, at, []);
}

/** One message for all the brackets that a line leaves open. */
function hasReportedLine(ctx: Context, token: IToken): boolean {
  const last = ctx.findings[ctx.findings.length - 1];
  if (last?.problem !== unclosedBracket) return false;
  const [from, to] = [token.startOffset, last.place.start].sort((a, b) => a - b) as [number, number];
  return !ctx.text.slice(from, to).includes('\n');
}

function hasOpenBrace(ctx: Context): boolean {
  return ctx.open.some(({ token }) => token.tokenType === t.LeftBrace);
}

/** Whether a bracket of this kind is open inside of the innermost brace. */
function isOpenAbove(ctx: Context, closer: TokenType): boolean {
  for (let i = ctx.open.length - 1; i >= 0; i--) {
    const { tokenType } = (ctx.open[i] as Open).token;
    if (tokenType === t.LeftBrace) return false;
    if (CLOSER_OF.get(tokenType) === closer) return true;
  }
  return false;
}

/** The column at which the line of a token starts. */
function marginOf(ctx: Context, token: IToken): number {
  const lineStart = ctx.text.lastIndexOf('\n', token.startOffset - 1) + 1;
  return /^[ \t]*/.exec(ctx.text.slice(lineStart, token.startOffset))?.[0].length ?? 0;
}

function endOf(token: IToken | undefined): number {
  return token === undefined ? 0 : token.startOffset + token.image.length;
}

function placeOf(ctx: Context, token: IToken): Place {
  return { file: ctx.file, start: token.startOffset, end: endOf(token) };
}
