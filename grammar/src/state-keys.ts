// Turns prefix states into numbers: equal numbers mean that exactly the same may follow.
import type { Frame, PrefixState } from './prefix-state.ts';

/** Gives each state a number; states with equal numbers have the same future. Keeps what it has seen. */
export type StateKeys = (state: PrefixState) => number;

/** Compares states by what they hold, not by identity: the order of properties does not matter, only which are given. */
export function createStateKeys(): StateKeys {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  const numberOf = (key: string): number => {
    let found = numbers.get(key);
    if (found === undefined) {
      // 0 is for no frame.
      found = numbers.size + 1;
      numbers.set(key, found);
    }
    return found;
  };
  let atoms = 0;

  /** A text for a value; those of different types begin differently. */
  const textOf = (value: unknown, field: string): string => {
    switch (typeof value) {
      case 'string':
        return `"${numberOf(`"${value}`)}`;
      case 'object':
        return value === null ? '-' : `&${objectKey(value, field)}`;
      case 'function':
        return `&${atomKey(value)}`;
      default:
        return `${value}`;
    }
  };
  const atomKey = (value: object): number => {
    let found = known.get(value);
    if (found === undefined) {
      found = -1 - atoms++;
      known.set(value, found);
    }
    return found;
  };
  const objectKey = (value: object, field: string): number => {
    let found = known.get(value);
    if (found === undefined) {
      if (isAtom(value)) return atomKey(value);
      // A list may stand elsewhere, where its order matters.
      if (Array.isArray(value) && SETS.has(field)) return numberOf(listText(value, field));
      found = numberOf(Array.isArray(value) ? listText(value, field) : recordText(value));
      known.set(value, found);
    }
    return found;
  };
  const listText = (items: readonly unknown[], field: string): string => {
    if (items.length === 0) return '[';
    const texts = items.map((item) => textOf(item, ''));
    if (SETS.has(field)) texts.sort();
    return `[${texts.join()}`;
  };
  const recordText = (value: object): string => {
    let text = '';
    for (const name in value) text += `${name}:${textOf((value as Record<string, unknown>)[name], name)},`;
    return text;
  };
  const frameKey = (frame: Frame | undefined): number => {
    if (frame === undefined) return 0;
    let found = known.get(frame);
    if (found === undefined) {
      const { attributes, call, parent } = frame;
      found = numberOf(`${recordText(attributes)} ${call === undefined ? '' : atomKey(call)} ${frameKey(parent)}`);
      known.set(frame, found);
    }
    return found;
  };

  return ({ paths }) => {
    let text = '';
    for (const { node, frame, world } of paths) {
      text += `${atomKey(node)} ${frameKey(frame)} ${objectKey(world, '')};`;
    }
    return numberOf(text);
  };
}

/** Definitions, places of the grammar, sets of types and demands are made once each. */
function isAtom(value: object): boolean {
  if ('doc' in value || 'starts' in value || ('id' in value && typeof value.id === 'number')) return true;
  return value instanceof Map || value instanceof Set;
}

/** Lists of which only the members matter. */
const SETS: ReadonlySet<string> = new Set(['given', 'settings', 'annotations', 'earlier', 'before', 'then']);
