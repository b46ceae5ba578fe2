// The white space before a lexeme, and in a free layout comments too.
import type { Expectation, PrefixState } from '@diorama/grammar';
import { isCompared } from '@diorama/grammar';
import { add, type ByteSet, bytes, DIGITS, has, members, NO_BYTES, union } from './lexemes/byte-set.ts';
import { openColor } from './lexemes/color-state.ts';
import type { Closing, LexemeState } from './lexemes/lexeme-state.ts';
import type { NumberPlace } from './lexemes/number-place.ts';
import { beginNumber } from './lexemes/number-state.ts';
import { openText, type TextPlace } from './lexemes/text-state.ts';
import { beginCharacter, continueCharacter, LEADS, type PartialCharacter } from './lexemes/utf8.ts';
import { beginWord, type WordPlace, wordStarts } from './lexemes/word-state.ts';
import { Spellings } from './spellings.ts';

export interface PlaceOptions {
  readonly isCore: boolean;
  /** Whether numbers are spelled as core form prints them. */
  readonly isPrinted: boolean;
  /** How many digits a token may bring before it ends a number. */
  readonly lookAhead: number;
}

/** What a place has to know of what stands before it. */
interface LexemeSurroundings {
  readonly typed: PrefixState;
  readonly engine: PlaceOptions;
  /** What has been made for other places. */
  readonly spellings?: Spellings | undefined;
}

/** What may come behind one sort of white space. */
export class LexemePlace {
  readonly gap: string;
  readonly starts: ByteSet;
  readonly #words: WordPlace;
  readonly #numbers: NumberPlace | undefined;
  readonly #texts: readonly TextPlace[];
  readonly #first = new Map<number, LexemeState>();

  constructor(
    { typed, engine, spellings = new Spellings() }: LexemeSurroundings,
    gap: string,
    expectations: readonly Expectation[],
  ) {
    this.gap = gap;
    const isLiteral = engine.isCore && !isCompared(typed);
    const of = <K extends Expectation['kind']>(kind: K) =>
      expectations.filter((one): one is Extract<Expectation, { readonly kind: K }> => one.kind === kind);
    const words = expectations.filter((one) => 'text' in one || 'name' in one || one.kind === 'new-name');
    this.#words = spellings.words(words, engine.isCore);
    const { isPrinted, lookAhead } = engine;
    const rest = { before: typed, isLiteral, isPrinted, lookAhead };
    const numbers = of('number');
    this.#numbers = numbers.length === 0 ? undefined : spellings.numbers(numbers, rest);
    this.#texts = of('text').map((expectation) =>
      spellings.text(expectation, { before: typed, isLiteral: engine.isCore }),
    );
    this.starts = this.#findStarts(of('color').length > 0);
  }

  #findStarts(color: boolean): ByteSet {
    const starts = wordStarts(this.#words).slice();
    if (color) add(starts, HASH);
    if (this.#texts.some((place) => openText(place).live.some((word) => word !== 0))) add(starts, QUOTE);
    if (this.#numbers !== undefined) {
      for (const byte of members(DIGITS)) if (beginNumber(this.#numbers, byte) !== undefined) add(starts, byte);
    }
    return starts;
  }

  /** The state behind the first byte, which is one of the starts. */
  begin(byte: number): LexemeState {
    let found = this.#first.get(byte);
    if (found === undefined) {
      found = this.#begin(byte);
      this.#first.set(byte, found);
    }
    return found;
  }

  #begin(byte: number): LexemeState {
    if (byte === QUOTE) return openText(this.#texts[0] as TextPlace);
    if (byte === HASH) return openColor();
    const number = has(DIGITS, byte) && this.#numbers !== undefined ? beginNumber(this.#numbers, byte) : undefined;
    return number ?? beginWord(this.#words, byte);
  }
}

const QUOTE = 0x22;
const HASH = 0x23;
const SLASH = 0x2f;
const STAR = 0x2a;
const WHITE_SPACE = bytes(' ', '\t', '\r', '\n');

/** Where no lexeme has begun yet. */
export abstract class GapState implements LexemeState {
  abstract readonly live: ByteSet;
  get sticky(): ByteSet {
    return NO_BYTES;
  }
  get closing(): Closing | undefined {
    return undefined;
  }
  readonly spelled = undefined;
  readonly isPassing = false;
  readonly body: string | undefined = undefined;
  abstract readonly key: string;
  abstract next(byte: number): LexemeState;
  /** The place whose lexeme begins behind a byte; undefined if the byte is white space. */
  abstract begins(byte: number): LexemePlace | undefined;
  /** Whether the program may end here. */
  abstract readonly mayEnd: boolean;
  /** The white space so far, as far as it decides what may follow. */
  readonly written: string = '';
  /** Whether a lexeme may begin here. */
  abstract readonly mayBegin: boolean;
  /** What ends the comment that is open. */
  get comment(): string | undefined {
    return undefined;
  }
}

/** What white space has to know of the place. */
interface GapSurroundings {
  readonly places: ReadonlyMap<string, LexemePlace>;
  readonly mayEnd: boolean;
  /** The white space with which the program may end here. */
  readonly endings: readonly string[];
}

/** Between lexemes in canonical layout: the white space so far. */
export class CanonicalGap extends GapState {
  readonly #at: GapSurroundings;
  override readonly written: string;
  readonly mayBegin: boolean;
  readonly live: ByteSet;
  readonly key: string;
  readonly mayEnd: boolean;
  readonly #following = new Map<number, CanonicalGap>();

  constructor(at: GapSurroundings, text: string) {
    super();
    this.#at = at;
    this.written = text;
    this.mayBegin = at.places.has(text);
    this.key = `gap ${JSON.stringify(text)}`;
    const endings = at.mayEnd ? at.endings : [];
    this.mayEnd = endings.includes(text);
    const live = (at.places.get(text)?.starts ?? NO_BYTES).slice();
    for (const gap of [...at.places.keys(), ...endings]) {
      if (gap.length > text.length && gap.startsWith(text)) add(live, gap.charCodeAt(text.length));
    }
    this.live = live;
  }

  begins(byte: number): LexemePlace | undefined {
    return has(WHITE_SPACE, byte) ? undefined : this.#at.places.get(this.written);
  }

  next(byte: number): LexemeState {
    const place = this.begins(byte);
    if (place !== undefined) return place.begin(byte);
    let found = this.#following.get(byte);
    if (found === undefined) {
      found = new CanonicalGap(this.#at, this.written + String.fromCharCode(byte));
      this.#following.set(byte, found);
    }
    return found;
  }
}

type FreePhase =
  | { readonly kind: 'space' | 'slash' | 'line' | 'block' | 'star' }
  | { readonly kind: 'line-character' | 'block-character'; readonly partial: PartialCharacter };

/** Between lexemes in a free layout: in white space, or somewhere in a comment. */
export class FreeGap extends GapState {
  readonly #at: GapSurroundings;
  readonly #phase: FreePhase;
  readonly #states: Map<string, FreeGap>;
  readonly key: string;
  override readonly body: string | undefined;
  readonly mayEnd: boolean;
  readonly live: ByteSet;

  constructor(at: GapSurroundings, phase: FreePhase = { kind: 'space' }, states: Map<string, FreeGap> = new Map()) {
    super();
    this.#at = at;
    this.#phase = phase;
    this.#states = states;
    this.key = keyOf(phase);
    this.body = phase.kind === 'space' || phase.kind === 'slash' ? undefined : this.key;
    this.mayEnd = (phase.kind === 'space' || phase.kind === 'line') && at.mayEnd;
    this.live = this.#findLive();
  }

  get mayBegin(): boolean {
    return this.#phase.kind === 'space';
  }
  override get comment(): string | undefined {
    switch (this.#phase.kind) {
      case 'space':
        return undefined;
      case 'slash':
        return '/\n';
      case 'line':
        return '\n';
      case 'block':
        return '*/';
      case 'star':
        return '/';
      default: {
        const { low, left } = this.#phase.partial;
        const rest = String.fromCharCode(low, ...Array<number>(left - 1).fill(0x80));
        return rest + (this.#phase.kind === 'line-character' ? '\n' : '*/');
      }
    }
  }

  /** What a slash is if no comment follows it. */
  override get closing(): Closing | undefined {
    return this.#phase.kind === 'slash' && this.#hasSlash ? this.#place?.begin(SLASH).closing : undefined;
  }
  override get sticky(): ByteSet {
    return this.#phase.kind === 'slash' ? bytes('/', '*') : NO_BYTES;
  }
  get #place(): LexemePlace | undefined {
    return this.#at.places.get('');
  }
  get #hasSlash(): boolean {
    return this.#place !== undefined && has(this.#place.starts, SLASH);
  }

  #findLive(): ByteSet {
    const phase = this.#phase;
    switch (phase.kind) {
      case 'space':
        return union(union(this.#place?.starts ?? NO_BYTES, WHITE_SPACE), bytes('/'));
      case 'slash':
        return bytes('/', '*');
      case 'line':
      case 'block':
      case 'star':
        return COMMENT_BYTES;
      default:
        return range(phase.partial.low, phase.partial.high);
    }
  }

  begins(byte: number): LexemePlace | undefined {
    if (this.#phase.kind !== 'space' || has(WHITE_SPACE, byte) || byte === SLASH) return undefined;
    return this.#place;
  }

  next(byte: number): LexemeState {
    const place = this.begins(byte);
    return place === undefined ? this.#go(this.#behind(byte)) : place.begin(byte);
  }

  #behind(byte: number): FreePhase {
    const phase = this.#phase;
    switch (phase.kind) {
      case 'space':
        return byte === SLASH ? { kind: 'slash' } : phase;
      case 'slash':
        return { kind: byte === SLASH ? 'line' : 'block' };
      case 'line':
        if (byte === 0x0a || byte === 0x0d) return { kind: 'space' };
        return has(LEADS, byte) ? { kind: 'line-character', partial: beginCharacter(byte) } : phase;
      case 'block':
      case 'star':
        if (byte === STAR) return { kind: 'star' };
        if (byte === SLASH && phase.kind === 'star') return { kind: 'space' };
        return has(LEADS, byte) ? { kind: 'block-character', partial: beginCharacter(byte) } : { kind: 'block' };
      default: {
        const partial = continueCharacter(phase.partial, byte);
        if (partial.left > 0) return { kind: phase.kind, partial };
        return { kind: phase.kind === 'line-character' ? 'line' : 'block' };
      }
    }
  }

  #go(phase: FreePhase): FreeGap {
    const key = keyOf(phase);
    if (key === this.key) return this;
    let found = this.#states.get(key);
    if (found === undefined) {
      found = new FreeGap(this.#at, phase, this.#states);
      this.#states.set(key, found);
    }
    return found;
  }
}

function keyOf(phase: FreePhase): string {
  return 'partial' in phase ? `${phase.kind} ${phase.partial.bits} ${phase.partial.left}` : phase.kind;
}
function range(low: number, high: number): ByteSet {
  const set = new Uint32Array(8);
  for (let byte = low; byte <= high; byte++) add(set, byte);
  return set;
}
const COMMENT_BYTES = union(range(0, 0x7f), LEADS);
