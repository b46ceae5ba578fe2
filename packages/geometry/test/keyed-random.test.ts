import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  extend,
  extendInto,
  extendNumber,
  extendNumberInto,
  type Key,
  rootKey,
  uniform,
  uniformOnLattice,
} from '../src/keyed-random.ts';

describe('values are part of the language', () => {
  test('Threefry-2x32-20 answers as its authors publish (Random123, kat_vectors)', () => {
    // Lattice draws reach every counter; their own word in the key is taken out again here.
    const grid = 0x67726964;
    const draw = (high: number, low: number, first: number, second: number) =>
      uniformOnLattice({ high: (high ^ grid) >>> 0, low }, first | 0, second | 0);
    expect(uniform({ high: 0, low: 0 }, 0)).toBe(fraction(0x6b200159, 0x99ba4efe));
    expect(draw(0, 0, 0, 0)).toBe(fraction(0x6b200159, 0x99ba4efe));
    expect(draw(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toBe(fraction(0x1cb996fc, 0xbb002be7));
    expect(draw(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe(fraction(0xc4923a9c, 0x483df7a0));
  });

  test('pinned forever', () => {
    const key = extendNumber(extend(extend(rootKey(7), 'tree'), 'height'), 3);
    expect({
      root: rootKey(0),
      seeds: [rootKey(1), rootKey(0.5), rootKey(-1), rootKey(NaN)],
      texts: ['', 'a', 'tree', 'trees', '(0, -18)', 'Löwin 🦁'].map((text) => extend(rootKey(0), text)),
      numbers: [0, 1, -1, 0.1, 1e300].map((number) => extendNumber(rootKey(0), number)),
      draws: [0, 1, 2, 4294967295, 4294967296, 9007199254740991].map((ordinal) => uniform(key, ordinal)),
      lattice: [uniformOnLattice(key, 0, 0), uniformOnLattice(key, 1, 0), uniformOnLattice(key, -1, 5)],
    }).toMatchInlineSnapshot(`
      {
        "draws": [
          0.27824866156067607,
          0.05277942466737695,
          0.49280110530298926,
          0.0789651015359879,
          0.8853350704474331,
          0.4689236123174696,
        ],
        "lattice": [
          0.13170814315218526,
          0.3147613331943022,
          0.6569748900107135,
        ],
        "numbers": [
          {
            "high": 1558480335,
            "low": 2915657650,
          },
          {
            "high": 3967121814,
            "low": 1659822382,
          },
          {
            "high": 530704340,
            "low": 3618964856,
          },
          {
            "high": 1851344138,
            "low": 3194471774,
          },
          {
            "high": 3519789390,
            "low": 1703499862,
          },
        ],
        "root": {
          "high": 3523510533,
          "low": 432900493,
        },
        "seeds": [
          {
            "high": 1401437811,
            "low": 619323557,
          },
          {
            "high": 1196455372,
            "low": 3695355973,
          },
          {
            "high": 431524844,
            "low": 2775323539,
          },
          {
            "high": 2902586987,
            "low": 3574144343,
          },
        ],
        "texts": [
          {
            "high": 1358837306,
            "low": 2983081858,
          },
          {
            "high": 639877206,
            "low": 3027189748,
          },
          {
            "high": 306841996,
            "low": 4162128232,
          },
          {
            "high": 3736254881,
            "low": 3874798165,
          },
          {
            "high": 2748397318,
            "low": 2234902096,
          },
          {
            "high": 2105398285,
            "low": 30715251,
          },
        ],
      }
    `);
  });
});

describe('what counts as the same', () => {
  test('−0 is 0, and every NaN is one', () => {
    expect(extendNumber(rootKey(1), -0)).toEqual(extendNumber(rootKey(1), 0));
    expect(extendNumber(rootKey(1), -NaN)).toEqual(extendNumber(rootKey(1), NaN));
  });

  test('a key is not changed, and the forms for hot loops give the same', () => {
    const key = Object.freeze(rootKey(3));
    const out = { high: 0, low: 0 };
    fc.assert(
      fc.property(fc.string(), fc.double(), (text, number) => {
        extendInto(out, key, text);
        expect(out).toEqual(extend(key, text));
        extendNumberInto(out, out, number);
        expect(out).toEqual(extendNumber(extend(key, text), number));
        expect([out.high, out.low]).toEqual([out.high >>> 0, out.low >>> 0]);
      }),
    );
  });

  test('texts, numbers and draws never meet', () => {
    const key = rootKey(0);
    const keys = [extend(key, ''), extend(key, '\0'), extend(key, '\0\0'), extendNumber(key, 0), extend(key, '0')];
    keys.push(
      extend(key, 'ab'),
      extend(extend(key, 'a'), 'b'),
      extend(key, 'abcdabcd'),
      extend(extend(key, 'abcd'), 'abcd'),
    );
    expect(new Set(keys.map((one) => `${one.high} ${one.low}`)).size).toBe(keys.length);
  });
});

describe('quality', () => {
  const sources: readonly (readonly [string, (index: number) => number])[] = [
    ['ordinals', (index) => uniform(rootKey(1), index)],
    ['seeds', (index) => uniform(rootKey(index), 0)],
    ['fractional seeds', (index) => uniform(rootKey(index / 1000), 0)],
    ['numbers', (index) => uniform(extendNumber(rootKey(1), index), 0)],
    ['texts', (index) => uniform(extend(rootKey(1), `tree ${index}`), 0)],
    ['lattice', (index) => uniformOnLattice(rootKey(1), index % 300, Math.floor(index / 300))],
  ];

  test.each(sources)('consecutive %s are uniform and do not know of each other', (_, draw) => {
    const draws = Array.from({ length: 100_000 }, (_, index) => draw(index));
    expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    // Chi-square over 256 buckets, and over 16 × 16 for neighbors: 255 degrees of freedom, mean 255, deviation 22.6.
    expect(chiSquare(draws.map((value) => Math.floor(value * 256)))).toBeLessThan(255 + 5 * 22.6);
    const pairs = draws
      .slice(1)
      .map((value, index) => 16 * Math.floor(value * 16) + Math.floor((draws[index] ?? 0) * 16));
    expect(chiSquare(pairs)).toBeLessThan(255 + 5 * 22.6);
    expect(chiSquare(draws.map((value) => Math.floor(value * 2 ** 45) % 256))).toBeLessThan(255 + 5 * 22.6);
    expect(Math.abs(correlation(draws.slice(1), draws.slice(0, -1)))).toBeLessThan(5 / Math.sqrt(draws.length));
  });

  test('a changed bit changes every bit half the time', () => {
    const flips = new Float64Array(64);
    let trials = 0;
    for (let index = 0; index < 400; index += 1) {
      const key = extendNumber(rootKey(9), index);
      for (let bit = 0; bit < 64; bit += 1) {
        const other: Key =
          bit < 32
            ? { ...key, low: (key.low ^ (1 << bit)) >>> 0 }
            : { ...key, high: (key.high ^ (1 << (bit - 32))) >>> 0 };
        const [a, b] = [extendNumber(key, 1), extendNumber(other, 1)];
        for (let out = 0; out < 32; out += 1) {
          flips[out] = (flips[out] ?? 0) + (((a.low ^ b.low) >>> out) & 1);
          flips[out + 32] = (flips[out + 32] ?? 0) + (((a.high ^ b.high) >>> out) & 1);
        }
        trials += 1;
      }
    }
    for (const count of flips) expect(Math.abs(count / trials - 0.5)).toBeLessThan(5 * (0.5 / Math.sqrt(trials)));
  });

  test('a million related keys are all different', () => {
    const seen = new Set<number>();
    // 53 bits of them already, as a double holds no more.
    const note = (key: Key) => seen.add(key.high * 2 ** 21 + (key.low >>> 11));
    for (let element = 0; element < 1000; element += 1) {
      const key = extend(rootKey(element % 10), `tree(${element}, ${element % 7})`);
      for (let index = 0; index < 500; index += 1) note(extendNumber(key, index));
      for (let index = 0; index < 500; index += 1) note(extend(key, `p${index}`));
    }
    expect(seen.size).toBe(1_000_000);
  });

  test('draws stay below 1', () => {
    expect(fraction(0xffffffff, 0xffffffff)).toBeLessThan(1);
  });
});

/** The first 53 of 64 bits as a fraction. */
function fraction(high: number, low: number): number {
  return (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
}

function chiSquare(buckets: readonly number[]): number {
  const counts = new Float64Array(256);
  for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  const expected = buckets.length / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const covariance = a.reduce((sum, value, index) => sum + (value - 0.5) * ((b[index] ?? 0) - 0.5), 0) / a.length;
  return covariance * 12;
}
