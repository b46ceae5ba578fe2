import { describe, expect, test } from 'vitest';
import { CHECKER_PAGES } from '../src/index.ts';
import { CATALOG, checkFine, checkFixes, checkText, codes } from './support.ts';

describe('the page of every code', () => {
  test.each(CHECKER_PAGES.map((page) => [page.code, page] as const))(
    '%s: bad brings it about, good brings nothing',
    (code, page) => {
      const options = { catalog: CATALOG, ...(page.files && { files: page.files }) };
      expect(codes(page.bad, options)).toEqual([code]);
      checkFine(page.good, options);
      checkFixes(page.bad, checkText(page.bad, options).diagnostics, options);
    },
  );

  test('codes are unique', () => {
    expect(new Set(CHECKER_PAGES.map(({ code }) => code)).size).toBe(CHECKER_PAGES.length);
  });

  test.each(CHECKER_PAGES.map((page) => [page.code, page] as const))(
    '%s: is worded as the house style asks',
    (_code, page) => {
      const { title, explanation } = page;
      expect(title).toMatch(/^[a-z].*[^.]$/);
      const paragraphs = explanation.split('\n\n');
      expect(paragraphs.length).toBeGreaterThanOrEqual(1);
      expect(paragraphs.length).toBeLessThanOrEqual(3);
      for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[^a-z\s].*[.:)]$/s);
    },
  );

  test.each(CHECKER_PAGES.map((page) => [page.code, page] as const))(
    '%s: its message has a fact and a next step',
    (_code, page) => {
      const [diagnostic] = checkText(page.bad, {
        catalog: CATALOG,
        ...(page.files && { files: page.files }),
      }).diagnostics;
      expect(diagnostic?.primary.message).toMatch(/^[^A-Z].*[^.]$/);
      expect((diagnostic?.notes.length ?? 0) + (diagnostic?.fixes.length ?? 0)).toBeGreaterThan(0);
      for (const note of diagnostic?.notes ?? []) expect(note).toMatch(/^[^A-Z]/);
    },
  );
});
