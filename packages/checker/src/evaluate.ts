// Turns a typed expression into its value. One evaluator serves the checker, where draws are intervals, and lowering,
// where they are numbers.
import { type Place, unreachable } from '@diorama/diagnostics';
import type { ValueType } from '@diorama/vocabulary';
import { call, construct } from './evaluate-functions.ts';
import * as scalar from './scalar.ts';
import type * as typed from './typed-tree.ts';
import { HOLE, isVector, type PositionValue, type Scalar, UNKNOWN, type Value, type VectorValue } from './value.ts';

/** What an expression needs to be evaluated. */
export interface Run {
  /** The values of local variables, by slot. */
  readonly locals: Value[];
  global(variable: typed.GlobalVariable): Value;
  /** The `ordinal`-th draw, from [0, 1), of the property, let or header that is being evaluated. */
  uniform(ordinal: number): Scalar;
  /** Told of what has no value. A checked program has none, so lowering leaves it out. */
  fail?(place: Place, failure: Failure): void;
  /** Whether what a constructor is given agrees with what is known of assets and embeddings; if not, it has been told. */
  examine?(node: typed.Construct, values: readonly Value[]): boolean;
}

/** Why an expression has no value. */
export type Failure =
  | { readonly kind: 'division-by-zero'; readonly divisor: Scalar }
  | { readonly kind: 'index-out-of-range'; readonly index: Scalar; readonly length: number }
  | { readonly kind: 'zero-rotation' }
  | { readonly kind: 'not-finite' }
  | { readonly kind: 'empty-list' }
  | { readonly kind: 'reversed-range'; readonly from: Scalar; readonly to: Scalar }
  | { readonly kind: 'reversed-clamp' }
  | { readonly kind: 'empty-ring' }
  | { readonly kind: 'long-list'; readonly length: number }
  | { readonly kind: 'still-path' }
  | { readonly kind: 'short-path'; readonly length: number }
  | { readonly kind: 'argument'; readonly value: Value; readonly type: ValueType };

/**
 * The value of an expression, in metres and degrees: of numbers a number, of intervals an interval that holds all it may be.
 * `UNKNOWN` where there is none, which `run.fail` is told.
 */
export function evaluate(expression: typed.Expression, run: Run): Value {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'read':
      return read(expression.variable, run);
    case 'arithmetic':
      return arithmetic(expression, run);
    case 'negate':
      return negated(evaluate(expression.operand, run));
    case 'tuple':
      return tuple(expression, run);
    case 'construct':
      return construct(expression, run);
    case 'call':
      return call(expression, run);
    case 'draw':
      return draw(expression, run);
    case 'member':
      return member(evaluate(expression.of, run), expression.name);
    case 'index':
      return indexed(expression, run);
    case 'list': {
      const items = expression.items.map((item) => evaluate(item, run));
      return { kind: 'list', items };
    }
    case 'range': {
      const from = evaluate(expression.from, run);
      const to = evaluate(expression.to, run);
      if (!scalar.isScalar(from) || !scalar.isScalar(to)) return unclear(from, to);
      return { kind: 'range', from, to, inclusive: expression.inclusive };
    }
    case 'compare':
      return compare(expression.operator, evaluate(expression.left, run), evaluate(expression.right, run));
    case 'logic':
      return logic(expression, run);
    case 'not': {
      const operand = evaluate(expression.operand, run);
      return typeof operand === 'boolean' ? !operand : unclear(operand);
    }
    case 'choose':
      return choose(expression, run);
    case 'hole':
      return HOLE;
    case 'invalid':
      return UNKNOWN;
    default:
      return unreachable(expression);
  }
}

function read(variable: typed.Variable, run: Run): Value {
  if (variable.constant !== undefined) return variable.constant;
  return variable.kind === 'local' ? (run.locals[variable.slot] ?? UNKNOWN) : run.global(variable);
}

/** A hole makes what it goes into a hole; anything else that is not clear makes it unclear. */
export function unclear(...values: readonly Value[]): Value {
  return values.some((value) => typeof value === 'object' && value.kind === 'hole') ? HOLE : UNKNOWN;
}

function arithmetic(node: typed.Arithmetic, run: Run): Value {
  const left = evaluate(node.left, run);
  const right = evaluate(node.right, run);
  if (node.form === 'scalar') {
    if (!scalar.isScalar(left) || !scalar.isScalar(right)) return unclear(left, right);
    return checked(scalars(node.operator, left, right, node, run), node.place, run);
  }
  if (node.form === 'scale') {
    const [vector, factor] = scalar.isScalar(left) ? [right, left] : [left, right];
    if (!isVector(vector) || !scalar.isScalar(factor)) return unclear(left, right);
    const apply = (component: Scalar) => scalars(node.operator, component, factor, node, run);
    const [x, y, z] = [apply(vector.x), apply(vector.y), apply(vector.z)];
    if (!scalar.isScalar(x) || !scalar.isScalar(y) || !scalar.isScalar(z)) return UNKNOWN;
    return { kind: 'vector', x, y: vector.level ? 0 : y, z, level: vector.level };
  }
  if (!isPoint(left) || !isPoint(right)) return unclear(left, right);
  const combine = node.operator === '+' ? scalar.add : scalar.subtract;
  const [x, y, z] = [combine(left.x, right.x), combine(left.y, right.y), combine(left.z, right.z)];
  if (![x, y, z].every(scalar.isBounded)) return checked(Number.NaN, node.place, run);
  switch (node.form) {
    case 'move': {
      const ground = left.kind === 'position' && left.ground && right.kind === 'vector' && right.level;
      return { kind: 'position', x, y: ground ? 0 : y, z, ground };
    }
    case 'difference': {
      const level = left.kind === 'position' && left.ground && right.kind === 'position' && right.ground;
      return { kind: 'vector', x, y, z, level };
    }
    case 'vector':
      return { kind: 'vector', x, y, z, level: isVector(left) && left.level && isVector(right) && right.level };
    default:
      return unreachable(node.form);
  }
}

function scalars(
  operator: typed.Arithmetic['operator'],
  left: Scalar,
  right: Scalar,
  node: typed.Arithmetic,
  run: Run,
): Value {
  switch (operator) {
    case '+':
      return scalar.add(left, right);
    case '-':
      return scalar.subtract(left, right);
    case '*':
      return scalar.multiply(left, right);
    case '/':
      if (scalar.low(right) <= 0 && 0 <= scalar.high(right)) {
        run.fail?.(node.right.place, { kind: 'division-by-zero', divisor: right });
        return UNKNOWN;
      }
      return scalar.divide(left, right);
    default:
      return unreachable(operator);
  }
}

/** The value, unless it has left the numbers. */
export function checked(value: Value, place: Place, run: Run): Value {
  if (!scalar.isScalar(value) || scalar.isBounded(value)) return value;
  run.fail?.(place, { kind: 'not-finite' });
  return UNKNOWN;
}

function isPoint(value: Value): value is PositionValue | VectorValue {
  return typeof value === 'object' && (value.kind === 'position' || value.kind === 'vector');
}

/** The number or vector with the other sign. */
export function negated(value: Value): Value {
  if (scalar.isScalar(value)) return scalar.negate(value);
  if (!isVector(value)) return unclear(value);
  const { x, y, z, level } = value;
  return { kind: 'vector', x: scalar.negate(x), y: level ? 0 : scalar.negate(y), z: scalar.negate(z), level };
}

function tuple(node: typed.MakeTuple, run: Run): Value {
  const values = node.items.map((item) => evaluate(item, run));
  if (!values.every(scalar.isScalar)) return unclear(...values);
  const [x = 0, second = 0, third] = values;
  const [y, z] = third === undefined ? [0, second] : [second, third];
  return node.as === 'position'
    ? { kind: 'position', x, y, z, ground: third === undefined }
    : { kind: 'vector', x, y, z, level: node.level };
}

function member(value: Value, name: string): Value {
  if (typeof value !== 'object') return UNKNOWN;
  if (value.kind === 'position' || value.kind === 'vector') return value[name as 'x' | 'y' | 'z'];
  if (value.kind === 'element') return value[name as 'at' | 'height' | 'top' | 'rotation'];
  return unclear(value);
}

function indexed(node: typed.Index, run: Run): Value {
  const list = evaluate(node.list, run);
  const index = evaluate(node.index, run);
  if (typeof list !== 'object' || list.kind !== 'list' || !scalar.isScalar(index)) return unclear(list, index);
  const { length } = list.items;
  const first = scalar.low(index);
  const last = scalar.high(index);
  if (!(0 <= first && last < length)) {
    run.fail?.(node.index.place, { kind: 'index-out-of-range', index, length });
    return UNKNOWN;
  }
  return typeof index === 'number'
    ? (list.items[index] ?? UNKNOWN)
    : either(list.items.slice(Math.floor(first), Math.ceil(last) + 1));
}

/** What is known of a value that is one of several. */
export function either(values: readonly Value[]): Value {
  const [first = UNKNOWN] = values;
  if (values.every(scalar.isScalar)) return scalar.hull(values);
  if (values.every((value) => value === first)) return first;
  if (values.every(isPoint)) {
    const hullOf = (name: 'x' | 'y' | 'z') => scalar.hull(values.map((value) => value[name]));
    const [x, y, z] = [hullOf('x'), hullOf('y'), hullOf('z')];
    if (values.every((value) => value.kind === 'position')) {
      return { kind: 'position', x, y, z, ground: values.every((value) => value.ground) };
    }
    if (values.every((value) => value.kind === 'vector'))
      return { kind: 'vector', x, y, z, level: values.every((value) => value.level) };
  }
  const among = new Set(values.flatMap((value) => possibilities(value) ?? []));
  const complete = values.every((value) => possibilities(value) !== undefined) && among.size <= MOST_POSSIBILITIES;
  return complete ? { kind: 'unknown', among: [...among] } : unclear(...values);
}

/** All that a value may be; nothing if that is not known. */
function possibilities(value: Value): readonly Value[] | undefined {
  if (typeof value !== 'object' || (value.kind !== 'unknown' && value.kind !== 'hole')) return [value];
  return value.kind === 'unknown' ? value.among : undefined;
}

const MOST_POSSIBILITIES = 1000;

function compare(operator: typed.Compare['operator'], left: Value, right: Value): Value {
  if (!scalar.isScalar(left) || !scalar.isScalar(right)) {
    if (typeof left === 'object' || typeof right === 'object') return unclear(left, right);
    return (operator === '==') === (left === right);
  }
  const [a, b, c, d] = [scalar.low(left), scalar.high(left), scalar.low(right), scalar.high(right)];
  const always = (yes: boolean, no: boolean): Value => (yes ? true : no ? false : UNKNOWN);
  switch (operator) {
    case '<':
      return always(b < c, a >= d);
    case '<=':
      return always(b <= c, a > d);
    case '>':
      return always(a > d, b <= c);
    case '>=':
      return always(a >= d, b < c);
    case '==':
      return always(a === b && b === c && c === d, b < c || d < a);
    case '!=':
      return always(b < c || d < a, a === b && b === c && c === d);
    default:
      return unreachable(operator);
  }
}

function logic(node: typed.Logic, run: Run): Value {
  const decisive = node.operator === 'or';
  let result: Value = !decisive;
  for (const operand of node.operands) {
    const value = evaluate(operand, run);
    if (value === decisive) return decisive;
    if (typeof value !== 'boolean') result = unclear(value, result);
  }
  return result;
}

function choose(node: typed.Choose, run: Run): Value {
  const condition = evaluate(node.condition, run);
  if (typeof condition === 'boolean') return evaluate(condition ? node.then : node.else, run);
  if (typeof condition === 'object' && condition.kind === 'hole') return HOLE;
  return either([evaluate(node.then, run), evaluate(node.else, run)]);
}

function draw(node: typed.Draw, run: Run): Value {
  const argument = evaluate(node.argument, run);
  if (typeof argument !== 'object' || (argument.kind !== 'list' && argument.kind !== 'range')) return unclear(argument);
  const share = run.uniform(node.ordinal);
  if (argument.kind === 'list') {
    if (argument.items.length === 0) {
      run.fail?.(node.argument.place, { kind: 'empty-list' });
      return UNKNOWN;
    }
    if (typeof share !== 'number') return either(argument.items);
    return argument.items[Math.floor(share * argument.items.length)] ?? UNKNOWN;
  }
  const { from, to, inclusive } = argument;
  if (node.function === 'pick') {
    const last = inclusive ? to : scalar.subtract(to, 1);
    if (run.fail !== undefined && scalar.high(from) > scalar.low(last)) {
      run.fail(node.argument.place, { kind: 'reversed-range', from, to });
      return UNKNOWN;
    }
    if (typeof share !== 'number' || typeof from !== 'number' || typeof last !== 'number')
      return scalar.hull([from, last]);
    return from + Math.floor(share * (last - from + 1));
  }
  if (run.fail !== undefined && scalar.low(from) > scalar.high(to)) {
    run.fail(node.argument.place, { kind: 'reversed-range', from, to });
    return UNKNOWN;
  }
  if (typeof share !== 'number' || typeof from !== 'number' || typeof to !== 'number') return scalar.hull([from, to]);
  const drawn = from + share * (to - from);
  // Rounding may reach the bound, which does not belong to the range, or pass it.
  return drawn < to ? drawn : from;
}
