// Writes the items of a program: elements, names, loops, choices, scatters, groups, prefabs and their uses.
import {
  ANNOTATIONS,
  ENUMERATIONS,
  findKind,
  KINDS,
  type KindDefinition,
  type PropertyDefinition,
  type ValueType,
} from '@diorama/vocabulary';
import { type Expr, LEVEL, literal, operand } from './expr.ts';
import type { FieldSlot, Piece } from './layout.ts';
import {
  type Bounds,
  freshName,
  innerBlock,
  newFrame,
  type PrefabSketch,
  type Variable,
  variablesOf,
  type Writer,
} from './scope.ts';
import { writeNumber } from './write-number.ts';
import { writePosition, writeVector } from './write-point.ts';
import { writeBoolean, writeRegion, writeRotation, writeValue } from './write-value.ts';

type Pieces = readonly Piece[];

/** Most elements that a program makes. */
const MOST_ELEMENTS = 400;

/** One item of a block, or nothing where no more fits in. */
export function writeItem(writer: Writer): Pieces {
  const { random, state, depth, times } = writer;
  const { core } = state.options;
  if (state.cost > MOST_ELEMENTS) return [];
  const {
    random: { pick },
  } = writer;
  if (core) return random.chance(0.15) ? writeSetting(writer) : writeElement(writer, pick(PLACED_IN_CORE));
  const forms: (() => Pieces)[] = [
    () => writeElement(writer, pick(PLACED)),
    () => writeElement(writer, pick(PLACED)),
    () => writeElement(writer, pick(PLACED)),
    () => writeLet(writer),
    () => writeLet(writer),
  ];
  if (writer.top) forms.push(() => writeSetting(writer));
  if (writer.top && writer.variables.length >= 0) forms.push(() => writePrefab(writer));
  if (depth > 0) {
    forms.push(() => writeIf(writer));
    if (times < 60)
      forms.push(
        () => writeFor(writer),
        () => writeScatter(writer),
        () => writeGroup(writer),
      );
  }
  const affordable = state.prefabs.filter(({ cost }) => cost * times <= 80);
  if (affordable.length > 0) forms.push(() => writeUse(writer, pick(affordable)));
  return pick(forms)();
}

const PLACED = KINDS.filter(({ once, holdsElements }) => !once && !holdsElements);
const PLACED_IN_CORE = PLACED;

/** `{ … }` of one item or more. */
function writeBody(writer: Writer, least = 1): Pieces {
  const count = writer.random.integer(least, 3);
  const slot: Piece = { slot: 'item', world: writer.frame === 0, top: false };
  return ['{', slot, ...Array.from({ length: count }, () => [...writeItem(writer), slot]).flat(), '}'];
}

export function writeElement(writer: Writer, kind: KindDefinition): Pieces {
  const { random, state, times } = writer;
  state.cost += times;
  const label = random.chance(0.2) ? freshName(writer) : undefined;
  const inside: Writer = { ...writer, variables: [...writer.variables], depth: Math.min(writer.depth, 2) };
  const lets = !state.options.core && random.chance(0.08) ? writeLet(inside) : [];
  const chosen = chooseProperties(writer, kind);
  const given = new Set(chosen.map(({ name }) => name));
  const slot: FieldSlot = { slot: 'field', kind: kind.name, given };
  const fields = random.shuffle(chosen).map((property) => writeField(inside, property, kind.name));
  const pieces = [
    ...writeAnnotations(writer),
    kind.name,
    ...(label === undefined ? [] : [label]),
    '{',
    ...lets,
    ...fields.flatMap((field) => [...field, { slot: 'comma' } as const, slot]),
    ...(fields.length === 0 ? [slot] : []),
    '}',
  ];
  const at = fields.find(([name]) => name === 'at');
  // What stands at `view(…)` has a place that takes part in no arithmetic.
  const { members } = kind;
  if (label !== undefined && members.length > 0 && !at?.includes('view')) {
    writer.variables.push({ name: label, type: 'Element', frame: writer.frame, members });
  }
  return pieces;
}

function chooseProperties({ random, frame }: Writer, kind: KindDefinition): readonly PropertyDefinition[] {
  const excluded = new Set<string>();
  for (const { alternatives } of kind.oneOf) {
    const kept = random.pick(alternatives);
    for (const names of alternatives) if (names !== kept) for (const name of names) excluded.add(name);
  }
  const likelihood = random.pick([0.1, 0.4, 0.9]);
  // One must be less than the other: with the other's default, either may be anything.
  if (kind.name === 'camera') excluded.add(random.pick(['near', 'far']));
  return kind.properties.filter(({ name, required }) => {
    if (excluded.has(name) || name === 'embeddings') return false;
    if (required === 'always' || (required === 'at-top-level' && frame === 0)) return true;
    return random.chance(required === undefined ? likelihood : 0.8);
  });
}

function writeField(writer: Writer, { name, type }: PropertyDefinition, kind: string): Pieces {
  return [name, ':', ...writeValue(writer, type, kind).pieces];
}

function writeAnnotations(writer: Writer): Pieces {
  const { random } = writer;
  if (!random.chance(0.1)) return [];
  const { name, parameters } = random.pick(ANNOTATIONS);
  const values = parameters.flatMap(
    ({ type }) => writeValue({ ...writer, depth: 0, state: solved(writer) }, type, '').pieces,
  );
  return [`@${name}`, '(', ...values, ')'];
}

/** Annotations hold no holes. */
function solved({ state }: Writer): Writer['state'] {
  return { ...state, options: { ...state.options, holes: false } };
}

export function writeSetting(writer: Writer): Pieces {
  const { random, state } = writer;
  const left = KINDS.filter(({ once, name }) => once && !state.settings.has(name));
  if (left.length === 0) return writeElement(writer, random.pick(PLACED));
  const kind = random.pick(left);
  state.settings.add(kind.name);
  const withFile = kind.name === 'scene' && state.options.files && random.chance(0.7);
  const chosen = chooseProperties(writer, kind).filter(({ name }) => !withFile || name !== 'embeddings');
  const fields = random.shuffle(chosen).map((property) => writeField(writer, property, kind.name));
  if (withFile) {
    state.embeddings = true;
    fields.push(['embeddings', ':', '"vectors.safetensors"']);
  }
  const given = new Set(chosen.map(({ name }) => name));
  const slot: FieldSlot = { slot: 'field', kind: kind.name, given };
  return [kind.name, '{', ...fields.flatMap((field) => [...field, { slot: 'comma' } as const]), slot, '}'];
}

/** Types of variables and parameters, and how a value of each is written. */
interface Sort {
  readonly type: string;
  /** What the variable is known to be. */
  readonly known: Partial<Variable>;
  readonly value: (writer: Writer) => Expr;
  /** Whether its type shows without an annotation. */
  readonly plain: boolean;
}

function chooseSort(writer: Writer, isParameter: boolean): Sort {
  const { random, frame } = writer;
  const bounds = random.pick<Bounds>([
    { min: 0.5, max: 4 },
    { min: 1, max: 3 },
    { min: -30, max: 30 },
    { min: 0, max: 0.75 },
  ]);
  const number = (kind: 'number' | 'length' | 'angle', type: string, explicit: boolean): Sort => ({
    type,
    known: { bounds },
    value: (at) => writeNumber(at, { kind, bounds, explicit }),
    plain: explicit && kind !== 'number',
  });
  const whole = { min: 0, max: 3 };
  const explicit = !isParameter && random.chance(0.4);
  const simple = (type: string, of: ValueType): Sort => ({
    type,
    known: {},
    value: (at) => writeValue(at, of, 'object'),
    plain: false,
  });
  const sorts: (() => Sort)[] = [
    () => number('length', 'Length', explicit),
    () => number('length', 'Length', explicit),
    () => number('number', 'Number', false),
    () => number('angle', 'Angle', explicit),
    () => ({
      type: 'Integer',
      known: { bounds: whole },
      value: (at) => writeNumber(at, { kind: 'integer', bounds: whole }),
      plain: true,
    }),
    () => ({ type: 'Boolean', known: {}, value: writeBoolean, plain: true }),
    () => simple('Color', { kind: 'color' }),
    () => ({ type: 'Rotation', known: {}, value: (at) => writeRotation({ ...at, frame: -1 }), plain: true }),
    () => ({
      type: 'Position',
      known: { frame },
      value: (at) => writePosition({ ...at, depth: isParameter ? 0 : at.depth }, {}),
      plain: true,
    }),
    () => ({ type: 'Vector', known: {}, value: (at) => writeVector(at, {}), plain: false }),
    () => ({ ...simple('Pose', { kind: 'enumeration', name: 'Pose', words: commonPoses() }), plain: false }),
    () => ({
      type: 'List[Length]',
      known: { bounds, length: 2 },
      value: (at) => lengths(at, bounds, explicit),
      plain: explicit,
    }),
  ];
  if (!isParameter) sorts.push(() => ({ type: 'Region', known: { frame }, value: writeRegion, plain: true }));
  return random.pick(sorts)();
}

function lengths(writer: Writer, bounds: Bounds, explicit: boolean): Expr {
  const make = () => writeNumber(writer, { kind: 'length', bounds, explicit }).pieces;
  return {
    level: LEVEL.postfix,
    pieces: ['[', ...make(), ',', ...make(), ...(writer.random.chance(0.5) ? [',', ...make()] : []), ']'],
  };
}

/** Words that every kind with a pose has. */
function commonPoses(): readonly string[] {
  const all = KINDS.flatMap(({ properties }) =>
    properties.flatMap(({ type }) => (type.kind === 'enumeration' ? [type.words] : [])),
  );
  return [...(ENUMERATIONS.get('Pose')?.words ?? [])].filter((word) => all.every((words) => words.includes(word)));
}

export function writeLet(writer: Writer): Pieces {
  const { random } = writer;
  const sort = chooseSort(writer, false);
  const value = sort.value(writer).pieces;
  const name = freshName(writer);
  writer.variables.push({ name, type: sort.type, ...sort.known });
  const isList = sort.type.startsWith('List');
  const type = isList ? ['List', '[', 'Length', ']'] : [sort.type];
  const annotated = !sort.plain || random.chance(0.3) || value.includes('?');
  return ['let', name, ...(annotated ? [':', ...type] : []), '=', ...value];
}

function writeIf(writer: Writer): Pieces {
  const { random } = writer;
  const condition = writeBoolean(writer).pieces;
  const branch = () => writeBody(innerBlock(writer), 0);
  const then = branch();
  if (random.chance(0.5)) return ['if', ...condition, ...then];
  const otherwise = random.chance(0.3) ? writeIf({ ...writer, depth: writer.depth - 1 }) : branch();
  return ['if', ...condition, ...then, 'else', ...otherwise];
}

function writeFor(writer: Writer): Pieces {
  const { random } = writer;
  const name = freshName(writer);
  const { header, variable, turns } = random.pick(LOOPS)(writer);
  const inner = innerBlock(writer, { times: writer.times * turns });
  inner.variables.push({ name, ...variable });
  return ['for', name, 'in', ...header, ...writeBody(inner)];
}

interface LoopHeader {
  readonly header: Pieces;
  readonly variable: Omit<Variable, 'name'>;
  readonly turns: number;
}

const LOOPS: readonly ((writer: Writer) => LoopHeader)[] = [
  ({ random }) => {
    const [low, count] = [random.integer(-2, 3), random.integer(1, 3)];
    const variable = { type: 'Integer', bounds: { min: low, max: low + count } };
    const from = low < 0 ? ['-', String(-low)] : [String(low)];
    const high = low + count;
    const to = high < 0 ? ['-', String(-high)] : [String(high)];
    return { header: [...from, random.pick(['..', '..<']), ...to], variable, turns: count + 1 };
  },
  (writer) => {
    const count = writeNumber(
      { ...writer, depth: Math.min(writer.depth, 1) },
      { kind: 'integer', bounds: { min: 0, max: 3 } },
    );
    return {
      header: ['0', '..<', ...operand(count, LEVEL.sum)],
      variable: { type: 'Integer', bounds: { min: 0, max: 3 } },
      turns: 3,
    };
  },
  () => ({
    header: ['0m', '..', '2m', 'step', '0.5m'],
    variable: { type: 'Length', bounds: { min: 0, max: 2 } },
    turns: 5,
  }),
  ({ random }) => ({
    header: ['steps', '(', '-', '10deg', '..', '40deg', ',', String(random.integer(2, 4)), ')'],
    variable: { type: 'Angle', bounds: { min: -10, max: 40 } },
    turns: 4,
  }),
  (writer) => {
    const bounds = { min: 0.5, max: 3 };
    const lists = variablesOf(writer, 'List[Length]').filter(({ bounds: found }) => found !== undefined);
    if (lists.length > 0 && writer.random.chance(0.6)) {
      const { name, bounds: found } = writer.random.pick(lists);
      return { header: [name], variable: { type: 'Length', ...(found && { bounds: found }) }, turns: 3 };
    }
    return { header: lengths(writer, bounds, true).pieces, variable: { type: 'Length', bounds }, turns: 3 };
  },
];

export function writeScatter(writer: Writer, count?: number): Pieces {
  const { random } = writer;
  const most = random.integer(0, 6);
  const header = { ...writer, depth: Math.min(writer.depth, 2) };
  const wanted =
    count === undefined
      ? writeNumber(header, { kind: 'integer', bounds: { min: 0, max: most } })
      : literal(String(count));
  const region = writeRegion(header).pieces;
  const spacing = random.chance(0.5)
    ? writeNumber(header, { kind: 'length', bounds: { min: 0, max: 0.75 } }).pieces
    : undefined;
  const inner = innerBlock(writer, { frame: newFrame(writer), times: writer.times * Math.max(1, count ?? most) });
  return [
    'scatter',
    ...wanted.pieces,
    'in',
    ...region,
    ...(spacing === undefined ? [] : ['spacing', ...spacing]),
    ...writeBody(inner),
  ];
}

function writeGroup(writer: Writer): Pieces {
  const { random, frame } = writer;
  const group = findKind('group') as KindDefinition;
  const label = random.chance(0.2) ? freshName(writer) : undefined;
  const fields = group.properties
    .filter(({ name }) => (name === 'at' && frame === 0) || random.chance(0.5))
    .map((property) => (property.name === 'scale' ? writeScale(writer) : writeField(writer, property, 'group')));
  const inner = innerBlock(writer, { frame: newFrame(writer) });
  const body = writeBody(inner).slice(1);
  if (label !== undefined && !fields.some((field) => field[0] === 'at' && field.includes('view'))) {
    writer.variables.push({ name: label, type: 'Element', frame, members: group.members });
  }
  const comma: Piece = { slot: 'comma' };
  return [
    'group',
    ...(label === undefined ? [] : [label]),
    '{',
    ...fields.flatMap((field) => [...field, comma]),
    ...body,
  ];
}

function writeScale(writer: Writer): Pieces {
  return ['scale', ':', ...writeNumber(writer, { kind: 'number', bounds: { min: 0.5, max: 2 } }).pieces];
}

function writePrefab(writer: Writer): Pieces {
  const { random, state } = writer;
  const frame = newFrame(writer);
  const before = state.cost;
  const inner = innerBlock(writer, { frame, times: 1, depth: Math.min(writer.depth, 2) });
  const parameters: (Variable & { readonly required: boolean })[] = [];
  const header: Piece[] = [];
  for (let index = random.integer(0, 3); index > 0; index -= 1) {
    const sort = chooseSort(inner, true);
    const required = random.chance(0.5);
    const value = required ? [] : ['=', ...sort.value({ ...inner, depth: Math.min(inner.depth, 1) }).pieces];
    const name = freshName(writer);
    const type = sort.type.startsWith('List') ? ['List', '[', 'Length', ']'] : [sort.type];
    header.push(...(header.length === 0 ? [] : [',']), name, ':', ...type, ...value);
    const variable = { name, type: sort.type, ...sort.known };
    parameters.push({ ...variable, required });
    inner.variables.push(variable);
  }
  const name = freshName(writer);
  const body = writeBody(inner);
  const sketch: PrefabSketch = { name, parameters, cost: Math.max(1, state.cost - before) };
  state.prefabs.push(sketch);
  return ['prefab', name, '(', ...header, ')', ...body];
}

function writeUse(writer: Writer, { name, parameters, cost }: PrefabSketch): Pieces {
  const { random, state, frame } = writer;
  state.cost += cost * writer.times;
  const fields = parameters
    .filter(({ required }) => required || random.chance(0.5))
    .map((parameter) => [parameter.name, ':', ...writeArgument(writer, parameter).pieces] as Pieces);
  const group = findKind('group') as KindDefinition;
  for (const property of group.properties) {
    if (property.name === 'at' ? frame === 0 || random.chance(0.7) : random.chance(0.3)) {
      fields.push(property.name === 'scale' ? writeScale(writer) : writeField(writer, property, 'group'));
    }
  }
  const comma: Piece = { slot: 'comma' };
  return [name, '{', ...random.shuffle(fields).flatMap((field) => [...field, comma]), '}'];
}

/** A value of a parameter's type; positions are of the prefab's own frame, so no name of here fits. */
function writeArgument(writer: Writer, { type, bounds = { min: 1, max: 2 } }: Variable): Expr {
  const at = { ...writer, depth: Math.min(writer.depth, 1) };
  switch (type) {
    case 'Length':
      return writeNumber(at, { kind: 'length', bounds });
    case 'Number':
      return writeNumber(at, { kind: 'number', bounds });
    case 'Angle':
      return writeNumber(at, { kind: 'angle', bounds });
    case 'Integer':
      return writeNumber(at, { kind: 'integer', bounds });
    case 'Boolean':
      return writeBoolean(at);
    case 'Position':
      return writePosition({ ...at, depth: 0, frame: -1 }, {});
    case 'Vector':
      return writeVector(at, {});
    case 'Rotation':
      return writeRotation({ ...at, frame: -1 });
    case 'Pose':
      return literal(writer.random.pick(commonPoses()));
    case 'Color':
      return writeValue(at, { kind: 'color' }, '');
    default:
      return lengths(at, bounds, false);
  }
}
