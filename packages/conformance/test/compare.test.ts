// The comparisons themselves, on pictures of a few pixels.
import { expect, test } from 'vitest';
import { compareColors } from '../src/compare/compare-colors.ts';
import { compareDepth } from '../src/compare/compare-depth.ts';
import { compareIds } from '../src/compare/compare-ids.ts';
import { compareShadows, readShadows, SHADOW } from '../src/compare/compare-shadows.ts';

test('ids: what is equal, and how well each object agrees', () => {
  const first = Uint32Array.of(0, 0, 2, 2, 2, 2, 3, 3);
  const second = Uint32Array.of(0, 2, 2, 2, 2, 0, 3, 4);
  expect(compareIds(first, second)).toEqual({
    differing: 3,
    agreement: 5 / 8,
    objects: [
      { id: 2, pixels: 4, differing: 2, iou: 3 / 5 },
      { id: 0, pixels: 2, differing: 2, iou: 1 / 3 },
      { id: 3, pixels: 2, differing: 1, iou: 1 / 2 },
      { id: 4, pixels: 0, differing: 1, iou: 0 },
    ],
  });
});

test('depth: only where both see the same, by centimetre or thousandth', () => {
  // From left to right: equal, within a centimetre, off, of other things, beside a step, beyond it, nothing.
  const ids = Uint32Array.of(2, 2, 2, 2, 2, 3, 0);
  const first = { width: 7, ids, depth: Float32Array.of(5, 5, 5, 5, 5, 9, Infinity) };
  const second = {
    width: 7,
    ids: Uint32Array.of(2, 2, 2, 3, 2, 3, 0),
    depth: Float32Array.of(5, 5.009, 5.02, 7, 6, 9.5, 1),
  };
  const { worst, ...counts } = compareDepth(first, second);
  expect(counts).toEqual({ compared: 3, differing: 1 });
  expect(worst).toBeCloseTo(0.02, 4);
});

const size = { width: 3, height: 3 };
const gray = (value: number) => Uint8Array.from({ length: 36 }, () => value);
const all = (id: number) => Uint32Array.from({ length: 9 }, () => id);
const picture = (value: number, ids: Uint32Array) => ({ ...size, color: gray(value), ids, depth: new Float32Array(9) });

test('colors: inside of objects, not at their edges', () => {
  expect(compareColors(picture(100, all(2)), picture(103, all(2)))).toEqual([
    { id: 2, pixels: 1, mean: 3, ofMeans: 3 },
  ]);
  const edged = Uint32Array.of(2, 2, 2, 2, 2, 2, 2, 2, 3);
  expect(compareColors(picture(100, all(2)), picture(103, edged))).toEqual([]);
});

test('shadows: what loses light on the ground, its rim left out', () => {
  const ids = Uint32Array.of(1, 1, 1, 1, 1, 1, 2, 2, 0);
  const shaded = gray(200);
  for (const index of [0, 1, 6]) shaded.set([60, 60, 60], 4 * index);
  shaded.set([160, 160, 160], 4 * 2);
  const { none, lit, rim, shaded: dark } = SHADOW;
  const found = readShadows(gray(200), shaded, ids);
  expect([...found]).toEqual([dark, dark, rim, lit, lit, lit, none, none, none]);
  const other = Uint8Array.of(dark, lit, dark, dark, lit, rim, none, none, none);
  expect(compareShadows(found, other)).toEqual({ pixels: 2, iou: 1 / 3 });
  expect(compareShadows(Uint8Array.of(lit), Uint8Array.of(lit)).iou).toBe(1);
});
