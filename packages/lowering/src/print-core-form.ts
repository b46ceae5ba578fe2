// Turns a scene into the program that says it most plainly: core form (§7 of the language).
import { invariant, unreachable } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import type * as scene from '@diorama/scene';
import { ANNOTATIONS, KINDS, type PropertyDefinition } from '@diorama/vocabulary';
import { defaultLocation, defaultRotation } from './defaults.ts';

/**
 * Settings in the table's order, then the elements in the scene's; properties in the table's order, defaults left out;
 * one element a line. Lowering this text gives the scene back bit for bit, origins aside, and printing that gives the
 * same text. It ends with a line end unless it is empty: a scene of nothing but defaults has nothing to say.
 */
export function printCoreForm({ settings, camera, sky, haze, ground, elements }: scene.Scene): string {
  const lines: string[] = [];
  const setting = (kind: string, values: Values, { annotations }: scene.Provenance, always = false) => {
    const line = printElement(kind, undefined, annotations, values);
    if (always || line !== emptyElement(kind)) lines.push(line);
  };
  setting('scene', { ...settings, embeddings: settings.embeddings?.file }, settings);
  setting('camera', { ...camera, ...camera.aim }, camera);
  setting('sky', { ...sky }, sky);
  // A haze without properties is not the same as none.
  if (haze !== undefined) setting('haze', { color: haze.color, [haze.extent.kind]: haze.extent.value }, haze, true);
  setting('ground', { ...ground, ...ground.surface }, ground);
  for (const element of elements) {
    lines.push(printElement(element.kind, element.label, element.annotations, element as unknown as Values));
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Fields of the scene by their names there. */
type Values = Readonly<Record<string, unknown>>;

function printElement(
  kind: string,
  label: string | undefined,
  annotations: scene.Annotations | undefined,
  values: Values,
): string {
  let fields = '';
  for (const { field, head, print, omitted } of columnsOf(kind)) {
    const value = values[field];
    if (value === undefined) continue;
    const text = print(value);
    // Values are printed so that equal texts mean equal values.
    if (text !== omitted) fields += fields === '' ? head + text : `, ${head}${text}`;
  }
  const name = label === undefined ? kind : `${kind} ${label}`;
  const body = fields === '' ? '{}' : `{ ${fields} }`;
  return `${annotations === undefined ? '' : printAnnotations(annotations)}${name} ${body}`;
}

/** The value of one property of an element, as core form writes it. */
export function printProperty(element: scene.Element, property: string): string {
  const field = fieldOf(property);
  const column = columnsOf(element.kind).find((candidate) => candidate.field === field);
  invariant(column !== undefined, `${element.kind} has a property ${property}`);
  return column.print((element as unknown as Values)[field]);
}

function emptyElement(kind: string): string {
  return `${kind} {}`;
}

/** In the vocabulary's order; a note may be there more than once. */
function printAnnotations({ pixels, confidence, notes }: scene.Annotations): string {
  const values: Readonly<Record<string, readonly (number | string)[]>> = {
    pixels: pixels === undefined ? [] : [pixels],
    confidence: confidence === undefined ? [] : [confidence],
    note: notes ?? [],
  };
  return ANNOTATIONS.flatMap(({ name }) =>
    (values[name] ?? []).map((value) => `@${name}(${printScalar(value)}) `),
  ).join('');
}

/** How a property is printed. */
interface Column {
  /** Its field in the scene. */
  readonly field: string;
  /** `sun_azimuth: ` */
  readonly head: string;
  readonly print: (value: unknown) => string;
  /** The text of its default, if it has one: then it is left out. */
  readonly omitted: string | undefined;
}

function columnsOf(kind: string): readonly Column[] {
  const found = COLUMNS.get(kind);
  invariant(found !== undefined, `${kind} is a kind of the vocabulary`);
  return found;
}

/** A `variant` is always printed: it has no default, but is drawn by a key that core form does not have. */
function toColumn(property: PropertyDefinition): Column {
  const { name, type, default: value } = property;
  const print = printerOf(property);
  let omitted: string | undefined;
  if (value !== undefined) {
    if (type.kind === 'rotation') omitted = print(defaultRotation(property));
    else if (type.kind === 'position') omitted = print(defaultLocation(property));
    else omitted = print(value);
  }
  return { field: fieldOf(name), head: `${name}: `, print, omitted };
}

function printerOf({ name, type }: PropertyDefinition): (value: unknown) => string {
  switch (type.kind) {
    case 'number':
    case 'integer':
    case 'length':
    case 'angle':
    case 'text':
      return (value) => printScalar(value as number | string);
    case 'color':
    case 'enumeration':
      return String;
    case 'position':
      return (value) => printLocation(value as scene.Location);
    case 'vector':
      return (value) => printTuple(value as scene.Point);
    case 'rotation':
      return (value) => printRotation(value as scene.Rotation);
    case 'appearance':
      return (value) => printAppearance(value as scene.Appearance);
    default:
      throw new Error(`internal error: core form has no literal of type ${type.kind}, as ${name} is`);
  }
}

function printScalar(value: number | string): string {
  return typeof value === 'number' ? shortestDecimal(value) : JSON.stringify(value);
}

function printTuple(numbers: readonly number[]): string {
  return `(${numbers.map(shortestDecimal).join(', ')})`;
}

function printLocation(location: scene.Location): string {
  const { kind, x, z } = location;
  switch (kind) {
    case 'ground':
      return printTuple([x, z]);
    case 'world':
      return printTuple([x, location.y, z]);
    case 'view':
      return `view${printTuple([x, location.y, z])}`;
    default:
      return unreachable(kind);
  }
}

export function printRotation(rotation: scene.Rotation): string {
  switch (rotation.kind) {
    case 'yaw':
      return `yaw(${shortestDecimal(rotation.yaw)})`;
    case 'euler': {
      const { pitch, yaw, roll } = rotation;
      return `euler(pitch: ${shortestDecimal(pitch)}, yaw: ${shortestDecimal(yaw)}, roll: ${shortestDecimal(roll)})`;
    }
    case 'quaternion':
      return `quaternion${printTuple(rotation.quaternion)}`;
    case 'matrix':
      return `matrix${printTuple(rotation.matrix)}`;
    default:
      return unreachable(rotation);
  }
}

function printAppearance(appearance: scene.Appearance): string {
  switch (appearance.kind) {
    case 'asset':
      return `asset(${JSON.stringify(appearance.id)})`;
    case 'like':
      return `like(${JSON.stringify(appearance.text)})`;
    case 'like-image':
      return `like(image: ${JSON.stringify(appearance.file)})`;
    case 'embedding':
      return `embedding(${shortestDecimal(appearance.row)})`;
    default:
      return unreachable(appearance);
  }
}

/** `sun_elevation` → `sunElevation` */
function fieldOf(property: string): string {
  return property.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map(
  KINDS.filter(({ role }) => role !== 'group').map((kind) => [kind.name, kind.properties.map(toColumn)]),
);
