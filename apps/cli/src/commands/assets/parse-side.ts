// Turns the text of a picture's side into pixels.
import type { CommandContext } from '../../command-context.ts';

/** Undefined if it makes no sense, which the report then tells. */
export function parseSide(ctx: CommandContext, text: string): number | undefined {
  const side = Number(text);
  if (Number.isInteger(side) && LEAST <= side && side <= MOST) return side;
  ctx.report.misused(`--size is a whole number of pixels from ${LEAST} to ${MOST}, not ${text}`);
  return undefined;
}

const LEAST = 16;
const MOST = 4096;
