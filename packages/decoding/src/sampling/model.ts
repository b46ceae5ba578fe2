// What a sampler has to know of a language model: from tokens to logits.
import type { Logits } from './logits.ts';

/**
 * Gives the logits of the token behind `ids` (the prompt and all that was written since). The array is the caller's and
 * is not to be kept: it grows. The logits may be one array that the model writes anew each time.
 */
export type Model = (ids: readonly number[]) => Logits | Promise<Logits>;
