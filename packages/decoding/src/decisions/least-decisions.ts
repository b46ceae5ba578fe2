// Finds for every state of a table how few decisions lead from there to the end.

interface Graph {
  readonly transitions: readonly { readonly choice: string; readonly to: number }[];
  readonly otherwise?: number;
}

/** The least number of decisions to the end. */
export interface Least {
  readonly free: number;
  /** If no element may be begun; infinite where there is no way then. */
  readonly atLimit: number;
}

/** By state. `end` is the state behind the program; `counts` tells which choices begin an element. */
export function leastDecisions(
  states: readonly Graph[],
  end: number,
  counts: (choice: string) => boolean,
): readonly Least[] {
  const free = shortest(states, end, () => true);
  const atLimit = shortest(states, end, (choice) => !counts(choice));
  return states.map((_, index) => ({ free: free[index] ?? 0, atLimit: atLimit[index] ?? 0 }));
}

/** Distances to the end, by relaxing until nothing changes. */
function shortest(states: readonly Graph[], end: number, may: (choice: string) => boolean): readonly number[] {
  const least = states.map((_, index) => (index === end ? 0 : Number.POSITIVE_INFINITY));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, { transitions, otherwise }] of states.entries()) {
      let found = at(least, index);
      if (otherwise !== undefined) found = Math.min(found, at(least, otherwise));
      for (const { choice, to } of transitions) if (may(choice)) found = Math.min(found, 1 + at(least, to));
      if (found === least[index]) continue;
      least[index] = found;
      changed = true;
    }
  }
  return least;
}

function at(least: readonly number[], index: number): number {
  return least[index] ?? Number.POSITIVE_INFINITY;
}
