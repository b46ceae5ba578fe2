// One way to read the text so far: where in the template it has come to.

import { findEnding } from '../engine/find-ending.ts';
import { add, type ByteSet, has, NO_BYTES } from '../engine/lexemes/byte-set.ts';
import type { Position } from '../engine/position.ts';
import type { Onward } from './completion.ts';
import type { Written } from './template.ts';

/** Never changed; what has been found out is kept. */
export interface Reading {
  /** The bytes that may come next, and perhaps others, which lead nowhere. */
  readonly live: ByteSet;
  /** The ways to read one more byte. */
  advance(byte: number): readonly Reading[];
  /** Whether the text may end here. */
  readonly mayEnd: boolean;
  /** Bytes with which the text ends from here; undefined if none are known. */
  readonly rest: string | undefined;
  /** Whether the text can end from here. */
  readonly isViable: boolean;
  /** Readings alike allow the same tokens: `key` tells of what there is in `owner`. */
  readonly alike: { readonly owner: object; readonly key: string } | undefined;
}

const NOWHERE: readonly Reading[] = [];

/** Somewhere in what is written. */
export class WrittenReading implements Reading {
  readonly isViable = true;
  readonly mayEnd = false;
  readonly alike = undefined;
  readonly live: ByteSet;
  readonly #part: WrittenPart;
  readonly #at: number;
  #next: readonly Reading[] | undefined;

  constructor(part: WrittenPart, at: number) {
    this.#part = part;
    this.#at = at;
    const live = new Uint32Array(8);
    add(live, part.bytes.charCodeAt(at));
    this.live = live;
  }
  get rest(): string {
    return this.#part.bytes.slice(this.#at) + this.#part.next.rest;
  }
  advance(byte: number): readonly Reading[] {
    if (!has(this.live, byte)) return NOWHERE;
    const { bytes, next } = this.#part;
    this.#next ??= [this.#at + 1 === bytes.length ? next.reading : new WrittenReading(this.#part, this.#at + 1)];
    return this.#next;
  }
}

interface WrittenPart {
  readonly bytes: string;
  readonly text: Written;
  readonly next: Onward;
}

/** Behind the template, where nothing may follow. */
export class EndReading implements Reading {
  readonly live = NO_BYTES;
  readonly mayEnd = true;
  readonly rest = '';
  readonly isViable = true;
  readonly alike = undefined;
  advance(): readonly Reading[] {
    return NOWHERE;
  }
}

/** Behind the template, where elements may follow. */
export class OpenReading implements Reading {
  readonly isViable = true;
  readonly alike = undefined;
  readonly mayEnd: boolean;
  readonly live: ByteSet;
  readonly #position: Position;
  #rest: string | undefined;

  /** `isFresh` directly behind the template's last byte if that is no white space. */
  constructor(position: Position, isFresh: boolean) {
    this.#position = position;
    this.mayEnd = isFresh || position.mayEnd;
    this.live = isFresh ? position.live.map((word, index) => word & (LINE_ENDS[index] as number)) : position.live;
  }
  get rest(): string | undefined {
    this.#rest ??= this.mayEnd ? '' : findEnding(this.#position);
    return this.#rest;
  }
  advance(byte: number): readonly Reading[] {
    const next = has(this.live, byte) ? this.#position.advance(byte) : undefined;
    return next === undefined ? NOWHERE : [openAt(next)];
  }
}
const LINE_ENDS = (() => {
  const set = new Uint32Array(8);
  add(set, 0x0a);
  return set;
})();

const open = new WeakMap<Position, OpenReading>();
/** The reading of a position; there is only one. */
export function openAt(position: Position): OpenReading {
  let found = open.get(position);
  if (found === undefined) {
    found = new OpenReading(position, false);
    open.set(position, found);
  }
  return found;
}
