// Colors as the language writes them, `#rrggbb` in sRGB, and as light adds up, linear.
import { pow } from './math.ts';

/** sRGB, each part a byte: an integer in 0..255. */
export type Color = readonly [red: number, green: number, blue: number];

/** Linear light with sRGB's primaries, each part in 0..1 (more than 1 for what is brighter than white). */
export type LinearColor = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`, in either case; anything else is undefined. */
export function parseColor(text: string): Color | undefined {
  if (!/^#[0-9A-Fa-f]{6}$/.test(text)) return undefined;
  const bits = Number.parseInt(text.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/** Writes `#rrggbb` in lower case. */
export function printColor(color: Color): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** sRGB bytes, 0 to 255, as linear light, 0 to 1. */
export function toLinear(color: Color): LinearColor {
  return [linearFromSrgb(color[0] / 255), linearFromSrgb(color[1] / 255), linearFromSrgb(color[2] / 255)];
}

/** The nearest bytes; what is darker than black or brighter than white is moved to it. */
export function fromLinear(color: LinearColor): Color {
  return [byteFromLinear(color[0]), byteFromLinear(color[1]), byteFromLinear(color[2])];
}

/** Decodes one part, 0..1 to 0..1: the transfer function of IEC 61966-2-1. */
export function linearFromSrgb(part: number): number {
  return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

/** Encodes one part, 0..1 to 0..1: the inverse of {@link linearFromSrgb}. */
export function srgbFromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055;
}

function byteFromLinear(part: number): number {
  return Math.round(255 * srgbFromLinear(Math.max(0, Math.min(1, part))));
}
