// Turns a level of detail into how many of many like things are drawn: locks of hair, feathers, leaves.
import type { Detail } from '@diorama/stage';

/** Of many like things every `step`-th is drawn, `width` times as wide. */
export interface Thinning {
  readonly step: number;
  readonly width: number;
}

/** What draws random numbers draws them for all, and leaves out those whose number is no multiple of `step`. */
export const THINNING: Readonly<Record<Detail, Thinning>> = Object.freeze({
  high: { step: 1, width: 1 },
  medium: { step: 3, width: 1.6 },
  low: { step: 9, width: 2.4 },
});
