// Turns a file into its text with every place of the camera's frame rewritten to the world's.
import { type FileId, hasErrors, type Outcome, type Unreadable, type World } from '@diorama/diagnostics';
import { pin } from '@diorama/lowering';
import { type CompileOptions, checkFile } from './check-file.ts';
import type { Printed } from './expand-file.ts';

/**
 * A program with every `view(…)` place and rotation rewritten to the world, its other text as it was. There is no text where
 * the program has an error, or a place that cannot be rewritten. Returns why, where the file itself cannot be read.
 */
export function pinFile(world: World, file: FileId, options: CompileOptions = {}): Outcome<Printed> | Unreadable {
  const checked = checkFile(world, file, options);
  if ('unreadable' in checked) return checked;
  const { typed, source, scene, sources } = checked.value;
  if (scene === undefined) return { value: { sources }, diagnostics: checked.diagnostics };
  const pinned = pin(typed, source, scene);
  const diagnostics = [...checked.diagnostics, ...pinned.diagnostics];
  return { value: hasErrors(diagnostics) ? { sources } : { text: pinned.value, sources }, diagnostics };
}
