// Turns a template into what says which tokens may come next, so that its holes are filled and all else stays.
import { keepCertain } from '../engine/find-forced.ts';
import { members } from '../engine/lexemes/byte-set.ts';
import { bitMask, countBits, filterMask, listMask, type Mask, setBit } from '../engine/mask.ts';
import type { Constraint } from '../sampling/constraint.ts';
import { tokenize } from '../vocabulary/tokenize.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { buildTemplateMask } from './build-template-mask.ts';
import type { Completion, Onward } from './completion.ts';
import { type ReadingSet, setOf } from './reading-set.ts';
import { toBytes } from './template.ts';
import { ValueReading } from './value-reading.ts';

/** What has been decoded so far. A value: accepting a token gives a new one and leaves the old one be. */
export interface TemplateState {
  /** How many tokens may still come, the end among them. */
  readonly budget: number;
  /** Whether the end has come. */
  readonly hasEnded: boolean;
  /** The token that led here; -1 at the start. */
  readonly token: number;
  /** The state before it. */
  readonly previous: TemplateState | undefined;
  /** @internal What it belongs to. */
  readonly owner: object;
  /** @internal */
  readonly readings: ReadingSet;
  /** @internal Bytes with which the text can end. */
  readonly rest: string;
  /** @internal Tokens with which it can end, its end among them; undefined until they are needed. */
  readonly plan: readonly number[] | undefined;
}

/**
 * What may be put into the holes of a template, token by token. Methods throw a TypeError for states of another template, a
 * RangeError for ids that the vocabulary does not have.
 */
export interface TemplateConstraint extends Constraint<TemplateState> {
  readonly vocabulary: Vocabulary;
  /**
   * The state of the empty text, of which the whole template comes with at most `budget` tokens, the end among them.
   * @throws RangeError if no values are known with which it is that short.
   */
  start(budget?: number): TemplateState;
  /** The bytes with which every continuation begins: what is written up to the next hole, as a rule. */
  forced(state: TemplateState): Uint8Array;
  /** Tokens that spell the forced bytes, but for those at the end that may turn out otherwise; see `Decoder`. */
  forcedTokens(state: TemplateState, encode?: (text: string) => Iterable<number>): readonly number[];
  /** How many tokens suffice to end the text, the end among them. */
  need(state: TemplateState): number;
  /** The text so far; of an unfinished character its replacement. */
  text(state: TemplateState): string;
}

/** No token lets the known ending grow by as many tokens. */
const GROWTH = 160;
/** No token that stays in a number or text lets the ending grow by as many tokens: an exponent and a unit, or a quote. */
const INSIDE = { number: 14, text: 5 };
/** So many endings are kept as tokens. */
const MOST_SPELLED = 10_000;
/** Longer forced texts come in parts. */
const LONGEST = 4096;

/** @throws RangeError if the vocabulary has no tokens for what is written. */
export function createTemplateConstraint(
  vocabulary: Vocabulary,
  completion: Completion,
  start: Onward,
): TemplateConstraint {
  return new HoleFiller(vocabulary, completion, start);
}

class HoleFiller implements TemplateConstraint {
  readonly vocabulary: Vocabulary;
  readonly #completion: Completion;
  readonly #start: Onward;
  readonly #ends: ReadonlySet<number>;
  readonly #spelled = new Map<string, readonly number[]>();
  readonly #alike = new WeakMap<object, Map<string, Mask>>();

  constructor(vocabulary: Vocabulary, completion: Completion, start: Onward) {
    this.vocabulary = vocabulary;
    this.#completion = completion;
    this.#start = start;
    this.#ends = new Set(vocabulary.ends);
    this.#spell(start.rest);
  }

  start(budget = Number.POSITIVE_INFINITY): TemplateState {
    const { reading, rest } = this.#start;
    const plan = this.#spell(rest);
    if (!(plan.length <= budget))
      throw new RangeError(`the template cannot be filled with at most ${budget} tokens: it needs ${plan.length}`);
    const owner = this.#completion;
    return { budget, hasEnded: false, token: -1, previous: undefined, owner, readings: setOf([reading]), rest, plan };
  }

  mask(state: TemplateState): Mask {
    this.#require(state);
    const { size } = this.vocabulary;
    if (state.hasEnded) return listMask(new Uint32Array(0), size);
    const all = this.#typedMask(state);
    const [planned] = this.#planOf(state);
    if (this.#isAmple(state)) return all;
    const [inside] = state.readings.readings;
    const isText = inside instanceof ValueReading && inside.at.spelled.startsWith('"');
    const mayStay = this.need(state) + (isText ? INSIDE.text : INSIDE.number) < state.budget;
    return filterMask(
      all,
      size,
      (id) =>
        id === planned || (mayStay && this.#staysInside(state, id)) || this.#acceptWithin(state, id) !== undefined,
    );
  }

  accept(state: TemplateState, id: number): TemplateState | undefined {
    this.#require(state);
    if (!Number.isInteger(id) || id < 0 || id >= this.vocabulary.size)
      throw new RangeError(`${id} is no id of a vocabulary of ${this.vocabulary.size}`);
    return this.#acceptWithin(state, id);
  }

  allows(state: TemplateState, id: number): boolean {
    return this.accept(state, id) !== undefined;
  }

  canEnd(state: TemplateState): boolean {
    this.#require(state);
    return !state.hasEnded && state.readings.mayEnd;
  }

  forced(state: TemplateState): Uint8Array {
    this.#require(state);
    const found: number[] = [];
    let at: ReadingSet | undefined = state.hasEnded ? undefined : state.readings;
    while (at !== undefined && !at.mayEnd && found.length < LONGEST) {
      this.#completion.renew();
      const [only, another] = liveBytes(at);
      if (only === undefined || another !== undefined) break;
      found.push(only);
      at = at.advance(only);
    }
    return Uint8Array.from(found);
  }

  forcedTokens(state: TemplateState, encode?: (text: string) => Iterable<number>): readonly number[] {
    const bytes = this.forced(state);
    if (bytes.length === 0) return [];
    const ids = encode === undefined ? tokenize(this.vocabulary, bytes) : encode(new TextDecoder().decode(bytes));
    const kept: number[] = [];
    let at: TemplateState | undefined = state;
    for (const id of keepCertain(this.vocabulary, bytes, [...(ids ?? [])])) {
      at = at && this.#acceptWithin(at, id);
      if (at === undefined) break;
      kept.push(id);
    }
    return kept;
  }

  need(state: TemplateState): number {
    this.#require(state);
    return state.hasEnded ? 0 : this.#planOf(state).length;
  }

  text(state: TemplateState): string {
    this.#require(state);
    const tokens: number[] = [];
    for (let at: TemplateState | undefined = state; at !== undefined; at = at.previous) tokens.push(at.token);
    const decoder = new TextDecoder();
    let text = '';
    for (const id of tokens.reverse()) {
      if (id >= 0) text += decoder.decode(this.vocabulary.bytes(id), { stream: true });
    }
    return text + decoder.decode();
  }

  #require({ owner }: TemplateState): void {
    if (owner !== this.#completion) throw new TypeError('this state belongs to another template');
  }

  /** Whether a token only goes on with a number or text of which anything can still come. */
  #staysInside({ readings: { readings } }: TemplateState, id: number): boolean {
    let [at, another] = readings;
    if (!(at instanceof ValueReading) || !at.isInside || another !== undefined) return false;
    const { node } = at;
    for (const byte of this.vocabulary.bytes(id)) {
      [at, another] = (at as ValueReading).advance(byte);
      if (!(at instanceof ValueReading) || !at.isInside || at.node !== node || another !== undefined) return false;
    }
    return true;
  }

  /** Without regard to the budget. What is planned is always in it. */
  #typedMask(state: TemplateState): Mask {
    const { readings } = state;
    const inside = this.#cached(readings);
    const ends = readings.mayEnd ? this.vocabulary.ends : [];
    const [planned] = this.#planOf(state);
    const isMissing = planned !== undefined && !this.#ends.has(planned) && !inside.has(planned);
    if (ends.length === 0 && !isMissing) return inside;
    const words = inside.words.slice();
    for (const id of ends) setBit(words, id);
    if (isMissing) setBit(words, planned);
    if (inside.ids === undefined) return bitMask(words, countBits(words));
    return listMask(
      Uint32Array.from([...inside.ids, ...ends, ...(isMissing ? [planned] : [])]).sort(),
      this.vocabulary.size,
    );
  }

  #cached(readings: ReadingSet): Mask {
    if (readings.mask !== undefined) return readings.mask;
    const alike = readings.readings.length === 1 ? readings.readings[0]?.alike : undefined;
    const known = alike && this.#masksOf(alike.owner);
    let found = alike && known?.get(alike.key);
    if (found === undefined) {
      this.#completion.renew();
      found = buildTemplateMask(this.vocabulary, readings, () => this.#completion.renew());
      if (alike !== undefined) known?.set(alike.key, found);
    }
    readings.mask = found;
    return found;
  }

  #masksOf(owner: object): Map<string, Mask> {
    let found = this.#alike.get(owner);
    if (found === undefined) {
      found = new Map();
      this.#alike.set(owner, found);
    }
    return found;
  }

  #isAmple(state: TemplateState): boolean {
    return state.budget === Number.POSITIVE_INFINITY || this.need(state) + GROWTH < state.budget;
  }

  #acceptWithin(state: TemplateState, id: number): TemplateState | undefined {
    const { readings, hasEnded } = state;
    if (hasEnded) return undefined;
    const budget = state.budget - 1;
    const { owner } = state;
    if (this.#ends.has(id)) {
      if (!readings.mayEnd || budget < 0) return undefined;
      return { budget, hasEnded: true, token: id, previous: state, owner, readings, rest: '', plan: undefined };
    }
    const bytes = this.vocabulary.bytes(id);
    if (bytes.length === 0) return undefined;
    const isPlanned = id === this.#planOf(state)[0];
    let at: ReadingSet | undefined = readings;
    for (const byte of bytes) {
      this.#completion.renew();
      at = isPlanned ? at.advancePlanned(byte) : at.advance(byte);
      if (at === undefined) return undefined;
    }
    this.#completion.renew();
    const own = at.rest;
    const planned = isPlanned ? state.rest.slice(bytes.length) : undefined;
    const rest = own === undefined || (planned !== undefined && planned.length <= own.length) ? planned : own;
    if (rest === undefined) return undefined;
    const next = { budget, hasEnded: false, token: id, previous: state, owner, readings: at, rest };
    if (budget === Number.POSITIVE_INFINITY) return { ...next, plan: undefined };
    let plan = this.#spell(rest);
    // What was planned stays possible.
    if (isPlanned && plan.length > this.#planOf(state).length - 1) {
      plan = this.#planOf(state).slice(1);
      return plan.length <= budget ? { ...next, rest: planned ?? rest, plan } : undefined;
    }
    return plan.length <= budget ? { ...next, plan } : undefined;
  }

  #planOf(state: TemplateState): readonly number[] {
    if (state.plan !== undefined) return state.plan;
    let found = plans.get(state);
    if (found === undefined) {
      found = this.#spell(state.rest);
      plans.set(state, found);
    }
    return found;
  }

  #spell(rest: string): readonly number[] {
    let found = this.#spelled.get(rest);
    if (found === undefined) {
      const tokens = tokenize(this.vocabulary, toBytes(rest));
      if (tokens === undefined) throw new RangeError(`the vocabulary has no tokens for ${JSON.stringify(rest)}`);
      found = [...tokens, ...this.vocabulary.ends.slice(0, 1)];
      if (this.#spelled.size > MOST_SPELLED) this.#spelled.clear();
      this.#spelled.set(rest, found);
    }
    return found;
  }
}
const plans = new WeakMap<TemplateState, readonly number[]>();

/** At most two of the bytes that may come next. */
function liveBytes(set: ReadingSet): readonly number[] {
  const found: number[] = [];
  for (const byte of new Set(set.readings.flatMap(({ live }) => [...members(live)]))) {
    if (set.advance(byte) !== undefined) found.push(byte);
    if (found.length === 2) break;
  }
  return found;
}
