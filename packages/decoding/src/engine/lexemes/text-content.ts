// What a text may say, letter by letter: anything, one of a list, or an asset's id.
import { ASSET_CLASSES, type TextExpectation } from '@diorama/grammar';

/** How far a text's content has been read: an automaton over UTF-16 code units. Equal states are one object. */
export interface TextContent {
  readonly id: number;
  /** Whether the text may end here. */
  readonly isComplete: boolean;
  /** What follows a code unit; undefined if no content goes on so. */
  next(unit: number): TextContent | undefined;
  /** Whether any character may follow. */
  readonly isFree: boolean;
  /** The code units that may follow; undefined: all. */
  readonly units: readonly number[] | undefined;
}

let ids = 0;

class Anything implements TextContent {
  readonly id = ids++;
  readonly isComplete: boolean;
  readonly units = undefined;
  readonly isFree = true;
  constructor(isComplete: boolean) {
    this.isComplete = isComplete;
  }
  next(unit: number): TextContent {
    return this.isComplete || isBlank(unit) ? this : FREE;
  }
}
/** Any text. */
const FREE = new Anything(true);
/** Any text that is not blank. */
const BLANK = new Anything(false);

function isBlank(unit: number): boolean {
  return String.fromCharCode(unit).trim() === '';
}

class Choice implements TextContent {
  readonly id = ids++;
  readonly #following = new Map<number, Choice>();
  readonly isFree = false;
  isComplete = false;
  #variants: Variant | undefined;

  add(text: string, takes: (text: string) => boolean): void {
    let at: Choice = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let following = at.#following.get(unit);
      if (following === undefined) {
        following = new Choice();
        at.#following.set(unit, following);
      }
      at = following;
    }
    at.isComplete = takes(text);
    if (takes(`${text}#0`)) at.#variants = new Variant(`${text}#`, takes);
  }
  get units(): readonly number[] {
    return [...this.#following.keys(), ...(this.#variants === undefined ? [] : [HASH])];
  }
  next(unit: number): TextContent | undefined {
    return this.#following.get(unit) ?? (unit === HASH ? this.#variants : undefined);
  }
}
const HASH = 0x23;

/** The number of an individual, behind `class/species#`: whatever the library has. */
class Variant implements TextContent {
  readonly id = ids++;
  readonly isFree = false;
  #units: readonly number[] | undefined;
  readonly isComplete: boolean;
  readonly #text: string;
  readonly #takes: (text: string) => boolean;
  readonly #following = new Map<number, Variant>();

  constructor(text: string, takes: (text: string) => boolean) {
    this.#text = text;
    this.#takes = takes;
    this.isComplete = !text.endsWith('#') && takes(text);
  }
  get units(): readonly number[] {
    this.#units ??= TEN.filter((unit) => this.next(unit) !== undefined);
    return this.#units;
  }
  next(unit: number): TextContent | undefined {
    const text = this.#text + String.fromCharCode(unit);
    let found = this.#following.get(unit);
    // Individuals are counted from 0, so what is not one of them does not begin one.
    if (found === undefined && TEN.includes(unit) && this.#takes(text)) {
      found = new Variant(text, this.#takes);
      this.#following.set(unit, found);
    }
    return found;
  }
}
const TEN = Array.from({ length: 10 }, (_, digit) => 0x30 + digit);

type IdPart = 'class' | 'species' | 'variant' | 'zero';

/** Any id of the form `class/species` or `class/species#variant`. */
class IdForm implements TextContent {
  readonly id = ids++;
  readonly isFree = false;
  #units: readonly number[] | undefined;
  readonly isComplete: boolean;
  readonly #part: IdPart;
  readonly #isStart: boolean;
  readonly #classes: readonly string[] | undefined;
  readonly #following = new Map<number, TextContent | undefined>();

  constructor(part: IdPart, isStart: boolean, classes?: readonly string[]) {
    this.#part = part;
    this.#isStart = isStart;
    this.#classes = classes;
    this.isComplete = part === 'zero' || (part !== 'class' && !isStart);
  }
  get units(): readonly number[] {
    this.#units ??= ID_UNITS.filter((unit) => this.next(unit) !== undefined);
    return this.#units;
  }
  next(unit: number): TextContent | undefined {
    if (!this.#following.has(unit)) this.#following.set(unit, this.#behind(String.fromCharCode(unit)));
    return this.#following.get(unit);
  }
  #behind(letter: string): TextContent | undefined {
    switch (this.#part) {
      case 'class': {
        if (this.#classes !== undefined) {
          const left = this.#classes.filter((name) => name.startsWith(letter));
          if (left.length > 0)
            return new IdForm(
              'class',
              false,
              left.map((name) => name.slice(1)),
            );
          return letter === '/' && this.#classes.includes('') ? SPECIES : undefined;
        }
        if (/[a-z]/.test(letter) || (!this.#isStart && /[0-9_-]/.test(letter))) return ANY_CLASS;
        return letter === '/' && !this.#isStart ? SPECIES : undefined;
      }
      case 'species':
        if (/[a-z0-9]/.test(letter) || (!this.#isStart && /[_-]/.test(letter))) return IN_SPECIES;
        return letter === '#' && !this.#isStart ? VARIANT : undefined;
      case 'variant':
        if (letter === '0' && this.#isStart) return ZERO;
        return /[0-9]/.test(letter) ? IN_VARIANT : undefined;
      case 'zero':
        return undefined;
    }
  }
}
const ID_UNITS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789_-/#', (letter) => letter.charCodeAt(0));
const ANY_CLASS = new IdForm('class', false);
const SPECIES = new IdForm('species', true);
const IN_SPECIES = new IdForm('species', false);
const VARIANT = new IdForm('variant', true);
const IN_VARIANT = new IdForm('variant', false);
const ZERO = new IdForm('zero', false);

const started = new WeakMap<TextExpectation, TextContent>();

/** Where the content of a text begins. */
export function beginText(expectation: TextExpectation): TextContent {
  let found = started.get(expectation);
  if (found === undefined) {
    found = begin(expectation);
    started.set(expectation, found);
  }
  return found;
}

function begin({ closed, choices, form, nonEmpty, takes }: TextExpectation): TextContent {
  if (closed && choices !== undefined) {
    const root = new Choice();
    for (const text of choices()) root.add(text, takes);
    return root;
  }
  if (form === 'asset-id') {
    const classes = ASSET_CLASSES.filter((name) => takes(`${name}/a`));
    return takes('a/a') ? new IdForm('class', true) : new IdForm('class', true, classes);
  }
  return nonEmpty ? BLANK : FREE;
}
