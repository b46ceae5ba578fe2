// The broken programs of the corpus that a context-free grammar cannot refuse.

/** Limits of nesting; and a unit behind a space, which may as well begin the next element: `12 m` is `12`, then an `m`. */
export const NOT_CONTEXT_FREE: ReadonlySet<string> = new Set([
  'spaced-unit-in-a-let.dio',
  'too-deep-groups.dio',
  'too-deep-parentheses.dio',
]);
