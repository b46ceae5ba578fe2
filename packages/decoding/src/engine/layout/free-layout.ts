// The layout that the language itself has: white space and comments stand anywhere between lexemes.
import type { Layout, LayoutState } from './layout.ts';

const ONLY: LayoutState = { id: 0 };
const NO_GAPS = [''] as const;

export const FREE_LAYOUT: Layout = {
  start: ONLY,
  isFree: true,
  options: (_state, _typed, expectations) => expectations.map((expectation) => ({ expectation, gaps: NO_GAPS })),
  after: () => ONLY,
  endings: () => NO_GAPS,
};
