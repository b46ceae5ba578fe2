// What numbers may stand at a place, made ready for their digits.
import { inRanges, type NumberExpectation, type NumberUnit, type PrefixState } from '@diorama/grammar';
import type { ByteSet } from './byte-set.ts';
import { spansDecade } from './number-range.ts';
import { nextPlaceId } from './place-id.ts';

/** What a number is spelled for. */
export interface NumberPlace {
  /** Tells its states from those of others. */
  readonly id: number;
  /** What numbers may stand there: one of these. */
  readonly expectations: readonly NumberExpectation[];
  /** All their units. */
  readonly units: readonly NumberUnit[];
  /** Whether any digits can still become a number that fits: by more digits, a point or an exponent. */
  readonly isFree: boolean;
  /** Whether none may have a point or an exponent. */
  readonly isWhole: boolean;
  /** The state before the number. */
  readonly before: PrefixState;
  /** Whether it is bounded at once and its value does not matter later: see `representative`. */
  readonly isLiteral: boolean;
  /** Whether numbers are spelled as core form prints them. */
  readonly isPrinted: boolean;
  /** The bytes that may follow in printed numbers, by the keys of their states. */
  readonly lives: Map<string, ByteSet>;
  /** How many digits a token may bring before it ends the number. */
  readonly lookAhead: number;
}

export function createNumberPlace(
  expectations: readonly NumberExpectation[],
  rest: Pick<NumberPlace, 'before' | 'isLiteral' | 'isPrinted' | 'lookAhead'>,
): NumberPlace {
  const units = expectations.flatMap((one) => one.units);
  return {
    ...rest,
    id: nextPlaceId(),
    lives: new Map(),
    expectations,
    units,
    isFree: units.some(({ integer, bounded, ranges }) => !integer && (!bounded || spansDecade(ranges ?? [{}]))),
    isWhole: units.every(({ integer, name }) => integer && name === ''),
  };
}

/** Whether a whole number that has this value in base units may stand there. */
export function takesValue({ bounded, ranges, integer }: NumberUnit, value: number, isInteger: boolean): boolean {
  return Number.isFinite(value) && (!integer || isInteger) && (!bounded || inRanges(ranges, value));
}
