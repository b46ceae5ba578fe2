// Turns a number's spelling into what it has in common with others behind which the same tokens may come.
import { inRanges, type NumberExpectation, type NumberUnit } from '@diorama/grammar';
import { baseValue, spansDecade } from './number-range.ts';

/**
 * Numbers of one key end alike, now and behind up to `lookAhead` more digits. Undefined for a number that is unlike any other:
 * 0, and those so near to a bound that the next digits decide.
 */
export function numberKey({ units }: NumberExpectation, text: string, lookAhead: number): string | undefined {
  const [, digits = '', unit = ''] = /^([0-9.]*)(.*)$/.exec(text) ?? [];
  if (Number.parseFloat(digits) === 0 || !(digits.length + lookAhead < MOST_DIGITS)) return undefined;
  let key = `${digits.includes('.') ? '.' : ''}${unit} `;
  for (const one of units) {
    const part = unitKey(one, digits, unit === '' ? lookAhead : undefined);
    if (part === undefined) return undefined;
    key += part;
  }
  return key;
}

/** Numbers of more digits may be infinite. */
const MOST_DIGITS = 300;

function unitKey(
  { name, integer, ranges, bounded }: NumberUnit,
  digits: string,
  lookAhead: number | undefined,
): string | undefined {
  if (!bounded || ranges === undefined) return '+';
  if (!spansDecade(ranges)) return undefined;
  // Without an exponent too many digits can never be mended.
  if (integer && ranges.some(({ max }) => max !== undefined)) return undefined;
  if (integer && digits.includes('.')) return '-';
  const lies = (text: string) => inRanges(ranges, baseValue(text, name));
  if (lookAhead === undefined) return lies(digits) ? '+' : '-';
  if (digits.includes('.')) {
    const start = digits.endsWith('.') ? `${digits}0` : digits;
    return lies(start) === lies(`${digits}999999`) ? (lies(start) ? '+' : '-') : undefined;
  }
  let key = '';
  for (let more = 0; more <= lookAhead; more++) {
    const [low, high] = [
      lies(digits + '0'.repeat(more)),
      lies(`${digits}${'9'.repeat(more)}${integer ? '' : '.999999'}`),
    ];
    if (low !== high) return undefined;
    key += low ? '+' : '-';
  }
  return `${key} `;
}
