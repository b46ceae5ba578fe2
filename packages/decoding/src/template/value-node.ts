// A place between two lexemes of the value in a hole.
import { admits, isCompared, type NumberExpectation, type PrefixState, step } from '@diorama/grammar';
import type { LexemePlace } from '../engine/gap-state.ts';
import { has, NAME_BYTES } from '../engine/lexemes/byte-set.ts';
import type { Closing, LexemeState } from '../engine/lexemes/lexeme-state.ts';
import type { Mask } from '../engine/mask.ts';
import type { Completion, Onward, Values } from './completion.ts';
import { candidates, findRest } from './find-rest.ts';
import type { TemplateHole, Written } from './template.ts';
import { placesOf, type ValueOption, type ValuePlace } from './value-place.ts';
import { ValueReading } from './value-reading.ts';
import { goOn, isWhole, NO_VALUE, type ValueShape } from './value-shape.ts';

/** What is known of a value so far. */
export interface ValueParts {
  readonly hole: number;
  readonly typed: PrefixState;
  readonly shape: ValueShape;
  /** Those of the holes before it. */
  readonly values: Values;
  /** The text so far; empty if it does not matter. */
  readonly written: string;
  /** Names the node at which the value begins. */
  readonly origin: string;
}

/** Numbers from ten to this power to ten to the next, in this unit. */
export interface Decade {
  readonly unit: string;
  readonly power: number;
}
const POWERS = [0, 1, -1, 2, -2, 3];
const PROBES = ['1', '9.9', '1.3', '1.9', '2.5', '3.7', '5', '6.1', '8'];

/** Nodes with the same future are one object. */
export class ValueNode {
  readonly completion: Completion;
  readonly parts: ValueParts;
  readonly hole: TemplateHole;
  /** The masks of readings between this place and the next, by what they have in common. */
  readonly masks = new Map<string, Mask>();
  readonly #following = new Map<string, ValueNode | undefined>();
  readonly #rests = new Map<string, string | undefined>();
  #options: readonly ValueOption[] | undefined;
  #places: ReadonlyMap<string, LexemePlace> | undefined;
  #start: ValueReading | undefined;
  #exit: Onward | undefined | null = null;
  #textIsFree: boolean | undefined;
  #numberIsFree: boolean | undefined;
  #decade: Decade | undefined | null = null;

  constructor(completion: Completion, parts: ValueParts) {
    this.completion = completion;
    this.parts = parts;
    this.hole = completion.parts.template.holes[parts.hole] as TemplateHole;
  }

  /** What is written behind the hole. */
  get #next(): Written {
    return this.completion.parts.template.written[this.parts.hole + 1] as Written;
  }
  /** The byte that is written behind the hole, and the one after it. */
  get nextBytes(): string {
    return this.#next.bytes.slice(0, 2);
  }

  get #place(): ValuePlace {
    const { hole, typed, shape } = this.parts;
    return this.completion.place(hole, typed, shape);
  }

  get options(): readonly ValueOption[] {
    if (this.parts.shape.open !== '' || !this.isBounded) return this.#place.options;
    this.#options ??= this.#place.options.flatMap(({ expectation, gap }): readonly ValueOption[] => {
      const proven = expectation.kind === 'number' ? this.#prove(expectation, gap) : expectation;
      return proven === undefined ? [] : [{ expectation: proven, gap }];
    });
    return this.#options;
  }

  /** Only the units with which the template can end. */
  #prove(expectation: NumberExpectation, gap: string): NumberExpectation | undefined {
    const { effort } = this.completion;
    const units = expectation.units.filter((unit) => {
      this.completion.effort = effort;
      const texts = candidates({ ...expectation, units: [unit] });
      const text = texts.find((one) => admits(expectation, { type: 'Number', text: one }));
      return (
        text !== undefined && this.after(gap, { lexeme: { type: 'Number', text }, expectation })?.rest !== undefined
      );
    });
    this.completion.effort = effort;
    return units.length === 0 ? undefined : { ...expectation, units };
  }

  get places(): ReadonlyMap<string, LexemePlace> {
    const { options } = this;
    const place = this.#place;
    if (options === place.options) return place.lexemes;
    this.#places ??= placesOf(this.completion.parts, this.parts.hole, this.parts.typed, options);
    return this.#places;
  }

  /** The reading before the white space. */
  get start(): ValueReading {
    this.#start ??= new ValueReading(
      this,
      { gap: '', place: undefined, lexeme: undefined, spelled: '' },
      new Map<LexemeState, ValueReading>(),
    );
    return this.#start;
  }

  /** Behind a lexeme; undefined if what it says is refused. */
  after(gap: string, closing: Closing): ValueNode | undefined {
    const { lexeme, expectation } = closing;
    const key = `${gap}|${expectation.kind}|${lexeme.type}|${lexeme.text}`;
    if (this.#following.has(key)) return this.#following.get(key);
    const found = this.#after(gap, closing);
    this.#following.set(key, found);
    return found;
  }

  #after(gap: string, { lexeme, expectation }: Closing): ValueNode | undefined {
    const { hole, typed, shape, values, written, origin } = this.parts;
    const { isPlain } = this.hole;
    const next = isPlain ? step(typed, lexeme) : this.completion.stepAlike(hole, typed, { lexeme, expectation });
    if (next === undefined) return undefined;
    const text = isPlain ? '' : written + gap + lexeme.text;
    return this.completion.node({ hole, typed: next, shape: goOn(shape, expectation), values, written: text }, origin);
  }

  /** Whether nothing of the value has come. */
  get isStart(): boolean {
    return this.parts.shape === NO_VALUE;
  }

  /** What is written behind the hole, if the value may end here. */
  get exit(): Onward | undefined {
    if (this.#exit === null) this.#exit = this.#findExit();
    return this.#exit;
  }

  #findExit(): Onward | undefined {
    const { shape } = this.parts;
    if (!isWhole(shape)) return undefined;
    const next = this.#next.bytes;
    // A letter behind a word or number would belong to it.
    if (shape.last === 'word' && next !== '' && (has(NAME_BYTES, next.charCodeAt(0)) || next.startsWith('%')))
      return undefined;
    return this.completion.leave(this.parts);
  }

  /** Bytes with which the text ends from here; undefined if none are known. */
  get rest(): string | undefined {
    return this.restBehind('');
  }
  /** Whether `rest` has been found out. */
  get isKnown(): boolean {
    return this.#rests.has('');
  }
  /** The same if some white space has been written already. */
  restBehind(gap: string): string | undefined {
    if (this.#rests.has(gap)) return this.#rests.get(gap);
    const { effort } = this.completion;
    const found = findRest(this, gap);
    if (found !== undefined || this.completion.hasFailed(effort)) this.#rests.set(gap, found);
    return found;
  }

  /** Whether every number may stand here that its bounds let through: then none needs to be looked at on its own. */
  get numberIsFree(): boolean {
    this.#numberIsFree ??= this.rest !== undefined && (this.isBounded || this.decade !== undefined);
    return this.#numberIsFree;
  }

  /** Whether bounds tell all. */
  get isBounded(): boolean {
    const { typed, shape } = this.parts;
    const { isPlain, isFactor } = this.hole;
    return isPlain && !isFactor && !shape.open.includes('c') && !isCompared(typed);
  }

  /** A power of ten from which on to the next all numbers fit, as far as seen: every number so far can be brought there. */
  get decade(): Decade | undefined {
    if (this.#decade === null) this.#decade = this.#findDecade();
    return this.#decade;
  }

  /** The same if it has been asked for. */
  get knownDecade(): Decade | undefined {
    return this.#decade ?? undefined;
  }

  #findDecade(): Decade | undefined {
    for (const { expectation, gap } of this.options) {
      if (expectation.kind !== 'number') continue;
      for (const { name, integer } of expectation.units) {
        if (integer) continue;
        for (const power of POWERS) {
          const fits = PROBES.every((digits) => {
            const lexeme = { type: 'Number', text: `${digits}e${power}${name}` };
            return admits(expectation, lexeme) && this.after(gap, { lexeme, expectation })?.rest !== undefined;
          });
          if (fits) return { unit: name, power };
        }
      }
    }
    return undefined;
  }

  /** Whether any text may stand here: some that nobody would think of may, or may go on so that they do. */
  get textIsFree(): boolean {
    if (this.#textIsFree === undefined) {
      const text = this.options.find(({ expectation }) => expectation.kind === 'text');
      this.#textIsFree =
        text !== undefined && ODD_TEXTS.every((odd) => this.#takesText(text, odd) || this.#takesText(text, `${odd}a`));
    }
    return this.#textIsFree;
  }
  #takesText({ expectation, gap }: ValueOption, text: string): boolean {
    if (expectation.kind !== 'text' || !expectation.takes(text)) return false;
    const next = this.after(gap, { lexeme: { type: 'Text', text: JSON.stringify(text) }, expectation });
    return next?.rest !== undefined;
  }
}
const ODD_TEXTS = ['', 'a', 'Zq/ é 9#', '%0_', ' '];
