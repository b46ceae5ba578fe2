// Turns the corpus and the examples into texts to be followed: as written, as formatted, as core form.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@diorama/checker';
import { hasErrors, SourceFile, type World } from '@diorama/diagnostics';
import { lower, printCoreForm } from '@diorama/lowering';
import { format, parse, tokenize } from '@diorama/syntax';
import { CATALOG, corpusWorld, readCorpus } from '../../../../grammar/test/corpus.ts';
import type { DecoderOptions } from '../../src/index.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../examples');

/** A program, and the language that it belongs to. */
export interface Followed {
  readonly name: string;
  readonly text: string;
  readonly form: DecoderOptions['form'];
  readonly layout: DecoderOptions['layout'];
}

/** Every right program of the corpus, and every example, in each form that it has. */
export function readPrograms(): readonly Followed[] {
  const world = corpusWorld('ok');
  const corpus = readCorpus('ok').flatMap((source) => formsOf(source, world));
  const examples = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.dio'))
    .map((name) => SourceFile.from(name, readFileSync(join(EXAMPLES, name), 'utf8')))
    .flatMap((source) => formsOf(source, exampleWorld));
  return [...corpus, ...examples];
}

function formsOf(source: SourceFile, world: World): readonly Followed[] {
  const name = source.id;
  const core = coreForm(source, world);
  return [
    { name, text: source.text, form: 'whole', layout: 'free' },
    { name, text: formatted(withoutComments(source.text)), form: 'whole', layout: 'canonical' },
    ...(core === undefined
      ? []
      : [
          { name, text: core, form: 'core', layout: 'canonical' } as const,
          { name, text: core.replaceAll(' ', '\t ').replace(/^/gm, '/* π */'), form: 'core', layout: 'free' } as const,
        ]),
  ];
}

/** The core form of a program; nothing if it has a hole, or needs assets that are not there. */
function coreForm(source: SourceFile, world: World): string | undefined {
  const tree = parse(source);
  const checked = check(tree.value, { source, world, catalog: CATALOG });
  if (hasErrors([...tree.diagnostics, ...checked.diagnostics])) return undefined;
  const { value, diagnostics } = lower(checked.value);
  return hasErrors(diagnostics) ? undefined : printCoreForm(value);
}

/** What the formatter makes of a text. */
export function formatted(text: string): string {
  const source = SourceFile.from('main.dio', text);
  return format(parse(source).value, source);
}

function withoutComments(text: string): string {
  let rest = text;
  const comments = tokenize(text).filter(({ kind }) => kind === 'comment' || kind === 'doc-comment');
  for (const { start, end } of comments.reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

const missing = { unreadable: 'no such file' };
const exampleWorld: World = {
  readText: (file) => read(file)?.toString('utf8') ?? missing,
  readBytes: (file, limit) => {
    const found = read(file);
    return found === undefined ? missing : new Uint8Array(found.subarray(0, limit));
  },
  resolve: (_from, path) => path,
};
function read(file: string): Buffer | undefined {
  try {
    return readFileSync(join(EXAMPLES, file));
  } catch {
    return undefined;
  }
}
