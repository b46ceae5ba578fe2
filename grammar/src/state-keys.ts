// Turns prefix states into numbers: equal numbers mean that exactly the same may follow.
import type { Frame, PrefixState } from './prefix-state.ts';

/** Gives each state a number; states with equal numbers have the same future. Keeps what it has seen. */
export type StateKeys = (state: PrefixState) => number;

/** Compares states by what they hold, not by identity: the order of properties does not matter, only which are given. */
export function createStateKeys(): StateKeys {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  const number = (key: string): number => {
    let found = numbers.get(key);
    if (found === undefined) {
      found = numbers.size;
      numbers.set(key, found);
    }
    return found;
  };
  let atoms = 0;
  const remember = (value: object, key: () => string | undefined): number => {
    let found = known.get(value);
    if (found === undefined) {
      const text = key();
      found = text === undefined ? -1 - atoms++ : number(text);
      known.set(value, found);
    }
    return found;
  };

  const keyOf = (value: unknown, field: string): string => {
    if (typeof value === 'function') return `${remember(value, () => undefined)}`;
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' ? JSON.stringify(value) : `${value}`;
    return `&${remember(value, () => recordKey(value, field))}`;
  };
  const recordKey = (value: object, field: string): string | undefined => {
    // Definitions, places of the grammar, sets of types and demands are made once each.
    if ('doc' in value || 'starts' in value || ('id' in value && typeof value.id === 'number')) return undefined;
    if (Array.isArray(value)) {
      const items = value.map((item) => keyOf(item, ''));
      return `[${(SETS.has(field) ? items.sort() : items).join()}]`;
    }
    if (value instanceof Map || value instanceof Set) return undefined;
    return Object.entries(value)
      .map(([name, inner]) => `${name}:${keyOf(inner, name)}`)
      .join();
  };
  const frameKey = (frame: Frame | undefined): number =>
    frame === undefined
      ? 0
      : remember(frame, () => `${keyOf(frame.attributes, '')} ${keyOf(frame.call, '')} ${frameKey(frame.parent)}`);

  return ({ paths }) =>
    number(
      paths.map(({ node, frame, world }) => `${keyOf(node, '')} ${frameKey(frame)} ${keyOf(world, '')}`).join(';'),
    );
}

/** Lists of which only the members matter. */
const SETS: ReadonlySet<string> = new Set(['given', 'settings', 'annotations', 'earlier', 'before', 'then']);
