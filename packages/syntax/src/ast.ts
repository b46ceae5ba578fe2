// The syntax tree: readonly plain objects, one type a production; every node is its own span. Where text is missing or
// broken a hole stands (`missing`), so later stages keep working on half-typed programs.
import type { Diagnostic, Section as PlacedSection, Span } from '@diorama/diagnostics';

/** A whole file. `imports`, `items` and `comments` are those of all sections, in order. */
export interface Program extends Span {
  readonly kind: 'program';
  readonly sections: readonly Section[];
  readonly imports: readonly Import[];
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
}

/** A part of the file that ends between two items and is parsed on its own: the unit of recovery and of re-analysis. */
export interface Section extends PlacedSection {
  readonly kind: 'section';
  readonly imports: readonly Import[];
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `// line`, a block comment, or `/// documentation` of the next item; `text` as written, delimiters included. */
export interface Comment extends Span {
  readonly kind: 'line-comment' | 'block-comment' | 'doc-comment';
  readonly text: string;
}

/** `use thicket, far as horizon from "plants.dio"` */
export interface Import extends Span {
  readonly kind: 'import';
  readonly names: readonly ImportedName[];
  readonly from: TextLiteral | Missing;
}
export interface ImportedName extends Span {
  readonly kind: 'imported-name';
  readonly name: Name;
  readonly alias?: Name;
}

export type Item = Let | Prefab | Statement;
export type Statement = Element | For | If | Scatter;

/** `let far: Length = 30m` */
export interface Let extends Span {
  readonly kind: 'let';
  readonly name: Name;
  readonly type?: TypeName;
  readonly value: Expression;
}

/** `Length`, `List[Length]` */
export interface TypeName extends Span {
  readonly kind: 'type-name';
  readonly name: Name;
  readonly argument?: TypeName;
}

/** `prefab thicket(count: Integer = 8) { … }` */
export interface Prefab extends Span {
  readonly kind: 'prefab';
  readonly name: Name;
  readonly parameters: readonly Parameter[];
  readonly body: Body;
}
export interface Parameter extends Span {
  readonly kind: 'parameter';
  readonly name: Name;
  readonly type: TypeName | Missing;
  readonly default?: Expression;
}

/** `{ … }` after `for`, `if`, `scatter` and `prefab`. */
export interface Body extends Span {
  readonly kind: 'body';
  readonly items: readonly (Let | Statement)[];
}

/** `@pixels(1582)` */
export interface Annotation extends Span {
  readonly kind: 'annotation';
  readonly name: Name;
  readonly arguments: readonly Expression[];
}

/** `tree oak { at: (0, -8), height: 9m }`; also the use of a prefab. */
export interface Element extends Span {
  readonly kind: 'element';
  readonly annotations: readonly Annotation[];
  readonly name: Name;
  readonly label?: Name;
  readonly body: ElementBody;
}
export interface ElementBody extends Span {
  readonly kind: 'element-body';
  readonly entries: readonly (Field | Let | Statement)[];
}
/** `height: 9m` */
export interface Field extends Span {
  readonly kind: 'field';
  readonly name: Name;
  readonly value: Expression;
}

/** `for i in 0..<5 step 2 { … }` */
export interface For extends Span {
  readonly kind: 'for';
  readonly annotations: readonly Annotation[];
  readonly variable: Name;
  readonly values: Expression;
  readonly step?: Expression;
  readonly body: Body;
}

/** `if lush { … } else { … }` */
export interface If extends Span {
  readonly kind: 'if';
  readonly annotations: readonly Annotation[];
  readonly condition: Expression;
  readonly then: Body;
  readonly else?: Body | If;
}

/** `scatter 40 in disk(radius: 12) spacing 0.8 { … }` */
export interface Scatter extends Span {
  readonly kind: 'scatter';
  readonly annotations: readonly Annotation[];
  readonly count: Expression;
  readonly region: Expression;
  readonly spacing?: Expression;
  readonly body: Body;
}

export type Expression =
  | NumberLiteral
  | TextLiteral
  | ColorLiteral
  | BooleanLiteral
  | Hole
  | Name
  | Call
  | Parenthesized
  | Tuple
  | List
  | Negation
  | Not
  | Chain
  | Comparison
  | Range
  | Access
  | Conditional
  | Missing;

/** `12`, `1.5m`, `30%`: `value` is the decimal before the unit; `integer` tells that it has neither point nor exponent. */
export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly value: number;
  readonly unit: string;
  readonly integer: boolean;
}
/** `"text"`; `value` has its escapes resolved. */
export interface TextLiteral extends Span {
  readonly kind: 'text';
  readonly value: string;
}
/** `#a1b2c3`, as written; the checker reads it. */
export interface ColorLiteral extends Span {
  readonly kind: 'color';
  readonly text: string;
}
export interface BooleanLiteral extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** `?`, a value to be filled in. */
export interface Hole extends Span {
  readonly kind: 'hole';
}
export interface Name extends Span {
  readonly kind: 'name';
  readonly text: string;
}
/** `random(1..2)`, `disk(radius: 3)` */
export interface Call extends Span {
  readonly kind: 'call';
  readonly callee: Name;
  readonly arguments: readonly Argument[];
}
export interface Argument extends Span {
  readonly kind: 'argument';
  readonly name?: Name;
  readonly value: Expression;
}
/** `(a + b)` */
export interface Parenthesized extends Span {
  readonly kind: 'parenthesized';
  readonly value: Expression;
}
/** `(1, 0, -3)`: two or more */
export interface Tuple extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}
export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
/** `-x` */
export interface Negation extends Span {
  readonly kind: 'negation';
  readonly operand: Expression;
}
/** `not x` */
export interface Not extends Span {
  readonly kind: 'not';
  readonly operand: Expression;
}
export type ChainOperator = 'or' | 'and' | '+' | '-' | '*' | '/';
/** `a + b - c`, `a * b`, `a or b`: operators of one level, applied from the left; flat, so that a long sum nests nothing. */
export interface Chain extends Span {
  readonly kind: 'chain';
  readonly level: 'or' | 'and' | 'sum' | 'product';
  readonly first: Expression;
  readonly rest: readonly ChainLink[];
}
export interface ChainLink extends Span {
  readonly operator: ChainOperator;
  readonly operand: Expression;
}
/** `a < b` */
export interface Comparison extends Span {
  readonly kind: 'comparison';
  readonly operator: '==' | '!=' | '<=' | '>=' | '<' | '>';
  readonly left: Expression;
  readonly right: Expression;
}
/** `a..b` holds b, `a..<b` does not. */
export interface Range extends Span {
  readonly kind: 'range';
  readonly from: Expression;
  readonly to: Expression;
  readonly inclusive: boolean;
}
/** `oak.at.x`, `heights[2]`: steps applied from the left; flat like a chain. */
export interface Access extends Span {
  readonly kind: 'access';
  readonly base: Expression;
  readonly steps: readonly AccessStep[];
}
export type AccessStep = MemberStep | IndexStep;
export interface MemberStep extends Span {
  readonly kind: 'member';
  readonly name: Name;
}
export interface IndexStep extends Span {
  readonly kind: 'index';
  readonly index: Expression;
}
/** `if a then b else c` */
export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
/** Text that should be here and is not; the parser has said so already. */
export interface Missing extends Span {
  readonly kind: 'missing';
}
