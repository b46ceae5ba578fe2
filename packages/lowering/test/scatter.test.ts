import { extendNumber, rootKey, uniform } from '@diorama/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPathRegion } from '../src/path-region.ts';
import { createRegion, type Spot } from '../src/region.ts';
import { lowered, lowerText, said, withoutOrigins } from './support.ts';

const REGIONS = [
  'disk(center: (3, -4), radius: 5)',
  'ring(inner: 2, outer: 5)',
  'rectangle(center: (1, 1), size: (9, 4))',
  'path([(0, 0), (6, 0), (6, 6), (0, 6)], width: 2)',
];

describe('a scatter', () => {
  test('of n + 1 points begins with the n', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REGIONS),
        fc.nat(30),
        fc.constantFrom('0', '0.4', '0.7'),
        (region, count, spacing) => {
          const scatter = (n: number) =>
            withoutOrigins(
              lowered(`scatter ${n} in ${region} spacing ${spacing} { bush { height: random(1..2) } }`).elements,
            );
          expect(scatter(count + 1).slice(0, count)).toEqual(scatter(count));
        },
      ),
      { numRuns: 60 },
    );
  });
  test('keeps its points the spacing apart, and in its region', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIONS), fc.double({ min: 0.05, max: 8, noNaN: true }), (region, spacing) => {
        const { value } = lowerText(`scatter 300 in ${region} spacing ${spacing} { bush { height: 1 } }`);
        const points = value.elements.map(({ at }) => [at.x, at.z] as const);
        expect(points.length).toBeGreaterThan(0);
        let nearest = Number.POSITIVE_INFINITY;
        for (const [i, [x, z]] of points.entries()) {
          for (const [otherX, otherZ] of points.slice(0, i))
            nearest = Math.min(nearest, Math.hypot(x - otherX, z - otherZ));
        }
        expect(points.every(([x, z]) => contains(region, x, z))).toBe(true);
        expect(nearest).toBeGreaterThanOrEqual(spacing * (1 - 1e-12));
      }),
      { numRuns: 60 },
    );
  });
  test('that is full says how many points fit, and what to do', () => {
    const { value, diagnostics } = lowerText('scatter 100 in disk(radius: 2) spacing 1 { bush { height: 0.6 } }');
    const count = value.elements.length;
    expect(count).toBeGreaterThan(8);
    expect(count).toBeLessThan(16);
    expect(diagnostics.map(said)).toEqual([`warning region-full: only ${count} of 100 points fit, 1 m apart`]);
    expect(diagnostics[0]?.fixes).toEqual([
      { title: `scatter ${count}`, edits: [{ start: 8, end: 11, text: String(count) }], safe: false },
    ]);
    expect(diagnostics[0]?.notes.at(-1)).toMatch(
      /^make the region larger, the count at most \d+, or the spacing about 0\.3\d m$/,
    );
  });
  test('that is full in many runs is one message', () => {
    const { diagnostics } = lowerText(
      'for i in 1..3 { scatter 9 in disk(radius: i * 10cm) spacing 1 { bush { height: 0.6 } } }',
    );
    expect(diagnostics.map(said)).toEqual([
      'warning region-full: only 1 of 9 points fit, 1 m apart the first time; 3 runs of this scatter had too little room',
    ]);
  });
  test('stands on the ground, or at the height of its centre', () => {
    const kinds = (region: string) =>
      new Set(
        lowered(`scatter 3 in ${region} { box {} box { at: (1, 0) } box { at: (0, 1, 0) } }`).elements.map(({ at }) =>
          at.kind === 'ground' ? 'ground' : at.y,
        ),
      );
    expect(kinds('disk(radius: 2)')).toEqual(new Set(['ground', 1]));
    expect(kinds('disk(center: (0, 7, 0), radius: 2)')).toEqual(new Set(['ground', 7, 8]));
    expect(kinds('path([(0, 7, 0), (1, 7, 0)], width: 2)')).toEqual(new Set(['ground', 7, 8]));
  });
  test('in a frame lies there', () => {
    const elements = lowered(
      'group { at: (100, 50), scale: 2, rotation: yaw(90) scatter 40 in rectangle(size: (10, 2)) { bush { height: 1 } } }',
    ).elements;
    for (const { at } of elements) {
      expect(Math.abs(at.x - 100)).toBeLessThanOrEqual(2);
      expect(Math.abs(at.z - 50)).toBeLessThanOrEqual(10);
    }
    expect(Math.max(...elements.map(({ at }) => Math.abs(at.z - 50)))).toBeGreaterThan(5);
  });
  test('of a path that is one point', () => {
    const { value, diagnostics } = lowerText(
      'let spot = (random(1m..9m), 2) scatter 3 in path([spot, spot], width: 4) { bush { height: 1 } }',
    );
    expect(new Set(value.elements.map(({ at }) => at.x)).size).toBe(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['no-direction']);
  });
});

/** By halves and quarters of the area: each part gets its share of 40,000 points, within 1.5 %. */
describe('points are even by area', () => {
  const key = rootKey(3);
  const spots = (value: Parameters<typeof createRegion>[0]) => {
    const region = createRegion(value);
    return Array.from({ length: 40_000 }, (_, index): Spot => {
      const spot = { x: 0, y: 0, z: 0 };
      region.place(spot, extendNumber(key, index), 0);
      return spot;
    });
  };
  const share = (points: readonly Spot[], holds: (spot: Spot) => boolean) =>
    points.filter(holds).length / points.length;
  const at = (x: number, z: number) => ({ kind: 'position', x, y: 0, z, ground: true }) as const;

  test('of a disk', () => {
    const points = spots({ kind: 'disk', center: at(0, 0), radius: 2 });
    expect(share(points, ({ x, z }) => x * x + z * z < 2)).toBeCloseTo(0.5, 1.8);
    expect(share(points, ({ x, z }) => x > 0 && z > 0)).toBeCloseTo(0.25, 1.8);
  });
  test('of a ring', () => {
    const points = spots({ kind: 'ring', center: at(0, 0), inner: 1, outer: 2 });
    expect(share(points, ({ x, z }) => x * x + z * z < 2.5)).toBeCloseTo(0.5, 1.8);
    expect(Math.min(...points.map(({ x, z }) => Math.hypot(x, z)))).toBeGreaterThanOrEqual(1 - 1e-12);
  });
  test('of a path, bends and overlaps included', () => {
    // A hairpin whose legs overlap by half, and a right angle.
    const points = [at(0, 0), at(10, 0), at(10, 1), at(0, 1), at(0, -9)];
    const strip = spots({ kind: 'path', points, width: 2 });
    const counts = new Map<string, number>();
    for (const { x, z } of strip) {
      const cell = `${Math.floor(x / 2)} ${Math.floor(z / 2)}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    // Cells that lie in the strip as a whole get equally many.
    const whole = [counts.get('1 0'), counts.get('2 0'), counts.get('3 0'), counts.get('4 0')].map(
      (count) => count ?? 0,
    );
    const mean = whole.reduce((sum, count) => sum + count, 0) / whole.length;
    for (const count of whole) expect(Math.abs(count / mean - 1)).toBeLessThan(0.08);
    const leg = share(strip, ({ x, z }) => -1 < x && x < 1 && -8 < z && z < -6);
    expect(leg * strip.length).toBeGreaterThan(mean * 0.92);
    expect(leg * strip.length).toBeLessThan(mean * 1.08);
  });
  test('of a path, compared with throwing darts at the box around it', () => {
    const points = [
      { x: 0, y: 0, z: 0 },
      { x: 4, y: 0, z: 1 },
      { x: 5, y: 0, z: 4 },
      { x: 2, y: 0, z: 5 },
    ];
    const path = createPathRegion(points, 1.4);
    const inside: Spot[] = [];
    for (let index = 0; inside.length < 30_000; index += 1) {
      const drawn = extendNumber(key, index);
      const found = path.sample(uniform(drawn, 0), uniform(drawn, 1), uniform(drawn, 2), false);
      if (found !== undefined) inside.push(found);
    }
    const darts: Spot[] = [];
    for (let index = 0; darts.length < 30_000; index += 1) {
      const drawn = extendNumber(extendNumber(key, 1e9), index);
      const [x, z] = [uniform(drawn, 0) * 9 - 2, uniform(drawn, 1) * 9 - 2];
      if (holds(points, 1.4, x, z)) darts.push({ x, y: 0, z });
    }
    for (let x = -2; x < 7; x += 1) {
      for (let z = -2; z < 7; z += 1) {
        const cell = (spot: Spot) => Math.floor(spot.x) === x && Math.floor(spot.z) === z;
        expect(Math.abs(share(inside, cell) - share(darts, cell))).toBeLessThan(0.008);
      }
    }
  });
});

/** A strip with flat ends and round joins, by its definition. */
function holds(points: readonly Spot[], width: number, x: number, z: number): boolean {
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const [dx, dz] = [to.x - from.x, to.z - from.z];
    const length = Math.hypot(dx, dz);
    const along = ((x - from.x) * dx + (z - from.z) * dz) / length;
    if (0 <= along && along <= length && Math.abs((x - from.x) * dz - (z - from.z) * dx) / length <= width / 2)
      return true;
    if (index < points.length - 1 && Math.hypot(x - to.x, z - to.z) <= width / 2) return true;
  }
  return false;
}

function contains(region: string, x: number, z: number): boolean {
  const slack = 1e-9;
  switch (REGIONS.indexOf(region)) {
    case 0:
      return Math.hypot(x - 3, z + 4) <= 5 + slack;
    case 1:
      return Math.hypot(x, z) <= 5 + slack && Math.hypot(x, z) >= 2 - slack;
    case 2:
      return Math.abs(x - 1) <= 4.5 + slack && Math.abs(z - 1) <= 2 + slack;
    default:
      return holds(
        [
          { x: 0, y: 0, z: 0 },
          { x: 6, y: 0, z: 0 },
          { x: 6, y: 0, z: 6 },
          { x: 0, y: 0, z: 6 },
        ],
        2 + slack,
        x,
        z,
      );
  }
}
