// `diorama scene`: prints the scene that a program means, as JSON.
import { compileFile } from '@diorama/compiler';
import { sceneToJson } from '@diorama/scene';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { printResult } from '../print-result.ts';

export interface SceneOptions extends CommonOptions {
  readonly origins: boolean;
}

export async function scene(ctx: CommandContext, names: readonly string[], options: SceneOptions): Promise<void> {
  await printResult(ctx, names, options, (file) => {
    const compiled = compileFile(ctx.world, file, { catalog: ctx.catalog });
    if ('unreadable' in compiled || compiled.value.scene === undefined) return compiled;
    const { scene: value, sources } = compiled.value;
    const json = sceneToJson(value, { sources, origins: options.origins });
    return { ...compiled, value: { sources, text: `${JSON.stringify(json, null, 2)}\n` } };
  });
}
