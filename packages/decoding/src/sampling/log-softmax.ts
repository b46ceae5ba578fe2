// Turns logits and a mask into the logarithms of the allowed tokens' chances.
import type { Mask } from '../engine/mask.ts';
import { listIds } from './list-ids.ts';
import { logSumExp } from './log-sum-exp.ts';
import { checkLength, type Logits, noChance, notFinite } from './logits.ts';

/** Tokens and the logarithms of their chances, place by place. */
export interface LogChances {
  /** In rising order. Not to be written to. */
  readonly ids: Uint32Array;
  readonly logChances: Float64Array;
}

/**
 * The chances among the allowed tokens: they add up to 1. Reads no other logits.
 *
 * @throws {RangeError} If the mask is empty, allows a token without a logit, if an allowed logit is NaN or Infinity, or
 *   all of them are -Infinity.
 */
export function logSoftmax(logits: Logits, mask: Mask, temperature = 1): LogChances {
  const ids = listIds(mask);
  const scaled = readAllowed(logits, mask, ids, temperature);
  const whole = logSumExp(scaled);
  if (whole === -Infinity) throw noChance(mask);
  return { ids, logChances: subtract(scaled, whole) };
}

/**
 * The chances among all tokens: those of the allowed ones add up to what the model leaves them, which may be nothing.
 *
 * @throws {RangeError} As {@link logSoftmax}, but for all logits; it is all of them that must not be -Infinity.
 */
export function logChancesOfAllowed(logits: Logits, mask: Mask, temperature = 1): LogChances {
  const whole = logSumExp(logits, temperature);
  if (whole === -Infinity) throw new RangeError('the model gives no token a chance: all logits are -Infinity');
  const ids = listIds(mask);
  return { ids, logChances: subtract(readAllowed(logits, mask, ids, temperature), whole) };
}

function readAllowed(logits: Logits, mask: Mask, ids: Uint32Array, temperature: number): Float64Array {
  checkLength(logits, mask);
  const scaled = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    scaled[at] = scale(logits[id] as number, id, temperature);
  }
  return scaled;
}

function scale(logit: number, id: number, temperature: number): number {
  if (!(logit < Infinity)) throw notFinite(id, logit);
  return temperature === 1 ? logit : logit / temperature;
}

function subtract(values: Float64Array, whole: number): Float64Array {
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) - whole;
  return values;
}
