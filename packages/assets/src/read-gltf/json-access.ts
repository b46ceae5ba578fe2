// Reads parts of untrusted JSON, each checked for its kind.
import { GltfFault, require } from './gltf-fault.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown, what: string): JsonObject {
  require(typeof value === 'object' && value !== null && !Array.isArray(value), () => `${what} is no object`);
  return value as JsonObject;
}

/** An empty list where there is none. */
export function listOf(parent: JsonObject, name: string): readonly unknown[] {
  const value = parent[name];
  if (value === undefined) return [];
  require(Array.isArray(value), () => `${name} is no list`);
  return value;
}

/** The entry that an index means; `what` names it: `mesh`. */
export function entryOf(list: readonly unknown[], index: unknown, what: string): JsonObject {
  require(isIndex(index) && index < list.length, () => `there is no ${what} ${show(index)}`);
  return asObject(list[index], `${what} ${index}`);
}

/** A whole number of at least 0. */
export function countOf(parent: JsonObject, name: string, usual?: number): number {
  const value = parent[name] ?? usual;
  require(isIndex(value), () => `${name} is ${show(value)}, not a whole number`);
  return value;
}

export function numberOf(parent: JsonObject, name: string, usual: number): number {
  const value = parent[name] ?? usual;
  require(typeof value === 'number' && Number.isFinite(value), () => `${name} is ${show(value)}, not a number`);
  return value;
}

/** A list of so many finite numbers, or `usual`. */
export function numbersOf(
  parent: JsonObject,
  name: string,
  length: number,
  usual: readonly number[],
): readonly number[] {
  const value = parent[name];
  if (value === undefined) return usual;
  const isGood =
    Array.isArray(value) &&
    value.length === length &&
    value.every((one) => typeof one === 'number' && Number.isFinite(one));
  if (!isGood) throw new GltfFault(`${name} is not a list of ${length} numbers`);
  return value as readonly number[];
}

export function extensionOf(parent: JsonObject, name: string): JsonObject | undefined {
  if (parent.extensions === undefined) return undefined;
  const value = asObject(parent.extensions, 'extensions')[name];
  return value === undefined ? undefined : asObject(value, name);
}

export function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : (JSON.stringify(value) ?? typeof value).slice(0, 40);
}
