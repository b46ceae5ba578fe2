// Turns a stretch of a text into its sections, a window at a time.
import type { Diagnostic, FileId } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { parseSection, sectionContext } from './parse-section.ts';
import { tooLarge, tooLargeToken, tooManyWords } from './problems/too-large.ts';
import { unterminatedComment } from './problems/unterminated-comment.ts';
import { scan } from './scan.ts';
import { cutSections } from './sections.ts';
import * as t from './tokens.ts';

/** The longest text that is read, in UTF-16 code units: 64 MiB of ASCII. */
export const SIZE_LIMIT = 64 * 1024 * 1024;
/** Words and signs that a file may have: each takes some 500 bytes of memory while it is read. */
export const WORD_LIMIT = 6_000_000;

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
  const ctx = sectionContext(file, text, scanned);
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
        const section = parseSection(ctx, cut, skipSpace(text, begin, to), to);
        const isQuiet = section.imports.length === 0 && section.diagnostics.length === 0;
        return { section, residue: cut.residue, openCommentAt: openCommentIn(section), isQuiet };
      },
    };
  });
}

/** The offset of the first token or comment. */
function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
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
