// What the tests of the states share: a world with some files, a small asset library, a way to check and to walk.

import { check } from '@diorama/checker';
import { type Diagnostic, SourceFile, type World } from '@diorama/diagnostics';
import { parse, tokenize } from '@diorama/syntax';
import { type Catalog, exportsOf, type Lexeme, type PrefixState, start, step } from '../src/index.ts';
import { CATALOG } from './corpus.ts';

/** A safetensors file of two-dimensional rows in the space `demo`. */
export function safetensors(rows: number): string {
  const header = JSON.stringify({
    __metadata__: { space: 'demo' },
    embeddings: { dtype: 'F32', shape: [rows, 2], data_offsets: [0, rows * 8] },
  });
  const size = String.fromCharCode(header.length & 255, header.length >> 8, 0, 0, 0, 0, 0, 0);
  return `${size}${header}${'\0'.repeat(rows * 8)}`;
}

export const FILES: Readonly<Record<string, string>> = {
  'three.safetensors': safetensors(3),
  'thorns.png': 'PNG',
  'plants.dio': `
    let far = 30m
    let spot = (1, 2)
    prefab thicket(count: Integer = 8, radius: Length) { scatter count in disk(radius: radius) { bush { height: 1 } } }`,
};

export function textWorld(files: Readonly<Record<string, string>> = FILES): World {
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

export function diagnose(text: string): readonly Diagnostic[] {
  const source = SourceFile.from('main.dio', text);
  const { value, diagnostics } = parse(source);
  return [...diagnostics, ...check(value, { source, world: textWorld(), catalog: CATALOG }).diagnostics];
}

/** The same knowledge for the states. */
export function testCatalog(): Catalog {
  const plants = follow(FILES['plants.dio'] ?? '').state;
  return {
    assets: CATALOG,
    embeddings: new Map([['three.safetensors', { rows: 3, space: 'demo' }]]),
    images: new Set(['thorns.png']),
    files: new Map([['plants.dio', exportsOf(plants)]]),
  };
}

export interface PlacedLexeme extends Lexeme {
  readonly start: number;
  readonly end: number;
}
export function lexemesOf(text: string): readonly PlacedLexeme[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment')
    .map(({ token, text, start, end }) => ({ type: token, text, start, end }));
}

/** Steps over a text: the state behind it, or the lexeme that was refused and the state before it. */
export function follow(
  text: string,
  catalog?: Catalog,
  from: PrefixState = start(catalog),
): { state: PrefixState; refused?: PlacedLexeme } {
  let state = from;
  for (const lexeme of lexemesOf(text)) {
    const next = step(state, lexeme);
    if (next === undefined) return { state, refused: lexeme };
    state = next;
  }
  return { state };
}
