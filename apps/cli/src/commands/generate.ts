// `diorama generate`: has a language model write a program, which is checked before it is given out.
import { complete, createDecoder } from '@diorama/decoding';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import type { Catalog } from '@diorama/grammar';
import { type CommandContext, type CommonOptions, readOrReport, writeResult } from '../command-context.ts';
import { continueConversation, startConversation } from '../generate/conversation.ts';
import { Failure } from '../generate/failure.ts';
import type { Generator } from '../generate/generator.ts';
import { createLocalGenerator } from '../generate/local/local-generator.ts';
import { openFolder } from '../generate/local/open-folder.ts';
import { findServer, type ServerKind } from '../generate/server/find-server.ts';
import { baseOf, type Link } from '../generate/server/link.ts';
import { createServerGenerator } from '../generate/server/server-generator.ts';
import { isFine, settle } from '../generate/settle.ts';
import { count } from '../messages.ts';
import { openLibrary } from '../open-library.ts';

export interface GenerateOptions extends CommonOptions {
  readonly model: string;
  readonly prompt: string;
  readonly complete?: string;
  readonly library: readonly string[];
  readonly maxTokens: string;
  readonly temperature: string;
  readonly seed: string;
  readonly form: 'core' | 'whole';
  readonly attempts: string;
  readonly explain?: boolean;
  readonly server?: ServerKind;
  readonly serverModel?: string;
  readonly timeout: string;
}

export async function generate(plain: CommandContext, _: readonly string[], options: GenerateOptions): Promise<void> {
  const { report } = plain;
  const numbers = readNumbers(options);
  if (typeof numbers === 'string') return report.misused(numbers);
  if (options.prompt.trim() === '') return report.misused('--prompt is empty: say what the scene is to show');
  const isServer = /^https?:\/\//.test(options.model);
  if (isServer && !URL.canParse(options.model)) return report.misused(`${options.model} is no address of a server`);
  if (isServer && options.complete !== undefined)
    return report.misused('--complete needs a model on this computer: servers take grammars, not programs with holes');
  if (isServer && options.explain)
    report.say('--explain has nothing to say of tokens here: a server does not tell what it refuses');
  if (!isServer && options.complete !== undefined && options.explain)
    report.say('--explain has nothing to say of tokens here: a program to complete does not tell what it refuses');
  if (!isServer && (options.server ?? options.serverModel) !== undefined)
    return report.misused('--server and --server-model belong to a server: --model http://…');
  const ctx = await withLibrary(plain, options.library);
  if (ctx === undefined) return;
  const controller = new AbortController();
  ctx.io.onInterrupt(() => controller.abort());
  try {
    const generator = isServer
      ? await openServer(ctx, options, numbers, controller.signal)
      : await openLocal(ctx, options, numbers, controller.signal);
    if (generator === undefined) return;
    try {
      await write(ctx, generator, options, numbers);
    } finally {
      await generator.close();
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    ctx.report.unfit(`diorama: ${error.message}`);
  }
}

/** Programs name assets of the library, unless `--catalog` tells of others. Undefined if it cannot be opened. */
async function withLibrary(ctx: CommandContext, folders: readonly string[]): Promise<CommandContext | undefined> {
  if (ctx.catalog !== undefined) return ctx;
  const library = await openLibrary(ctx, folders);
  return library && { ...ctx, catalog: library };
}

/** Draft after draft, until one is without errors. */
async function write(
  ctx: CommandContext,
  generator: Generator,
  options: GenerateOptions,
  { seed, attempts }: Numbers,
): Promise<void> {
  const { stdout, stderr } = ctx.io;
  // What may still be thrown away is not sent down a pipe: it is shown, if somebody looks.
  const streams = generator.isFinal && (options.output === undefined || options.output === '-');
  const show = (text: string) => (streams ? stdout.write(text) : stderr.isTTY ? stderr.write(text) : undefined);
  let messages = startConversation(options.prompt, options.form);
  for (let attempt = 1; ; attempt += 1) {
    const draft = await generator.write(messages, seed + attempt - 1, show);
    if (!streams && stderr.isTTY && !draft.text.endsWith('\n')) stderr.write('\n');
    for (const note of draft.notes) ctx.report.say(note);
    const settled = settle(ctx, draft.text);
    const { source, sources, applied } = settled.value;
    if (isFine(settled) || attempt === attempts) {
      if (applied.length > 0) ctx.report.say(`${count(applied.length, 'fix', 'fixes')} applied`);
      const failed = await ctx.report.found(settled.diagnostics, sources);
      if (!isFine(settled)) return ctx.report.unfit(`no program without errors in ${count(attempts, 'attempt')}`);
      if (!failed && !streams) writeResult(ctx, options, source.text);
      return;
    }
    const errors = settled.diagnostics.filter(({ severity }) => severity === 'error');
    ctx.report.say(`attempt ${attempt} of ${attempts} has ${count(errors.length, 'error')}: ${errors[0]?.title}`);
    messages = continueConversation(messages, source, settled.diagnostics);
  }
}

async function openServer(
  ctx: CommandContext,
  options: GenerateOptions,
  { maxTokens, temperature, timeout }: Numbers,
  interrupted: AbortSignal,
): Promise<Generator> {
  const link: Link = {
    base: baseOf(options.model),
    key: ctx.io.env.DIORAMA_API_KEY,
    patience: timeout * 1000,
    interrupted,
  };
  const server = await findServer(link, { kind: options.server, model: options.serverModel });
  ctx.report.say(`${link.base}: ${server.kind}${server.model === undefined ? '' : `, ${server.model}`}`);
  return createServerGenerator(link, server, { form: options.form, catalog: catalogOf(ctx), maxTokens, temperature });
}

/** Undefined if the program to complete cannot be, which the report then tells. */
async function openLocal(
  ctx: CommandContext,
  options: GenerateOptions,
  { maxTokens, temperature }: Numbers,
  interrupted: AbortSignal,
): Promise<Generator | undefined> {
  const template = options.complete === undefined ? undefined : await readTemplate(ctx, options.complete);
  if (options.complete !== undefined && template === undefined) return undefined;
  const opened = await openFolder(ctx.world.pathOf(options.model), ctx.io.cwd);
  const local = {
    ...opened,
    model: (ids: readonly number[]) => {
      if (interrupted.aborted) throw new Failure('interrupted');
      return opened.model(ids);
    },
  };
  const { vocabulary } = local;
  const explain = options.explain ? (line: string) => ctx.report.say(line) : undefined;
  const asked = { budget: maxTokens, temperature, explain };
  const catalog = catalogOf(ctx, template?.text);
  try {
    if (template !== undefined) {
      const { value, diagnostics } = complete(vocabulary, template.text, {
        catalog,
        openEnd: true,
        file: template.id,
        world: ctx.world,
      });
      if (value !== undefined) return createLocalGenerator(local, requireBudget(value, maxTokens), asked, true);
      await local.close();
      await ctx.report.found(diagnostics, new Map([[template.id, template]]));
      if (!hasErrors(diagnostics)) ctx.report.unfit('diorama: no program comes of what is to be completed');
      return undefined;
    }
    const decoder = requireBudget(createDecoder(vocabulary, { catalog, form: options.form }), maxTokens);
    return createLocalGenerator(local, decoder, asked, options.form === 'core');
  } catch (error) {
    await local.close();
    if (error instanceof RangeError) throw new Failure(error.message);
    throw error;
  }
}

/** @throws RangeError if no program is as short. */
function requireBudget<T extends { start(budget: number): unknown }>(constraint: T, budget: number): T {
  constraint.start(budget);
  return constraint;
}

async function readTemplate(ctx: CommandContext, name: string): Promise<SourceFile | undefined> {
  const [file = name] = await ctx.world.enter([name]);
  const text = readOrReport(ctx, file);
  return text === undefined ? undefined : SourceFile.from(file, text);
}

/** What is known outside of the program. A model knows no files: it names none, but for what a program to complete names. */
function catalogOf({ catalog }: CommandContext, template = ''): Catalog {
  return {
    ...(catalog && { assets: catalog }),
    ...(!/\bimage\b/.test(template) && { images: new Set<string>() }),
    ...(!/\bembeddings?\b/.test(template) && { embeddings: new Map<string, never>() }),
  };
}

interface Numbers {
  readonly maxTokens: number;
  readonly temperature: number;
  readonly seed: number;
  readonly attempts: number;
  /** Seconds. */
  readonly timeout: number;
}

/** An empty text is no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** What is wrong with them, if one is. */
function readNumbers(options: GenerateOptions): Numbers | string {
  const [maxTokens, temperature, seed, attempts, timeout] = [
    numberOf(options.maxTokens),
    numberOf(options.temperature),
    numberOf(options.seed),
    numberOf(options.attempts),
    numberOf(options.timeout),
  ];
  if (!(Number.isInteger(maxTokens) && 1 <= maxTokens && maxTokens <= 1_000_000))
    return '--max-tokens is a whole number from 1';
  if (!(0 <= temperature && temperature <= 100)) return '--temperature is a number from 0 to 100';
  if (!(Number.isInteger(seed) && 0 <= seed && seed < 2 ** 31)) return '--seed is a whole number from 0';
  if (!(Number.isInteger(attempts) && 1 <= attempts && attempts <= 100))
    return '--attempts is a whole number from 1 to 100';
  if (!(0 < timeout && timeout <= 86_400)) return '--timeout is a number of seconds, up to a day';
  return { maxTokens, temperature, seed, attempts, timeout };
}
