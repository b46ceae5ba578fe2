// Somewhere in the value of a hole.
import type { LexemePlace } from '../engine/gap-state.ts';
import { add, type ByteSet, has, union } from '../engine/lexemes/byte-set.ts';
import type { Closing, LexemeState } from '../engine/lexemes/lexeme-state.ts';
import { findSpellings } from './find-spellings.ts';
import type { Reading } from './reading.ts';
import type { ValueNode } from './value-node.ts';
import { isWhole } from './value-shape.ts';

const POINT = 0x2e;
const SPACE = 0x20;

/** How far the next lexeme has come. */
export interface Spelled {
  /** The white space before it. */
  readonly gap: string;
  readonly place: LexemePlace | undefined;
  /** Undefined in the white space. */
  readonly lexeme: LexemeState | undefined;
  /** Its bytes so far; of texts that need not be told apart those of the first one seen. */
  readonly spelled: string;
}

export class ValueReading implements Reading {
  readonly node: ValueNode;
  readonly at: Spelled;
  readonly #states: Map<LexemeState, ValueReading>;
  #live: ByteSet | undefined;
  #behind: ValueNode | undefined | null = null;
  #rest: string | undefined | null = null;
  #targets: Map<number, readonly Reading[]> | undefined;

  constructor(node: ValueNode, at: Spelled, states: Map<LexemeState, ValueReading>) {
    this.node = node;
    this.at = at;
    this.#states = states;
  }

  /** The node behind the lexeme if it ends here. */
  get behind(): ValueNode | undefined {
    if (this.#behind === null) this.#behind = this.#close(this.at.lexeme?.closing);
    return this.#behind;
  }
  #close(closing: Closing | undefined): ValueNode | undefined {
    return closing === undefined ? undefined : this.node.after(this.at.gap, closing);
  }

  get live(): ByteSet {
    this.#live ??= this.#findLive();
    return this.#live;
  }

  #findLive(): ByteSet {
    const { gap, lexeme } = this.at;
    const { places, nextBytes } = this.node;
    if (lexeme === undefined) {
      const live = (places.get(gap)?.starts ?? new Uint32Array(8)).slice();
      if (gap === '' && places.has(' ')) add(live, SPACE);
      return live;
    }
    if (lexeme.closing === undefined) return lexeme.live;
    const { behind } = this;
    if (behind === undefined) return lexeme.live;
    // Where the value may end, more than may come: whether the rest agrees is dearer to know.
    const live = union(lexeme.live, behind.start.live).slice();
    if (isWhole(behind.parts.shape) && nextBytes !== '') add(live, nextBytes.charCodeAt(0));
    return live;
  }

  get mayEnd(): boolean {
    return this.behind?.exit?.reading.mayEnd ?? false;
  }

  advance(byte: number): readonly Reading[] {
    if (!has(this.live, byte)) return [];
    this.#targets ??= new Map();
    let found = this.#targets.get(byte);
    if (found === undefined) {
      found = this.#advance(byte);
      this.#targets.set(byte, found);
    }
    return found;
  }

  #advance(byte: number): readonly Reading[] {
    const { gap, place, lexeme } = this.at;
    if (lexeme === undefined) return this.#begin(byte, gap);
    const found: Reading[] = [];
    if (has(lexeme.live, byte)) found.push(this.#goOn(place, gap, lexeme.next(byte), byte));
    if (lexeme.closing !== undefined && this.#mayEndBefore(lexeme, byte)) {
      const { behind } = this;
      if (behind !== undefined) found.push(...behind.start.advance(byte));
      const exit = this.#leadsOut(byte) ? behind?.exit : undefined;
      if (exit !== undefined) found.push(...exit.reading.advance(byte));
    }
    return found;
  }

  #begin(byte: number, gap: string): readonly Reading[] {
    const { places } = this.node;
    if (byte === SPACE && gap === '') {
      return places.has(' ') ? [new ValueReading(this.node, { ...this.at, gap: ' ' }, new Map())] : [];
    }
    const place = places.get(gap);
    if (place === undefined || !has(place.starts, byte)) return [];
    return [this.#goOn(place, gap, place.begin(byte), byte)];
  }

  #goOn(place: LexemePlace | undefined, gap: string, lexeme: LexemeState, byte: number): ValueReading {
    const at = { gap, place, lexeme, spelled: this.at.spelled + String.fromCharCode(byte) };
    if (lexeme.isPassing) return new ValueReading(this.node, at, this.#states);
    let found = this.#states.get(lexeme);
    if (found === undefined || found.at.place !== place) {
      found = new ValueReading(this.node, at, this.#states);
      this.#states.set(lexeme, found);
    }
    return found;
  }

  /** The lexer takes as much as it can; but a point that another follows is no part of a number. */
  #mayEndBefore(lexeme: LexemeState, byte: number): boolean {
    if (!has(lexeme.sticky, byte)) return true;
    return (
      byte === POINT && lexeme.mayPrecedePoints === true && (this.node.nextBytes === '..' || !this.#leadsOut(byte))
    );
  }
  #leadsOut(byte: number): boolean {
    const { nextBytes } = this.node;
    return nextBytes === '' || nextBytes.charCodeAt(0) === byte;
  }

  get rest(): string | undefined {
    if (this.#rest === null) {
      const { completion } = this.node;
      const { effort } = completion;
      const found = this.#findRest();
      if (found === undefined && !completion.hasFailed(effort)) return undefined;
      this.#rest = found;
    }
    return this.#rest;
  }

  #findRest(): string | undefined {
    const { gap, lexeme } = this.at;
    if (lexeme === undefined) return this.node.restBehind(gap);
    for (const { suffix, closing } of findSpellings(this.node, lexeme, this.at.spelled)) {
      const rest = this.#close(closing)?.rest;
      if (rest !== undefined) return suffix + rest;
      if (this.node.completion.effort <= 0) return undefined;
    }
    return undefined;
  }

  get isViable(): boolean {
    if (this.isInside) return true;
    return this.rest !== undefined;
  }

  /** Whether it is in a number or text of which anything can still come, but for what its bounds refuse. */
  get isInside(): boolean {
    const { lexeme, spelled } = this.at;
    if (lexeme === undefined) return false;
    if (lexeme.body !== undefined) return this.node.textIsFree;
    if (!/^[0-9]/.test(spelled) || !this.node.numberIsFree) return false;
    // Units are looked at one by one.
    return (this.node.isBounded ? /^[0-9.]+([eE][+-]?[0-9]*)?$/ : /^0*[1-9][0-9.]*$/).test(spelled);
  }

  get alike(): Reading['alike'] {
    const { gap, lexeme } = this.at;
    const key = lexeme?.key ?? (this.node.textIsFree ? lexeme?.body : undefined);
    return key === undefined ? undefined : { owner: this.node, key: `${gap}|${key}` };
  }
}
