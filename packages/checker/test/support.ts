// What the checker's tests share: a world of texts, a small asset catalog, and one way to check a text.
import { type Diagnostic, renderForTerminal, SourceFile, type World } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { type AssetCatalog, check, type Limits, type Program } from '../src/index.ts';

/** Files by path; `resolve` takes paths as they are. */
export function textWorld(files: Readonly<Record<string, string>> = {}): World {
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => files[file] ?? missing,
    readBytes: (file, limit) => {
      const text = files[file];
      return text === undefined
        ? missing
        : Uint8Array.from(text, (character) => character.charCodeAt(0)).slice(0, limit);
    },
    resolve: (_from, path) => path,
  };
}

const IDS = ['tree/oak', 'tree/umbrella-acacia', 'bush/fern', 'carnivore/lion', 'ground/short-grass'];

/** A library of five assets that can be searched in the space `demo`. */
export const CATALOG: AssetCatalog = {
  has: (id) => IDS.includes(id.replace(/#.*/, '')),
  ids: (className) => IDS.filter((id) => id.startsWith(`${className}/`)),
  spaces: ['demo'],
  match: (className, text) => ({
    id: IDS.find((id) => id.startsWith(`${className}/`)) ?? 'tree/oak',
    score: text === 'zzzz' ? 0.1 : 0.9,
  }),
};

export interface Checked {
  readonly source: SourceFile;
  readonly program: Program;
  readonly diagnostics: readonly Diagnostic[];
}

export function checkText(
  text: string,
  options: { files?: Readonly<Record<string, string>>; catalog?: AssetCatalog; limits?: Partial<Limits> } = {},
): Checked {
  const source = SourceFile.from('main.dio', text);
  const { files, ...rest } = options;
  const { value, diagnostics } = check(parse(source).value, { source, world: textWorld(files), ...rest });
  return { source, program: value, diagnostics };
}

/** The codes in order. */
export function codes(text: string, options?: Parameters<typeof checkText>[1]): readonly string[] {
  return checkText(text, options).diagnostics.map(({ code }) => code);
}

export function rendered(text: string, options?: Parameters<typeof checkText>[1]): string {
  const { source, diagnostics } = checkText(text, options);
  return diagnostics.map((diagnostic) => renderForTerminal(diagnostic, () => source, { color: false })).join('\n\n');
}
