// Turns the text of `--size` into a width and a height.

export interface Size {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** A picture's longer side at most, pixels. */
export const LARGEST_SIDE = 16384;

/** `640x480`; undefined if it is anything else, or too large. */
export function parseSize(text: string): Size | undefined {
  const match = /^([1-9][0-9]{0,4})[x×]([1-9][0-9]{0,4})$/i.exec(text);
  if (match === null) return undefined;
  const [width, height] = [Number(match[1]), Number(match[2])];
  return Math.max(width, height) <= LARGEST_SIDE ? { width, height } : undefined;
}
