// Turns what glTF cannot say of a stage into diagnostics.
import type { Diagnostic, FileId } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { gltfNoHaze } from './problems/gltf-no-haze.ts';

export function listLosses({ scene, haze }: Stage, file: FileId): readonly Diagnostic[] {
  if (haze === undefined) return [];
  return [gltfNoHaze(scene.haze?.origin ?? { file, start: 0, end: 0 })];
}
