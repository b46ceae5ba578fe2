// Turns what a section says in the forms of other languages into the language's own, and says so: JSON's quoted names,
// loops of C, calls for elements. Sees only sections that do not parse.
import { type FileId, type Place, replace, type TextEdit } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { type Finding, find } from './findings.ts';
import { elementAsValue } from './problems/element-as-value.ts';
import { extraParentheses } from './problems/extra-parentheses.ts';
import { foreignLoop } from './problems/foreign-loop.ts';
import { foreignForm, foreignOperator } from './problems/foreign-operator.ts';
import { foreignWord } from './problems/foreign-word.ts';
import { missingBody } from './problems/missing-body.ts';
import { missingColon, typeBehindName } from './problems/missing-colon.ts';
import { missingKeyword } from './problems/missing-keyword.ts';
import { missingLet } from './problems/missing-let.ts';
import { unwrappedPoint } from './problems/missing-parentheses.ts';
import { namedPart } from './problems/named-part.ts';
import { parenthesesForBraces } from './problems/parentheses-for-braces.ts';
import { quotedName } from './problems/quoted-name.ts';
import { unexpectedToken } from './problems/unexpected-token.ts';
import { hyphenInName } from './problems/unknown-character.ts';
import { CLOSER_OF, CLOSERS, OPENERS, startsEntry, startsValue, supposedToken } from './recovery.ts';
import { startsLine } from './sections.ts';
import * as t from './tokens.ts';

export interface Translated {
  readonly tokens: readonly IToken[];
  readonly findings: readonly Finding[];
}

export function translate(file: FileId, text: string, tokens: readonly IToken[]): Translated {
  const ctx: Context = {
    file,
    text,
    input: tokens,
    closers: closersOf(tokens),
    findings: [],
    instead: new Map(),
    blocks: [],
    block: { kind: 'items', head: -1 },
  };
  // A section in braces of its own is of another kind altogether, a JSON file say: the braces are told of.
  const isForeign = typeAt(tokens, 0) === t.LeftBrace;
  for (let i = 0; i < tokens.length && !isForeign; i++) {
    follow(ctx, i);
    if (ctx.instead.has(i)) continue;
    for (const form of FORMS_OF[(tokens[i] as IToken).tokenTypeIdx] ?? NO_FORMS) if (form(ctx, i)) break;
  }
  return { tokens: ctx.instead.size === 0 ? tokens : output(ctx), findings: ctx.findings };
}

/** What brackets enclose: entries of an element, entries of another body, parts. */
interface Block {
  readonly kind: 'element' | 'items' | 'parts';
  /** Where the entry begins that is being read. */
  head: number;
}

interface Context {
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
type Form = (ctx: Context, at: number) => boolean;

function closersOf(tokens: readonly IToken[]): Int32Array {
  const closers = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { tokenType } = tokens[i] as IToken;
    if (OPENERS.has(tokenType)) open.push(i);
    else if (CLOSERS.has(tokenType)) {
      const opener = open.pop();
      if (opener === undefined) continue;
      if (CLOSER_OF.get(typeAt(tokens, opener) as TokenType) === tokenType) closers[opener] = i;
      else open.length = 0;
    }
  }
  return closers;
}

/** Keeps track of where we are. */
function follow(ctx: Context, at: number): void {
  const { input, block } = ctx;
  const { tokenType } = input[at] as IToken;
  if (isInBraces(ctx) && isEntryStart(ctx, at)) block.head = at;
  if (OPENERS.has(tokenType)) {
    const head = ctx.instead.get(block.head)?.[0] ?? input[block.head];
    const isElement = tokenType === t.LeftBrace && t.isName(head);
    ctx.blocks.push(block);
    ctx.block = { kind: tokenType !== t.LeftBrace ? 'parts' : isElement ? 'element' : 'items', head: -1 };
  } else if (CLOSERS.has(tokenType)) {
    ctx.block = ctx.blocks.pop() ?? ctx.block;
    if (tokenType === t.RightBrace) ctx.block.head = -1;
  }
}

function isInBraces({ block }: Context): boolean {
  return block.kind !== 'parts';
}

/** Whether an entry of a body seems to begin: behind a brace, a comma, or a complete value on the line above. */
function isEntryStart(ctx: Context, at: number): boolean {
  const { text, input, block } = ctx;
  const token = input[at] as IToken;
  const previous = typeAt(input, at - 1);
  if (STATEMENTS.has(token.tokenType)) return token.tokenType !== t.If || !VALUE_BEFORE.has(previous);
  if (block.head === -1 || previous === undefined || ENTRY_ENDS.has(previous)) return true;
  if (!endsOperand(input[at - 1])) return false;
  if (typeAt(input, at + 1) === t.Colon) return true;
  if (block.kind === 'element' && token.tokenType === t.Identifier && LITERALS.has(typeAt(input, at + 1))) return true;
  return startsLine(text, token) !== undefined && !HEADERS.has(headType(ctx));
}

/** What the entry begins with that is being read. */
function headType({ input, instead, block }: Context): TokenType | undefined {
  return (instead.get(block.head)?.[0] ?? input[block.head])?.tokenType;
}

const LITERALS: t.TokenSet = t.tokenSet([t.NumberToken, t.Text, t.Color, t.True, t.False]);

const STATEMENTS: t.TokenSet = t.tokenSet([t.Let, t.For, t.If, t.Scatter, t.Prefab, t.Use]);
const HEADERS: t.TokenSet = t.tokenSet([t.For, t.If, t.Scatter, t.Prefab, t.Use]);
const VALUE_BEFORE: t.TokenSet = t.tokenSet([t.Colon, t.Equal, t.In, t.Step, t.Spacing, t.Then, t.Else]);
const ENTRY_ENDS: t.TokenSet = t.tokenSet([t.LeftBrace, t.RightBrace, t.Comma, t.Semicolon]);

function isEntry(ctx: Context, at: number): boolean {
  return isInBraces(ctx) && ctx.block.head === at;
}

// Names.

/** `"at": (0, 1)`, `tree "oak" { … }` */
function quotedNameForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const name = nameInQuotes(input[at] as IToken);
  if (name === undefined) return false;
  const isKey = typeAt(input, at + 1) === t.Colon && (isEntry(ctx, at) || isPartStart(ctx, at));
  const isLabel = typeAt(input, at + 1) === t.LeftBrace && isEntry(ctx, at - 1) && t.isName(input[at - 1]);
  if (!isKey && !isLabel) return false;
  find(ctx.findings, quotedName, placeOf(ctx, at, at), name);
  ctx.instead.set(at, [unquoted(input[at] as IToken)]);
  return true;
}

/** The name that a text spells, if it spells one. */
function nameInQuotes({ tokenType, image, payload }: IToken): string | undefined {
  if (tokenType !== t.Text) return undefined;
  const inside = payload === undefined ? image.slice(1, -1) : (payload as { readonly inside: string }).inside;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(inside) && !t.keywords.includes(inside) ? inside : undefined;
}

function unquoted(token: IToken): IToken {
  const name = nameInQuotes(token) ?? '';
  return { ...token, ...t.typed(t.Identifier), payload: { name } satisfies t.NameSpelling };
}

/** `sun-elevation: 12` */
function hyphenForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  if (ctx.block.kind !== 'element' || !isEntry(ctx, at)) return false;
  let end = at;
  while (typeAt(input, end + 1) === t.Minus && t.isName(input[end + 2])) end += 2;
  if (end === at || typeAt(input, end + 1) !== t.Colon) return false;
  const written = text.slice((input[at] as IToken).startOffset, t.endOf(input[end] as IToken));
  if (/\s/.test(written)) return false;
  const name = written.replaceAll('-', '_');
  find(ctx.findings, hyphenInName, placeOf(ctx, at, end), name);
  ctx.instead.set(at, [{ ...(input[at] as IToken), image: written, payload: { name } satisfies t.NameSpelling }]);
  drop(ctx, at + 1, end);
  return true;
}

/** `at (0, 1)`, `height 5` */
function colonForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.block.kind !== 'element' || !isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  const next = typeAt(input, at + 1);
  const isBracket = next === t.LeftParenthesis || next === t.LeftBracket;
  if (!isBracket && !LITERALS.has(next)) return false;
  const behindValue = behind(ctx, at + 1);
  if (typeAt(input, behindValue) === t.LeftBrace || (isBracket && behindValue < at + 4)) return false;
  find(ctx.findings, missingColon, placeOf(ctx, at, at), imageAt(input, at), true);
  ctx.instead.set(at, [input[at] as IToken, supposedToken(t.Colon, t.endOf(input[at] as IToken))]);
  return true;
}

/** `translate([0, 0, 1]) sphere { … }` */
function transformForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const close = ctx.closers[at + 1] ?? -1;
  if (ctx.block.kind === 'element' || !isEntry(ctx, at) || close === -1) return false;
  if (typeAt(input, at + 1) !== t.LeftParenthesis || !t.isName(input[close + 1])) return false;
  const behindNext = typeAt(input, close + 2);
  if (!isOnLine(ctx, close, close + 1)) return false;
  if (behindNext !== t.LeftBrace && behindNext !== t.LeftParenthesis) return false;
  const place = placeOf(ctx, at, close);
  const expected = 'an element: `at` says where it stands, `rotation` how it is turned';
  const fix = replace(place, '', { safe: false });
  find(ctx.findings, unexpectedToken, place, expected, `\`${imageAt(input, at)}(…)\``, [fix]);
  // What follows in parentheses is no element of the language yet: one thing at a time.
  drop(ctx, at, behindNext === t.LeftBrace ? close : behind(ctx, close + 2) - 1);
  ctx.block.head = close + 1;
  return true;
}

// Words.

/** `const far = 30m`, and outside of elements also `far = 30m`. */
function letForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at) || !isOnLine(ctx, at, at + 1)) return false;
  if (t.isName(input[at + 1]) && typeAt(input, at + 2) === t.Equal) {
    if (typeAt(input, at + 3) === t.LeftBrace) return equalBeforeBody(ctx, at);
    find(ctx.findings, missingLet, placeOf(ctx, at, at), imageAt(input, at + 1), imageAt(input, at));
    ctx.instead.set(at, [retyped(input[at] as IToken, t.Let)]);
    return true;
  }
  if (ctx.block.kind === 'element' || typeAt(input, at + 1) !== t.Equal) return false;
  const { startOffset } = input[at] as IToken;
  const gap = { file: ctx.file, start: startOffset, end: startOffset };
  find(ctx.findings, missingLet, gap, imageAt(input, at), undefined);
  ctx.instead.set(at, [supposedToken(t.Let, startOffset), input[at] as IToken]);
  return true;
}

/** `tree oak = { … }` */
function equalBeforeBody(ctx: Context, at: number): boolean {
  const place = placeOf(ctx, at + 2, at + 2);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the element', '`=`', [replace(place, '')]);
  drop(ctx, at + 2, at + 2);
  return true;
}

/** `let oak = tree { … }` */
function elementValueForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const [name, equal, kind, open] = input.slice(at + 1, at + 5);
  if (!t.isName(name) || equal?.tokenType !== t.Equal || !t.isName(kind) || open?.tokenType !== t.LeftBrace)
    return false;
  if (!isOnLine(ctx, at, at + 3)) return false;
  const [label, word] = [name as IToken, kind as IToken];
  const { startOffset } = input[at] as IToken;
  const edits = [
    { start: startOffset, end: t.endOf(input[at] as IToken), text: word.image },
    { start: t.endOf(label), end: t.endOf(word), text: '' },
  ];
  find(ctx.findings, elementAsValue, placeOf(ctx, at, at + 3), word.image, label.image, edits);
  ctx.instead.set(at, [word]);
  ctx.instead.set(at + 1, [label]);
  drop(ctx, at + 2, at + 3);
  ctx.block.head = at + 1;
  return true;
}

const PREFAB_WORDS: ReadonlySet<string> = new Set(['function', 'func', 'fn', 'def', 'module', 'macro', 'define']);
const IF_WORDS: ReadonlySet<string> = new Set(['elif', 'elsif', 'elseif']);
const USE_WORDS: ReadonlySet<string> = new Set(['import', 'include', 'require']);

/** `function grove(…) {`, `elif a > b {`, `import grove from "…"` */
function wordForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at)) return false;
  const word = imageAt(input, at);
  const next = input[at + 1];
  let meant: readonly [string, TokenType] | undefined;
  if (PREFAB_WORDS.has(word) && t.isName(next) && typeAt(input, at + 2) === t.LeftParenthesis) {
    meant = ['prefab', t.Prefab];
  } else if (USE_WORDS.has(word) && (next?.tokenType === t.Text || t.isName(next)) && !startsEntryAt(input, at)) {
    meant = ['use', t.Use];
  } else if (IF_WORDS.has(word) && startsValue(next) && !startsEntryAt(input, at)) meant = ['else if', t.If];
  if (meant === undefined) return false;
  find(ctx.findings, foreignWord, placeOf(ctx, at, at), word, meant[0]);
  const begins = retyped(input[at] as IToken, meant[1]);
  const lacksNames = meant[1] === t.Use && next?.tokenType === t.Text;
  const end = t.endOf(begins);
  const supposed = lacksNames ? [supposedToken(t.Identifier, end), supposedToken(t.From, end)] : [];
  ctx.instead.set(at, [begins, ...supposed]);
  return true;
}

/** `Math.sqrt(2)` */
function memberCallForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at + 1) !== t.Dot || !t.isName(input[at + 2])) return false;
  if (typeAt(input, at + 3) !== t.LeftParenthesis || endsOperand(input[at - 1])) return false;
  if (isInBraces(ctx) && isEntry(ctx, at)) return false;
  const place = placeOf(ctx, at, at + 1);
  const written = `\`${imageAt(input, at)}.\``;
  const meant = `\`${imageAt(input, at + 2)}(…)\` alone`;
  find(ctx.findings, unexpectedToken, place, meant, written, [replace(place, '')]);
  drop(ctx, at, at + 1);
  return true;
}

// Brackets.

/** `prefab grove(Length n) { … }` */
function typedParameters(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const head = ctx.blocks[ctx.blocks.length - 1]?.head ?? -1;
  const close = ctx.closers[at] as number;
  const begins = ctx.instead.get(head)?.[0] ?? input[head];
  if (begins?.tokenType !== t.Prefab || at !== head + 2 || close === -1) return false;
  for (const part of partStarts(ctx, at, close)) {
    const [type, name] = [input[part] as IToken, input[part + 1] as IToken];
    if (!t.isName(type) || !t.isName(name) || !PARAMETER_ENDS.has(typeAt(input, part + 2))) continue;
    if (!TYPE_NAMES.test(type.image) || TYPE_NAMES.test(name.image)) continue;
    find(ctx.findings, typeBehindName, placeOf(ctx, part, part + 1), name.image, type.image);
    const colon = supposedToken(t.Colon, t.endOf(type));
    ctx.instead.set(part, [{ ...type, payload: { name: name.image } satisfies t.NameSpelling }, colon]);
    ctx.instead.set(part + 1, [{ ...name, payload: { name: type.image } satisfies t.NameSpelling }]);
  }
  return true;
}

const PARAMETER_ENDS: t.TokenSet = t.tokenSet([t.Comma, t.RightParenthesis, t.Equal]);
/** Names that rather stand for a type. */
const TYPE_NAMES = /^[A-Z]|^(?:int|float|double|number|bool|string)$/;

/** `(x: 0, z: 1)` */
function namedTupleForm(ctx: Context, at: number): boolean {
  const previous = ctx.input[at - 1];
  if (isEntry(ctx, at) || previous?.tokenType === t.Prefab) return false;
  if (t.isName(previous) && !(isInBraces(ctx) && VALUE_BEFORE.has(previous?.tokenType))) return false;
  return unnameParts(ctx, at, 1);
}

/** `at: { x: 0, z: 1 }` */
function namedObjectForm(ctx: Context, at: number): boolean {
  const previous = typeAt(ctx.input, at - 1);
  if ((previous !== t.Colon && previous !== t.Equal) || ctx.instead.has(at - 1)) return false;
  if (HEADERS.has(typeAt(ctx.input, (ctx.blocks[ctx.blocks.length - 1] as Block).head))) return false;
  return unnameParts(ctx, at, 2);
}

/** Drops the names of all parts between brackets, if each has one. */
function unnameParts(ctx: Context, at: number, least: number): boolean {
  const { input, text } = ctx;
  const close = ctx.closers[at] as number;
  const starts = close === -1 ? [] : partStarts(ctx, at, close);
  const isNamed = (part: number): boolean =>
    (t.isName(input[part]) || nameInQuotes(input[part] as IToken) !== undefined) &&
    typeAt(input, part + 1) === t.Colon &&
    part + 2 < close;
  if (starts.length < least || starts.length > 3 || !starts.every(isNamed)) return false;
  const open = input[at] as IToken;
  const end = input[close] as IToken;
  const values: string[] = [];
  const edits: TextEdit[] = [{ start: open.startOffset, end: startAt(input, at + 3), text: '(' }];
  starts.forEach((part, index) => {
    const last = (starts[index + 1] ?? close) - 1;
    const isComma = typeAt(input, last) === t.Comma;
    values.push(text.slice(startAt(input, part + 2), t.endOf(input[isComma ? last - 1 : last] as IToken)));
    if (index > 0) edits.push({ start: startAt(input, part), end: startAt(input, part + 2), text: '' });
    drop(ctx, part, part + 1);
  });
  edits.push({ start: t.endOf(input[close - 1] as IToken), end: t.endOf(end), text: ')' });
  find(ctx.findings, namedPart, placeOf(ctx, at, close), `(${values.join(', ')})`, edits);
  ctx.instead.set(at, [retyped(open, t.LeftParenthesis)]);
  ctx.instead.set(close, [retyped(end, t.RightParenthesis)]);
  ctx.block = { kind: 'parts', head: -1 };
  return true;
}

/** Where the parts between brackets begin. */
function partStarts(ctx: Context, open: number, close: number): number[] {
  const starts = open + 1 < close ? [open + 1] : [];
  for (let i = open + 1; i < close; i = behind(ctx, i)) {
    if (typeAt(ctx.input, i) === t.Comma && i + 1 < close) starts.push(i + 1);
  }
  return starts;
}

/** `tree(at: (0, 1), height: 5)`, `grove(count: 5) { at: (0, 1) }` */
function callForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isEntry(ctx, at)) return false;
  const open = at + (t.isName(input[at + 1]) ? 2 : 1);
  const close = ctx.closers[open] ?? -1;
  if (typeAt(input, open) !== t.LeftParenthesis || close === -1 || !isOnLine(ctx, at, open)) return false;
  const starts = partStarts(ctx, open, close);
  const separator = (part: number): TokenType | undefined => typeAt(input, part + 1);
  if (!starts.every((part) => t.isName(input[part]) && SETS.has(separator(part)))) return false;
  const goesOn = typeAt(input, close + 1) === t.LeftBrace;
  if (starts.length === 0 && !goesOn) return false;
  const before = t.endOf(input[open - 1] as IToken);
  const edits: TextEdit[] = [{ start: before, end: t.endOf(input[open] as IToken), text: ' { ' }];
  for (const part of starts) {
    if (separator(part) !== t.Equal) continue;
    edits.push({ start: t.endOf(input[part] as IToken), end: startAt(input, part + 2), text: ': ' });
    ctx.instead.set(part + 1, [retyped(input[part + 1] as IToken, t.Colon)]);
  }
  const head = input.slice(at, open).map(({ image }) => image);
  ctx.instead.set(open, [retyped(input[open] as IToken, t.LeftBrace)]);
  const isLast = !goesOn || typeAt(input, close + 2) === t.RightBrace;
  const end = goesOn ? t.endOf(input[close + 1] as IToken) : t.endOf(input[close] as IToken);
  edits.push({
    start: t.endOf(input[close - 1] as IToken),
    end,
    text: !goesOn ? ' }' : isLast || starts.length === 0 ? '' : ',',
  });
  if (goesOn) drop(ctx, close, close + 1);
  else ctx.instead.set(close, [retyped(input[close] as IToken, t.RightBrace)]);
  find(ctx.findings, parenthesesForBraces, placeOf(ctx, open, open), head.join(' '), edits);
  return true;
}

const SETS: t.TokenSet = t.tokenSet([t.Colon, t.Equal]);

/** `tree: { at: (0, 1) }`, outside of elements */
function objectForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.block.kind === 'element' || !isEntry(ctx, at) || typeAt(input, at + 1) !== t.Colon) return false;
  if (typeAt(input, at + 2) !== t.LeftBrace) return false;
  const place = placeOf(ctx, at + 1, at + 1);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the element', '`:`', [replace(place, '')]);
  drop(ctx, at + 1, at + 1);
  return true;
}

/** `tree at: (0, 1)`, `tree: at: (0, 1)`, without any brace. */
function braceless(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (ctx.blocks.length > 0 || at > 0 || !isEntry(ctx, at)) return false;
  const hasColon = typeAt(input, at + 1) === t.Colon;
  const first = at + (hasColon ? 2 : 1);
  if (!t.isName(input[first]) || typeAt(input, first + 1) !== t.Colon) return false;
  for (let i = first; i < input.length; i++) {
    const { tokenType } = input[i] as IToken;
    if (tokenType === t.LeftBrace || tokenType === t.RightBrace) return false;
  }
  const word = input[at] as IToken;
  const end = t.endOf(input[input.length - 1] as IToken);
  const fix = {
    title: 'insert the braces',
    edits: [
      { start: t.endOf(word), end: hasColon ? t.endOf(input[at + 1] as IToken) : t.endOf(word), text: ' {' },
      { start: end, end, text: ' }' },
    ],
    safe: false,
  };
  const found = `\`${imageAt(input, at + 1)}\``;
  find(ctx.findings, missingBody, placeOf(ctx, at, at), word.image, found, [fix]);
  ctx.instead.set(at, [word, supposedToken(t.LeftBrace, t.endOf(word))]);
  if (hasColon) drop(ctx, at + 1, at + 1);
  const last = input.length - 1;
  const kept = ctx.instead.get(last) ?? [input[last] as IToken];
  ctx.instead.set(last, [...kept, supposedToken(t.RightBrace, end)]);
  return true;
}

// Points.

/** `at: 0, 1, height: 5`, `let here = 0, 1` */
function pointForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isInBraces(ctx)) return false;
  const isField = typeAt(input, at) === t.Colon && isEntry(ctx, at - 1) && t.isName(input[at - 1]);
  const isLet = typeAt(input, at) === t.Equal && typeAt(input, ctx.block.head) === t.Let;
  if (!isField && !isLet) return false;
  const parts = looseParts(ctx, at + 1);
  if (parts === undefined) return false;
  wrapParts(ctx, parts);
  return true;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Numbers, with or without commas, where one value belongs. */
function looseParts(ctx: Context, from: number): readonly Part[] | undefined {
  const { input } = ctx;
  const parts: Part[] = [];
  let start = from;
  let i = from;
  for (; i < input.length; i = behind(ctx, i)) {
    const token = input[i] as IToken;
    const { tokenType } = token;
    if (OPENERS.has(tokenType) && (tokenType === t.LeftBrace || ctx.closers[i] === -1)) return undefined;
    if (CLOSERS.has(tokenType) || tokenType === t.Semicolon) break;
    if (i > start && endsOperand(input[i - 1]) && beginsEntry(ctx, i)) break;
    if (tokenType === t.Comma) {
      if (i === start) return undefined;
      parts.push({ from: start, to: i - 1 });
      start = i + 1;
      if (beginsEntry(ctx, start)) break;
    } else if (i > start && tokenType === t.NumberToken && endsOperand(input[i - 1]) && isNextTo(ctx, i)) {
      parts.push({ from: start, to: i - 1 });
      start = i;
    }
  }
  if (i > start && start < input.length && !beginsEntry(ctx, start)) parts.push({ from: start, to: i - 1 });
  return parts.length > 1 && parts.every((part) => isSimple(input, part)) ? parts : undefined;
}

/** Whether nothing but spaces stands before a token on its line. */
function isNextTo({ text, input }: Context, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(t.endOf(input[at - 1] as IToken), startAt(input, at)));
}

/** Whether a name at a place begins an entry, or is at least no part of a value. */
function beginsEntry({ input }: Context, at: number): boolean {
  const token = input[at];
  if (token === undefined || STATEMENTS.has(token.tokenType) || CLOSERS.has(token.tokenType)) return true;
  const next = typeAt(input, at + 1);
  if (next === t.Colon) return true;
  return (
    t.isName(token) && (next === t.Equal || next === t.LeftBrace || endsOperand(input[at + 1]) || next === t.Minus)
  );
}

/** Whether a part is a number, maybe negative: names could be anything. */
function isSimple(input: readonly IToken[], { from, to }: Part): boolean {
  const first = from + (typeAt(input, from) === t.Minus ? 1 : 0);
  return typeAt(input, first) === t.NumberToken && (first === to || OPERATORS.has(typeAt(input, first + 1)));
}

const OPERATORS: t.TokenSet = t.tokenSet([t.Plus, t.Minus, t.Star, t.Slash]);

function wrapParts(ctx: Context, parts: readonly Part[]): void {
  const { input, text } = ctx;
  const [first, second] = parts as readonly [Part, Part];
  const last = parts[parts.length - 1] as Part;
  const textOf = ({ from, to }: Part): string => text.slice(startAt(input, from), t.endOf(input[to] as IToken));
  const written = text.slice(startAt(input, first.from), t.endOf(input[last.to] as IToken));
  const decimal = parts.length === 2 && /^-?\d+,\d+[a-z%]*$/i.test(written) ? written.replace(',', '.') : undefined;
  const place = placeOf(ctx, first.from, last.to);
  if (parts.length === 2 && typeAt(input, second.from - 1) !== t.Comma) {
    // `9m 10m` is rather one value too many than a point.
    const meant = `(${parts.map(textOf).join(', ')})`;
    const fix = replace(place, meant, { safe: false });
    const extra = placeOf(ctx, second.from, second.to);
    const expected = `one value; a point is written \`${meant}\``;
    find(ctx.findings, unexpectedToken, extra, expected, `\`${textOf(second)}\``, [fix]);
    drop(ctx, first.from, last.to);
    ctx.instead.set(first.from, [supposedToken(t.Question, place.start)]);
    return;
  }
  find(ctx.findings, unwrappedPoint, place, `(${parts.map(textOf).join(', ')})`, decimal);
  if (decimal !== undefined || parts.length > 3) {
    drop(ctx, first.from, last.to);
    ctx.instead.set(first.from, [supposedToken(t.Question, place.start)]);
    return;
  }
  const before = (at: number, type: TokenType): void => {
    ctx.instead.set(at, [supposedToken(type, startAt(input, at)), input[at] as IToken]);
  };
  for (const { from } of [second, ...parts.slice(2)]) if (typeAt(input, from - 1) !== t.Comma) before(from, t.Comma);
  before(first.from, t.LeftParenthesis);
  const end = ctx.instead.get(last.to) ?? [input[last.to] as IToken];
  ctx.instead.set(last.to, [...end, supposedToken(t.RightParenthesis, place.end)]);
}

/** `at: <0, 1>` */
function angleForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  if (endsOperand(input[at - 1]) || !VALUE_BEFORE.has(typeAt(input, at - 1))) return false;
  let close = at + 1;
  while (close < input.length && isOnLine(ctx, at, close) && typeAt(input, close) !== t.Greater)
    close = behind(ctx, close);
  if (typeAt(input, close) !== t.Greater || !contains(ctx, at, close, t.Comma)) return false;
  const inside = text.slice(startAt(input, at + 1), startAt(input, close)).trim();
  find(ctx.findings, unwrappedPoint, placeOf(ctx, at, close), `(${inside})`, undefined);
  ctx.instead.set(at, [retyped(input[at] as IToken, t.LeftParenthesis)]);
  ctx.instead.set(close, [retyped(input[close] as IToken, t.RightParenthesis)]);
  return true;
}

// Heads of loops.

/** `for (i in 0..<5) {`, `for (let i = 0; i < 5; i++) {`, `scatter (5 in disk(radius: 3)) {` */
function headForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const open = at + 1;
  const close = ctx.closers[open] ?? -1;
  if (typeAt(input, open) !== t.LeftParenthesis || close === -1) return bareHead(ctx, at);
  const behindHead = typeAt(input, close + 1);
  if (behindHead !== t.LeftBrace && behindHead !== undefined) return bareHead(ctx, at);
  const { tokenType, image } = input[at] as IToken;
  if (contains(ctx, open, close, t.In)) {
    find(ctx.findings, extraParentheses, placeOf(ctx, open, open), image, withoutParentheses(ctx, open, close));
    drop(ctx, open, open);
    drop(ctx, close, close);
    return true;
  }
  if (tokenType === t.Scatter) return scatterCall(ctx, at, open, close);
  const loop = foreignHead(ctx, open, close);
  const meant = loop === undefined ? undefined : `for ${loop.words}`;
  const place = placeOf(ctx, at, close);
  const edits = meant === undefined ? [] : [{ start: place.start, end: place.end, text: meant }];
  find(ctx.findings, foreignLoop, place, meant, edits);
  drop(ctx, open, close);
  const { end } = place;
  const nothing = [supposedToken(t.Identifier, end), supposedToken(t.In, end), supposedToken(t.Question, end)];
  ctx.instead.set(open, loop?.tokens ?? nothing);
  return true;
}

/** `scatter(5, disk(radius: 3)) { … }` */
function scatterCall(ctx: Context, at: number, open: number, close: number): boolean {
  const { input } = ctx;
  const [comma, more] = indexesOf(ctx, open, close, t.Comma);
  if (comma === undefined || more !== undefined || comma === open + 1 || comma + 1 === close) return false;
  const edits = [...withoutParentheses(ctx, open, close), { ...spanOf(input[comma] as IToken), text: ' in' }];
  find(ctx.findings, extraParentheses, placeOf(ctx, open, comma), imageAt(input, at), edits);
  drop(ctx, open, open);
  ctx.instead.set(comma, [retyped(input[comma] as IToken, t.In)]);
  drop(ctx, close, close);
  return true;
}

/** Removes two parentheses, and leaves a space where words would touch. */
function withoutParentheses({ text, input }: Context, open: number, close: number): readonly TextEdit[] {
  const [first, last] = [spanOf(input[open] as IToken), spanOf(input[close] as IToken)];
  return [
    { ...first, text: isSpace(text, first.start - 1) ? '' : ' ' },
    { ...last, text: isSpace(text, last.end) ? '' : ' ' },
  ];
}

interface LoopHead {
  readonly words: string;
  readonly tokens: readonly IToken[];
}

/** What stands between the parentheses of `for (…)` in C, JavaScript and OpenSCAD, as far as it is understood. */
function foreignHead(ctx: Context, open: number, close: number): LoopHead | undefined {
  const { input, text } = ctx;
  let at = open + 1;
  while (
    at + 1 < close &&
    (typeAt(input, at) === t.Let || t.isName(input[at])) &&
    t.isName(input[at + 1]) &&
    imageAt(input, at + 1) !== 'of'
  )
    at++;
  const name = input[at];
  if (!t.isName(name)) return undefined;
  const variable = name as IToken;
  const wordsOf = ({ from, to }: Part): string => text.slice(startAt(input, from), t.endOf(input[to] as IToken));
  const make = (values: readonly IToken[], words: string): LoopHead => ({
    words: `${variable.image} in ${words}`,
    tokens: [variable, supposedToken(t.In, t.endOf(variable)), ...values],
  });
  const tokensOf = ({ from, to }: Part): readonly IToken[] => input.slice(from, to + 1);
  const isAssigned = typeAt(input, at + 1) === t.Equal;
  if (imageAt(input, at + 1) === 'of' || isAssigned) {
    const semicolons = indexesOf(ctx, open, close, t.Semicolon);
    const [first, second] = semicolons;
    if (first === undefined) {
      if (at + 2 >= close) return undefined;
      const values = matlabRange(ctx, at + 2, close - 1);
      return values === undefined
        ? make(input.slice(at + 2, close), wordsOf({ from: at + 2, to: close - 1 }))
        : make(values.tokens, values.words);
    }
    if (second === undefined || !isAssigned || at + 2 >= first) return undefined;
    const operator = typeAt(input, first + 2);
    if (imageAt(input, first + 1) !== variable.image || first + 3 >= second) return undefined;
    if (operator !== t.Less && operator !== t.LessEqual) return undefined;
    const isByOne = /^(\w+\s*\+\+|\+\+\s*\w+|\w+\s*\+=\s*1|\w+\s*=\s*\w+\s*\+\s*1)$/.test(
      text.slice(t.endOf(input[second] as IToken), startAt(input, close)).trim(),
    );
    if (!isByOne) return undefined;
    const from = { from: at + 2, to: first - 1 };
    const to = { from: first + 3, to: second - 1 };
    const range = operator === t.Less ? t.DotDotLess : t.DotDot;
    const tokens = [...tokensOf(from), supposedToken(range, startAt(input, first)), ...tokensOf(to)];
    return make(tokens, `${wordsOf(from)}${range.PATTERN as string}${wordsOf(to)}`);
  }
  return undefined;
}

/** `[0:5]`, `[0:2:10]` */
function matlabRange(ctx: Context, from: number, to: number): { words: string; tokens: readonly IToken[] } | undefined {
  const { input, text } = ctx;
  if (typeAt(input, from) !== t.LeftBracket || ctx.closers[from] !== to) return undefined;
  const colons = indexesOf(ctx, from, to, t.Colon);
  const [first, second] = colons;
  if (first === undefined || colons.length > 2) return undefined;
  const slice = (a: number, b: number): string => text.slice(startAt(input, a), t.endOf(input[b - 1] as IToken));
  const last = second ?? first;
  if (first === from + 1 || last + 1 >= to || (second !== undefined && first + 1 === second)) return undefined;
  const range = supposedToken(t.DotDot, startAt(input, first));
  const step =
    second === undefined ? [] : [supposedToken(t.Step, startAt(input, to)), ...input.slice(first + 1, second)];
  return {
    words: `${slice(from + 1, first)}..${slice(last + 1, to)}${second === undefined ? '' : ` step ${slice(first + 1, second)}`}`,
    tokens: [...input.slice(from + 1, first), range, ...input.slice(last + 1, to), ...step],
  };
}

/** `for i = 0..5 {`, `for i of heights {`, `for i in 0 to 5 {`, `for i in 0:5 {`, `for i in 0..5: tree { … }` */
function bareHead(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at) === t.For && t.isName(input[at + 1])) {
    const isOf = imageAt(input, at + 2) === 'of' && startsValue(input[at + 3]);
    if (isOf || typeAt(input, at + 2) === t.Equal) {
      const place = placeOf(ctx, at + 2, at + 2);
      const written = `\`${imageAt(input, at + 2)}\``;
      find(ctx.findings, missingKeyword, place, '`in`', written, 'for i in 0..5 { … }', [replace(place, 'in')]);
      ctx.instead.set(at + 2, [retyped(input[at + 2] as IToken, t.In)]);
    }
  }
  return true;
}

/** `for i in 0..5: tree { … }`, `for i in 0:5 { … }` */
function headColonForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!isInBraces(ctx) || !HEADERS.has(headType(ctx)) || !endsOperand(input[at - 1])) return false;
  if (headType(ctx) === t.Prefab || headType(ctx) === t.Use) return prefabColon(ctx, at);
  const place = placeOf(ctx, at, at);
  if (typeAt(input, at + 1) === t.LeftBrace) {
    find(ctx.findings, unexpectedToken, place, 'the `{` of the body', '`:`', [replace(place, '')]);
    drop(ctx, at, at);
    return true;
  }
  if (startsEntryAt(input, at + 1)) return supposeBody(ctx, at);
  if (headType(ctx) !== t.For || !startsValue(input[at + 1])) return false;
  find(ctx.findings, foreignOperator, place, ':', '..');
  ctx.instead.set(at, [retyped(input[at] as IToken, t.DotDot)]);
  return true;
}

/** `if a > b then { … }` */
function thenForm(ctx: Context, at: number): boolean {
  if (typeAt(ctx.input, at + 1) !== t.LeftBrace || headType(ctx) !== t.If || !isInBraces(ctx)) return false;
  const place = placeOf(ctx, at, at);
  find(ctx.findings, unexpectedToken, place, 'the `{` of the body', '`then`', [replace(place, '')]);
  drop(ctx, at, at);
  return true;
}

/** `def grove(n):` */
function prefabColon(ctx: Context, at: number): boolean {
  return startsEntryAt(ctx.input, at + 1) && supposeBody(ctx, at);
}

/** Puts the one element behind a colon into braces. */
function supposeBody(ctx: Context, at: number): boolean {
  const { input } = ctx;
  let open = at + 1;
  while (open < input.length && typeAt(input, open) !== t.LeftBrace) open = behind(ctx, open);
  const close = ctx.closers[open] ?? -1;
  if (close === -1) return false;
  const place = placeOf(ctx, at, at);
  const end = t.endOf(input[close] as IToken);
  const edits = [
    { start: place.start, end: place.end, text: ' {' },
    { start: end, end, text: ' }' },
  ];
  const fix = { title: 'insert the braces', edits, safe: false };
  find(ctx.findings, missingBody, place, headType(ctx)?.name.toLowerCase() ?? '', '`:`', [fix]);
  ctx.instead.set(at, [supposedToken(t.LeftBrace, place.start)]);
  ctx.instead.set(close, [input[close] as IToken, supposedToken(t.RightBrace, end)]);
  return true;
}

/** `repeat 5 { … }`, `while a < b { … }` */
function repeatForm(ctx: Context, at: number): boolean {
  const { input, text } = ctx;
  const word = imageAt(input, at);
  const isRepeat = word === 'repeat' || word === 'loop' || word === 'times';
  if (!isEntry(ctx, at) || !(isRepeat || word === 'while') || !startsValue(input[at + 1]) || startsEntryAt(input, at))
    return false;
  let open = at + 1;
  while (open < input.length && typeAt(input, open) !== t.LeftBrace) open = behind(ctx, open);
  if (typeAt(input, open) !== t.LeftBrace || open > at + 50) return false;
  const place = placeOf(ctx, at, open - 1);
  const begins = retyped(input[at] as IToken, isRepeat ? t.For : t.If);
  if (!isRepeat) {
    find(ctx.findings, foreignLoop, place, undefined, []);
    ctx.instead.set(at, [begins]);
    return true;
  }
  const count = text.slice(startAt(input, at + 1), place.end);
  const meant = `for i in 0..<${count}`;
  find(ctx.findings, foreignLoop, place, meant, [{ start: place.start, end: place.end, text: meant }]);
  ctx.instead.set(at, [begins, ...turnsBefore(t.endOf(begins))]);
  return true;
}

/** `i in 0..<` */
function turnsBefore(at: number): readonly IToken[] {
  const zero = { ...supposedToken(t.NumberToken, at), payload: { spelling: '0' } };
  return [supposedToken(t.Identifier, at), supposedToken(t.In, at), zero, supposedToken(t.DotDotLess, at)];
}

/** `5 * tree { … }` */
function timesForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const first = at + (typeAt(input, at + 1) === t.Star ? 2 : 1);
  if (!isEntry(ctx, at) || !t.isName(input[first]) || !startsEntryAt(input, first)) return false;
  if (!isOnLine(ctx, at, first) || !/^[0-9]+$/.test(imageAt(input, at))) return false;
  const open = typeAt(input, first + 1) === t.LeftBrace ? first + 1 : first + 2;
  const close = ctx.closers[open] ?? -1;
  if (close === -1 || typeAt(input, open) !== t.LeftBrace) return false;
  const place = placeOf(ctx, at, first - 1);
  const meant = `for i in 0..<${imageAt(input, at)}`;
  const end = t.endOf(input[close] as IToken);
  const edits = [
    { start: place.start, end: place.end, text: `${meant} {` },
    { start: end, end, text: ' }' },
  ];
  find(ctx.findings, foreignLoop, place, meant, edits);
  drop(ctx, at, first - 1);
  ctx.block.head = first;
  return true;
}

// Operators.

/** `a > b ? 1 : 2` */
function ternaryForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (!endsOperand(input[at - 1]) || !startsValue(input[at + 1])) return false;
  let colon = at + 1;
  while (colon < input.length && typeAt(input, colon) !== t.Colon) {
    const { tokenType } = input[colon] as IToken;
    if (CLOSERS.has(tokenType) || tokenType === t.Comma || tokenType === t.LeftBrace) return false;
    colon = behind(ctx, colon);
  }
  if (!startsValue(input[colon + 1])) return false;
  const start = valueStart(ctx, at);
  const [mark, other] = [input[at] as IToken, input[colon] as IToken];
  const head = startAt(input, start);
  const edits = [
    { start: head, end: head, text: 'if ' },
    { ...spanOf(mark), text: 'then' },
    { ...spanOf(other), text: 'else' },
  ];
  find(ctx.findings, foreignForm, placeOf(ctx, at, at), '… ? … : …', 'if … then … else …', edits);
  ctx.instead.set(start, [supposedToken(t.If, head), ...(ctx.instead.get(start) ?? [input[start] as IToken])]);
  ctx.instead.set(at, [retyped(mark, t.Then)]);
  ctx.instead.set(colon, [retyped(other, t.Else)]);
  return true;
}

/** Where the value begins that ends before a place: behind a colon, a comma, an opening bracket. */
function valueStart({ input }: Context, before: number): number {
  let depth = 0;
  let at = before;
  while (at > 0) {
    const { tokenType } = input[at - 1] as IToken;
    if (CLOSERS.has(tokenType)) depth++;
    else if (OPENERS.has(tokenType) && --depth < 0) return at;
    if (depth === 0 && (tokenType === t.Colon || tokenType === t.Comma || tokenType === t.Equal)) return at;
    at--;
  }
  return at;
}

/** `+5m` */
function plusForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (endsOperand(input[at - 1]) || !startsValue(input[at + 1]) || OPERATORS.has(typeAt(input, at - 1))) return false;
  if (at === 0) return false;
  const place = placeOf(ctx, at, at);
  find(ctx.findings, unexpectedToken, place, 'the value alone', '`+`', [replace(place, '')]);
  drop(ctx, at, at);
  return true;
}

/** `2 ** 3` */
function powerForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at + 1) !== t.Star || startAt(input, at + 1) !== t.endOf(input[at] as IToken)) return false;
  find(ctx.findings, foreignForm, placeOf(ctx, at, at + 1), '**', 'a * a', []);
  drop(ctx, at + 1, at + 1);
  return true;
}

/** `1 to 5`, `0 until 5` */
function rangeWordForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  const word = imageAt(input, at);
  if (word !== 'to' && word !== 'until') return false;
  if (typeAt(input, at - 1) !== t.NumberToken || !startsValue(input[at + 1]) || !isOnLine(ctx, at - 1, at + 1))
    return false;
  if (startsEntryAt(input, at)) return false;
  const range = word === 'to' ? t.DotDot : t.DotDotLess;
  find(ctx.findings, foreignOperator, placeOf(ctx, at, at), word, range.PATTERN as string);
  ctx.instead.set(at, [retyped(input[at] as IToken, range)]);
  return true;
}

/** `let a := 5` */
function walrusForm(ctx: Context, at: number): boolean {
  const { input } = ctx;
  if (typeAt(input, at + 1) !== t.Equal || startAt(input, at + 1) !== t.endOf(input[at] as IToken)) return false;
  if (typeAt(input, ctx.block.head) !== t.Let || !isInBraces(ctx) || at !== ctx.block.head + 2) return false;
  find(ctx.findings, foreignOperator, placeOf(ctx, at, at + 1), ':=', '=');
  drop(ctx, at, at);
  return true;
}

const FORMS_OF: (readonly Form[] | undefined)[] = [];
const NO_FORMS: readonly Form[] = [];
for (const [types, forms] of [
  [[t.Text], [quotedNameForm]],
  [
    [t.Identifier, ...t.SOFT_KEYWORDS],
    [
      rangeWordForm,
      wordForm,
      repeatForm,
      letForm,
      callForm,
      transformForm,
      colonForm,
      hyphenForm,
      objectForm,
      braceless,
      memberCallForm,
    ],
  ],
  [[t.Let], [elementValueForm]],
  [[t.For, t.Scatter], [headForm]],
  [[t.LeftParenthesis], [typedParameters, namedTupleForm]],
  [[t.LeftBrace], [namedObjectForm]],
  [[t.Colon], [walrusForm, headColonForm, pointForm]],
  [[t.Equal], [pointForm]],
  [[t.NumberToken], [timesForm]],
  [[t.Question], [ternaryForm]],
  [[t.Then], [thenForm]],
  [[t.Less], [angleForm]],
  [[t.Plus], [plusForm]],
  [[t.Star], [powerForm]],
] as const) {
  for (const { tokenTypeIdx } of types) FORMS_OF[tokenTypeIdx as number] = forms;
}

// Helpers.

function output(ctx: Context): readonly IToken[] {
  const tokens: IToken[] = [];
  for (let i = 0; i < ctx.input.length; i++) {
    const instead = ctx.instead.get(i);
    if (instead === undefined) tokens.push(ctx.input[i] as IToken);
    else tokens.push(...instead);
  }
  return tokens;
}

function drop(ctx: Context, from: number, to: number): void {
  for (let i = from; i <= to; i++) ctx.instead.set(i, NO_TOKENS);
}

const NO_TOKENS: readonly IToken[] = [];

/** The index behind a token, or behind the brackets that it opens. */
function behind({ closers }: Context, at: number): number {
  return Math.max(closers[at] ?? -1, at) + 1;
}

/** Where tokens of a type stand between brackets, and in no brackets inside of them. */
function indexesOf(ctx: Context, open: number, close: number, type: TokenType): number[] {
  const found: number[] = [];
  for (let i = open + 1; i < close; i = behind(ctx, i)) if (typeAt(ctx.input, i) === type) found.push(i);
  return found;
}

function contains(ctx: Context, open: number, close: number, type: TokenType): boolean {
  return indexesOf(ctx, open, close, type).length > 0;
}

/** Whether a part of a call begins at a token. */
function isPartStart({ input, block }: Context, at: number): boolean {
  const previous = typeAt(input, at - 1);
  return block.kind === 'parts' && (previous === t.LeftParenthesis || previous === t.Comma);
}

function startsEntryAt(input: readonly IToken[], at: number): boolean {
  return at < input.length && startsEntry(input, at);
}

function typeAt(input: readonly IToken[], at: number): TokenType | undefined {
  return input[at]?.tokenType;
}

function imageAt(input: readonly IToken[], at: number): string {
  return input[at]?.image ?? '';
}

function startAt(input: readonly IToken[], at: number): number {
  return (input[at] as IToken).startOffset;
}

function spanOf(token: IToken): { readonly start: number; readonly end: number } {
  return { start: token.startOffset, end: t.endOf(token) };
}

function placeOf({ file, input }: Context, from: number, to: number): Place {
  return { file, start: startAt(input, from), end: t.endOf(input[to] as IToken) };
}

function isOnLine({ text, input }: Context, from: number, to: number): boolean {
  if (input[to] === undefined) return false;
  return !text.slice(t.endOf(input[from] as IToken), startAt(input, to)).includes('\n');
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function retyped(token: IToken, type: TokenType): IToken {
  return { ...token, ...t.typed(type) };
}

function endsOperand(token: IToken | undefined): boolean {
  return t.isName(token) || OPERAND_ENDS.has(token?.tokenType);
}

const OPERAND_ENDS: t.TokenSet = t.tokenSet([
  ...[t.NumberToken, t.Text, t.Color, t.Question, t.True, t.False],
  ...[t.RightParenthesis, t.RightBracket, t.RightBrace],
]);
