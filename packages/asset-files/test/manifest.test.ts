// A library's manifest: what a person changed stays, names are never given twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES } from '@diorama/assets';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LibraryEntry, mergeEntry, nameImports, printLibraryManifest, readLibraryManifest } from '../src/index.ts';
import { EDITABLE } from '../src/manifest/library-entry.ts';

const WROTE = {
  class: 'carnivore',
  species: 'wolf',
  names: ['wolf'],
  tags: [],
  heights: [0.7, 0.9],
  front: '+Z',
  up: '+Y',
  standing: 'whole',
} as const;

const ENTRY: LibraryEntry = {
  file: 'wolf.glb',
  ...WROTE,
  imported: { from: 'pack/Wolf.glb', digest: 'one', front: '-X', up: '+Y', unit: 1, height: 0.8, wrote: WROTE },
};

const NOW: LibraryEntry = {
  ...ENTRY,
  names: ['grey wolf'],
  latin: 'Canis lupus',
  imported: { ...ENTRY.imported!, digest: 'two', wrote: { ...WROTE, names: ['grey wolf'], latin: 'Canis lupus' } },
};

describe('a second import', () => {
  test('writes what is new where nothing was changed', () => {
    expect(mergeEntry(ENTRY, NOW)).toEqual({ entry: NOW, kept: [] });
    expect(mergeEntry(undefined, NOW)).toEqual({ entry: NOW, kept: [] });
  });

  test.each<[name: keyof LibraryEntry, value: unknown]>([
    ['class', 'herbivore'],
    ['species', 'white-wolf'],
    ['names', ['Fenrir']],
    ['latin', 'Canis lupus lupus'],
    ['tags', ['myth']],
    ['heights', [2, 3]],
    ['licence', 'CC0-1.0'],
    ['author', 'Snorri'],
    ['front', '-Z'],
    ['standing', 'foot'],
    ['poses', { walk: 'Strut' }],
  ])('keeps %s as it was changed', (name, value) => {
    const { entry, kept } = mergeEntry({ ...ENTRY, [name]: value }, NOW);
    expect(entry[name]).toEqual(value);
    expect(kept).toEqual([name]);
    expect(entry.imported?.digest).toBe('two');
    // And again: what stays is still the person's.
    expect(mergeEntry(entry, NOW)).toEqual({ entry, kept });
  });

  test('keeps what was taken out, but for what there must be', () => {
    const { heights: _, tags: __, ...less } = ENTRY;
    const { entry, kept } = mergeEntry(less as LibraryEntry, NOW);
    expect(entry).not.toHaveProperty('heights');
    expect(entry.tags).toEqual([]);
    expect(kept).toEqual(['heights']);
  });

  test('keeps fields that nobody knows', () => {
    const odd = { ...ENTRY, mood: 'grim' } as LibraryEntry;
    expect(readLibraryManifest(printLibraryManifest({ assets: [odd], title: 'mine' }))).toEqual({
      assets: [odd],
      title: 'mine',
    });
    expect(mergeEntry(odd, NOW).entry).toHaveProperty('mood', 'grim');
  });
});

test.each<[text: string, fault: RegExp]>([
  ['{', /not JSON/],
  ['[]', /no object/],
  ['{ "assets": {} }', /no list/],
  ['{ "assets": [{}] }', /names no file/],
  ['{ "assets": [{ "file": "a.glb", "class": "dragon" }] }', /class of asset 0 is none of/],
  ['{ "assets": [{ "file": "a.glb", "heights": [2, 1] }] }', /heights of asset 0/],
  ['{ "assets": [{ "file": "a.glb", "front": "+Y", "up": "-Y" }] }', /lie on one line/],
  ['{ "assets": [{ "file": "a.glb", "poses": { "walk": 3 } }] }', /poses of asset 0/],
])('a manifest %s has a fault', (text, fault) => {
  expect(readLibraryManifest(text)).toEqual({ fault: expect.stringMatching(fault) });
});

test.each([{ front: '-Y' }, { up: '+Z' }])('a manifest may say only %o', (said) => {
  const manifest = { assets: [{ file: 'a.glb', ...said }] };
  expect(readLibraryManifest(JSON.stringify(manifest))).toEqual(manifest);
});

test('the JSON Schema names every field, and no others', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../assets.schema.json'), 'utf8'));
  const { properties } = schema.$defs.entry;
  expect(Object.keys(properties).sort()).toEqual(['file', 'clips', 'imported', ...EDITABLE].sort());
  expect(properties.class.enum.sort()).toEqual([...CLASSES].sort());
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  for (const name of Object.keys(properties)) expect(readme).toContain(`\`${name}\``);
});

describe('names', () => {
  const named = (sources: readonly string[], before: readonly LibraryEntry[] = [], taken: readonly string[] = []) =>
    Object.fromEntries(nameImports(sources, before, (file) => taken.includes(file)));

  test('are made of the files’ own', () => {
    expect(named(['p/Pine Tree_1.glb', 'p/Äsche.gltf'])).toEqual({
      'p/Pine Tree_1.glb': 'pine-tree-1.glb',
      'p/Äsche.gltf': 'asche.glb',
    });
  });

  test('are kept, and never taken from another', () => {
    expect(named(['p/a/Wolf.glb', 'p/b/Wolf.glb', 'pack/Wolf.glb'], [ENTRY], ['wolf-2.glb'])).toEqual({
      'p/a/Wolf.glb': 'wolf-3.glb',
      'p/b/Wolf.glb': 'wolf-4.glb',
      'pack/Wolf.glb': 'wolf.glb',
    });
  });

  test('differ, whatever the files are called', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Za-z_ 0-9]{1,6}$/), { maxLength: 20 }), (stems) => {
        const names = [
          ...nameImports(
            stems.map((stem) => `p/${stem}.glb`),
            [ENTRY],
            () => false,
          ).values(),
        ];
        expect(new Set(names).size).toBe(stems.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.glb$/);
      }),
    );
  });
});
