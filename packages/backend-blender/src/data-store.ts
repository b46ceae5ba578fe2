// Turns arrays of numbers into compressed bytes that the program carries or finds in files beside it.
import { strToU8, zlibSync } from 'fflate';
import { pythonString } from './python-literal.ts';

/** A file beside the program. */
export interface DataFile {
  /** Its name in the program's data folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Collects what is too long to be read by people. */
export interface DataStore {
  readonly files: DataFile[];
}

/** Adds arrays, one after the other, little-endian, compressed with zlib; the name becomes the data's key. */
export function addArrays(store: DataStore, name: string, arrays: readonly NumberArray[]): void {
  const bytes = new Uint8Array(arrays.reduce((total, { byteLength }) => total + byteLength, 0));
  let at = 0;
  for (const array of arrays) {
    bytes.set(littleEndian(array), at);
    at += array.byteLength;
  }
  store.files.push({ name, bytes: zlibSync(bytes, { level: 6 }) });
}

type NumberArray = Float32Array | Uint16Array | Uint32Array;

function littleEndian(array: NumberArray): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (IS_LITTLE_ENDIAN) return bytes;
  const size = array.BYTES_PER_ELEMENT;
  return bytes.map((_, index) => bytes[index - (index % size) + (size - 1 - (index % size))] as number);
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Adds a value as JSON, compressed. */
export function addJson(store: DataStore, name: string, value: unknown): void {
  store.files.push({ name, bytes: zlibSync(strToU8(JSON.stringify(value)), { level: 6 }) });
}

/** Adds the bytes of a file that is compressed already. */
export function addFile(store: DataStore, name: string, bytes: Uint8Array): void {
  store.files.push({ name, bytes });
}

/** The Python dictionary that holds all data as base64 in lines. */
export function writeData(store: DataStore): string {
  const entries = store.files.map(({ name, bytes }) => `    ${pythonString(name)}: '''\n${base64Lines(bytes)}''',\n`);
  return `DATA = {\n${entries.join('')}}\n`;
}

/** Base64 (RFC 4648) in lines of 120 characters. */
export function base64Lines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += BYTES_A_LINE) {
    let line = '';
    const end = Math.min(bytes.length, start + BYTES_A_LINE);
    for (let at = start; at < end; at += 3) line += quartet(bytes, at);
    lines.push(`${line}\n`);
  }
  return lines.join('');
}

function quartet(bytes: Uint8Array, at: number): string {
  const left = bytes.length - at;
  const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  const digit = (shift: number) => ALPHABET.charAt((bits >> shift) & 63);
  return digit(18) + digit(12) + (left > 1 ? digit(6) : '=') + (left > 2 ? digit(0) : '=');
}

const BYTES_A_LINE = 90;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
