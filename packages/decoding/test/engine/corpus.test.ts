// No program is refused: the corpus and the examples in every form, whatever tokens spell them.
import { describe, expect, test } from 'vitest';
import { FIXTURES, noEncoder, TOKENIZERS } from '../tokenizers.ts';
import { FOLLOWED_LANGUAGES, followPrograms, SPELLINGS } from './follow-programs.ts';
import { readPrograms } from './programs.ts';

const PROGRAMS = readPrograms();

test('there are programs in every form', () => {
  for (const { form, layout } of FOLLOWED_LANGUAGES)
    expect(PROGRAMS.filter((one) => one.form === form && one.layout === layout).length).toBeGreaterThan(90);
});

// Each program in one spelling with each small tokenizer: all spellings with all tokenizers are `npm run verify:decoding`.
describe.each(Object.values(FIXTURES).map((tokenizer, shift) => ({ shift, tokenizer })))(
  '$shift',
  ({ shift, tokenizer }) => {
    const spellings = SPELLINGS.filter((one) => one !== 'encoded' || noEncoder === undefined);
    test.each(FOLLOWED_LANGUAGES)(`${tokenizer.name}: $form, $layout`, async (language) => {
      const chosen = PROGRAMS.map((program, index) => ({
        program,
        spelling: spellings[(index + shift) % spellings.length],
      }));
      for (const spelling of spellings) {
        const programs = chosen.flatMap((one) => (one.spelling === spelling ? [one.program] : []));
        expect(await followPrograms(tokenizer, language, spelling, programs, { every: 40 })).toEqual([]);
      }
    });
  },
);

describe.each(Object.values(TOKENIZERS))('$name', (tokenizer) => {
  test.skipIf(tokenizer.skipped ?? noEncoder)('some programs', async () => {
    const some = PROGRAMS.filter((_, index) => index % 90 === 7);
    for (const language of FOLLOWED_LANGUAGES)
      expect(await followPrograms(tokenizer, language, 'encoded', some, { every: 100 })).toEqual([]);
  });
});
