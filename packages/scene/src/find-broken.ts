// Compares a value with a shape: lists what is not as the shape says.
import { unreachable } from '@diorama/diagnostics';
import { contains, type Interval } from '@diorama/vocabulary';
import type { ChoiceShape, NumberShape, RecordShape, Shape, TextShape } from './shape.ts';

/** Something that should hold in a scene and does not. */
export interface BrokenBelief {
  /** A JSON pointer: `/elements/3/height`. */
  readonly path: string;
  /** What should hold: `a number more than 0 and at most 200`. */
  readonly belief: string;
  /** What is there instead. */
  readonly found: string;
}

/** How a value writes what scenes and their JSON form write differently. */
export type Form = 'scene' | 'json';

/** Appends what is broken in a value to `broken`. */
export function findBroken(broken: BrokenBelief[], form: Form, shape: Shape, value: unknown, path: string): void {
  if (!holds(shape, value, form)) {
    broken.push({ path, belief: describe(shape), found: show(value) });
    return;
  }
  switch (shape.kind) {
    case 'number':
    case 'text':
    case 'word':
    case 'version':
    case 'origin':
      return;
    case 'tuple':
    case 'list':
      for (const [index, item] of (value as readonly unknown[]).entries()) {
        const itemShape = shape.kind === 'list' ? shape.of : shape.items[index];
        if (itemShape !== undefined) findBroken(broken, form, itemShape, item, `${path}/${index}`);
      }
      return;
    case 'choice':
      findAlternative(broken, form, shape, value as object, path);
      return;
    case 'record':
      findFields(broken, form, shape, value as object, path);
      return;
    default:
      unreachable(shape);
  }
}

/** Whether a value is what its shape says, apart from what is in it. */
function holds(shape: Shape, value: unknown, form: Form): boolean {
  switch (shape.kind) {
    case 'number':
      return isNumber(shape, value, form);
    case 'text':
      return isText(shape, value);
    case 'word':
      return typeof value === 'string' && shape.words.includes(value);
    case 'version':
      return value === shape.number;
    case 'origin':
      return form === 'json' ? isJsonOrigin(value) : isPlace(value);
    case 'tuple':
      return Array.isArray(value) && value.length === shape.items.length;
    case 'list':
      return Array.isArray(value);
    case 'choice':
    case 'record':
      return isObject(value);
    default:
      return unreachable(shape);
  }
}

/** What a value of a shape is, in words. */
function describe(shape: Shape): string {
  switch (shape.kind) {
    case 'number':
      return describeNumber(shape);
    case 'text':
      return shape.form?.words ?? (shape.nonEmpty ? 'a text that is not empty' : 'a text');
    case 'word':
      return shape.words.join(' or ');
    case 'version':
      return `version ${shape.number}`;
    case 'origin':
      return 'a place in a source';
    case 'tuple':
      return `a list of ${shape.items.length}`;
    case 'list':
      return 'a list';
    case 'choice':
    case 'record':
      return 'an object';
    default:
      return unreachable(shape);
  }
}

function findAlternative(broken: BrokenBelief[], form: Form, shape: ChoiceShape, value: object, path: string): void {
  const { kind } = value as { readonly kind?: unknown };
  const isKnown = typeof kind === 'string' && Object.hasOwn(shape.alternatives, kind);
  const alternative = isKnown ? shape.alternatives[kind] : undefined;
  if (alternative !== undefined) findFields(broken, form, alternative, value, path);
  else broken.push({ path: `${path}/kind`, belief: Object.keys(shape.alternatives).join(' or '), found: show(kind) });
}

function findFields(broken: BrokenBelief[], form: Form, shape: RecordShape, value: object, path: string): void {
  for (const [name, field] of Object.entries(shape.fields)) {
    if (Object.hasOwn(value, name)) {
      findBroken(broken, form, field.shape, value[name as keyof typeof value], `${path}/${name}`);
    } else if (field.optional !== true) {
      broken.push({ path: `${path}/${name}`, belief: 'it is there', found: 'nothing' });
    }
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(shape.fields, name)) continue;
    broken.push({
      path: `${path}/${escapePointer(name)}`,
      belief: 'nothing of this name',
      found: show(value[name as keyof typeof value]),
    });
  }
}

function isNumber(shape: NumberShape, value: unknown, form: Form): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (form === 'scene' && Object.is(value, -0)) return false;
  return (!shape.integer || Number.isSafeInteger(value)) && contains(shape.range, value);
}

function isText(shape: TextShape, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return shape.form === undefined ? !shape.nonEmpty || value !== '' : new RegExp(shape.form.pattern).test(value);
}

function isPlace(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { file, start, end } = value as { file?: unknown; start?: unknown; end?: unknown };
  return typeof file === 'string' && isCount(start, 0) && isCount(end, start as number);
}

function isJsonOrigin(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { file, ...numbers } = value as Record<string, unknown>;
  const { line, column, endLine, endColumn } = numbers;
  return (
    typeof file === 'string' &&
    Object.keys(numbers).length === 4 &&
    [line, column, endLine, endColumn].every((number) => isCount(number, 1))
  );
}

function isCount(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && least <= (value as number);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `a whole number from 0 to 4294967295`, `a number more than 0 and at most 200` */
function describeNumber({ integer, range }: NumberShape): string {
  const bounds = describeInterval(range);
  return `${integer ? 'a whole number' : 'a finite number'}${bounds === '' ? '' : ` ${bounds}`}`;
}

function describeInterval({ min, max, minExclusive, maxExclusive }: Interval): string {
  if (min !== undefined && max !== undefined && !minExclusive && !maxExclusive) {
    return min === max ? `that is ${min}` : `from ${min} to ${max}`;
  }
  const low = min === undefined ? [] : [`${minExclusive ? 'more than' : 'at least'} ${min}`];
  const high = max === undefined ? [] : [`${maxExclusive ? 'less than' : 'at most'} ${max}`];
  return [...low, ...high].join(' and ');
}

/** A value in a few words. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** RFC 6901. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
