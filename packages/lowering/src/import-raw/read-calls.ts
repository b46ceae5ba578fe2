// Turns the calls of a RAW program into what they say of its scene, each value held against the vocabulary.
import { type Diagnostic, invariant, type Outcome, type Place, type SourceFile, type Span } from '@diorama/diagnostics';
import type { Vector3 } from '@diorama/geometry';
import {
  contains,
  findAnnotation,
  findKind,
  findProperty,
  type Interval,
  isNumeric,
  type ValueType,
} from '@diorama/vocabulary';
import { type NumberCall, type ObjectCall, parametersOf, RAW_CALLS, type RawCall } from './calls.ts';
import type { Argument, Call, Token, Value } from './parse-raw.ts';
import { rawBadValue } from './problems/raw-bad-value.ts';
import { rawMissingArgument } from './problems/raw-missing-argument.ts';
import { rawOutOfRange } from './problems/raw-out-of-range.ts';
import { rawRepeatedArgument, rawRepeatedSetting } from './problems/raw-repeated-setting.ts';
import { rawTooManyArguments, rawUnknownName } from './problems/raw-unknown-argument.ts';
import { rawUnknownCall } from './problems/raw-unknown-call.ts';
import type { RawObject, RawScene } from './raw-scene.ts';

/** A call with a mistake is reported and says only what is sound of it; the others are not affected. */
export function readCalls(source: SourceFile, calls: readonly Call[]): Outcome<RawScene> {
  const ctx: ReadContext = { source, diagnostics: [], settings: new Map(), objects: [], setBy: new Map() };
  for (const call of calls) readCall(ctx, call);
  const { settings, ground, objects, diagnostics } = ctx;
  return { value: { settings, objects, ...(ground === undefined ? {} : { ground }) }, diagnostics };
}

interface ReadContext {
  readonly source: SourceFile;
  readonly diagnostics: Diagnostic[];
  readonly settings: Map<string, Map<string, number>>;
  ground?: number;
  readonly objects: RawObject[];
  /** The call that set something, by what it set: to name the first of two. */
  readonly setBy: Map<string, Call>;
}

function readCall(ctx: ReadContext, call: Call): void {
  const definition = RAW_CALLS.get(call.name.text);
  if (definition === undefined) {
    ctx.diagnostics.push(rawUnknownCall(placeOf(ctx, call.name), call.name.text, RAW_CALLS.keys()));
    return;
  }
  const given = bindArguments(ctx, call, definition);
  if (given === undefined) return;
  if (definition.sets === 'object') readObject(ctx, call, definition, given);
  else if (definition.sets === 'ground') readGround(ctx, call, given);
  else readSetting(ctx, call, definition, given);
}

/** The values of a call by parameter, as Python binds them; undefined where one that is needed is missing. */
function bindArguments(ctx: ReadContext, call: Call, definition: RawCall): ReadonlyMap<string, Value> | undefined {
  const parameters = parametersOf(definition);
  const bound = new Map<string, Argument>();
  let unknown = false;
  for (const [index, argument] of call.arguments.entries()) {
    const { name } = argument;
    const parameter = name === undefined ? parameters[index] : parameters.find((one) => one.name === name.text);
    const first = parameter && bound.get(parameter.name);
    if (parameter === undefined) {
      // After the first message the rest of the call adds nothing.
      if (!unknown) ctx.diagnostics.push(unknownArgument(ctx, call, argument, definition));
      unknown = true;
    } else if (first !== undefined) {
      ctx.diagnostics.push(rawRepeatedArgument(placeOf(ctx, argument), placeOf(ctx, first), parameter.name));
    } else {
      bound.set(parameter.name, argument);
    }
  }
  const missing = parameters.filter(({ name, required }) => required && !bound.has(name)).map(({ name }) => name);
  if (missing.length === 0) return new Map([...bound].map(([name, { value }]) => [name, value]));
  // A mistyped name was reported already, and is likely what is missing.
  const { start, end } = call;
  if (!unknown) ctx.diagnostics.push(rawMissingArgument(placeOf(ctx, { start, end }), call.name.text, missing));
  return undefined;
}

function unknownArgument(ctx: ReadContext, call: Call, argument: Argument, definition: RawCall): Diagnostic {
  const known = parametersOf(definition).map(({ name }) => name);
  return argument.name === undefined
    ? rawTooManyArguments(placeOf(ctx, argument), call.name.text, known.length)
    : rawUnknownName(placeOf(ctx, argument.name), argument.name.text, call.name.text, known);
}

function readSetting(ctx: ReadContext, call: Call, definition: NumberCall, given: ReadonlyMap<string, Value>): void {
  const { kind, property, convert, meaning } = definition;
  const number = readNumber(ctx, given.get('value'), 'a number');
  if (number === undefined) return;
  const value = convert(number.text);
  const { type, unit } = propertyOf(kind, property);
  if (!isWithin(ctx, number, value, { name: `${kind}.${property}`, type, unit, meaning })) return;
  reportRepeated(ctx, call, `${kind}.${property}`);
  const values = ctx.settings.get(kind) ?? new Map<string, number>();
  ctx.settings.set(kind, values.set(property, value));
}

function readGround(ctx: ReadContext, call: Call, given: ReadonlyMap<string, Value>): void {
  const row = readRow(ctx, given.get('value'), 'CLIP');
  if (row === undefined) return;
  reportRepeated(ctx, call, 'ground.appearance');
  ctx.ground = row;
}

/** An object needs its place and size; what else is wrong with it is left out. */
function readObject(ctx: ReadContext, call: Call, { kind }: ObjectCall, given: ReadonlyMap<string, Value>): void {
  const pixels = given.has('pixels') ? readPixels(ctx, given.get('pixels')) : undefined;
  const location = readLocation(ctx, given.get('loc'));
  const height = readHeight(ctx, kind, given.get('height'));
  const rotation = given.has('rotation') ? readRow(ctx, given.get('rotation'), 'ROT') : undefined;
  const appearance = given.has('appearance') ? readRow(ctx, given.get('appearance'), 'CLIP') : undefined;
  if (location === undefined || height === undefined) return;
  ctx.objects.push({
    kind,
    location,
    height,
    ...(pixels === undefined ? {} : { pixels }),
    ...(rotation === undefined ? {} : { rotation }),
    ...(appearance === undefined ? {} : { appearance }),
    start: call.start,
    end: call.end,
  });
}

function readPixels(ctx: ReadContext, value: Value | undefined): number | undefined {
  const number = readNumber(ctx, value, 'a whole number');
  if (number === undefined) return undefined;
  const count = Number(number.text);
  if (!Number.isSafeInteger(count)) return reportBadValue(ctx, number, 'a whole number');
  const type = findAnnotation('pixels')?.parameters[0]?.type;
  invariant(type !== undefined, 'the vocabulary counts pixels');
  return isWithin(ctx, number, count, { name: 'pixels', type }) ? count : undefined;
}

function readLocation(ctx: ReadContext, value: Value | undefined): Vector3 | undefined {
  if (value === undefined) return undefined;
  if (value.kind !== 'tuple' || value.items.length !== 3)
    return reportBadValue(ctx, value, 'a point: three numbers in parentheses');
  const [x, y, z] = value.items.map((item) => readNumber(ctx, item, 'a number'));
  return x && y && z && [Number(x.text), Number(y.text), Number(z.text)];
}

function readHeight(ctx: ReadContext, kind: string, value: Value | undefined): number | undefined {
  const number = readNumber(ctx, value, 'a number');
  if (number === undefined) return undefined;
  const height = Number(number.text);
  const { type, unit } = propertyOf(kind, 'height');
  return isWithin(ctx, number, height, { name: 'height', type, unit }) ? height : undefined;
}

/** The row that `[ROT]` or `[CLIP]` stands for. */
function readRow(ctx: ReadContext, value: Value | undefined, name: 'ROT' | 'CLIP'): number | undefined {
  if (value === undefined) return undefined;
  return value.kind === 'placeholder' && value.name === name ? value.row : reportBadValue(ctx, value, `[${name}]`);
}

/** A finite number, as written: how it is read depends on what it is for. */
function readNumber(ctx: ReadContext, value: Value | undefined, expected: string): Token | undefined {
  if (value === undefined) return undefined;
  return value.kind === 'number' && Number.isFinite(Number(value.text)) ? value : reportBadValue(ctx, value, expected);
}

function isWithin(
  ctx: ReadContext,
  number: Token,
  value: number,
  target: { name: string; type: ValueType; unit?: string | undefined; meaning?: string },
): boolean {
  const range: Interval = (isNumeric(target.type) ? target.type.range : undefined) ?? {};
  if (contains(range, value)) return true;
  const { name: property, unit, meaning = '' } = target;
  const found = { written: number.text, value, property, range, unit, meaning };
  ctx.diagnostics.push(rawOutOfRange(placeOf(ctx, number), found));
  return false;
}

function reportRepeated(ctx: ReadContext, call: Call, what: string): void {
  const first = ctx.setBy.get(what);
  if (first === undefined) ctx.setBy.set(what, call);
  else ctx.diagnostics.push(rawRepeatedSetting(placeOf(ctx, call), placeOf(ctx, first), what));
}

function reportBadValue(ctx: ReadContext, value: Span, expected: string): undefined {
  ctx.diagnostics.push(rawBadValue(placeOf(ctx, value), expected, ctx.source.slice(value)));
}

function propertyOf(kindName: string, name: string): { readonly type: ValueType; readonly unit?: string | undefined } {
  const kind = findKind(kindName);
  const property = kind && findProperty(kind, name);
  invariant(property !== undefined, `the vocabulary has ${kindName}.${name}`);
  return property;
}

function placeOf(ctx: ReadContext, { start, end }: Span): Place {
  return { file: ctx.source.id, start, end };
}
