// The letters with which byte-level tokenizers write bytes: those of Latin 1 that can be seen, and for others the next from U+0100.

/** By code unit: the byte that a letter stands for, or -1. */
export const BYTE_OF_LETTER: Int16Array = byteOfLetter();

function byteOfLetter(): Int16Array {
  const table = new Int16Array(0x100 + 68).fill(-1);
  let next = 0x100;
  for (let byte = 0; byte < 256; byte += 1) table[isVisible(byte) ? byte : next++] = byte;
  return table;
}

/** As `bytes_to_unicode` in OpenAI's GPT-2 has it. */
function isVisible(byte: number): boolean {
  return (0x21 <= byte && byte <= 0x7e) || (0xa1 <= byte && byte <= 0xac) || 0xae <= byte;
}
