// Turns what three.js cannot draw of a stage into diagnostics.
import type { Diagnostic, FileId } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { MOST_LAMPS, manyLamps } from './problems/many-lamps.ts';

/** `file` is where things without an origin are reported. */
export function listLosses({ scene, lamps }: Stage, file: FileId): readonly Diagnostic[] {
  const first = lamps[MOST_LAMPS];
  if (first === undefined) return [];
  return [manyLamps(scene.elements[first.element]?.origin ?? { file, start: 0, end: 0 }, lamps.length)];
}
