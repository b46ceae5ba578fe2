// Numbers for what lexemes are spelled for.
let last = 0;

/** A number that no other place has. */
export function nextPlaceId(): number {
  return ++last;
}
