// Turns literals of the tree into the values that decisions carry.
import type * as ast from '@diorama/syntax';
import { findUnit, isNumeric, type PropertyDefinition, toBaseUnits } from '@diorama/vocabulary';
import { constructors, formsOf } from './form.ts';
import type { SlotValue } from './slot.ts';

/** What a property is stated to be: a form, and the value of each of its slots. */
export interface Statement {
  readonly choice: string;
  readonly values: readonly SlotValue[];
}

/** The form and values of a property's expression; nothing for what core form has no literal for. */
export function readProperty({ name, type }: PropertyDefinition, expression: ast.Expression): Statement | undefined {
  const value = bare(expression);
  if (isNumeric(type) || type.kind === 'text' || type.kind === 'color') {
    const literal = literalOf(value);
    return literal === undefined ? undefined : { choice: name, values: [literal] };
  }
  switch (type.kind) {
    case 'boolean':
      return value.kind === 'boolean' ? { choice: `${name}.${value.value}`, values: [] } : undefined;
    case 'enumeration':
      return value.kind === 'name' ? { choice: `${name}.${value.text}`, values: [] } : undefined;
    case 'vector':
      return readVector({ name, type }, value);
    case 'position':
      return readPosition(name, value);
    case 'rotation':
    case 'appearance':
      return value.kind === 'call' ? readCall(name, type.kind, value) : undefined;
    default:
      return undefined;
  }
}

/** A number in base units, a text, or a color in lower case. */
export function literalOf(expression: ast.Expression): number | string | undefined {
  const value = bare(expression);
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'color':
      return value.text.toLowerCase();
    default:
      return numberOf(value);
  }
}

/** The number of a literal, in metres or degrees; -0 is 0. */
function numberOf(expression: ast.Expression): number | undefined {
  const value = bare(expression);
  if (value.kind === 'negation') {
    const number = numberOf(value.operand);
    return number === undefined ? undefined : 0 - number;
  }
  if (value.kind !== 'number') return undefined;
  const unit = findUnit(value.unit);
  return unit === undefined ? value.value : toBaseUnits(value.value, unit);
}

function bare(expression: ast.Expression): ast.Expression {
  return expression.kind === 'parenthesized' ? bare(expression.value) : expression;
}

function numbersOf(expressions: readonly ast.Expression[]): readonly number[] | undefined {
  const numbers = expressions.map(numberOf);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

/** Two lengths lie on the ground: their y is 0. */
function readVector(property: Pick<PropertyDefinition, 'name' | 'type'>, value: ast.Expression): Statement | undefined {
  const numbers = value.kind === 'tuple' ? numbersOf(value.items) : undefined;
  if (numbers === undefined) return undefined;
  const [first = 0, second = 0, third] = numbers;
  const triple = third === undefined ? [first, 0, second] : [first, second, third];
  const [form] = formsOf({ ...property, doc: '', source: '' });
  if (form === undefined) return undefined;
  const values = form.slots.map(({ name }) => triple['xyz'.indexOf(name.slice(-1))] ?? 0);
  return { choice: form.choice, values };
}

function readPosition(name: string, value: ast.Expression): Statement | undefined {
  if (value.kind === 'call') return readCall(name, 'view-position', value);
  const values = value.kind === 'tuple' ? numbersOf(value.items) : undefined;
  return values && { choice: `${name}.${values.length === 2 ? 'ground' : 'world'}`, values };
}

/** Arguments in the order of their parameters, whether they bear names or not. */
function readCall(
  property: string,
  type: 'view-position' | 'rotation' | 'appearance',
  { callee, arguments: written }: ast.Call,
): Statement | undefined {
  const forms = constructors(type).filter(({ name }) => name === callee.text);
  const form = forms.find(({ parameters }) =>
    written.every(({ name }, index) =>
      name === undefined
        ? parameters[index]?.named !== true
        : parameters.some((parameter) => parameter.name === name.text),
    ),
  );
  if (form === undefined) return undefined;
  const { parameters } = form;
  const values = parameters.map(({ name, default: fallback }, index): SlotValue | undefined => {
    const argument = written.find((one, at) => (one.name === undefined ? at === index : one.name.text === name));
    return argument === undefined ? (fallback as SlotValue | undefined) : literalOf(argument.value);
  });
  if (!values.every((value) => value !== undefined)) return undefined;
  const choice = `${property}.${callee.text}${form === forms[0] ? '' : `-${parameters[0]?.name}`}`;
  if (type !== 'rotation') return { choice: type === 'view-position' ? `${property}.${callee.text}` : choice, values };
  return { choice, values: [values as readonly number[]] };
}
