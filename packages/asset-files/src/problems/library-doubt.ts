// An asset library leaves something open, or says something unlikely.
import { type Diagnostic, type FileId, type ProblemPage, problem } from '@diorama/diagnostics';

export const LIBRARY_DOUBT: ProblemPage = {
  code: 'library-doubt',
  severity: 'warning',
  title: 'an asset library that leaves something open',
  explanation: `Everything works, but somebody should look: an asset has no licence, so nobody knows whether a picture of it may be
published; its heights are unlike anything of its class; its file has more triangles than a scene with many of it can bear.

Say it in the library's \`assets.json\`. What you write there stays when the models are imported again.`,
  bad: 'a library of models whose licence nobody wrote down',
  good: 'tree { at: (0, -8), height: 5 }',
  command: 'compile',
  describesBad: true,
};

/** `fact` says what is left open, in lower case and without a final stop. */
export function libraryDoubt(file: FileId, fact: string): Diagnostic {
  return problem(LIBRARY_DOUBT, { file, start: 0, end: 0 }, fact);
}
