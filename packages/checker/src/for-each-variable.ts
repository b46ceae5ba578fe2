// Visits the variables that an expression reads.
import type * as typed from './typed-tree.ts';

/** Calls `visit` for every reading, in the order of writing. */
export function forEachVariable(expression: typed.Expression, visit: (variable: typed.Variable) => void): void {
  switch (expression.kind) {
    case 'read':
      return visit(expression.variable);
    case 'arithmetic':
    case 'compare':
      forEachVariable(expression.left, visit);
      return forEachVariable(expression.right, visit);
    case 'negate':
    case 'not':
      return forEachVariable(expression.operand, visit);
    case 'choose':
      for (const part of [expression.condition, expression.then, expression.else]) forEachVariable(part, visit);
      return;
    case 'logic':
      for (const operand of expression.operands) forEachVariable(operand, visit);
      return;
    case 'tuple':
    case 'list':
      for (const item of expression.items) forEachVariable(item, visit);
      return;
    case 'construct':
    case 'call':
      for (const argument of expression.arguments) forEachVariable(argument, visit);
      return;
    case 'range':
      forEachVariable(expression.from, visit);
      return forEachVariable(expression.to, visit);
    case 'member':
      return forEachVariable(expression.of, visit);
    case 'index':
      forEachVariable(expression.list, visit);
      return forEachVariable(expression.index, visit);
    case 'draw':
      return forEachVariable(expression.argument, visit);
    default:
      return;
  }
}
