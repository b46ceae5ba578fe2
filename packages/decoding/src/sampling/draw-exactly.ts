// Turns what is known of prefixes into a sequence that is drawn from exactly the model's distribution of valid ones.
import { exp } from '@diorama/geometry';
import { beginDraft, checkPossible, type Drawn, drawnFrom, extendDrafts, type Futures, learn } from './futures.ts';
import type { Random } from './random.ts';

/**
 * Draws sequences until one is taken: each is broken off with the chance by which it had been preferred. What is taken is
 * distributed as if the model had written, left alone, until it wrote something valid; but no mistake is made twice, so
 * that fewer and fewer draws are broken off. The share that is taken is the model's share of valid sequences, divided by
 * `validShare`: fit for models that mostly mean what is valid.
 *
 * @param tries How many draws to make at most.
 * @returns undefined if none was taken.
 * @throws {RangeError} If the model's logits make no sense, or it gives no valid sequence a chance.
 */
export async function drawExactly<S>(futures: Futures<S>, random: Random, tries = 1000): Promise<Drawn<S> | undefined> {
  for (let turn = 0; turn < tries; turn += 1) {
    const draft = beginDraft(futures);
    const seen = [];
    let isTaken = true;
    while (!draft.ended && isTaken) {
      const { prefix } = draft;
      seen.push(prefix);
      const logRatio = await extendDrafts(futures, [draft], random);
      // What is found at the root is the same for all sequences, so that it prefers none.
      isTaken = prefix === futures.root ? logRatio > -Infinity : random() < exp(logRatio);
    }
    learn(seen);
    if (isTaken) return drawnFrom(draft);
    checkPossible(futures);
  }
  return undefined;
}
