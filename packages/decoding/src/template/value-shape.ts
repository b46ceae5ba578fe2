// How far the value in a hole has come, brackets and operators counted: so that it stays one value.
import type { Expectation } from '@diorama/grammar';

/** What values a hole takes: literals of core form, or any expressions. */
export type HoleValues = 'literals' | 'expressions';

/** What stands last in a value so far. */
type Last =
  | 'nothing'
  | 'opener'
  | 'comma'
  | 'minus'
  | 'operator'
  | 'points'
  | 'callee'
  | 'argument'
  | 'colon'
  | 'point'
  /** A number, color, word or name: letters behind it would belong to it. */
  | 'word'
  /** A text or a closed bracket. */
  | 'closed';

/** What is open: `(` of a tuple (`t`, with its comma `T`), of a call, `[` of a list or index, `if` and `then` of a branch. */
type Open = 't' | 'T' | 'c' | 'l' | 'x' | 'i' | 'e';

/** Of equal shapes the ids are equal. */
export interface ValueShape {
  readonly id: string;
  readonly open: string;
  readonly last: Last;
}

export const NO_VALUE: ValueShape = shape('', 'nothing');

function shape(open: string, last: Last): ValueShape {
  return { id: `${open} ${last}`, open, last };
}

/** Whether it is a whole value. */
export function isWhole({ open, last }: ValueShape): boolean {
  return open === '' && isOperandEnd(last);
}

function isOperandEnd(last: Last): boolean {
  return last === 'word' || last === 'closed';
}
function wantsOperand(last: Last): boolean {
  return !isOperandEnd(last) && last !== 'callee' && last !== 'argument' && last !== 'point';
}
function topOf({ open }: ValueShape): Open | undefined {
  return open.at(-1) as Open | undefined;
}

/** The white space before an expectation, as the formatter writes it; undefined if the value may not go on with it. */
export function gapBefore(of: ValueShape, expectation: Expectation, values: HoleValues): '' | ' ' | undefined {
  if (!admits(of, expectation, values)) return undefined;
  const { last } = of;
  const text = textOf(expectation);
  if (last === 'nothing' || last === 'opener' || last === 'minus' || last === 'points' || last === 'point') return '';
  if (last === 'callee' || last === 'argument') return '';
  if (isOperandEnd(last)) return TIGHT.has(text) ? '' : ' ';
  return ' ';
}
const TIGHT: ReadonlySet<string> = new Set([',', ')', ']', '[', '.', '..', '..<']);

function textOf(expectation: Expectation): string {
  return 'text' in expectation ? expectation.text : '';
}

function admits(of: ValueShape, expectation: Expectation, values: HoleValues): boolean {
  const { last } = of;
  const text = textOf(expectation);
  if (last === 'callee') return text === '(';
  if (last === 'argument') return text === ':';
  if (last === 'point') return expectation.kind === 'member-name';
  return isOperandEnd(last) ? goesOn(of, text, values) : begins(of, expectation, values);
}

/** Behind a whole operand. */
function goesOn(of: ValueShape, text: string, values: HoleValues): boolean {
  const top = topOf(of);
  switch (text) {
    case ',':
      return top === 't' || top === 'T' || top === 'c' || top === 'l';
    case ')':
      return top === 'c' || top === 'T' || (top === 't' && values === 'expressions');
    case ']':
      return top === 'l' || top === 'x';
    case 'then':
      return top === 'i';
    case 'else':
      return top === 'e';
    case '..':
    case '..<':
      return values === 'expressions' && of.open !== '';
    default:
      return values === 'expressions' && BINARY.has(text);
  }
}
const BINARY: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '==',
  '!=',
  '<=',
  '>=',
  '<',
  '>',
  'and',
  'or',
  '.',
  '[',
]);

/** Where an operand has to come. */
function begins(of: ValueShape, expectation: Expectation, values: HoleValues): boolean {
  const { last } = of;
  const isAny = values === 'expressions';
  switch (expectation.kind) {
    case 'number':
      return true;
    case 'text':
    case 'color':
    case 'word':
      return isAny || last !== 'minus';
    case 'value-name':
      return isAny;
    case 'function-name':
      return isAny || (last !== 'minus' && isConstructor(expectation));
    case 'argument-name':
      return topOf(of) === 'c' && (last === 'opener' || last === 'comma');
    case 'hole':
      return false;
    default:
  }
  const text = textOf(expectation);
  switch (text) {
    case 'true':
    case 'false':
    case '(':
      return isAny || last !== 'minus';
    case '-':
      return last !== 'minus';
    case ')':
      return topOf(of) === 'c' && last === 'opener';
    case 'not':
    case 'if':
    case '[':
      return isAny && last !== 'minus';
    default:
      return false;
  }
}

/** What `facing` makes depends on the scene: it is no literal. */
function isConstructor({ definition }: Extract<Expectation, { readonly kind: 'function-name' }>): boolean {
  return definition.role === 'constructor' && definition.name !== 'facing';
}

/** Behind a lexeme that it admits. */
export function goOn(of: ValueShape, expectation: Expectation): ValueShape {
  const { open, last } = of;
  switch (expectation.kind) {
    case 'function-name':
      return shape(open, 'callee');
    case 'argument-name':
      return shape(open, 'argument');
    case 'text':
      return shape(open, 'closed');
    default:
  }
  const text = textOf(expectation);
  const around = open.slice(0, -1);
  switch (text) {
    case '(':
      return shape(open + (last === 'callee' ? 'c' : 't'), 'opener');
    case '[':
      return shape(open + (wantsOperand(last) ? 'l' : 'x'), 'opener');
    case ')':
    case ']':
      return shape(around, 'closed');
    case ',':
      return shape(topOf(of) === 't' ? `${around}T` : open, 'comma');
    case ':':
      return shape(open, 'colon');
    case '.':
      return shape(open, 'point');
    case '..':
    case '..<':
      return shape(open, 'points');
    case '-':
      return shape(open, wantsOperand(last) ? 'minus' : 'operator');
    case 'if':
      return shape(`${open}i`, 'operator');
    case 'then':
      return shape(`${around}e`, 'operator');
    case 'else':
      return shape(around, 'operator');
    case 'true':
    case 'false':
      return shape(open, 'word');
    default:
      return shape(open, BINARY.has(text) || text === 'not' ? 'operator' : 'word');
  }
}
