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
  addFile(store, name, compressArrays(arrays));
}

/** Arrays one after the other, little-endian, compressed with zlib. */
export function compressArrays(arrays: readonly NumberArray[]): Uint8Array {
  const bytes = new Uint8Array(arrays.reduce((total, { byteLength }) => total + byteLength, 0));
  let at = 0;
  for (const array of arrays) {
    bytes.set(littleEndian(array), at);
    at += array.byteLength;
  }
  return zlibSync(bytes, { level: 6 });
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

/** Base64 (RFC 4648) in lines of 120 characters; kept for as long as the bytes are, which nobody changes. */
function base64Lines(bytes: Uint8Array): string {
  const known = KNOWN_LINES.get(bytes);
  if (known !== undefined) return known;
  const made = writeLines(bytes);
  KNOWN_LINES.set(bytes, made);
  return made;
}

const KNOWN_LINES = new WeakMap<Uint8Array, string>();

function writeLines(bytes: Uint8Array): string {
  const digits = 4 * Math.ceil(bytes.length / 3);
  const text = new Uint8Array(digits + Math.ceil(bytes.length / BYTES_A_LINE));
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text[to] = DIGITS[bits >> 18] as number;
    text[to + 1] = DIGITS[(bits >> 12) & 63] as number;
    text[to + 2] = left > 1 ? (DIGITS[(bits >> 6) & 63] as number) : EQUALS_SIGN;
    text[to + 3] = left > 2 ? (DIGITS[bits & 63] as number) : EQUALS_SIGN;
    to += 4;
    if (left <= 3 || (at + 3) % BYTES_A_LINE === 0) {
      text[to] = NEW_LINE;
      to += 1;
    }
  }
  // Far faster than adding up strings.
  return new TextDecoder('latin1').decode(text);
}

const BYTES_A_LINE = 90;
const NEW_LINE = 0x0a;
const EQUALS_SIGN = 0x3d;
const DIGITS = strToU8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
