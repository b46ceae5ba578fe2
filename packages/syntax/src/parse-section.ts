// Turns the tokens of one section into its tree: as they are, or with what was probably meant if that is not one.
import type { Diagnostic, FileId } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { balanceBrackets } from './brackets.ts';
import { type Finding, tell } from './findings.ts';
import { theParser } from './grammar.ts';
import { mend } from './mend.ts';
import { parseError } from './parse-errors.ts';
import { tooDeep } from './problems/too-deep.ts';
import { unterminatedText } from './problems/unterminated-text.ts';
import { wrongQuote } from './problems/wrong-quote.ts';
import type { Complaint } from './recovery.ts';
import type { Scan } from './scan.ts';
import { type Cut, NESTING_LIMIT } from './sections.ts';
import * as t from './tokens.ts';
import { joinTornTexts } from './torn-texts.ts';
import { translate } from './translate.ts';

/** What the sections of a stretch are parsed from, one after the other. */
export interface SectionContext {
  readonly file: FileId;
  readonly text: string;
  readonly scanned: Scan;
  /** How many comments and findings of the scanner have been given to sections. */
  comment: number;
  finding: number;
}

/** The context of a stretch whose first section comes next. */
export function sectionContext(file: FileId, text: string, scanned: Scan): SectionContext {
  return { file, text, scanned, comment: 0, finding: 0 };
}

/** Parses one section; they must come in order, for comments and findings are given to each in turn. */
export function parseSection(ctx: SectionContext, cut: Cut, start: number, end: number): ast.Section {
  const comments = commentsBefore(ctx, end);
  const found = findingsBefore(ctx, end);
  const { imports, items, diagnostics } = sectionTreeOrNothing(ctx, cut, found);
  return { kind: 'section', start, end, imports, items, comments, diagnostics };
}

type Tree = Pick<ast.Section, 'imports' | 'items' | 'diagnostics'>;

/** The limit leaves room on the usual stack; a caller that has used most of it up is told of the nesting earlier. */
function sectionTreeOrNothing(ctx: SectionContext, cut: Cut, found: readonly Finding[]): Tree {
  try {
    return sectionTree(ctx, cut, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return sectionTree(ctx, { ...cut, tooDeepAt: cut.from }, found);
  }
}

function sectionTree(ctx: SectionContext, cut: Cut, found: readonly Finding[]): Tree {
  const { file, scanned } = ctx;
  if (cut.tooDeepAt !== undefined) {
    const token = scanned.tokens[cut.tooDeepAt] as IToken;
    const place = { file, start: token.startOffset, end: t.endOf(token) };
    return { imports: [], items: [], diagnostics: [...tell(ctx.text, found), tooDeep(place, NESTING_LIMIT)] };
  }
  const tokens = scanned.tokens.slice(cut.from, cut.to);
  const parser = theParser();
  if (!cut.broken) {
    parser.begin(tokens);
    const { imports, items } = parser.program();
    if (parser.complaints.length === 0) return { imports, items, diagnostics: tellIfAny(ctx.text, found) };
  }
  return brokenTree(ctx, cut, found);
}

/** Parses a section that holds mistakes: on tokens with the brackets balanced and the likely meanings put in. */
function brokenTree(ctx: SectionContext, cut: Cut, scanned: readonly Finding[]): Tree {
  const { file, text } = ctx;
  const { tokens, findings: found } = joinTornTexts(file, text, ctx.scanned.tokens.slice(cut.from, cut.to), scanned);
  const lostText = found.filter(({ problem }) => problem === unterminatedText || problem === wrongQuote);
  const lostBracket = (open: IToken): boolean => lostText.some((lost) => isOnLineOf(text, open.startOffset, lost));
  const translated = translate(file, text, tokens);
  const balanced = balanceBrackets(file, text, translated.tokens, lostBracket);
  const mended = mend(file, text, balanced.tokens);
  const parser = theParser();
  parser.begin(mended.tokens);
  const { imports, items } = parser.program();
  const known = [...found, ...translated.findings, ...balanced.findings, ...mended.findings];
  known.sort((a, b) => a.place.start - b.place.start);
  const diagnostics = tell(text, known);
  const count = diagnostics.length;
  const following = nextOnLine(ctx, cut);
  for (const complaint of parser.complaints) {
    if (!isExplained(text, known, complaint)) diagnostics.push(parseError(file, text, complaint, following));
  }
  if (diagnostics.length > count) diagnostics.sort((a, b) => a.primary.start - b.primary.start);
  return { imports, items, diagnostics };
}

/** What stands behind a section on its last line. */
function nextOnLine({ text, scanned }: SectionContext, { to }: Cut): IToken | undefined {
  const [last, next] = [scanned.tokens[to - 1], scanned.tokens[to]];
  if (last === undefined || next === undefined) return undefined;
  return text.slice(t.endOf(last), next.startOffset).includes('\n') ? undefined : next;
}

/** Whether a mistake already named stands at, or just before on the line of, what the parser complains of. */
function isExplained(text: string, known: readonly Finding[], { found, previous }: Complaint): boolean {
  const start = previous === undefined ? (found?.startOffset ?? 0) : t.endOf(previous);
  const last = found ?? previous;
  const end = last === undefined ? start : t.endOf(last);
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as Finding).place.start <= end) low = middle + 1;
    else high = middle;
  }
  const following = known[low]?.place.start;
  if (following !== undefined && following - end < 200 && text.slice(end, following).trim() === '') return true;
  for (const { place } of known.slice(Math.max(0, low - 3), low)) {
    if (start <= place.end) return true;
    if (start - place.end < 200 && !/[\n,{}]/.test(text.slice(place.end, start))) return true;
  }
  return false;
}

function isOnLineOf(text: string, offset: number, { place }: Finding): boolean {
  return offset <= place.start && !text.slice(offset, place.start).includes('\n');
}

function commentsBefore(ctx: SectionContext, end: number): readonly ast.Comment[] {
  const { comments } = ctx.scanned;
  if (ctx.comment >= comments.length || (comments[ctx.comment] as IToken).startOffset >= end) return NO_COMMENTS;
  const found: ast.Comment[] = [];
  for (; ctx.comment < comments.length; ctx.comment++) {
    const token = comments[ctx.comment] as IToken;
    const { image, startOffset: start } = token;
    if (start >= end) break;
    const kind = t.isDocComment(token)
      ? 'doc-comment'
      : token.tokenType === t.LineComment
        ? 'line-comment'
        : 'block-comment';
    found.push({ kind, start, end: start + image.length, text: image });
  }
  return found;
}

function findingsBefore(ctx: SectionContext, end: number): readonly Finding[] {
  const { findings } = ctx.scanned;
  if (ctx.finding >= findings.length) return NO_FINDINGS;
  const from = ctx.finding;
  while (ctx.finding < findings.length && (findings[ctx.finding] as Finding).place.start < end) ctx.finding++;
  return from === ctx.finding ? NO_FINDINGS : findings.slice(from, ctx.finding);
}

function tellIfAny(text: string, found: readonly Finding[]): readonly Diagnostic[] {
  return found.length === 0 ? NO_DIAGNOSTICS : tell(text, found);
}

const NO_COMMENTS: readonly ast.Comment[] = [];
const NO_FINDINGS: readonly Finding[] = [];
const NO_DIAGNOSTICS: readonly Diagnostic[] = [];
