// Turns the height of a model in its own units into metres: glTF says metres, and files say centimetres.
import type { Judgement } from './judgement.ts';

/** The value is what one unit of the file is, metres. `heights` are those of nature, if they are known. */
export function judgeUnit(height: number, heights: readonly [number, number] | undefined): Judgement<number> {
  const usual: Judgement<number> = { value: 1, reason: 'metres, as glTF has it', isSure: true };
  if (heights === undefined || fits(height, heights)) return usual;
  for (const [name, unit] of UNITS) {
    if (!fits(height * unit, heights)) continue;
    return { value: unit, reason: `${name}, by how high it is`, isSure: true };
  }
  const middle = (heights[0] + heights[1]) / 2;
  return { value: middle / height, reason: `taken for ${Number(middle.toPrecision(3))} m`, isSure: false };
}

/** Young and prize ones are beyond what is usual by 30 % at most; the nearest units differ by much more, 2.54 times. */
function fits(height: number, [least, greatest]: readonly [number, number]): boolean {
  return height >= least / SLACK && height <= greatest * SLACK;
}
const SLACK = 1.3;

const UNITS: readonly (readonly [string, number])[] = [
  ['centimetres', 0.01],
  ['millimetres', 0.001],
  ['inches', 0.0254],
  // Centimetres that somebody took for metres, and turned into centimetres again.
  ['units of 100 m', 100],
];
