// Turns a tokenizer and a language into many random programs, and tells which of them are none.
import { createDecoder, type Decoder, type DecoderOptions } from '../../src/index.ts';
import { FIXTURE_SLOTS, FIXTURES, type TestTokenizer } from '../tokenizers.ts';
import { faultsOf } from './faults-of.ts';
import { seeded } from './random.ts';
import { randomProgram, TASTES } from './random-program.ts';

/** All languages that a decoder has. */
export const LANGUAGES = [
  { form: 'core', layout: 'canonical' },
  { form: 'core', layout: 'free' },
  { form: 'slots', layout: 'canonical' },
  { form: 'slots', layout: 'free' },
  { form: 'whole', layout: 'canonical' },
  { form: 'whole', layout: 'free' },
] as const;

/** Limits of objects, each with a decoder of its own. */
const OBJECTS = [Number.POSITIVE_INFINITY, 0, 1, 3] as const;
const LARGEST_BUDGET = 400;
/** So many faults are kept. */
const MOST_FAULTS = 10;

export interface Sample {
  readonly programs: number;
  readonly tokens: number;
  /** Each with the seed of its program. */
  readonly faults: readonly string[];
  /** How often what only the checker computes was wrong, by code. */
  readonly left: ReadonlyMap<string, number>;
}

/** Programs `first` to `first + count`: each seed gives one program, always the same. */
export function samplePrograms(
  tokenizer: TestTokenizer,
  language: Pick<DecoderOptions, 'form' | 'layout' | 'catalog'>,
  count: number,
  first: number,
  onProgram: (done: number) => void = () => {},
): Sample {
  const vocabulary = tokenizer.load(hasSlots(tokenizer) ? { slots: FIXTURE_SLOTS } : undefined);
  const decoders = OBJECTS.map((objects) => createDecoder(vocabulary, { ...language, objects }));
  const faults: string[] = [];
  const left = new Map<string, number>();
  let tokens = 0;
  let programs = 0;
  for (let seed = first; seed < first + count && faults.length < MOST_FAULTS; seed += 1) {
    const random = seeded(seed);
    const decoder = decoders[Math.max(0, Math.floor(random() * 8) - 4)] as Decoder;
    const taste = TASTES[Math.floor(random() * TASTES.length)] as (typeof TASTES)[number];
    const budget = budgetOf(decoder, random());
    const found = tryProgram(decoder, taste, budget, random);
    const fault = found.fault ?? judge(found.filled, decoder, left);
    if (fault !== undefined)
      faults.push(
        `seed ${seed}, ${taste}, ${budget} tokens, ${decoder.options.objects} objects: ${fault}: ${JSON.stringify(found.filled)}`,
      );
    tokens += found.tokens;
    programs += 1;
    onProgram(programs);
  }
  return { programs, tokens, faults, left };
}

function tryProgram(
  decoder: Decoder,
  ...rest: Parameters<typeof randomProgram> extends [unknown, ...infer R] ? R : never
) {
  try {
    return randomProgram(decoder, ...rest);
  } catch (error) {
    return { text: '', filled: '', tokens: 0, fault: `throws ${(error as Error).message}` };
  }
}

function judge(text: string, { options }: Decoder, left: Map<string, number>): string | undefined {
  const found = faultsOf(text, options);
  for (const code of found.left) left.set(code, (left.get(code) ?? 0) + 1);
  return found.fault;
}

/** From the least to a few hundred, small ones more often. */
function budgetOf(decoder: Decoder, share: number): number {
  const least = decoder.need(decoder.start());
  return least + Math.floor(share * share * (LARGEST_BUDGET - least));
}

function hasSlots(tokenizer: TestTokenizer): boolean {
  return Object.values(FIXTURES).includes(tokenizer);
}
