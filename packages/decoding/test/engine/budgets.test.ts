// With few tokens left the mask has what `allows` lets through, and behind each of them the program still ends in time.
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../../../grammar/test/support.ts';
import { createDecoder, type Decoder, type DecodingState } from '../../src/index.ts';
import { FIXTURES } from '../tokenizers.ts';
import { describe as describeToken, fewestTokens } from './follow-tokens.ts';

const CORE = [
  '',
  'tree ',
  'box { at: (2, 0.3) }\nscene a { embeddings',
  'tree { at: (0, 0), height: 1, appearance: like("',
  'tree { at: (-',
  'tree a { at: (0, 0), height: 1 }\ntree a',
  'bird { rotation: matrix(0, 0, ',
];
const FREE = [...CORE, '/* a', '// a', '@confidence(61155', '@confidence(-2', 'camera { yaw: 5.'];
const CASES = [
  ...CORE.map((prefix) => ({ layout: 'canonical', prefix }) as const),
  ...FREE.map((prefix) => ({ layout: 'free', prefix }) as const),
];
/** So many tokens more than are needed. */
const SPARE = [0, 2];
/** Behind one token in so many the next mask is looked at. */
const LOOKED_AT = 16;
/** The shortest program has one token. */
const BUDGETS = Array.from({ length: 200 }, (_, before) => 1 + before);

describe.each(Object.values(FIXTURES))('$name', (tokenizer) => {
  const vocabulary = tokenizer.load();
  const catalog = testCatalog();
  const decoders = {
    canonical: createDecoder(vocabulary, { catalog }),
    free: createDecoder(vocabulary, { catalog, layout: 'free' }),
  };
  test.each(CASES)('$layout, behind $prefix', ({ layout, prefix }) => {
    const decoder: Decoder = decoders[layout];
    const ids = fewestTokens(vocabulary, prefix);
    const after = (budget: number) => {
      let state: DecodingState | undefined = decoder.start(budget);
      for (const id of ids) state = state && decoder.accept(state, id);
      return state;
    };
    // On the way more may be needed than behind it.
    const least = BUDGETS.find((budget) => after(budget) !== undefined) as number;
    for (const spare of SPARE) {
      const state = after(least + spare);
      expect(state, `${least} + ${spare} tokens`).toBeDefined();
      expect(differences(decoder, state as DecodingState)).toEqual([]);
    }
  });
});

function differences(decoder: Decoder, state: DecodingState): readonly string[] {
  const { vocabulary } = decoder;
  const mask = decoder.mask(state);
  const found: string[] = mask.count === 0 ? ['the mask is empty'] : [];
  for (let id = 0; id < vocabulary.size; id++) {
    const next = decoder.accept(state, id);
    if (mask.has(id) !== (next !== undefined)) found.push(`${describeToken(vocabulary, id)}: mask ${mask.has(id)}`);
    if (id % LOOKED_AT === 0 && next !== undefined && !next.hasEnded && decoder.mask(next).count === 0)
      found.push(`nothing may follow ${describeToken(vocabulary, id)}`);
  }
  return found.slice(0, 20);
}
