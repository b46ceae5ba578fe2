// Turns a number into its shortest decimal in the language's syntax.

/**
 * The shortest decimal that reads back as the same number, as the language writes numbers: `0.5`, `5`, `1e-7`, `1e21`,
 * `-2.5`. Negative zero is `0`. Throws a RangeError for what no literal can write: infinities and NaN.
 */
export function shortestDecimal(number: number): string {
  if (!Number.isFinite(number)) throw new RangeError(`no literal can write ${number}`);
  // ECMAScript's Number::toString is the shortest round-trip decimal already; only its `1e+21` differs from ours.
  return String(number).replace('e+', 'e');
}
