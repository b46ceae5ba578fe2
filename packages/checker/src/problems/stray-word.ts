// Reports a word of an enumeration where none is expected.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const strayWordPage: ProblemPage = {
  code: 'stray-word',
  severity: 'error',
  title: 'a word where none is expected',
  explanation:
    'Words such as `walk` or `graze` belong to an enumeration. They are known only where a value of that enumeration is expected: as the value of `pose`, or of a `let` or parameter that is declared with the type. Everywhere else they are free for other uses.\n\nIn a `let`, write the type: `let gait: Pose = walk`.',
  bad: 'let gait = walk\ncarnivore { at: (0, -8), height: 1, pose: gait }',
  good: 'let gait: Pose = walk\ncarnivore { at: (0, -8), height: 1, pose: gait }',
};

/** A word of an enumeration stands where no enumeration is expected. `declared`: the let whose value it would be. */
export function strayWord(
  place: Place,
  word: string,
  enumeration: string,
  declared: { readonly name: string; readonly fix: Fix } | undefined,
): Diagnostic {
  return problem(strayWordPage, place, `\`${word}\` is a word of ${enumeration}, which is not expected here`, {
    notes: [
      declared === undefined
        ? `it is known where a ${enumeration} is expected, as in \`let gait: ${enumeration} = ${word}\``
        : `write the type: \`let ${declared.name}: ${enumeration} = …\``,
    ],
    fixes: declared === undefined ? [] : [declared.fix],
  });
}
