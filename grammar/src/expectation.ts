// What may come next at a prefix, as data: each expectation tells of one lexeme or one family of lexemes.
import {
  type AnnotationDefinition,
  contains,
  type Dimension,
  type EnumerationType,
  type FunctionDefinition,
  findUnit,
  type Interval,
  type KindDefinition,
  type MemberDefinition,
  type ParameterDefinition,
  type PropertyDefinition,
  toBaseUnits,
} from '@diorama/vocabulary';

/** A token as the states see it: the name of its type in the grammar, and its text. */
export interface Lexeme {
  readonly type: string;
  readonly text: string;
}

export type Expectation =
  | Fixed
  | KindName
  | PropertyName
  | ValueName
  | Word
  | FunctionName
  | ArgumentName
  | MemberName
  | TypeName
  | AnnotationName
  | ImportedName
  | NewName
  | NumberExpectation
  | TextExpectation
  | ColorExpectation;

/** One spelling: a keyword, a bracket, an operator, the hole `?`. */
export interface Fixed {
  readonly kind: 'keyword' | 'punctuation' | 'operator' | 'hole';
  /** The name of its token in the grammar: `LeftBrace`. */
  readonly token: string;
  readonly text: string;
}
/** A kind of the vocabulary, or a prefab in scope. */
export interface KindName {
  readonly kind: 'kind-name';
  readonly name: string;
  /** None for a prefab. */
  readonly definition?: KindDefinition;
  /** The properties that it takes. */
  readonly properties: readonly PropertyDefinition[];
}
/** A property that is still open. */
export interface PropertyName {
  readonly kind: 'property';
  readonly name: string;
  readonly definition: PropertyDefinition;
  /** Whether the element cannot end without it. */
  readonly required: boolean;
}
/** A let, parameter, loop name or label in scope whose type fits. */
export interface ValueName {
  readonly kind: 'value-name';
  readonly name: string;
  /** In the words of the language: `Length`. */
  readonly type: string;
  readonly origin: 'let' | 'label' | 'parameter' | 'loop' | 'import';
  /** Whether it may be the whole value; otherwise an operator or member must follow. */
  readonly direct: boolean;
}
/** A word of an enumeration. */
export interface Word {
  readonly kind: 'word';
  readonly name: string;
  readonly enumeration: EnumerationType;
}
export interface FunctionName {
  readonly kind: 'function-name';
  readonly name: string;
  readonly definition: FunctionDefinition;
  readonly direct: boolean;
}
export interface ArgumentName {
  readonly kind: 'argument-name';
  readonly name: string;
  readonly parameter: ParameterDefinition;
}
export interface MemberName {
  readonly kind: 'member-name';
  readonly name: string;
  readonly definition: MemberDefinition;
}
export interface TypeName {
  readonly kind: 'type-name';
  readonly name: string;
}
export interface AnnotationName {
  readonly kind: 'annotation-name';
  readonly name: string;
  readonly definition: AnnotationDefinition;
}
/** A name that another file offers. */
export interface ImportedName {
  readonly kind: 'imported-name';
  readonly name: string;
}
/** A name that the program makes up: any but those that are taken. */
export interface NewName {
  readonly kind: 'new-name';
  readonly purpose: 'let' | 'prefab' | 'parameter' | 'label' | 'loop' | 'import' | 'any';
  readonly taken: ReadonlySet<string>;
}
/** A number, its unit glued on. The sign is a token of its own. */
export interface NumberExpectation {
  readonly kind: 'number';
  /** The units that may follow the digits, '' for none. */
  readonly units: readonly NumberUnit[];
  /** Whether a minus stands before it: bounds are those of the number without its sign. */
  readonly negated: boolean;
}
export interface NumberUnit {
  /** As written: `cm`, or '' for none. */
  readonly name: string;
  /** What it measures then; a number without a unit takes what its place needs. */
  readonly dimensions: readonly Dimension[];
  /** Must have neither point nor exponent. */
  readonly integer: boolean;
  /** In base units (m, deg): the number lies in one of these, if it is the whole value. All numbers if left out. */
  readonly ranges?: readonly Interval[];
  /** Whether a number outside of the ranges is refused now; otherwise an operator must still bring it inside. */
  readonly bounded: boolean;
  /** Whether it may be the whole value; otherwise an operator must follow. */
  readonly direct: boolean;
}
/** A text in quotes. */
export interface TextExpectation {
  readonly kind: 'text';
  readonly form?: 'asset-id' | 'safetensors' | 'image' | 'program';
  readonly nonEmpty: boolean;
  /** Known texts that fit, for suggestions; with `closed`, no other does. */
  readonly choices?: () => readonly string[];
  readonly closed: boolean;
  /** Whether a text (not its spelling) is taken. */
  readonly takes: (text: string) => boolean;
  /** Expectations of equal keys take the same texts, given the same catalog. */
  readonly key: string;
}
/** `#rrggbb` */
export interface ColorExpectation {
  readonly kind: 'color';
}

/** Whether a lexeme is one that an expectation tells of. */
export function admits(expectation: Expectation, lexeme: Lexeme): boolean {
  switch (expectation.kind) {
    case 'keyword':
    case 'punctuation':
    case 'operator':
    case 'hole':
      return lexeme.type === expectation.token;
    case 'number':
      return lexeme.type === 'Number' && admitsNumber(expectation, lexeme.text);
    case 'text':
      return lexeme.type === 'Text' && isWellFormed(lexeme.text) && expectation.takes(textOf(lexeme.text));
    case 'color':
      return lexeme.type === 'Color' && isColor(lexeme.text);
    case 'new-name':
      return isName(lexeme) && !expectation.taken.has(lexeme.text);
    default:
      return isName(lexeme) && lexeme.text === expectation.name;
  }
}

const NAME_TOKENS: ReadonlySet<string> = new Set(['Identifier', 'From', 'As', 'Spacing', 'Step']);
export function isName({ type }: Lexeme): boolean {
  return NAME_TOKENS.has(type);
}

export function isColor(text: string): boolean {
  return /^#[0-9a-fA-F]{6}$/.test(text);
}

const NUMBER = /^([0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(.*)$/;

/** A number's parts, and its value in base units; nothing if its unit is not known. */
export function readNumber(
  text: string,
): { readonly unit: string; readonly integer: boolean; readonly value: number } | undefined {
  const [, digits = '', unit = ''] = NUMBER.exec(text) ?? [];
  const integer = /^[0-9]+$/.test(digits);
  if (unit === '') return { unit, integer, value: Number(digits) };
  const definition = findUnit(unit);
  return definition && { unit, integer: false, value: toBaseUnits(Number(digits), definition) };
}

/** Whether a number lies in one of several ranges, all if there are none. */
export function inRanges(ranges: readonly Interval[] | undefined, value: number): boolean {
  return ranges === undefined || ranges.some((range) => contains(range, value));
}

function admitsNumber({ units }: NumberExpectation, text: string): boolean {
  const number = readNumber(text);
  if (number === undefined || !Number.isFinite(number.value)) return false;
  return units.some(
    ({ name, integer, ranges, bounded }) =>
      name === number.unit && (!integer || number.integer) && (!bounded || inRanges(ranges, number.value)),
  );
}

const BAD_ESCAPE = /\\(?!u[0-9A-Fa-f]{4}|["\\/bfnrt])/;

/** Whether a text's escapes are those of JSON. */
export function isWellFormed(spelling: string): boolean {
  return !spelling.includes('\\') || !BAD_ESCAPE.test(spelling.replaceAll('\\\\', ''));
}

/** What a spelled text says. */
export function textOf(spelling: string): string {
  const inner = spelling.slice(1, -1);
  if (!inner.includes('\\') || !isWellFormed(spelling)) return inner;
  return inner.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
