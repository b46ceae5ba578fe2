// Turns a grid of 16-bit numbers into the bytes of a gray PNG file.
import { encode } from 'fast-png';

/** Numbers of 0..65535, row by row, top row first. The same bytes everywhere. */
export function encodeGrayPng(numbers: Uint16Array, width: number, height: number): Uint8Array {
  return encode({ width, height, data: numbers, channels: 1, depth: 16 });
}
