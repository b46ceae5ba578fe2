// Every page is true: its bad example brings its code about, its good one does not.
import type { AssetCatalog } from '@diorama/checker';
import { type Diagnostic, type ProblemPage, SourceFile } from '@diorama/diagnostics';
import { importRaw } from '@diorama/lowering';
import { describe, expect, test } from 'vitest';
import { checkFile, DIAGNOSTIC_PAGES, findPage, lintFile, pinFile } from '../src/index.ts';
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

  test('its good example has no problem', () => {
    expect(codes(say(page, page.good))).toEqual([]);
  });
});

describe.each(pages.filter(({ describesBad }) => !describesBad))('$code', (page) => {
  test('its bad example has this problem and no other', () => {
    expect([...new Set(codes(say(page, page.bad)))]).toEqual([page.code]);
  });
});

test('what the page of too-large describes has this problem and no other', () => {
  const page = findPage('too-large') as ProblemPage;
  expect(page.describesBad).toBe(true);
  expect(codes(say(page, '? '.repeat(6_000_001)))).toEqual(['too-large']);
  expect(codes(say(page, ' '.repeat(64 * 1024 * 1024 + 1)))).toEqual(['too-large']);
});

/** What the page's command says of a program. */
function say({ command, files = {} }: ProblemPage, text: string): readonly Diagnostic[] {
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
  if (command === 'pin') return read(pinFile(world, ENTRY, { catalog })).diagnostics;
  return read(checkFile(world, ENTRY, { catalog })).diagnostics;
}

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
