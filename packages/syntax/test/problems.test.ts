import { describe, expect, test } from 'vitest';
import { parse, SYNTAX_PAGES } from '../src/index.ts';
import { applyEdits } from './apply-edits.ts';
import { codes, source } from './support.ts';

describe.each(SYNTAX_PAGES.map((page) => [page.code, page] as const))('%s', (code, page) => {
  test('the good example brings nothing about', () => {
    expect(codes(page.good)).toEqual([]);
  });

  test('applying a fix settles it', () => {
    const [diagnostic] = parse(source(page.bad)).diagnostics;
    for (const fix of diagnostic?.fixes ?? []) expect(codes(applyEdits(page.bad, fix.edits))).not.toContain(code);
    for (const fix of diagnostic?.fixes.filter(({ safe }) => safe) ?? []) {
      expect(codes(applyEdits(page.bad, fix.edits))).toEqual([]);
    }
  });

  test('the page speaks in the house voice', () => {
    expect(page.title).not.toMatch(/\.$/);
    expect(page.title.charAt(0)).toBe(page.title.charAt(0).toLowerCase());
    expect(page.explanation.length).toBeGreaterThan(60);
  });
});

describe.each(SYNTAX_PAGES.filter(({ describesBad }) => !describesBad))('$code', ({ code, bad }) => {
  test('the bad example brings about this and nothing else', () => {
    expect(codes(bad)).toEqual([code]);
  });
});

test('the one bad example that is only described is that of a large file', () => {
  expect(SYNTAX_PAGES.filter(({ describesBad }) => describesBad).map(({ code }) => code)).toEqual(['too-large']);
});

test('a file over the limit is not read', () => {
  const text = `tree { at: (0, 1), height: 1 }\n`.repeat(2_300_000);
  const { value, diagnostics } = parse(source(text));
  expect(diagnostics.map(({ code }) => code)).toEqual(['too-large']);
  expect(value.items).toEqual([]);
});
