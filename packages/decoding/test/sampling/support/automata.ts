// Turns a table of transitions into a constraint that keeps to its budget.
import type { Mask } from '../../../src/engine/mask.ts';
import type { Constraint } from '../../../src/sampling/constraint.ts';
import { makeMask } from './make-mask.ts';

/** Where an automaton is, and how many tokens are left for text. */
export interface AutomatonState {
  readonly at: number;
  readonly left: number;
}

/** What `id` leads to from each state, as `{ id: state }`; the state 0 is the first, the last id is the end. */
export interface Automaton {
  readonly size: number;
  readonly accepting: readonly number[];
  readonly steps: readonly Readonly<Record<number, number>>[];
}

export function constrain({ size, accepting, steps }: Automaton): Constraint<AutomatonState> {
  const end = size - 1;
  const need = findNeeds(accepting, steps);
  const masks = new Map<string, Mask>();
  const go = ({ at, left }: AutomatonState, id: number): AutomatonState | undefined => {
    const next = steps[at]?.[id];
    return next === undefined || (need[next] as number) > left - 1 ? undefined : { at: next, left: left - 1 };
  };
  const canEnd = ({ at }: AutomatonState) => accepting.includes(at);
  const allows = (state: AutomatonState, id: number) => (id === end ? canEnd(state) : go(state, id) !== undefined);
  return {
    vocabulary: { size, ends: [end] },
    start: (budget = Infinity) => ({ at: 0, left: budget - 1 }),
    mask(state) {
      const key = `${state.at} ${state.left}`;
      const ids = Array.from({ length: size }, (_, id) => id).filter((id) => allows(state, id));
      const mask = masks.get(key) ?? makeMask(ids, size, ids.length > 3 ? 'bits' : 'list');
      masks.set(key, mask);
      return mask;
    },
    accept: (state, id) => (id === end ? (canEnd(state) ? state : undefined) : go(state, id)),
    allows,
    canEnd,
  };
}

/** How many tokens each state is from the nearest one that accepts. */
function findNeeds(accepting: readonly number[], steps: Automaton['steps']): readonly number[] {
  const need = steps.map((_, state) => (accepting.includes(state) ? 0 : Infinity));
  for (const _ of steps) {
    steps.forEach((row, state) => {
      for (const next of Object.values(row)) {
        need[state] = Math.min(need[state] as number, 1 + (need[next] as number));
      }
    });
  }
  return need;
}

/**
 * The example of "Grammar-Aligned Decoding": five bits, all 0 or the first of them 1. Masking writes 00000 as often as the
 * model begins with a 0, however rarely it would have gone on so.
 */
export const FIVE_BITS: Automaton = {
  size: 3,
  accepting: [10],
  // biome-ignore format: a line each for zeros and for what begins with 1
  steps: [
    { 0: 1, 1: 6 }, { 0: 2 }, { 0: 3 }, { 0: 4 }, { 0: 5 }, {},
    { 0: 7, 1: 7 }, { 0: 8, 1: 8 }, { 0: 9, 1: 9 }, { 0: 10, 1: 10 }, {},
  ].map((row, state) => (state === 4 ? { 0: 10 } : row)),
};

/** One or more brackets of two kinds, three deep, with marks within: ( [ ) ] x and the end. */
export const BRACKETS: Automaton = brackets(3);

function brackets(deepest: number): Automaton {
  // The first is the beginning, where no bracket was opened yet.
  const stacks = ['begin', ''];
  for (const stack of stacks.slice(1)) extend(stack);
  const steps = stacks.map((stack) => {
    const open = stack === 'begin' ? '' : stack;
    const row: Record<number, number> = {};
    if (open.length < deepest) {
      row[0] = stacks.indexOf(`${open}(`);
      row[1] = stacks.indexOf(`${open}[`);
    }
    if (open !== '') {
      row[open.endsWith('(') ? 2 : 3] = stacks.indexOf(open.slice(0, -1));
      row[4] = stacks.indexOf(open);
    }
    return row;
  });
  return { size: 6, accepting: [stacks.indexOf('')], steps };

  function extend(stack: string): void {
    if (stack.length === deepest) return;
    for (const opened of [`${stack}(`, `${stack}[`]) {
      stacks.push(opened);
      extend(opened);
    }
  }
}
