// Writes positions and vectors.
import type { Interval } from '@diorama/vocabulary';
import { call, commas, type Expr, join, LEVEL, listOf, literal, operand } from './expr.ts';
import { type Bounds, variablesOf, type Writer } from './scope.ts';
import { choice, type NumberWish, writeNumber } from './write-number.ts';

export interface PositionWish {
  /** Whether `view(…)` will do. */
  readonly view?: boolean;
}

const REACH: Bounds = { min: -60, max: 60 };
const HEIGHT: Bounds = { min: -2, max: 12 };
const length = (bounds: Bounds): NumberWish => ({ kind: 'length', bounds });

export function writePosition(writer: Writer, { view = false }: PositionWish): Expr {
  const { random, depth, frame } = writer;
  const { core, holes } = writer.state.options;
  if (view && frame === 0 && random.chance(0.2)) {
    return call(random, 'view', [
      ['x', writeNumber(writer, length({ min: -20, max: 20 }))],
      ['y', writeNumber(writer, length({ min: -5, max: 5 }))],
      ['z', writeNumber(writer, length({ min: -60, max: -1 }))],
    ]);
  }
  if (core || depth <= 0 || random.chance(0.6)) return writeTuple(writer, holes);
  const inner = { ...writer, depth: depth - 1 };
  const here = variablesOf(writer, 'Position').filter((variable) => variable.frame === frame);
  const elements = variablesOf(writer, 'Element').filter((variable) => variable.frame === frame);
  const options: (() => Expr)[] = [
    () => choice(inner, () => writePosition(inner, {})),
    () =>
      call(random, 'polar', [
        ['radius', writeNumber(inner, length({ min: 0, max: 40 }))],
        ['angle', writeNumber(inner, { kind: 'angle', bounds: { min: -360, max: 360 } })],
      ]),
    () => call(random, 'pick', [['list', listOf(inner, 3, () => writeTuple(inner, false))]]),
  ];
  if (here.length > 0) options.push(() => literal(random.pick(here).name));
  if (elements.length > 0) {
    options.push(() => {
      const { name, members } = random.pick(elements);
      return join(LEVEL.postfix, [name, '.', random.pick(['at', 'at', members?.includes('top') ? 'top' : 'at'])]);
    });
  }
  const base = random.pick(options)();
  if (random.chance(0.6)) return base;
  return join(LEVEL.sum, operand(base, LEVEL.sum), ['+'], operand(writeVector(inner, {}), LEVEL.product));
}

function writeTuple(writer: Writer, holes: boolean): Expr {
  const { random } = writer;
  if (holes && random.chance(0.04)) return literal('?');
  const [x, z] = [writeNumber(writer, length(REACH)), writeNumber(writer, length(REACH))];
  const items = random.chance(0.7) ? [x, z] : [x, writeNumber(writer, length(HEIGHT)), z];
  return join(LEVEL.postfix, ['('], commas(items), [')']);
}

/** Three lengths, within the intervals if there are any. */
export function writeVector(
  writer: Writer,
  { components }: { readonly components?: readonly [Interval, Interval, Interval] },
): Expr {
  const { random, depth } = writer;
  const [x = {}, y = {}, z = {}] = components ?? [];
  const flat = y.min === 0 && y.max === 0;
  const free = components === undefined;
  if (free && depth > 0 && !writer.state.options.core) {
    const inner = { ...writer, depth: depth - 1 };
    const known = variablesOf(writer, 'Vector');
    if (known.length > 0 && random.chance(0.4)) return literal(random.pick(known).name);
    if (random.chance(0.2)) {
      const factor = writeNumber(inner, { kind: 'number', bounds: { min: -2, max: 2 } });
      const vector = operand(writeVector(inner, {}), LEVEL.unary);
      return join(LEVEL.product, operand(factor, LEVEL.product), ['*'], vector);
    }
  }
  const component = (interval: Interval) => writeNumber(writer, length(usual(interval)));
  const items = [component(x), ...(flat && random.chance(0.5) ? [literal('0')] : []), component(z)];
  if (!flat && !(free && random.chance(0.4))) items.splice(1, 0, component(y));
  return join(LEVEL.postfix, ['('], commas(items), [')']);
}

/** Finite bounds inside an interval, of a size that scenes have. */
export function usual({ min, max, minExclusive }: Interval): Bounds {
  const low = min === undefined ? -20 : minExclusive ? min + 0.0625 : min;
  return { min: low, max: Math.min(max ?? Number.POSITIVE_INFINITY, low + 50) };
}
