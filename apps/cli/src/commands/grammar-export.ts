// `diorama grammar export`: prints the language as a formal grammar.
import { emitEbnf } from '@diorama/grammar';
import { type CommandContext, type CommonOptions, writeResult } from '../command-context.ts';

export interface GrammarExportOptions extends CommonOptions {
  readonly format: keyof typeof FORMATS;
}

const FORMATS = { ebnf: () => emitEbnf() } as const;

export async function grammarExport(
  ctx: CommandContext,
  _: readonly string[],
  options: GrammarExportOptions,
): Promise<void> {
  writeResult(ctx, options, FORMATS[options.format]());
}
