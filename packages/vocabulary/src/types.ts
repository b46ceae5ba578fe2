// The types of the language as data: what a property, a parameter or a function's argument takes.

/** A set of numbers between two bounds, each inside unless said otherwise; a bound left out is infinite. Base units. */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
}

/** What a number measures. Lengths are metres, angles degrees, in every table, tree and scene. */
export type Dimension = 'number' | 'length' | 'angle';

export type NumericKind = 'number' | 'integer' | 'length' | 'angle';

export interface NumericType {
  readonly kind: NumericKind;
  readonly range?: Interval;
}
export interface TextType {
  readonly kind: 'text';
  readonly nonEmpty?: boolean;
  /** The text names a file of this format, relative to the program. */
  readonly file?: 'safetensors' | 'image';
  /** The text must have this form; named for messages. */
  readonly form?: 'asset-id';
}
/** A point of the local frame; `view` also admits `view(x, y, z)`. */
export interface PositionType {
  readonly kind: 'position';
  readonly view?: boolean;
}
/** Three lengths, each with its own bounds. */
export interface VectorType {
  readonly kind: 'vector';
  readonly components?: readonly [Interval, Interval, Interval];
}
/** One of a set of words. Enumerations of one name are one type; their words may be narrowed per property. */
export interface EnumerationType {
  readonly kind: 'enumeration';
  readonly name: string;
  readonly words: readonly string[];
}
export interface RangeType {
  readonly kind: 'range';
  readonly of: ValueType;
}
export interface ListType {
  readonly kind: 'list';
  readonly of: ValueType;
}
export interface SimpleType {
  readonly kind: 'boolean' | 'color' | 'view-position' | 'rotation' | 'appearance' | 'region';
}
/** A labelled element, as a value: only its members can be used. */
export interface ElementType {
  readonly kind: 'element';
}
/** Stands, within one signature, for one type: `numeric` for Number, Integer, Length or Angle, `any` for all. */
export interface TypeVariable {
  readonly kind: 'variable';
  readonly over: 'numeric' | 'any';
  /** Takes Integer for Number: what comes out lies between integers even if only integers go in. */
  readonly continuous?: boolean;
}

export type ValueType =
  | NumericType
  | TextType
  | PositionType
  | VectorType
  | EnumerationType
  | RangeType
  | ListType
  | SimpleType
  | ElementType
  | TypeVariable;

export const NUMBER: NumericType = { kind: 'number' };
export const INTEGER: NumericType = { kind: 'integer' };
export const LENGTH: NumericType = { kind: 'length' };
export const ANGLE: NumericType = { kind: 'angle' };
export const BOOLEAN: SimpleType = { kind: 'boolean' };
export const TEXT: TextType = { kind: 'text' };
export const COLOR: SimpleType = { kind: 'color' };
export const POSITION: PositionType = { kind: 'position' };
export const VIEW_POSITION: SimpleType = { kind: 'view-position' };
export const VECTOR: VectorType = { kind: 'vector' };
export const ROTATION: SimpleType = { kind: 'rotation' };
export const APPEARANCE: SimpleType = { kind: 'appearance' };
export const REGION: SimpleType = { kind: 'region' };
export const ELEMENT: ElementType = { kind: 'element' };
export const SAME: TypeVariable = { kind: 'variable', over: 'any' };
export const SAME_NUMERIC: TypeVariable = { kind: 'variable', over: 'numeric' };
export const SAME_CONTINUOUS: TypeVariable = { kind: 'variable', over: 'numeric', continuous: true };

/** `0..1`: a range between two values of a type. */
export function rangeOf(of: ValueType): RangeType {
  return { kind: 'range', of };
}
/** `[1, 2]`: a list whose items all have a type. */
export function listOf(of: ValueType): ListType {
  return { kind: 'list', of };
}
/** A numeric type narrowed to an interval. */
export function within(type: NumericType, range: Interval): NumericType {
  return { kind: type.kind, range };
}

/** Whether its values are single numbers: Number, Integer, Length or Angle. */
export function isNumeric(type: ValueType): type is NumericType {
  return type.kind === 'number' || type.kind === 'integer' || type.kind === 'length' || type.kind === 'angle';
}
/** The dimension of its numbers; that of an Integer is `number`. */
export function dimensionOf(type: NumericType): Dimension {
  return type.kind === 'integer' ? 'number' : type.kind;
}

/** Whether a number lies in an interval. NaN lies in none. */
export function contains(range: Interval, value: number): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, minExclusive, maxExclusive } = range;
  return (minExclusive ? min < value : min <= value) && (maxExclusive ? value < max : value <= max);
}
