// All ways to read the text so far: seldom more than one.
import type { Mask } from '../engine/mask.ts';
import type { Reading } from './reading.ts';

/** Never changed; what has been found out is kept. */
export class ReadingSet {
  readonly readings: readonly Reading[];
  mask: Mask | undefined;
  readonly #targets = new Map<number, ReadingSet | undefined>();

  constructor(readings: readonly Reading[]) {
    this.readings = readings;
  }

  /** Behind one more byte, with the ways only that can still end; undefined if there are none. */
  advance(byte: number): ReadingSet | undefined {
    if (this.#targets.has(byte)) return this.#targets.get(byte);
    const all = this.#follow(byte);
    const viable = all.filter(({ isViable }) => isViable);
    const found = viable.length === 0 ? undefined : setOf(viable);
    this.#targets.set(byte, found);
    return found;
  }

  /** Behind one more byte that is known to lead to an ending. */
  advancePlanned(byte: number): ReadingSet | undefined {
    const found = this.advance(byte);
    const all = this.#follow(byte);
    return found?.readings.length === all.length || all.length === 0 ? found : setOf(all);
  }

  #follow(byte: number): readonly Reading[] {
    const [only, another] = this.readings;
    if (only !== undefined && another === undefined) return only.advance(byte);
    return [...new Set(this.readings.flatMap((reading) => reading.advance(byte)))];
  }

  get mayEnd(): boolean {
    return this.readings.some(({ mayEnd }) => mayEnd);
  }

  /** The shortest of the known endings. */
  get rest(): string | undefined {
    let best: string | undefined;
    for (const { rest } of this.readings) {
      if (rest !== undefined && (best === undefined || rest.length < best.length)) best = rest;
    }
    return best;
  }
}

const single = new WeakMap<Reading, ReadingSet>();

/** Of one reading there is only one set. */
export function setOf(readings: readonly Reading[]): ReadingSet {
  const [only, another] = readings;
  if (only === undefined || another !== undefined) return new ReadingSet(readings);
  let found = single.get(only);
  if (found === undefined) {
    found = new ReadingSet(readings);
    single.set(only, found);
  }
  return found;
}
