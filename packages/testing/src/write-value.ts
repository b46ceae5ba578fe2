// Writes an expression of any type that a property, a parameter or a variable may have.
import { isNumeric, type NumericType, type ValueType } from '@diorama/vocabulary';
import { call, commas, type Expr, join, LEVEL, listOf, literal, operand } from './expr.ts';
import type { Piece } from './layout.ts';
import { type Bounds, variablesOf, type Writer } from './scope.ts';
import { choice, writeNumber } from './write-number.ts';
import { usual, writePosition, writeVector } from './write-point.ts';

/** An expression of a vocabulary type; `kind` is the class of what gets it, for asset ids and poses. */
export function writeValue(writer: Writer, type: ValueType, kind: string): Expr {
  if (isNumeric(type)) return writeNumber(writer, { kind: type.kind, bounds: boundsOf(type, writer) });
  switch (type.kind) {
    case 'boolean':
      return writeBoolean(writer);
    case 'text':
      return type.file === undefined ? writeText(writer, type.nonEmpty === true) : literal('"vectors.safetensors"');
    case 'color':
      return simple(writer, 'Color', () => literal(`#${hex(writer)}`));
    case 'position':
      return writePosition(writer, { view: type.view === true });
    case 'vector':
      return writeVector(writer, type);
    case 'enumeration':
      return simple(writer, 'never', () => literal(writer.random.pick(type.words)));
    case 'rotation':
      return writeRotation(writer);
    case 'appearance':
      return writeAppearance(writer, kind);
    case 'region':
      return writeRegion(writer);
    default:
      throw new Error(`no property is of type ${type.kind}`);
  }
}

/** Angles may go all around, counts stay small. */
export function boundsOf({ kind, range = {} }: NumericType, { random }: Writer): Bounds {
  const { min, max } = range;
  if (min !== undefined && max !== undefined && (max - min <= 720 || (kind === 'integer' && random.chance(0.3)))) {
    return range.minExclusive ? { min: min + 0.0625, max } : { min, max };
  }
  return usual(range);
}

/** A literal, a name, a choice or a pick. */
function simple(writer: Writer, type: string, make: () => Expr): Expr {
  const { random, depth } = writer;
  if (writer.state.options.core || depth <= 0 || random.chance(0.6)) return make();
  const known = variablesOf(writer, type);
  if (known.length > 0 && random.chance(0.5)) return literal(random.pick(known).name);
  const inner = { ...writer, depth: depth - 1 };
  if (random.chance(0.5)) return choice(inner, make);
  return call(random, 'pick', [['list', listOf(writer, 3, make)]]);
}

export function writeBoolean(writer: Writer): Expr {
  const { random, depth } = writer;
  if (depth <= 0) return literal(random.pick(['true', 'false']));
  const inner = { ...writer, depth: depth - 1 };
  const known = variablesOf(writer, 'Boolean');
  const boolean = (level: number) => operand(writeBoolean(inner), level);
  const options: (() => Expr)[] = [
    () => literal(random.pick(['true', 'false'])),
    () => join(LEVEL.not, ['not'], boolean(LEVEL.compare)),
    () => join(LEVEL.and, boolean(LEVEL.and), ['and'], boolean(LEVEL.not)),
    () => join(LEVEL.or, boolean(LEVEL.or), ['or'], boolean(LEVEL.and)),
    () => comparison(inner),
    () => comparison(inner),
  ];
  if (known.length > 0) options.push(() => literal(random.pick(known).name));
  return random.pick(options)();
}

function comparison(writer: Writer): Expr {
  const { random } = writer;
  const kind = random.pick(['number', 'length', 'angle', 'integer'] as const);
  const side = () => operand(writeNumber(writer, { kind, bounds: { min: -9, max: 9 }, explicit: true }), LEVEL.range);
  return join(LEVEL.compare, side(), [random.pick(['==', '!=', '<=', '>=', '<', '>'])], side());
}

function writeText({ random }: Writer, nonEmpty: boolean): Expr {
  const count = random.integer(nonEmpty ? 1 : 0, 3);
  const words = Array.from({ length: count }, () => random.pick(TEXTS));
  // White space alone says nothing.
  if (nonEmpty) words[0] = random.pick(TEXTS.filter((text) => text !== '\\n'));
  return literal(`"${words.join(' ')}"`);
}
const TEXTS = [
  'dry',
  'grass',
  'Büsche',
  '岸辺',
  '🌳',
  '\\n',
  '\\"',
  '\\\\',
  '\\u00e9',
  '// no',
  '{',
  '}',
  '/*',
  '?',
  "'",
];

export function writeRotation(writer: Writer): Expr {
  return simple(writer, 'Rotation', () => writePlainRotation(writer));
}

function writePlainRotation(writer: Writer): Expr {
  const { random } = writer;
  const angle = (min: number, max: number) => writeNumber(writer, { kind: 'angle', bounds: { min, max } });
  const number = (value: number) => writeNumber(writer, { kind: 'number', bounds: { min: value, max: value } });
  switch (random.integer(0, 7)) {
    case 0: {
      const given = (['pitch', 'yaw', 'roll'] as const).filter(() => random.chance(0.6));
      const values = given.map((name) => join(0, [name, ':'], angle(-180, 180).pieces));
      return join(LEVEL.postfix, ['euler', '('], commas(values), [')']);
    }
    case 1:
      return call(
        random,
        'quaternion',
        QUATERNIONS[random.integer(0, 2)]?.map((q, i) => ['xyzw'[i] as string, number(q)]) ?? [],
      );
    case 2: {
      const [sine, cosine] = random.pick([
        [0, 1],
        [1, 0],
        [0.6, 0.8],
        [-0.28, 0.96],
      ] as const);
      const rows = [cosine, 0, sine, 0, 1, 0, -sine, 0, cosine];
      return call(
        random,
        'matrix',
        rows.map((value) => ['', number(value)]),
      );
    }
    case 3:
      // A point would be of the frame in which it is written; in core form the rotation itself stands.
      if (!writer.state.options.core && writer.frame === 0)
        return call(random, 'facing', [['point', writePosition({ ...writer, depth: 0 }, {})]]);
      break;
    default:
  }
  return call(random, 'yaw', [['angle', angle(-360, 360)]]);
}
const QUATERNIONS = [
  [0, 0.342, 0, 0.94],
  [0.1, -0.2, 0.3, 0.9],
  [1, 0, 0, 0],
];

function writeAppearance(writer: Writer, kind: string): Expr {
  const { random, state } = writer;
  const { holes, files } = state.options;
  if (holes && random.chance(0.1)) return literal('?');
  return simple(writer, 'Appearance', () => {
    if (state.embeddings && random.chance(0.4))
      return call(random, 'embedding', [['row', literal(String(random.integer(0, 7)))]]);
    if (files && random.chance(0.05)) return join(LEVEL.postfix, ['like', '(', 'image', ':', '"photo.png"', ')']);
    if (random.chance(0.4)) return call(random, 'like', [['text', writeText(writer, true)]]);
    const id = `"${kind}/${random.pick(['oak', 'a-1', 'thorn_bush'])}${random.pick(['', '#3'])}"`;
    return call(random, 'asset', [['id', literal(id)]]);
  });
}

export function writeRegion(writer: Writer): Expr {
  const { random } = writer;
  const length = (min: number, max: number) => writeNumber(writer, { kind: 'length', bounds: { min, max } }).pieces;
  const center = random.chance(0.6) ? ['center', ':', ...writePosition({ ...writer, depth: 0 }, {}).pieces, ','] : [];
  const known = variablesOf(writer, 'Region').filter(({ frame }) => frame === writer.frame);
  if (known.length > 0 && random.chance(0.4)) return literal(random.pick(known).name);
  const pieces = (name: string, ...rest: readonly Piece[]) => join(LEVEL.postfix, [name, '(', ...center, ...rest, ')']);
  switch (random.integer(0, 3)) {
    case 0:
      return pieces('disk', 'radius', ':', ...length(2, 20));
    case 1:
      return pieces('ring', 'inner', ':', ...length(0, 4), ',', 'outer', ':', ...length(6, 20));
    case 2:
      return pieces('rectangle', 'size', ':', '(', ...length(3, 20), ',', ...length(3, 20), ')');
    default: {
      const points = Array.from({ length: random.integer(2, 4) }, () => writePosition({ ...writer, depth: 0 }, {}));
      return join(LEVEL.postfix, ['path', '(', '['], commas(points), [']', ',', 'width', ':'], length(1, 5), [')']);
    }
  }
}

function hex({ random }: Writer): string {
  return Array.from({ length: 6 }, () => random.pick([...'0123456789abcdefABCDEF'])).join('');
}
