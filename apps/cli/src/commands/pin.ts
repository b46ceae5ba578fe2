// `diorama pin`: prints a program in core form, with every place in the world frame.
import { pinFile } from '@diorama/compiler';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { printResult } from '../print-result.ts';

export async function pin(ctx: CommandContext, names: readonly string[], options: CommonOptions): Promise<void> {
  await printResult(ctx, names, options, (file) => pinFile(ctx.world, file, { catalog: ctx.catalog }));
}
