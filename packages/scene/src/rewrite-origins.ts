// Copies a scene or its JSON form, with every origin written in another way.

/**
 * A copy of plain data in which each `origin` became what `rewrite` gives for it, or was left out if that is nothing.
 * Origins stand in settings and elements only, and no other field bears that name. −0 becomes 0.
 */
export function rewriteOrigins<Origin>(value: unknown, rewrite: (origin: Origin) => object | undefined): unknown {
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => rewriteOrigins(item, rewrite));
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const rewritten = name === 'origin' ? rewrite(field as Origin) : rewriteOrigins(field, rewrite);
    if (rewritten !== undefined) copy[name] = rewritten;
  }
  return copy;
}
