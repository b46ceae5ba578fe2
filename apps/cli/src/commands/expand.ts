// `diorama expand`: prints a program in core form.
import { expandFile } from '@diorama/compiler';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { printResult } from '../print-result.ts';

export async function expand(ctx: CommandContext, name: string, options: CommonOptions): Promise<void> {
  await printResult(ctx, name, options, (file) => expandFile(ctx.world, file, { catalog: ctx.catalog }));
}
