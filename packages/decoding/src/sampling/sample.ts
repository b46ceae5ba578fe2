// Turns logits and a mask into an allowed token, drawn by its chance.
import type { Mask } from '../engine/mask.ts';
import { argmax } from './argmax.ts';
import { listIds } from './list-ids.ts';
import type { Logits } from './logits.ts';
import type { Random } from './random.ts';
import { takeLargest } from './take-largest.ts';
import { NEGLIGIBLE, toShare } from './to-share.ts';

/** What is done to the chances of the allowed tokens, in this order. */
export interface SampleOptions {
  /** Logits are divided by it: 1 leaves them be, less prefers the likely, 0 takes the likeliest. From 0. */
  readonly temperature?: number;
  /** Only so many of the likeliest; 0 is all. */
  readonly topK?: number;
  /** Only as many of the likeliest as hold this share of the chances: above 0, at most 1. */
  readonly topP?: number;
  /** Only what has at least this share of the likeliest one's chance: 0 to 1. */
  readonly minP?: number;
}

export const DEFAULT_SAMPLE_OPTIONS: Required<SampleOptions> = Object.freeze({
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
});

/**
 * Draws one of the allowed tokens, which alone are read: the chances are those of a softmax over them. What has less than
 * e^-42 of the likeliest one's chance is never drawn.
 *
 * @throws {RangeError} If the mask is empty, allows a token without a logit, if an allowed logit is NaN or all of them are
 *   -Infinity, or if an option is out of its range.
 */
export function sample(logits: Logits, mask: Mask, random: Random, options: SampleOptions = {}): number {
  const { temperature, topK, topP, minP } = checkSampleOptions(options);
  const best = argmax(logits, mask);
  if (temperature === 0 || topK === 1) return best;
  const highest = logits[best] as number;
  const ids = listAbove(logits, mask, highest - NEGLIGIBLE * temperature);
  const weights = new Float64Array(ids.length);
  for (let place = 0; place < ids.length; place += 1) {
    weights[place] = weigh(logits[ids[place] as number] as number, highest, temperature);
  }
  const kept = zeroBelow(keepLikeliest(weights, topK, topP), minP);
  return ids[drawPlace(kept, random())] as number;
}

/** @throws {RangeError} Naming the option that is out of its range. */
export function checkSampleOptions(options: SampleOptions): Required<SampleOptions> {
  const all = { ...DEFAULT_SAMPLE_OPTIONS, ...options };
  const { temperature, topK, topP, minP } = all;
  if (!(0 <= temperature && temperature < Infinity)) throw outOfRange('temperature', temperature, '0 or more');
  if (!(Number.isInteger(topK) && 0 <= topK)) throw outOfRange('topK', topK, 'a whole number, 0 or more');
  if (!(0 < topP && topP <= 1)) throw outOfRange('topP', topP, 'above 0, at most 1');
  if (!(0 <= minP && minP <= 1)) throw outOfRange('minP', minP, '0 to 1');
  return all;
}

function outOfRange(name: string, value: number, range: string): RangeError {
  return new RangeError(`\`${name}\` is ${value}, but has to be ${range}`);
}

/** The allowed ids whose logits are at least `floor`, in rising order. */
function listAbove(logits: Logits, mask: Mask, floor: number): Uint32Array {
  const ids = listIds(mask);
  const found = new Uint32Array(ids.length);
  let count = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    // Written in any case, counted if it stays: quicker than a branch that cannot be foreseen.
    found[count] = id;
    if (floor <= (logits[id] as number)) count += 1;
  }
  return found.subarray(0, count);
}

/** A weight relative to the highest one, which is 1 even if it is infinite. */
function weigh(logit: number, highest: number, temperature: number): number {
  return logit === highest ? 1 : toShare((logit - highest) / temperature);
}

/** The weights with 0 for all that does not stay. The share of `topP` is one of what `topK` has left. */
function keepLikeliest(weights: Float64Array, topK: number, topP: number): Float64Array {
  const count = topK === 0 ? weights.length : topK;
  if (weights.length <= count && topP === 1) return weights;
  const kept = new Float64Array(weights.length);
  for (const place of count < weights.length ? cut(takeLargest(weights, count)) : takeShare()) {
    kept[place] = weights[place] as number;
  }
  return kept;

  /** As many of the first as hold the share of them all. */
  function cut(order: Uint32Array): Uint32Array {
    if (topP === 1) return order;
    let enough = 0;
    for (const place of order) enough += topP * (weights[place] as number);
    let sum = 0;
    let length = 0;
    for (; length < order.length && sum < enough; length += 1) sum += weights[order[length] as number] as number;
    return order.subarray(0, length);
  }

  /** The same of all weights, without putting all of them in order: those below `floor` add up to less than the rest. */
  function takeShare(): Uint32Array {
    const whole = sumOf(weights);
    const floor = ((1 - topP) * whole) / weights.length;
    const places = new Uint32Array(weights.length);
    let length = 0;
    for (let place = 0; place < weights.length; place += 1) {
      places[length] = place;
      if (floor <= (weights[place] as number)) length += 1;
    }
    const candidates = new Float64Array(length);
    for (let at = 0; at < length; at += 1) candidates[at] = weights[places[at] as number] as number;
    return takeLargest(candidates, length, topP * whole).map((at) => places[at] as number);
  }
}

function zeroBelow(weights: Float64Array, floor: number): Float64Array {
  return floor === 0 ? weights : weights.map((weight) => (weight < floor ? 0 : weight));
}

/** A place, drawn by weight. `draw` is uniform in [0, 1); the sum of the weights is above 0. */
export function drawPlace(weights: Float64Array, draw: number): number {
  let rest = draw * sumOf(weights);
  let last = -1;
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] as number;
    if (weight === 0) continue;
    if (rest < weight) return place;
    rest -= weight;
    last = place;
  }
  // Rounding may leave a rest behind the last one.
  return last;
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) sum += weights[place] as number;
  return sum;
}
