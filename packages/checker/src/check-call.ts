// Turns a call into a construction, a draw or a computation: which signature, which argument for which parameter.
import type { Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import {
  type DefaultValue,
  FUNCTIONS,
  type FunctionDefinition,
  findFunction,
  type ParameterDefinition,
  type Signature,
  type ValueType,
} from '@diorama/vocabulary';
import { checkAppearance } from './check-appearance.ts';
import { checkExpression, fold, infer, poison, reportMismatch, settle, type Typed } from './check-expression.ts';
import { type CheckContext, constant, isConstant, placeOf, report } from './context.ts';
import { satisfies } from './evaluate.ts';
import { lookUpPrefab } from './look-up.ts';
import * as problems from './problems/index.ts';
import { ANY, type Frame, join, meet, numeric, POSITION_BIT, settled, type Type, typeOf, VECTOR_BIT } from './type.ts';
import type * as typed from './typed-tree.ts';
import type { Value } from './value.ts';

export function checkCall(ctx: CheckContext, node: ast.Call, hint: Type | undefined): Typed {
  const definition = findFunction(node.callee.text);
  if (definition === undefined) {
    const prefab = lookUpPrefab(ctx, node.callee.text) !== undefined;
    report(
      ctx,
      problems.unknownFunction(
        placeOf(ctx, node.callee),
        node.callee.text,
        FUNCTIONS.map(({ name }) => name),
        prefab,
      ),
    );
    for (const { value } of node.arguments) infer(ctx, value, undefined);
    return poison(ctx, node);
  }
  const signature = chooseSignature(definition, node);
  if (definition.name === 'random' && node.arguments.length === 2) return twoBounds(ctx, node);
  const bound = bindArguments(ctx, node, definition, signature);
  if (bound === undefined) return poison(ctx, node);
  return definition.role === 'draw'
    ? checkDraw(ctx, node, definition, bound, hint)
    : checkArguments(ctx, node, definition, definition.signatures.indexOf(signature), bound, hint);
}

/** `random(3, 5)`, as other languages write it. */
function twoBounds(ctx: CheckContext, node: ast.Call): Typed {
  const [low, high] = node.arguments as [ast.Argument, ast.Argument];
  for (const { value } of node.arguments) infer(ctx, value, undefined);
  report(
    ctx,
    problems.twoBounds(placeOf(ctx, { start: low.start, end: high.end }), { start: low.end, end: high.start }),
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

/** Which argument goes to which parameter; nothing if a mistake was reported. */
function bindArguments(
  ctx: CheckContext,
  node: ast.Call,
  definition: FunctionDefinition,
  signature: Signature,
): readonly Bound[] | undefined {
  const { parameters } = signature;
  const given = new Map<string, ast.Expression>();
  const rest: Bound[] = [];
  let sound = true;
  let position = 0;
  let lastNamed: ast.Name | undefined;
  const wrong = (diagnostic: ReturnType<typeof problems.unknownArgument>, value: ast.Expression) => {
    report(ctx, diagnostic);
    infer(ctx, value, undefined);
    sound = false;
  };
  for (const argument of node.arguments) {
    const { name, value } = argument;
    if (name !== undefined) {
      lastNamed = name;
      const parameter = parameters.find((candidate) => candidate.name === name.text);
      if (parameter === undefined)
        wrong(problems.unknownArgument(placeOf(ctx, name), name.text, definition, signature), value);
      else if (given.has(name.text)) wrong(problems.repeatedArgument(placeOf(ctx, name), name.text), value);
      else given.set(name.text, value);
      continue;
    }
    const parameter = parameters[Math.min(position, parameters.length - 1)];
    if (lastNamed !== undefined) wrong(problems.positionalAfterNamed(placeOf(ctx, argument), lastNamed.text), value);
    else if (parameter === undefined || parameter.named || (position >= parameters.length && !parameter.rest)) {
      wrong(problems.tooManyArguments(placeOf(ctx, argument), definition, signature), value);
    } else if (given.has(parameter.name)) rest.push({ parameter, argument: value });
    else given.set(parameter.name, value);
    position += 1;
  }
  const bound: Bound[] = [];
  const missing: ParameterDefinition[] = [];
  for (const parameter of parameters) {
    const argument = given.get(parameter.name);
    if (argument !== undefined) bound.push({ parameter, argument });
    else if (parameter.default !== undefined) bound.push({ parameter });
    else missing.push(parameter);
  }
  if (sound && missing.length > 0) {
    report(ctx, problems.missingArgument(placeOf(ctx, node), definition, signature, missing));
    for (const argument of given.values()) infer(ctx, argument, undefined);
    sound = false;
  }
  return sound ? [...bound, ...rest] : undefined;
}

function checkArguments(
  ctx: CheckContext,
  node: ast.Call,
  definition: FunctionDefinition,
  signatureIndex: number,
  bound: readonly Bound[],
  hint: Type | undefined,
): Typed {
  const place = placeOf(ctx, node);
  const signature = definition.signatures[signatureIndex] as Signature;
  const frame = definition.role === 'constructor' ? ctx.scope.frame : undefined;
  /** What the signature's type variable stands for, as far as it is known. */
  let same: Type = variableType(signature.result, hint);
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
        if (pointFrame !== undefined && pointFrame.frame !== checked.type.frame) {
          report(ctx, problems.mixedFrames(placeOf(ctx, argument), checked.type.frame, pointFrame.frame));
          invalid = true;
        }
        pointFrame ??= { frame: checked.type.frame, place: placeOf(ctx, argument) };
      }
      expressions.push(checked.expression);
      continue;
    }
    const found = infer(ctx, argument, expected);
    const type = found.type.kind === 'any' ? ANY : matchVariable(found.type, parameter.type, same);
    if (type === undefined) {
      if (found.type.kind === 'numeric' && same.kind === 'numeric') {
        report(
          ctx,
          problems.mixedDimensions(
            place,
            definition.name,
            placeOf(ctx, bound[0]?.argument ?? node),
            same,
            placeOf(ctx, argument),
            found.type,
          ),
        );
      } else reportMismatch(ctx, argument, found.type, expected.kind === 'any' ? numeric(7, false) : expected);
      invalid = true;
      continue;
    }
    if (type.kind === 'any') invalid = true;
    else same = type;
    expressions.push(settle(ctx, found.expression, found.type));
  }
  if (invalid || expressions.some(({ kind }) => kind === 'invalid'))
    return { expression: { kind: 'invalid', place }, type: resultType(signature.result, same, undefined) };
  const type =
    definition.name === 'polar'
      ? ({ kind: 'point', as: POSITION_BIT | VECTOR_BIT } as const)
      : resultType(signature.result, same, undefined);
  if (definition.role === 'constructor') {
    const construct: typed.Construct = {
      kind: 'construct',
      function: definition,
      signature: signatureIndex,
      arguments: expressions,
      place,
    };
    return checkAppearance(ctx, node, construct)
      ? fold(ctx, construct, type)
      : { expression: { kind: 'invalid', place }, type };
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
    report(
      ctx,
      problems.wrongDrawArgument(
        placeOf(ctx, argument),
        definition.name,
        type,
        random && (type.kind === 'numeric' || type.kind === 'list'),
      ),
    );
    return poison(ctx, node);
  }
  const of = (type as { of: Type }).of;
  const result = random && of.kind === 'numeric' ? numeric(of.dimensions, false) : of;
  const expression = settle(ctx, found.expression, type.kind === 'list' ? settledList(type, itemHint, ctx) : type);
  if (
    isConstant(expression) &&
    !satisfies(expression.value, definition.signatures[0]?.parameters[0]?.type ?? { kind: 'boolean' })
  )
    return poison(ctx, node);
  return {
    expression: { kind: 'draw', function: random ? 'random' : 'pick', ordinal, argument: expression, place },
    type: result,
  };
}

function settledList(type: Type, hint: Type | undefined, ctx: CheckContext): Type {
  const wanted: Type = { kind: 'list', of: hint ?? ANY };
  return meet(type, wanted) ?? settled(type, ctx.scope.frame);
}

function mentionsVariable(type: ValueType): boolean {
  return type.kind === 'variable' || ((type.kind === 'range' || type.kind === 'list') && mentionsVariable(type.of));
}

/** What the result's variable would have to be for the call to be what is hinted at. */
function variableType(result: ValueType, hint: Type | undefined): Type {
  if (result.kind === 'variable') return hint?.kind === 'numeric' ? numeric(7, false) : ANY;
  return ANY;
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

/** A default of the vocabulary as a value. */
export function defaultValue(value: DefaultValue, type: ValueType): Value {
  if (typeof value === 'number' && type.kind === 'rotation')
    return { kind: 'rotation', rotation: { kind: 'yaw', yaw: value } };
  if (typeof value !== 'object') return value;
  const [x = 0, second = 0, third] = value;
  const [y, z] = third === undefined ? [0, second] : [second, third];
  if (type.kind === 'vector') return { kind: 'vector', x, y, z, level: y === 0 };
  return { kind: 'position', x, y, z, ground: third === undefined };
}
