// A file of the user's assets is drawn with something left out or guessed.
import { type Diagnostic, type FileId, type ProblemPage, problem } from '@diorama/diagnostics';

export const ASSET_NOTE: ProblemPage = {
  code: 'asset-note',
  severity: 'note',
  title: 'an asset that is not read in full',
  explanation: `The file is drawn, but something in it is left out or guessed: points and lines, a blend of transparency that
becomes a cut, a class that the file's name suggests. An \`assets.json\` beside the files says what they are:

\`{ "assets": [{ "file": "Wolf.glb", "class": "carnivore", "species": "wolf", "tags": ["grey"], "front": "+Z", "up": "+Y" }] }\``,
  bad: 'a .glb file with points beside its triangles',
  good: 'tree { at: (0, -8), height: 5 }',
  command: 'compile',
  describesBad: true,
};

/** `fact` says what is left out or guessed, in lower case and without a final stop. */
export function assetNote(file: FileId, fact: string): Diagnostic {
  return problem(ASSET_NOTE, { file, start: 0, end: 0 }, fact);
}
