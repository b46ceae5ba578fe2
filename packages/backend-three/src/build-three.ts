// Turns a stage into a live tree of three.js.
import type { Stage } from '@diorama/stage';
import { type BuildOptions, type BuiltScene, buildTree, type ThreeModule } from './runtime/build-tree.ts';
import { toSceneData } from './to-scene-data.ts';

/**
 * Builds the tree with the caller's own three.js. Call `prepare(renderer)` once, and `setSize` when the window changes.
 */
export function buildThree(THREE: ThreeModule, stage: Stage, options: BuildOptions = {}): BuiltScene {
  return buildTree(THREE, toSceneData(stage), options);
}
