// Turns an id picture into the number of pixels that show each id.

/** How many pixels show each id, in ascending order of the ids that occur. The counts add up to the number of pixels. */
export function countPixels(ids: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => a - b));
}
