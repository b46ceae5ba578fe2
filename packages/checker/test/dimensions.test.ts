// Literals, units and dimensions: what goes with what, and that a value never depends on which factor took the unit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkText, errors } from './support.ts';

const DIMENSIONS = ['Number', 'Length', 'Angle'] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** The dimension of `a op b`, for names that are of one dimension each. */
function expectedOf(operator: string, a: Dimension, b: Dimension): Dimension | 'Boolean' | 'Range' | undefined {
  switch (operator) {
    case '*':
      return b === 'Number' ? a : a === 'Number' ? b : undefined;
    case '/':
      return b === 'Number' ? a : a === b ? 'Number' : undefined;
    case '+':
    case '-':
      return a === b ? a : undefined;
    case '..':
    case '..<':
      return a === b ? 'Range' : undefined;
    default:
      return a === b ? 'Boolean' : undefined;
  }
}

const OPERATORS = ['+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', '..', '..<'];
const PAIRS = OPERATORS.flatMap((operator) =>
  DIMENSIONS.flatMap((a) => DIMENSIONS.map((b) => [a, operator, b] as const)),
);
const LITERAL: Readonly<Record<Dimension, string>> = { Number: '2.0', Length: '2m', Angle: '2deg' };

describe('every operator by every pair of dimensions', () => {
  test.each(PAIRS)('%s %s %s', (a, operator, b) => {
    const declared = `let a: ${a} = 2\nlet b: ${b} = 3\n`;
    const result = expectedOf(operator, a, b);
    if (result === undefined) return expect(errors(`${declared}let c = a ${operator} b`)).toEqual(['mixed-dimensions']);
    const written = result === 'Range' ? `Range[${a}]` : result;
    expect(errors(`${declared}let c: ${written} = a ${operator} b`)).toEqual([]);
    for (const other of ['Number', 'Length', 'Angle', 'Boolean'].filter((name) => name !== result))
      expect(errors(`${declared}let c = a ${operator} b\nlet d: ${other} = c`), other).toHaveLength(1);
  });

  test.each(PAIRS)('a literal of %s %s a bare one, of what %s is', (a, operator, b) => {
    // A bare literal takes whatever makes the operation possible.
    if (a !== b) return;
    expect(errors(`let c = ${LITERAL[a]} ${operator} 3`)).toEqual([]);
    expect(errors(`let c = 3 ${operator} ${LITERAL[a]}`)).toEqual([]);
  });

  test('the message shows both and offers a factor', () =>
    checkDiagnostics(`
      let n = 3
      let d = 3deg
      let a = 2m + n
              ^^^^^^ mixed-dimensions, fix: * 1m
      let b = n - 2m
              ^^^^^^ mixed-dimensions, fix: * 1m
      let c = d + n * n
              ^^^^^^^^^ mixed-dimensions, fix: * 1deg
      let e = d + n + d
              ^^^^^ mixed-dimensions, fix: * 1deg
      let f = n + n + d
              ^^^^^^^^^ mixed-dimensions, fix: ( … ) * 1deg
      let g = n < d
              ^^^^^ mixed-dimensions, fix: * 1deg
      let h = n..2m
              ^^^^^ mixed-dimensions, fix: * 1m
      let i = 2m * 3m
              ^^^^^^^ mixed-dimensions
      let j = n / 3m
              ^^^^^^ mixed-dimensions
      let k = 2m + d
              ^^^^^^ mixed-dimensions
      let l = 2m * 3 * 3m
              ^^^^^^^^^^^ mixed-dimensions
    `));
});

describe('a name of type Number is no Length', () => {
  test('the fix multiplies it', () =>
    checkDiagnostics(`
      let n = 4
      tree { at: (n, -n), height: n }
                  ^ wrong-dimension, fix: * 1m
                     ^^ wrong-dimension, fix: ( … ) * 1m
                                  ^ wrong-dimension, fix: * 1m
      tree { at: (1, n * n), height: n + 2, rotation: yaw(n) }
                     ^^^^^ wrong-dimension, fix: * 1m
                                     ^^^^^ wrong-dimension, fix: ( … ) * 1m
                                                          ^ wrong-dimension, fix: * 1deg
      tree { at: (2, (n + 2)), height: sin(30), rotation: yaw(if n > 3 then n else n) }
                     ^^^^^^^ wrong-dimension, fix: * 1m
                                       ^^^^^^^ wrong-dimension, fix: * 1m
                                                              ^^^^^^^^^^^^^^^^^^^^^^ wrong-dimension, fix: ( … ) * 1deg
    `));

  test('a literal of another dimension is told how to write one', () =>
    checkDiagnostics(`
      tree { at: (0deg, 50%), height: 4deg, variant: 3m }
                  ^^^^ wrong-dimension
                        ^^^ wrong-dimension
                                      ^^^^ wrong-dimension
                                                     ^^ wrong-dimension
      let d = 30deg
      tree { at: (d, 0), height: d, phase: 3, variant: 3 }
                  ^ wrong-dimension
                                 ^ wrong-dimension
                                    ^^^^^ unknown-property
    `));

  test('a measure becomes a number by division', () => {
    const [diagnostic] = checkText('let d = 3m\nscatter d in disk(radius: 3) { bush { height: 1 } }').diagnostics;
    expect(diagnostic?.notes.at(-1)).toBe('to make it a Number, divide it: `… / 1m`');
  });
});

describe('units', () => {
  /** The value of a constant. */
  const constantOf = (expression: string, type = 'Length') => {
    const { program, diagnostics } = checkText(`let x: ${type} = ${expression}\nbox { at: (0, 0) }\nlet _y = x`);
    expect(diagnostics).toEqual([]);
    const [item] = program.items;
    return item?.kind === 'let' ? item.variable.constant : undefined;
  };

  test.each([
    ['35cm', 0.35],
    ['0.35m', 0.35],
    ['350mm', 0.35],
    ['0.00035km', 0.00035 * 1000],
    ['2', 2],
    ['3 * 35cm', 3 * 0.35],
  ])('%s', (text, metres) => expect(constantOf(text)).toBe(metres));

  test.each([
    ['90', 90],
    ['90deg', 90],
    ['0.25turn', 90],
    ['3.141592653589793rad', 180],
  ])('%s', (text, degrees) => expect(constantOf(text, 'Angle')).toBe(degrees));

  test('50%', () => expect(constantOf('50%', 'Number')).toBe(0.5));

  test('every whole number of centimetres is the decimal of metres', () => {
    for (let n = 0; n <= 2000; n += 1) expect(valueOfLiteral(`${n}cm`)).toBe(Number((n / 100).toFixed(2)));
    for (let n = 0; n <= 2000; n += 1) expect(valueOfLiteral(`${n}mm`)).toBe(Number((n / 1000).toFixed(3)));
    for (let n = 0; n <= 200; n += 1) expect(valueOfLiteral(`${n}%`, 'Number')).toBe(Number((n / 100).toFixed(2)));
  });

  test('that do not exist', () =>
    checkDiagnostics(`
      tree { at: (0, 0), height: 4metres }
                                  ^^^^^^ unknown-unit, fix: m
      tree { at: (1, 0), height: 4ft }
                                  ^^ unknown-unit, fix: 1.2192m
      tree { at: (2, 0), height: 4M }
                                  ^ unknown-unit, fix: m
      tree { at: (3, 0), height: 4xyz, rotation: yaw(40degrees) }
                                  ^^^ unknown-unit
                                                       ^^^^^^^ unknown-unit, fix: deg
      lamp { at: (4, 0), power: 100W }
                                   ^ unknown-unit, offer: nothing
      tree { at: (5, 0), height: 4W }
                                  ^ unknown-unit
      tree { at: (6, 0), height: 5, rotation: yaw(4dge) }
                                                   ^^^ unknown-unit, fix: deg
    `));

  test('too large a number', () =>
    checkDiagnostics(`
      tree { at: (0, 0), height: 1e999 }
                                 ^^^^^ not-finite
      tree { at: (1, 0), height: 1e200 * 1e200 * 1m }
                                 ^^^^^^^^^^^^^ not-finite
      tree { at: (1e308m, 0) + (1e308m, 0, 0), height: 3 }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-finite
    `));
});

function valueOfLiteral(literal: string, type = 'Length'): unknown {
  const [item] = checkText(`let _x: ${type} = ${literal}`).program.items;
  return item?.kind === 'let' ? item.variable.constant : undefined;
}

describe('literals are coherent: whichever factor takes the unit, the value is the same', () => {
  /** A product of small factors, one of which is a length, in some order and parenthesized in some way. */
  const product = fc
    .record({
      factors: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      divisors: fc.array(fc.constantFrom(2, 4, 8), { maxLength: 2 }),
      unitAt: fc.nat(),
      parenthesesAt: fc.nat(),
      minus: fc.boolean(),
    })
    .map(({ factors, divisors, unitAt, parenthesesAt, minus }) => {
      const parts = factors.map((factor, index) => (index === unitAt % factors.length ? `${factor}m` : `${factor}`));
      const cut = 1 + (parenthesesAt % parts.length);
      const left = parts.slice(0, cut).join(' * ');
      const text = cut < parts.length ? `(${left}) * ${parts.slice(cut).join(' * ')}` : left;
      const sign = minus ? -1 : 1;
      const value =
        sign *
        divisors.reduce(
          (total, divisor) => total / divisor,
          factors.reduce((total, factor) => total * factor, 1),
        );
      const quotient = [text, ...divisors].join(' / ');
      return { text: minus ? `-(${quotient})` : quotient, value };
    });

  test('products and quotients', () => {
    fc.assert(
      fc.property(product, ({ text, value }) => {
        expect(valueOfLiteral(text)).toBe(value);
      }),
      { numRuns: 1500, seed: 20261122 },
    );
  });

  test('and without a unit, where a length is expected', () => {
    fc.assert(
      fc.property(product, ({ text, value }) => {
        expect(valueOfLiteral(text.replaceAll('m', ''))).toBe(value);
      }),
      { numRuns: 1500, seed: 20261123 },
    );
  });

  test.each([
    ['2m * 3', 6],
    ['2 * 3m', 6],
    ['(2 * 3) * 1m', 6],
    ['2 * (3 * 1m)', 6],
    ['2 * 3', 6],
    ['6m / 2', 3],
    ['6 / 2', 3],
    ['6 / 2 * 1m', 3],
    ['2 + 3m', 5],
    ['2m + 3', 5],
    ['-(2 + 3m)', -5],
    ['2 * -3m', -6],
    ['if true then 2 else 3m', 2],
    ['min(2, 3m)', 2],
    ['max(2m, 3)', 3],
    ['mix(2, 4m, 0.5)', 3],
    ['[2, 3m][0]', 2],
    ['clamp(5, 0, 3m)', 3],
    ['abs(-2)', 2],
    ['mod(7, 4m)', 3],
    ['6m / 2m * 1m', 3],
    ['(6 / 2m) * 1m', 3],
  ])('%s', (text, metres) => expect(valueOfLiteral(text)).toBe(metres));

  test('a product of lengths is none, however it is parenthesized', () => {
    for (const text of ['2m * 3m', '(2m * 3) * 1m', '2 * (3m * 1m)', '2m * 3 * 1m', '2m * (3 * 1m)'])
      expect(errors(`let _x = ${text}`), text).toEqual(['mixed-dimensions']);
  });
});
