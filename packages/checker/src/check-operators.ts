// Turns sums, products, negations and comparisons into typed ones: what goes together, and what comes of it.
import type { Place, Span } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { checkExpression, fold, infer, poison, type Typed } from './check-expression.ts';
import { checkPointSum, settlePoint } from './check-point-sum.ts';
import { type CheckContext, constant, isConstant, placeOf, report } from './context.ts';
import { negated } from './evaluate.ts';
import * as problems from './problems/index.ts';
import {
  ANGLE_BIT,
  ANY,
  BOOLEAN,
  join,
  LENGTH_BIT,
  NUMBER_BIT,
  numeric,
  type Type,
  typeText,
  VECTOR_BIT,
} from './type.ts';
import type * as typed from './typed-tree.ts';

/** The most operators in a row: longer sums would exhaust the stack of those who walk the tree. */
export const CHAIN_LIMIT = 1000;

export function inferNegation(ctx: CheckContext, node: ast.Negation): Typed {
  const place = placeOf(ctx, node);
  const operand = infer(ctx, node.operand, undefined);
  if (operand.type.kind === 'any') return poison(ctx, node);
  if (operand.type.kind === 'point' && operand.type.as & VECTOR_BIT) {
    const vector = settlePoint(ctx, operand.expression, 'vector');
    return fold(ctx, { kind: 'negate', operand: vector, place }, { kind: 'point', as: VECTOR_BIT });
  }
  if (operand.type.kind !== 'numeric' || operand.expression.kind === 'pending-sum') {
    report(ctx, problems.wrongOperand(placeOf(ctx, node.operand), 'a number or a Vector after `-`', operand.type));
    return poison(ctx, node);
  }
  if (isConstant(operand.expression))
    return { expression: constant(negated(operand.expression.value), place), type: operand.type };
  return { expression: { kind: 'negate', operand: operand.expression, place }, type: operand.type };
}

export function inferChain(ctx: CheckContext, node: ast.Chain): Typed {
  if (node.rest.length > CHAIN_LIMIT) {
    report(ctx, problems.longChain(placeOf(ctx, node), node.rest.length + 1, CHAIN_LIMIT));
    for (const operand of [node.first, ...node.rest.map((link) => link.operand)]) infer(ctx, operand, undefined);
    return poison(ctx, node);
  }
  if (node.level === 'or' || node.level === 'and') {
    const operands = [node.first, ...node.rest.map(({ operand }) => operand)].map(
      (operand) => checkExpression(ctx, operand, BOOLEAN).expression,
    );
    return fold(ctx, { kind: 'logic', operator: node.level, operands, place: placeOf(ctx, node) }, BOOLEAN);
  }
  const first = infer(ctx, node.first, undefined);
  return node.level === 'sum' ? inferSum(ctx, node, first) : inferProduct(ctx, node, first);
}

function inferSum(ctx: CheckContext, node: ast.Chain, first: Typed): Typed {
  const operands = [first, ...node.rest.map(({ operand }) => infer(ctx, operand, undefined))];
  if (operands.some(({ type }) => type.kind === 'any')) return poison(ctx, node);
  if (operands.some(({ type }) => type.kind === 'point' || type.kind === 'view-position'))
    return checkPointSum(ctx, node, operands);
  let { expression, type } = first;
  for (const [index, link] of node.rest.entries()) {
    const right = operands[index + 1] as Typed;
    const place: Place = placeOf(ctx, { start: node.start, end: link.operand.end });
    if (type.kind !== 'numeric' || right.type.kind !== 'numeric') {
      const wrong = type.kind !== 'numeric' ? { node: node.first, type } : { node: link.operand, type: right.type };
      const expected = `numbers, positions or vectors around \`${link.operator}\``;
      report(ctx, problems.wrongOperand(placeOf(ctx, wrong.node), expected, wrong.type));
      return poison(ctx, node);
    }
    const dimensions = type.dimensions & right.type.dimensions;
    if (dimensions === 0) {
      const left = { start: node.start, end: (node.rest[index - 1]?.operand ?? node.first).end };
      const form = index === 0 ? factorForm(node.first) : 'compound';
      reportMixed(ctx, place, link.operator, { span: left, type, form }, sideOf(link.operand, right.type));
      return poison(ctx, node);
    }
    const sum: typed.Arithmetic = {
      kind: 'arithmetic',
      operator: link.operator as '+' | '-',
      form: 'scalar',
      left: expression as typed.Expression,
      right: right.expression as typed.Expression,
      place,
    };
    ({ expression, type } = fold(ctx, sum, numeric(dimensions, type.integer && right.type.integer)));
    if (type.kind === 'any') return poison(ctx, node);
  }
  return { expression, type };
}

function inferProduct(ctx: CheckContext, node: ast.Chain, first: Typed): Typed {
  let { expression, type } = first;
  for (const [index, link] of node.rest.entries()) {
    const right = infer(ctx, link.operand, undefined);
    if (type.kind === 'any' || right.type.kind === 'any') {
      type = ANY;
      continue;
    }
    const place = placeOf(ctx, { start: node.start, end: link.operand.end });
    const leftSpan = { start: node.start, end: (node.rest[index - 1]?.operand ?? node.first).end };
    const scaled = scaleVector(ctx, link.operator, { expression, type }, right, place);
    if (scaled !== undefined) {
      ({ expression, type } = scaled);
      continue;
    }
    if (type.kind !== 'numeric' || right.type.kind !== 'numeric') {
      reportWrongFactor(ctx, link, { span: leftSpan, type }, right.type);
      type = ANY;
      continue;
    }
    const dimensions = multiplied(link.operator, type.dimensions, right.type.dimensions);
    if (dimensions === 0) {
      reportMixed(ctx, place, link.operator, { span: leftSpan, type }, { span: link.operand, type: right.type });
      type = ANY;
      continue;
    }
    const product: typed.Arithmetic = {
      kind: 'arithmetic',
      operator: link.operator as '*' | '/',
      form: 'scalar',
      left: expression as typed.Expression,
      right: right.expression as typed.Expression,
      place,
    };
    const integer = link.operator === '*' && type.integer && right.type.integer;
    ({ expression, type } = fold(ctx, product, numeric(dimensions, integer)));
  }
  return type.kind === 'any' ? poison(ctx, node) : { expression, type };
}

function scaleVector(
  ctx: CheckContext,
  operator: ast.ChainOperator,
  left: Typed,
  right: Typed,
  place: Place,
): Typed | undefined {
  const isVector = ({ type }: Typed) => type.kind === 'point' && (type.as & VECTOR_BIT) !== 0;
  const isNumber = ({ type }: Typed) => type.kind === 'numeric' && (type.dimensions & NUMBER_BIT) !== 0;
  const forward = isVector(left) && isNumber(right);
  const backward = operator === '*' && isNumber(left) && isVector(right);
  if (!forward && !backward) return undefined;
  const operand = (side: Typed) =>
    isVector(side) ? settlePoint(ctx, side.expression, 'vector') : (side.expression as typed.Expression);
  const node: typed.Arithmetic = {
    kind: 'arithmetic',
    operator: operator as '*' | '/',
    form: 'scale',
    left: operand(left),
    right: operand(right),
    place,
  };
  return fold(ctx, node, { kind: 'point', as: VECTOR_BIT });
}

/** The dimensions that a product or quotient may have; 0 if none. */
export function multiplied(operator: ast.ChainOperator, left: number, right: number): number {
  let result = 0;
  for (const a of [NUMBER_BIT, LENGTH_BIT, ANGLE_BIT]) {
    for (const b of [NUMBER_BIT, LENGTH_BIT, ANGLE_BIT]) {
      if ((left & a) === 0 || (right & b) === 0) continue;
      if (b === NUMBER_BIT) result |= a;
      else if (operator === '*' && a === NUMBER_BIT) result |= b;
      else if (operator === '/' && a === b) result |= NUMBER_BIT;
    }
  }
  return result;
}

export function inferComparison(ctx: CheckContext, node: ast.Comparison): Typed {
  const equality = node.operator === '==' || node.operator === '!=';
  let left = infer(ctx, node.left, undefined);
  const right = infer(ctx, node.right, left.type.kind === 'enumeration' ? left.type : undefined);
  if (left.type.kind === 'any' && right.type.kind === 'enumeration' && left.expression.kind === 'hole')
    left = infer(ctx, node.left, right.type);
  if (left.type.kind === 'any' || right.type.kind === 'any') return poison(ctx, node);
  const comparable = (type: Type) =>
    type.kind === 'numeric' || (equality && ['boolean', 'text', 'color', 'enumeration'].includes(type.kind));
  for (const [side, { type }] of [
    [node.left, left],
    [node.right, right],
  ] as const) {
    if (comparable(type)) continue;
    const expected = equality ? 'numbers, texts, colors, words or Booleans to compare' : 'numbers to compare';
    report(ctx, problems.wrongOperand(placeOf(ctx, side), expected, type));
    return poison(ctx, node);
  }
  if (join(left.type, right.type) === undefined) {
    if (left.type.kind === 'numeric' && right.type.kind === 'numeric')
      reportMixed(ctx, placeOf(ctx, node), node.operator, sideOf(node.left, left.type), sideOf(node.right, right.type));
    else {
      const expected = `${typeText(left.type)}, as on the left`;
      report(ctx, problems.wrongOperand(placeOf(ctx, node.right), expected, right.type));
    }
    return poison(ctx, node);
  }
  return fold(
    ctx,
    {
      kind: 'compare',
      operator: node.operator,
      left: left.expression as typed.Expression,
      right: right.expression as typed.Expression,
      place: placeOf(ctx, node),
    },
    BOOLEAN,
  );
}

/** One side of an operator; its `form` tells how to multiply it. */
interface Side {
  readonly span: Span;
  readonly type: Type;
  readonly form?: problems.Form;
}

/** A side of an operator that is an expression. */
export function sideOf(node: ast.Expression, type: Type): Side {
  return { span: node, type, form: factorForm(node) };
}

/** Whether an expression may be a factor as it stands. */
export function factorForm(node: ast.Expression): problems.Form {
  switch (node.kind) {
    case 'number':
      return 'literal';
    case 'name':
    case 'access':
    case 'call':
    case 'parenthesized':
    case 'hole':
      return 'atom';
    default:
      return node.kind === 'chain' && node.level === 'product' ? 'atom' : 'compound';
  }
}

/** Says that two numbers measure different things; a pure one can be made to measure the same. */
export function reportMixed(ctx: CheckContext, place: Place, operator: string, left: Side, right: Side): void {
  const fixes = [left, right].flatMap((side) => {
    const unit = problems.UNIT_OF[typeText(side === left ? right.type : left.type)];
    const pure = typeText(side.type) === 'Number' || typeText(side.type) === 'Integer';
    return pure && unit !== undefined && side.form !== undefined
      ? [problems.multiplied(side.span, unit, side.form)]
      : [];
  });
  report(
    ctx,
    problems.mixedDimensions(
      place,
      operator,
      placeOf(ctx, left.span),
      left.type,
      placeOf(ctx, right.span),
      right.type,
      fixes,
    ),
  );
}

/** Says which side of a product or quotient is no factor: the left one, unless a Vector is scaled by no number. */
function reportWrongFactor(ctx: CheckContext, link: ast.ChainLink, left: Side, right: Type): void {
  const { operator, operand } = link;
  const isVector = (type: Type) => type.kind === 'point' && (type.as & VECTOR_BIT) !== 0;
  const isFactor = (type: Type) => type.kind === 'numeric' || isVector(type);
  const scaled = isVector(left.type) || (operator === '*' && isVector(right) && left.type.kind === 'numeric');
  const wrong = !isFactor(left.type) || (scaled && !isVector(left.type)) ? left : { span: operand, type: right };
  const isPosition = wrong.type.kind === 'point' && !scaled;
  report(
    ctx,
    problems.wrongOperand(
      placeOf(ctx, wrong.span),
      scaled
        ? `a Number, to scale a Vector with \`${operator}\``
        : `numbers, or a Vector and a Number, around \`${operator}\``,
      wrong.type,
      isPosition ? 'only a way can be scaled, not a place: `(b - a) * 2`' : undefined,
    ),
  );
}
