// Turns a call into a construction, a draw or a computation: which signature, which argument for which parameter.
import { type Diagnostic, type Fix, insert, type Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import {
  type DefaultValue,
  FUNCTIONS,
  type FunctionDefinition,
  findFunction,
  findKind,
  type ParameterDefinition,
  type Signature,
  type ValueType,
} from '@diorama/vocabulary';
import { checkAppearance } from './check-appearance.ts';
import { checkExpression, fold, infer, poison, reportMismatch, settle, type Typed } from './check-expression.ts';
import { type CheckContext, constant, isConstant, placeOf, report } from './context.ts';
import { defaultValue } from './default-value.ts';
import { evaluate } from './evaluate.ts';
import { FoldingRun } from './folding-run.ts';
import { lookUpPrefab } from './look-up.ts';
import * as problems from './problems/index.ts';
import {
  ANY,
  differ,
  type Frame,
  join,
  meet,
  numeric,
  POSITION_BIT,
  settled,
  type Type,
  typeOf,
  typeText,
  VECTOR_BIT,
} from './type.ts';
import type * as typed from './typed-tree.ts';

export function checkCall(ctx: CheckContext, node: ast.Call, hint: Type | undefined): Typed {
  const definition = findFunction(node.callee.text);
  if (definition === undefined) {
    reportUnknownFunction(ctx, node.callee, hint);
    for (const { value } of node.arguments) infer(ctx, value, undefined);
    return poison(ctx, node);
  }
  const signature = chooseSignature(definition, node);
  const bare = node.arguments.length > 1 && node.arguments.every(({ name }) => name === undefined);
  if (definition.role === 'draw' && bare) return bareValues(ctx, node, definition);
  const bound = bindArguments(ctx, node, definition, signature);
  if (bound === undefined) return poison(ctx, node);
  return definition.role === 'draw'
    ? checkDraw(ctx, node, definition, bound, hint)
    : checkArguments(ctx, node, definition, definition.signatures.indexOf(signature), bound);
}

function reportUnknownFunction(ctx: CheckContext, callee: ast.Name, hint: Type | undefined): void {
  const { text } = callee;
  const place = placeOf(ctx, callee);
  if (lookUpPrefab(ctx, text) !== undefined) return report(ctx, problems.calledElement(place, text, 'prefab'));
  if (findKind(text) !== undefined) return report(ctx, problems.calledElement(place, text, 'kind'));
  const names = FUNCTIONS.map(({ name }) => name);
  const made = hint === undefined || hint.kind === 'any' || hint.kind === 'numeric' ? undefined : hint;
  const fitting = FUNCTIONS.filter(
    ({ signatures }) =>
      made && signatures.some(({ result }) => result.kind !== 'variable' && meet(typeOf(result, undefined), made)),
  ).map(({ name }) => name);
  report(ctx, problems.unknownFunction(place, text, names, fitting, made && typeText(made)));
}

/** `random(3, 5)`, `pick(3, 5)`: the values one by one, where a range or a list belongs. */
function bareValues(ctx: CheckContext, node: ast.Call, { name }: FunctionDefinition): Typed {
  const [first, second] = node.arguments as [ast.Argument, ast.Argument];
  const last = node.arguments.at(-1) ?? second;
  const place = placeOf(ctx, { start: first.start, end: last.end });
  for (const { value } of node.arguments) infer(ctx, value, undefined);
  report(
    ctx,
    name === 'random' && last === second
      ? problems.twoBounds(place, { start: first.end, end: second.start })
      : problems.severalValues(place, name, node.arguments.length),
  );
  return poison(ctx, node);
}

/** The signature that a call means: by the names of its arguments, then by whether its first argument is a range. */
function chooseSignature(definition: FunctionDefinition, node: ast.Call): Signature {
  const [first, ...others] = definition.signatures;
  const fits = ({ parameters }: Signature) =>
    node.arguments.some(({ name }) => parameters.some((parameter) => parameter.name === name?.text));
  return others.find(fits) ?? (first as Signature);
}

interface Bound {
  readonly parameter: ParameterDefinition;
  /** None: the default stands in. */
  readonly argument?: ast.Expression;
}

/** `disk(center (0, 1))`: the name of a parameter, whose colon is missing, reads like a call. */
function calledParameter(ctx: CheckContext, value: ast.Expression, signature: Signature): ast.Name | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee } = value;
  if (!signature.parameters.some(({ name }) => name === callee.text)) return undefined;
  const isKnown = findFunction(callee.text) !== undefined || lookUpPrefab(ctx, callee.text) !== undefined;
  return isKnown ? undefined : callee;
}

/** Which argument goes to which parameter; nothing if a mistake was reported. */
function bindArguments(
  ctx: CheckContext,
  node: ast.Call,
  definition: FunctionDefinition,
  signature: Signature,
): readonly Bound[] | undefined {
  const { parameters } = signature;
  /** By the parameter's index. */
  const given: (ast.Argument | undefined)[] = parameters.map(() => undefined);
  const rest: Bound[] = [];
  let sound = true;
  let position = 0;
  let lastNamed: ast.Name | undefined;
  const wrong = (diagnostic: Diagnostic, value: ast.Expression) => {
    if (value.kind !== 'missing') report(ctx, diagnostic);
    infer(ctx, value, undefined);
    sound = false;
  };
  for (const argument of node.arguments) {
    const { name, value } = argument;
    if (name !== undefined) {
      lastNamed = name;
      const index = parameters.findIndex((candidate) => candidate.name === name.text);
      const earlier = given[index];
      if (index === -1)
        wrong(problems.unknownArgument(placeOf(ctx, name), name.text, definition, freeNames(definition, node)), value);
      else if (earlier !== undefined)
        wrong(problems.repeatedArgument(placeOf(ctx, name), name.text, placeOf(ctx, earlier)), value);
      else given[index] = argument;
      continue;
    }
    const called = calledParameter(ctx, value, signature);
    if (called !== undefined) {
      report(ctx, problems.calledArgument(placeOf(ctx, called), called.text));
      for (const { value: part } of (value as ast.Call).arguments) infer(ctx, part, undefined);
      sound = false;
      continue;
    }
    const index = Math.min(position, parameters.length - 1);
    const parameter = parameters[index];
    if (lastNamed !== undefined) {
      const [only, ...others] = freeNames(definition, node);
      const fixes = only !== undefined && others.length === 0 ? [insert(argument.start, `${only}: `)] : [];
      wrong(problems.positionalAfterNamed(placeOf(ctx, argument), lastNamed.text, fixes), value);
    } else if (parameter === undefined || parameter.named || (position >= parameters.length && !parameter.rest)) {
      wrong(problems.tooManyArguments(placeOf(ctx, argument), definition), value);
    } else if (given[index] !== undefined) rest.push({ parameter, argument: value });
    else given[index] = argument;
    position += 1;
  }
  const bound: Bound[] = [];
  const missing: ParameterDefinition[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const argument = given[index]?.value;
    if (argument !== undefined) bound.push({ parameter, argument });
    else if (parameter.default !== undefined) bound.push({ parameter });
    else missing.push(parameter);
  }
  if (sound && missing.length > 0) {
    const fixes = namingFixes(node, parameters, missing);
    report(ctx, problems.missingArgument(placeOf(ctx, node.callee), definition, missing, fixes));
    sound = false;
  }
  if (sound) return rest.length === 0 ? bound : [...bound, ...rest];
  for (const argument of given) if (argument !== undefined) infer(ctx, argument.value, undefined);
  return undefined;
}

/** The parameters, of all signatures, that a call does not name. */
function freeNames({ signatures }: FunctionDefinition, node: ast.Call): readonly string[] {
  const named = new Set(node.arguments.map(({ name }) => name?.text));
  const positional = node.arguments.findIndex(({ name }) => name !== undefined);
  const names = signatures.flatMap(({ parameters }) =>
    parameters.slice(Math.max(0, positional)).map(({ name }) => name),
  );
  return [...new Set(names)].filter((name) => !named.has(name));
}

/** `disk(6)`: the first parameter has a default, and the number was meant for the one that has none. */
function namingFixes(
  node: ast.Call,
  [first]: readonly ParameterDefinition[],
  [missing, ...others]: readonly ParameterDefinition[],
): readonly Fix[] {
  const [argument, ...more] = node.arguments;
  if (argument === undefined || more.length > 0 || others.length > 0 || missing === undefined) return [];
  const misplaced = argument.name === undefined && argument.value.kind === 'number' && first?.default !== undefined;
  return misplaced ? [insert(argument.start, `${missing.name}: `)] : [];
}

function checkArguments(
  ctx: CheckContext,
  node: ast.Call,
  definition: FunctionDefinition,
  signatureIndex: number,
  bound: readonly Bound[],
): Typed {
  const place = placeOf(ctx, node);
  const signature = definition.signatures[signatureIndex] as Signature;
  const frame = definition.role === 'constructor' ? ctx.scope.frame : undefined;
  /** What the signature's type variable stands for, as far as it is known. */
  let same: Type = ANY;
  let invalid = false;
  const expressions: typed.Expression[] = [];
  let pointFrame: { frame: Frame; place: Place } | undefined;
  for (const { parameter, argument } of bound) {
    if (argument === undefined) {
      expressions.push(constant(defaultValue(parameter.default as DefaultValue, parameter.type), place));
      continue;
    }
    const expected = substitute(parameter.type, same, frame);
    const variable = mentionsVariable(parameter.type);
    if (!variable) {
      const checked = checkExpression(ctx, argument, expected, parameter.type);
      if (checked.type.kind === 'point' && checked.type.frame !== undefined && frame === undefined) {
        if (pointFrame !== undefined && differ(pointFrame.frame, checked.type.frame)) {
          report(ctx, problems.mixedFrames(placeOf(ctx, argument), checked.type.frame, pointFrame.frame));
          invalid = true;
        }
        pointFrame ??= { frame: checked.type.frame, place: placeOf(ctx, argument) };
      }
      expressions.push(checked.expression);
      continue;
    }
    // Whole numbers so far do not keep the next one from lying between them.
    const hint = expected.kind === 'numeric' ? numeric(expected.dimensions, false) : expected;
    const found = infer(ctx, argument, hint);
    const type: Type | undefined = found.type.kind === 'any' ? ANY : matchVariable(found.type, parameter.type, same);
    if (type === undefined) {
      if (found.type.kind === 'numeric' && same.kind === 'numeric') {
        const first = placeOf(ctx, bound[0]?.argument ?? node);
        report(ctx, problems.mixedArguments(definition.name, first, same, placeOf(ctx, argument), found.type));
      } else reportMismatch(ctx, argument, found.type, expected.kind === 'any' ? numeric(7, false) : expected);
      invalid = true;
      continue;
    }
    if (type.kind === 'any') invalid = true;
    else same = type;
    expressions.push(settle(ctx, found.expression, found.type));
  }
  if (invalid || expressions.some(({ kind }) => kind === 'invalid')) return poison(ctx, node);
  const type =
    definition.name === 'polar'
      ? ({ kind: 'point', as: POSITION_BIT | VECTOR_BIT } as const)
      : resultType(signature.result, same, undefined);
  // Whether it stands where it looks, only lowering knows of every place.
  if (definition.name === 'facing') ctx.state.speaksWhenLowered = true;
  if (definition.role === 'constructor') {
    const construct: typed.Construct = {
      kind: 'construct',
      function: definition,
      signature: signatureIndex,
      arguments: expressions,
      place,
    };
    return checkAppearance(ctx, node, construct) ? fold(ctx, construct, type) : poison(ctx, node);
  }
  return fold(ctx, { kind: 'call', function: definition, arguments: expressions, place }, type);
}

function checkDraw(
  ctx: CheckContext,
  node: ast.Call,
  definition: FunctionDefinition,
  bound: readonly Bound[],
  hint: Type | undefined,
): Typed {
  const place = placeOf(ctx, node);
  const ordinal = ctx.state.draws;
  ctx.state.draws += 1;
  const argument = bound[0]?.argument ?? node;
  const random = definition.name === 'random';
  const itemHint = hint === undefined || hint.kind === 'any' ? undefined : hint;
  const expected: Type | undefined = itemHint && {
    kind: random ? 'range' : 'list',
    of: random && itemHint.kind === 'numeric' ? numeric(itemHint.dimensions, false) : itemHint,
  };
  const found = infer(ctx, argument, expected);
  if (found.type.kind === 'any') return poison(ctx, node);
  const { type } = found;
  const isRange = type.kind === 'range' && type.of.kind === 'numeric';
  if (random ? !isRange : type.kind !== 'list' && !(isRange && (type.of as { integer: boolean }).integer)) {
    report(ctx, problems.wrongDrawArgument(placeOf(ctx, argument), node.callee, definition.name, type));
    return poison(ctx, node);
  }
  const of = (type as { of: Type }).of;
  const result = random && of.kind === 'numeric' ? numeric(of.dimensions, false) : of;
  const expression = settle(ctx, found.expression, type.kind === 'list' ? settledList(type, itemHint, ctx) : type);
  const draw: typed.Draw = { kind: 'draw', function: random ? 'random' : 'pick', ordinal, argument: expression, place };
  if (isConstant(expression)) {
    // Whether there is anything to draw is known, though not what is drawn.
    const run = new FoldingRun(ctx);
    evaluate(draw, run);
    if (run.failed) return poison(ctx, node);
  }
  return { expression: draw, type: result };
}

function settledList(type: Type, hint: Type | undefined, ctx: CheckContext): Type {
  const wanted: Type = { kind: 'list', of: hint ?? ANY };
  return meet(type, wanted) ?? settled(type, ctx.scope.frame);
}

function mentionsVariable(type: ValueType): boolean {
  return type.kind === 'variable' || ((type.kind === 'range' || type.kind === 'list') && mentionsVariable(type.of));
}

function substitute(type: ValueType, same: Type, frame: Frame | undefined): Type {
  if (type.kind === 'variable') return same;
  if ((type.kind === 'range' || type.kind === 'list') && mentionsVariable(type))
    return { kind: type.kind, of: substitute(type.of, same, frame) };
  return typeOf(type, frame);
}

/** What the variable is, seen an argument of `found` for a parameter that mentions it; nothing if they disagree. */
function matchVariable(found: Type, parameter: ValueType, same: Type): Type | undefined {
  if (parameter.kind === 'range' || parameter.kind === 'list')
    return found.kind === parameter.kind ? matchVariable(found.of, parameter.of, same) : undefined;
  if (parameter.kind === 'variable' && parameter.over === 'numeric' && found.kind !== 'numeric') return undefined;
  return same.kind === 'any' ? found : join(found, same);
}

function resultType(type: ValueType, same: Type, frame: Frame | undefined): Type {
  if (type.kind === 'variable')
    return type.continuous && same.kind === 'numeric' ? numeric(same.dimensions, false) : same;
  if (type.kind === 'list') return { kind: 'list', of: resultType(type.of, same, frame) };
  return typeOf(type, frame);
}
