// Turns a document and an edit into the edited document, reading only the sections around the edit again.
import type { Span } from '@diorama/diagnostics';
import { SourceFile } from '@diorama/diagnostics';
import { type ParsedDocument, type PlacedSection, parseDocument, placed } from './document.ts';
import { isUnread, LOOK_AHEAD, type ParsedSection, parseSections, WORD_LIMIT } from './parse-sections.ts';

/** The replacement of a span of the old text. */
export interface Edit extends Span {
  readonly text: string;
}

/** Law: the result equals `parseDocument` of the new text, but for shifts. */
export function reparse(old: ParsedDocument, edit: Edit): ParsedDocument {
  const text = old.text.slice(0, edit.start) + edit.text + old.text.slice(edit.end);
  // Texts that may be over a limit are read whole.
  if (text.length > WORD_LIMIT || old.text.length > WORD_LIMIT) return parseDocument(SourceFile.from(old.file, text));
  const ctx: Context = {
    old,
    edit,
    text,
    delta: text.length - old.text.length,
    first: firstEndingFrom(old.sections, edit.start),
    last: lastStartingUpTo(old.sections, edit.end),
    width: LOOK_AHEAD,
  };
  beginAtOpenComment(ctx);
  for (;;) {
    const sections = attempt(ctx);
    if (sections !== undefined) return { file: old.file, text, sections };
  }
}

interface Context {
  readonly old: ParsedDocument;
  readonly edit: Edit;
  readonly text: string;
  /** How far what stands behind the edit moves. */
  readonly delta: number;
  /** The old sections that the edit touches, or that what it changed has to do with. */
  first: number;
  last: number;
  /** How many old sections behind them to read. */
  width: number;
}

/** Reads the sections of the context again; nothing if they turn out not to be enough, with the context widened. */
function attempt(ctx: Context): PlacedSection[] | undefined {
  const { old, text, delta } = ctx;
  const { sections } = old;
  const from = Math.max(0, ctx.first - LOOK_AHEAD);
  const to = Math.min(sections.length, ctx.last + 1 + ctx.width);
  const start = from === 0 ? 0 : startOf(sections[from] as PlacedSection);
  const end = to === sections.length ? text.length : endOf(sections[to - 1] as PlacedSection) + delta;
  const fresh = parseSections(old.file, text, start, end);
  if (isUnread(fresh)) return [...parseDocument(SourceFile.from(old.file, text)).sections];
  const meeting = to === sections.length ? { old: to, fresh: fresh.length } : meetingPoint(ctx, fresh, to);
  if (meeting === undefined) {
    ctx.width *= 2;
    return undefined;
  }
  const result = sections.slice(0, from);
  const reuse = reuseIn(ctx);
  for (let i = 0; i < meeting.fresh; i++) result.push(reuse(fresh[i] as ParsedSection));
  const freshEnd = result.length;
  for (let i = meeting.old; i < sections.length; i++) result.push(moved(sections[i] as PlacedSection, delta));
  if (from === 0 && to === sections.length) return result;
  const widened =
    widenForBrackets(ctx, result, from, freshEnd, meeting.old) || widenForComment(ctx, result, from, freshEnd);
  return widened ? undefined : result;
}

/** Where the fresh sections meet an old one: both cut at the same place, behind a line break behind the edit. */
function meetingPoint(
  ctx: Context,
  fresh: readonly ParsedSection[],
  to: number,
): { old: number; fresh: number } | undefined {
  const lineEnd = lineEndBehind(ctx);
  let at = 0;
  for (let i = ctx.last + 1; i <= to - LOOK_AHEAD; i++) {
    const start = startOf(ctx.old.sections[i] as PlacedSection) + ctx.delta;
    while (at < fresh.length && (fresh[at] as ParsedSection).section.start < start) at++;
    if (at === fresh.length) return undefined;
    const meets = (fresh[at] as ParsedSection).section.start === start;
    if (meets && lineEnd < start) return { old: i, fresh: at };
  }
  return undefined;
}

/** The old section, if an edit elsewhere has left it as it was: what refers to its tree stays true. */
function reuseIn(ctx: Context): (fresh: ParsedSection) => PlacedSection {
  const { old, edit, delta } = ctx;
  const lineEnd = lineEndBehind(ctx);
  let at = Math.max(0, ctx.first - LOOK_AHEAD);
  return (fresh) => {
    const { start, end } = fresh.section;
    for (; at < old.sections.length; at++) {
      const known = old.sections[at] as PlacedSection;
      // What follows on its line matters to a section with mistakes alone.
      const isUntouched = known.section.diagnostics.length === 0 || hasLineEnd(ctx.text, endOf(known), edit.start);
      const isAbove = endOf(known) <= edit.start;
      const shift = isAbove ? 0 : delta;
      const from = startOf(known) + shift;
      if (from < start) continue;
      // Where its line begins matters to a section with mistakes alone.
      const isBelow = startOf(known) >= edit.end && (lineEnd < from || known.section.diagnostics.length === 0);
      const isSame = from === start && endOf(known) + shift === end && known.residue === fresh.residue;
      return ((isAbove && isUntouched) || isBelow) && isSame ? moved(known, shift) : placed(fresh, 0);
    }
    return placed(fresh, 0);
  };
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  const at = text.indexOf('\n', from);
  return at !== -1 && at < to;
}

/** The first line break behind the edit: what stands behind it, stands on a line of its own in both texts. */
function lineEndBehind({ edit, text }: Context): number {
  const at = text.indexOf('\n', edit.start + edit.text.length);
  return at === -1 ? text.length : at;
}

function moved(section: PlacedSection, delta: number): PlacedSection {
  return delta === 0 ? section : placed(section, section.shift + delta);
}

/**
 * Brackets left over in different sections must not match: then a section that is closed after all, or one that swallows
 * others, would have been cut wrongly. The leftovers of a correct cut never match.
 */
function widenForBrackets(
  ctx: Context,
  result: readonly PlacedSection[],
  from: number,
  freshEnd: number,
  firstKept: number,
): boolean {
  const open: { readonly bracket: string; readonly index: number }[] = [];
  for (let index = 0; index < result.length; index++) {
    const { residue } = result[index] as PlacedSection;
    if (residue === '') continue;
    for (const bracket of residue) {
      if (OPENING.includes(bracket)) open.push({ bracket, index });
      else {
        const top = open.pop();
        if (top === undefined) continue;
        if (OPENING.indexOf(top.bracket) !== CLOSING.indexOf(bracket)) open.length = 0;
        else {
          if (top.index < from) ctx.first = Math.min(ctx.first, top.index);
          if (index >= freshEnd) ctx.last = Math.max(ctx.last, firstKept + index - freshEnd);
          if (from <= top.index && index < freshEnd) ctx.width *= 2;
          return true;
        }
      }
    }
  }
  return false;
}

const OPENING = '{([';
const CLOSING = '})]';

/** A comment without an end above the edit may have got one: then the text has changed from there on. */
function beginAtOpenComment(ctx: Context): void {
  for (let index = 0; index <= ctx.first; index++) {
    const { openCommentAt, shift } = ctx.old.sections[index] as PlacedSection;
    if (openCommentAt === undefined || openCommentAt + shift >= ctx.edit.start) continue;
    if (ctx.text.includes('*/', openCommentAt + shift + 2)) ctx.first = index;
    return;
  }
}

/** A fresh comment that seemed to have no end may have one further on. */
function widenForComment(ctx: Context, result: readonly PlacedSection[], from: number, freshEnd: number): boolean {
  for (let index = from; index < freshEnd; index++) {
    const { openCommentAt, shift } = result[index] as PlacedSection;
    if (openCommentAt === undefined) continue;
    const end = ctx.text.indexOf('*/', openCommentAt + shift + 2);
    if (end === -1) return false;
    const behind = lastStartingUpTo(ctx.old.sections, end - ctx.delta + 2);
    if (behind > ctx.last) ctx.last = behind;
    else ctx.width *= 2;
    return true;
  }
  return false;
}

function startOf({ section, shift }: PlacedSection): number {
  return section.start + shift;
}

function endOf({ section, shift }: PlacedSection): number {
  return section.end + shift;
}

/** The first section that ends at an offset or behind it. */
function firstEndingFrom(sections: readonly PlacedSection[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(sections[middle] as PlacedSection) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last section that starts at an offset or before it. */
function lastStartingUpTo(sections: readonly PlacedSection[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(sections[middle] as PlacedSection) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
