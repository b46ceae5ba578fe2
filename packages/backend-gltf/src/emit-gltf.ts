// Turns a stage into the files of a glTF 2.0 asset.
import type { Outcome } from '@diorama/diagnostics';
import { GROUND, type Stage, type StagedModel } from '@diorama/stage';
import { createContext, type GltfContext } from './gltf-context.ts';
import type { GltfFiles } from './gltf-files.ts';
import { GLTF_DEFAULTS, type GltfOptions } from './gltf-options.ts';
import { listLosses } from './list-losses.ts';
import { packFiles } from './pack-files.ts';
import { sceneExtras } from './scene-extras.ts';
import { writeCamera } from './write-camera.ts';
import { batchInstances, listNodes } from './write-instances.ts';
import { writeLamps, writeSun } from './write-lights.ts';
import { writeModels } from './write-models.ts';
import { writeSky } from './write-sky.ts';

/**
 * Metres, +Y up, as glTF has it. Every model, material and picture is written once. The same stage and options give the
 * same bytes. What glTF cannot say is a diagnostic; exceptions mean a bug of ours.
 */
export async function emitGltf(stage: Stage, options: Partial<GltfOptions> = {}): Promise<Outcome<GltfFiles>> {
  const ctx = createContext(stage, { ...GLTF_DEFAULTS, ...options });
  ctx.scene.setExtras(sceneExtras(stage));
  writeCamera(ctx);
  writeSun(ctx);
  writeLamps(ctx);
  const solid = writeModels(
    ctx,
    stage.models.filter((model) => !isGround(model)),
  );
  await compressOnRequest(ctx);
  const ground = writeModels(ctx, stage.models.filter(isGround));
  writeSky(ctx);
  const apart = batchInstances(ctx, [...ground, ...solid]);
  const value = await packFiles(ctx, (writtenNodes) => listNodes(ctx, apart, writtenNodes));
  return { value, diagnostics: listLosses(stage, ctx.options.file) };
}

/** What compresses is loaded only here: it brings native code along, which not every machine has. */
async function compressOnRequest(ctx: GltfContext): Promise<void> {
  if (ctx.options.compression === 'none') return;
  const { compress } = await import('./compress.ts');
  await compress(ctx);
}

function isGround({ instances }: StagedModel): boolean {
  return instances.elements[0] === GROUND;
}
