// Turns a decoder and random numbers into a program: at each step one of the allowed tokens, of the taste that is asked for.
import type { Decoder, DecodingState, Mask, OpenSlot, Vocabulary } from '../../src/index.ts';
import { describe } from './follow-tokens.ts';
import { pick, type Random } from './random.ts';

/** Which of the allowed tokens is liked: all equally, or the one of some that has most of something. */
export const TASTES = ['uniform', 'longest', 'shortest', 'rarest', 'numbers', 'needy', 'structure'] as const;
export type Taste = (typeof TASTES)[number];

/** How many tokens are compared by taste. */
const COMPARED = 16;
/** How often taste does not matter. */
const WHIM = 0.15;
/** How often mask and accept are compared, and on how many tokens. */
const COMPARE_EVERY = 25;
const COMPARE = 40;
/** A slot's number is drawn from as much beyond the open side of its range. */
const SPREAD = 20;

export interface RandomProgram {
  readonly text: string;
  /** The text with a value in each slot. */
  readonly filled: string;
  readonly tokens: number;
  /** What the decoder got wrong on the way. */
  readonly fault: string | undefined;
}

/** Decodes until the end; a fault ends it early. */
export function randomProgram(decoder: Decoder, taste: Taste, budget: number, random: Random): RandomProgram {
  const { vocabulary } = decoder;
  let state = decoder.start(budget);
  const values: string[] = [];
  let tokens = 0;
  const done = (fault?: string): RandomProgram => {
    const text = decoder.text(state);
    let at = 0;
    const filled = text.replace(/\$(NUM|ROT|CLIP)/g, (slot) => values[at++] ?? slot);
    return { text, filled, tokens, fault };
  };
  while (!state.hasEnded) {
    const mask = decoder.mask(state);
    if (mask.count === 0) return done('nothing may follow');
    if (decoder.need(state) > state.budget) return done(`needs ${decoder.need(state)} of ${state.budget} tokens`);
    if (random() * COMPARE_EVERY < 1) {
      const fault = compare(decoder, state, mask, random);
      if (fault !== undefined) return done(fault);
    }
    const id = choose(decoder, state, mask, taste, random);
    const next = decoder.accept(state, id);
    if (next === undefined) return done(`in the mask but refused: ${describe(vocabulary, id)}`);
    const slot = vocabulary.slots.get(id);
    const open = slot && decoder.slots(state).find((one) => one.slot === slot);
    if (slot !== undefined) {
      if (open === undefined) return done(`${slot} is allowed, but not among the open slots`);
      values.push(valueFor(open, random));
    }
    state = next;
    tokens += 1;
    if (tokens > budget) return done(`goes on behind ${budget} tokens`);
  }
  return done();
}

/** Mask and accept on some tokens, allowed and not. */
function compare(decoder: Decoder, state: DecodingState, mask: Mask, random: Random): string | undefined {
  const { vocabulary } = decoder;
  const ids = Array.from({ length: COMPARE }, () => Math.floor(random() * vocabulary.size));
  for (const id of [...ids, ...vocabulary.ends, ...vocabulary.slots.keys()]) {
    const accepted = decoder.accept(state, id) !== undefined;
    if (accepted === mask.has(id) && accepted === decoder.allows(state, id)) continue;
    return `accept says ${accepted}, the mask ${mask.has(id)}: ${describe(vocabulary, id)}`;
  }
  const isEnd = vocabulary.ends.some((end) => mask.has(end));
  return isEnd === decoder.canEnd(state) || state.budget < 1 ? undefined : 'mask and canEnd differ';
}

function choose(decoder: Decoder, state: DecodingState, mask: Mask, taste: Taste, random: Random): number {
  if (taste === 'uniform' || random() < WHIM) return draw(mask, decoder.vocabulary, random);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < COMPARED; i += 1) {
    const id = draw(mask, decoder.vocabulary, random);
    const value = liking(decoder, state, id, taste);
    if (value > most) [best, most] = [id, value];
  }
  return best;
}

function draw(mask: Mask, { size }: Vocabulary, random: Random): number {
  if (mask.ids !== undefined) return pick(random, mask.ids);
  // Of a dense mask a guess is soon right.
  for (let tries = 0; tries < 400; tries += 1) {
    const id = Math.floor(random() * size);
    if (mask.has(id)) return id;
  }
  const ids = Array.from({ length: size }, (_, id) => id).filter((id) => mask.has(id));
  return pick(random, ids);
}

function liking(decoder: Decoder, state: DecodingState, id: number, taste: Taste): number {
  const bytes = decoder.vocabulary.bytes(id);
  switch (taste) {
    case 'longest':
      return bytes.length;
    case 'shortest':
      return -bytes.length;
    case 'rarest':
      return id;
    case 'numbers':
      return bytes.filter((byte) => (0x30 <= byte && byte <= 0x39) || byte === 0x2d || byte === 0x2e).length;
    case 'needy': {
      const next = decoder.accept(state, id);
      return next === undefined || next.hasEnded ? -1 : decoder.need(next);
    }
    default:
      // What leaves a text or a name, rather than staying in it; but not the end.
      return bytes.length === 0 ? -2 : bytes.filter((byte) => STRUCTURE.has(byte)).length / bytes.length;
  }
}
const STRUCTURE = new Set([...'{}()[]:,.@=#"\n-'].map((letter) => letter.charCodeAt(0)));

/** What a head of a model might give. */
function valueFor({ slot, ranges, isWhole }: OpenSlot, random: Random): string {
  if (slot === '$ROT') return pick(random, ['yaw(30)', 'yaw(-7.5)', 'quaternion(0, 1, 0, 0)']);
  if (slot === '$CLIP') return pick(random, ['like("a stone")', 'like("é")']);
  const range = pick(random, ranges ?? [{}]);
  const low = range.min ?? Math.min(range.max ?? 0, 0) - SPREAD;
  const high = range.max ?? Math.max(low, 0) + SPREAD;
  const inside = low + (high - low) * (0.02 + 0.96 * random());
  if (!isWhole) return String(Number(inside.toFixed(6)));
  return String(Math.min(Math.floor(high), Math.max(Math.ceil(low), Math.round(inside))));
}
