// Turns a syntax expression into a typed one: names resolved, operations settled, constants computed.
import { insert, type Place, type Span, unreachable } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import {
  ENUMERATIONS,
  findFunction,
  findKind,
  findMember,
  findUnit,
  toBaseUnits,
  type ValueType,
} from '@diorama/vocabulary';
import { checkCall } from './check-call.ts';
import { checkPointSum, type PendingSum, settlePoint } from './check-point-sum.ts';
import { type CheckContext, constant, isConstant, isMisplaced, placeOf, report } from './context.ts';
import { evaluate, negated, satisfies } from './evaluate.ts';
import { FoldingRun } from './folding-run.ts';
import { lookUpValue } from './look-up.ts';
import * as problems from './problems/index.ts';
import { namesIn } from './scope.ts';
import {
  ANGLE_BIT,
  ANY,
  ANY_DIMENSION,
  BOOLEAN,
  COLOR,
  differ,
  INTEGER,
  join,
  LENGTH_BIT,
  meet,
  NUMBER_BIT,
  numeric,
  POSITION_BIT,
  settled,
  TEXT,
  type Type,
  typeText,
  VECTOR_BIT,
} from './type.ts';
import type * as typed from './typed-tree.ts';
import { declaredBelow, declaredInside } from './unreachable-declarations.ts';

/** An expression with its type; a `pending` sum of points waits for the type that is expected of it. */
export interface Typed {
  readonly expression: typed.Expression | PendingSum;
  readonly type: Type;
}

/** The most operators in a row: longer sums would exhaust the stack of those who walk the tree. */
const CHAIN_LIMIT = 1000;

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

function inferName(ctx: CheckContext, node: ast.Name, hint: Type | undefined): Typed {
  const place = placeOf(ctx, node);
  const words = hint?.kind === 'enumeration' ? (ENUMERATIONS.get(hint.name)?.words ?? []) : [];
  // No value may bear a word, and one that does has been reported.
  if (hint !== undefined && words.includes(node.text)) return { expression: constant(node.text, place), type: hint };
  const found = lookUpValue(ctx, node.text);
  if (found !== undefined) {
    const { variable } = found;
    const expression: typed.Expression =
      variable.constant === undefined ? { kind: 'read', variable, place } : constant(variable.constant, place);
    return { expression, type: variable.type };
  }
  if (hint?.kind === 'enumeration') {
    reportUnknownWord(ctx, node, hint.name, hint.words ?? words);
    return poison(ctx, node);
  }
  reportUnknownName(ctx, node, hint);
  return poison(ctx, node);
}

function reportUnknownWord(ctx: CheckContext, node: ast.Name, enumeration: string, words: readonly string[]): void {
  ctx.state.volatile = true;
  ctx.state.meant.add(node.text);
  if (reportDeclaredBelow(ctx, node)) return;
  report(ctx, problems.unknownWord(placeOf(ctx, node), node.text, enumeration, words));
}

function reportUnknownName(ctx: CheckContext, node: ast.Name, hint: Type | undefined): void {
  const { state } = ctx;
  state.volatile = true;
  state.meant.add(node.text);
  if (reportDeclaredBelow(ctx, node)) return;
  const place = placeOf(ctx, node);
  if (isMisplaced(ctx, node.text)) return;
  const callee = findFunction(node.text);
  if (callee !== undefined) return report(ctx, problems.functionAsName(place, callee));
  const word = [...ENUMERATIONS.values()].find(({ words }) => words.includes(node.text));
  if (word !== undefined) return reportStrayWord(ctx, node, word.name);
  if (state.siblings.some(({ name }) => name === node.text))
    return report(ctx, problems.propertyAsName(place, node.text));
  const candidates = namesIn(ctx.scope, 'values');
  const nearest = problems.suggest(node.text, candidates);
  if (nearest !== undefined) state.meant.add(nearest.text);
  const isKind = findKind(node.text) !== undefined;
  const inner = declaredInside(ctx, node.text);
  report(ctx, problems.unknownName(place, node.text, { candidates, isKind, inner, expected: hint }));
}

function reportDeclaredBelow(ctx: CheckContext, node: ast.Name): boolean {
  const below = declaredBelow(ctx, node.text, 'value');
  if (below === undefined) return false;
  const place = placeOf(ctx, node);
  const itself = below.place.section === ctx.section && below.place.end < node.start;
  report(
    ctx,
    itself
      ? problems.declaredByItself(place, node.text, below.place)
      : problems.declaredBelow(place, node.text, below, ctx.source),
  );
  return true;
}

/** One message for a value, however many of its words are out of place: one type would mend them all. */
function reportStrayWord(ctx: CheckContext, node: ast.Name, enumeration: string): void {
  const { state } = ctx;
  if (state.strayWord) return;
  state.strayWord = true;
  const { name } = state.wordLet ?? {};
  const declared = name && {
    name: name.text,
    fix: insert(name.end, `: ${enumeration}`, { title: `write its type, ${enumeration}` }),
  };
  report(ctx, problems.strayWord(placeOf(ctx, node), node.text, enumeration, declared));
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

function inferNegation(ctx: CheckContext, node: ast.Negation): Typed {
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

function inferChain(ctx: CheckContext, node: ast.Chain): Typed {
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

function inferComparison(ctx: CheckContext, node: ast.Comparison): Typed {
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

function inferAccess(ctx: CheckContext, node: ast.Access): Typed {
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

/** One side of an operator; its `form` tells how to multiply it. */
interface Side {
  readonly span: Span;
  readonly type: Type;
  readonly form?: problems.Form;
}

function sideOf(node: ast.Expression, type: Type): Side {
  return { span: node, type, form: factorForm(node) };
}

/** Whether an expression may be a factor as it stands. */
function factorForm(node: ast.Expression): problems.Form {
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
function reportMixed(ctx: CheckContext, place: Place, operator: string, left: Side, right: Side): void {
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
