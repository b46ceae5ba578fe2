// Turns what functions and constructors are given into their values: numbers, or intervals where draws go in.
import { invariant } from '@diorama/diagnostics';
import { cosDegrees, sinDegrees, tanDegrees } from '@diorama/geometry';
import { checked, evaluate, type Run, unclear } from './evaluate.ts';
import { satisfies } from './satisfies.ts';
import * as scalar from './scalar.ts';
import type * as typed from './typed-tree.ts';
import { type PositionValue, type Scalar, UNKNOWN, type Value, type VectorValue, type ViewValue } from './value.ts';

/** The most items that `steps` may make. */
export const LIST_LIMIT = 1_000_000;

/** What of a value is not known: itself, or items of a list. */
function openParts(value: Value): readonly Value[] {
  if (typeof value !== 'object') return [];
  if (value.kind === 'list') return value.items.flatMap(openParts);
  return value.kind === 'unknown' || value.kind === 'hole' ? [value] : [];
}

/** The value that a constructor makes: a rotation, an appearance, a region, a place as the camera sees it. */
export function construct(node: typed.Construct, run: Run): Value {
  const values = node.arguments.map((argument) => evaluate(argument, run));
  const { name } = node.function;
  if (run.fail !== undefined) verifyArguments(node, node.signature, values, run);
  if (run.examine?.(node, values) === false) return UNKNOWN;
  const open = values.flatMap(openParts);
  if (open.length > 0) return unclear(...open);
  const numbers = values as readonly Scalar[];
  const [first = 0, second = 0, third = 0] = numbers;
  const position = values[0] as PositionValue;
  switch (name) {
    case 'view':
      return { kind: 'view', x: first, y: second, z: third } satisfies ViewValue;
    case 'yaw':
      return { kind: 'rotation', rotation: { kind: 'yaw', yaw: first } };
    case 'euler':
      return { kind: 'rotation', rotation: { kind: 'euler', pitch: first, yaw: second, roll: third } };
    case 'quaternion':
      if (numbers.every((component) => scalar.low(component) <= 0 && 0 <= scalar.high(component))) {
        run.fail?.(node.place, { kind: 'zero-rotation' });
      }
      return { kind: 'rotation', rotation: { kind: 'quaternion', quaternion: numbers } };
    case 'matrix':
      if (numbers.every((entry) => entry === 0)) run.fail?.(node.place, { kind: 'zero-rotation' });
      return { kind: 'rotation', rotation: { kind: 'matrix', matrix: numbers } };
    case 'facing':
      return { kind: 'rotation', rotation: { kind: 'facing', point: position } };
    case 'asset':
      return { kind: 'appearance', appearance: { kind: 'asset', id: String(values[0]) } };
    case 'like':
      return {
        kind: 'appearance',
        appearance:
          node.signature === 0
            ? { kind: 'like', text: String(values[0]) }
            : { kind: 'like-image', file: String(values[0]) },
      };
    case 'embedding':
      return { kind: 'appearance', appearance: { kind: 'embedding', row: first } };
    case 'disk':
      return { kind: 'disk', center: position, radius: second };
    case 'ring':
      if (scalar.high(second) >= scalar.low(third)) run.fail?.(node.place, { kind: 'empty-ring' });
      return { kind: 'ring', center: position, inner: second, outer: third };
    case 'rectangle':
      return { kind: 'rectangle', center: position, size: values[1] as VectorValue };
    case 'path': {
      const points = values[0];
      invariant(typeof points === 'object' && points.kind === 'list', 'a path is made from a list');
      const place = node.arguments[0]?.place ?? node.place;
      if (points.items.length < 2) run.fail?.(place, { kind: 'short-path', length: points.items.length });
      else if (isOnePlace(points.items as readonly PositionValue[])) run.fail?.(place, { kind: 'still-path' });
      return { kind: 'path', points: points.items as readonly PositionValue[], width: second };
    }
    default:
      throw new Error(`internal error: constructor ${name} has no value`);
  }
}

/** Whether all points are certainly the same on the map. */
export function isOnePlace([first, ...others]: readonly PositionValue[]): boolean {
  if (first === undefined) return false;
  const { x, z } = first;
  if (typeof x !== 'number' || typeof z !== 'number') return false;
  return others.every((other) => other.x === x && other.z === z);
}

/** The value of a function of the `math` role. */
export function call(node: typed.Call, run: Run): Value {
  const values = node.arguments.map((argument) => evaluate(argument, run));
  if (run.fail !== undefined) verifyArguments(node, 0, values, run);
  if (values.some((value) => typeof value === 'object' && (value.kind === 'unknown' || value.kind === 'hole'))) {
    return unclear(...values);
  }
  return checked(apply(node, values, run), node.place, run);
}

function apply(node: typed.Call, values: readonly Value[], run: Run): Value {
  const { name } = node.function;
  const numbers = values as readonly Scalar[];
  const [first = 0, second = 0, third = 0] = numbers;
  switch (name) {
    case 'sin':
      return wave(first, sinDegrees);
    case 'cos':
      return wave(first, cosDegrees);
    case 'tan':
      if (typeof first === 'number') return tanDegrees(first);
      return Math.floor((first.min + 90) / 180) === Math.floor((first.max + 90) / 180)
        ? scalar.rising(first, tanDegrees)
        : UNKNOWN;
    case 'sqrt':
      return scalar.low(first) < 0 ? UNKNOWN : scalar.rising(first, Math.sqrt);
    case 'abs':
      if (typeof first === 'number') return Math.abs(first);
      return scalar.interval(
        first.min <= 0 && 0 <= first.max ? 0 : Math.min(Math.abs(first.min), Math.abs(first.max)),
        Math.max(Math.abs(first.min), Math.abs(first.max)),
      );
    case 'min':
      return numbers.reduce((a, b) =>
        scalar.interval(Math.min(scalar.low(a), scalar.low(b)), Math.min(scalar.high(a), scalar.high(b))),
      );
    case 'max':
      return numbers.reduce((a, b) =>
        scalar.interval(Math.max(scalar.low(a), scalar.low(b)), Math.max(scalar.high(a), scalar.high(b))),
      );
    case 'clamp':
      if (scalar.high(second) > scalar.low(third)) {
        run.fail?.(node.place, { kind: 'reversed-clamp' });
        return UNKNOWN;
      }
      return scalar.interval(
        Math.min(Math.max(scalar.low(first), scalar.low(second)), scalar.low(third)),
        Math.min(Math.max(scalar.high(first), scalar.high(second)), scalar.high(third)),
      );
    case 'round':
      return scalar.rising(first, Math.round);
    case 'floor':
      return scalar.rising(first, Math.floor);
    case 'ceil':
      return scalar.rising(first, Math.ceil);
    case 'mod':
      return modulo(first, second, node, run);
    case 'mix':
      return mixed(first, second, third);
    case 'polar': {
      const x = scalar.multiply(first, wave(second, sinDegrees));
      const z = scalar.multiply(first, wave(second, cosDegrees));
      if (!scalar.isBounded(x) || !scalar.isBounded(z)) return Number.NaN;
      return node.as === 'vector'
        ? { kind: 'vector', x, y: 0, z, level: true }
        : { kind: 'position', x, y: 0, z, ground: true };
    }
    case 'steps':
      return steps(values, node, run);
    case 'distance': {
      const [from, to] = values as readonly PositionValue[];
      invariant(from !== undefined && to !== undefined, 'a distance is between two points');
      const squares = (['x', 'y', 'z'] as const).map((axis) => square(scalar.subtract(to[axis], from[axis])));
      return scalar.rising(squares.reduce(scalar.add), Math.sqrt);
    }
    default:
      throw new Error(`internal error: function ${name} has no value`);
  }
}

/** Linear in each of its three, so its bounds are at their ends. */
function mixed(first: Scalar, second: Scalar, amount: Scalar): Scalar {
  const ends = (value: Scalar) => (typeof value === 'number' ? [value] : [value.min, value.max]);
  const results = ends(first).flatMap((a) =>
    ends(second).flatMap((b) => ends(amount).map((t) => mixedNumber(a, b, t))),
  );
  return scalar.hull(results);
}

function mixedNumber(first: number, second: number, amount: number): number {
  const value = first * (1 - amount) + second * amount;
  if (!(0 <= amount && amount <= 1)) return value;
  // Rounding must not lead out from between the two.
  return Math.min(Math.max(value, Math.min(first, second)), Math.max(first, second));
}

function square(value: Scalar): Scalar {
  if (typeof value === 'number') return value * value;
  const most = Math.max(value.min * value.min, value.max * value.max);
  return scalar.interval(
    value.min <= 0 && 0 <= value.max ? 0 : Math.min(value.min * value.min, value.max * value.max),
    most,
  );
}

/** A sine or cosine: of an interval, everything between −1 and 1 that it may reach. */
function wave(angle: Scalar, apply: (degrees: number) => number): Scalar {
  return typeof angle === 'number' ? apply(angle) : scalar.interval(-1, 1);
}

function modulo(number: Scalar, divisor: Scalar, node: typed.Call, run: Run): Value {
  if (scalar.low(divisor) <= 0 && 0 <= scalar.high(divisor)) {
    run.fail?.(node.arguments[1]?.place ?? node.place, { kind: 'division-by-zero', divisor });
    return UNKNOWN;
  }
  if (typeof number === 'number' && typeof divisor === 'number') {
    const rest = number % divisor;
    return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;
  }
  return scalar.interval(Math.min(0, scalar.low(divisor)), Math.max(0, scalar.high(divisor)));
}

function steps(values: readonly Value[], node: typed.Call, run: Run): Value {
  const [range, count] = values;
  if (typeof range !== 'object' || range.kind !== 'range' || typeof count !== 'number' || count < 2) return UNKNOWN;
  if (count > LIST_LIMIT) {
    run.fail?.(node.place, { kind: 'long-list', length: count });
    return UNKNOWN;
  }
  const span = scalar.subtract(range.to, range.from);
  const items = Array.from(
    { length: count },
    (_, index): Value =>
      index === count - 1 ? range.to : scalar.add(range.from, scalar.multiply(index / (count - 1), span)),
  );
  return { kind: 'list', items };
}

function verifyArguments(
  node: typed.Call | typed.Construct,
  signature: number,
  values: readonly Value[],
  run: Run,
): void {
  const parameters = node.function.signatures[signature]?.parameters ?? [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? UNKNOWN;
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    const place = node.arguments[index]?.place ?? node.place;
    if (parameter !== undefined && !satisfies(value, parameter.type)) {
      run.fail?.(place, { kind: 'argument', value, type: parameter.type });
    }
  }
}
