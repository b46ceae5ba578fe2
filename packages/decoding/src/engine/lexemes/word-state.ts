// The spelling of what has a spelling: keywords, names, punctuation, operators; and of names that a program makes up.
import type { Expectation, Lexeme, NewName } from '@diorama/grammar';
import { keywords, softKeywords } from '@diorama/syntax';
import { add, type ByteSet, bytes, has, NAME_BYTES, NAME_STARTS, NO_BYTES, union } from './byte-set.ts';
import type { Closing, LexemeState } from './lexeme-state.ts';
import { nextPlaceId } from './place-id.ts';

const KEYWORDS: ReadonlySet<string> = new Set(keywords);
const SOFT_KEYWORDS: ReadonlySet<string> = new Set(softKeywords);

/** Whether the program may make up a name. */
export function mayBeNew(name: string, { taken }: NewName): boolean {
  return isName(name) && !taken.has(name) && !KEYWORDS.has(name);
}

/** A spelling and what expects it. */
export interface Spelled {
  readonly text: string;
  readonly expectation: Expectation;
}

/** What may be spelled at a place. */
export interface WordPlace {
  /** Tells its states from those of others. */
  readonly id: number;
  readonly root: Spelling;
  /** The names that the program may make up here. */
  readonly newName: NewName | undefined;
  /** Whether the names made up are labels of core form, of which only the lexer's rules matter here. */
  readonly isLiteral: boolean;
  readonly states: Map<Spelling, LexemeState>;
}

/** A node of the trie of spellings. */
interface Spelling {
  readonly text: string;
  readonly following: Map<number, Spelling>;
  expectation: Expectation | undefined;
}

export function createWordPlace(
  spelled: readonly Spelled[],
  newName: NewName | undefined,
  isLiteral: boolean,
): WordPlace {
  const root: Spelling = { text: '', following: new Map(), expectation: undefined };
  const insert = (text: string): Spelling => {
    let at = root;
    for (let i = 0; i < text.length; i++) {
      const byte = text.charCodeAt(i);
      let following = at.following.get(byte);
      if (following === undefined) {
        following = { text: text.slice(0, i + 1), following: new Map(), expectation: undefined };
        at.following.set(byte, following);
      }
      at = following;
    }
    return at;
  };
  for (const { text, expectation } of spelled) insert(text).expectation ??= expectation;
  // Names that may not be made up have their own states, so that all others can share one.
  if (newName !== undefined) for (const text of [...keywords, ...newName.taken]) if (isName(text)) insert(text);
  return { id: nextPlaceId(), root, newName, isLiteral, states: new Map() };
}

/** The bytes that begin something here. */
export function wordStarts({ root, newName }: WordPlace): ByteSet {
  const set = new Uint32Array(8);
  for (const [byte] of root.following) if (leads(root.following.get(byte))) add(set, byte);
  return newName === undefined ? set : union(set, NAME_STARTS);
}

function leads(spelling: Spelling | undefined): boolean {
  if (spelling === undefined) return false;
  return spelling.expectation !== undefined || [...spelling.following.values()].some(leads);
}

/** The state behind the first byte, which is one of the starts. */
export function beginWord(place: WordPlace, byte: number): LexemeState {
  return behind(place, place.root, '', byte);
}

function behind(place: WordPlace, at: Spelling | undefined, text: string, byte: number): LexemeState {
  const spelling = at?.following.get(byte);
  const next = text + String.fromCharCode(byte);
  if (spelling === undefined) return new NameState(place, next);
  let found = place.states.get(spelling);
  if (found === undefined) {
    found = new WordState(place, spelling);
    place.states.set(spelling, found);
  }
  return found;
}

/** Somewhere in the trie. */
class WordState implements LexemeState {
  readonly #place: WordPlace;
  readonly #spelling: Spelling;
  readonly live: ByteSet;
  readonly sticky: ByteSet;
  readonly body: string | undefined;
  readonly spelled: string | undefined;
  readonly isPassing = false;
  readonly closing: Closing | undefined;

  constructor(place: WordPlace, spelling: Spelling) {
    this.#place = place;
    this.#spelling = spelling;
    const { text, following } = spelling;
    const isNew = place.newName !== undefined && isName(text);
    const live = new Uint32Array(8);
    for (const [byte, next] of following) if (leads(next)) add(live, byte);
    this.live = isNew ? union(live, NAME_BYTES) : live;
    this.sticky = stickyBehind(text);
    this.body = isNew ? 'name' : undefined;
    this.spelled = isNew ? text : undefined;
    this.closing = closingOf(place, text, spelling.expectation);
  }
  get key(): string {
    return `word ${this.#place.id} ${this.#spelling.text}`;
  }
  next(byte: number): LexemeState {
    return behind(this.#place, this.#spelling, this.#spelling.text, byte);
  }
}

/** A name that is like no spelling of the trie. */
class NameState implements LexemeState {
  readonly #place: WordPlace;
  readonly spelled: string;
  readonly isPassing = true;
  readonly live = NAME_BYTES;
  readonly sticky = NAME_BYTES;
  readonly body = 'name';

  constructor(place: WordPlace, text: string) {
    this.#place = place;
    this.spelled = text;
  }
  get key(): string | undefined {
    return this.#place.isLiteral ? `name ${this.#place.id}` : undefined;
  }
  get closing(): Closing | undefined {
    return closingOf(this.#place, this.spelled, undefined);
  }
  next(byte: number): LexemeState {
    return new NameState(this.#place, this.spelled + String.fromCharCode(byte));
  }
}

function closingOf(
  { newName, isLiteral }: WordPlace,
  text: string,
  expectation: Expectation | undefined,
): Closing | undefined {
  if (expectation !== undefined) return { lexeme: lexemeOf(text, expectation), expectation };
  if (newName === undefined || !mayBeNew(text, newName)) return undefined;
  const type = typeOf(text);
  // In core form all labels lead to one state.
  const spelled = isLiteral ? { type: 'Identifier', text: 'a_label' } : { type, text };
  return { lexeme: spelled, expectation: newName, label: text };
}

function lexemeOf(text: string, expectation: Expectation): Lexeme {
  return { type: 'token' in expectation ? expectation.token : typeOf(text), text };
}

/** The lexer's type of a name: soft keywords are names of types of their own. */
function typeOf(text: string): string {
  return SOFT_KEYWORDS.has(text) ? `${text[0]?.toUpperCase()}${text.slice(1)}` : 'Identifier';
}

function isName(text: string): boolean {
  return has(NAME_STARTS, text.charCodeAt(0));
}

/** The bytes that the lexer takes on behind a spelling. */
function stickyBehind(text: string): ByteSet {
  return isName(text) ? NAME_BYTES : (STICKY.get(text) ?? NO_BYTES);
}
/** Longer operators, numbers without a digit before their point, comments. */
const STICKY: ReadonlyMap<string, ByteSet> = new Map([
  ['.', bytes('.', '0-9')],
  ['..', bytes('<')],
  ['=', bytes('=')],
  ['<', bytes('=')],
  ['>', bytes('=')],
  ['!', bytes('=')],
  ['/', bytes('/', '*')],
]);
