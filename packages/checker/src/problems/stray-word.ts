import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const strayWordPage: ProblemPage = {
  code: 'stray-word',
  severity: 'error',
  title: 'a word where none is expected',
  explanation:
    'Words such as `walk` or `graze` belong to an enumeration. They have a meaning only where that enumeration is expected: as the value of `pose`, or of a `let` or parameter that is declared with that type.',
  bad: 'let gait = walk\ncarnivore { at: (0, -8), height: 1, pose: gait }',
  good: 'let gait: Pose = walk\ncarnivore { at: (0, -8), height: 1, pose: gait }',
};

/** A word of an enumeration stands where no enumeration is expected. */
export function strayWord(place: Place, word: string, enumeration: string): Diagnostic {
  return problem(strayWordPage, place, `\`${word}\` is a word of ${enumeration}, which is not expected here`, {
    notes: [`in a let, write the type: \`let name: ${enumeration} = ${word}\``],
  });
}
