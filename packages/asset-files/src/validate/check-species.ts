// Turns what a library says of its species into what is wrong or left open.
import { CLASSES, type Species } from '@diorama/assets';

export interface Findings {
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
}

/** Ids that stand twice are for the caller to see. */
export function checkSpecies({ id, kind, names, heights }: Species, licence: string | undefined): Findings {
  const faults: string[] = [];
  const doubts: string[] = [];
  if (!CLASSES.has(kind)) faults.push(`its class is ${kind}, which is none of ${[...CLASSES].join(', ')}`);
  if (!/^[a-z][a-z0-9_-]*\/[a-z0-9][a-z0-9_-]*$/.test(id)) faults.push(`its id ${id} is not written like tree/oak`);
  if (!id.startsWith(`${kind}/`)) faults.push(`its id ${id} is not of its class ${kind}`);
  if (names.length === 0 || names.some((name) => name.trim() === '')) faults.push('it has no name');
  if (licence === undefined || licence.trim() === '') doubts.push('it has no licence');
  const range = PLAUSIBLE[kind];
  if (heights === undefined) doubts.push('nobody says how high it may be');
  else if (heights[0] < range[0] || range[1] < heights[1]) {
    doubts.push(`it is ${heights[0]} to ${heights[1]} m high, and what is ${kind} is ${range[0]} to ${range[1]} m`);
  }
  return { faults, doubts };
}

/** From the smallest to the largest there is of each class, metres: a shrew's height and a redwood's; a saguaro counts as a bush. */
const PLAUSIBLE: Readonly<Record<Species['kind'], readonly [number, number]>> = {
  bird: [0.03, 3],
  boulder: [0.01, 100],
  bush: [0.02, 20],
  carnivore: [0.02, 4],
  herbivore: [0.02, 6.5],
  tree: [0.3, 120],
  object: [0.001, 1000],
};
