// Turns the items of a block into typed ones and declares their names, in order: declare before use.
import { invariant, unreachable } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { ENUMERATIONS } from '@diorama/vocabulary';
import { checkElement } from './check-element.ts';
import { checkExpression, checkUnexpected, infer, settle } from './check-expression.ts';
import { checkPrefab } from './check-prefab.ts';
import {
  begin,
  type CheckContext,
  canonicalText,
  isConstant,
  placeOf,
  remember,
  report,
  sourceText,
  within,
} from './context.ts';
import * as problems from './problems/index.ts';
import { COUNT, SPACING } from './run-items.ts';
import { type Activation, earlierValue, enclose, localVariable, type Scope, type ValueDeclaration } from './scope.ts';
import { ANY, BOOLEAN, type Frame, INTEGER, LENGTH_BIT, numeric, settled, type Type, typeText } from './type.ts';
import { typeFromName } from './type-from-name.ts';
import type * as typed from './typed-tree.ts';

/** Checks all items of the context's block, which learns their names. */
export function checkItems(ctx: CheckContext, items: readonly (ast.Item | ast.Field)[]): readonly typed.Item[] {
  const result: typed.Item[] = [];
  for (const item of items) {
    const checked = item.kind === 'field' ? undefined : checkItem(ctx, item);
    if (checked !== undefined) result.push(checked);
  }
  warnOfUnused(ctx);
  return result;
}

/** Tells of the lets of a block, at its end, that nothing uses. */
export function warnOfUnused({ state, scope }: CheckContext): void {
  for (const declaration of scope.values.values()) {
    if (declaration.origin !== 'let' || declaration.name.startsWith('_')) continue;
    if (state.used.has(declaration) || state.meant.has(declaration.name)) continue;
    state.diagnostics.push(problems.unusedLet(declaration.place, declaration.name));
  }
}

/** Checks one item. Prefabs, and what could not be understood, leave nothing to run. */
export function checkItem(ctx: CheckContext, item: ast.Item): typed.Item | undefined {
  switch (item.kind) {
    case 'let':
      return checkLet(ctx, item);
    case 'prefab':
      checkPrefab(ctx, item);
      return undefined;
    case 'element':
      return checkElement(ctx, item);
    case 'for':
      return checkFor(ctx, item);
    case 'if':
      return checkIf(ctx, item);
    case 'scatter':
      return checkScatter(ctx, item);
    default:
      return unreachable(item);
  }
}

/** Declares a value in the context's block; a name that the block has already is reported and stands for the first. */
export function declareValue(
  ctx: CheckContext,
  name: ast.Name,
  declaration: ValueDeclaration,
  isReported = false,
): void {
  const { scope } = ctx;
  const place = placeOf(ctx, name);
  const earlier = earlierValue(scope, name.text);
  if (scope.parent === undefined) remember(ctx, 'value', name.text, earlier);
  if (earlier !== undefined && isReported) return;
  if (earlier !== undefined) return report(ctx, problems.duplicateName(place, name.text, earlier.place));
  const word = [...ENUMERATIONS.values()].find(({ words }) => words.includes(name.text));
  if (word !== undefined) report(ctx, problems.wordAsName(place, name.text, word.name));
  scope.values.set(name.text, declaration);
  if (scope.parent === undefined) ctx.state.declared.push(declaration);
}

function checkLet(ctx: CheckContext, node: ast.Let): typed.Let | undefined {
  begin(ctx, [], node.type === undefined && isWords(node.value) ? node : undefined);
  const expected = node.type === undefined ? undefined : typeFromName(ctx, node.type);
  const found =
    expected === undefined
      ? checkUnexpected(ctx, node.value)
      : checkExpression(ctx, node.value, framed(expected.type, ctx.scope.frame), expected.value);
  // What is wrong with the type was reported: the name fits everything.
  const lost = node.type !== undefined && expected === undefined;
  const expression: typed.Expression = lost ? { kind: 'invalid', place: found.expression.place } : found.expression;
  const type = lost ? ANY : found.type;
  if (node.name.text === '') return undefined;
  const place = placeOf(ctx, node.name);
  const variableType =
    expected === undefined
      ? type
      : expression.kind === 'invalid'
        ? expected.type
        : narrower(expected.type, type, ctx.scope.frame);
  const known = isConstant(expression) ? { constant: expression.value } : {};
  const { activation } = ctx.scope;
  const result: { -readonly [K in keyof typed.Let]: typed.Let[K] } = {
    kind: 'let',
    source: node,
    place: placeOf(ctx, node),
    value: expression,
    variable: undefined as never,
  };
  result.variable =
    activation === undefined
      ? { kind: 'global', name: node.name.text, declaration: result, type: variableType, place, ...known }
      : localVariable(activation, node.name.text, variableType, place, known.constant);
  const { variable } = result;
  const declaration: ValueDeclaration = { kind: 'value', name: node.name.text, variable, place, origin: 'let' };
  // Of `a = 6` it was said that a name has one value.
  declareValue(ctx, node.name, declaration, node.start === node.name.start);
  return result;
}

/** Whether a value may be made of the words of an enumeration: what the type of its let would mend. */
function isWords(node: ast.Expression): boolean {
  return node.kind === 'name' || (node.kind === 'call' && node.callee.text === 'pick');
}

/** An annotated let is of the written type; a position is also of the frame in which it stands. */
function narrower(written: Type, found: Type, frame: Frame): Type {
  if (written.kind === 'numeric') return written;
  return settled(found.kind === 'any' ? written : found, frame);
}
function framed(type: Type, frame: Frame): Type {
  return type.kind === 'point' ? { ...type, frame } : type;
}

/** The activation of a block: at top level, every item has its own. */
export function activationOf(scope: Scope): Activation {
  return scope.activation ?? { slots: 0 };
}

function checkFor(ctx: CheckContext, node: ast.For): typed.For {
  refuseAnnotations(ctx, node.annotations, '`for`');
  begin(ctx);
  const activation = activationOf(ctx.scope);
  const values = infer(ctx, node.values, undefined);
  const step = node.step && infer(ctx, node.step, undefined);
  let itemType: Type = ANY;
  let expression = settle(ctx, values.expression, settled(values.type, ctx.scope.frame));
  const { type } = values;
  if (type.kind === 'list') {
    itemType = settled(type.of, ctx.scope.frame);
    if (node.step !== undefined) report(ctx, problems.stepOverList(placeOf(ctx, node.step), node.values.end));
  } else if (type.kind === 'range' && type.of.kind === 'numeric') {
    itemType = checkSteps(ctx, node, type.of, step);
    // How often it turns is not known without its step, and so no limit is passed.
    if (node.step === undefined && itemType.kind === 'numeric' && !itemType.integer)
      expression = { kind: 'invalid', place: expression.place };
  } else if (type.kind !== 'any') {
    const isAtom = node.values.kind === 'number' || node.values.kind === 'name';
    const text = isAtom ? sourceText(ctx, node.values) : undefined;
    report(ctx, problems.notIterable(placeOf(ctx, node.values), type, text));
    expression = { kind: 'invalid', place: expression.place };
  }
  if (isConstant(expression)) warnIfEmpty(ctx, expression);
  const scope = enclose(ctx.scope, { activation, inside: 'a `for`', items: node.body.items });
  const inner = within(ctx, scope);
  const place = placeOf(ctx, node.variable);
  const variable = localVariable(activation, node.variable.text, itemType, place);
  if (node.variable.text !== '') {
    declareValue(inner, node.variable, { kind: 'value', name: node.variable.text, variable, place, origin: 'loop' });
  }
  const body = checkItems(inner, node.body.items);
  return {
    kind: 'for',
    source: node,
    place: placeOf(ctx, node),
    variable,
    values: expression,
    ...(step && { step: settle(ctx, step.expression, settled(step.type, ctx.scope.frame)) }),
    overList: type.kind === 'list',
    body,
    slots: activation.slots,
  };
}

/** The type of a loop's variable over a range of `of`, after its step was held against it. */
function checkSteps(ctx: CheckContext, node: ast.For, of: Type, step: ReturnType<typeof infer> | undefined): Type {
  const range = settled(of, ctx.scope.frame);
  invariant(of.kind === 'numeric' && range.kind === 'numeric', 'the bounds of a range are numbers');
  if (node.step === undefined || step === undefined) {
    if (range.integer) return range;
    report(ctx, problems.missingStep(placeOf(ctx, node.values), range));
    return range;
  }
  if (step.type.kind === 'any') return range;
  const dimensions = step.type.kind === 'numeric' ? of.dimensions & step.type.dimensions : 0;
  if (dimensions === 0 || step.type.kind !== 'numeric') {
    report(ctx, problems.wrongOperand(placeOf(ctx, node.step), `${typeText(range)}, as in the range`, step.type));
    return range;
  }
  const { expression } = step;
  if (expression.kind === 'constant' && typeof expression.value === 'number' && expression.value <= 0) {
    report(ctx, problems.zeroStep(expression.place, expression.value));
  }
  return settled(numeric(dimensions, of.integer && step.type.integer), ctx.scope.frame);
}

function warnIfEmpty(ctx: CheckContext, expression: typed.Constant): void {
  const { value } = expression;
  if (
    typeof value !== 'object' ||
    value.kind !== 'range' ||
    typeof value.from !== 'number' ||
    typeof value.to !== 'number'
  )
    return;
  if (value.inclusive ? value.from > value.to : value.from >= value.to) {
    report(ctx, problems.emptyRange(expression.place, value.from > value.to));
  }
}

function checkIf(ctx: CheckContext, node: ast.If): typed.If {
  refuseAnnotations(ctx, node.annotations, '`if`');
  begin(ctx);
  const activation = activationOf(ctx.scope);
  const condition = checkExpression(ctx, node.condition, BOOLEAN).expression;
  const before = ctx.state.settings;
  const branch = (items: readonly ast.Item[]) => {
    ctx.state.settings = before;
    const checked = checkItems(within(ctx, enclose(ctx.scope, { activation, items })), items);
    return { checked, settings: ctx.state.settings };
  };
  const then = branch(node.then.items);
  const otherwise = branch(node.else === undefined ? [] : node.else.kind === 'if' ? [node.else] : node.else.items);
  const changed = then.settings !== before || otherwise.settings !== before;
  ctx.state.settings = changed ? new Map([...then.settings, ...otherwise.settings]) : before;
  return {
    kind: 'if',
    source: node,
    place: placeOf(ctx, node),
    condition,
    then: then.checked,
    else: otherwise.checked,
    slots: activation.slots,
  };
}

function checkScatter(ctx: CheckContext, node: ast.Scatter): typed.Scatter {
  refuseAnnotations(ctx, node.annotations, '`scatter`');
  begin(ctx);
  const activation = activationOf(ctx.scope);
  const count = checkExpression(ctx, node.count, INTEGER, COUNT).expression;
  const region = checkExpression(ctx, node.region, { kind: 'region' }).expression;
  const spacing = node.spacing && checkExpression(ctx, node.spacing, numeric(LENGTH_BIT, false), SPACING).expression;
  ctx.state.speaksWhenLowered = true;
  const frame: Frame = { name: 'this scatter', place: placeOf(ctx, { start: node.start, end: node.region.end }) };
  const scope = enclose(ctx.scope, { activation, frame, inside: 'a scatter', items: node.body.items });
  const body = checkItems(within(ctx, scope), node.body.items);
  return {
    kind: 'scatter',
    source: node,
    place: placeOf(ctx, node),
    count,
    region,
    ...(spacing && { spacing }),
    body,
    key: canonicalText(ctx, node.region),
    slots: activation.slots,
  };
}

function refuseAnnotations(ctx: CheckContext, annotations: readonly ast.Annotation[], what: string): void {
  for (const annotation of annotations)
    report(ctx, problems.misplacedAnnotation(placeOf(ctx, annotation), annotation.name.text, what));
}
