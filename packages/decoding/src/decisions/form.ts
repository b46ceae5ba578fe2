// Turns a property into the forms in which core form can state its value: `at` into `(x, z)`, `(x, y, z)`, `view(…)`.
import { invariant } from '@diorama/diagnostics';
import {
  type DefaultValue,
  FUNCTIONS,
  type Interval,
  isNumeric,
  type ParameterDefinition,
  type PropertyDefinition,
  type ValueType,
  within,
} from '@diorama/vocabulary';
import { numberComponent, numberSlot, type RotationSlot, type Slot, textSlot } from './slot.ts';

/** One way to state a property: a choice, the values that it takes one after the other, and the text around them. */
export interface Form {
  /** `height`, `at.view`, `pose.walk` */
  readonly choice: string;
  /** A decision each; none for a word, which says all by being chosen. Their names are `choice` and `choice.y`. */
  readonly slots: readonly Slot[];
  /** The text before, between and after the values (all numbers of all slots). */
  readonly pieces: readonly string[];
  /** The numbers or text that are not written, for that is what leaving the property out means. */
  readonly omitted?: readonly (number | string)[];
}

/** In the vocabulary's order. A word that is the default is none: it is said by leaving the property out. */
export function formsOf(property: PropertyDefinition): readonly Form[] {
  const { name, type, default: fallback, unit } = property;
  const one = (slot: Slot): readonly Form[] => [
    {
      choice: name,
      slots: [slot],
      pieces: [`${name}: `, ''],
      ...(isSingle(fallback) && { omitted: [fallback] }),
    },
  ];
  if (isNumeric(type)) return one(numberSlot(name, type, asNumber(fallback), unit));
  switch (type.kind) {
    case 'text':
      return one(textSlot(name, type));
    case 'color':
      return one({ kind: 'color', name });
    case 'boolean':
      return wordForms(name, ['true', 'false'], fallback);
    case 'enumeration':
      return wordForms(name, type.words, fallback);
    case 'vector':
      return [vectorForm(name, type.components ?? [{}, {}, {}], fallback)];
    case 'position':
      return positionForms(name, type.view ?? false, fallback);
    case 'rotation':
    case 'appearance':
      return constructorForms(name, type, fallback);
    default:
      throw new Error(`internal error: core form has no literal of type ${type.kind}, as ${name} is`);
  }
}

function isSingle(value: DefaultValue | undefined): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}
function asNumber(value: DefaultValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function wordForms(name: string, words: readonly string[], fallback: DefaultValue | undefined): readonly Form[] {
  return words
    .filter((word) => word !== String(fallback))
    .map((word) => ({ choice: `${name}.${word}`, slots: [], pieces: [`${name}: ${word}`] }));
}

const AXES = ['x', 'y', 'z'] as const;

/** Three lengths in parentheses; those that can be but one number are text, not decisions. */
function vectorForm(name: string, components: readonly Interval[], fallback: DefaultValue | undefined): Form {
  const defaults = Array.isArray(fallback) ? (fallback as readonly number[]) : undefined;
  const free = components.flatMap((range, axis) => (isPoint(range) ? [] : [axis]));
  const choice = free.length === components.length ? name : `${name}.${free.map((axis) => AXES[axis]).join('')}`;
  const slots = free.map((axis) =>
    numberSlot(`${choice}.${AXES[axis]}`, within({ kind: 'length' }, components[axis] ?? {}), defaults?.[axis]),
  );
  const pieces: string[] = [];
  let piece = `${name}: (`;
  for (const [axis, range] of components.entries()) {
    if (axis > 0) piece += ', ';
    if (isPoint(range)) piece += String(range.min);
    else {
      pieces.push(piece);
      piece = '';
    }
  }
  const omitted = defaults && free.map((axis) => defaults[axis] ?? 0);
  return { choice, slots, pieces: [...pieces, `${piece})`], ...(omitted && { omitted }) };
}
function isPoint({ min, max }: Interval): boolean {
  return min !== undefined && min === max;
}

/** `(x, z)`, `(x, y, z)` and, where a camera may see it, `view(x, y, z)`: one number a decision. */
function positionForms(name: string, view: boolean, fallback: DefaultValue | undefined): readonly Form[] {
  const lengths = (form: string, axes: readonly string[], open: string): Form => {
    const choice = `${name}.${form}`;
    const slots = axes.map((axis) => numberSlot(`${choice}.${axis}`, { kind: 'length' }));
    const isDefault = Array.isArray(fallback) && fallback.length === axes.length && open === '(';
    return {
      choice,
      slots,
      pieces: [`${name}: ${open}`, ...axes.slice(1).map(() => ', '), ')'],
      ...(isDefault && { omitted: fallback as readonly number[] }),
    };
  };
  const fixed = [lengths('ground', ['x', 'z'], '('), lengths('world', AXES, '(')];
  if (!view) return fixed;
  return [...fixed, ...constructors('view-position').map(({ name: form }) => lengths(form, AXES, `${form}(`))];
}

/** What a rotation or an appearance may be: `yaw`, `quaternion`, `like`. The numbers of a rotation are one slot. */
function constructorForms(name: string, { kind }: ValueType, fallback: DefaultValue | undefined): readonly Form[] {
  return constructors(kind).map(({ name: callee, parameters }, index, all) => {
    const named = parameters.some((parameter) => parameter.named || parameter.default !== undefined);
    const first = all.findIndex((other) => other.name === callee) === index;
    const choice = `${name}.${callee}${first ? '' : `-${parameters[0]?.name}`}`;
    const labels = parameters.map((parameter) => (named ? `${parameter.name}: ` : ''));
    const pieces = labels.map((label, at) => `${at === 0 ? `${name}: ${callee}(` : ', '}${label}`);
    const isDefault = kind === 'rotation' && parameters.length === 1 && typeof fallback === 'number';
    return {
      choice,
      slots: [constructorSlot(choice, kind, parameters)],
      pieces: [...pieces, ')'],
      ...(isDefault && { omitted: [fallback] }),
    };
  });
}

function constructorSlot(choice: string, kind: ValueType['kind'], parameters: readonly ParameterDefinition[]): Slot {
  if (kind === 'rotation') return rotationSlot(choice, parameters);
  const [parameter] = parameters;
  invariant(parameter !== undefined && parameters.length === 1, `${choice} takes one value`);
  const { type } = parameter;
  if (type.kind === 'text') return textSlot(choice, type);
  invariant(type.kind === 'integer', `${choice} takes a text or a row`);
  return { kind: 'row', name: choice };
}

function rotationSlot(choice: string, parameters: readonly ParameterDefinition[]): RotationSlot {
  const components = parameters.map(({ name, type }) => {
    invariant(isNumeric(type), `${choice} takes numbers`);
    const component = numberComponent(type);
    // The parts of a quaternion or matrix are sines and cosines.
    return { name, ...component, ...(type.kind === 'number' && { scale: { kind: 'linear' as const }, bins: 128 }) };
  });
  return {
    kind: 'rotation',
    name: choice,
    components,
    nonzero: parameters.every(({ type }) => type.kind === 'number'),
  };
}

interface Constructor {
  readonly name: string;
  readonly parameters: readonly ParameterDefinition[];
}

/** The constructors of a type that take numbers and texts alone: what takes a point is no literal of core form. */
export function constructors(kind: ValueType['kind']): readonly Constructor[] {
  return FUNCTIONS.filter(({ role }) => role === 'constructor').flatMap(({ name, signatures }) =>
    signatures
      .filter(({ result, parameters }) => {
        return result.kind === kind && parameters.every(({ type }) => isNumeric(type) || type.kind === 'text');
      })
      .map(({ parameters }) => ({ name, parameters })),
  );
}
