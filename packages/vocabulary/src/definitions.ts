// The shape of the vocabulary's entries.
import type { Dimension, Interval, ValueType } from './types.ts';

/** A literal as data: numbers in base units, tuples as arrays, words and texts as strings, colors as `#rrggbb`. */
export type DefaultValue = number | string | boolean | readonly number[];

/** A property of a kind. */
export interface PropertyDefinition {
  readonly name: string;
  readonly type: ValueType;
  /** One sentence. */
  readonly doc: string;
  /** Where its meaning comes from: a specification, a paper, a program's manual. */
  readonly source: string;
  /** The unit of its number for readers: `m`, `deg`, `EV`, `W`, `1/m`; none for a pure number. */
  readonly unit?: string;
  /** `always`, or only where no frame encloses the element: inside one, its origin is the default. */
  readonly required?: 'always' | 'at-top-level';
  /** Its value when left out. A property without `default` and `required` has a derived one, told by `derived`. */
  readonly default?: DefaultValue;
  /** What stands in when it is left out and no constant can. */
  readonly derived?: string;
}

/** Properties of which at most one alternative may be given. */
export interface OneOf {
  readonly alternatives: readonly (readonly string[])[];
  /** Why they exclude each other, as a sentence for messages. */
  readonly reason: string;
}

/**
 * What sort of thing a kind is.
 * `setting`: once in a scene, no place of its own. `object`: drawn from the asset library. `primitive`: a plain shape.
 */
export type Role = 'setting' | 'water' | 'object' | 'primitive' | 'lamp' | 'group';

/** Sizes of a class's individuals, for lint and for pictures without a library. */
export interface Proportions {
  /** Width (x) and depth (z, front to back) of a typical individual as multiples of its height. */
  readonly width: number;
  readonly depth: number;
  /** Heights in metres, ground to highest point, that no lint doubts. */
  readonly plausibleHeight: Interval;
  readonly source: string;
}

/** What can be read of a labelled element, as far as its kind has it. */
export type ElementMember = 'at' | 'height' | 'top' | 'rotation';

/** A kind of element. */
export interface KindDefinition {
  readonly name: string;
  readonly role: Role;
  readonly doc: string;
  readonly source: string;
  /** In the order in which core form prints them. */
  readonly properties: readonly PropertyDefinition[];
  readonly oneOf: readonly OneOf[];
  /** Pairs of properties of which the first must be less than the second. */
  readonly increasing?: readonly (readonly [lesser: string, greater: string])[];
  /** At most once in a program, and only at its top level. */
  readonly once: boolean;
  /** May hold other elements, which live in its frame. */
  readonly holdsElements: boolean;
  /** What can be read of one that has a label. */
  readonly members: readonly ElementMember[];
  readonly proportions?: Proportions;
  readonly example: string;
}

/** A parameter of a function or annotation. */
export interface ParameterDefinition {
  readonly name: string;
  readonly type: ValueType;
  readonly default?: DefaultValue;
  /** May be repeated: the last parameter only. */
  readonly rest?: boolean;
  /** Must be written with its name. */
  readonly named?: boolean;
}
export interface Signature {
  readonly parameters: readonly ParameterDefinition[];
  readonly result: ValueType;
}
export interface FunctionDefinition {
  readonly name: string;
  readonly doc: string;
  /** `constructor`: a literal of core form; `draw`: random; `math`: the rest. */
  readonly role: 'constructor' | 'draw' | 'math';
  readonly signatures: readonly Signature[];
  readonly example: string;
}
export interface AnnotationDefinition {
  readonly name: string;
  readonly doc: string;
  readonly parameters: readonly ParameterDefinition[];
  readonly example: string;
}
/** A unit suffix; a literal's value in base units is its number × `factor`. */
export interface UnitDefinition {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly doc: string;
}
/** A member that can be read from a value: `oak.at`, `p.x`. */
export interface MemberDefinition {
  readonly of: 'element' | 'position' | 'vector';
  readonly name: string;
  readonly type: ValueType;
  readonly doc: string;
}
