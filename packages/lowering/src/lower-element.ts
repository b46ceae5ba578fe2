// Turns an element of a kind that stays in the scene into a node of it.

import type * as typed from '@diorama/checker';
import type { Value } from '@diorama/checker';
import { invariant } from '@diorama/diagnostics';
import { extendInto, type Key, type MutableKey, uniform } from '@diorama/geometry';
import type * as scene from '@diorama/scene';
import { contains, findKind, type Interval, KINDS, type PropertyDefinition, VARIANT_COUNT } from '@diorama/vocabulary';
import type { Here, LoweringContext } from './context.ts';
import { defaultNumber, defaultPoint, defaultText, propertyOf } from './defaults.ts';
import { toWorld, toWorldRotation } from './frame.ts';
import { localRotation, REST } from './local-rotation.ts';
import { placeOutOfRange, sizeOutOfRange } from './problems/out-of-range-by-scale.ts';
import { type Values, valueNamed } from './read-values.ts';
import { appearance, number, point, text } from './scene-values.ts';

/** An element whose values are settled. */
interface Reading {
  readonly element: typed.Element;
  readonly values: Values;
  readonly at: scene.Location;
  /** For what is drawn beside its properties; there is one unless everything is given. */
  readonly key: Key | undefined;
}

/** Adds the element to the scene; in the world's values, though it may stand in a local frame. */
export function lowerElement(
  ctx: LoweringContext,
  here: Here,
  element: typed.Element,
  values: Values,
  key: Key | undefined,
): void {
  const at = locate(here, valueNamed(values, 'at'));
  if (!isFinitePlace(at)) {
    ctx.diagnostics.push(placeOutOfRange(element.place));
    return;
  }
  const lower = LOWERERS[element.definition.name as scene.Element['kind']];
  invariant(lower !== undefined, `${element.definition.name} is a kind of the scene`);
  const node = lower(ctx, here, { element, values, at, key }) as Mutable<scene.Element>;
  addLabel(ctx, element, node);
  const annotations = annotationsOf(element);
  if (annotations !== undefined) node.annotations = annotations;
  ctx.elements.push(node as scene.Element);
}

/** Where an element stands in the world. What gives no place stands at its frame's origin. */
export function locate(here: Here, at: Value | undefined): scene.Location {
  const { frame } = here;
  if (at === undefined) {
    return frame.grounded
      ? { kind: 'ground', x: frame.x, z: frame.z }
      : { kind: 'world', x: frame.x, y: frame.y, z: frame.z };
  }
  invariant(
    typeof at === 'object' && (at.kind === 'position' || at.kind === 'view'),
    'an element stands at a position',
  );
  const [x, y, z] = [number(at.x), number(at.y), number(at.z)];
  if (at.kind === 'view') return { kind: 'view', x, y, z };
  const [worldX, worldY, worldZ] = toWorld(frame, x, y, z);
  // A point on the ground is moved there along the world's Y, however the frame is tilted.
  return at.ground ? { kind: 'ground', x: worldX, z: worldZ } : { kind: 'world', x: worldX, y: worldY, z: worldZ };
}

export function isFinitePlace(at: scene.Location): boolean {
  return Number.isFinite(at.x) && Number.isFinite(at.z) && (at.kind === 'ground' || Number.isFinite(at.y));
}

type Lowerer = (ctx: LoweringContext, here: Here, reading: Reading) => scene.Element;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A total map: a new kind of the scene does not compile until it is lowered. */
const LOWERERS: { readonly [K in scene.Element['kind']]: Lowerer } = {
  bird: lowerObject,
  boulder: lowerObject,
  bush: lowerObject,
  carnivore: lowerObject,
  herbivore: lowerObject,
  tree: lowerObject,
  object: lowerObject,
  water: (ctx, here, reading) => ({
    kind: 'water',
    at: reading.at,
    size: extents(ctx, here, reading),
    rotation: rotationOf(ctx, here, reading),
    color: textOf(reading, 'color'),
    roughness: numberOf(reading, 'roughness'),
    origin: reading.element.place,
  }),
  box: (ctx, here, reading) => ({
    kind: 'box',
    ...shape(ctx, here, reading),
    size: extents(ctx, here, reading),
  }),
  sphere: (ctx, here, reading) => ({
    kind: 'sphere',
    ...shape(ctx, here, reading),
    radius: size(ctx, here, reading, 'radius'),
  }),
  cylinder: (ctx, here, reading) => ({
    kind: 'cylinder',
    ...shape(ctx, here, reading),
    radius: size(ctx, here, reading, 'radius'),
    height: size(ctx, here, reading, 'height'),
  }),
  cone: (ctx, here, reading) => ({
    kind: 'cone',
    ...shape(ctx, here, reading),
    radius: size(ctx, here, reading, 'radius'),
    height: size(ctx, here, reading, 'height'),
  }),
  plane: (ctx, here, reading) => ({
    kind: 'plane',
    ...shape(ctx, here, reading),
    size: extents(ctx, here, reading),
  }),
  lamp: (ctx, here, reading) => ({
    kind: 'lamp',
    at: reading.at,
    color: textOf(reading, 'color'),
    power: numberOf(reading, 'power'),
    radius: size(ctx, here, reading, 'radius'),
    origin: reading.element.place,
  }),
};

function lowerObject(ctx: LoweringContext, here: Here, reading: Reading): scene.SceneObject {
  const { element, values, at } = reading;
  const kind = element.definition.name as scene.ObjectClass;
  const height = size(ctx, here, reading, 'height');
  const rotation = rotationOf(ctx, here, reading);
  const variant = variantOf(reading);
  const look = valueNamed(values, 'appearance');
  const origin = element.place;
  // All fields at once: nodes are many, and those of one shape are small.
  const node: Mutable<scene.SceneObject> =
    look === undefined
      ? { kind, at, height, rotation, variant, origin }
      : {
          kind,
          at,
          height,
          rotation,
          appearance: shared(ctx, here, reading, 'appearance', appearance),
          variant,
          origin,
        };
  if (ANIMALS.has(kind)) {
    node.pose = textOf(reading, 'pose');
    node.phase = numberOf(reading, 'phase');
  }
  return node;
}

function shape(ctx: LoweringContext, here: Here, reading: Reading) {
  return {
    at: reading.at,
    rotation: rotationOf(ctx, here, reading),
    color: textOf(reading, 'color'),
    roughness: numberOf(reading, 'roughness'),
    metallic: numberOf(reading, 'metallic'),
    origin: reading.element.place,
  };
}

const ANIMALS: ReadonlySet<string> = new Set(
  KINDS.filter(({ properties }) => properties.some(({ name }) => name === 'pose')).map(({ name }) => name),
);

/** Which individual it is: drawn for the element unless it is given. */
function variantOf({ values, key }: Reading): number {
  const given = valueNamed(values, 'variant');
  if (given !== undefined) return number(given);
  invariant(key !== undefined, 'an object without a variant has a key');
  extendInto(scratch, key, 'variant');
  return Math.floor(uniform(scratch, 0) * VARIANT_COUNT);
}
const scratch: MutableKey = { high: 0, low: 0 };

function rotationOf(ctx: LoweringContext, here: Here, reading: Reading): scene.Rotation {
  const { values } = reading;
  const given = valueNamed(values, 'rotation');
  if (given === undefined) return toWorldRotation(here.frame, REST);
  const at = valueNamed(values, 'at');
  return toWorldRotation(
    here.frame,
    shared(ctx, here, reading, 'rotation', (value) =>
      localRotation(ctx, at, value, reading.element.properties.get('rotation')?.value.place),
    ),
  );
}

/**
 * The conversion of a property's value. If the value is a constant of the program and its element is run many times, it
 * is converted once: a million elements then share one object.
 */
function shared<T extends object>(
  ctx: LoweringContext,
  here: Here,
  { element, values }: Reading,
  name: string,
  convert: (value: Value) => T,
): T {
  const value = valueNamed(values, name);
  invariant(typeof value === 'object', `${element.definition.name} has a value for ${name}`);
  // `facing` depends on where its element stands.
  const isFacing = value.kind === 'rotation' && value.rotation.kind === 'facing';
  if (here.path === ctx.root || isFacing || element.properties.get(name)?.value.kind !== 'constant')
    return convert(value);
  let found = ctx.conversions.get(value);
  if (found === undefined) {
    found = convert(value);
    ctx.conversions.set(value, found);
  }
  return found as T;
}

function numberOf({ element, values }: Reading, name: string): number {
  const given = valueNamed(values, name);
  return given === undefined ? defaultNumber(property(element, name)) : number(given);
}

function textOf({ element, values }: Reading, name: string): string {
  const given = valueNamed(values, name);
  return given === undefined ? defaultText(property(element, name)) : text(given);
}

/** A length that grows with the frame's scale, kept within the property's range. */
function size(ctx: LoweringContext, here: Here, reading: Reading, name: string): number {
  const length = numberOf(reading, name);
  if (here.frame.scale === 1) return length;
  const { type } = property(reading.element, name);
  return scaled(ctx, here, reading.element, name, length, (type.kind === 'length' && type.range) || {});
}

/** Three lengths that grow with the frame's scale. */
function extents(ctx: LoweringContext, here: Here, reading: Reading): scene.Point {
  const { element, values } = reading;
  const definition = property(element, 'size');
  const given = valueNamed(values, 'size');
  const written = given === undefined ? defaultPoint(definition) : point(given);
  if (here.frame.scale === 1) return written;
  const ranges = definition.type.kind === 'vector' ? definition.type.components : undefined;
  const [x, y, z] = written.map((length, axis) => scaled(ctx, here, element, 'size', length, ranges?.[axis] ?? {}));
  return [x ?? 0, y ?? 0, z ?? 0];
}

function scaled(
  ctx: LoweringContext,
  here: Here,
  element: typed.Element,
  name: string,
  length: number,
  range: Interval,
): number {
  const { scale } = here.frame;
  const product = length * scale;
  if (Number.isFinite(product) && contains(range, product)) return product;
  const used = nearestInside(range, product);
  ctx.diagnostics.push(
    sizeOutOfRange(element.properties.get(name)?.place ?? element.place, name, { size: length, scale, used }),
  );
  return used;
}

/** The number of a range that is nearest to one outside. Bounds that do not belong to the range are 0 in the table. */
function nearestInside(
  { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, minExclusive }: Interval,
  value: number,
): number {
  return value > max ? max : minExclusive ? min + Number.MIN_VALUE : min;
}

function property(element: typed.Element, name: string): PropertyDefinition {
  const { definition } = element;
  return definition.properties.find((candidate) => candidate.name === name) ?? propertyOf(definition.name, name);
}

/** Keeps the label while it is the only one of its name: one that comes again, from a loop or a prefab, names nothing. */
function addLabel(ctx: LoweringContext, { source }: typed.Element, node: Mutable<scene.Element>): void {
  const label = source.label?.text;
  if (label === undefined || label === '') return;
  const first = ctx.labels.get(label);
  if (first === undefined) {
    node.label = label;
    ctx.labels.set(label, ctx.elements.length);
    return;
  }
  const namesake = ctx.elements[first] as Mutable<scene.Element> | undefined;
  if (namesake !== undefined) delete namesake.label;
  ctx.labels.set(label, -1);
}

/** What is said of an element beside its meaning, if anything is. */
export function annotationsOf({ annotations }: typed.Element): scene.Annotations | undefined {
  if (annotations.length === 0) return undefined;
  const result: Mutable<scene.Annotations> = {};
  const notes: string[] = [];
  for (const { definition, arguments: values } of annotations) {
    const [value] = values;
    if (definition.name === 'note') notes.push(String(value));
    else if (definition.name === 'pixels') result.pixels = Number(value) + 0;
    else if (definition.name === 'confidence') result.confidence = Number(value) + 0;
  }
  if (notes.length > 0) result.notes = notes;
  return result;
}

/** The role of a kind decides how it is lowered; the scene's kinds must be the vocabulary's. */
export function isNodeKind(name: string): name is scene.Element['kind'] {
  return findKind(name) !== undefined && name in LOWERERS;
}
