// Turns two pictures into the difference of their colors, object by object.
import type { Picture } from '../picture.ts';

/** How much the colors of one object differ between two pictures. */
export interface ColorComparison {
  readonly id: number;
  /** Pixels compared. */
  readonly pixels: number;
  /** Of the mean colors, the largest of red, green and blue; 0..255. */
  readonly ofMeans: number;
  /** The mean over pixels of the mean over red, green and blue; 0..255. */
  readonly mean: number;
}

/**
 * Compares inside of objects: pixels that have the same id as their eight neighbours in both pictures, so that edges, where
 * renderers blend differently, do not count. The largest object first.
 */
export function compareColors(first: Required<Picture>, second: Required<Picture>): readonly ColorComparison[] {
  const sums = new Map<number, { pixels: number; difference: number; first: number[]; second: number[] }>();
  const { width, height } = first;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const index = y * width + x;
      const id = first.ids[index] as number;
      if (!isInside(first.ids, width, index, id) || !isInside(second.ids, width, index, id)) continue;
      let sum = sums.get(id);
      if (sum === undefined) {
        sum = { pixels: 0, difference: 0, first: [0, 0, 0], second: [0, 0, 0] };
        sums.set(id, sum);
      }
      sum.pixels += 1;
      for (let part = 0; part < 3; part += 1) {
        const [a, b] = [first.color[4 * index + part] as number, second.color[4 * index + part] as number];
        sum.difference += Math.abs(a - b) / 3;
        sum.first[part] = (sum.first[part] as number) + a;
        sum.second[part] = (sum.second[part] as number) + b;
      }
    }
  }
  return [...sums]
    .map(([id, { pixels, difference, first: a, second: b }]) => ({
      id,
      pixels,
      mean: difference / pixels,
      ofMeans: Math.max(...[0, 1, 2].map((part) => Math.abs((a[part] as number) - (b[part] as number)) / pixels)),
    }))
    .sort((a, b) => b.pixels - a.pixels || a.id - b.id);
}

function isInside(ids: Uint32Array, width: number, index: number, id: number): boolean {
  for (const row of [-width, 0, width]) {
    for (const column of [-1, 0, 1]) if (ids[index + row + column] !== id) return false;
  }
  return true;
}
