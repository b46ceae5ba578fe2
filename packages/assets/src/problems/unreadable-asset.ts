// A file of the user's assets is no model that can be drawn.
import { type Diagnostic, type FileId, type ProblemPage, problem } from '@diorama/diagnostics';

export const UNREADABLE_ASSET: ProblemPage = {
  code: 'unreadable-asset',
  severity: 'error',
  title: 'an asset that cannot be read',
  explanation: `A folder of your own assets holds glTF 2.0 files: \`.glb\`, or \`.gltf\` with what it names beside it. This one is
damaged, or asks for something that is not read: a file outside of its folder, more than a few million vertices, a number that is
not finite.

Export it again, or check it with the glTF validator. Until then the library is without it.`,
  bad: 'a .glb file that is cut off',
  good: 'tree { at: (0, -8), height: 5 }',
  command: 'compile',
  describesBad: true,
};

/** `fact` says what is wrong, in lower case and without a final stop. */
export function unreadableAsset(file: FileId, fact: string): Diagnostic {
  return problem(UNREADABLE_ASSET, { file, start: 0, end: 0 }, fact);
}
