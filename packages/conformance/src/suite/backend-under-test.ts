// What the suite asks of a backend: to emit, and to be read back by somebody else's reader.
import type { FileId, Outcome } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';

/** A file as a backend gives it. */
export interface EmittedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Where a reader finds an element again. */
export interface FoundElement {
  /** Left out where a form has no room for names of instances. */
  readonly name?: string;
  /** From the model to the world: four columns of four, metres, +Y up. Of lamps only the last column counts. */
  readonly matrix: readonly number[];
}

export interface BackendUnderTest {
  /** `GLB with GPU instancing` */
  readonly name: string;
  emit(stage: Stage, file: FileId): Promise<Outcome<readonly EmittedFile[]>>;
  /** By id: 1 the ground, i + 2 element i. Does not use what the backend itself reads with. */
  readBack(files: readonly EmittedFile[], stage: Stage): Promise<ReadonlyMap<number, FoundElement>>;
  /** Codes of what it cannot express, by what a stage must have for it to say so. */
  readonly losses: { readonly haze?: string; readonly manyLamps?: string; readonly longNames?: string };
  /** By how much an entry of a matrix may differ, relative to its size; single precision without it. */
  readonly tolerance?: number;
}
