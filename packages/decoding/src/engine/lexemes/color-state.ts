// The spelling of a color: `#rrggbb`.
import type { ColorExpectation, Expectation } from '@diorama/grammar';
import { type ByteSet, bytes, DIGITS, LETTERS, NO_BYTES, union } from './byte-set.ts';
import type { Closing, LexemeState } from './lexeme-state.ts';

const HEX = bytes('0-9', 'a-f', 'A-F');
const STICKY = union(DIGITS, LETTERS);
const WHITE_EXPECTED: Expectation = { kind: 'color' } satisfies ColorExpectation;

class ColorState implements LexemeState {
  readonly #digits: number;
  readonly live: ByteSet;
  readonly sticky = STICKY;
  readonly body = undefined;
  readonly spelled = undefined;
  readonly isPassing = false;
  readonly closing: Closing | undefined;
  readonly key: string;
  readonly endings: readonly string[];

  constructor(digits: number) {
    this.#digits = digits;
    this.key = `color ${digits}`;
    this.endings = ['0'.repeat(6 - digits)];
    this.live = digits < 6 ? HEX : NO_BYTES;
    this.closing = digits < 6 ? undefined : { lexeme: { type: 'Color', text: '#000000' }, expectation: WHITE_EXPECTED };
  }
  next(): LexemeState {
    return COLORS[this.#digits + 1] as LexemeState;
  }
}
const COLORS = Array.from({ length: 7 }, (_, digits) => new ColorState(digits));

/** The state behind `#`. Of colors no value is ever needed later, in any program. */
export function openColor(): LexemeState {
  return COLORS[0] as LexemeState;
}
