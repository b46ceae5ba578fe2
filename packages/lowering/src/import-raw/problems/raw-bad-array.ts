// An array beside a RAW program does not hold what it should.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const RAW_BAD_ARRAY: ProblemPage = {
  code: 'raw-bad-array',
  severity: 'error',
  command: 'import',
  title: 'an array of a RAW program cannot be used',
  explanation: `Rotations are a list of 3 × 3 matrices, row by row: \`[[[1, 0, 0], [0, 1, 0], [0, 0, 1]], …]\`. Each must
be a rotation to within 0.01 a number, neither scaled nor mirrored; the nearest exact one is taken. A matrix turns points
of the object (front +Z, up +Y) into the camera's frame.

Appearances are a list of vectors of one length: \`[[0.1, -0.2, …], …]\`, with numbers that 32 bits can hold. All
numbers are finite.

Where one row has another form, none is used: its order can no longer be trusted.`,
  bad: `# diorama import raw scene.txt --rotations flat.json
add_tree(loc=(0, -0.8, -12), height=4, rotation=[ROT])`,
  good: `# diorama import raw scene.txt --rotations rotations.json
add_tree(loc=(0, -0.8, -12), height=4, rotation=[ROT])`,
  files: { 'flat.json': '[[1, 0, 0, 0, 1, 0, 0, 0, 1]]', 'rotations.json': '[[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]' },
};

/** `place` is that of the use of the row, else of the first use. */
export function rawBadArray(place: Place, fact: string, expected: string): Diagnostic {
  return problem(RAW_BAD_ARRAY, place, fact, { notes: [`expected: ${expected}`] });
}
