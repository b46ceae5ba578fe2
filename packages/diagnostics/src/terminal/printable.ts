// Turns any text into one that is safe to print: a hostile file must not move the cursor or reorder what is read.

/** Control, format, surrogate and separator characters, but for the joiners and tags inside emoji and scripts. */
const HIDDEN = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text in one line, with a visible sign for every character that would act instead of showing. A tab is a space. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(HIDDEN, sign);
}

/** A control picture (`␛`) where Unicode has one, else the code point (`<U+202E>`). */
function sign(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
