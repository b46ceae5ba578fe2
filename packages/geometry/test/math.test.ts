import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as math from '../src/math.ts';

/** Correctly rounded values by function, from mpmath 1.3 at 1,400 bits: the arguments, then the value. */
const REFERENCE: Readonly<Record<string, readonly (readonly number[])[]>> = JSON.parse(
  readFileSync(new URL('math-reference.json', import.meta.url), 'utf8'),
);

type Functions = Readonly<Record<string, (...args: number[]) => number>>;

const ours = (name: string, ...args: number[]) => (math as unknown as Functions)[name]?.(...args) ?? NaN;
const theirs = (name: string, ...args: number[]) => (Math as unknown as Functions)[name]?.(...args) ?? NaN;
const LESS_EXACT = ['atan2', 'atan2Degrees', 'asinDegrees'];

describe('accuracy', () => {
  test.each(Object.entries(REFERENCE))('%s is near the true value', (name, rows) => {
    for (const row of rows) {
      const [args, expected] = [row.slice(0, -1), row.at(-1) ?? NaN];
      const found = ours(name, ...args);
      expect(unitsBetween(found, expected), `${name}(${args}) = ${found}, not ${expected}`).toBeLessThanOrEqual(
        LESS_EXACT.includes(name) ? 2 : 1,
      );
    }
  });

  const ranges: readonly (readonly [string, number, number])[] = [
    ['sin', -1e6, 1e6],
    ['cos', -1e6, 1e6],
    ['tan', -1e6, 1e6],
    ['asin', -1, 1],
    ['acos', -1, 1],
    ['atan', -50, 50],
    ['exp', -745, 709],
    ['log', 0, 1e9],
  ];
  test.each(ranges)('%s agrees with the engine', (name, min, max) => {
    fc.assert(
      fc.property(
        fc.double({ min, max, noNaN: true }),
        (argument) => unitsBetween(ours(name, argument), theirs(name, argument)) <= 2,
      ),
    );
  });

  test('pow agrees with the engine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1e5, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (base, power) => unitsBetween(math.pow(base, power), base ** power) <= 2,
      ),
    );
  });
});

describe('special values are those of Math', () => {
  const special = [0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, 5e-324, -5e-324, Infinity, -Infinity, NaN];
  const unary = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'exp', 'log'];
  test.each(unary)('%s', (name) => {
    for (const argument of special) {
      const [found, expected] = [ours(name, argument), theirs(name, argument)];
      if (Number.isFinite(expected) && expected !== 0) expect(unitsBetween(found, expected)).toBeLessThanOrEqual(2);
      else expect([argument, found]).toEqual([argument, expected]);
    }
  });
  test.each(['atan2', 'pow'])('%s', (name) => {
    for (const first of special) {
      for (const second of special) {
        const [found, expected] = [ours(name, first, second), theirs(name, first, second)];
        if (Number.isFinite(expected) && expected !== 0) expect(unitsBetween(found, expected)).toBeLessThanOrEqual(2);
        else expect([first, second, found]).toEqual([first, second, expected]);
      }
    }
  });
});

describe('degrees', () => {
  test('sine and cosine are exact where they are rational', () => {
    const sines: readonly (readonly [number, number])[] = [
      [0, 0],
      [30, 0.5],
      [90, 1],
      [150, 0.5],
      [180, 0],
      [210, -0.5],
      [270, -1],
      [330, -0.5],
    ];
    for (const [degrees, sine] of sines) {
      for (const turns of [-3600, -360, 0, 360, 36_000_000]) {
        expect([degrees, math.sinDegrees(degrees + turns)]).toEqual([degrees, sine]);
        expect([degrees, math.cosDegrees(degrees - 90 + turns)]).toEqual([degrees, sine]);
      }
    }
  });

  test('tangent is exact where it is rational', () => {
    const tangents = [-90, -45, 0, 45, 90, 135, 180, 225, 270].map((degrees) => math.tanDegrees(degrees));
    expect(tangents).toEqual([-Infinity, -1, 0, 1, Infinity, -1, 0, 1, -Infinity]);
  });

  test('arcs are exact where they are whole', () => {
    expect([-1, -0.5, -0, 0, 0.5, 1].map(math.asinDegrees)).toEqual([-90, -30, 0, 0, 30, 90]);
    const around = [
      [0, 1],
      [3, 3],
      [2, 0],
      [1, -1],
      [0, -1],
      [-7, -7],
      [-1, 0],
      [-0.1, 0.1],
      [0, 0],
    ] as const;
    expect(around.map(([y, x]) => math.atan2Degrees(y, x))).toEqual([0, 45, 90, 135, 180, -135, -90, -45, 0]);
  });

  test('are NaN without a finite angle', () => {
    for (const angle of [Infinity, -Infinity, NaN]) {
      expect([math.sinDegrees(angle), math.cosDegrees(angle), math.tanDegrees(angle)]).toEqual([NaN, NaN, NaN]);
    }
    expect([math.asinDegrees(1.1), math.asinDegrees(NaN), math.atan2Degrees(NaN, 1)]).toEqual([NaN, NaN, NaN]);
    expect([Infinity, -Infinity, NaN].map(math.toRadians)).toEqual([Infinity, -Infinity, NaN]);
  });

  test('turn into radians and back', () => {
    expect([180, 90, -360].map(math.toRadians)).toEqual([Math.PI, Math.PI / 2, -2 * Math.PI]);
    expect([Math.PI, Math.PI / 2].map(math.toDegrees)).toEqual([180, 90]);
  });
});

test('whole powers of whole numbers are exact', () => {
  for (let base = -12; base <= 12; base += 1) {
    let expected = 1;
    for (let power = 0; power <= 14; power += 1) {
      expect(math.pow(base, power)).toBe(expected);
      expected *= base;
    }
  }
});

/** Anyone may compute these again on another engine: a difference is a program that looks different there. */
test('the bits are the same on every engine', () => {
  expect(Object.fromEntries(Object.keys(REFERENCE).map((name) => [name, fingerprint(name)]))).toMatchInlineSnapshot(`
    {
      "acos": "187289f1",
      "asin": "b9a34ffc",
      "asinDegrees": "3435c6dc",
      "atan": "8f1a6c79",
      "atan2": "83476feb",
      "atan2Degrees": "e16d3d6f",
      "cos": "bdf415b5",
      "cosDegrees": "96b8ad53",
      "exp": "ff690ea8",
      "log": "cd5ab24f",
      "pow": "9f76b9e2",
      "sin": "56a23edf",
      "sinDegrees": "522b5eb6",
      "tan": "9c7f7885",
      "tanDegrees": "b1034537",
    }
  `);
});

/** A hash (FNV-1a, 32 bits) over the bits of 20,000 values of a function. */
function fingerprint(name: string): string {
  const view = new DataView(new ArrayBuffer(8));
  let state = 1;
  let hash = 0x811c9dc5;
  /** A linear congruential generator in [0, 1): exact on every engine. */
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
  const isArc = ['asin', 'acos', 'asinDegrees'].includes(name);
  for (let count = 0; count < 20_000; count += 1) {
    const wide = (next() - 0.5) * (isArc ? 2 : ([8, 2000, 1e9, 1e200][count & 3] ?? 1));
    const argument = name === 'log' || name === 'pow' ? Math.abs(wide) : wide;
    view.setFloat64(0, ours(name, argument, (next() - 0.5) * 20) + 0);
    for (let byte = 0; byte < 8; byte += 1) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

/** How many doubles lie between two. */
function unitsBetween(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const difference = ordinal(a) - ordinal(b);
  return Number(difference < 0n ? -difference : difference);
}

/** Doubles in order, as integers. */
function ordinal(number: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
}
