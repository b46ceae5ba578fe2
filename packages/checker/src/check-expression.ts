// Turns a syntax expression into a typed one: names resolved, operations settled, constants computed.
import { unreachable } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { findUnit, toBaseUnits, type ValueType } from '@diorama/vocabulary';
import { inferAccess } from './check-access.ts';
import { checkCall } from './check-call.ts';
import { inferName } from './check-name.ts';
import { factorForm, inferChain, inferComparison, inferNegation, reportMixed, sideOf } from './check-operators.ts';
import { type PendingSum, settlePoint } from './check-point-sum.ts';
import { type CheckContext, constant, isConstant, placeOf, report } from './context.ts';
import { evaluate } from './evaluate.ts';
import { FoldingRun } from './folding-run.ts';
import * as problems from './problems/index.ts';
import { satisfies } from './satisfies.ts';
import {
  ANGLE_BIT,
  ANY,
  ANY_DIMENSION,
  BOOLEAN,
  COLOR,
  differ,
  join,
  LENGTH_BIT,
  meet,
  NUMBER_BIT,
  numeric,
  POSITION_BIT,
  settled,
  TEXT,
  type Type,
  VECTOR_BIT,
} from './type.ts';
import type * as typed from './typed-tree.ts';

/** An expression with its type; a `pending` sum of points waits for the type that is expected of it. */
export interface Typed {
  readonly expression: typed.Expression | PendingSum;
  readonly type: Type;
}

/**
 * Checks an expression where `expected` belongs. `refinement` bounds the values of a property or parameter; a constant
 * is held against it here, everything else when the program is run.
 */
export function checkExpression(
  ctx: CheckContext,
  node: ast.Expression,
  expected: Type,
  refinement?: ValueType,
): { readonly expression: typed.Expression; readonly type: Type } {
  const found = infer(ctx, node, expected);
  const type = meet(found.type, expected);
  if (type === undefined) {
    reportMismatch(ctx, node, found.type, expected);
    return { expression: invalid(ctx, node), type: ANY };
  }
  if (reportMixedFrames(ctx, node, found.type, expected)) return { expression: invalid(ctx, node), type: ANY };
  const expression = settle(ctx, found.expression, type);
  if (refinement !== undefined && isConstant(expression) && !satisfies(expression.value, refinement)) {
    const computed = node.kind !== 'number' && node.kind !== 'negation';
    report(ctx, problems.outOfRange(expression.place, expression.value, refinement, computed));
    return { expression: invalid(ctx, node), type: ANY };
  }
  return { expression, type };
}

/** Whether positions, or lists of them, were measured in another frame than where they are used: then it is reported. */
function reportMixedFrames(ctx: CheckContext, node: ast.Expression, found: Type, expected: Type): boolean {
  if (found.kind === 'list' && expected.kind === 'list') return reportMixedFrames(ctx, node, found.of, expected.of);
  if (found.kind !== 'point' || expected.kind !== 'point' || (found.as & expected.as & POSITION_BIT) === 0)
    return false;
  if (found.frame === undefined || expected.frame === undefined || !differ(found.frame, expected.frame)) return false;
  report(ctx, problems.mixedFrames(placeOf(ctx, node), found.frame, expected.frame));
  return true;
}

/** Checks an expression of which nothing is expected: literals take the type that they have alone. */
export function checkUnexpected(
  ctx: CheckContext,
  node: ast.Expression,
): { readonly expression: typed.Expression; readonly type: Type } {
  const found = infer(ctx, node, undefined);
  const type = settled(found.type, ctx.scope.frame);
  return { expression: settle(ctx, found.expression, type), type };
}

/** Checks an expression whose literals may still be settled by the caller. `hint` is what it will probably have to be. */
export function infer(ctx: CheckContext, node: ast.Expression, hint: Type | undefined): Typed {
  switch (node.kind) {
    case 'number':
      return inferNumber(ctx, node, hint);
    case 'text':
      return { expression: constant(node.value, placeOf(ctx, node)), type: TEXT };
    case 'boolean':
      return { expression: constant(node.value, placeOf(ctx, node)), type: BOOLEAN };
    case 'color':
      return inferColor(ctx, node);
    case 'name':
      return inferName(ctx, node, hint);
    case 'call':
      return checkCall(ctx, node, hint);
    case 'parenthesized':
      return infer(ctx, node.value, hint);
    case 'tuple':
      return inferTuple(ctx, node);
    case 'list':
      return inferList(ctx, node, hint);
    case 'negation':
      return inferNegation(ctx, node);
    case 'not':
      return fold(
        ctx,
        { kind: 'not', operand: checkExpression(ctx, node.operand, BOOLEAN).expression, place: placeOf(ctx, node) },
        BOOLEAN,
      );
    case 'chain':
      return inferChain(ctx, node);
    case 'comparison':
      return inferComparison(ctx, node);
    case 'range':
      return inferRange(ctx, node, hint);
    case 'access':
      return inferAccess(ctx, node);
    case 'conditional':
      return inferConditional(ctx, node, hint);
    case 'hole': {
      const place = placeOf(ctx, node);
      const type = hint ?? ANY;
      ctx.state.holes.push(place);
      report(ctx, problems.unsolvedHole(place, type));
      // A hint is what its place will probably be: the hole itself may be anything.
      return { expression: { kind: 'hole', type, place }, type: ANY };
    }
    case 'missing':
      return poison(ctx, node);
    default:
      return unreachable(node);
  }
}

/** What was reported already: fits everything, so that one mistake gives one message. */
export function poison(ctx: CheckContext, node: ast.Expression): Typed {
  return { expression: invalid(ctx, node), type: ANY };
}
function invalid(ctx: CheckContext, node: ast.Expression): typed.Invalid {
  return { kind: 'invalid', place: placeOf(ctx, node) };
}

/** Computes what is constant; what has no value is reported. */
export function fold(
  ctx: CheckContext,
  expression: typed.Expression,
  type: Type,
): { readonly expression: typed.Expression; readonly type: Type } {
  if (!childrenAreConstant(expression)) return { expression, type };
  const run = new FoldingRun(ctx);
  const value = evaluate(expression, run);
  if (run.failed) return { expression: { kind: 'invalid', place: expression.place }, type: ANY };
  return { expression: constant(value, expression.place), type };
}

function childrenAreConstant(expression: typed.Expression): boolean {
  switch (expression.kind) {
    case 'arithmetic':
    case 'compare':
      return isConstant(expression.left) && isConstant(expression.right);
    case 'logic':
      return expression.operands.every(isConstant);
    case 'negate':
    case 'not':
      return isConstant(expression.operand);
    case 'choose':
      return isConstant(expression.condition) && isConstant(expression.then) && isConstant(expression.else);
    case 'tuple':
    case 'list':
      return expression.items.every(isConstant);
    case 'range':
      return isConstant(expression.from) && isConstant(expression.to);
    case 'member':
      return isConstant(expression.of);
    case 'index':
      return isConstant(expression.list) && isConstant(expression.index);
    case 'call':
    case 'construct':
      return expression.arguments.every(isConstant);
    default:
      return false;
  }
}

/** Gives literals the type that their surroundings settled on. */
export function settle(ctx: CheckContext, expression: typed.Expression | PendingSum, type: Type): typed.Expression {
  if (type.kind === 'point') return settlePoint(ctx, expression, type.as & POSITION_BIT ? 'position' : 'vector');
  if (type.kind === 'list' && type.of.kind === 'point' && expression.kind === 'list') {
    const items = expression.items.map((item) => settle(ctx, item, type.of));
    return fold(ctx, { ...expression, items }, type).expression;
  }
  return expression.kind === 'pending-sum' ? settlePoint(ctx, expression, 'position') : expression;
}

function inferNumber(ctx: CheckContext, node: ast.NumberLiteral, hint: Type | undefined): Typed {
  const place = placeOf(ctx, node);
  if (!Number.isFinite(node.value)) {
    report(ctx, problems.notFinite(place, 'the number'));
    return poison(ctx, node);
  }
  if (node.unit === '') return { expression: constant(node.value, place), type: numeric(ANY_DIMENSION, node.integer) };
  const unit = findUnit(node.unit);
  if (unit === undefined) {
    report(ctx, problems.unknownUnit(place, node, hint));
    return poison(ctx, node);
  }
  const dimensions = { number: NUMBER_BIT, length: LENGTH_BIT, angle: ANGLE_BIT }[unit.dimension];
  return { expression: constant(toBaseUnits(node.value, unit), place), type: numeric(dimensions, false) };
}

function inferColor(ctx: CheckContext, node: ast.ColorLiteral): Typed {
  if (/^#[0-9a-fA-F]{6}$/.test(node.text))
    return { expression: constant(node.text.toLowerCase(), placeOf(ctx, node)), type: COLOR };
  report(ctx, problems.invalidColor(placeOf(ctx, node), node.text));
  return poison(ctx, node);
}

function inferTuple(ctx: CheckContext, node: ast.Tuple): Typed {
  const place = placeOf(ctx, node);
  if (node.items.length > 3) {
    report(ctx, problems.longTuple(place, node.items.length));
    for (const item of node.items) infer(ctx, item, undefined);
    return poison(ctx, node);
  }
  const length = numeric(LENGTH_BIT, false);
  const items = node.items.map((item) => checkExpression(ctx, item, length).expression);
  const middle = node.items[1];
  const literalZero = items.length === 2 || (middle?.kind === 'number' && middle.value === 0);
  return {
    expression: { kind: 'tuple', as: 'position', items, level: literalZero, place },
    type: { kind: 'point', as: POSITION_BIT | VECTOR_BIT },
  };
}

function inferList(ctx: CheckContext, node: ast.List, hint: Type | undefined): Typed {
  const place = placeOf(ctx, node);
  const itemHint = hint?.kind === 'list' && hint.of.kind !== 'any' ? hint.of : undefined;
  const found = node.items.map((item) => infer(ctx, item, itemHint));
  let of: Type = ANY;
  let strange = false;
  for (const [index, { type }] of found.entries()) {
    const item = node.items[index] as ast.Expression;
    const joined: Type | undefined = join(of, type);
    // Of what is expected each item is told; else those that are not like the ones before.
    const wanted: Type = itemHint !== undefined && meet(type, itemHint) === undefined ? itemHint : of;
    if (joined === undefined || wanted !== of) {
      reportMismatch(ctx, item, type, wanted);
      strange = true;
    } else if (reportMixedFrames(ctx, item, type, itemHint ?? of)) strange = true;
    else of = joined;
  }
  if (strange) return poison(ctx, node);
  const itemType =
    itemHint === undefined || of.kind !== 'point'
      ? of.kind === 'point'
        ? settled(of, ctx.scope.frame)
        : of
      : (meet(of, itemHint) ?? of);
  const items = found.map(({ expression }) => settle(ctx, expression, itemType));
  return fold(ctx, { kind: 'list', items, place }, { kind: 'list', of: itemType });
}

function inferRange(ctx: CheckContext, node: ast.Range, hint: Type | undefined): Typed {
  const itemHint = hint?.kind === 'range' ? hint.of : undefined;
  const from = infer(ctx, node.from, itemHint);
  const to = infer(ctx, node.to, itemHint);
  if (from.type.kind === 'any' || to.type.kind === 'any') return poison(ctx, node);
  for (const [side, { type }] of [
    [node.from, from],
    [node.to, to],
  ] as const) {
    if (type.kind === 'numeric') continue;
    report(ctx, problems.wrongOperand(placeOf(ctx, side), 'numbers as the bounds of a range', type));
    return poison(ctx, node);
  }
  const of = join(from.type, to.type);
  if (of === undefined) {
    const operator = node.inclusive ? '..' : '..<';
    reportMixed(ctx, placeOf(ctx, node), operator, sideOf(node.from, from.type), sideOf(node.to, to.type));
    return poison(ctx, node);
  }
  return fold(
    ctx,
    {
      kind: 'range',
      from: from.expression as typed.Expression,
      to: to.expression as typed.Expression,
      inclusive: node.inclusive,
      place: placeOf(ctx, node),
    },
    { kind: 'range', of },
  );
}

function inferConditional(ctx: CheckContext, node: ast.Conditional, hint: Type | undefined): Typed {
  const condition = checkExpression(ctx, node.condition, BOOLEAN).expression;
  const then = infer(ctx, node.then, hint);
  const otherwise = infer(ctx, node.else, hint ?? (then.type.kind === 'enumeration' ? then.type : undefined));
  const type =
    then.type.kind === 'any'
      ? otherwise.type
      : otherwise.type.kind === 'any'
        ? then.type
        : join(then.type, otherwise.type);
  if (type === undefined) {
    report(
      ctx,
      problems.differentBranches(placeOf(ctx, node.then), then.type, placeOf(ctx, node.else), otherwise.type),
    );
    return poison(ctx, node);
  }
  if (condition.kind === 'invalid' || reportMixedFrames(ctx, node.else, otherwise.type, then.type))
    return poison(ctx, node);
  const point =
    type.kind === 'point'
      ? hint?.kind === 'point'
        ? (meet(type, hint) ?? type)
        : settled(type, ctx.scope.frame)
      : type;
  const branches = [then, otherwise].map(({ expression }) => settle(ctx, expression, point));
  const [first, second] = branches as [typed.Expression, typed.Expression];
  return fold(ctx, { kind: 'choose', condition, then: first, else: second, place: placeOf(ctx, node) }, point);
}

/** Says that a value has another type than its place asks for, and what would mend it. */
export function reportMismatch(ctx: CheckContext, node: ast.Expression, found: Type, expected: Type): void {
  const place = placeOf(ctx, node);
  if (found.kind !== 'numeric' || expected.kind !== 'numeric')
    return report(ctx, problems.wrongType(place, expected, found, node));
  report(
    ctx,
    found.dimensions & expected.dimensions
      ? problems.notInteger(place, found, node.kind === 'number' ? node.value : undefined)
      : problems.wrongDimension(place, expected, found, factorForm(node)),
  );
}
