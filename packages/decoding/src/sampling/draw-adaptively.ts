// Turns what is known of prefixes into a sequence that is drawn by it, as ASAp does.
import { beginDraft, checkPossible, type Drawn, drawnFrom, extendDrafts, type Futures, learn } from './futures.ts';
import type { Random } from './random.ts';

/**
 * Draws a sequence and learns from it. The first draw is that of plain masking; later ones come ever closer to the model's
 * own distribution of valid sequences. One run of the model a token, but for runs that meet a dead end.
 *
 * @throws {RangeError} If the model's logits make no sense, or it gives no valid sequence a chance.
 */
export async function drawAdaptively<S>(futures: Futures<S>, random: Random): Promise<Drawn<S>> {
  for (;;) {
    const draft = beginDraft(futures);
    const seen = [];
    let logRatio = 0;
    while (!draft.ended && logRatio > -Infinity) {
      seen.push(draft.prefix);
      logRatio = await extendDrafts(futures, [draft], random);
    }
    learn(seen);
    if (draft.ended) return drawnFrom(draft);
    checkPossible(futures);
  }
}
