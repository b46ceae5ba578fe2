// Holds values against the bounds, words and forms of their types.
import type { ValueType } from '@diorama/vocabulary';
import { inside } from './inside.ts';
import * as scalar from './scalar.ts';
import { isVector, type Value } from './value.ts';

/** Whether every value that `value` stands for keeps the bounds, words and forms of its type. */
export function satisfies(value: Value, type: ValueType): boolean {
  if (typeof value === 'object' && value.kind === 'hole') return true;
  if (typeof value === 'object' && value.kind === 'unknown')
    return value.among?.every((possible) => satisfies(possible, type)) ?? true;
  switch (type.kind) {
    case 'number':
    case 'integer':
    case 'length':
    case 'angle':
      return type.range === undefined || !scalar.isScalar(value) || inside(value, type.range);
    case 'vector':
      if (type.components === undefined || !isVector(value)) return true;
      return [value.x, value.y, value.z].every((component, axis) => inside(component, type.components?.[axis] ?? {}));
    case 'enumeration':
      return typeof value !== 'string' || type.words.includes(value);
    case 'text':
      return typeof value !== 'string' || !type.nonEmpty || value.trim() !== '';
    case 'list':
      return (
        typeof value !== 'object' || value.kind !== 'list' || value.items.every((item) => satisfies(item, type.of))
      );
    default:
      return true;
  }
}
