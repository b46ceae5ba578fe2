// The exported rules: they have every right program, no broken one, and whatever they write is right.

import { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { describe, expect, test } from 'vitest';
import { coreModel } from '../../src/exports/core/core-model.ts';
import { type CoreOptions, coreRules } from '../../src/exports/core/core-rules.ts';
import { wholeRules } from '../../src/exports/whole/whole-rules.ts';
import { readCorpus } from '../corpus.ts';
import { diagnose } from '../support.ts';
import { corePrograms, readExamples } from './core-programs.ts';
import { matchRules } from './match-rules.ts';
import { NOT_CONTEXT_FREE } from './not-context-free.ts';
import { randomSentence } from './random-sentence.ts';

const whole = wholeRules();
const cores = corePrograms();

/** Numbers from 0 up to 1, the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the whole language', () => {
  test.each([...readCorpus('ok'), ...readExamples()].map((source) => [source.id, source.text] as const))(
    'has %s',
    (_name, text) => {
      expect(matchRules(whole, text)).toEqual({ whole: true, reached: text.length });
    },
  );

  const broken = readCorpus('broken').filter((source) => parse(source).diagnostics.length > 0);
  test.each(broken.filter(({ id }) => !NOT_CONTEXT_FREE.has(id)).map((source) => [source.id, source.text] as const))(
    'has not %s',
    (_name, text) => {
      expect(matchRules(whole, text).whole).toBe(false);
    },
  );

  test('a unit behind a space may begin an element', () => {
    const text = broken.find(({ id }) => id === 'spaced-unit-in-a-let.dio')?.text ?? '';
    expect(matchRules(whole, text).whole).toBe(true);
  });

  test('writes only what is parsed', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const text = randomSentence(whole, seeded(seed));
      if (text.length > 20_000) continue;
      const { diagnostics } = parse(SourceFile.from('main.dio', text));
      const codes = diagnostics.map(({ code }) => code);
      // `5. x` reads a member of 5, which the parser takes for an unfinished decimal.
      if (codes.includes('bare-decimal-point')) continue;
      // Nesting has a limit.
      const found = codes.filter((code) => code !== 'too-deep');
      expect(found, text).toEqual([]);
    }
  });
});

const VARIANTS: readonly CoreOptions[] = [
  { layout: 'canonical', order: 'table' },
  { layout: 'canonical', order: 'any' },
  { layout: 'free', order: 'table' },
  { layout: 'free', order: 'any' },
];

/** What its header leaves to the checker. */
const LEFT_IN_CORE = [
  ...['duplicate-name', 'zero-rotation', 'reversed-bounds', 'unknown-row', 'unreadable-file', 'not-safetensors'],
  ...['unknown-asset', 'no-direction', 'no-embeddings', 'mixed-spaces', 'unused'],
];
/** What it leaves besides where properties come in any order. */
const LEFT_IN_ANY_ORDER = ['repeated-property', 'missing-property', 'exclusive-properties', 'repeated-setting'];

describe.each(VARIANTS)('core form, layout $layout, order $order', (options) => {
  const rules = coreRules(coreModel(), options);

  test.each(cores)('has %s', (_name, text) => {
    expect(matchRules(rules, text)).toEqual({ whole: true, reached: text.length });
  });

  test('writes only what is right, but for what is left to the checker', () => {
    const left = new Set([...LEFT_IN_CORE, ...(options.order === 'any' ? LEFT_IN_ANY_ORDER : [])]);
    const wrong = new Map<string, string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const text = randomSentence(rules, seeded(seed));
      for (const { code, severity, primary } of diagnose(text)) {
        const place = text.slice(0, primary.end);
        const isOrder = code === 'out-of-range' && /(near|far)\s*:\s*[-\d.e]+\w*$/.test(place);
        if (severity === 'error' && !isOrder && !left.has(code)) wrong.set(code, place.slice(-60));
      }
    }
    expect(Object.fromEntries(wrong)).toEqual({});
  });
});
