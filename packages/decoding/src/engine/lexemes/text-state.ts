// The spelling of a text: quotes, characters of UTF-8, the escapes of JSON.
import { type Lexeme, type PrefixState, representative, type TextExpectation } from '@diorama/grammar';
import { add, type ByteSet, has, NO_BYTES } from './byte-set.ts';
import type { Closing, LexemeState } from './lexeme-state.ts';
import { nextPlaceId } from './place-id.ts';
import { beginText, type TextContent } from './text-content.ts';
import { beginCharacter, continueCharacter, LEADS, mayBecome, type PartialCharacter } from './utf8.ts';

/** What a text is spelled for. */
export interface TextPlace {
  /** Tells its states from those of others. */
  readonly id: number;
  readonly expectation: TextExpectation;
  readonly before: PrefixState;
  /** Whether what it says does not matter later. */
  readonly isLiteral: boolean;
  /** The states that have been made. */
  readonly states: Map<string, LexemeState>;
}

type Phase =
  | { readonly kind: 'body' }
  | { readonly kind: 'character'; readonly partial: PartialCharacter }
  | { readonly kind: 'escape' }
  | { readonly kind: 'hex'; readonly digits: string }
  | { readonly kind: 'closed' };

const BODY: Phase = { kind: 'body' };
const ESCAPE: Phase = { kind: 'escape' };
const CLOSED: Phase = { kind: 'closed' };
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CR = 0x0d;
const LF = 0x0a;

export function createTextPlace(
  expectation: TextExpectation,
  rest: Pick<TextPlace, 'before' | 'isLiteral'>,
): TextPlace {
  return { id: nextPlaceId(), expectation, ...rest, states: new Map() };
}

/** The state behind the opening quote. */
export function openText(place: TextPlace): LexemeState {
  return stateOf(place, BODY, beginText(place.expectation), '"');
}

function stateOf(place: TextPlace, phase: Phase, content: TextContent, text: string): LexemeState {
  // Where the text matters, each is told apart.
  if (!keepsNothing(place)) return new TextState(place, phase, content, text);
  const key = `${keyOfPhase(phase)} ${content.id}`;
  let found = place.states.get(key);
  if (found === undefined) {
    found = new TextState(place, phase, content, text);
    place.states.set(key, found);
  }
  return found;
}

function keepsNothing({ isLiteral, expectation }: TextPlace): boolean {
  return isLiteral && !(expectation.form === 'safetensors' && expectation.closed);
}

function keyOfPhase(phase: Phase): string {
  switch (phase.kind) {
    case 'character':
      return `character ${phase.partial.bits} ${phase.partial.left}`;
    case 'hex':
      return `hex ${phase.digits}`;
    default:
      return phase.kind;
  }
}

class TextState implements LexemeState {
  readonly sticky = NO_BYTES;
  readonly spelled = undefined;
  readonly isPassing: boolean;
  readonly key: string | undefined;
  readonly body: string | undefined;
  readonly #place: TextPlace;
  readonly #phase: Phase;
  readonly #content: TextContent;
  /** The spelling so far: of texts that need not be told apart, the first one seen. */
  readonly #text: string;
  #live: ByteSet | undefined;
  readonly #following: LexemeState[] = [];

  constructor(place: TextPlace, phase: Phase, content: TextContent, text: string) {
    this.#place = place;
    this.#phase = phase;
    this.#content = content;
    this.#text = text;
    const isAlike = keepsNothing(place);
    const key = `text ${keyOfPhase(phase)} ${content.id}`;
    this.key = isAlike ? `${place.id} ${key}` : undefined;
    this.isPassing = !isAlike;
    this.body = content.isFree && phase.kind !== 'closed' ? key : undefined;
  }

  get live(): ByteSet {
    this.#live ??= this.#findLive();
    return this.#live;
  }
  get closing(): Closing | undefined {
    if (this.#phase.kind !== 'closed') return undefined;
    const { expectation, before, isLiteral } = this.#place;
    const lexeme: Lexeme = { type: 'Text', text: this.#text };
    return { lexeme: isLiteral ? representative(before, expectation, lexeme) : lexeme, expectation };
  }

  next(byte: number): LexemeState {
    if (!keepsNothing(this.#place)) return this.#next(byte);
    let found = this.#following[byte];
    if (found === undefined) {
      found = this.#next(byte);
      this.#following[byte] = found;
    }
    return found;
  }

  #next(byte: number): LexemeState {
    const phase = this.#phase;
    const content = this.#content;
    switch (phase.kind) {
      case 'body':
        if (byte === QUOTE) return this.#go(CLOSED, content, '"');
        if (byte === BACKSLASH) return this.#go(ESCAPE, content, '');
        if (byte < 0x80) return this.#take([byte], String.fromCharCode(byte));
        return this.#go({ kind: 'character', partial: beginCharacter(byte) }, content, '');
      case 'character': {
        const partial = continueCharacter(phase.partial, byte);
        if (partial.left > 0) return this.#go({ kind: 'character', partial }, content, '');
        const letter = String.fromCodePoint(partial.bits);
        return this.#take(unitsOf(letter), letter);
      }
      case 'escape': {
        const letter = String.fromCharCode(byte);
        if (letter === 'u') return this.#go({ kind: 'hex', digits: '' }, content, '');
        return this.#take([ESCAPES.get(letter) ?? byte], `\\${letter}`);
      }
      case 'hex': {
        const digits = phase.digits + String.fromCharCode(byte);
        if (digits.length < 4) return this.#go({ kind: 'hex', digits }, content, '');
        return this.#take([Number.parseInt(digits, 16)], `\\u${digits}`);
      }
      default:
        return this;
    }
  }

  /** Behind a character. The bytes were found to lead on, so the content has a place for it. */
  #take(units: readonly number[], spelling: string): LexemeState {
    let content: TextContent = this.#content;
    for (const unit of units) content = content.next(unit) ?? content;
    return this.#go(BODY, content, spelling);
  }
  #go(phase: Phase, content: TextContent, spelling: string): LexemeState {
    return stateOf(this.#place, phase, content, this.#text + spelling);
  }

  #findLive(): ByteSet {
    const live = new Uint32Array(8);
    for (let byte = 0; byte < 256; byte++) if (this.#mayFollow(byte)) add(live, byte);
    return live;
  }

  #mayFollow(byte: number): boolean {
    const phase = this.#phase;
    const content = this.#content;
    const { units } = content;
    switch (phase.kind) {
      case 'body':
        if (byte === QUOTE) return content.isComplete;
        if (byte === CR || byte === LF || byte === 0) return false;
        if (byte === BACKSLASH) return units === undefined || units.length > 0;
        if (byte < 0x80) return content.next(byte) !== undefined;
        if (!has(LEADS, byte)) return false;
        return units === undefined || this.#leads(byte, units);
      case 'character':
        return this.#completes(phase.partial, byte);
      case 'escape': {
        const letter = String.fromCharCode(byte);
        if (letter === 'u') return true;
        const unit = ESCAPES.get(letter);
        return unit !== undefined && content.next(unit) !== undefined;
      }
      case 'hex': {
        const digits = phase.digits + String.fromCharCode(byte);
        if (!/^[0-9A-Fa-f]+$/.test(digits)) return false;
        return units === undefined || units.some((unit) => hex(unit).startsWith(digits.toLowerCase()));
      }
      default:
        return false;
    }
  }

  #leads(lead: number, units: readonly number[]): boolean {
    if (units.every((unit) => unit < 0x80)) return false;
    const partial = beginCharacter(lead);
    for (let byte = partial.low; byte <= partial.high; byte++) if (mayBecome(partial, byte, units)) return true;
    return false;
  }
  #completes(partial: PartialCharacter, byte: number): boolean {
    if (!mayBecome(partial, byte, this.#content.units)) return false;
    if (partial.left > 1 || this.#content.units === undefined) return true;
    const units = unitsOf(String.fromCodePoint(continueCharacter(partial, byte).bits));
    let content: TextContent | undefined = this.#content;
    for (const unit of units) content = content?.next(unit);
    return content !== undefined;
  }
}

const ESCAPES: ReadonlyMap<string, number> = new Map(
  Object.entries({ '"': 0x22, '\\': 0x5c, '/': 0x2f, b: 8, f: 0x0c, n: 0x0a, r: 0x0d, t: 9 }),
);
function hex(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}
function unitsOf(letter: string): readonly number[] {
  return Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index));
}
