// `diorama grammar export`: prints the language as a formal grammar.
import { checkFile } from '@diorama/compiler';
import { type FileId, isUnreadable, type SourceFile } from '@diorama/diagnostics';
import {
  type Catalog,
  exportGrammar,
  GRAMMAR_FORMATS,
  type GrammarFormat,
  type GrammarOptions,
  type PrefixState,
  readSession,
  type SessionSource,
} from '@diorama/grammar';
import { type CommandContext, type CommonOptions, writeResult } from '../command-context.ts';

export interface GrammarExportOptions extends CommonOptions {
  readonly format: GrammarFormat;
  readonly form?: 'whole' | 'core';
  readonly scope?: string;
  readonly order?: 'table' | 'any';
  readonly layout?: 'canonical' | 'free';
}

export async function grammarExport(
  ctx: CommandContext,
  _: readonly string[],
  options: GrammarExportOptions,
): Promise<void> {
  const { format, form, scope, order, layout } = options;
  const forms: readonly string[] = GRAMMAR_FORMATS[format];
  if (form !== undefined && !forms.includes(form)) {
    return ctx.report.misused(`${format} has no form ${form}; it has ${forms.join(' and ')}`);
  }
  const isCore = form === 'core' || (form === undefined && (forms[0] === 'core' || scope !== undefined));
  if (!(isCore && forms.includes('core')) && (scope ?? order ?? layout) !== undefined) {
    const advice = forms.includes('core') ? '--form core' : `${format} has none`;
    return ctx.report.misused(`--scope, --order and --layout belong to core form: ${advice}`);
  }
  const session = scope === undefined ? undefined : await readScope(ctx, scope);
  if (scope !== undefined && session === undefined) return;
  const given: GrammarOptions = {
    ...(isCore ? { form: 'core' as const, catalog: catalogOf(ctx) } : {}),
    ...(order === undefined ? {} : { order }),
    ...(layout === undefined ? {} : { layout }),
    ...(session === undefined ? {} : { session }),
  };
  writeResult(ctx, options, exportGrammar(format, given));
}

function catalogOf(ctx: CommandContext): Catalog {
  return ctx.catalog === undefined ? {} : { assets: ctx.catalog };
}

/** The state behind a program; nothing if the program has errors, which the report then tells. */
async function readScope(ctx: CommandContext, name: string): Promise<PrefixState | undefined> {
  for (const file of await ctx.world.enter([name])) {
    const checked = checkFile(ctx.world, file, { catalog: ctx.catalog });
    if ('unreadable' in checked) {
      ctx.report.unreadable(file, checked);
      return undefined;
    }
    const { sources } = checked.value;
    // What is to follow may use what is not used yet.
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    if (await ctx.report.found(errors, sources)) return undefined;
    const source = sources.get(file);
    return source && readSession(sessionSource(ctx, source, sources), catalogOf(ctx));
  }
  return undefined;
}

/** A source, and by their paths the files that it uses. */
function sessionSource(
  ctx: CommandContext,
  source: SourceFile,
  sources: ReadonlyMap<FileId, SourceFile>,
): SessionSource {
  const use = (path: string) => {
    const id = ctx.world.resolve(source.id, path);
    const used = isUnreadable(id) ? undefined : sources.get(id);
    return used && sessionSource(ctx, used, sources);
  };
  return { source, use };
}
