// Turns a source file into its tree. Never throws and never fails: every mistake becomes a diagnostic, and holes stand
// where text is missing.
import type { Diagnostic, FileId, Outcome, Place, SourceFile } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { balanceBrackets } from './brackets.ts';
import { type Finding, tell } from './findings.ts';
import { theParser } from './grammar.ts';
import { mend } from './mend.ts';
import { parseError } from './parse-errors.ts';
import { lateImport } from './problems/late-import.ts';
import { tooDeep } from './problems/too-deep.ts';
import { tooLarge, tooLargeToken, tooManyWords } from './problems/too-large.ts';
import { unterminatedComment } from './problems/unterminated-comment.ts';
import { unterminatedText } from './problems/unterminated-text.ts';
import { wrongQuote } from './problems/wrong-quote.ts';
import type { Complaint } from './recovery.ts';
import { type Scan, scan } from './scan.ts';
import { type Cut, cutSections, NESTING_LIMIT } from './sections.ts';
import { shiftDiagnostic } from './shift.ts';
import * as t from './tokens.ts';
import { joinTornTexts } from './torn-texts.ts';
import { translate } from './translate.ts';

/** The longest text that is read, in UTF-16 code units: 64 MiB of ASCII. */
export const SIZE_LIMIT = 64 * 1024 * 1024;
/** Words and signs that a file may have: each takes some 500 bytes of memory while it is read. */
export const WORD_LIMIT = 6_000_000;

/**
 * The tree of a program, and its syntax errors, in the order of the text. It never fails: what cannot be read becomes a hole
 * or is passed over, and each mistake is reported once. A text beyond {@link SIZE_LIMIT} or {@link WORD_LIMIT} gives an empty
 * program and an error.
 */
export function parse(source: SourceFile): Outcome<ast.Program> {
  const { id, text } = source;
  const parsed = parseSections(id, text, 0, text.length);
  const sections = parsed.map(({ section }) => section);
  return { value: programOf(text, sections), diagnostics: programDiagnostics(id, parsed) };
}

/** A section, and what of it may matter to other sections after an edit. */
export interface ParsedSection {
  readonly section: ast.Section;
  /** Its brackets that close nothing and are never closed, in order. */
  readonly residue: string;
  /** Where in it a comment starts that is never ended. */
  readonly openCommentAt: number | undefined;
  /** Whether it has neither imports nor diagnostics: almost every one. */
  readonly isQuiet: boolean;
}

/**
 * Parses the stretch `[start, end)` of a text, which holds whole sections: they cover all of it but the white space
 * between them. Law: the size of the `window` changes nothing.
 */
export function parseSections(
  file: FileId,
  text: string,
  start: number,
  end: number,
  window = WINDOW,
): ParsedSection[] {
  if (text.length > SIZE_LIMIT) {
    return [unreadSection(text, tooLarge({ file, start: 0, end: 0 }, text.length, SIZE_LIMIT))];
  }
  if (text.length > WORD_LIMIT && countWords(text) > WORD_LIMIT) {
    return [unreadSection(text, tooManyWords({ file, start: 0, end: 0 }, WORD_LIMIT))];
  }
  const sections: ParsedSection[] = [];
  let from = start;
  for (let size = window; from < end || sections.length === 0; ) {
    const to = windowEnd(text, from + size, end);
    const found = parseWindow(file, text, from, to);
    if (found === undefined) return [unreadSection(text, tooLargeToken({ file, start: 0, end: 0 }))];
    const count = to === end ? found.length : settled(found);
    for (let i = 0; i < count; i++) sections.push((found[i] as Windowed).parsed());
    from = to === end ? end : (found[count - 1]?.end ?? from);
    // A section that a window cannot hold may be a mistake that only the end of the text can tell.
    size = count > 0 ? window : size * 8;
  }
  return sections;
}

/**
 * A large text is read window by window, in UTF-16 units: its tokens, which take more memory than all else, are let go of
 * early. Small enough for them to die young, large enough for few sections to be read twice.
 */
const WINDOW = 1 << 18;

/** The end of the line at which a window may end. */
function windowEnd(text: string, wanted: number, end: number): number {
  const at = wanted >= end ? -1 : text.indexOf('\n', wanted);
  return at === -1 || at >= end ? end : at;
}

/** A section of a window, parsed when it is known to be one of the text. */
interface Windowed {
  readonly end: number;
  readonly isBroken: boolean;
  /** Whether it reaches into a comment that seems to have no end. */
  readonly isUnknown: boolean;
  parsed(): ParsedSection;
}

/** Cutting looks two tokens ahead, and each section has one at least. */
export const LOOK_AHEAD = 2;

/** How many sections, from the first, what follows the window cannot change. */
function settled(window: readonly Windowed[]): number {
  const known = window.findIndex(({ isUnknown }) => isUnknown);
  const broken = window.findIndex(({ isBroken }) => isBroken);
  const cut = (known === -1 ? window.length : known) - LOOK_AHEAD;
  return Math.max(0, broken === -1 ? cut : Math.min(broken, cut));
}

function parseWindow(file: FileId, text: string, start: number, end: number): readonly Windowed[] | undefined {
  const scanned = scan(file, text, start, end);
  if (scanned === undefined) return undefined;
  const cuts = cutSections(text, scanned.tokens);
  if (cuts.length === 0) cuts.push({ from: 0, to: 0, broken: false, residue: '', tooDeepAt: undefined });
  const ctx: Context = { file, text, scanned, comment: 0, finding: 0 };
  const openComment = scanned.findings.find(({ problem }) => problem === unterminatedComment)?.place.start ?? end;
  let from = start;
  return cuts.map((cut, index) => {
    const begin = from;
    const to = index === cuts.length - 1 ? end : t.endOf(scanned.tokens[cut.to - 1] as IToken);
    from = to;
    return {
      end: to,
      isBroken: cut.broken,
      isUnknown: to > openComment,
      parsed() {
        const section = parseSection(ctx, cut, begin + leadingSpace(text, begin, to), to);
        const isQuiet = section.imports.length === 0 && section.diagnostics.length === 0;
        return { section, residue: cut.residue, openCommentAt: openCommentIn(section), isQuiet };
      },
    };
  });
}

function leadingSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at - start;
}

function unreadSection(text: string, why: Diagnostic): ParsedSection {
  const section: ast.Section = {
    kind: 'section',
    start: 0,
    end: text.length,
    imports: [],
    items: [],
    comments: [],
    diagnostics: [why],
  };
  return { section, residue: '', openCommentAt: undefined, isQuiet: false };
}

/** Whether a text as a whole could not be read. */
export function isUnread(sections: readonly ParsedSection[]): boolean {
  return sections[0]?.section.diagnostics[0]?.code === 'too-large';
}

function openCommentIn({ diagnostics }: ast.Section): number | undefined {
  return diagnostics.find(({ code }) => code === 'unterminated-comment')?.primary.start;
}

/** All sections as one tree. */
export function programOf(text: string, sections: readonly ast.Section[]): ast.Program {
  const imports: ast.Import[] = [];
  const items: ast.Item[] = [];
  const comments: ast.Comment[] = [];
  for (const section of sections) {
    for (const node of section.imports) imports.push(node);
    for (const node of section.items) items.push(node);
    for (const node of section.comments) comments.push(node);
  }
  return { kind: 'program', start: 0, end: text.length, sections, imports, items, comments };
}

/**
 * What the sections have to say, and what only shows when they are seen together; `shift` is how far a section has moved.
 * An editor asks at each keystroke, so a section that has nothing to say costs nothing.
 */
export function programDiagnostics(
  file: FileId,
  sections: readonly (ParsedSection & { readonly shift?: number })[],
): Diagnostic[] {
  const all: Diagnostic[] = [];
  let firstItem: Place | undefined;
  for (const parsed of sections) {
    if (parsed.isQuiet && firstItem !== undefined) continue;
    const { section, shift = 0 } = parsed;
    const { imports, items, diagnostics } = section;
    if (firstItem !== undefined) {
      for (const { start, end } of imports) {
        all.push(lateImport({ file, start: start + shift, end: end + shift }, firstItem));
      }
    } else if (items[0] !== undefined) {
      const start = items[0].start + shift;
      firstItem = { file, start, end: Math.min(items[0].end + shift, start + 1) };
    }
    for (const diagnostic of diagnostics) all.push(shiftDiagnostic(diagnostic, shift));
  }
  return all;
}

interface Context {
  readonly file: FileId;
  readonly text: string;
  readonly scanned: Scan;
  /** How many comments and findings of the scanner have been given to sections. */
  comment: number;
  finding: number;
}

function parseSection(ctx: Context, cut: Cut, start: number, end: number): ast.Section {
  const comments = commentsBefore(ctx, end);
  const found = findingsBefore(ctx, end);
  const { imports, items, diagnostics } = sectionTreeOrNothing(ctx, cut, found);
  return { kind: 'section', start, end, imports, items, comments, diagnostics };
}

type Tree = Pick<ast.Section, 'imports' | 'items' | 'diagnostics'>;

/** The limit leaves room on the usual stack; a caller that has used most of it up is told of the nesting earlier. */
function sectionTreeOrNothing(ctx: Context, cut: Cut, found: readonly Finding[]): Tree {
  try {
    return sectionTree(ctx, cut, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return sectionTree(ctx, { ...cut, tooDeepAt: cut.from }, found);
  }
}

function sectionTree(ctx: Context, cut: Cut, found: readonly Finding[]): Tree {
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
function brokenTree(ctx: Context, cut: Cut, scanned: readonly Finding[]): Tree {
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
function nextOnLine({ text, scanned }: Context, { to }: Cut): IToken | undefined {
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

function commentsBefore(ctx: Context, end: number): readonly ast.Comment[] {
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

function findingsBefore(ctx: Context, end: number): readonly Finding[] {
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

/** Runs of letters and digits, and every sign that is not white space: about as many as the text has tokens. */
function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code <= 32;
    const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || code >= 97;
    if (!isSpace && !(isWord && inWord)) count += 1;
    inWord = isWord;
  }
  return count;
}
