// A number of a RAW program is outside of what its property allows.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import type { Interval } from '@diorama/vocabulary';
import { shorten } from './shorten.ts';

export const RAW_OUT_OF_RANGE: ProblemPage = {
  code: 'raw-out-of-range',
  severity: 'error',
  command: 'import',
  title: 'RAW value out of range',
  explanation: `Each number of a RAW program becomes the value of a property, and each property has a range. \`set_camera\`
counts degrees from straight down, so 0 to 180 becomes a pitch of -90 to 90; \`set_sun_elevation\` counts radians, so
1.5 is already near the zenith; \`set_sun_size\` counts hundredths of a radian.

The value is not moved to the nearest bound: that would change the scene without a word. Look whether the number is in
the unit that RAW has for it.`,
  bad: 'set_sun_elevation(39.6)',
  good: 'set_sun_elevation(0.691)',
};

/** A value as written, what it comes to, and what it should have been within. */
export interface OutOfRange {
  readonly written: string;
  readonly value: number;
  readonly property: string;
  readonly range: Interval;
  readonly unit?: string | undefined;
  /** What the written number is, where it is not the value itself: `radians`. */
  readonly meaning?: string;
}

export function rawOutOfRange(place: Place, found: OutOfRange): Diagnostic {
  const { written, value, property, range, meaning } = found;
  const unit = found.unit === undefined ? '' : ` ${found.unit}`;
  const shown = Number.isFinite(value) ? shortestDecimal(value) : 'infinite';
  const read = meaning ? [`${shorten(written)} is read as ${meaning}`] : [];
  return problem(RAW_OUT_OF_RANGE, place, `${property} would be ${shown}${unit}`, {
    notes: [`expected: ${printInterval(range)}${unit}`, `found: ${shown}${unit}`, ...read],
  });
}

function printInterval({ min, max, minExclusive, maxExclusive }: Interval): string {
  const above = min === undefined ? undefined : `${minExclusive ? 'more than' : 'at least'} ${shortestDecimal(min)}`;
  const below = max === undefined ? undefined : `${maxExclusive ? 'less than' : 'at most'} ${shortestDecimal(max)}`;
  return [above, below].filter((bound) => bound !== undefined).join(' and ');
}
