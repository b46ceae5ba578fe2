// The typed program: names resolved, types settled, constants computed. What has this type can be lowered.
import type { FileId, Place, Section } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { AnnotationDefinition, FunctionDefinition, KindDefinition, PropertyDefinition } from '@diorama/vocabulary';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

/** A checked program: the items of the entry file; what they use of imported files hangs on their declarations. */
export interface Program {
  readonly file: FileId;
  readonly items: readonly Item[];
  /** The `scene` element's seed and embeddings file, if it has them. */
  readonly embeddings?: EmbeddingFile;
  /** Whether every error is absent: only then may it be lowered. */
  readonly valid: boolean;
  /** Values still to be filled in. */
  readonly holes: readonly Place[];
}

/** What the header of the scene's safetensors file says. */
export interface EmbeddingFile {
  readonly file: string;
  readonly space: string;
  readonly rows: number;
}

export type Item = Let | Statement;
export type Statement = Element | PrefabUse | For | If | Scatter;

/** Where a variable's value is kept: in the file (`global`), or in the running of an item or prefab (`local`, by slot). */
export type Variable = GlobalVariable | LocalVariable;
export interface GlobalVariable {
  readonly kind: 'global';
  readonly name: string;
  /** Who declares it: its identity. */
  readonly declaration: Let | Element | PrefabUse;
  /** Its value, if nothing that is drawn or looped over goes into it. */
  readonly constant?: Value;
  /** What the checker knows of a value that is not constant. */
  readonly bounds?: Value;
  readonly type: Type;
  readonly place: Place;
}
export interface LocalVariable {
  readonly kind: 'local';
  readonly name: string;
  readonly slot: number;
  readonly constant?: Value;
  readonly type: Type;
  readonly place: Place;
}

export interface Let {
  readonly kind: 'let';
  readonly source: ast.Let;
  readonly place: Place;
  readonly variable: Variable;
  readonly value: Expression;
}

/** A prefab, checked where it is declared. */
export interface Prefab {
  readonly kind: 'prefab';
  readonly name: string;
  readonly source: ast.Prefab;
  readonly place: Place;
  readonly parameters: readonly PrefabParameter[];
  readonly body: readonly Item[];
  /** How many local slots its body needs; parameters have the first. */
  readonly slots: number;
}
export interface PrefabParameter {
  readonly name: string;
  readonly definition: PropertyDefinition;
  readonly variable: LocalVariable;
  /** Evaluated in the prefab's own run, after the parameters before it. */
  readonly default?: Expression;
  readonly place: Place;
}

/** A property that is given, with its value. */
export interface Property {
  readonly definition: PropertyDefinition;
  readonly value: Expression;
  readonly place: Place;
}

interface ElementLike {
  readonly source: ast.Element;
  readonly place: Place;
  /** By the property's name; in the order of writing. */
  readonly properties: ReadonlyMap<string, Property>;
  /** Lets and elements of its body, in order. */
  readonly children: readonly Item[];
  readonly label?: Variable;
  readonly annotations: readonly Annotation[];
  /** Kind and canonical token text of `at`, or the label: what its draws are keyed by. */
  readonly key: string;
  /** How many local slots an item at top level needs. */
  readonly slots: number;
}
/** An element of a kind of the vocabulary. */
export interface Element extends ElementLike {
  readonly kind: 'element';
  readonly definition: KindDefinition;
}
/** The use of a prefab. */
export interface PrefabUse extends ElementLike {
  readonly kind: 'prefab-use';
  readonly prefab: Prefab;
}
export interface Annotation {
  readonly definition: AnnotationDefinition;
  readonly arguments: readonly (number | string)[];
}

export interface For {
  readonly kind: 'for';
  readonly source: ast.For;
  readonly place: Place;
  readonly variable: LocalVariable;
  readonly values: Expression;
  readonly step?: Expression;
  /** Whether `values` is a list: then draws are keyed by the index, else by the variable's value. */
  readonly overList: boolean;
  readonly body: readonly Item[];
  readonly slots: number;
}
export interface If {
  readonly kind: 'if';
  readonly source: ast.If;
  readonly place: Place;
  readonly condition: Expression;
  readonly then: readonly Item[];
  readonly else: readonly Item[];
  readonly slots: number;
}
export interface Scatter {
  readonly kind: 'scatter';
  readonly source: ast.Scatter;
  readonly place: Place;
  readonly count: Expression;
  readonly region: Expression;
  readonly spacing?: Expression;
  readonly body: readonly Item[];
  /** Canonical token text of the region: what its draws are keyed by. */
  readonly key: string;
  readonly slots: number;
}

/** An expression whose operations are settled; `place` is where it stands. */
export type Expression =
  | Constant
  | Read
  | Construct
  | Arithmetic
  | Compare
  | Logic
  | Negate
  | Invert
  | Choose
  | MakeTuple
  | MakeList
  | MakeRange
  | Member
  | Index
  | Call
  | Draw
  | Hole
  | Invalid;

interface Node {
  readonly place: Place;
}
export interface Constant extends Node {
  readonly kind: 'constant';
  readonly value: Value;
}
export interface Read extends Node {
  readonly kind: 'read';
  readonly variable: Variable;
}
/** `yaw(…)`, `disk(…)`: arguments by parameter, in order; those left out have their default as a constant. */
export interface Construct extends Node {
  readonly kind: 'construct';
  readonly function: FunctionDefinition;
  /** Which of its signatures. */
  readonly signature: number;
  readonly arguments: readonly Expression[];
}
export interface Arithmetic extends Node {
  readonly kind: 'arithmetic';
  readonly operator: '+' | '-' | '*' | '/';
  /** `scalar` numbers; `move`: position ± vector; `difference`: position − position; `vector` ± vector; `scale`: vector by number. */
  readonly form: 'scalar' | 'move' | 'difference' | 'vector' | 'scale';
  readonly left: Expression;
  readonly right: Expression;
}
export interface Compare extends Node {
  readonly kind: 'compare';
  readonly operator: '==' | '!=' | '<=' | '>=' | '<' | '>';
  readonly left: Expression;
  readonly right: Expression;
}
export interface Logic extends Node {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
}
export interface Negate extends Node {
  readonly kind: 'negate';
  readonly operand: Expression;
}
export interface Invert extends Node {
  readonly kind: 'not';
  readonly operand: Expression;
}
export interface Choose extends Node {
  readonly kind: 'choose';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
/** Two or three lengths as a position or a vector. */
export interface MakeTuple extends Node {
  readonly kind: 'tuple';
  readonly as: 'position' | 'vector';
  readonly items: readonly Expression[];
  /** As a vector: its y is literally 0. */
  readonly level: boolean;
}
export interface MakeList extends Node {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
export interface MakeRange extends Node {
  readonly kind: 'range';
  readonly from: Expression;
  readonly to: Expression;
  readonly inclusive: boolean;
}
export interface Member extends Node {
  readonly kind: 'member';
  readonly of: Expression;
  readonly name: string;
}
export interface Index extends Node {
  readonly kind: 'index';
  readonly list: Expression;
  readonly index: Expression;
}
/** A function of the `math` role. `as` is what `polar` stands for. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly function: FunctionDefinition;
  readonly arguments: readonly Expression[];
  readonly as?: 'position' | 'vector';
}
/** `random` or `pick`: the `ordinal`-th draw of its property, let, or header. */
export interface Draw extends Node {
  readonly kind: 'draw';
  readonly function: 'random' | 'pick';
  readonly ordinal: number;
  readonly argument: Expression;
}
export interface Hole extends Node {
  readonly kind: 'hole';
  readonly type: Type;
}
/** What an error was reported for: the poison. */
export interface Invalid extends Node {
  readonly kind: 'invalid';
}

export type { Section };
