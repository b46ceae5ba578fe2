// Puts a line of text into a picture, in a font of dots.
import { GLYPH_HEIGHT, GLYPH_WIDTH, hasDot } from '@diorama/assets';

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly pixels: Uint8Array;
}

/** Pixels from one letter to the next, for dots of one pixel. */
const STEP = GLYPH_WIDTH + 1;

/** Dark letters, cut off where `room` ends; `dot` is the side of a dot. All in pixels. */
export function drawText(
  canvas: Canvas,
  text: string,
  {
    left,
    top,
    room,
    dot,
  }: { readonly left: number; readonly top: number; readonly room: number; readonly dot: number },
): void {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('–', '-')];
  const fitting = Math.floor(room / (STEP * dot));
  const shown = letters.length > fitting ? [...letters.slice(0, Math.max(0, fitting - 2)), '.', '.'] : letters;
  for (const [place, letter] of shown.entries()) {
    for (let y = 0; y < GLYPH_HEIGHT * dot; y += 1) {
      for (let x = 0; x < GLYPH_WIDTH * dot; x += 1) {
        const [px, py] = [left + place * STEP * dot + x, top + y];
        if (px >= canvas.width || py >= canvas.height) continue;
        if (!hasDot(letter, Math.floor(x / dot), Math.floor(y / dot))) continue;
        canvas.pixels.set(INK, 4 * (py * canvas.width + px));
      }
    }
  }
}

const INK = [30, 30, 34, 255];
