// Whether a text spells its numbers as core form prints them.
import { shortestDecimal } from '@diorama/geometry';
import { tokenize } from '@diorama/syntax';

/** Of so many digits the printer may find shorter ones: such numbers are let through. No double has more. */
const MANY_DIGITS = [16, 17];

export function printsNumbers(text: string): boolean {
  const all = tokenize(text);
  return all.every(({ token, text: spelled }, index) => {
    if (token !== 'Number') return true;
    const value = Number(spelled);
    if (Number.isNaN(value) || (value === 0 && all[index - 1]?.token === 'Minus')) return false;
    return shortestDecimal(value) === spelled || hasManyDigits(spelled);
  });
}

/** The text with its powers of ten left out: what is out of bounds without them is not let through with them. */
export function withoutPowers(text: string): string {
  let rest = text;
  for (const { token, text: spelled, end } of tokenize(text).reverse()) {
    const at = token === 'Number' ? spelled.indexOf('e') : -1;
    if (at >= 0) rest = rest.slice(0, end - spelled.length + at) + rest.slice(end);
  }
  return rest;
}

function hasManyDigits(spelled: string): boolean {
  const [mantissa = ''] = spelled.split('e', 1);
  const digits = mantissa.includes('.') ? mantissa.replace('.', '') : mantissa.replace(/0+$/, '');
  const [whole = ''] = mantissa.split('.', 1);
  const isMany = MANY_DIGITS.includes(digits.replace(/^0+/, '').length);
  return isMany && whole.length <= 21 && /^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/.test(mantissa);
}
