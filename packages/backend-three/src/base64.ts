// Turns bytes into base64 (RFC 4648 §4), on every engine.

export function base64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  const digits = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(EQUALS_SIGN);
  let to = 0;
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    digits[to] = DIGITS[bits >> 18] as number;
    digits[to + 1] = DIGITS[(bits >> 12) & 63] as number;
    digits[to + 2] = DIGITS[(bits >> 6) & 63] as number;
    digits[to + 3] = DIGITS[bits & 63] as number;
    to += 4;
  }
  const left = bytes.length - whole;
  if (left > 0) {
    const bits = ((bytes[whole] as number) << 16) | ((bytes[whole + 1] ?? 0) << 8);
    digits[to] = DIGITS[bits >> 18] as number;
    digits[to + 1] = DIGITS[(bits >> 12) & 63] as number;
    if (left === 2) digits[to + 2] = DIGITS[(bits >> 6) & 63] as number;
  }
  // Far faster than adding up strings: what is ASCII here is one byte a letter in memory as well.
  return new TextDecoder('latin1').decode(digits);
}

/**
 * The base64 of an array's bytes, kept for as long as the array is: from one compilation to the next meshes and images are the
 * same arrays, and nobody changes them.
 */
export function base64Of(array: ArrayBufferView): string {
  const known = KNOWN.get(array);
  if (known !== undefined) return known;
  const made = base64(bytesOf(array));
  KNOWN.set(array, made);
  return made;
}

const KNOWN = new WeakMap<ArrayBufferView, string>();

/** The bytes of a typed array, little-endian as on every machine that has a browser. */
export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

const EQUALS_SIGN = 0x3d;
const DIGITS = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
