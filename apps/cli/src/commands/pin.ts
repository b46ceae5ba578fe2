// `diorama pin`: prints a program in core form, with every place in the world frame.
import { pinFile } from '@diorama/compiler';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { printResult } from '../print-result.ts';

export async function pin(ctx: CommandContext, name: string, options: CommonOptions): Promise<void> {
  await printResult(ctx, name, options, (file) => pinFile(ctx.world, file, { catalog: ctx.catalog }));
}
