// Turns a scene's embeddings file into the vectors of its rows.
import { embeddingsOf, readSafetensorsHeader, type Tensor } from '@diorama/checker';
import { type FileId, isUnreadable, type World } from '@diorama/diagnostics';
import type { AssetVector } from '@diorama/stage';

/** The file is read when the first row is asked for; a row that is not there, or cannot be read, is undefined. */
export function openEmbeddings(world: World, file: FileId): (row: number) => AssetVector | undefined {
  let rows: ReturnType<typeof readRows>;
  let isRead = false;
  return (row) => {
    if (!isRead) rows = readRows(world, file);
    isRead = true;
    return rows?.(row);
  };
}

function readRows(world: World, file: FileId): ((row: number) => AssetVector | undefined) | undefined {
  const bytes = world.readBytes(file);
  if (isUnreadable(bytes)) return undefined;
  const header = readSafetensorsHeader(bytes);
  const embeddings = 'problem' in header ? header : embeddingsOf(header);
  if ('problem' in embeddings) return undefined;
  const { space, dimension, table, rows } = embeddings;
  if (bytes.length < table.end) return undefined;
  const read = READERS[table.dtype];
  if (read === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeOf(table) / (rows * dimension);
  return (row) => {
    if (!(0 <= row && row < rows)) return undefined;
    const begin = table.begin + row * dimension * size;
    return { space, values: Float64Array.from({ length: dimension }, (_, index) => read(view, begin + index * size)) };
  };
}

const sizeOf = ({ begin, end }: Tensor) => end - begin;

/** How a number is read, by the name of its type; all are little-endian. */
const READERS: Readonly<Record<string, (view: DataView, at: number) => number>> = {
  F64: (view, at) => view.getFloat64(at, true),
  F32: (view, at) => view.getFloat32(at, true),
  F16: (view, at) => halfFloat(view.getUint16(at, true)),
  BF16: (view, at) => {
    scratch.setUint32(0, view.getUint16(at, true) << 16);
    return scratch.getFloat32(0);
  },
};
const scratch = new DataView(new ArrayBuffer(4));

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 bits of fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return (sign * fraction) / 0x1000000;
  // 2^(exponent − 25), exactly.
  const power = exponent >= 25 ? 1 << (exponent - 25) : 1 / (1 << (25 - exponent));
  return sign * (0x400 + fraction) * power;
}
