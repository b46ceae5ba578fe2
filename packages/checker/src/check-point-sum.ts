// Sums of positions and vectors. A tuple may be either: which one is settled when it is known what the sum has to be.
import type { Fix, Span } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { fold, type Typed } from './check-expression.ts';
import { type CheckContext, constant, placeOf, report, sourceText } from './context.ts';
import * as problems from './problems/index.ts';
import { differ, type Frame, POSITION_BIT, type Type, VECTOR_BIT } from './type.ts';
import type * as typed from './typed-tree.ts';
import type { Value } from './value.ts';

/** A sum whose operands are not settled yet. `possible[i]` has the bits that the sum up to operand i may be. */
export interface PendingSum {
  readonly kind: 'pending-sum';
  readonly node: ast.Chain;
  readonly operands: readonly { readonly expression: typed.Expression | PendingSum; readonly as: number }[];
  readonly possible: readonly number[];
  readonly place: typed.Expression['place'];
}

/** What each pair gives, the likelier reading first: after a position, `+` takes a vector and `-` a position. */
const RULES: Readonly<Record<'+' | '-', readonly (readonly [left: number, right: number, result: number])[]>> = {
  '+': [
    [POSITION_BIT, VECTOR_BIT, POSITION_BIT],
    [VECTOR_BIT, VECTOR_BIT, VECTOR_BIT],
  ],
  '-': [
    [POSITION_BIT, POSITION_BIT, VECTOR_BIT],
    [POSITION_BIT, VECTOR_BIT, POSITION_BIT],
    [VECTOR_BIT, VECTOR_BIT, VECTOR_BIT],
  ],
};

export function checkPointSum(ctx: CheckContext, node: ast.Chain, operands: readonly Typed[]): Typed {
  const nodes = [node.first, ...node.rest.map(({ operand }) => operand)];
  let frame: Frame | undefined;
  for (const [index, { type }] of operands.entries()) {
    const operand = nodes[index] ?? node.first;
    if (type.kind !== 'point') {
      report(ctx, problems.notAPoint(placeOf(ctx, operand), type));
      return poisoned(ctx, node);
    }
    if (frame !== undefined && type.frame !== undefined && differ(type.frame, frame)) {
      report(ctx, problems.mixedFrames(placeOf(ctx, operand), type.frame, frame));
      return poisoned(ctx, node);
    }
    frame ??= type.frame;
  }
  const sides = operands.map(({ expression, type }) => ({ expression, as: (type as { as: number }).as }));
  const possible = [sides[0]?.as ?? 0];
  for (const [index, link] of node.rest.entries()) {
    const left = possible[index] ?? 0;
    const right = sides[index + 1]?.as ?? 0;
    let result = 0;
    for (const [l, r, gives] of RULES[link.operator as '+' | '-']) if (left & l && right & r) result |= gives;
    if (result === 0) {
      const place = placeOf(ctx, { start: node.start, end: link.operand.end });
      const isPosition = (left & POSITION_BIT) !== 0;
      const fixes = isPosition || link.operator === '-' || index > 0 ? [] : [exchange(ctx, node.first, link.operand)];
      report(ctx, problems.impossibleSum(place, link.operator, isPosition, fixes));
      return poisoned(ctx, node);
    }
    possible.push(result);
  }
  const as = possible.at(-1) ?? 0;
  const pending: PendingSum = { kind: 'pending-sum', node, operands: sides, possible, place: placeOf(ctx, node) };
  // Without an expected type, the difference of what may be two positions is a vector.
  const lastIsMinus = node.rest.at(-1)?.operator === '-';
  const type: Type = { kind: 'point', as, ...(frame && as & POSITION_BIT && { frame }) };
  if (as === POSITION_BIT) return { expression: settlePoint(ctx, pending, 'position'), type };
  if (as === VECTOR_BIT) return { expression: settlePoint(ctx, pending, 'vector'), type };
  return { expression: pending, type: lastIsMinus ? { ...type, likely: VECTOR_BIT } : type };
}

/** The fix that writes the second operand first. */
function exchange(ctx: CheckContext, first: Span, second: Span): Fix {
  return {
    title: 'write the Position first',
    edits: [
      { start: first.start, end: first.end, text: sourceText(ctx, second) },
      { start: second.start, end: second.end, text: sourceText(ctx, first) },
    ],
    safe: true,
  };
}

function poisoned(ctx: CheckContext, node: ast.Chain): Typed {
  return { expression: { kind: 'invalid', place: placeOf(ctx, node) }, type: { kind: 'any' } };
}

/** Makes an expression that may be a position or a vector the one that is asked for. */
export function settlePoint(
  ctx: CheckContext,
  expression: typed.Expression | PendingSum,
  as: 'position' | 'vector',
): typed.Expression {
  switch (expression.kind) {
    case 'tuple':
      return fold(ctx, { ...expression, as }, { kind: 'any' }).expression;
    case 'pending-sum':
      return settleSum(ctx, expression, as === 'position' ? POSITION_BIT : VECTOR_BIT);
    case 'call':
      return expression.function.name === 'polar'
        ? fold(ctx, { ...expression, as }, { kind: 'any' }).expression
        : expression;
    case 'choose': {
      const then = settlePoint(ctx, expression.then, as);
      const otherwise = settlePoint(ctx, expression.else, as);
      return fold(ctx, { ...expression, then, else: otherwise }, { kind: 'any' }).expression;
    }
    case 'constant':
      return constant(converted(expression.value, as), expression.place);
    default:
      return expression;
  }
}

/** A constant of `polar`, which serves as both. */
function converted(value: Value, as: 'position' | 'vector'): Value {
  if (typeof value !== 'object' || (value.kind !== 'position' && value.kind !== 'vector') || value.kind === as)
    return value;
  const { x, y, z } = value;
  if (value.kind === 'position') return { kind: 'vector', x, y, z, level: value.ground };
  return { kind: 'position', x, y, z, ground: value.level };
}

function settleSum(ctx: CheckContext, sum: PendingSum, wanted: number): typed.Expression {
  // From the last operand to the first: which reading of each pair gives what is wanted of the sum up to it?
  const readings: number[] = [];
  let want = wanted;
  for (let index = sum.node.rest.length; index > 0; index -= 1) {
    const left = sum.possible[index - 1] ?? 0;
    const right = sum.operands[index]?.as ?? 0;
    const operator = sum.node.rest[index - 1]?.operator as '+' | '-';
    const rule = RULES[operator].find(([l, r, gives]) => gives === want && left & l && right & r);
    readings[index] = rule?.[1] ?? right;
    want = rule?.[0] ?? left;
  }
  readings[0] = want;
  const operand = (index: number) => {
    const side = sum.operands[index];
    const as = readings[index] === POSITION_BIT ? 'position' : 'vector';
    return settlePoint(ctx, side?.expression ?? { kind: 'invalid', place: sum.place }, as);
  };
  let expression = operand(0);
  let kind = readings[0];
  for (const [index, link] of sum.node.rest.entries()) {
    const right = readings[index + 1];
    const form = kind === VECTOR_BIT ? 'vector' : right === VECTOR_BIT ? 'move' : 'difference';
    const place = placeOf(ctx, { start: sum.node.start, end: link.operand.end });
    const node: typed.Arithmetic = {
      kind: 'arithmetic',
      operator: link.operator as '+' | '-',
      form,
      left: expression,
      right: operand(index + 1),
      place,
    };
    expression = fold(ctx, node, { kind: 'any' }).expression;
    kind = form === 'move' ? POSITION_BIT : VECTOR_BIT;
  }
  return expression;
}
