// An asset library breaks a rule that programs and renderers rely on.
import { type Diagnostic, type FileId, type ProblemPage, problem } from '@diorama/diagnostics';

export const LIBRARY_FAULT: ProblemPage = {
  code: 'library-fault',
  severity: 'error',
  title: 'an asset library with a fault',
  explanation: `Programs rely on what \`diorama assets validate\` looks at: each asset has an id of its own and a known class, its
file is there and is valid glTF, its model has height 1, stands on y = 0, and has normals and triangles that make sense.

Import the folder again (\`diorama assets import\`): that puts right all but the manifest, which is yours.`,
  bad: 'a library whose manifest names a file that is not there',
  good: 'tree { at: (0, -8), height: 5 }',
  command: 'compile',
  describesBad: true,
};

/** `fact` says what is wrong, in lower case and without a final stop. */
export function libraryFault(file: FileId, fact: string): Diagnostic {
  return problem(LIBRARY_FAULT, { file, start: 0, end: 0 }, fact);
}
