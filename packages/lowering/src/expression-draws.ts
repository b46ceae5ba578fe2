// Tells whether a typed expression draws, and gives it a text that layout and names of the surroundings do not change.
import type * as typed from '@diorama/checker';
import { unreachable } from '@diorama/diagnostics';

/** Whether evaluating the expression asks for a draw of the property, let or header that it is. */
export function draws(expression: typed.Expression): boolean {
  if (expression.kind === 'constant') return false;
  // A million elements may come from one expression.
  let found = known.get(expression);
  if (found === undefined) {
    found = expression.kind === 'draw' || operandsOf(expression).some(draws);
    known.set(expression, found);
  }
  return found;
}
const known = new WeakMap<typed.Expression, boolean>();

/**
 * A text of what the expression computes: headers of `for` and `if` that draw are keyed by it, so that a header keeps
 * its draws when others are added beside it.
 */
export function describe(expression: typed.Expression): string {
  const operands = operandsOf(expression).map(describe).join(',');
  return `${operationOf(expression)}(${operands})`;
}

function operationOf(expression: typed.Expression): string {
  switch (expression.kind) {
    case 'constant':
      return JSON.stringify(expression.value);
    case 'read':
      return expression.variable.name;
    case 'construct':
    case 'call':
      return expression.function.name;
    case 'draw':
      return expression.function;
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return expression.operator;
    case 'member':
      return `.${expression.name}`;
    default:
      return expression.kind;
  }
}

function operandsOf(expression: typed.Expression): readonly typed.Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'read':
    case 'hole':
    case 'invalid':
      return [];
    case 'construct':
    case 'call':
      return expression.arguments;
    case 'arithmetic':
    case 'compare':
      return [expression.left, expression.right];
    case 'logic':
      return expression.operands;
    case 'negate':
    case 'not':
      return [expression.operand];
    case 'choose':
      return [expression.condition, expression.then, expression.else];
    case 'tuple':
    case 'list':
      return expression.items;
    case 'range':
      return [expression.from, expression.to];
    case 'member':
      return [expression.of];
    case 'index':
      return [expression.list, expression.index];
    case 'draw':
      return [expression.argument];
    default:
      return unreachable(expression);
  }
}
