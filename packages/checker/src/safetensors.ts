// Turns the first bytes of a safetensors file into what its header says.
//
// The format (github.com/huggingface/safetensors): the header's length in 8 bytes, little-endian; the header, a JSON
// object from tensor names to `{"dtype", "shape", "data_offsets": [begin, end]}`, with texts about the file as a whole
// under `__metadata__`; then the tensors, back to back and in order of `begin`, with no gap and nothing after them.

/** What the header of a safetensors file says. */
export interface SafetensorsHeader {
  /** In the order in which they lie in the file. */
  readonly tensors: readonly Tensor[];
  readonly metadata: Readonly<Record<string, string>>;
  /** How long the whole file must be; a file of another length is damaged. */
  readonly byteLength: number;
}
/** A tensor's place in the file: `begin` and `end` count from the file's first byte. */
export interface Tensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}
/** Why a file cannot be used, as the rest of a sentence about it: `its header is no JSON`. */
export interface SafetensorsProblem {
  readonly problem: string;
}

/**
 * Reads the header; `bytes` is the file or its beginning, at least as much as {@link safetensorsHeaderEnd} says. Takes
 * bytes from anywhere: nothing in them makes it throw, read past their end, or take more memory than a few times them.
 */
export function readSafetensorsHeader(bytes: Uint8Array): SafetensorsHeader | SafetensorsProblem {
  const headerEnd = safetensorsHeaderEnd(bytes);
  if (typeof headerEnd !== 'number') return headerEnd;
  if (bytes.length < headerEnd) {
    return problem(`its header should end at byte ${headerEnd}, but only ${bytes.length} bytes are there`);
  }
  const header = parseHeader(bytes.subarray(LENGTH_BYTES, headerEnd));
  if ('problem' in header) return header;
  const metadata = readMetadata(header.fields.get(METADATA));
  if ('problem' in metadata) return metadata;
  const tensors: Tensor[] = [];
  for (const [name, entry] of header.fields) {
    if (name === METADATA) continue;
    const tensor = readTensor(name, entry, headerEnd);
    if ('problem' in tensor) return tensor;
    tensors.push(tensor);
  }
  tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let end = headerEnd;
  for (const tensor of tensors) {
    if (tensor.begin !== end)
      return problem(`its tensor ${quote(tensor.name)} does not begin where the one before ends`);
    end = tensor.end;
  }
  return { tensors, metadata: metadata.texts, byteLength: end };
}

/** How many bytes at the beginning of a file its header takes, from the file's first 8 bytes. */
export function safetensorsHeaderEnd(bytes: Uint8Array): number | SafetensorsProblem {
  if (bytes.length < LENGTH_BYTES) return problem(`it has only ${bytes.length} of the 8 bytes that any has`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getBigUint64(0, true);
  if (length > BigInt(LONGEST_HEADER)) return problem(`its header would be ${length} bytes long; 100 MB is the most`);
  return LENGTH_BYTES + Number(length);
}

/** The vectors of a scene: `rows` of `dimension` numbers each, in one embedding space. */
export interface Embeddings {
  readonly space: string;
  readonly rows: number;
  readonly dimension: number;
  /** Where they lie: row after row. */
  readonly table: Tensor;
}

/**
 * What a scene's `embeddings` file offers to `embedding(row)`. Such a file is a safetensors file with
 * - one vector a row, in a two-dimensional tensor of dtype F32, F16, BF16 or F64 (shape `[rows, dimension]`), named
 *   `embeddings`, unless it is the only such tensor;
 * - the name of the vectors' embedding space as `space` under `__metadata__`: vectors are compared only within a space.
 *
 * In Python: `save_file({"embeddings": vectors}, "scene.safetensors", metadata={"space": "clip-vit-l-14-336"})`.
 */
export function embeddingsOf(header: SafetensorsHeader): Embeddings | SafetensorsProblem {
  const tables = header.tensors.filter(({ dtype, shape }) => FLOATS.has(dtype) && shape.length === 2);
  const table = tables.find(({ name }) => name === EMBEDDINGS) ?? tables[0];
  if (table === undefined) return problem('it holds no two-dimensional tensor of F32, F16, BF16 or F64 numbers');
  if (tables.length > 1 && table.name !== EMBEDDINGS) {
    return problem(`none of its ${tables.length} two-dimensional tensors is named "${EMBEDDINGS}"`);
  }
  const [rows = 0, dimension = 0] = table.shape;
  if (rows === 0 || dimension === 0) return problem(`its tensor ${quote(table.name)} is empty: ${rows} × ${dimension}`);
  const space = Object.hasOwn(header.metadata, SPACE) ? (header.metadata[SPACE] ?? '') : '';
  if (space.trim() === '') return problem(`its metadata has no "${SPACE}", the name of the embedding space`);
  return { space, rows, dimension, table };
}

const METADATA = '__metadata__';
const EMBEDDINGS = 'embeddings';
const SPACE = 'space';
const LENGTH_BYTES = 8;
/** As in the reference implementation. */
const LONGEST_HEADER = 100_000_000;
const FLOATS: ReadonlySet<string> = new Set(['F64', 'F32', 'F16', 'BF16']);
/** Bits an element. */
const DTYPES: ReadonlyMap<string, number> = new Map([
  ...['F4'].map((name) => [name, 4] as const),
  ...['F6_E2M3', 'F6_E3M2'].map((name) => [name, 6] as const),
  ...['BOOL', 'U8', 'I8', 'F8_E5M2', 'F8_E4M3', 'F8_E8M0', 'F8_E4M3FNUZ', 'F8_E5M2FNUZ'].map(
    (name) => [name, 8] as const,
  ),
  ...['I16', 'U16', 'F16', 'BF16'].map((name) => [name, 16] as const),
  ...['I32', 'U32', 'F32'].map((name) => [name, 32] as const),
  ...['I64', 'U64', 'F64', 'C64'].map((name) => [name, 64] as const),
]);

function problem(text: string): SafetensorsProblem {
  return { problem: text };
}

/** The header's top level; in a map, since names come from the file. */
function parseHeader(bytes: Uint8Array): { readonly fields: ReadonlyMap<string, unknown> } | SafetensorsProblem {
  if (bytes[0] !== OPEN_BRACE) return problem('its header does not begin with "{"');
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return problem('its header is not in UTF-8');
  }
  try {
    value = JSON.parse(text);
  } catch {
    return problem('its header is no JSON');
  }
  if (!isObject(value)) return problem('its header is no JSON object');
  const repeated = findRepeatedKey(text);
  if (repeated !== undefined) return problem(`its header has ${quote(repeated)} twice`);
  return { fields: new Map(Object.entries(value)) };
}

const OPEN_BRACE = 0x7b;

/** The first key that an object of a valid JSON text has twice: readers differ in which of the two counts. */
function findRepeatedKey(json: string): string | undefined {
  // The keys of the open objects; an open array has none.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(json, at);
      const keys = isKey(json, end) ? open.at(-1) : undefined;
      const key: string = keys === undefined ? '' : JSON.parse(json.slice(at, end));
      if (keys?.has(key)) return key;
      keys?.add(key);
      at = end - 1;
    }
  }
  return undefined;
}

/** The offset after the closing quote of the string that begins at an offset of a valid JSON text. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
}

/** Whether the string that ends at an offset is followed by a colon. */
function isKey(json: string, end: number): boolean {
  let at = end;
  while (json[at] === ' ' || json[at] === '\t' || json[at] === '\n' || json[at] === '\r') at += 1;
  return json[at] === ':';
}

function readMetadata(value: unknown): { readonly texts: Record<string, string> } | SafetensorsProblem {
  if (value === undefined) return { texts: {} };
  if (!isObject(value)) return problem(`its ${METADATA} is no JSON object`);
  const entries = Object.entries(value);
  const other = entries.find(([, text]) => typeof text !== 'string');
  if (other !== undefined) return problem(`its ${METADATA} says of ${quote(other[0])} something else than a text`);
  return { texts: Object.fromEntries(entries) as Record<string, string> };
}

function readTensor(name: string, entry: unknown, dataStart: number): Tensor | SafetensorsProblem {
  const about = `its tensor ${quote(name)}`;
  if (!isObject(entry)) return problem(`${about} is described by no JSON object`);
  const { dtype, shape, data_offsets: offsets, ...others } = entry;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return problem(`${about} has the unknown field ${quote(stranger)}`);
  const bits = typeof dtype === 'string' ? DTYPES.get(dtype) : undefined;
  if (typeof dtype !== 'string' || bits === undefined) return problem(`${about} has no dtype that is known`);
  if (!isArrayOfCounts(shape)) return problem(`the shape of ${about} is no list of counts`);
  if (!isArrayOfCounts(offsets) || offsets.length !== 2)
    return problem(`the data_offsets of ${about} are no two counts`);
  const [begin = 0, end = 0] = offsets;
  const size = byteSize(shape, bits);
  if (size === undefined) return problem(`${about} has a shape whose size is no whole number of bytes below 2^53`);
  if (end - begin !== size) {
    return problem(`${about} has ${end - begin} bytes, but ${dtype} of shape [${shape.join(', ')}] takes ${size}`);
  }
  return { name, dtype, shape, begin: dataStart + begin, end: dataStart + end };
}

function byteSize(shape: readonly number[], bits: number): number | undefined {
  // A 0 anywhere makes a tensor empty, however large the other counts are.
  let total = shape.includes(0) ? 0 : bits;
  for (const count of shape) {
    total *= total === 0 ? 1 : count;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return total % 8 === 0 ? total / 8 : undefined;
}

function isArrayOfCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name from the file, as part of a message: shortened, on one line. */
function quote(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}
