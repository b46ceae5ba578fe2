// Says which belief of ours failed: exceptions mean a bug of Diorama, never a mistake of the user.

/** Throws when a belief of the program does not hold. */
export function invariant(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Error(`internal error: it should hold that ${belief}`);
}

/** Ends a `switch` over a closed union: a new variant becomes a compile error here. */
export function unreachable(value: never): never {
  throw new Error(`internal error: unexpected variant ${JSON.stringify(value)}`);
}
