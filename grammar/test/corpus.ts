// What the tests of the corpus share: programs of a folder with the world around them, and the notation of expectations.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type AssetCatalog, check } from '@diorama/checker';
import { type Diagnostic, type Fix, SourceFile, type World } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';

const CORPUS = new URL('../corpus/', import.meta.url).pathname;

/** The programs of a folder of the corpus; `parts/` holds what they use. */
export function readCorpus(folder: 'ok' | 'broken'): readonly SourceFile[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => name.endsWith('.dio'))
    .map((name) => SourceFile.from(name, readFileSync(join(CORPUS, folder, name), 'utf8')));
}

/** The files of a folder of the corpus, by paths relative to it. */
export function corpusWorld(folder: 'ok' | 'broken'): World {
  const read = (file: string) => {
    try {
      return readFileSync(join(CORPUS, folder, file));
    } catch {
      return { unreadable: 'no such file' };
    }
  };
  return {
    readText: (file) => {
      const found = read(file);
      return 'unreadable' in found ? found : found.toString('utf8');
    },
    readBytes: (file, limit) => {
      const found = read(file);
      return 'unreadable' in found ? found : new Uint8Array(found.subarray(0, limit));
    },
    resolve: (from, path) => posix.join(posix.dirname(from), path),
  };
}

/** A world of texts alone. */
export function textWorld(files: Readonly<Record<string, string>>): World {
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => files[file] ?? missing,
    readBytes: () => missing,
    resolve: (_from, path) => path,
  };
}

const IDS = ['tree/oak', 'tree/umbrella-acacia', 'bush/fern', 'carnivore/lion', 'ground/short-grass'];

/** A library of five assets that can be searched in the space `demo`; only `zzzz` is like none of them. */
export const CATALOG: AssetCatalog = {
  has: (id) => IDS.includes(id.replace(/#.*/, '')),
  ids: (className) => IDS.filter((id) => id.startsWith(`${className}/`)),
  spaces: ['demo'],
  match: (className, text) => {
    const id = IDS.find((candidate) => candidate.startsWith(`${className}/`)) ?? 'tree/oak';
    return { id, score: text === 'zzzz' ? 0.1 : 0.9 };
  },
};

/** All that parsing and checking have to say of a program. */
export function diagnose(source: SourceFile, world: World): readonly Diagnostic[] {
  const { value, diagnostics } = parse(source);
  return [...diagnostics, ...check(value, { source, world, catalog: CATALOG }).diagnostics];
}

/** Diagnostics in the notation of the corpus, in the order of their places: `2:21-2:26 unknown-property, fix: radius`. */
export function describeFound(diagnostics: readonly Diagnostic[], main: SourceFile, world: World): readonly string[] {
  const sources = new Map([[main.id, main]]);
  const sourceOf = (file: string) => {
    const text = world.readText(file);
    const source = sources.get(file) ?? SourceFile.from(file, typeof text === 'string' ? text : '');
    sources.set(file, source);
    return source;
  };
  return diagnostics
    .map(({ code, primary: { file, start, end }, fixes: [fix] }) => {
      const [from, to] = [start, end].map((offset) => sourceOf(file).positionAt(offset));
      const place = `${from?.line}:${from?.column}-${to?.line}:${to?.column}`;
      const where = file === main.id ? place : `in ${file} ${place}`;
      return `${where} ${code}${fix === undefined ? '' : `, fix: ${fixText(fix)}`}`;
    })
    .sort(byPlace);
}

/** What a program's comments say is wrong with it, in the same form and order. */
export function readExpected(source: SourceFile): readonly string[] {
  const expected: string[] = [];
  let line = 0;
  for (let at = 1; at <= source.lineCount; at += 1) {
    const text = source.line(at);
    if (!text.startsWith('//~')) line = at;
    else expected.push(readExpectation(text, line));
  }
  return expected.sort(byPlace);
}

function readExpectation(text: string, line: number): string {
  const carets = /^(\/\/~ *)(\^+|\|) (.+)$/.exec(text);
  if (carets !== null) {
    const [, before = '', marks = '', what = ''] = carets;
    const start = before.length + 1;
    return `${line}:${start}-${line}:${marks === '|' ? start : start + marks.length} ${what}`;
  }
  const columns = /^\/\/~ (\d+)-(\d+) (.+)$/.exec(text);
  if (columns !== null) return `${line}:${columns[1]}-${line}:${columns[2]} ${columns[3]}`;
  if (/^\/\/~ (in \S+ )?\d+:\d+-\d+:\d+ /.test(text)) return text.slice('//~ '.length);
  throw new Error(`no expectation: ${text}`);
}

/** What a fix writes, an ellipsis between its edits; in backquotes if it is empty or begins or ends with a space. */
function fixText({ edits }: Fix): string {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const text = inOrder.map((edit) => edit.text).join('…');
  return text === '' || text !== text.trim() ? `\`${text}\`` : text;
}

function byPlace(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => {
    const [, file = '', line, column, rest = ''] = /^(in \S+ )?(\d+):(\d+)-(.*)$/.exec(text) ?? [];
    return { file, line: Number(line), column: Number(column), rest };
  }) as [Sortable, Sortable];
  return (
    (x.file < y.file ? -1 : x.file > y.file ? 1 : 0) ||
    x.line - y.line ||
    x.column - y.column ||
    (x.rest < y.rest ? -1 : x.rest > y.rest ? 1 : 0)
  );
}
interface Sortable {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rest: string;
}
