import { describe, expect, test } from 'vitest';
import { CHECKER_PAGES } from '../src/index.ts';
import { CATALOG, codes } from './support.ts';

describe('the page of every code', () => {
  test.each(CHECKER_PAGES.map((page) => [page.code, page] as const))(
    '%s: bad brings it about, good brings nothing',
    (code, page) => {
      const options = { catalog: CATALOG, ...(page.files && { files: page.files }) };
      expect(codes(page.bad, options)).toEqual([code]);
      expect(codes(page.good, options)).toEqual([]);
    },
  );

  test('codes are unique', () => {
    expect(new Set(CHECKER_PAGES.map(({ code }) => code)).size).toBe(CHECKER_PAGES.length);
  });
});
