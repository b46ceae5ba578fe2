// The checker's types. A literal's type is a set of possibilities that its surroundings settle: `4` may be a Number, a
// Length or an Angle, `(1, 2)` a Position or a Vector. Sets are bit masks.
import type { Place } from '@diorama/diagnostics';
import { type Dimension, dimensionOf, type ElementMember, isNumeric, type ValueType } from '@diorama/vocabulary';

/** A local frame of positions: the world, or that of a group, prefab or scatter. Compared by identity. */
export interface Frame {
  /** For messages: `the world`, `this group`. */
  readonly name: string;
  /** What opens it; the world has none. */
  readonly place?: Place;
}
/** The frame of everything that no group, prefab or scatter encloses. */
export const WORLD: Frame = Object.freeze({ name: 'the world' });
/** Inside of what was not understood: its positions may be of any frame. */
export const LOST: Frame = Object.freeze({ name: 'an unknown frame' });

/** Whether positions of two frames do not mix. */
export function differ(a: Frame | undefined, b: Frame | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && a !== LOST && b !== LOST;
}

export const NUMBER_BIT = 1;
export const LENGTH_BIT = 2;
export const ANGLE_BIT = 4;
export const ANY_DIMENSION = 7;
export const POSITION_BIT = 1;
export const VECTOR_BIT = 2;

export interface Numeric {
  readonly kind: 'numeric';
  /** Bits of the dimensions that are still possible; never 0. */
  readonly dimensions: number;
  readonly integer: boolean;
}
export interface Point {
  readonly kind: 'point';
  /** Bits of Position and Vector; never 0. */
  readonly as: number;
  /** Where a position was measured; a literal's is still open. */
  readonly frame?: Frame;
  /** What a literal is when nothing is expected, if not a Position. */
  readonly likely?: number;
  /** As an expected type: `view(…)` fits too. */
  readonly view?: boolean;
}
export interface Enumeration {
  readonly kind: 'enumeration';
  readonly name: string;
  /** As an expected type: the words that fit, which may be fewer than the enumeration has. */
  readonly words?: readonly string[];
}
export interface ElementType {
  readonly kind: 'element';
  /** The kind or prefab that it is of, for messages. */
  readonly name: string;
  /** What can be read of it. */
  readonly members: readonly ElementMember[];
  /** The type of its `at`. */
  readonly at: Type;
}
export interface RangeType {
  readonly kind: 'range';
  readonly of: Type;
}
export interface ListType {
  readonly kind: 'list';
  readonly of: Type;
}
export interface Simple {
  /** `any` fits everything: a hole, the item of an empty list, and the poison of what was reported already. */
  readonly kind: 'boolean' | 'text' | 'color' | 'view-position' | 'rotation' | 'appearance' | 'region' | 'any';
}
export type Type = Numeric | Point | Enumeration | ElementType | RangeType | ListType | Simple;

export const ANY: Simple = { kind: 'any' };
export const BOOLEAN: Simple = { kind: 'boolean' };
export const TEXT: Simple = { kind: 'text' };
export const COLOR: Simple = { kind: 'color' };
export const VIEW_POSITION: Simple = { kind: 'view-position' };
export const INTEGER: Numeric = { kind: 'numeric', dimensions: NUMBER_BIT, integer: true };

const BITS: Readonly<Record<Dimension, number>> = { number: NUMBER_BIT, length: LENGTH_BIT, angle: ANGLE_BIT };
const NUMERICS = [false, true].map((integer) =>
  Array.from({ length: 8 }, (_, dimensions): Numeric => ({ kind: 'numeric', dimensions, integer })),
);

/** The numeric type with these dimensions. */
export function numeric(dimensions: number, integer: boolean): Numeric {
  return NUMERICS[integer ? 1 : 0]?.[dimensions] ?? { kind: 'numeric', dimensions, integer };
}

/** The type that a value of the vocabulary's type has in a frame. */
export function typeOf(type: ValueType, frame: Frame | undefined): Type {
  if (isNumeric(type)) return numeric(BITS[dimensionOf(type)], type.kind === 'integer');
  switch (type.kind) {
    case 'position':
      return { kind: 'point', as: POSITION_BIT, ...(frame && { frame }), ...(type.view && { view: true }) };
    case 'vector':
      return { kind: 'point', as: VECTOR_BIT };
    case 'enumeration':
      return { kind: 'enumeration', name: type.name, words: type.words };
    case 'range':
      return { kind: 'range', of: typeOf(type.of, frame) };
    case 'list':
      return { kind: 'list', of: typeOf(type.of, frame) };
    case 'element':
    case 'variable':
      return ANY;
    default:
      return { kind: type.kind };
  }
}

/** What both types can be at once, or nothing. Integer fits Number; where Integer is expected, Number does not fit. */
export function meet(found: Type, expected: Type): Type | undefined {
  if (found.kind === 'any') return expected;
  if (expected.kind === 'any') return found;
  switch (expected.kind) {
    case 'numeric': {
      if (found.kind !== 'numeric' || (expected.integer && !found.integer)) return undefined;
      const dimensions = found.dimensions & expected.dimensions;
      return dimensions === 0 ? undefined : numeric(dimensions, found.integer);
    }
    case 'point': {
      if (expected.view && found.kind === 'view-position') return found;
      if (found.kind !== 'point' || (found.as & expected.as) === 0) return undefined;
      const frame = found.frame ?? expected.frame;
      return { kind: 'point', as: found.as & expected.as, ...(frame && { frame }) };
    }
    case 'enumeration':
      return found.kind === 'enumeration' && found.name === expected.name ? found : undefined;
    case 'range':
    case 'list': {
      if (found.kind !== expected.kind) return undefined;
      const of = meet(found.of, expected.of);
      return of && { kind: expected.kind, of };
    }
    default:
      return found.kind === expected.kind ? found : undefined;
  }
}

/** What either type may be, for two branches of one value: Integer and Number make Number. */
export function join(left: Type, right: Type): Type | undefined {
  if (left.kind === 'numeric' && right.kind === 'numeric') {
    const dimensions = left.dimensions & right.dimensions;
    return dimensions === 0 ? undefined : numeric(dimensions, left.integer && right.integer);
  }
  if (left.kind === 'list' && right.kind === 'list') {
    const of = join(left.of, right.of);
    return of && { kind: 'list', of };
  }
  if (left.kind === 'element' && right.kind === 'element') {
    const at = join(left.at, right.at);
    const members = left.members.filter((member) => right.members.includes(member));
    return at && { ...left, at, members };
  }
  return meet(left, right);
}

/** The type that a literal has when nothing is expected: `4` is Integer, `4.0` Number, a tuple a Position. */
export function settled(type: Type, frame: Frame): Type {
  switch (type.kind) {
    case 'numeric':
      // A measure over a bare literal, `far / 2`, is a measure.
      if (type.dimensions !== ANY_DIMENSION && type.dimensions & ~NUMBER_BIT)
        return numeric(type.dimensions & ~NUMBER_BIT, false);
      return type.dimensions & NUMBER_BIT ? numeric(NUMBER_BIT, type.integer) : type;
    case 'point':
      if ((type.likely ?? POSITION_BIT) & type.as & POSITION_BIT) {
        return { kind: 'point', as: POSITION_BIT, frame: type.frame ?? frame };
      }
      return { kind: 'point', as: VECTOR_BIT };
    case 'range':
    case 'list':
      return { kind: type.kind, of: settled(type.of, frame) };
    default:
      return type;
  }
}

/** The type as a program writes it: `List[Length]`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'numeric':
      if (type.dimensions === NUMBER_BIT || type.dimensions === ANY_DIMENSION)
        return type.integer ? 'Integer' : 'Number';
      return type.dimensions & LENGTH_BIT ? 'Length' : 'Angle';
    case 'point':
      if (type.view) return 'Position or ViewPosition';
      return type.as & POSITION_BIT ? 'Position' : 'Vector';
    case 'enumeration':
      return type.name;
    case 'range':
      return `Range[${typeText(type.of)}]`;
    case 'list':
      return `List[${typeText(type.of)}]`;
    case 'view-position':
      return 'ViewPosition';
    case 'any':
      return 'any value';
    default:
      return type.kind.charAt(0).toUpperCase() + type.kind.slice(1);
  }
}
