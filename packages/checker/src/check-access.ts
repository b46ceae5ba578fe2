// Turns the reading of a member or of a list's item into a typed one.
import type * as ast from '@diorama/syntax';
import { findMember } from '@diorama/vocabulary';
import { checkExpression, fold, infer, poison, settle, type Typed } from './check-expression.ts';
import { CHAIN_LIMIT } from './check-operators.ts';
import { type CheckContext, placeOf, report } from './context.ts';
import * as problems from './problems/index.ts';
import { INTEGER, LENGTH_BIT, numeric, POSITION_BIT, settled, type Type } from './type.ts';
import type * as typed from './typed-tree.ts';

/** `oak.at.x`, `heights[2]` */
export function inferAccess(ctx: CheckContext, node: ast.Access): Typed {
  if (node.steps.length > CHAIN_LIMIT) {
    report(ctx, problems.longChain(placeOf(ctx, node), node.steps.length, CHAIN_LIMIT));
    infer(ctx, node.base, undefined);
    return poison(ctx, node);
  }
  let { expression, type } = infer(ctx, node.base, undefined);
  for (const step of node.steps) {
    if (type.kind === 'any') return poison(ctx, node);
    const place = placeOf(ctx, { start: node.start, end: step.end });
    if (step.kind === 'index') {
      const index = checkExpression(ctx, step.index, INTEGER).expression;
      if (type.kind !== 'list' || expression.kind === 'pending-sum') {
        report(ctx, problems.wrongOperand(placeOf(ctx, node.base), 'a list before `[…]`', type));
        return poison(ctx, node);
      }
      ({ expression, type } = fold(ctx, { kind: 'index', list: expression, index, place }, type.of));
      continue;
    }
    const member = memberOf(type, step.name.text);
    // Where the top of something is, only lowering knows.
    if (type.kind === 'element') ctx.state.speaksWhenLowered = true;
    if (member === undefined) {
      report(ctx, problems.unknownMember(placeOf(ctx, step.name), step.name.text, type));
      return poison(ctx, node);
    }
    const of =
      type.kind === 'point'
        ? settle(ctx, expression, settled(type, ctx.scope.frame))
        : (expression as typed.Expression);
    ({ expression, type } = fold(ctx, { kind: 'member', of, name: step.name.text, place }, member));
  }
  return { expression, type };
}

function memberOf(type: Type, name: string): Type | undefined {
  if (type.kind === 'element') {
    if (!type.members.some((member) => member === name)) return undefined;
    if (name === 'at') return type.at;
    if (name === 'top') return type.at.kind === 'point' ? { ...type.at, view: false } : type.at;
    return name === 'height' ? numeric(LENGTH_BIT, false) : { kind: 'rotation' };
  }
  if (type.kind !== 'point') return undefined;
  return findMember(type.as & POSITION_BIT ? 'position' : 'vector', name) && numeric(LENGTH_BIT, false);
}
