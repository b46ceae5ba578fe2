// Turns an uncompressed OpenEXR file of scan lines, as Blender writes its passes, into numbers by channel.

/** Channels of numbers, top row first. */
export interface ExrImage {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** By name: `ViewLayer.Depth.Z`, in files of several parts after the part's name. Channels of 16 bits are left out. */
  readonly channels: ReadonlyMap<string, Float32Array>;
}

/**
 * Reads files of one part (Blender up to 4.5) or several of one size, without compression ("The OpenEXR File Layout",
 * openexr.com). Throws an error that says what the file has that this does not read.
 */
export function readExr(bytes: Uint8Array): ExrImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('the file is no OpenEXR image');
  const flags = view.getUint32(4, true);
  if ((flags & UNREAD_FLAGS) !== 0) throw new Error('the OpenEXR file has tiles or deep data');
  const hasParts = (flags & PARTS_FLAG) !== 0;
  const { parts, end } = readHeaders(view, hasParts);
  const first = parts[0] as Part;
  const channels = new Map<string, Float32Array>();
  let table = end;
  for (const part of parts) {
    readRows(view, part, { table, lead: hasParts ? 4 : 0 }, channels);
    table += 8 * part.height;
  }
  return { width: first.width, height: first.height, channels };
}

interface Part {
  readonly width: number;
  readonly height: number;
  /** Of the first row. */
  readonly top: number;
  readonly channels: readonly Channel[];
}

interface Channel {
  readonly name: string;
  readonly type: number;
}

function readHeaders(view: DataView, hasParts: boolean): { readonly parts: readonly Part[]; readonly end: number } {
  const parts: Part[] = [];
  let at = 8;
  do {
    const { attributes, end } = readHeader(view, at);
    parts.push(partOf(attributes));
    at = end;
  } while (hasParts && view.getUint8(at) !== 0);
  return { parts, end: hasParts ? at + 1 : at };
}

function readHeader(
  view: DataView,
  start: number,
): { readonly attributes: ReadonlyMap<string, DataView>; readonly end: number } {
  const attributes = new Map<string, DataView>();
  let at = start;
  while (view.getUint8(at) !== 0) {
    const name = readText(view, at);
    const type = readText(view, at + name.length + 1);
    const content = at + name.length + type.length + 6;
    const size = view.getUint32(content - 4, true);
    attributes.set(name, new DataView(view.buffer, view.byteOffset + content, size));
    at = content + size;
  }
  return { attributes, end: at + 1 };
}

function partOf(attributes: ReadonlyMap<string, DataView>): Part {
  if (attributeOf(attributes, 'compression').getUint8(0) !== 0) throw new Error('the OpenEXR file is compressed');
  const window = attributeOf(attributes, 'dataWindow');
  const edge = (index: number) => window.getInt32(4 * index, true);
  const name = attributes.get('name');
  const prefix = name === undefined ? '' : `${String.fromCharCode(...bytesOf(name))}.`;
  return {
    width: edge(2) - edge(0) + 1,
    height: edge(3) - edge(1) + 1,
    top: edge(1),
    channels: readChannels(attributeOf(attributes, 'channels')).map(({ name: channel, type }) => ({
      name: channel.startsWith(prefix) ? channel : prefix + channel,
      type,
    })),
  };
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function readChannels(list: DataView): readonly Channel[] {
  const channels: Channel[] = [];
  let at = 0;
  while (list.getUint8(at) !== 0) {
    const name = readText(list, at);
    at += name.length + 1;
    channels.push({ name, type: list.getUint32(at, true) });
    at += 16;
  }
  return channels;
}

/** Up to the NUL. */
function readText(view: DataView, start: number): string {
  let text = '';
  for (let at = start; view.getUint8(at) !== 0; at += 1) text += String.fromCharCode(view.getUint8(at));
  return text;
}

/** `table` is where the offsets of the part's rows are, `lead` the bytes before each row's own head. */
function readRows(
  view: DataView,
  { width, height, top, channels }: Part,
  { table, lead }: { readonly table: number; readonly lead: number },
  into: Map<string, Float32Array>,
): void {
  for (const { name, type } of channels) if (type !== HALF) into.set(name, new Float32Array(width * height));
  for (let row = 0; row < height; row += 1) {
    let at = Number(view.getBigUint64(table + 8 * row, true)) + lead;
    const y = view.getInt32(at, true) - top;
    at += 8;
    for (const { name, type } of channels) {
      const numbers = into.get(name);
      if (type === HALF || numbers === undefined) {
        at += 2 * width;
        continue;
      }
      for (let x = 0; x < width; x += 1, at += 4) {
        numbers[y * width + x] = type === FLOAT ? view.getFloat32(at, true) : view.getUint32(at, true);
      }
    }
  }
}

function attributeOf(attributes: ReadonlyMap<string, DataView>, name: string): DataView {
  const attribute = attributes.get(name);
  if (attribute === undefined) throw new Error(`the OpenEXR file has no ${name}`);
  return attribute;
}

const MAGIC = 20000630;
const PARTS_FLAG = 0x1000;
/** Tiles, deep data. */
const UNREAD_FLAGS = 0xa00;
const HALF = 1;
const FLOAT = 2;
