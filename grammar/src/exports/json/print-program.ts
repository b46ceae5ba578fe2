// Turns the JSON of core form into a program, in the formatter's layout.
import {
  FUNCTIONS,
  findAnnotation,
  findKind,
  type ParameterDefinition,
  PREFAB_PROPERTIES,
  type ValueType,
} from '@diorama/vocabulary';
import type { ElementJson, ProgramJson, ValueJson } from './program-json.ts';

/** The types of a prefab's own parameters by name; without them, a text is told from a word by how it looks. */
export interface PrintOptions {
  readonly parameters?: (prefab: string) => ReadonlyMap<string, ValueType> | undefined;
}

/**
 * The text of a program, one element a line. What fits the schema is printed as it says; of the rest the checker tells.
 * @throws TypeError if a value has none of the forms of `ValueJson`.
 */
export function printProgram({ elements }: ProgramJson, options: PrintOptions = {}): string {
  return elements.map((element) => `${printElement(element, options)}\n`).join('');
}

function printElement({ kind, label, annotations = [], properties }: ElementJson, options: PrintOptions): string {
  const known = findKind(kind)?.properties ?? PREFAB_PROPERTIES;
  const own = options.parameters?.(kind);
  const fields = Object.entries(properties).map(([name, value]) => {
    const type = known.find((property) => property.name === name)?.type ?? own?.get(name);
    return `${name}: ${printValue(value, type)}`;
  });
  const notes = annotations.flatMap((annotation) =>
    Object.entries(annotation).map(
      ([name, values]) => `@${name}${printArguments(values, findAnnotation(name)?.parameters)} `,
    ),
  );
  return `${notes.join('')}${label === undefined ? kind : `${kind} ${label}`} ${fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`}`;
}

function printValue(value: ValueJson, type: ValueType | undefined): string {
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return isText(value, type) ? JSON.stringify(value) : value;
  if (isArray(value)) {
    const items = value.map((item) => printValue(item, type?.kind === 'list' ? type.of : undefined)).join(', ');
    // Where the type is not known, two or three numbers are a place.
    const isList = type?.kind === 'list' || (type === undefined && !isTuple(value));
    return isList ? `[${items}]` : `(${items})`;
  }
  if (typeof value === 'object' && value !== null) return printObject(value, type);
  throw new TypeError(
    `a value of core form is a number, a text, a boolean, an array or an object, not ${String(value)}`,
  );
}

/** A number as a program writes it: an exponent has no plus. */
function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no literal can write ${value}`);
  return String(value).replace('e+', 'e');
}

/** Words and colors stand without quotes. */
function isText(value: string, type: ValueType | undefined): boolean {
  if (type !== undefined) return type.kind !== 'enumeration' && type.kind !== 'color';
  return !/^#[0-9A-Fa-f]{6}$/.test(value);
}

function isArray(value: ValueJson): value is readonly ValueJson[] {
  return Array.isArray(value);
}
function isTuple(value: readonly ValueJson[]): boolean {
  return 2 <= value.length && value.length <= 3 && value.every((item) => typeof item === 'number');
}

function printObject(value: { readonly [name: string]: ValueJson }, type: ValueType | undefined): string {
  const { from, to, below, name } = value;
  const inner = type?.kind === 'range' ? type.of : undefined;
  if (from !== undefined && to !== undefined) return `${printValue(from, inner)}..${printValue(to, inner)}`;
  if (from !== undefined && below !== undefined) return `${printValue(from, inner)}..<${printValue(below, inner)}`;
  if (typeof name === 'string') return name;
  const [[callee, values] = []] = Object.entries(value);
  if (callee === undefined || values === undefined) throw new TypeError('an object of core form has one field: a call');
  return `${callee}${printArguments(values, parametersOf(callee, values))}`;
}

/** The parameters of the signature that arguments fit: by name, or by number. */
function parametersOf(callee: string, values: ValueJson): readonly ParameterDefinition[] | undefined {
  const signatures = FUNCTIONS.find((one) => one.name === callee)?.signatures ?? [];
  const given = isArray(values) ? undefined : Object.keys(values as object);
  return (
    signatures.find(({ parameters }) =>
      given === undefined
        ? parameters.every(({ named }) => !named)
        : given.every((name) => parameters.some((parameter) => parameter.name === name)),
    ) ?? signatures[0]
  )?.parameters;
}

function printArguments(values: ValueJson, parameters: readonly ParameterDefinition[] | undefined): string {
  if (isArray(values))
    return `(${values.map((value, index) => printValue(value, parameters?.[index]?.type)).join(', ')})`;
  if (typeof values !== 'object') throw new TypeError('arguments are an array, or an object by name');
  const named = Object.entries(values).map(([name, value]) => {
    const type = parameters?.find((parameter) => parameter.name === name)?.type;
    return `${name}: ${printValue(value, type)}`;
  });
  return `(${named.join(', ')})`;
}
