import { expect, test } from 'vitest';
import { fromLinear, linearFromSrgb, parseColor, printColor, srgbFromLinear, toLinear } from '../src/color.ts';

test('reads and writes #rrggbb', () => {
  expect(parseColor('#ff8000')).toEqual([255, 128, 0]);
  expect(parseColor('#C0fFeE')).toEqual([192, 255, 238]);
  expect(printColor([192, 255, 8])).toBe('#c0ff08');
  for (const wrong of ['', '#fff', 'ff8000', '#ff80000', '#ff800g', ' #ff8000', '#ff8000\n']) {
    expect(parseColor(wrong), wrong).toBeUndefined();
  }
});

test('every byte survives the way to linear light and back', () => {
  for (let byte = 0; byte < 256; byte += 1)
    expect(fromLinear(toLinear([byte, 0, 255 - byte]))).toEqual([byte, 0, 255 - byte]);
});

test('follows IEC 61966-2-1', () => {
  expect(linearFromSrgb(0)).toBe(0);
  expect(linearFromSrgb(1)).toBe(1);
  expect(linearFromSrgb(0.5)).toBeCloseTo(0.21404114048223255, 15);
  expect(srgbFromLinear(0.18)).toBeCloseTo(0.46135612950044164, 15);
  expect(linearFromSrgb(0.04045)).toBeCloseTo(0.0031308, 7);
});

test('what bytes cannot hold is moved to the nearest that they can', () => {
  expect(fromLinear([-1, 2, 0.5])).toEqual([0, 255, 188]);
});
