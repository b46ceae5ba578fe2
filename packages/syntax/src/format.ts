// Turns a program into its canonical layout: only white space and the commas between fields change.
import { invariant, type SourceFile } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { CLOSERS, OPENERS } from './recovery.ts';
import { scan } from './scan.ts';
import * as t from './tokens.ts';

const INDENT = '  ';
const LINE_WIDTH = 120;

/**
 * Lays a program out: two spaces of indentation; a body that was written on one line stays on one if it holds properties
 * alone, however long it is, or fits into 120 columns; any other has one entry a line. The line breaks that a writer put
 * behind opening brackets stay, blank lines too, at most one, and every comment. Needs `canFormat(program)`.
 */
export function format(program: ast.Program, source: SourceFile): string {
  const ctx = createContext(program, source);
  for (let i = 0; i < ctx.lexemes.length; i++) {
    const lexeme = ctx.lexemes[i] as Lexeme;
    if (isDropped(lexeme)) continue;
    separate(ctx, i);
    write(ctx, i);
  }
  return ctx.lines.length === 0 && ctx.line === '' ? '' : `${[...ctx.lines, ctx.line].join('\n')}\n`;
}

/** Whether a program has no syntax errors, so that its layout is known. */
export function canFormat(program: ast.Program): boolean {
  return program.sections.every(({ diagnostics }) => diagnostics.every(({ severity }) => severity !== 'error'));
}

interface Lexeme {
  readonly token: IToken;
  readonly start: number;
  readonly end: number;
  readonly isComment: boolean;
  /** The one before, comments aside. */
  previous: Lexeme | undefined;
  /** The index of the bracket that closes this one. */
  close: number | undefined;
  /** The bracket that this one closes. */
  opener: Lexeme | undefined;
  /** The innermost bracket around. */
  around: Lexeme | undefined;
}

interface Context {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** Where entries of bodies and items of the file start. */
  readonly entryStarts: ReadonlySet<number>;
  /** Where fields end that another entry follows. */
  readonly fieldEnds: ReadonlySet<number>;
  /** Where bodies start that hold properties alone. */
  readonly propertyBodies: ReadonlySet<number>;
  readonly lines: string[];
  line: string;
  /** The open brackets, outermost first. */
  readonly open: { readonly isBroken: boolean; readonly isBrace: boolean }[];
  depth: number;
  /** The last lexeme written. */
  last: Lexeme | undefined;
}

function createContext(program: ast.Program, source: SourceFile): Context {
  const { text } = source;
  const scanned = scan(source.id, text);
  invariant(scanned !== undefined, 'a program without errors can be read');
  const lexemes = [...scanned.tokens, ...scanned.comments]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map(
      (token): Lexeme => ({
        token,
        start: token.startOffset,
        end: token.startOffset + token.image.length,
        isComment: COMMENTS.has(token.tokenType),
        previous: undefined,
        close: undefined,
        opener: undefined,
        around: undefined,
      }),
    );
  matchBrackets(lexemes);
  const places: Places = { entryStarts: new Set(), fieldEnds: new Set(), propertyBodies: new Set() };
  for (const node of program.imports) places.entryStarts.add(node.start);
  for (const item of program.items) collectEntry(item, places);
  return { text, lexemes, ...places, lines: [], line: '', open: [], depth: 0, last: undefined };
}

const COMMENTS: t.TokenSet = t.tokenSet([t.LineComment, t.BlockComment]);

/** Tells each lexeme of its neighbours. */
function matchBrackets(lexemes: readonly Lexeme[]): void {
  const open: Lexeme[] = [];
  let previous: Lexeme | undefined;
  for (let i = 0; i < lexemes.length; i++) {
    const lexeme = lexemes[i] as Lexeme;
    const { tokenType } = lexeme.token;
    if (CLOSERS.has(tokenType)) {
      lexeme.opener = open.pop();
      if (lexeme.opener !== undefined) lexeme.opener.close = i;
    }
    lexeme.around = open[open.length - 1];
    if (OPENERS.has(tokenType)) open.push(lexeme);
    lexeme.previous = previous;
    if (!lexeme.isComment) previous = lexeme;
  }
}

function isInBraces({ around }: Lexeme): boolean {
  return around === undefined || around.token.tokenType === t.LeftBrace;
}

interface Places {
  readonly entryStarts: Set<number>;
  readonly fieldEnds: Set<number>;
  readonly propertyBodies: Set<number>;
}

function collectEntry(entry: ast.Item | ast.Field, places: Places): void {
  places.entryStarts.add(entry.start);
  switch (entry.kind) {
    case 'element':
      if (entry.body.entries.every(({ kind }) => kind === 'field')) places.propertyBodies.add(entry.body.start);
      entry.body.entries.forEach((inner, index, all) => {
        collectEntry(inner, places);
        if (inner.kind === 'field' && index < all.length - 1) places.fieldEnds.add(inner.end);
      });
      return;
    case 'for':
    case 'scatter':
    case 'prefab':
      for (const inner of entry.body.items) collectEntry(inner, places);
      return;
    case 'if':
      collectBranches(entry, places);
      return;
    default:
  }
}

function collectBranches(entry: ast.If, places: Places): void {
  for (const inner of entry.then.items) collectEntry(inner, places);
  if (entry.else?.kind === 'if') collectBranches(entry.else, places);
  else for (const inner of entry.else?.items ?? []) collectEntry(inner, places);
}

/** Commas between fields are written anew. */
function isDropped({ token, around }: Lexeme): boolean {
  return token.tokenType === t.Comma && around?.token.tokenType === t.LeftBrace;
}

/** Writes the white space before a lexeme. */
function separate(ctx: Context, at: number): void {
  const lexeme = ctx.lexemes[at] as Lexeme;
  const { last } = ctx;
  if (last === undefined) return;
  const { isBroken } = ctx.open[ctx.open.length - 1] ?? TOP_LEVEL;
  const newlines = ctx.text.slice(last.end, lexeme.start).split('\n').length - 1;
  const blank = newlines > 1 && isInBraces(lexeme) && last.token.tokenType !== t.LeftBrace;
  if (CLOSERS.has(lexeme.token.tokenType)) {
    if (isBroken) newLine(ctx, ctx.depth - 1, false);
    else if (lexeme.token.tokenType === t.RightBrace && last !== lexeme.opener) ctx.line += ' ';
  } else if (lexeme.isComment) separateComment(ctx, at, last, isBroken, newlines > 0, blank);
  else if (isBroken && ctx.entryStarts.has(lexeme.start) && isInBraces(lexeme)) newLine(ctx, ctx.depth, blank);
  else if (
    isBroken &&
    startsListItem(lexeme) &&
    !(last.isComment && opensBrackets(lexeme.previous) && !endsLine(last))
  ) {
    newLine(ctx, ctx.depth, false);
  } else if (endsLine(last)) newLine(ctx, ctx.depth + (continuesEntry(lexeme) ? 1 : 0), false);
  else if (newlines > 0 && isAnnotated(lexeme)) newLine(ctx, ctx.depth, false);
  else ctx.line += spaceBetween(ctx, at);
}

const TOP_LEVEL = { isBroken: true, isBrace: true } as const;

function separateComment(
  ctx: Context,
  at: number,
  last: Lexeme,
  isBroken: boolean,
  hasNewline: boolean,
  blank: boolean,
): void {
  const lexeme = ctx.lexemes[at] as Lexeme;
  if (isBroken && hasNewline && isBetweenEntries(ctx, last, at)) newLine(ctx, ctx.depth, blank);
  else if (isBroken && opensBrackets(last) && last.token.tokenType !== t.LeftBrace) newLine(ctx, ctx.depth, false);
  else if (endsLine(last)) newLine(ctx, ctx.depth + (isInBraces(lexeme) ? 1 : 0), false);
  else ctx.line += spaceBetween(ctx, at);
}

/** The first in parentheses or square brackets, or the first behind a comma. */
function startsListItem(lexeme: Lexeme): boolean {
  if (isInBraces(lexeme)) return false;
  return opensBrackets(lexeme.previous) || lexeme.previous?.token.tokenType === t.Comma;
}

/** Writes a lexeme and keeps track of the brackets. */
function write(ctx: Context, at: number): void {
  const lexeme = ctx.lexemes[at] as Lexeme;
  const { token } = lexeme;
  if (token.tokenType === t.BlockComment && token.image.includes('\n')) {
    const [first = '', ...rest] = token.image.split(/\r?\n/);
    ctx.lines.push(`${ctx.line}${first.trimEnd()}`);
    ctx.line = (rest.pop() ?? '').trimEnd();
    for (const line of rest) ctx.lines.push(line.trimEnd());
  } else ctx.line += lexeme.isComment ? token.image.trimEnd() : token.image;
  if (CLOSERS.has(token.tokenType)) {
    const closed = ctx.open.pop();
    if (closed?.isBroken === true) ctx.depth--;
  }
  if (lexeme.close !== undefined) {
    const isBroken = breaks(ctx, at, lexeme.close);
    ctx.open.push({ isBroken, isBrace: token.tokenType === t.LeftBrace });
    if (isBroken) ctx.depth++;
  }
  const around = ctx.open[ctx.open.length - 1];
  if (around?.isBrace === true && !around.isBroken && !lexeme.isComment && ctx.fieldEnds.has(lexeme.end))
    ctx.line += ',';
  ctx.last = lexeme;
}

function newLine(ctx: Context, depth: number, blank: boolean): void {
  ctx.lines.push(ctx.line);
  if (blank) ctx.lines.push('');
  ctx.line = INDENT.repeat(Math.max(0, depth));
}

/** Whether the brackets opened at `at` are laid out over several lines. */
function breaks(ctx: Context, at: number, close: number): boolean {
  const opener = ctx.lexemes[at] as Lexeme;
  const closer = ctx.lexemes[close] as Lexeme;
  if (close === at + 1) return false;
  if (opener.token.tokenType !== t.LeftBrace) {
    const first = ctx.lexemes[at + 1] as Lexeme;
    if (ctx.text.slice(opener.end, first.start).includes('\n')) return true;
    return hasLineComment(ctx, at, close);
  }
  if (ctx.text.slice(opener.end, closer.start).includes('\n')) return true;
  if (ctx.propertyBodies.has(opener.start)) return false;
  return ctx.line.length + flatWidth(ctx, at, close) > LINE_WIDTH;
}

function hasLineComment(ctx: Context, at: number, close: number): boolean {
  for (let i = at + 1; i < close; i++) {
    if (endsLine(ctx.lexemes[i] as Lexeme)) return true;
  }
  return false;
}

/** The columns that the lexemes behind an opening brace take on one line. */
function flatWidth(ctx: Context, at: number, close: number): number {
  let width = 0;
  for (let i = at + 1; i <= close && width <= LINE_WIDTH; i++) {
    const lexeme = ctx.lexemes[i] as Lexeme;
    if (isDropped(lexeme)) continue;
    width += lexeme.token.image.length + (ctx.fieldEnds.has(lexeme.end) ? 1 : 0);
    if (lexeme.token.tokenType === t.RightBrace) width += ctx.lexemes[i - 1] === lexeme.opener ? 0 : 1;
    else width += spaceBetween(ctx, i).length;
  }
  return width;
}

/** Whether a comment stands where an entry could: not in the middle of one. */
function isBetweenEntries(ctx: Context, last: Lexeme, at: number): boolean {
  if (!isInBraces(ctx.lexemes[at] as Lexeme)) return true;
  if (last.token.tokenType === t.LeftBrace || last.token.tokenType === t.RightBrace) return true;
  for (let i = at + 1; i < ctx.lexemes.length; i++) {
    const next = ctx.lexemes[i] as Lexeme;
    if (next.isComment || isDropped(next)) continue;
    return next.token.tokenType === t.RightBrace || ctx.entryStarts.has(next.start) || isAnnotated(next);
  }
  return true;
}

function endsLine({ token }: Lexeme): boolean {
  return token.tokenType === t.LineComment;
}

function opensBrackets(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && OPENERS.has(lexeme.token.tokenType);
}

/** Whether an annotation ends just before. */
function isAnnotated(lexeme: Lexeme): boolean {
  return isInBraces(lexeme) && lexeme.previous?.opener?.previous?.previous?.token.tokenType === t.At;
}

/** Whether it goes on with what the line before began, rather than standing below it as an equal. */
function continuesEntry(lexeme: Lexeme): boolean {
  return lexeme.token.tokenType !== t.Else && !isAnnotated(lexeme);
}

/** The space between two lexemes on one line. */
function spaceBetween(ctx: Context, at: number): '' | ' ' {
  const lexeme = ctx.lexemes[at] as Lexeme;
  const before = ctx.lexemes[at - 1] as Lexeme;
  const type = lexeme.token.tokenType;
  if (before.isComment || lexeme.isComment) {
    if (TIGHT_BEFORE.has(type)) return '';
    return opensBrackets(before) && before.token.tokenType !== t.LeftBrace ? '' : ' ';
  }
  const previous = before.token.tokenType;
  // `1.` in front of a comment would be a bare decimal point.
  if (type === t.Dot && previous === t.NumberToken && ctx.lexemes[at + 1]?.isComment === true) return ' ';
  if (TIGHT_BEFORE.has(type) || TIGHT_AFTER.has(previous)) return '';
  if (previous === t.Minus && isUnary(ctx, before)) return '';
  if (type !== t.LeftParenthesis && type !== t.LeftBracket) return ' ';
  // A call, an index, the argument of a type: the bracket follows an operand.
  return t.endsOperand(before.token) && !isSoftKeyword(ctx, before) ? '' : ' ';
}

const TIGHT_BEFORE: t.TokenSet = t.tokenSet([
  ...[t.Comma, t.Colon, t.RightParenthesis, t.RightBracket, t.Dot, t.DotDot, t.DotDotLess],
]);
const TIGHT_AFTER: t.TokenSet = t.tokenSet([
  ...[t.LeftParenthesis, t.LeftBracket, t.Dot, t.DotDot, t.DotDotLess, t.At],
]);

function isUnary(ctx: Context, { previous }: Lexeme): boolean {
  return previous === undefined || !t.endsOperand(previous.token) || isSoftKeyword(ctx, previous);
}

/** `step` and the like behind an operand are no names. */
function isSoftKeyword(ctx: Context, { token, start, previous }: Lexeme): boolean {
  if (!t.SOFT_KEYWORDS.includes(token.tokenType)) return false;
  return previous !== undefined && t.endsOperand(previous.token) && !ctx.entryStarts.has(start);
}
