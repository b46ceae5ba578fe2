// The contract between a stage and whatever turns it into files of another program.
import type { Outcome } from '@diorama/diagnostics';
import type { Stage } from './stage.ts';

/**
 * Turns stages into one form of output. It sees no program; what it cannot express is a diagnostic at the element's
 * `origin`, never a silent loss. The same stage and options give the same bytes.
 */
export interface Backend<Options, Output> {
  /** As the command line names it: `gltf`. */
  readonly name: string;
  emit(stage: Stage, options: Options): Outcome<Output> | Promise<Outcome<Output>>;
}
