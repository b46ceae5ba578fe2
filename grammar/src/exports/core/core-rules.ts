// Turns what core form may hold into rules: each kind with its own properties, each property with values of its type.
import { unreachable } from '@diorama/diagnostics';
import {
  ANNOTATIONS,
  type EnumerationType,
  FUNCTIONS,
  isNumeric,
  type ParameterDefinition,
  type PositionType,
  type Signature,
  type ValueType,
  type VectorType,
} from '@diorama/vocabulary';
import { COLOR, namePattern, SPACE, textPattern } from '../rules/lexemes.ts';
import {
  anyNumberOf,
  characters,
  choice,
  literal,
  NOTHING,
  optional,
  type Pattern,
  type RuleSet,
  sequence,
} from '../rules/pattern.ts';
import { createRuleList, type RuleList } from '../rules/rule-list.ts';
import type { CoreKind, CoreModel, CoreProperty } from './core-model.ts';
import { numberRule } from './number-rule.ts';

export interface CoreOptions {
  /** `canonical`: as the formatter prints it, one element a line; `free`: any white space, up to a bound. */
  readonly layout: 'canonical' | 'free';
  /** `table`: properties in the order in which core form prints them; then each comes once and none that must is missing. */
  readonly order: 'table' | 'any';
}
export const CORE_DEFAULTS: CoreOptions = Object.freeze({ layout: 'canonical', order: 'table' });

/** Up to so many assets of a class are written as alternatives. */
const FEW_ASSETS = 64;

/** Core form: settings and elements with literal values, one a line. */
export function coreRules(model: CoreModel, options: Partial<CoreOptions> = {}): RuleSet {
  const settings = { ...CORE_DEFAULTS, ...options };
  const list = createRuleList();
  const ctx: Context = { model, list, ...settings, space: spacesOf(list, settings) };
  list.rule('program', () => programPattern(ctx));
  return { header: headerOf(model, settings), rules: list.list() };
}

interface Context extends CoreOptions {
  readonly model: CoreModel;
  readonly list: RuleList;
  readonly space: Spaces;
}

interface Spaces {
  /** Where the formatter puts nothing. */
  readonly none: () => Pattern;
  /** Where the formatter puts a space, and the language could do without. */
  readonly one: () => Pattern;
  /** Between two words. */
  readonly words: () => Pattern;
  /** Between two elements. */
  readonly line: () => Pattern;
}
function spacesOf(list: RuleList, { layout }: CoreOptions): Spaces {
  if (layout === 'canonical') {
    const [space, line] = [literal(' '), literal('\n')];
    return { none: () => NOTHING, one: () => space, words: () => space, line: () => line };
  }
  const some = () => list.terminal('space', () => SPACE);
  const none = () => optional(some());
  return { none, one: none, words: some, line: none };
}

function programPattern(ctx: Context): Pattern {
  const { model, list, space, order, layout } = ctx;
  const [settings, elements] = [model.kinds.filter(({ once }) => once), model.kinds.filter(({ once }) => !once)];
  const line = (kind: CoreKind) =>
    list.rule(`line-${slug(kind.name)}`, () => sequence(elementPattern(ctx, kind), space.line()));
  const element = elements.length === 0 ? NOTHING : list.rule('element', () => choice(...elements.map(line)));
  const edge = layout === 'canonical' ? NOTHING : space.none();
  if (order === 'any') return sequence(edge, anyNumberOf(choice(...settings.map(line), element)));
  return sequence(edge, ...settings.map((kind) => optional(line(kind))), anyNumberOf(element));
}

function elementPattern(ctx: Context, kind: CoreKind): Pattern {
  const { list, space, model } = ctx;
  const label = list.terminal('label', () => namePattern(model.taken));
  return sequence(
    list.rule('annotations', () => annotationsPattern(ctx)),
    literal(kind.name),
    optional(sequence(space.words(), label)),
    space.one(),
    list.rule(`body-${slug(kind.name)}`, () => bodyPattern(ctx, kind)),
  );
}

/** In the order in which core form prints them; a note may be there more than once. */
function annotationsPattern(ctx: Context): Pattern {
  const { space } = ctx;
  const all = ANNOTATIONS.map(({ name, parameters }) => {
    const values = parameters.map(({ type }) => valuePattern(ctx, { type, names: [] }));
    const one = sequence(
      literal(`@${name}(`),
      space.none(),
      ...separated(ctx, values),
      space.none(),
      literal(')'),
      space.one(),
    );
    return name === 'note' ? anyNumberOf(one) : optional(one);
  });
  return sequence(...all);
}

function bodyPattern(ctx: Context, kind: CoreKind): Pattern {
  const { space } = ctx;
  const fields = ctx.order === 'table' ? orderedFields(ctx, kind, 0, 0) : anyFields(ctx, kind);
  const braces = (inner: Pattern) => sequence(literal('{'), space.one(), inner, space.one(), literal('}'));
  const empty = sequence(literal('{'), ctx.layout === 'canonical' ? NOTHING : space.none(), literal('}'));
  if (fields === undefined) return empty;
  const needsFields = kind.properties.some(({ required }) => required);
  return needsFields ? braces(fields) : choice(braces(fields), empty);
}

/** Any fields in any order: how often one comes is left to the checker. */
function anyFields(ctx: Context, kind: CoreKind): Pattern | undefined {
  if (kind.properties.length === 0) return undefined;
  const field = ctx.list.rule(`field-${slug(kind.name)}`, () =>
    choice(...kind.properties.map((property) => fieldPattern(ctx, kind, property))),
  );
  return sequence(field, anyNumberOf(sequence(fieldSeparator(ctx), field)));
}

/**
 * The fields from the one at `index` on, at least one, in the order of the table; `excluded` is a bit for each property
 * that another one rules out. Nothing if none is left.
 */
function orderedFields(ctx: Context, kind: CoreKind, index: number, excluded: number): Pattern | undefined {
  const property = kind.properties[index];
  if (property === undefined) return undefined;
  const skipped = () => orderedFieldsRule(ctx, kind, index + 1, excluded);
  if ((excluded & (1 << index)) !== 0) return skipped();
  const rest = orderedFieldsRule(ctx, kind, index + 1, excluded | excludedBy(kind, property));
  const field = fieldPattern(ctx, kind, property);
  const more = rest && sequence(fieldSeparator(ctx), rest);
  // The rest may be left out only if none of it is required.
  const mayEnd = !kind.properties.slice(index + 1).some(({ required }) => required);
  const here = more === undefined ? field : sequence(field, mayEnd ? optional(more) : more);
  if (property.required) return here;
  const later = skipped();
  return later === undefined ? here : choice(here, later);
}

function orderedFieldsRule(ctx: Context, kind: CoreKind, index: number, excluded: number): Pattern | undefined {
  const left = kind.properties.some((_, at) => at >= index && (excluded & (1 << at)) === 0);
  if (!left) return undefined;
  // What is excluded before here makes no difference any more.
  const remaining = (excluded >> index) << index;
  const name = `fields-${slug(kind.name)}-${index}${remaining === 0 ? '' : `-${remaining.toString(2)}`}`;
  return ctx.list.rule(name, () => orderedFields(ctx, kind, index, remaining) ?? NOTHING);
}

/** The properties that may not stand beside one, as bits. */
function excludedBy({ oneOf, properties }: CoreKind, { definition }: CoreProperty): number {
  const names = oneOf
    .filter(({ alternatives }) => alternatives.some((names) => names.includes(definition.name)))
    .flatMap(({ alternatives }) => alternatives.filter((names) => !names.includes(definition.name)).flat());
  return names.reduce((bits, name) => bits | (1 << properties.findIndex((one) => one.definition.name === name)), 0);
}

/** Between two arguments, or two items. */
function separator({ space }: Context): Pattern {
  return sequence(space.none(), literal(','), space.one());
}
/** Between two fields: in a free layout white space does. */
function fieldSeparator(ctx: Context): Pattern {
  return ctx.layout === 'canonical' ? separator(ctx) : choice(separator(ctx), ctx.space.words());
}

function separated(ctx: Context, patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.flatMap((pattern, index) => (index === 0 ? [pattern] : [separator(ctx), pattern]));
}

function fieldPattern(ctx: Context, kind: CoreKind, { definition, names }: CoreProperty): Pattern {
  const { space } = ctx;
  const assetClass = kind.name === 'object' ? undefined : kind.name;
  const value = valuePattern(ctx, { type: definition.type, names, assetClass });
  return sequence(literal(definition.name), space.none(), literal(':'), space.one(), value);
}

/** What a value is to be. */
interface Place {
  readonly type: ValueType;
  /** What the session has declared for it. */
  readonly names: readonly string[];
  readonly assetClass?: string | undefined;
}

function valuePattern(ctx: Context, place: Place): Pattern {
  const value = literalPattern(ctx, place);
  if (place.names.length === 0) return value;
  const key = `names-${slug(place.names.join(' '))}`;
  return choice(
    value,
    ctx.list.terminal(key, () => choice(...place.names.map(literal))),
  );
}

function literalPattern(ctx: Context, { type, assetClass }: Place): Pattern {
  const { list } = ctx;
  if (isNumeric(type)) return numberRule(list, type);
  switch (type.kind) {
    case 'text':
      if (type.form === 'asset-id') return assetRule(ctx, assetClass);
      return type.nonEmpty
        ? list.terminal('text-not-empty', () => textPattern({ nonEmpty: true }))
        : list.terminal('text', () => textPattern());
    case 'color':
      return list.terminal('color', () => COLOR);
    case 'boolean':
      return choice(literal('true'), literal('false'));
    case 'enumeration':
      return enumerationRule(list, type);
    case 'position':
      return list.rule(type.view ? 'place' : 'point', () => positionPattern(ctx, type));
    case 'view-position':
      return callsOf(ctx, type.kind);
    case 'vector':
      return list.rule(`vector${boundsName(type)}`, () => vectorPattern(ctx, type));
    case 'rotation':
    case 'region':
      return list.rule(type.kind, () => callsOf(ctx, type.kind));
    case 'appearance':
      return list.rule(assetClass === undefined ? 'appearance' : `appearance-${slug(assetClass)}`, () =>
        callsOf(ctx, type.kind, assetClass),
      );
    case 'range': {
      const bound = literalPattern(ctx, { type: type.of, names: [] });
      // Spaces keep `0 ..` from being read as the beginning of `0.5` where lexemes are cut greedily.
      return sequence(bound, literal(' '), choice(literal('..'), literal('..<')), literal(' '), bound);
    }
    case 'list': {
      const item = literalPattern(ctx, { type: type.of, names: [], assetClass });
      return sequence(
        literal('['),
        optional(sequence(item, anyNumberOf(sequence(separator(ctx), item)))),
        literal(']'),
      );
    }
    case 'element':
    case 'variable':
      throw new Error(`internal error: nothing has a value of type ${type.kind}`);
    default:
      return unreachable(type);
  }
}

function enumerationRule(list: RuleList, { name, words }: EnumerationType): Pattern {
  return list.terminal(`${slug(name)}-${slug(words.join(' '))}`, () => choice(...words.map(literal)));
}

function tuple(ctx: Context, items: readonly Pattern[]): Pattern {
  const { space } = ctx;
  return sequence(literal('('), space.none(), ...separated(ctx, items), space.none(), literal(')'));
}

/** `(x, z)` on the ground, `(x, y, z)` anywhere, and as the camera sees it. */
function positionPattern(ctx: Context, { view }: PositionType): Pattern {
  const length = numberRule(ctx.list, { kind: 'length' });
  const { space } = ctx;
  const point = sequence(
    literal('('),
    space.none(),
    ...separated(ctx, [length, length]),
    optional(sequence(separator(ctx), length)),
    space.none(),
    literal(')'),
  );
  return view ? choice(point, callsOf(ctx, 'view-position')) : point;
}

function vectorPattern(ctx: Context, { components }: VectorType): Pattern {
  const [x, y, z] = [0, 1, 2].map((index) => {
    const range = components?.[index];
    return numberRule(ctx.list, range === undefined ? { kind: 'length' } : { kind: 'length', range });
  }) as [Pattern, Pattern, Pattern];
  // Of two numbers the second is z: y is 0 then, which not every vector may be.
  const { min = 0, minExclusive = false } = components?.[1] ?? {};
  const mayBeFlat = min < 0 || (min === 0 && !minExclusive);
  return choice(...(mayBeFlat ? [tuple(ctx, [x, z])] : []), tuple(ctx, [x, y, z]));
}
function boundsName({ components }: VectorType): string {
  return [...(components ?? [])]
    .map(({ min, max, minExclusive }) => `-${minExclusive ? 'above' : 'from'}-${min ?? 'any'}-to-${max ?? 'any'}`)
    .join('')
    .replaceAll('--', '-minus-')
    .replaceAll('.', 'p');
}

/** Every constructor of a type, with its arguments. */
function callsOf(ctx: Context, result: ValueType['kind'], assetClass?: string): Pattern {
  const constructors = FUNCTIONS.filter(({ role }) => role === 'constructor');
  const options = constructors.flatMap(({ name, signatures }) =>
    signatures
      .filter((signature) => signature.result.kind === result)
      .map((signature) => {
        const key = `call-${slug(name)}${signature.parameters[0]?.named ? `-${signature.parameters[0].name}` : ''}`;
        const rule = name === 'asset' && assetClass !== undefined ? `${key}-${slug(assetClass)}` : key;
        return ctx.list.rule(rule, () => callPattern(ctx, name, signature, assetClass));
      }),
  );
  return choice(...options);
}

function callPattern(ctx: Context, name: string, { parameters }: Signature, assetClass?: string): Pattern {
  const { space } = ctx;
  const names = parameters.some(({ default: value, named }) => named || value !== undefined);
  const inner = argumentsPattern(ctx, parameters, { first: true, named: false, names, assetClass });
  return sequence(literal(name), space.none(), literal('('), space.none(), inner, space.none(), literal(')'));
}

interface ArgumentsContext {
  readonly first: boolean;
  /** A parameter was left out or named: from here on all are named. */
  readonly named: boolean;
  /** Whether arguments may be named at all: where each must be given by place, names would only take room. */
  readonly names: boolean;
  readonly assetClass: string | undefined;
}

/** The arguments for the parameters that are left, in their order. */
function argumentsPattern(ctx: Context, parameters: readonly ParameterDefinition[], at: ArgumentsContext): Pattern {
  const [parameter, ...rest] = parameters;
  if (parameter === undefined) return NOTHING;
  const { named = false, default: value, name, type } = parameter;
  const argument = valuePattern(ctx, { type, names: [], assetClass: at.assetClass });
  const before = at.first ? NOTHING : separator(ctx);
  const label = sequence(literal(name), ctx.space.none(), literal(':'), ctx.space.one());
  const next = (isNamed: boolean) => argumentsPattern(ctx, rest, { ...at, first: false, named: isNamed });
  const options = [
    ...(at.named || named ? [] : [sequence(before, argument, next(false))]),
    ...(at.names ? [sequence(before, label, argument, next(true))] : []),
    ...(value === undefined ? [] : [argumentsPattern(ctx, rest, { ...at, named: true })]),
  ];
  return choice(...options);
}

/** The id of an asset of a class: those of the catalog if they are few, otherwise whatever has the form. */
function assetRule(ctx: Context, assetClass: string | undefined): Pattern {
  const { list, model } = ctx;
  const known = assetClass === undefined ? [] : [...(model.catalog.assets?.ids(assetClass) ?? [])];
  const variant = optional(
    sequence(literal('#'), choice(literal('0'), sequence(characters('19'), anyNumberOf(characters('09'))))),
  );
  const word = (first: readonly string[]) =>
    sequence(characters(...first), anyNumberOf(characters('az', '09', '_', '-')));
  const quoted = (id: Pattern) => sequence(literal('"'), id, variant, literal('"'));
  return list.terminal(assetClass === undefined ? 'asset-id' : `asset-id-${slug(assetClass)}`, () => {
    if (0 < known.length && known.length <= FEW_ASSETS) return quoted(choice(...known.map(literal)));
    const className = assetClass === undefined ? word(['az']) : literal(assetClass);
    return quoted(sequence(className, literal('/'), word(['az', '09'])));
  });
}

/** A word of a rule's name; what is too long for one is told apart by a checksum. */
function slug(text: string): string {
  const plain = text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const isWhole = plain.replaceAll('-', ' ') === text.toLowerCase();
  if (isWhole && plain.length <= 40) return plain;
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return `${plain.slice(0, 24).replace(/-$/, '')}-${sum.toString(36)}`;
}

function headerOf({ kinds, taken }: CoreModel, { layout, order }: CoreOptions): readonly string[] {
  const prefabs = kinds.filter(({ role }) => role === undefined).map(({ name }) => name);
  const isSession = taken.length > 0 || prefabs.length > 0;
  return [
    `Core form of Diorama (.dio), ${layout === 'canonical' ? 'in the formatter’s layout' : 'in any layout'}.`,
    'Generated: `diorama grammar export --form core`. Do not edit.',
    ...(isSession
      ? [
          '',
          'It is the continuation of a session: the names that its program declares are alternatives where their type fits.',
        ]
      : []),
    '',
    'Kept: kinds have their own properties, values the type of their property, numbers its range in every unit.',
    ...(order === 'table' ? TABLE_ORDER : ANY_ORDER),
    'Left to the checker: that labels differ, that a rotation is not 0, that bounds are in order (near before far), that',
    'rows of embeddings exist and the scene names their file, that assets and pictures exist. Texts and digits have no bound. Annotations have one',
    'order, and a text that must not be empty begins with a character that is seen.',
  ];
}

const TABLE_ORDER = [
  'Settings and properties come in one order, so that each comes once at most, none is missing that must be there, and',
  'none stands beside one that it excludes.',
];
const ANY_ORDER = [
  'Settings and properties come in any order. Left to the checker: that each comes once at most, that none is missing',
  'that must be there, and that none stands beside one that it excludes.',
];
