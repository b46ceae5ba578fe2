// A place between two bytes of a program.

import type { CachedMask } from './cached-mask.ts';
import { GapState, type LexemePlace } from './gap-state.ts';
import { add, type ByteSet, has, union, without } from './lexemes/byte-set.ts';
import type { Closing, LexemeState } from './lexemes/lexeme-state.ts';
import type { Node } from './node.ts';

const POINT = 0x2e;

/** Where the text is: behind which lexemes, and how far into the next. Never changed; what has been found out is kept. */
export class Position {
  /** What stands before the lexeme that is open. */
  readonly node: Node;
  /** The place whose lexeme it is; undefined in the white space before it. */
  readonly place: LexemePlace | undefined;
  readonly lexeme: LexemeState;
  mask: CachedMask | undefined;
  /** The tokens of a known ending. */
  plan: readonly number[] | undefined;
  #targets: Map<number, Position | undefined> | undefined;
  /** The positions of the node by their lexemes, as far as they are kept. */
  readonly #states: Map<LexemeState, Position>;
  #live: ByteSet | undefined;
  #behind: Node | undefined | null = null;

  constructor(node: Node, place: LexemePlace | undefined, lexeme: LexemeState, states: Map<LexemeState, Position>) {
    this.node = node;
    this.place = place;
    this.lexeme = lexeme;
    this.#states = states;
  }

  /** The bytes that may come next: exactly those behind which a whole program can still follow. */
  get live(): ByteSet {
    this.#live ??= this.#findLive();
    return this.#live;
  }

  #findLive(): ByteSet {
    const { lexeme } = this;
    const behind = this.behind;
    let live = lexeme.live;
    if (behind !== undefined) live = union(live, without(behind.start.live, lexeme.sticky));
    if (lexeme.mayPrecedePoints === true && leadsToPoints(behind)) {
      live = live.slice();
      add(live, POINT);
    }
    if (lexeme.split !== undefined && leadsToPoints(this.#findBehind(lexeme.split))) {
      live = live.slice();
      add(live, POINT);
    }
    return live;
  }

  /** The node behind the lexeme if it ends here; undefined where it cannot. */
  get behind(): Node | undefined {
    if (this.#behind === null) this.#behind = this.#findBehind(this.lexeme.closing);
    return this.#behind;
  }
  #findBehind(closing: Closing | undefined): Node | undefined {
    return closing === undefined ? undefined : this.node.after(this.place?.gap ?? '', closing);
  }

  /** Whether a lexeme ends before a byte, rather than going on with it. */
  endsBefore(byte: number): boolean {
    return !has(this.lexeme.live, byte);
  }

  /** The position behind one more byte; undefined if it is not live. */
  advance(byte: number): Position | undefined {
    // What is passed by once is not worth keeping.
    if (this.lexeme.isPassing) return this.#advance(byte);
    this.#targets ??= new Map();
    let found = this.#targets.get(byte);
    if (found === undefined && !this.#targets.has(byte)) {
      found = this.#advance(byte);
      this.#targets.set(byte, found);
    }
    return found;
  }

  #advance(byte: number): Position | undefined {
    const { lexeme } = this;
    if (has(lexeme.live, byte)) {
      const place = lexeme instanceof GapState ? lexeme.begins(byte) : this.place;
      return this.#at(place, lexeme.next(byte));
    }
    if (byte === POINT && (lexeme.mayPrecedePoints === true || lexeme.split !== undefined)) return this.#goToPoints();
    return has(lexeme.sticky, byte) ? undefined : this.behind?.start.advance(byte);
  }

  /** Behind the first of two points, or the second: a number has ended before the first. */
  #goToPoints(): Position | undefined {
    const { lexeme } = this;
    if (lexeme.split === undefined)
      return leadsToPoints(this.behind) ? this.#at(this.place, lexeme.next(POINT)) : undefined;
    const behind = this.#findBehind(lexeme.split);
    return leadsToPoints(behind) ? behind?.start.advance(POINT)?.advance(POINT) : undefined;
  }

  #at(place: LexemePlace | undefined, lexeme: LexemeState): Position {
    // Of a number or a name each spelling is a state of its own, and not worth keeping.
    if (lexeme.isPassing || lexeme.spelled !== undefined) return new Position(this.node, place, lexeme, this.#states);
    const states = this.#states;
    let found = states.get(lexeme);
    if (found === undefined || found.place !== place) {
      found = new Position(this.node, place, lexeme, states);
      states.set(lexeme, found);
    }
    return found;
  }

  /** Whether the program may end here. */
  get mayEnd(): boolean {
    if (this.lexeme instanceof GapState && this.lexeme.mayEnd) return true;
    if (!this.node.engine.layout.isFree) return false;
    return this.behind?.mayEnd ?? false;
  }
}

/** Whether `..` may come at once. */
export function leadsToPoints(node: Node | undefined): boolean {
  const first = node?.start.advance(POINT);
  return first !== undefined && has(first.live, POINT);
}
