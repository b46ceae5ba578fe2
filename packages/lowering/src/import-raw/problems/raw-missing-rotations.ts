// A RAW program uses rotations, and the array with them was not given.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const RAW_MISSING_ROTATIONS: ProblemPage = {
  code: 'raw-missing-rotations',
  severity: 'warning',
  command: 'import',
  title: 'the rotations of a RAW program are missing',
  explanation: `In RAW's programs \`[ROT]\` only marks the place of a rotation. The rotations themselves, 3 × 3 matrices,
come beside the text in an array, in the order in which the program uses them:
\`diorama import raw scene.txt --rotations rotations.json\`, where the file holds \`[[[…], […], […]], …]\`.

Without the array the scene is imported without rotations: everything faces the camera.`,
  bad: 'add_tree(loc=(0, -0.8, -12), height=4, rotation=[ROT])',
  good: 'add_tree(loc=(0, -0.8, -12), height=4)',
};

/** `place` is that of the first use. */
export function rawMissingRotations(place: Place, uses: number): Diagnostic {
  const count = uses === 1 ? 'its rotation is' : `${uses} rotations are`;
  return problem(RAW_MISSING_ROTATIONS, place, `${count} left out`, {
    notes: ['give the array of 3 × 3 matrices with --rotations'],
  });
}
