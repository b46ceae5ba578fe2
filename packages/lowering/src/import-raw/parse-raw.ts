// Turns the text of a RAW program into calls: a small part of Python's syntax, read with tolerance.
import type { Diagnostic, SourceFile, Span } from '@diorama/diagnostics';
import { rawSyntax } from './problems/raw-syntax.ts';

/** What a RAW program says, as written. */
export interface RawProgram {
  readonly calls: readonly Call[];
  /** Every `[ROT]` and every `[CLIP]` of the text, in order, wherever it stands: each takes a row of its array. */
  readonly rotations: readonly Placeholder[];
  readonly appearances: readonly Placeholder[];
}
/** `add(pixels=111, loc=(0, 0, -3))` */
export interface Call extends Span {
  readonly name: Token;
  readonly arguments: readonly Argument[];
}
/** A value, with its name if it is written with one. */
export interface Argument extends Span {
  readonly name?: Token;
  readonly value: Value;
}
export type Value = Token | Placeholder | Tuple;
/** `(1, 2, 3)` or `[1, 2, 3]` */
export interface Tuple extends Span {
  readonly kind: 'tuple';
  readonly items: readonly (Token | Placeholder)[];
}
/** `[ROT]`: `row` counts those of its name from 0. */
export interface Placeholder extends Span {
  readonly kind: 'placeholder';
  readonly name: string;
  readonly row: number;
}
/** `word` is also what looks like a number but is none, such as `1.2.3` or `nan`. */
export interface Token extends Span {
  readonly kind: 'number' | 'word' | 'text' | 'mark';
  readonly text: string;
}

/**
 * Reads `name(argument, …)` calls, one or more a line, with `#` comments. A call that cannot be read is reported once and
 * left out; the next is looked for after its `)`, or at the next line that begins like a call.
 */
export function parseRaw(source: SourceFile): { program: RawProgram; diagnostics: readonly Diagnostic[] } {
  const { tokens, placeholders } = tokenizeRaw(source.text);
  const parser: Parser = { source, tokens, at: 0, calls: [], diagnostics: [] };
  while (parser.at < tokens.length) {
    const start = parser.at;
    const call = parseCall(parser);
    if (call !== undefined) parser.calls.push(call);
    else skipToNextCall(parser, start);
    skipMarks(parser, ';');
  }
  const { calls, diagnostics } = parser;
  const named = (name: string) => placeholders.filter((placeholder) => placeholder.name === name);
  return { program: { calls, rotations: named('ROT'), appearances: named('CLIP') }, diagnostics };
}

interface Parser {
  readonly source: SourceFile;
  readonly tokens: readonly (Token | Placeholder)[];
  at: number;
  readonly calls: Call[];
  readonly diagnostics: Diagnostic[];
}

const TOKEN = new RegExp(
  [
    /(?<skip>[\s\ufeff]+|#[^\n]*)/,
    /\[\s*(?<placeholder>[A-Za-z_]\w*)\s*\]/,
    /(?<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.]))/,
    /(?<word>[+-]?[\w.]+)/,
    /(?<quoted>"[^"\n]*"?|'[^'\n]*'?)/,
    /(?<mark>.)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gsuy',
);

function tokenizeRaw(text: string): { tokens: (Token | Placeholder)[]; placeholders: Placeholder[] } {
  const tokens: (Token | Placeholder)[] = [];
  const placeholders: Placeholder[] = [];
  const counts = new Map<string, number>();
  for (const match of text.matchAll(TOKEN)) {
    const { skip, placeholder: name, number, word, quoted } = match.groups ?? {};
    if (skip !== undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (name !== undefined) {
      const row = counts.get(name) ?? 0;
      counts.set(name, row + 1);
      const placeholder: Placeholder = { kind: 'placeholder', name, row, ...span };
      tokens.push(placeholder);
      placeholders.push(placeholder);
    } else {
      const kind =
        number !== undefined ? 'number' : word !== undefined ? 'word' : quoted !== undefined ? 'text' : 'mark';
      tokens.push({ kind, text: match[0], ...span });
    }
  }
  return { tokens, placeholders };
}

/** `name(argument, …)`; a comma may follow the last argument. */
function parseCall(parser: Parser): Call | undefined {
  const name = parser.tokens[parser.at];
  if (!isWord(name) || !isName(parser.tokens, parser.at)) return fail(parser, 'expected a call');
  parser.at += 2;
  const found = parseList(parser, ')', parseArgument);
  return found && { name, arguments: found.items, start: name.start, end: found.end };
}

/** `height=1.4` or `1.4` */
function parseArgument(parser: Parser): Argument | undefined {
  const first = parser.tokens[parser.at];
  if (isWord(first) && isMark(parser.tokens[parser.at + 1], '=')) {
    parser.at += 2;
    const value = parseValue(parser);
    return value && { name: first, value, start: first.start, end: value.end };
  }
  const value = parseValue(parser);
  return value && { value, start: value.start, end: value.end };
}

/** `-0.5`, `[ROT]`, `(1, 2, 3)`, or whatever else stands where a value should, for a message that fits it. */
function parseValue(parser: Parser): Value | undefined {
  const open = parser.tokens[parser.at];
  if (!isMark(open, '(') && !isMark(open, '[')) return parseItem(parser);
  parser.at += 1;
  const found = parseList(parser, open.text === '(' ? ')' : ']', parseItem);
  return found && { kind: 'tuple', items: found.items, start: open.start, end: found.end };
}

function parseItem(parser: Parser): Token | Placeholder | undefined {
  const token = parser.tokens[parser.at];
  if (token === undefined || token.kind === 'mark' || beginsLine(parser, parser.at)) {
    return fail(parser, 'expected a value');
  }
  parser.at += 1;
  return token;
}

function parseList<Item>(
  parser: Parser,
  close: string,
  parseOne: (parser: Parser) => Item | undefined,
): { readonly items: readonly Item[]; readonly end: number } | undefined {
  const items: Item[] = [];
  for (;;) {
    const token = parser.tokens[parser.at];
    if (take(parser, close)) return { items, end: token?.end ?? 0 };
    const item = parseOne(parser);
    if (item === undefined) return undefined;
    items.push(item);
    if (!take(parser, ',') && !isMark(parser.tokens[parser.at], close))
      return fail(parser, `expected "," or "${close}"`);
  }
}

/** Reports what was expected where the parser stands. */
function fail(parser: Parser, expected: string): undefined {
  const end = parser.source.text.length;
  const place = parser.tokens[parser.at] ?? { start: end, end };
  const found = parser.source.slice(place);
  parser.diagnostics.push(rawSyntax({ file: parser.source.id, start: place.start, end: place.end }, expected, found));
}

/**
 * Moves on to where a call may begin again: from inside a call, after its `)` or at a line that begins with `name(`; from
 * between calls, at the next `name(`.
 */
function skipToNextCall(parser: Parser, start: number): void {
  const { tokens } = parser;
  const insideCall = isName(tokens, start);
  const first = Math.max(parser.at, start + 1);
  let depth = 0;
  let closed = false;
  for (let at = start; at < tokens.length; at += 1) {
    if (at >= first && (insideCall ? closed || beginsLine(parser, at) : isName(tokens, at))) {
      parser.at = at;
      return;
    }
    if (isMark(tokens[at], '(')) depth += 1;
    if (isMark(tokens[at], ')')) depth -= 1;
    closed = isMark(tokens[at], ')') && depth <= 0;
  }
  parser.at = tokens.length;
}

/** Whether the token is a name before a `(`. */
function isName(tokens: Parser['tokens'], at: number): boolean {
  return isWord(tokens[at]) && isMark(tokens[at + 1], '(');
}

/** Whether a line begins with the token and it begins a call: then what came before is over, closed or not. */
function beginsLine({ source, tokens }: Parser, at: number): boolean {
  const [before, name] = [tokens[at - 1], tokens[at]];
  if (before === undefined || name === undefined || !isName(tokens, at)) return false;
  return source.text.slice(before.end, name.start).includes('\n');
}

function skipMarks(parser: Parser, text: string): void {
  while (take(parser, text));
}

function take(parser: Parser, text: string): boolean {
  if (!isMark(parser.tokens[parser.at], text)) return false;
  parser.at += 1;
  return true;
}

function isMark(token: Token | Placeholder | undefined, text: string): token is Token {
  return token?.kind === 'mark' && token.text === text;
}

function isWord(token: Token | Placeholder | undefined): token is Token {
  return token?.kind === 'word' && /^[A-Za-z_]\w*$/.test(token.text);
}
