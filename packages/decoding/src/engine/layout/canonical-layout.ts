// The layout that the formatter writes: single spaces, line ends between entries, two spaces of indentation.
import { type Expectation, expected, type PrefixState, step } from '@diorama/grammar';
import type { Layout, LayoutState, Option } from './layout.ts';

/** An open bracket. */
interface Bracket {
  readonly open: '{' | '(' | '[';
  /** Whether its contents stand on lines of their own; undefined directly behind it. */
  readonly isBroken: boolean | undefined;
  /** In braces: what the last entry is. Fields are told apart by commas on one line. */
  readonly entry: 'none' | 'field' | 'other';
  /** It holds the arguments of an annotation. */
  readonly isAnnotation: boolean;
  readonly around: Bracket | undefined;
}

interface CanonicalState extends LayoutState {
  readonly bracket: Bracket | undefined;
  /** The last lexeme. */
  readonly last: Last;
  /** Whether the file has an entry already. */
  readonly hasEntry: boolean;
}

/** What of the last lexeme matters to the space behind it. */
type Last =
  | 'nothing'
  | 'opener'
  | 'comma'
  /** `.` `..` `..<` `@` and a minus before its operand. */
  | 'tight'
  /** What ends an operand, so that a bracket behind it opens its arguments or index. */
  | 'operand'
  /** `)` of an annotation. */
  | 'annotation'
  /** The `@` of an annotation and its name. */
  | 'annotation-name'
  | 'at'
  | 'closed-braces'
  | 'other';

/**
 * The layout of the whole language, as `format` leaves it, comments apart; or with `isCore` that of core form: one element
 * a line.
 */
export function createCanonicalLayout(isCore: boolean): Layout {
  const states = new Map<string, CanonicalState>();
  const brackets = new Map<string, Bracket>();
  const bracketIds = new Map<Bracket | undefined, number>([[undefined, 0]]);
  const bracketOf = (parts: Bracket): Bracket => {
    const key = `${parts.open}${parts.isBroken}${parts.entry}${parts.isAnnotation}${bracketIds.get(parts.around)}`;
    let found = brackets.get(key);
    if (found === undefined) {
      found = parts;
      brackets.set(key, found);
      bracketIds.set(found, bracketIds.size);
    }
    return found;
  };
  const stateOf = (bracket: Bracket | undefined, last: Last, hasEntry: boolean): CanonicalState => {
    const key = `${bracketIds.get(bracket)} ${last} ${hasEntry}`;
    let found = states.get(key);
    if (found === undefined) {
      found = { id: states.size, bracket, last, hasEntry };
      states.set(key, found);
    }
    return found;
  };
  return {
    start: stateOf(undefined, 'nothing', false),
    isFree: false,
    options: (state, typed, expectations) =>
      expectations.flatMap((expectation): readonly Option[] => {
        const gaps = gapsBefore(state as CanonicalState, expectation, typed, isCore);
        return gaps.length === 0 ? [] : [{ expectation, gaps }];
      }),
    after: (state, gap, { lexeme, expectation }) => {
      const { bracket, last, hasEntry } = state as CanonicalState;
      const settled = settle(bracket, last, gap, bracketOf);
      const entered = enterEntry(settled, expectation, state as CanonicalState, bracketOf);
      const [next, nextLast] = behind(entered, last, lexeme.text, expectation, bracketOf);
      return stateOf(next, nextLast, hasEntry || bracket === undefined);
    },
    endings: (state) => {
      const { bracket, hasEntry } = state as CanonicalState;
      return bracket === undefined ? [hasEntry ? '\n' : ''] : [];
    },
  };
}

type Interned = (parts: Bracket) => Bracket;

/** The white space that may stand before a lexeme; none if the lexeme may not stand there. */
function gapsBefore(
  state: CanonicalState,
  expectation: Expectation,
  typed: PrefixState,
  isCore: boolean,
): readonly string[] {
  const { bracket, last, hasEntry } = state;
  const text = 'text' in expectation ? expectation.text : '';
  const isBrace = bracket === undefined || bracket.open === '{';
  if (text === '}' || text === ')' || text === ']') return gapsBeforeCloser(state);
  if (last === 'annotation') return isCore ? [' '] : [' ', lineEnd(bracket)];
  if (isBrace && startsEntry(expectation, last, bracket)) {
    if (bracket === undefined) return hasEntry ? between(bracket, isCore) : [''];
    if (last === 'opener') return isCore ? [' '] : [' ', lineEnd({ ...bracket, isBroken: true })];
    if (bracket.isBroken) return between(bracket, isCore);
    return (last === 'comma') === (bracket.entry === 'field') ? [' '] : [];
  }
  if (isBrace && text === ',') return bracket === undefined || mayHaveMore(state, typed) ? [''] : [];
  if (!isBrace && last === 'opener') return isCore ? [''] : ['', lineEnd({ ...bracket, isBroken: true })];
  if (!isBrace && last === 'comma' && bracket.isBroken) return [lineEnd(bracket)];
  if (isBrace && bracket !== undefined && last === 'comma') return [];
  return [spaceBetween(last, expectation, text)];
}

function gapsBeforeCloser({ bracket, last }: CanonicalState): readonly string[] {
  if (bracket === undefined) return [];
  if (last === 'opener') return [''];
  if (bracket.isBroken) return [lineEnd(bracket.around)];
  if (bracket.open !== '{') return last === 'comma' ? [] : [''];
  return last === 'comma' ? [] : [' '];
}

/** Between entries, each on a line of its own. */
function between(bracket: Bracket | undefined, isCore: boolean): readonly string[] {
  const end = lineEnd(bracket);
  return isCore ? [end] : [end, `\n${end}`];
}

function lineEnd(bracket: Bracket | undefined): string {
  let depth = 0;
  for (let at = bracket; at !== undefined; at = at.around) if (at.isBroken) depth++;
  return `\n${'  '.repeat(depth)}`;
}

/** Whether a field on one line may have a comma behind it: only if another entry can follow. */
function mayHaveMore({ bracket }: CanonicalState, typed: PrefixState): boolean {
  if (bracket?.isBroken !== false || bracket.entry !== 'field') return false;
  const next = step(typed, { type: 'Comma', text: ',' });
  return next !== undefined && expected(next).some((one) => startsEntry(one, 'comma', bracket));
}

const ENTRY_WORDS: ReadonlySet<string> = new Set(['let', 'prefab', 'use', 'for', 'scatter', '@']);

/** Whether what comes begins an entry of a body, or an item of the file. */
function startsEntry(expectation: Expectation, last: Last, bracket: Bracket | undefined): boolean {
  const { kind } = expectation;
  if (kind === 'kind-name' || kind === 'property') return true;
  // Of what an unknown file offers, any property may be.
  if (!('text' in expectation)) return kind === 'new-name' && expectation.purpose === 'any' && bracket !== undefined;
  if (ENTRY_WORDS.has(expectation.text)) return true;
  return expectation.text === 'if' && last !== 'other' && last !== 'tight';
}

const TIGHT_BEFORE: ReadonlySet<string> = new Set([',', ':', ')', ']', '.', '..', '..<']);

/** The space between two lexemes on one line. */
function spaceBetween(last: Last, { kind }: Expectation, text: string): '' | ' ' {
  if (last === 'nothing' || last === 'tight' || last === 'opener' || last === 'at') return '';
  if (TIGHT_BEFORE.has(text) && (kind === 'punctuation' || kind === 'operator')) return '';
  if (text !== '(' && text !== '[') return ' ';
  return last === 'operand' || last === 'annotation-name' ? '' : ' ';
}

/** Decides whether a bracket is broken, by the white space behind it. */
function settle(bracket: Bracket | undefined, last: Last, gap: string, interned: Interned): Bracket | undefined {
  if (bracket === undefined || last !== 'opener') return bracket;
  return interned({ ...bracket, isBroken: gap.startsWith('\n') });
}

function enterEntry(
  bracket: Bracket | undefined,
  expectation: Expectation,
  { last }: CanonicalState,
  interned: Interned,
): Bracket | undefined {
  if (bracket?.open !== '{' || !startsEntry(expectation, last, bracket)) return bracket;
  return interned({ ...bracket, entry: isField(expectation) ? 'field' : 'other' });
}

function isField({ kind }: Expectation): boolean {
  return kind === 'property' || kind === 'new-name';
}

/** The brackets and the last lexeme behind a lexeme. */
function behind(
  bracket: Bracket | undefined,
  last: Last,
  text: string,
  { kind }: Expectation,
  interned: Interned,
): readonly [Bracket | undefined, Last] {
  if (kind === 'text' || kind === 'number' || kind === 'color') return [bracket, 'operand'];
  if (kind === 'annotation-name') return [bracket, 'annotation-name'];
  switch (text) {
    case '{':
    case '(':
    case '[': {
      const isAnnotation = last === 'annotation-name';
      return [interned({ open: text, isBroken: undefined, entry: 'none', isAnnotation, around: bracket }), 'opener'];
    }
    case '}':
      return [bracket?.around, 'closed-braces'];
    case ')':
    case ']':
      return [bracket?.around, bracket?.isAnnotation ? 'annotation' : 'operand'];
    case ',':
      return [bracket, 'comma'];
    case '@':
      return [bracket, 'at'];
    case '.':
    case '..':
    case '..<':
      return [bracket, 'tight'];
    case '-':
      return [bracket, last === 'operand' ? 'other' : 'tight'];
    case 'true':
    case 'false':
    case '?':
      return [bracket, 'operand'];
    default:
      return [bracket, kind === 'keyword' || kind === 'operator' || kind === 'punctuation' ? 'other' : 'operand'];
  }
}
