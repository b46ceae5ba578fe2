// The values of constant expressions, as far as bounds are held against them: numbers, triples, texts, assets.
import { contains, type Interval, isNumeric, type ValueType, within } from '@diorama/vocabulary';

export type Constant = number | string | Triple | AssetReference;
export type Triple = readonly [x: number, y: number, z: number];
/** `asset("tree/oak")` */
export interface AssetReference {
  readonly asset: string;
}

/** Whether a constant keeps the bounds, words and forms of its type. */
export function satisfies(value: Constant, type: ValueType): boolean {
  switch (type.kind) {
    case 'number':
    case 'integer':
    case 'length':
    case 'angle':
      return type.range === undefined || typeof value !== 'number' || contains(type.range, value);
    case 'vector': {
      const { components } = type;
      return (
        components === undefined ||
        !isTriple(value) ||
        components.every((range, axis) => contains(range, value[axis] ?? 0))
      );
    }
    case 'enumeration':
      return typeof value !== 'string' || type.words.includes(value);
    case 'text':
      return typeof value !== 'string' || !type.nonEmpty || value.trim() !== '';
    default:
      return true;
  }
}

export function isTriple(value: Constant | undefined): value is Triple {
  return Array.isArray(value);
}

/** A number's type, narrowed by the numbers that it must be less or greater than. */
export function ordered(
  type: ValueType,
  name: string,
  increasing: readonly (readonly [lesser: string, greater: string])[],
  numbers: Readonly<Record<string, number>>,
): ValueType {
  if (!isNumeric(type)) return type;
  let { range = {} }: { readonly range?: Interval } = type;
  for (const [lesser, greater] of increasing) {
    const [low, high] = [numbers[lesser], numbers[greater]];
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
    if (name === lesser && high !== undefined && high <= max) range = { ...range, max: high, maxExclusive: true };
    if (name === greater && low !== undefined && min <= low) range = { ...range, min: low, minExclusive: true };
  }
  return range === type.range ? type : within(type, range);
}

/** `left operator right`; nothing where it is not worth knowing, or has no value. */
export function compute(
  operator: string,
  left: Constant | undefined,
  right: Constant | undefined,
): Constant | undefined {
  if (typeof left === 'number' && typeof right === 'number') return finite(onNumbers(operator, left, right));
  if (isTriple(left) && isTriple(right)) return componentwise(operator, left, right);
  if (isTriple(left) && typeof right === 'number') return componentwise(operator, left, [right, right, right]);
  if (typeof left === 'number' && isTriple(right)) return componentwise(operator, [left, left, left], right);
  return undefined;
}

export function negate(value: Constant | undefined): Constant | undefined {
  if (typeof value === 'number') return -value;
  return isTriple(value) ? [-value[0], -value[1], -value[2]] : undefined;
}

function onNumbers(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return left / right;
  }
}
function componentwise(operator: string, left: Triple, right: Triple): Triple | undefined {
  const [x, y, z] = [0, 1, 2].map((axis) => finite(onNumbers(operator, left[axis] ?? 0, right[axis] ?? 0)));
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z];
}
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
