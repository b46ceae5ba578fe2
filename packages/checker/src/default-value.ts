// Turns a default of the vocabulary into a value.
import type { DefaultValue, ValueType } from '@diorama/vocabulary';
import type { Value } from './value.ts';

/**
 * The value that a default of the vocabulary means for a property of a type: tuples as points, metres and degrees.
 */
export function defaultValue(value: DefaultValue, type: ValueType): Value {
  if (typeof value === 'number' && type.kind === 'rotation')
    return { kind: 'rotation', rotation: { kind: 'yaw', yaw: value } };
  if (typeof value !== 'object') return value;
  const [x = 0, second = 0, third] = value;
  const [y, z] = third === undefined ? [0, second] : [second, third];
  if (type.kind === 'vector') return { kind: 'vector', x, y, z, level: y === 0 };
  return { kind: 'position', x, y, z, ground: third === undefined };
}
