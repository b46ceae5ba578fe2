// Turns what has been put into the holes of a template so far into what may come behind it.
import { type Catalog, canEnd, createStateKeys, type PrefixState, start, step } from '@diorama/grammar';
import type { OpenEnd } from './open-end.ts';
import { EndReading, type Reading, WrittenReading } from './reading.ts';
import type { Template, TemplateHole, Written } from './template.ts';
import { ValueNode, type ValueParts } from './value-node.ts';
import { type HoleValues, NO_VALUE } from './value-shape.ts';

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
const MOST_FIRST_STEPS = 40_000;

export class Completion {
  readonly parts: CompletionParts;
  /** Steps that searches may still take until the next question. */
  effort = MOST_STEPS;
  readonly #keyOf = createStateKeys();
  readonly #typed = new Map<number, PrefixState>();
  readonly #nodes = new Map<string, ValueNode>();
  readonly #behind: WeakMap<PrefixState, PrefixState | null>[];
  readonly #filled = new WeakMap<PrefixState, PrefixState | null>();
  readonly #onward = new Map<string, Onward | undefined>();
  readonly #fine = new Map<string, boolean>();

  constructor(parts: CompletionParts) {
    this.parts = parts;
    this.#behind = parts.template.written.map(() => new WeakMap());
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
    const { rest } = node;
    return rest === undefined ? undefined : { reading: node.start, rest };
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

  /** Whether the rest of the template agrees, its holes being `?`. */
  #leadsToEnd(part: number, typed: PrefixState): boolean {
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
      this.effort -= 4;
      found = this.parts.isFine(text);
      this.#fine.set(text, found);
    }
    return found;
  }
}
