// Turns a Blender program into where each element is, by running it in Blender and asking for its objects.
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { BlenderSession } from '@diorama/engines';
import type { EmittedFile, FoundElement } from './backend-under-test.ts';

let runs = 0;

/** The first file is the program; names of the others begin with the data folder. */
export async function readBlenderBack(
  session: BlenderSession,
  files: readonly EmittedFile[],
): Promise<ReadonlyMap<number, FoundElement>> {
  runs += 1;
  const result = join(tmpdir(), `diorama-suite-${process.pid}-${runs}.json`);
  const [program, ...data] = files;
  const dataFolder = data[0]?.name.split('/')[0];
  try {
    await session.run(
      {
        program: `${String(program?.content)}\n${dump(result)}`,
        ...(dataFolder !== undefined && { dataFolder }),
        data: data.map(({ name, content }) => ({
          name: name.slice(name.indexOf('/') + 1),
          bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        })),
      },
      [],
    );
    const rows = JSON.parse(await readFile(result, 'utf8')) as readonly [id: number, name: string, rows: number[][]][];
    return new Map(rows.map(([id, name, matrix]) => [id, { name, matrix: withYUp(matrix) }]));
  } finally {
    await rm(result, { force: true });
  }
}

/** The canary would stand in the program's own globals if a text had become code. */
const dump = (path: string) => `
import bpy as _bpy, json as _json
assert 'CANARY' not in globals(), 'a text was run'
_bpy.context.view_layer.update()
_found = [[_one.get('diorama_id'), _one.get('diorama_label', _one.name), [list(_row) for _row in _one.matrix_world]]
          for _one in _bpy.context.scene.objects if _one.get('diorama_id') is not None]
with open(${JSON.stringify(path)}, 'w') as _file:
    _json.dump(_found, _file)
`;

/** Blender's rows of a matrix of (x, −z, y) become columns of one of (x, y, z). */
function withYUp(rows: readonly (readonly number[])[]): readonly number[] {
  const from = [0, 2, 1, 3];
  const sign = [1, 1, -1, 1];
  return [0, 1, 2, 3].flatMap((column) =>
    [0, 1, 2, 3].map(
      (row) => (rows[from[row] ?? 0]?.[from[column] ?? 0] ?? 0) * (sign[row] ?? 1) * (sign[column] ?? 1),
    ),
  );
}
