// Turns vectors of one embedding space into a safetensors file that a scene's `embeddings` can name.
import { invariant } from '@diorama/diagnostics';

/** What {@link writeSafetensors} writes. */
export interface EmbeddingTable {
  /** The name of the embedding space: not empty. */
  readonly space: string;
  /** At least one, all of one length; each number is rounded to the nearest of 32 bits and must be finite there. */
  readonly rows: readonly (readonly number[])[];
}

/** One F32 tensor `embeddings`, a vector a row, with the space's name in the metadata; `embeddingsOf` reads it. */
export function writeSafetensors({ space, rows }: EmbeddingTable): Uint8Array {
  const dimension = rows[0]?.length ?? 0;
  invariant(space.trim() !== '', 'an embedding space has a name');
  invariant(dimension > 0, 'a table of embeddings has a row and a column');
  const byteLength = rows.length * dimension * FLOAT_BYTES;
  const header = padToEight(
    JSON.stringify({
      __metadata__: { space },
      embeddings: { dtype: 'F32', shape: [rows.length, dimension], data_offsets: [0, byteLength] },
    }),
  );
  const file = new Uint8Array(LENGTH_BYTES + header.length + byteLength);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  file.set(header, LENGTH_BYTES);
  let at = LENGTH_BYTES + header.length;
  for (const row of rows) {
    invariant(row.length === dimension, 'all rows of a table of embeddings have one length');
    for (const number of row) {
      invariant(Number.isFinite(Math.fround(number)), 'an embedding has finite numbers only');
      view.setFloat32(at, number, true);
      at += FLOAT_BYTES;
    }
  }
  return file;
}

const LENGTH_BYTES = 8;
const FLOAT_BYTES = 4;

/** The bytes of the header, with spaces after it so that the numbers begin at a multiple of 8, as readers like it. */
function padToEight(header: string): Uint8Array {
  const bytes = new TextEncoder().encode(header);
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(0x20);
  padded.set(bytes);
  return padded;
}
