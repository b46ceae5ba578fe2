// The typed half of calls: which functions lead to what is wanted, which arguments are open, and what a call gives.
import {
  FUNCTIONS,
  type FunctionDefinition,
  type ParameterDefinition,
  type Signature,
  type ValueType,
  INTEGER as WHOLE,
  within,
} from '@diorama/vocabulary';
import type { ArgumentAttributes, Bound, CallState, Inherited, PrimaryAttributes } from './attributes.ts';
import { ordered } from './constant.ts';
import { type Demand, demand, either, expecting, NOTHING, type Result, wantedBits, wants } from './demand.ts';
import { complete, result } from './expressions.ts';
import { hasAssets } from './literals.ts';
import { type Run, refuse, type World } from './run.ts';
import {
  ANGLE,
  ANY,
  ANYWHERE,
  INTEGER,
  join,
  LENGTH,
  listOf,
  meets,
  NONE,
  NUMBER,
  NUMERIC,
  named,
  OPEN,
  ofBits,
  POINT,
  POSITION,
  rangeOf,
  type TypeSet,
  typeSet,
  typesOf,
} from './type-set.ts';

const WHOLE_NUMBER = ofBits(INTEGER | NUMBER);

/** Whether a call of a function may stand where this is wanted. */
export function serves(run: Run, of: Inherited, definition: FunctionDefinition, world: World): boolean {
  const { literal, bound } = of;
  if (literal && !isLiteral(definition)) return false;
  if (definition.name === 'embedding' && (world.embeddings === undefined || world.embeddings.rows === 0)) return false;
  if (literal && definition.name === 'asset' && !hasAssets(run, bound?.assetClass)) return false;
  return possibleSignatures(of.wanted, definition).length > 0;
}
/** Whether core form has it. */
function isLiteral({ role, signatures: [first] }: FunctionDefinition): boolean {
  return role === 'constructor' && first?.result.kind !== 'region';
}

/** A function that leads to what is wanted, and whether it does so without an operator, member or index. */
export interface Callable {
  readonly definition: FunctionDefinition;
  readonly direct: boolean;
}
const callables: (readonly Callable[])[] = [];

/** The functions that may be called here, in the vocabulary's order. */
export function callable(run: Run, of: Inherited, world: World): readonly Callable[] {
  const { wanted } = of;
  let leading = callables[wanted.id];
  if (leading === undefined) {
    leading = FUNCTIONS.filter((one) => possibleSignatures(wanted, one).length > 0).map((definition) => ({
      definition,
      direct: isDirectCall(wanted, definition),
    }));
    callables[wanted.id] = leading;
  }
  return leading.filter(({ definition }) => serves(run, of, definition, world));
}

function isDirectCall({ hint }: Demand, definition: FunctionDefinition): boolean {
  if (hint === NONE || definition.name === 'pick') return true;
  return definition.signatures.some((signature) => meets(resultOf(definition, signature, NUMERIC), hint));
}

const signatures = new WeakMap<FunctionDefinition, (readonly number[])[]>();

/** The signatures whose results can serve, by index. */
function possibleSignatures(wanted: Demand, definition: FunctionDefinition): readonly number[] {
  let byDemand = signatures.get(definition);
  if (byDemand === undefined) {
    byDemand = [];
    signatures.set(definition, byDemand);
  }
  let found = byDemand[wanted.id];
  if (found === undefined) {
    found = definition.signatures.flatMap((signature, index) =>
      leadsTo(wanted, definition, signature) ? [index] : [],
    );
    byDemand[wanted.id] = found;
  }
  return found;
}

function leadsTo(wanted: Demand, definition: FunctionDefinition, signature: Signature): boolean {
  if (definition.name === 'random') return drawnBits(wanted) !== 0;
  if (definition.name === 'pick') return wanted !== NOTHING;
  if (variableBits(wanted, signature) !== 0) return true;
  return !mentionsVariable(signature.result) && wants(wanted, resultOf(definition, signature, 0));
}

/** What the type variable of a signature may stand for, so that the call serves. */
function variableBits(wanted: Demand, { result }: Signature): number {
  if (!mentionsVariable(result)) return 0;
  let bits = 0;
  for (const bit of [INTEGER, NUMBER, LENGTH, ANGLE]) {
    const one = substituted(result, bit === INTEGER ? INTEGER | NUMBER : bit);
    if (wants(wanted, one)) bits |= bit;
  }
  return bits;
}

/** The numbers of whose range a random one would serve. */
function drawnBits(wanted: Demand): number {
  const bits = wantedBits(wanted) & NUMERIC & ~INTEGER;
  return bits & NUMBER ? bits | INTEGER : bits;
}

function mentionsVariable(type: ValueType): boolean {
  return type.kind === 'variable' || ((type.kind === 'range' || type.kind === 'list') && mentionsVariable(type.of));
}

/** A type with its variable replaced. */
function substituted(type: ValueType, bits: number): TypeSet {
  if (type.kind === 'variable') return ofBits(type.continuous ? bits & ~INTEGER : bits);
  if (type.kind === 'list') return listOf(substituted(type.of, bits));
  if (type.kind === 'range') return rangeOf(substituted(type.of, bits).bits);
  return named(typesOf(type, OPEN));
}

function resultOf(definition: FunctionDefinition, signature: Signature, same: number): TypeSet {
  return definition.name === 'polar' ? typeSet({ bits: POINT }) : substituted(signature.result, same);
}

/** `name(` */
export function beginCall({ wanted }: Inherited, definition: FunctionDefinition): CallState {
  const possible = possibleSignatures(wanted, definition);
  const bits = possible.reduce((all, index) => all | variableBits(wanted, signatureAt(definition, index)), 0);
  return {
    definition,
    signatures: possible,
    given: [],
    positional: 0,
    named: false,
    same: ofBits(bits & INTEGER ? bits | NUMBER : bits),
    needed: bits,
    drawn: undefined,
    frame: OPEN,
    constant: definition.role !== 'draw',
    zeros: 0,
    numbers: {},
    value: undefined,
  };
}

function signatureAt({ signatures }: FunctionDefinition, index: number): Signature {
  return signatures[index] as Signature;
}

/** The parameters that the next argument may be for, by signature: `name` is '' for one by position. */
function openParameters(
  { definition, signatures, given, positional, named }: CallState,
  name: string,
): readonly (readonly [number, ParameterDefinition])[] {
  return signatures.flatMap((index): (readonly [number, ParameterDefinition])[] => {
    const { parameters } = signatureAt(definition, index);
    if (name !== '') {
      const parameter = parameters.find((one) => one.name === name);
      const means =
        parameter !== undefined && !given.includes(name) && meansSignature(definition, index, [...given, name]);
      return means ? [[index, parameter]] : [];
    }
    const parameter = parameters[Math.min(positional, parameters.length - 1)];
    if (named || parameter === undefined || parameter.named || (positional >= parameters.length && !parameter.rest))
      return [];
    return meansSignature(definition, index, given) ? [[index, parameter]] : [];
  });
}

/** Whether arguments of these names, and those to come, can mean a signature: the first that has one of the names. */
function meansSignature(definition: FunctionDefinition, index: number, names: readonly string[]): boolean {
  if (definition.role === 'draw') return true;
  const chosen = definition.signatures.findIndex(
    ({ parameters }, at) => at > 0 && parameters.some(({ name }) => names.includes(name)),
  );
  if (chosen !== -1) return chosen === index;
  if (index === 0) return true;
  return signatureAt(definition, index).parameters.some(({ name }) => !names.includes(name));
}

/** The named arguments that are still open. */
export function openArguments(call: CallState): readonly ParameterDefinition[] {
  const names = new Set(call.definition.signatures.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const [found] = openParameters(call, name);
    return found !== undefined && !isFilledByPosition(call, found[0], name) ? [found[1]] : [];
  });
}

function isFilledByPosition({ definition, positional }: CallState, index: number, name: string): boolean {
  return signatureAt(definition, index).parameters.findIndex((one) => one.name === name) < positional;
}

function mayArgueByPosition(call: CallState): boolean {
  return openParameters(call, '').length > 0;
}
export function mayArgue(call: CallState): boolean {
  return mayArgueByPosition(call) || openArguments(call).length > 0;
}

/** What is demanded of an argument. */
export function enterArgument(run: Run, of: ArgumentAttributes, world: World): Inherited | undefined {
  const { call, name, wanted, frame, literal } = of;
  const open = openParameters(call, name);
  if (open.length === 0) {
    return refuse(run, () => ({
      code: call.named ? 'positional-after-named' : 'too-many-arguments',
      title: call.named ? 'unnamed argument after a named one' : 'too many arguments',
      message: `\`${call.definition.name}\` takes no further argument of this sort`,
    }));
  }
  const demands = open.map(([, parameter]) => demandOf(call, parameter, wanted, frame));
  const one = demands.reduce(either);
  const [first] = open;
  return { wanted: one, bound: first && boundOf(of, first[1], world), frame, literal };
}

function demandOf(
  { definition, same, needed, frame: points }: CallState,
  parameter: ParameterDefinition,
  wanted: Demand,
  frame: number,
): Demand {
  if (definition.name === 'random') return demand({ plain: rangeOf(drawnBits(wanted)) });
  if (definition.name === 'pick') {
    const range = wants(wanted, WHOLE_NUMBER) ? rangeOf(INTEGER) : NONE;
    return demand({ plain: range, listOf: wanted });
  }
  const { type } = parameter;
  const left = same.bits & needed;
  if (type.kind === 'variable') return demand({ plain: ofBits(left) });
  if (mentionsVariable(type)) return demand({ plain: type.kind === 'range' ? rangeOf(left) : listOf(ofBits(left)) });
  const around = definition.role === 'constructor' ? frame : points === OPEN ? ANYWHERE : points;
  return expecting(typesOf(type, around, around));
}

function boundOf({ bound, call }: ArgumentAttributes, parameter: ParameterDefinition, world: World): Bound | undefined {
  const { name } = call.definition;
  if (mentionsVariable(parameter.type)) return undefined;
  const own: Bound = { type: parameter.type, name: parameter.name };
  if (name === 'asset') return { ...own, assetClass: bound?.assetClass };
  const rows = world.embeddings?.rows;
  if (name === 'embedding' && rows !== undefined) return { ...own, type: within(WHOLE, { min: 0, max: rows - 1 }) };
  if (call.zeros === ZEROS.get(name)) return { ...own, nonzero: true };
  if (name === 'ring')
    return { ...own, type: ordered(parameter.type, parameter.name, [['inner', 'outer']], call.numbers) };
  return own;
}

/** How many zeros make the last argument of a rotation one that is not 0. */
const ZEROS: ReadonlyMap<string, number> = new Map([
  ['quaternion', 3],
  ['matrix', 8],
]);

/** Takes an argument into its call; nothing if it means no signature. */
export function takeArgument(run: Run, call: CallState, name: string, found: Result): CallState | undefined {
  const { definition } = call;
  const open = openParameters(call, name);
  const [first] = open;
  if (first === undefined) return refuse(run, () => tooMany(definition));
  const [, parameter] = first;
  const plain = found.plain;
  let { same, drawn, frame } = call;
  if (definition.role === 'draw') drawn = drawnFrom(found, definition.name);
  else if (parameter.type.kind === 'variable' && !plain.any) same = join(plain, same);
  else if (mentionsVariable(parameter.type) && !plain.any) same = ofBits(plain.range & same.bits);
  if (definition.role === 'math' && plain.bits & POSITION && plain.frame !== OPEN) frame = plain.frame;
  return {
    ...call,
    signatures: open.map(([index]) => index),
    given: [...call.given, parameter.rest && call.given.includes(parameter.name) ? '' : parameter.name],
    positional: name === '' ? call.positional + 1 : call.positional,
    named: call.named || name !== '',
    same,
    drawn,
    frame,
    constant: call.constant && found.constant,
    zeros: call.zeros + (found.constant && found.value === 0 ? 1 : 0),
    numbers:
      found.constant && typeof found.value === 'number'
        ? { ...call.numbers, [parameter.name]: found.value }
        : call.numbers,
    value: definition.name === 'asset' && typeof found.value === 'string' ? { asset: found.value } : undefined,
  };
}
function tooMany(definition: FunctionDefinition) {
  return {
    code: 'too-many-arguments',
    title: 'too many arguments',
    message: `\`${definition.name}\` takes no further argument`,
  };
}

/** What a draw from a list or range gives. */
function drawnFrom({ hinted, plain }: Result, name: string): Result {
  if (plain.any) return result(ANY, false);
  if (plain.range !== 0) return result(ofBits(name === 'random' ? plain.range & ~INTEGER : plain.range), false);
  return { hinted: hinted.list ?? NONE, plain: plain.list ?? NONE, constant: false };
}

/** `)` of a call. */
export function closeCall(run: Run, of: PrimaryAttributes): PrimaryAttributes | undefined {
  const { call } = of;
  if (call === undefined) return undefined;
  const { definition, given } = call;
  const meant = call.signatures.find(
    (index) => meansNow(definition, index, given) && missing(signatureAt(definition, index), given).length === 0,
  );
  if (meant === undefined) {
    const index = call.signatures[0] ?? 0;
    const names = missing(signatureAt(definition, index), given);
    return refuse(run, () => ({
      code: 'missing-argument',
      title: 'missing argument',
      message: `\`${definition.name}\` needs ${names.join(', ')}`,
      candidates: names,
    }));
  }
  const found =
    call.drawn ??
    result(resultOf(definition, signatureAt(definition, meant), call.same.bits), call.constant, call.value);
  return complete(run, of, found);
}

function meansNow(definition: FunctionDefinition, index: number, given: readonly string[]): boolean {
  if (definition.role === 'draw') return true;
  const chosen = definition.signatures.findIndex(
    ({ parameters }, at) => at > 0 && parameters.some(({ name }) => given.includes(name)),
  );
  return index === (chosen === -1 ? 0 : chosen);
}

function missing({ parameters }: Signature, given: readonly string[]): readonly string[] {
  return parameters.flatMap(({ name, default: standIn }) =>
    given.includes(name) || standIn !== undefined ? [] : [name],
  );
}
