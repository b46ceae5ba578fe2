// Turns a file into warnings about what is physically wrong with its scene.
import type { FileId, Outcome, Unreadable, World } from '@diorama/diagnostics';
import { lint } from '@diorama/lint';
import { type Checked, type CompileOptions, checkFile } from './check-file.ts';

/** What is wrong with the scene, or the errors that keep the program from having one; other findings are `checkFile`'s. */
export function lintFile(world: World, file: FileId, options: CompileOptions = {}): Outcome<Checked> | Unreadable {
  const checked = checkFile(world, file, options);
  if ('unreadable' in checked) return checked;
  const { scene } = checked.value;
  if (scene === undefined) {
    return { ...checked, diagnostics: checked.diagnostics.filter(({ severity }) => severity === 'error') };
  }
  return { ...checked, diagnostics: lint(scene, { file }) };
}
