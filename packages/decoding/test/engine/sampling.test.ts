// Whatever is decoded is a program: random ones, in every form, within budgets and limits, judged by parser and checker.
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../../../grammar/test/support.ts';
import { FIXTURES } from '../tokenizers.ts';
import { LANGUAGES, samplePrograms } from './sample-programs.ts';

/** So many of each language, 3,000 in all unless told otherwise; `npm run verify:decoding` takes any number. */
const COUNT = Number(process.env.DIORAMA_SAMPLED_PROGRAMS ?? 375);
const TIMEOUT_MS = 600_000;

describe.each(Object.values(FIXTURES))('$name', (tokenizer) => {
  const catalog = testCatalog();
  // The whole language takes minutes: `npm run verify:decoding`.
  test.each(LANGUAGES.filter(({ form }) => form !== 'whole'))(
    '$form, $layout',
    (language) => {
      const { faults } = samplePrograms(tokenizer, { ...language, catalog }, COUNT, 1);
      expect(faults).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
