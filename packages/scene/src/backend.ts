// The contract between a scene and whatever draws it.
import type { Outcome } from '@diorama/diagnostics';
import type { Scene } from './scene.ts';

/**
 * Turns scenes into one form of output. It sees no syntax; what it cannot express is a diagnostic at the element's
 * `origin`, never a silent loss. The same scene and options give the same bytes.
 */
export interface Backend<Options, Output> {
  /** As the command line names it: `gltf`. */
  readonly name: string;
  emit(scene: Scene, options: Options): Outcome<Output>;
}
