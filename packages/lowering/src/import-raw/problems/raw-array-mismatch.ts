// An array beside a RAW program has more or fewer rows than the program uses.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const RAW_ARRAY_MISMATCH: ProblemPage = {
  code: 'raw-array-mismatch',
  severity: 'error',
  command: 'import',
  title: 'an array does not fit the RAW program',
  explanation: `The first \`[ROT]\` of a RAW program means the first row of the rotations, the second the second, and so
on; the same goes for \`[CLIP]\`, the ground's included, and the appearances. So the array must have as many rows as the
program has such places. If it has not, text and array are not of the same scene, or one of them was cut.`,
  bad: `# diorama import raw scene.txt --rotations rotations.json
add_tree(loc=(0, -0.8, -12), height=4, rotation=[ROT])
add_bush(loc=(2, -0.8, -9), height=1, rotation=[ROT])`,
  good: `# diorama import raw scene.txt --rotations rotations.json
add_tree(loc=(0, -0.8, -12), height=4, rotation=[ROT])
add_bush(loc=(2, -0.8, -9), height=1)`,
  files: { 'rotations.json': '[[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]' },
};

/** `place` is that of the first use without a row, else of the last use. */
export function rawArrayMismatch(place: Place, array: string, found: { rows: number; uses: number }): Diagnostic {
  const { rows, uses } = found;
  const left = rows - uses === 1 ? 'one row' : `${rows - uses} rows`;
  const fact = rows < uses ? `the ${array} have no row for this` : `${left} of the ${array} would be left over`;
  return problem(RAW_ARRAY_MISMATCH, place, fact, {
    notes: [`expected rows: ${uses}, as many as the program uses`, `found rows: ${rows}`],
  });
}
