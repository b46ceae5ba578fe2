// `diorama grammar export`: prints the language as a formal grammar.
import { ebnf } from '@diorama/grammar';
import { type CommandContext, type CommonOptions, writeResult } from '../command-context.ts';

export interface GrammarExportOptions extends CommonOptions {
  readonly format: keyof typeof FORMATS;
}

const FORMATS = { ebnf } as const;

export async function grammarExport(ctx: CommandContext, options: GrammarExportOptions): Promise<void> {
  writeResult(ctx, options, FORMATS[options.format]());
}
