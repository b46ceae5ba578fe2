// Turns an uncompressed OpenEXR file of scan lines, as Blender writes its passes, into numbers by channel.

/** Channels of numbers, top row first. */
export interface ExrImage {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** By name: `ViewLayer.Depth.Z`. Channels of 16 bits are left out. */
  readonly channels: ReadonlyMap<string, Float32Array>;
}

/**
 * Reads single-part files without compression ("The OpenEXR File Layout", openexr.com). Throws an error that says what the file
 * has that this does not read.
 */
export function readExr(bytes: Uint8Array): ExrImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('the file is no OpenEXR image');
  if ((view.getUint32(4, true) & UNREAD_FLAGS) !== 0) throw new Error('the OpenEXR file has tiles or several parts');
  const { attributes, end } = readHeader(view);
  if (attributeOf(attributes, 'compression').getUint8(0) !== 0) throw new Error('the OpenEXR file is compressed');
  const window = attributeOf(attributes, 'dataWindow');
  const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => window.getInt32(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  const width = right - left + 1;
  const height = bottom - top + 1;
  const layout = readChannels(attributeOf(attributes, 'channels'));
  const channels = new Map<string, Float32Array>();
  for (const { name, type } of layout) if (type !== HALF) channels.set(name, new Float32Array(width * height));
  for (let row = 0; row < height; row += 1) {
    let at = Number(view.getBigUint64(end + 8 * row, true));
    const y = view.getInt32(at, true) - top;
    at += 8;
    for (const { name, type } of layout) {
      const numbers = channels.get(name);
      if (numbers === undefined) {
        at += 2 * width;
        continue;
      }
      for (let x = 0; x < width; x += 1, at += 4) {
        numbers[y * width + x] = type === FLOAT ? view.getFloat32(at, true) : view.getUint32(at, true);
      }
    }
  }
  return { width, height, channels };
}

function readHeader(view: DataView): { readonly attributes: ReadonlyMap<string, DataView>; readonly end: number } {
  const attributes = new Map<string, DataView>();
  let at = 8;
  while (view.getUint8(at) !== 0) {
    const name = readText(view, at);
    const type = readText(view, at + name.length + 1);
    const start = at + name.length + type.length + 6;
    const size = view.getUint32(start - 4, true);
    attributes.set(name, new DataView(view.buffer, view.byteOffset + start, size));
    at = start + size;
  }
  return { attributes, end: at + 1 };
}

interface Channel {
  readonly name: string;
  readonly type: number;
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

function attributeOf(attributes: ReadonlyMap<string, DataView>, name: string): DataView {
  const attribute = attributes.get(name);
  if (attribute === undefined) throw new Error(`the OpenEXR file has no ${name}`);
  return attribute;
}

const MAGIC = 20000630;
/** Tiles, deep data, several parts. */
const UNREAD_FLAGS = 0x1a00;
const HALF = 1;
const FLOAT = 2;
