// `diorama expand`: prints a program in core form.
import { expandFile } from '@diorama/compiler';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { printResult } from '../print-result.ts';

export async function expand(ctx: CommandContext, names: readonly string[], options: CommonOptions): Promise<void> {
  await printResult(ctx, names, options, (file) => expandFile(ctx.world, file, { catalog: ctx.catalog }));
}
