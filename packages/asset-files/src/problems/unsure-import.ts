// An import had to guess, and is not sure.
import { type Diagnostic, type FileId, type ProblemPage, problem } from '@diorama/diagnostics';

export const UNSURE_IMPORT: ProblemPage = {
  code: 'unsure-import',
  severity: 'note',
  title: 'an import that is not sure',
  explanation: `What a model shows, which way it looks and in which unit it is measured is seldom written in its file. The import
looks at the file's name, at the skeleton, at the shape and at how high such a thing is in nature. Here they do not agree, or say
too little.

Look at the model (\`diorama assets show ID -o FILE.png\`). If it is wrong, say so in an \`assets.json\` beside the files, or in that
of the library, and import again:

\`{ "assets": [{ "file": "Wolf.glb", "class": "carnivore", "species": "wolf", "front": "-Z" }] }\``,
  bad: 'a model of an animal that is as high in front as behind',
  good: 'tree { at: (0, -8), height: 5 }',
  command: 'compile',
  describesBad: true,
};

/** `fact` says what is unsure, in lower case and without a final stop. */
export function unsureImport(file: FileId, fact: string): Diagnostic {
  return problem(UNSURE_IMPORT, { file, start: 0, end: 0 }, fact);
}
