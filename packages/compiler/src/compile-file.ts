// Turns a file into its whole scene: where `checkFile` leaves out what is still to be filled in, this asks for it.
import {
  type Diagnostic,
  type FileId,
  hasErrors,
  type Outcome,
  type Unreadable,
  type World,
} from '@diorama/diagnostics';
import { type Checked, type CompileOptions, checkFile } from './check-file.ts';

/** Like {@link checkFile}, but a value still to be filled in is an error, and then there is no scene. */
export function compileFile(world: World, file: FileId, options: CompileOptions = {}): Outcome<Checked> | Unreadable {
  const checked = checkFile(world, file, options);
  if ('unreadable' in checked) return checked;
  const diagnostics = checked.diagnostics.map(hardenHole);
  if (!hasErrors(diagnostics)) return checked;
  const { scene: _, ...value } = checked.value;
  return { value, diagnostics };
}

function hardenHole(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === 'unsolved-hole' ? { ...diagnostic, severity: 'error' } : diagnostic;
}
