// Writes expressions whose value is a number of known dimension between known bounds, whatever is drawn.
import { type NumericKind, toBaseUnits, UNITS } from '@diorama/vocabulary';
import { between, call, type Expr, join, LEVEL, listOf, literal, operand, surely, wrap } from './expr.ts';
import type { Piece } from './layout.ts';
import { type Bounds, type Variable, variablesOf, type Writer } from './scope.ts';
import { writePosition } from './write-point.ts';
import { writeBoolean } from './write-value.ts';

export interface NumberWish {
  readonly kind: NumericKind;
  readonly bounds: Bounds;
  /** Every literal that is a length or an angle bears its unit: nothing around it says what it is. */
  readonly explicit?: boolean;
}

/** An expression with a value inside the bounds. */
export function writeNumber(writer: Writer, wish: NumberWish): Expr {
  const { random, depth } = writer;
  const { core, holes } = writer.state.options;
  if (core || depth <= 0 || random.chance(0.4)) {
    return holes && !wish.explicit && random.chance(0.05) ? literal('?') : writeLiteral(writer, wish);
  }
  const inner = { ...writer, depth: depth - 1 };
  const known = readable(writer, wish);
  if (known.length > 0 && random.chance(0.35)) return literal(random.pick(known).name);
  const forms = wish.kind === 'integer' ? INTEGER_FORMS : NUMBER_FORMS;
  return random.pick(forms)(inner, wish);
}

type Form = (writer: Writer, wish: NumberWish) => Expr;

const TYPE_OF: Readonly<Record<NumericKind, string>> = {
  number: 'Number',
  integer: 'Integer',
  length: 'Length',
  angle: 'Angle',
};

/** Names whose value is sure to fit. */
function readable(writer: Writer, { kind, bounds }: NumberWish): readonly Variable[] {
  const types = kind === 'number' ? ['Number', 'Integer'] : [TYPE_OF[kind]];
  return types
    .flatMap((type) => variablesOf(writer, type))
    .filter(({ bounds: found }) => found !== undefined && bounds.min <= found.min && found.max <= bounds.max);
}

const either: Form = (writer, wish) => choice(writer, () => writeNumber(writer, wish));

const parentheses: Form = (writer, wish) => wrap(writeNumber(writer, wish));

const draw: Form = (writer, wish) => {
  const [low, high] = ordered(writer, wish.bounds);
  if (!(low < high)) return writeLiteral(writer, wish);
  const bound = (value: number) => operand(written(value, wish), LEVEL.sum);
  return call(writer.random, 'random', [['range', join(LEVEL.range, bound(low), ['..'], bound(high))]]);
};

const pick: Form = (writer, wish) =>
  call(writer.random, 'pick', [['list', listOf(writer, 3, () => writeNumber(writer, { ...wish, explicit: true }))]]);

/** Any number of the dimension, held between the bounds. */
const clamped: Form = (writer, wish) => {
  const { min, max } = wish.bounds;
  const value = wild(writer, wish);
  return call(writer.random, 'clamp', [
    ['number', value],
    ['low', written(min, wish)],
    ['high', written(max, wish)],
  ]);
};

const nested: Form = (writer, wish) => {
  const { min, max } = wish.bounds;
  const inner = call(writer.random, 'max', [
    ['', wild(writer, wish)],
    ['', written(min, wish)],
  ]);
  return call(writer.random, 'min', [
    ['', inner],
    ['', written(max, wish)],
  ]);
};

const sum: Form = (writer, wish) => {
  const { random } = writer;
  const { min, max } = wish.bounds;
  const middle = (min + max) / 2;
  const reach = (max - min) / 4;
  if (!(reach > 1e-6 * (Math.abs(middle) + 1))) return writeLiteral(writer, wish);
  const shift = between(random, -3, 3);
  const minus = random.chance(0.5);
  const first = writeNumber(writer, { ...wish, bounds: { min: middle + shift - reach, max: middle + shift + reach } });
  const [low, high] = [shift - reach / 2, shift + reach / 2];
  const second = writeNumber(writer, { ...wish, bounds: { min: low, max: high } });
  if (minus) return join(LEVEL.sum, operand(first, LEVEL.sum), ['-'], operand(second, LEVEL.product));
  const other = writeNumber(writer, { ...wish, bounds: { min: -high, max: -low } });
  return join(LEVEL.sum, operand(first, LEVEL.sum), ['+'], operand(other, LEVEL.product));
};

const product: Form = (writer, wish) => {
  const { random } = writer;
  const factor = random.pick([0.5, 2, 3, 1.5]);
  const { min, max } = inside(wish).bounds;
  const bounds = { min: min / factor, max: max / factor };
  const value = writeNumber(writer, { ...wish, bounds });
  const number = writeNumber(writer, { kind: 'number', bounds: { min: factor, max: factor } });
  if (random.chance(0.3)) {
    const whole = writeNumber(writer, { ...wish, bounds: { min: min * factor, max: max * factor } });
    return join(LEVEL.product, operand(whole, LEVEL.product), ['/'], operand(number, LEVEL.unary));
  }
  const [left, right] = random.chance(0.5) ? [value, number] : [number, value];
  return join(LEVEL.product, operand(left, LEVEL.product), ['*'], operand(right, LEVEL.unary));
};

const negative: Form = (writer, wish) => {
  const { min, max } = wish.bounds;
  const value = writeNumber(writer, { ...wish, bounds: { min: -max, max: -min } });
  return join(LEVEL.unary, ['-'], operand(value, LEVEL.postfix));
};

const item: Form = (writer, wish) => {
  const lists = variablesOf(writer, `List[${TYPE_OF[wish.kind]}]`).filter(
    ({ bounds }) => bounds !== undefined && wish.bounds.min <= bounds.min && bounds.max <= wish.bounds.max,
  );
  const { random } = writer;
  if (lists.length > 0 && random.chance(0.6)) {
    const { name, length = 1 } = random.pick(lists);
    const index = writeNumber(writer, { kind: 'integer', bounds: { min: 0, max: length - 1 } });
    return join(LEVEL.postfix, [name, '['], index.pieces, [']']);
  }
  const list = listOf(writer, 3, () => writeNumber(writer, { ...wish, explicit: true }));
  return join(LEVEL.postfix, list.pieces, ['['], [String(random.integer(0, 1))], [']']);
};

const ratio: Form = (writer, wish) => {
  if (wish.kind !== 'number') return clamped(writer, wish);
  const dimension = writer.random.pick(['length', 'angle'] as const);
  const { min, max } = inside(wish).bounds;
  const top = writeNumber(writer, { kind: dimension, bounds: { min: 2 * min, max: 2 * max }, explicit: true });
  const bottom = written(2, { kind: dimension, bounds: { min: 2, max: 2 }, explicit: true });
  return join(LEVEL.product, operand(top, LEVEL.product), ['/'], operand(bottom, LEVEL.unary));
};

const NUMBER_FORMS: readonly Form[] = [
  either,
  parentheses,
  draw,
  draw,
  pick,
  clamped,
  clamped,
  nested,
  sum,
  sum,
  product,
  product,
  negative,
  item,
  ratio,
];

const drawInteger: Form = (writer, { bounds }) => {
  const [low, high] = [Math.ceil(bounds.min), Math.floor(bounds.max)];
  const range = [...writeInteger(low), '..', ...writeInteger(high)];
  return call(writer.random, 'pick', [['range', { level: LEVEL.range, pieces: range }]]);
};

const rounded: Form = (writer, { bounds }) => {
  const value = writeNumber(writer, { kind: 'number', bounds: { min: bounds.min - 0.3, max: bounds.max + 0.3 } });
  const whole = call(writer.random, writer.random.pick(['round', 'floor', 'ceil']), [['number', value]]);
  return call(writer.random, 'clamp', [
    ['number', whole],
    ['low', surely(writeInteger(Math.ceil(bounds.min)))],
    ['high', surely(writeInteger(Math.floor(bounds.max)))],
  ]);
};

const INTEGER_FORMS: readonly Form[] = [either, parentheses, drawInteger, pick, rounded, negative, item];

/** A number of the dimension about whose value nothing is known but that it has one. */
function wild(writer: Writer, wish: NumberWish): Expr {
  const { random } = writer;
  const { kind } = wish;
  const angle = () => writeNumber(writer, { kind: 'angle', bounds: { min: -80, max: 80 } });
  const options: (() => Expr)[] = [
    () => writeNumber(writer, { ...wish, bounds: { min: -20, max: 20 }, explicit: true }),
  ];
  if (kind === 'number') {
    options.push(() => call(random, random.pick(['sin', 'cos', 'tan']), [['angle', angle()]]));
    const square: NumberWish = { kind: 'number', bounds: { min: 0, max: 9 } };
    options.push(() => call(random, 'sqrt', [['number', writeNumber(writer, square)]]));
  }
  if (kind === 'length') {
    const elements = variablesOf(writer, 'Element');
    const points = [...variablesOf(writer, 'Position'), ...variablesOf(writer, 'Vector')];
    const component = random.pick(['x', 'y', 'z']);
    if (elements.length > 0) {
      const { name, members } = random.pick(elements);
      options.push(() =>
        join(
          LEVEL.postfix,
          [name],
          random.pick([
            ['.', ...(members?.includes('height') ? ['height'] : ['at', '.', component])],
            ['.', 'at', '.', component],
          ]),
        ),
      );
    }
    if (points.length > 0) options.push(() => join(LEVEL.postfix, [random.pick(points).name, '.', component]));
    options.push(() =>
      call(random, 'distance', [
        ['from', writePosition(writer, {})],
        ['to', writePosition(writer, {})],
      ]),
    );
  }
  const anything = () => writeNumber(writer, { ...wish, bounds: { min: -9, max: 9 }, explicit: true });
  options.push(() => call(random, 'abs', [['number', anything()]]));
  options.push(() =>
    call(random, 'mix', [
      ['first', anything()],
      ['second', anything()],
      ['amount', writeNumber(writer, { kind: 'number', bounds: { min: 0, max: 1 } })],
    ]),
  );
  const divisor: NumberWish = { ...wish, bounds: { min: 1, max: 4 }, explicit: true };
  options.push(() =>
    call(random, 'mod', [
      ['number', anything()],
      ['divisor', writeNumber(writer, divisor)],
    ]),
  );
  return random.pick(options)();
}

/** One of two, by a condition. */
export function choice(writer: Writer, make: () => Expr): Expr {
  const condition = writeBoolean(writer);
  return join(
    LEVEL.conditional,
    ['if'],
    operand(condition, LEVEL.or),
    ['then'],
    make().pieces,
    ['else'],
    make().pieces,
  );
}

/** The same wish, away from the bounds' edges, where rounding might cross them. */
function inside(wish: NumberWish): NumberWish {
  const { min, max } = wish.bounds;
  const margin = (max - min) / 8;
  return { ...wish, bounds: { min: min + margin, max: max - margin } };
}

function ordered({ random }: Writer, { min, max }: Bounds): readonly [number, number] {
  const [a, b] = [short(random.next(), min, max), short(random.next(), min, max)];
  return a < b ? [a, b] : [b, a];
}

/** A number between the bounds, with few digits if such a one is there. */
function short(share: number, min: number, max: number): number {
  const exact = min + share * (max - min);
  for (const digits of [0, 1, 2, 3]) {
    const rounded = Number(exact.toFixed(digits));
    if (min <= rounded && rounded <= max && (digits >= 1 || share > 0.7)) return rounded;
  }
  return Math.min(max, Math.max(min, exact));
}

export function writeLiteral(writer: Writer, wish: NumberWish): Expr {
  const { random } = writer;
  const { kind, bounds } = wish;
  if (kind === 'integer') return surely(writeInteger(random.integer(Math.ceil(bounds.min), Math.floor(bounds.max))));
  const value = random.chance(0.02)
    ? random.pick([bounds.min, bounds.max])
    : short(random.next(), bounds.min, bounds.max);
  if (writer.state.options.core && random.chance(0.7)) return written(value, wish);
  const units = UNITS.filter(({ dimension }) => dimension === kind);
  if (random.chance(kind === 'number' ? 0.05 : 0.5)) {
    const unit = random.pick(units);
    const count = Number((Math.abs(value) / unit.factor).toPrecision(random.integer(2, 6)));
    const found = Math.sign(value) * toBaseUnits(count, unit);
    if (bounds.min <= found && found <= bounds.max) return signed(found, writeDecimal(writer, count) + unit.name);
  }
  if (wish.explicit && kind !== 'number') return written(value, wish);
  return signed(value, writeDecimal(writer, Math.abs(value)));
}

/** Exactly this number. */
export function written(value: number, { kind, explicit }: NumberWish): Expr {
  const unit = explicit ? (kind === 'length' ? 'm' : kind === 'angle' ? 'deg' : '') : '';
  return signed(value, String(Math.abs(value)) + unit);
}

function writeDecimal({ random }: Writer, value: number): string {
  const plain = String(value);
  if (plain.includes('e')) return plain;
  if (random.chance(0.03)) return value.toExponential();
  if (random.chance(0.03)) return plain.includes('.') ? `${plain}0` : `${plain}.0`;
  return plain;
}

function signed(value: number, text: string): Expr {
  return value < 0 || Object.is(value, -0) ? { level: LEVEL.unary, pieces: ['-', text] } : literal(text);
}

function writeInteger(value: number): readonly Piece[] {
  return value < 0 ? ['-', String(-value)] : [String(value)];
}
