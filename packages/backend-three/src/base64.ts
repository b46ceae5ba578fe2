// Turns bytes into base64 (RFC 4648 §4), on every engine.

export function base64(bytes: Uint8Array): string {
  let text = '';
  // Whole groups of three bytes, so that the parts can be put together; small enough for one call's arguments.
  for (let start = 0; start < bytes.length; start += 0x6000) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + 0x6000)));
  }
  return text;
}

/** The bytes of a typed array, little-endian as on every machine that has a browser. */
export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
