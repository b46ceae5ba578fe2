// Every page is true: its bad example brings its code about, its good one does not.
import { createLibrary } from '@diorama/assets';
import { emitBlender } from '@diorama/backend-blender';
import { emitGltf } from '@diorama/backend-gltf';
import { emitModule } from '@diorama/backend-three';
import type { AssetCatalog } from '@diorama/checker';
import { complete, createVocabulary, decisions } from '@diorama/decoding';
import { DECISION_PAGES, TEMPLATE_PAGES } from '@diorama/decoding/problems';
import { type Diagnostic, type ProblemPage, SourceFile, type World } from '@diorama/diagnostics';
import { importRaw } from '@diorama/lowering';
import { describe, expect, test } from 'vitest';
import { checkFile, DIAGNOSTIC_PAGES, findPage, lintFile, pinFile, stageFile } from '../src/index.ts';
import { codes, ENTRY, read, worldOf } from './support.ts';

const pages = DIAGNOSTIC_PAGES.flatMap((stage) => stage.pages);

test('no code has two pages', () => {
  expect(codesOf(pages)).toEqual([...new Set(codesOf(pages))]);
});

test('a page is found by its code', () => {
  for (const page of pages) expect(findPage(page.code)).toBe(page);
  expect(findPage('nonsense')).toBeUndefined();
});

describe.each(pages)('$code', (page) => {
  test('is written as people read', () => {
    expect(page.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(page.title).toMatch(/^([^A-Z]|RAW ).*[^.]$/);
    expect(page.explanation.length).toBeGreaterThan(40);
  });

  test('its good example has no problem', async () => {
    expect(codes(await say(page, page.good))).toEqual([]);
  });
});

describe.each(pages.filter(({ describesBad }) => !describesBad))('$code', (page) => {
  test('its bad example has this problem and no other', async () => {
    expect([...new Set(codes(await say(page, page.bad)))]).toEqual([page.code]);
  });
});

test('what the page of too-large describes has this problem and no other', async () => {
  const page = findPage('too-large') as ProblemPage;
  expect(page.describesBad).toBe(true);
  expect(codes(await say(page, '? '.repeat(6_000_001)))).toEqual(['too-large']);
  expect(codes(await say(page, ' '.repeat(64 * 1024 * 1024 + 1)))).toEqual(['too-large']);
});

/** What the page's command says of a program. */
async function say(page: ProblemPage, text: string): Promise<readonly Diagnostic[]> {
  const { command, files = {} } = page;
  if (TEMPLATE_PAGES.includes(page)) return complete(BYTES, text).diagnostics;
  if (DECISION_PAGES.includes(page)) return decisions.encode(text).diagnostics;
  if (command === 'import') {
    // The example says how the command is called.
    const array = (option: string) => {
      const file = new RegExp(`--${option} (\\S+)`).exec(text)?.[1] ?? `${option}.json`;
      return files[file] === undefined ? undefined : JSON.parse(files[file]);
    };
    const arrays = { rotations: array('rotations'), appearances: array('appearances'), space: 'clip' };
    return importRaw(SourceFile.from(ENTRY, text), arrays).diagnostics;
  }
  const world = worldOf(text, files);
  if (command === 'lint') return read(lintFile(world, ENTRY, { catalog })).diagnostics;
  if (command === 'compile') return compileToAll(world);
  if (command === 'pin') return read(pinFile(world, ENTRY, { catalog })).diagnostics;
  return read(checkFile(world, ENTRY, { catalog })).diagnostics;
}

/** What staging and all backends say; a placeholder stands for what is missing. */
async function compileToAll(world: World): Promise<readonly Diagnostic[]> {
  const staged = read(stageFile(world, ENTRY, { library: createLibrary(), placeholder: true }));
  const { stage } = staged.value;
  if (stage === undefined) return staged.diagnostics;
  const emitted = [await emitGltf(stage), emitModule(stage), emitBlender(stage)];
  return [...staged.diagnostics, ...emitted.flatMap(({ diagnostics }) => diagnostics)];
}

/** The vocabulary of a model that reads and writes bytes. */
const BYTES = createVocabulary({
  tokens: Array.from({ length: 256 }, (_, byte) => [byte, Uint8Array.of(byte)] as const),
  ends: [256],
});

const IDS = ['tree/oak', 'tree/umbrella-acacia', 'bush/fern', 'carnivore/lion', 'ground/short-grass'];

/** A library of five assets that can be searched in the space `demo`. */
const catalog: AssetCatalog = {
  has: (id) => IDS.includes(id.replace(/#.*/, '')),
  ids: (className) => IDS.filter((id) => id.startsWith(`${className}/`)),
  spaces: ['demo'],
  match: (className, text) => ({ id: `${className}/oak`, score: text === 'zzzz' ? 0.1 : 0.9 }),
};

function codesOf(all: readonly ProblemPage[]): readonly string[] {
  return all.map(({ code }) => code);
}
