// A RAW program uses appearances, and the array with them was not given.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const RAW_MISSING_APPEARANCES: ProblemPage = {
  code: 'raw-missing-appearances',
  severity: 'warning',
  command: 'import',
  title: 'the appearances of a RAW program are missing',
  explanation: `In RAW's programs \`[CLIP]\` only marks the place of an appearance. The appearances themselves, vectors of
an embedding space, come beside the text in an array, in the order in which the program uses them, the ground's included:
\`diorama import raw scene.txt --appearances appearances.json --space NAME -o scene.dio\`, where the file holds
\`[[…], […], …]\` and \`NAME\` is that of the embedding space.

Without the array the scene is imported without appearances: each object is a pick of its class.`,
  bad: 'add_tree(loc=(0, -0.8, -12), height=4, appearance=[CLIP])',
  good: 'add_tree(loc=(0, -0.8, -12), height=4)',
};

/** `place` is that of the first use. */
export function rawMissingAppearances(place: Place, uses: number): Diagnostic {
  const count = uses === 1 ? 'its appearance is' : `${uses} appearances are`;
  return problem(RAW_MISSING_APPEARANCES, place, `${count} left out`, {
    notes: ['give the array of vectors with --appearances, and the name of their embedding space with --space'],
  });
}
