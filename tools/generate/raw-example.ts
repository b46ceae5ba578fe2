// Makes what lies in `examples/raw` beside the published RAW program: two arrays, and what it is imported to with them.
// The project page shows neither rotations nor appearances, so these are made up, from a seed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@diorama/diagnostics';
import { extend, quaternion, rootKey, uniform } from '@diorama/geometry';
import { importRaw } from '@diorama/lowering';

const SEED = 2411;
const DIMENSION = 8;
/** An embedding space that no library has: nothing is meant by its vectors. */
const SPACE = 'made-up-8';
/** Degrees: what `set_camera(88.130)` says. */
const PITCH = -1.87;
const HEADER = `// The program of RAW's project page, imported by
//   diorama import raw raw-published.txt --rotations rotations.json --appearances appearances.json --space ${SPACE} -o raw-published.dio
// The page shows neither rotations nor appearances: those are made up, from a seed, and mean nothing.
`;

/** The files by their path from the repository root. */
export function rawExample(root: string): ReadonlyMap<string, string | Uint8Array> {
  const text = readFileSync(join(root, 'examples/raw/raw-published.txt'), 'utf8');
  const rotations = makeRotations(text.split('[ROT]').length - 1);
  const appearances = makeAppearances(text.split('[CLIP]').length - 1);
  const { value } = importRaw(SourceFile.from('raw-published.txt', text), { rotations, appearances, space: SPACE });
  return new Map<string, string | Uint8Array>([
    ['examples/raw/rotations.json', printJson(rotations)],
    ['examples/raw/appearances.json', printJson(appearances)],
    ['examples/raw/raw-published.dio', HEADER + value.text],
    [`examples/raw/${value.embeddingsFile}`, value.embeddings ?? new Uint8Array()],
  ]);
}

/** Upright objects, turned anyhow, in the frame of the pitched camera. */
function makeRotations(count: number): readonly (readonly (readonly number[])[])[] {
  const key = extend(rootKey(SEED), 'rotations');
  const camera = quaternion.conjugate(quaternion.cameraRotation({ pitch: PITCH, yaw: 0, roll: 0 }));
  return Array.from({ length: count }, (_, index) => {
    const turn = quaternion.fromYaw(360 * uniform(key, index) - 180);
    const matrix = quaternion.toMatrix(quaternion.multiply(camera, turn)).map(shortenToFloat);
    return [0, 3, 6].map((row) => matrix.slice(row, row + 3));
  });
}

/** Vectors of length 1, as embeddings usually are. */
function makeAppearances(count: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, index) => {
    const key = extend(rootKey(SEED), `appearance ${index}`);
    const vector = Array.from({ length: DIMENSION }, (_, part) => 2 * uniform(key, part) - 1);
    const length = Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0));
    return vector.map((part) => shortenToFloat(part / length));
  });
}

/** As many digits as a number of 32 bits has. */
function shortenToFloat(number: number): number {
  return Number(number.toPrecision(9));
}

/** A row a line; of a matrix, three. */
function printJson(rows: readonly (readonly unknown[])[]): string {
  const print = (row: unknown) => JSON.stringify(row).replaceAll(',', ', ');
  const isMatrix = (row: readonly unknown[]) => Array.isArray(row[0]);
  const lines = rows.map((row) =>
    isMatrix(row) ? `  [\n${row.map((line) => `    ${print(line)}`).join(',\n')}\n  ]` : `  ${print(row)}`,
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  for (const [path, content] of rawExample(root)) writeFileSync(join(root, path), content);
}
