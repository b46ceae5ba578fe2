// Adds a whole number to a written decimal without the rounding of binary fractions on the way.

/**
 * The double nearest to the exact sum: 88.130 − 90 is −1.87, where doubles alone give −1.8700000000000045. `decimal` is a
 * number as RAW writes it, with sign and exponent if it likes.
 */
export function addExactly(decimal: string, whole: number): number {
  const match = DECIMAL.exec(decimal);
  const [, sign = '', integral = '', fraction = '', exponent = '0'] = match ?? [];
  const places = fraction.length - Number(exponent);
  // Beyond these a double cannot show the difference, and a stranger's 1e-999999999 must not fill the memory.
  if (match === null || places < 0 || places > MOST_PLACES || integral.length > MOST_PLACES)
    return Number(decimal) + whole;
  const digits = BigInt(`${integral}${fraction}`) * (sign === '-' ? -1n : 1n);
  const sum = digits + BigInt(`${whole}${'0'.repeat(places)}`);
  return Number(`${sum}e-${places}`);
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;
const MOST_PLACES = 300;
