// Turns what has been put into the holes of a template so far into what may come behind it.
import {
  admits,
  type Catalog,
  canEnd,
  createStateKeys,
  type Expectation,
  isCompared,
  type NumberExpectation,
  type PrefixState,
  start,
  step,
} from '@diorama/grammar';
import type { Closing } from '../engine/lexemes/lexeme-state.ts';
import { findFavourite, type Step } from './find-rest.ts';
import type { OpenEnd } from './open-end.ts';
import { EndReading, type Reading, WrittenReading } from './reading.ts';
import type { Template, TemplateHole, Written } from './template.ts';
import { ValueNode, type ValueParts } from './value-node.ts';
import { measureOf, ValuePlace } from './value-place.ts';
import { type HoleValues, NO_VALUE, type ValueShape } from './value-shape.ts';

/** What all states of one template share. */
export interface CompletionParts {
  readonly template: Template;
  readonly catalog: Catalog;
  readonly values: HoleValues;
  /** How many digits a token may bring before it ends a number. */
  readonly lookAhead: number;
  /** Whether a text, in which holes that are still open are `?`, has no errors. */
  readonly isFine: (text: string) => boolean;
  /** What may follow the template; undefined if nothing may. */
  readonly openEnd: OpenEnd | undefined;
}

/** What has been written into the holes so far: `?` where the checker need not know. */
export type Values = readonly string[];

/** A place in the text from which on it is known how it can end. */
export interface Onward {
  readonly reading: Reading;
  /** Bytes with which the text ends. */
  readonly rest: string;
}

/** Nodes are let go of when there are so many: those that are in use stay. */
const MOST_NODES = 50_000;
/** A search that takes more steps than this finds nothing. */
const MOST_STEPS = 1000;
/** The first search decides whether there are values at all. */
const MOST_FIRST_STEPS = 12_000;
/** What a search for values of one hole takes of that for the hole before. */
const SHARE = 1 / 8;
const LEAST_SHARE = 120;
/** What asking the checker costs, in steps. */
const STEPS_OF_CHECK = 4;
/** So many values that did before are tried before others are looked for. */
const MOST_FAVOURITES = 6;

export class Completion {
  readonly parts: CompletionParts;
  /** Steps that searches may still take until the next question. */
  effort = MOST_STEPS;
  readonly #keyOf = createStateKeys();
  readonly #typed = new Map<number, PrefixState>();
  readonly #nodes = new Map<string, ValueNode>();
  readonly #behind: WeakMap<PrefixState, PrefixState | null>[];
  readonly #filled = new WeakMap<PrefixState, PrefixState | null>();
  readonly #leads: WeakMap<PrefixState, boolean>[];
  readonly #stepped = new WeakMap<PrefixState, Map<string, PrefixState>>();
  readonly #places = new WeakMap<PrefixState, Map<string, ValuePlace>>();
  readonly #favourites: (readonly Step[])[][];
  readonly #onward = new Map<string, Onward | undefined>();
  readonly #fine = new Map<string, boolean>();

  constructor(parts: CompletionParts) {
    this.parts = parts;
    this.#behind = parts.template.written.map(() => new WeakMap());
    this.#leads = parts.template.written.map(() => new WeakMap());
    this.#favourites = parts.template.holes.map(() => []);
  }

  /** Before the first byte; undefined if no values are found. */
  start(): Onward | undefined {
    this.effort = MOST_FIRST_STEPS;
    return this.#onwardFrom(0, '', start(this.parts.catalog), []);
  }

  /** A new question: what was not found before may be looked for again elsewhere. */
  renew(): void {
    this.effort = MOST_STEPS;
  }

  /** Whether a search that began with so much effort has failed for good: not for want of what others took. */
  hasFailed(effort: number): boolean {
    return this.effort > 0 || effort > MOST_STEPS * 0.8;
  }

  /** The state before which all that follows is the same; there is only one. */
  keep(typed: PrefixState): { readonly key: number; readonly typed: PrefixState } {
    const key = this.#keyOf(typed);
    let kept = this.#typed.get(key);
    if (kept === undefined) {
      kept = typed;
      this.#typed.set(key, kept);
    }
    return { key, typed: kept };
  }

  /** The node of a value that has come so far; there is only one. */
  node(parts: Omit<ValueParts, 'origin'>, origin: string | undefined): ValueNode {
    // What is told apart by its text need not be told apart by its state.
    const isText = origin !== undefined && !this.parts.template.holes[parts.hole]?.isPlain;
    const { key, typed } = isText ? { key: origin, typed: parts.typed } : this.keep(parts.typed);
    const id = `${parts.hole} ${key} ${parts.shape.id} ${isText ? '' : JSON.stringify(parts.values)} ${parts.written}`;
    let found = this.#nodes.get(id);
    if (found === undefined) {
      if (this.#nodes.size >= MOST_NODES) this.#nodes.clear();
      found = new ValueNode(this, { ...parts, typed, origin: origin ?? id });
      this.#nodes.set(id, found);
    }
    return found;
  }

  /** What may come in a value of a hole; there is only one of equal parts. */
  place(hole: number, typed: PrefixState, shape: ValueShape): ValuePlace {
    let known = this.#places.get(typed);
    if (known === undefined) {
      known = new Map();
      this.#places.set(typed, known);
    }
    const id = `${hole} ${shape.id}`;
    let found = known.get(id);
    if (found === undefined) {
      found = new ValuePlace(this, hole, typed, shape);
      known.set(id, found);
    }
    return found;
  }

  /** Behind a lexeme of a value of which the checker will be asked: then types do not tell one number or text from another. */
  stepAlike(hole: number, typed: PrefixState, { lexeme, expectation }: Closing): PrefixState | undefined {
    const kind = this.#isAnyNumber(hole, typed) ? kindOf(expectation, lexeme.text) : undefined;
    let known = this.#stepped.get(typed);
    if (known === undefined) {
      known = new Map();
      this.#stepped.set(typed, known);
    }
    const key = kind ?? `${lexeme.type} ${lexeme.text}`;
    const alike = known.get(key);
    if (alike !== undefined && (kind === undefined || admits(expectation, lexeme))) return alike;
    const found = step(typed, lexeme);
    if (found !== undefined && alike === undefined) known.set(key, found);
    return found;
  }
  #isAnyNumber(hole: number, typed: PrefixState): boolean {
    return !this.parts.template.holes[hole]?.isFactor && !isCompared(typed);
  }

  /** Takes note of a value that did; the latest are tried first. */
  favour(hole: number, steps: readonly Step[]): void {
    const list = this.#favourites[hole] as (readonly Step[])[];
    const others = list.filter(
      (one) => one.length !== steps.length || one.some(({ text }, at) => text !== steps[at]?.text),
    );
    this.#favourites[hole] = [steps, ...others].slice(0, MOST_FAVOURITES);
  }

  /** Behind a value; undefined if the rest of the template does not agree with it. */
  leave({ hole, typed, values, written, origin }: ValueParts): Onward | undefined {
    const { isPlain } = this.parts.template.holes[hole] as TemplateHole;
    const all = [...values, isPlain ? '?' : written];
    const id = isPlain ? `${this.keep(typed).key} ${JSON.stringify(all)}` : `${origin} ${written}`;
    return this.#onwardFrom(hole + 1, id, typed, all);
  }

  #onwardFrom(part: number, which: string, typed: PrefixState, values: Values): Onward | undefined {
    const id = `${part} ${which}`;
    if (this.#onward.has(id)) return this.#onward.get(id);
    if (this.#onward.size >= MOST_NODES) this.#onward.clear();
    const { effort } = this;
    const found = this.#findOnward(part, typed, values);
    // What was not found for want of steps may be found another time.
    if (found !== undefined || this.hasFailed(effort)) this.#onward.set(id, found);
    return found;
  }

  #findOnward(part: number, typed: PrefixState, values: Values): Onward | undefined {
    const { written, holes } = this.parts.template;
    const behind = this.#after(part, typed);
    if (behind === undefined || !this.#leadsToEnd(part, behind)) return undefined;
    if (part > 0 && !holes[part - 1]?.isPlain && !this.#isFine(values)) return undefined;
    const text = written[part] as Written;
    const next = part < holes.length ? this.#enter(part, behind, values) : this.#end(behind);
    if (next === undefined) return undefined;
    const reading = text.bytes === '' ? next.reading : new WrittenReading({ bytes: text.bytes, next, text }, 0);
    return { reading, rest: text.bytes + next.rest };
  }

  #enter(hole: number, typed: PrefixState, values: Values): Onward | undefined {
    const node = this.node({ hole, typed, shape: NO_VALUE, values, written: '' }, undefined);
    const { effort } = this;
    const part = this.#shareOf(hole);
    this.effort = part;
    const rest = node.isKnown ? node.rest : (findFavourite(node, this.#favourites[hole] ?? []) ?? node.rest);
    this.effort += effort - part;
    return rest === undefined ? undefined : { reading: node.start, rest };
  }

  /** Where nothing is found, enough is left to try another value before it, if it matters. */
  #shareOf(hole: number): number {
    const before = this.parts.template.holes[hole - 1];
    if (before === undefined || before.isPlain) return this.effort;
    return Math.min(this.effort, Math.max(LEAST_SHARE, Math.floor(this.effort * SHARE)));
  }

  #end(typed: PrefixState): Onward {
    const { openEnd } = this.parts;
    return { reading: openEnd === undefined ? new EndReading() : openEnd(typed), rest: '' };
  }

  /** Behind what is written. */
  #after(part: number, typed: PrefixState): PrefixState | undefined {
    const known = this.#behind[part] as WeakMap<PrefixState, PrefixState | null>;
    let found = known.get(typed);
    if (found === undefined) {
      found = this.#follow(part, typed) ?? null;
      known.set(typed, found);
    }
    return found ?? undefined;
  }

  #follow(part: number, typed: PrefixState): PrefixState | undefined {
    let state: PrefixState | undefined = typed;
    for (const lexeme of this.parts.template.written[part]?.lexemes ?? []) {
      state = step(state, lexeme);
      if (state === undefined) return undefined;
    }
    return state;
  }

  /** Whether the rest of the template agrees with a value of a hole, as far as types go. */
  leadsOut(hole: number, typed: PrefixState): boolean {
    const behind = this.#after(hole + 1, typed);
    return behind !== undefined && this.#leadsToEnd(hole + 1, behind);
  }

  /** Whether the rest of the template agrees, its holes being `?`. */
  #leadsToEnd(part: number, typed: PrefixState): boolean {
    const known = this.#leads[part] as WeakMap<PrefixState, boolean>;
    let found = known.get(typed);
    if (found === undefined) {
      found = this.#reachesEnd(part, typed);
      known.set(typed, found);
    }
    return found;
  }

  #reachesEnd(part: number, typed: PrefixState): boolean {
    let state: PrefixState | undefined = typed;
    for (let next = part + 1; state !== undefined && next < this.parts.template.written.length; next++) {
      const filled = this.#fill(state);
      state = filled && this.#after(next, filled);
    }
    return state !== undefined && canEnd(state);
  }

  /** Behind a hole that stays one. */
  #fill(typed: PrefixState): PrefixState | undefined {
    let found = this.#filled.get(typed);
    if (found === undefined) {
      found = step(typed, { type: 'Question', text: '?' }) ?? null;
      this.#filled.set(typed, found);
    }
    return found ?? undefined;
  }

  #isFine(values: Values): boolean {
    const { written } = this.parts.template;
    const text = written
      .map((part, index) => part.text + (index + 1 < written.length ? (values[index] ?? '?') : ''))
      .join('');
    let found = this.#fine.get(text);
    if (found === undefined) {
      if (this.#fine.size >= MOST_NODES) this.#fine.clear();
      this.effort -= STEPS_OF_CHECK;
      found = this.parts.isFine(text);
      this.#fine.set(text, found);
    }
    return found;
  }
}

/** What types know of a literal; undefined if they know all of it. */
function kindOf(expectation: Expectation, text: string): string | undefined {
  if (expectation.kind === 'text') return expectation.closed ? undefined : kindOfText(text);
  return expectation.kind === 'number' ? kindOfNumber(expectation, text) : undefined;
}

/** What it measures, and whether it is whole, or 0. */
function kindOfNumber({ units }: NumberExpectation, text: string): string | undefined {
  const [, digits = '', name = ''] = /^([0-9.]+(?:[eE][+-]?[0-9]+)?)(.*)$/.exec(text) ?? [];
  const unit = units.find((one) => one.name === name);
  const value = Number(digits);
  return unit && `number ${measureOf(unit)} ${/^[0-9]+$/.test(digits)} ${Number.isInteger(value)} ${value === 0}`;
}

/** Whether it is empty, and its class if it may be the id of an asset. */
function kindOfText(text: string): string {
  return `text ${text === '""'} ${/^"([a-z]+)\//.exec(text)?.[1] ?? ''}`;
}
