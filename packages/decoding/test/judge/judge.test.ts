// The masks beside a slow judge that shares nothing with them: they agree on every token.
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../../../grammar/test/support.ts';
import { createDecoder } from '../../src/index.ts';
import { FIXTURES } from '../tokenizers.ts';
import { disagreements, someIds } from './compare.ts';
import { createJudge } from './judge.ts';
import { JUDGED } from './prefixes.ts';

/** One token of so many; `npm run verify:decoding` takes all. */
const EVERY = 60;

describe.each(Object.values(FIXTURES))('$name', (tokenizer) => {
  const vocabulary = tokenizer.load();
  const catalog = testCatalog();
  describe.each(JUDGED)('$form, $layout', ({ form, layout, prefixes }) => {
    const decoder = createDecoder(vocabulary, { catalog, form, layout });
    const judge = createJudge({ catalog, form, layout });
    test.each(prefixes.map((prefix, index) => [prefix, index] as const))('behind %j', (prefix, index) => {
      const ids = [...someIds(vocabulary.size, EVERY, index), ...vocabulary.ends];
      expect(disagreements(decoder, judge, prefix, ids)).toEqual([]);
    });
  });
});
