// Turns the pieces of a text that a quote or a line break inside of it tears apart into the one text that was meant.
import type { FileId, TextEdit } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import { type Finding, find } from './findings.ts';
import type { TextInside } from './literals.ts';
import { lineBreakInText, unterminatedText } from './problems/unterminated-text.ts';
import { quoteInText } from './problems/wrong-quote.ts';
import * as t from './tokens.ts';

export interface Joined {
  readonly tokens: readonly IToken[];
  /** What the scanner has found, but for what the tear brought about. */
  readonly findings: readonly Finding[];
}

/** Sees only sections that do not parse, with what the scanner has found in them, in order. */
export function joinTornTexts(
  file: FileId,
  text: string,
  tokens: readonly IToken[],
  found: readonly Finding[],
): Joined {
  return joinAtQuotes(file, text, joinAtLineBreaks(text, { tokens, findings: found }));
}

/** `name: "a`, and on a line below `b"`: the second quote seems to open a text with nothing in it. */
function joinAtLineBreaks(text: string, torn: Joined): Joined {
  const findings: Finding[] = [];
  const endOfTorn = new Map<number, number>();
  for (const finding of torn.findings) {
    const first = findings[findings.length - 1];
    if (first?.problem === unterminatedText && isLoneQuote(finding)) {
      const { place } = findings.pop() as Finding;
      const inside = text.slice(place.start + QUOTE.length, finding.place.start);
      find(findings, lineBreakInText, { ...place, end: finding.place.end }, inside);
      endOfTorn.set(place.start, finding.place.end);
    } else findings.push(finding);
  }
  if (endOfTorn.size === 0) return torn;
  const tokens: IToken[] = [];
  let from = 0;
  for (const token of torn.tokens) {
    const { startOffset } = token;
    if (startOffset < from) continue;
    const end = endOfTorn.get(startOffset);
    tokens.push(end === undefined ? token : joined(text, startOffset, end));
    if (end !== undefined) from = end;
  }
  return { tokens, findings };
}

function isLoneQuote({ problem, place }: Finding): boolean {
  return problem === unterminatedText && place.end - place.start === QUOTE.length;
}

/** `"a "big" oak"`: two texts, with words between them that touch both. */
function joinAtQuotes(file: FileId, text: string, torn: Joined): Joined {
  const tokens: IToken[] = [];
  const told: Finding[] = [];
  for (let i = 0; i < torn.tokens.length; i++) {
    const token = torn.tokens[i] as IToken;
    const edits: TextEdit[] = [];
    let end = i;
    for (let next = textBehind(text, torn.tokens, end); next !== -1; next = textBehind(text, torn.tokens, end)) {
      for (const at of [t.endOf(torn.tokens[end] as IToken) - 1, (torn.tokens[next] as IToken).startOffset]) {
        edits.push({ start: at, end: at, text: '\\' });
      }
      end = next;
    }
    if (end === i) {
      tokens.push(token);
      continue;
    }
    const [opening, closing] = [edits[0] as TextEdit, edits[edits.length - 1] as TextEdit];
    find(told, quoteInText, { file, start: opening.start, end: closing.end + QUOTE.length }, edits);
    tokens.push(joined(text, token.startOffset, t.endOf(torn.tokens[end] as IToken)));
    i = end;
  }
  if (told.length === 0) return torn;
  const findings = [...torn.findings, ...told].sort((a, b) => a.place.start - b.place.start);
  return { tokens, findings };
}

/** The index of the text that goes on behind one, on its line; -1 if none does. */
function textBehind(text: string, tokens: readonly IToken[], at: number): number {
  const first = tokens[at] as IToken;
  const word = tokens[at + 1];
  if (!isText(first) || word === undefined || !isWord(word) || word.startOffset !== t.endOf(first)) return -1;
  for (let i = at + 2; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    if (text.slice(t.endOf(tokens[i - 1] as IToken), token.startOffset).includes('\n')) return -1;
    if (isText(token)) return t.endOf(tokens[i - 1] as IToken) === token.startOffset && isWord(tokens[i - 1]) ? i : -1;
  }
  return -1;
}

function isText({ tokenType, payload }: IToken): boolean {
  return tokenType === t.Text && payload === undefined;
}

function isWord(token: IToken | undefined): boolean {
  return token !== undefined && /^[A-Za-z0-9_]+$/.test(token.image);
}

function joined(text: string, start: number, end: number): IToken {
  const inside = text.slice(start + QUOTE.length, end - QUOTE.length);
  const payload: TextInside = { inside };
  return { ...t.typed(t.Text), image: text.slice(start, end), startOffset: start, payload };
}

const QUOTE = '"';
