// What is known at each rule that is open: the typed half of a prefix state, one record a rule.
import type {
  AnnotationDefinition,
  FunctionDefinition,
  Interval,
  KindDefinition,
  PropertyDefinition,
  ValueType,
} from '@diorama/vocabulary';
import type { Constant } from './constant.ts';
import type { Demand, Result } from './demand.ts';
import type { CallMeaning } from './meanings.ts';
import type { PrefabBinding } from './scope.ts';
import type { TypeSet } from './type-set.ts';

export type Attributes =
  | StructureAttributes
  | ImportAttributes
  | ImportedAttributes
  | LetAttributes
  | TypeAttributes
  | PrefabAttributes
  | ParameterAttributes
  | BodyAttributes
  | StatementAttributes
  | AnnotationAttributes
  | ElementAttributes
  | ElementBodyAttributes
  | FieldAttributes
  | ForAttributes
  | IfAttributes
  | ScatterAttributes
  | LevelAttributes
  | PrimaryAttributes
  | ArgumentAttributes
  | NameAttributes;

export interface StructureAttributes {
  readonly rule: 'program' | 'item';
}
export interface ImportAttributes {
  readonly rule: 'import_';
  readonly names: readonly ImportedAs[];
}
/** `name as alias`; an alias may still come while it is undefined. */
export interface ImportedAs {
  readonly name: string;
  readonly as: string | undefined;
}
export interface ImportedAttributes {
  readonly rule: 'imported';
  /** The names before it in this `use`. */
  readonly names: readonly ImportedAs[];
  readonly name: string;
  readonly as: string | undefined;
}
export interface LetAttributes {
  readonly rule: 'let_';
  readonly name: string;
  readonly type: ValueType | undefined;
  readonly value: Result | undefined;
}
export interface TypeAttributes {
  readonly rule: 'type';
  /** It stands in the brackets of `Range[…]`. */
  readonly ofRange: boolean;
  readonly name: string;
  readonly argument: ValueType | undefined;
}
export interface PrefabAttributes {
  readonly rule: 'prefab';
  readonly name: string;
  readonly parameters: readonly PropertyDefinition[];
}
export interface ParameterAttributes {
  readonly rule: 'param';
  readonly name: string;
  readonly type: ValueType | undefined;
  readonly default: Result | undefined;
}
export interface BodyAttributes {
  readonly rule: 'body';
  /** The scope is open already: a prefab's, which holds its parameters. */
  readonly opened: boolean;
  readonly framed: boolean;
  readonly inside: string | undefined;
  /** The loop's variable, declared inside. */
  readonly loop: { readonly name: string; readonly types: TypeSet } | undefined;
}
export interface StatementAttributes {
  readonly rule: 'statement';
  readonly annotations: readonly string[];
}
export interface AnnotationAttributes {
  readonly rule: 'annotation';
  readonly earlier: readonly string[];
  readonly definition: AnnotationDefinition | undefined;
  /** How many arguments are complete. */
  readonly count: number;
}

/** What an element is: a kind of the vocabulary, or a prefab. */
export interface Meaning {
  readonly name: string;
  readonly kind: KindDefinition | undefined;
  readonly prefab: PrefabBinding | undefined;
  /** Undefined for what an unknown file offers: any property may be. */
  readonly properties: readonly PropertyDefinition[] | undefined;
}
export interface ElementAttributes {
  readonly rule: 'element';
  readonly annotated: boolean;
  readonly meaning: Meaning | undefined;
  readonly label: string;
  readonly body: ElementBodyAttributes | undefined;
}
export interface ElementBodyAttributes {
  readonly rule: 'elementBody';
  readonly meaning: Meaning;
  readonly given: readonly string[];
  /** The frame around the element, in which its properties are read. */
  readonly frame: number;
  /** What its `at` turned out to be. */
  readonly at: TypeSet | undefined;
  /** The file of its `embeddings`. */
  readonly embeddings: string | undefined;
  /** The values of its properties that are constant numbers. */
  readonly numbers: Numbers;
}
export type Numbers = Readonly<Record<string, number>>;
export interface FieldAttributes {
  readonly rule: 'field';
  readonly meaning: Meaning;
  readonly numbers: Numbers;
  readonly given: readonly string[];
  readonly frame: number;
  readonly name: string;
  readonly definition: PropertyDefinition | undefined;
  readonly value: Result | undefined;
}
export interface ForAttributes {
  readonly rule: 'for_';
  readonly name: string;
  readonly values: Result | undefined;
  readonly step: Result | undefined;
}
export interface IfAttributes {
  readonly rule: 'if_';
  /** The settings that the program had before it. */
  readonly before: readonly string[];
  readonly then: readonly string[];
}
export interface ScatterAttributes {
  readonly rule: 'scatter';
}

/** Where the value of an expression belongs, as far as its literals are bounded. */
export interface Bound {
  readonly type: ValueType;
  /** The property's or parameter's name, for messages. */
  readonly name: string;
  /** The class that an asset must have. */
  readonly assetClass?: string | undefined;
  /** What a literal may be instead of `type.range`: a tuple's second item is y or z. */
  readonly ranges?: readonly Interval[];
  /** A minus stands before it. */
  readonly negated?: boolean;
  /** It is not 0: a divisor, or the last component of a quaternion whose others are 0. */
  readonly nonzero?: boolean;
  /** No operator can bring it inside of its bounds: it is an operand. */
  readonly strict?: boolean;
}

/** What every level of an expression inherits. */
export interface Inherited {
  readonly wanted: Demand;
  readonly bound: Bound | undefined;
  /** The frame in which positions are read. */
  readonly frame: number;
  /** Literals only: everywhere in core form, and in annotations. */
  readonly literal: boolean;
}
export type Level =
  | 'expression'
  | 'or_'
  | 'and_'
  | 'not_'
  | 'compare'
  | 'range'
  | 'sum'
  | 'product'
  | 'unary'
  | 'postfix';
export interface LevelAttributes extends Inherited {
  readonly rule: Level;
  /** What has been read so far. */
  readonly have: Result | undefined;
  /** The operator or keyword that was read last, of which the next operand is wanted. */
  readonly operator: string;
  /** The first branch of a conditional. */
  readonly then: Result | undefined;
  readonly condition: boolean;
}

/** A call, as far as its arguments have been read. */
export interface CallState {
  readonly definition: FunctionDefinition;
  /** The signatures that it may still mean, by index. */
  readonly signatures: readonly number[];
  readonly given: readonly string[];
  readonly positional: number;
  readonly named: boolean;
  /** What the signature's type variable may stand for, seen its arguments. */
  readonly same: TypeSet;
  /** What it has to be, so that the call leads to what is wanted: bits. */
  readonly needed: number;
  /** What a draw draws from, by item. */
  readonly drawn: Result | undefined;
  /** The frame of the points given to a function of mathematics. */
  readonly frame: number;
  readonly constant: boolean;
  /** How many arguments are literally 0. */
  readonly zeros: number;
  /** The arguments that are constant numbers, by name. */
  readonly numbers: Numbers;
  readonly value: Constant | undefined;
}
export interface PrimaryAttributes extends Inherited {
  readonly rule: 'primary';
  readonly have: Result | undefined;
  /** A name that was read: what it is as a value, and as a function. */
  readonly callee: FunctionDefinition | undefined;
  readonly call: CallState | undefined;
  /** The items of a tuple or list, or the value in parentheses. */
  readonly items: readonly Result[];
  readonly joined: Result | undefined;
  readonly open: 'parenthesis' | 'list' | 'call' | undefined;
}
export interface ArgumentAttributes extends Inherited {
  readonly rule: 'argument';
  readonly call: CallState;
  readonly name: string;
  readonly value: Result | undefined;
}
export interface NameAttributes {
  readonly rule: 'name';
  readonly meaning: CallMeaning;
  /** The rule that asks for a name. */
  readonly of: Attributes;
  readonly text: string;
  /** What the name turned out to be. */
  readonly value: Result | undefined;
  readonly callee: FunctionDefinition | undefined;
}
