// Turns files of JSON into values whose shape is not known yet.
import { type Refusal, refuse } from './refusal.ts';

export type JsonRecord = { readonly [key: string]: unknown };

/** A value as it is; bytes and texts are parsed. */
export function parseJson(file: unknown, name: string): JsonRecord | Refusal {
  let value = file;
  if (value instanceof Uint8Array) {
    try {
      value = new TextDecoder('utf-8', { fatal: true }).decode(value);
    } catch {
      return refuse(`${name} is not UTF-8`);
    }
  }
  if (typeof value === 'string') {
    try {
      value = JSON.parse(value);
    } catch (error) {
      return refuse(`${name} is not JSON: ${(error as SyntaxError).message}`);
    }
  }
  return isRecord(value) ? value : refuse(`${name} is not an object but ${show(value)}`);
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && 0 <= (value as number);
}

/** A value in a message: short. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
