// What requests mean: words, ids, variants, grounds, and what the checker is told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetRequest, ChosenAsset } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../src/create-library.ts';
import { GROUNDS } from '../src/grounds/grounds.ts';
import { INDIVIDUALS } from '../src/species.ts';

const library = createLibrary();
const like = (kind: AssetRequest['kind'], text: string, variant = 0) =>
  library.choose({ kind, variant, appearance: { kind: 'like', text } }) as ChosenAsset;

describe('words', () => {
  const table: readonly (readonly [AssetRequest['kind'], string, string])[] = [
    ['carnivore', 'big cat', 'lion'],
    ['carnivore', 'a lioness', 'lioness'],
    ['carnivore', 'Panthera leo', 'lion'],
    ['carnivore', 'a grey wolf', 'wolf'],
    ['carnivore', 'a red fox', 'fox'],
    ['carnivore', 'a farm dog', 'dog'],
    ['carnivore', 'a sheepdog', 'dog'],
    ['carnivore', 'an otter', 'otter'],
    ['carnivore', 'grizzly bear', 'brown-bear'],
    ['herbivore', 'a zebra', 'zebra'],
    ['herbivore', 'a red deer stag', 'red-deer-stag'],
    ['herbivore', 'a red deer hind', 'deer-hind'],
    ['herbivore', 'a roe deer', 'deer-hind'],
    ['herbivore', 'a brown cow', 'brown-cow'],
    ['herbivore', 'a black and white cow', 'dairy-cow'],
    ['herbivore', 'a bay horse', 'bay-horse'],
    ['herbivore', 'a grey horse', 'grey-horse'],
    ['herbivore', 'a chestnut horse', 'chestnut-horse'],
    ['herbivore', 'a foal', 'bay-horse'],
    ['herbivore', 'an elephant calf', 'elephant'],
    ['herbivore', 'a dromedary', 'dromedary'],
    ['herbivore', 'a mountain goat', 'goat'],
    ['herbivore', 'a moose', 'moose'],
    ['herbivore', 'sheeps', 'sheep'],
    ['bird', 'raptor', 'golden-eagle'],
    ['bird', 'a grey heron', 'grey-heron'],
    ['bird', 'a grey goose', 'greylag-goose'],
    ['bird', 'an emperor penguin', 'emperor-penguin'],
    ['bird', 'a duck', 'mallard'],
    ['bird', 'a raven', 'raven'],
    ['bird', 'a robin', 'robin'],
    ['tree', 'thorn tree', 'umbrella-acacia'],
    ['tree', 'an old oak', 'oak'],
    ['tree', 'a silver birch', 'birch'],
    ['tree', 'a stone pine', 'umbrella-acacia'],
    ['tree', 'a dead pine', 'dead-spruce'],
    ['tree', 'a bare elm', 'bare-oak'],
    ['tree', 'a poplar', 'poplar'],
    ['tree', 'spruce', 'spruce'],
    ['bush', 'thorn bush', 'thorn'],
    ['bush', 'reeds', 'reeds'],
    ['bush', 'a tuft of dry grass', 'grass-tuft'],
    ['bush', 'poppies', 'flowers'],
    ['bush', 'fern', 'fern'],
    ['boulder', 'mossy stone', 'mossy'],
    ['boulder', 'a flat river stone', 'river-stone'],
    ['boulder', 'a standing stone', 'standing-stone'],
    ['object', 'a heron', 'grey-heron'],
  ];
  test.each(table)('%s like %s is %s', (kind, text, species) => {
    const choice = like(kind, text);
    expect(choice.id.replace(/^.*\/|#.*$/g, '')).toBe(species);
    expect(choice.instead).toBeUndefined();
  });

  test('stay in the class of the element', () => {
    expect(like('tree', 'a lion').id).toMatch(/^tree\//);
  });

  test('that nothing resembles still give something, the same each time', () => {
    const choice = like('object', 'a wheelbarrow');
    expect(choice.kind).toBe('asset');
    expect(like('object', 'a wheelbarrow')).toEqual(choice);
  });
});

describe('ids', () => {
  const by = (id: string, variant = 0) => library.choose({ kind: 'tree', variant, appearance: { kind: 'asset', id } });
  test('without a number take the individual of the variant', () => {
    expect(by('tree/oak', 40)).toMatchObject({
      id: `tree/oak#${40 % INDIVIDUALS}`,
      key: `tree/oak#${40 % INDIVIDUALS}`,
    });
  });
  test('with a number mean that individual', () => {
    expect(by('tree/oak#40', 3)).toMatchObject({ id: 'tree/oak#40' });
  });
  test('that do not exist are missing, with what may have been meant', () => {
    expect(by('tree/okk')).toMatchObject({ kind: 'missing', reason: 'no asset tree/okk', candidates: ['tree/oak'] });
    expect(by('nonsense')).toMatchObject({ kind: 'missing' });
  });
});

describe('without a description', () => {
  test('the variant picks the species, and all of a class come up', () => {
    const picks = Array.from({ length: 200 }, (_, variant) => library.choose({ kind: 'tree', variant }) as ChosenAsset);
    expect(new Set(picks.map(({ id }) => id.replace(/#.*/, ''))).size).toBe(
      Array.isArray(library.ids('tree')) ? [...library.ids('tree')].length : 0,
    );
    expect(library.choose({ kind: 'tree', variant: 7 })).toEqual(picks[7]);
  });
  test('pictures and embeddings are picked, and say so', () => {
    expect(library.choose({ kind: 'bird', variant: 1, appearance: { kind: 'embedding', row: 0 } })).toMatchObject({
      kind: 'asset',
      instead: 'the library cannot be searched by embedding',
    });
  });
});

test('phases are rounded to sixteenths, and the end of a cycle is its beginning', () => {
  const at = (phase: number) =>
    library.choose({
      kind: 'carnivore',
      variant: 0,
      appearance: { kind: 'asset', id: 'carnivore/lion#0' },
      pose: 'walk',
      phase,
    }) as ChosenAsset;
  expect(at(0.26).key).toBe('carnivore/lion#0 walk 0.25');
  expect(at(1).key).toBe(at(0).key);
});

describe('the catalog', () => {
  const classes = ['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree', 'object', 'ground'];
  test.each(classes)('%s: whatever it lists it has, and finds by its name', (name) => {
    const ids = [...library.ids(name)];
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      expect(library.has(id)).toBe(true);
      expect(library.has(`${id}#0`)).toBe(true);
      expect(library.has(`${id}x`)).toBe(false);
    }
  });
  test('agrees with what is chosen', () => {
    for (const text of ['big cat', 'a zebra', 'wolf pack']) {
      const match = library.match?.('object', text);
      expect(match?.score).toBeGreaterThan(0.3);
      expect(like('object', text).id).toBe(`${match?.id}#0`);
    }
    expect(library.has('tree/oak#65535')).toBe(true);
    expect(library.has('tree/oak#65536')).toBe(false);
    expect(library.has('tree')).toBe(false);
  });
});

describe('grounds', () => {
  const table: readonly (readonly [string, string])[] = [
    ['dry savanna grass', 'dry-savanna'],
    ['short grass', 'short-grass'],
    ['meadow', 'short-grass'],
    ['alpine meadow', 'short-grass'],
    ['stubble field', 'stubble'],
    ['river gravel', 'gravel'],
    ['leaf litter', 'forest-floor'],
    ['bog', 'mud'],
    ['scree and grass', 'gravel'],
  ];
  test.each(table)('%s is %s', (text, name) => {
    expect(library.match?.('ground', text)?.id).toBe(`ground/${name}`);
  });

  test.each(GROUNDS.map(({ id }) => [id] as const))('%s has no seams', (id) => {
    const { material, tileSize, instead } = library.chooseGround({ appearance: { kind: 'asset', id }, seed: 3 });
    const image = material.texture!.image;
    const { width, height, pixels } = image;
    expect([width, height, instead]).toEqual([512, 512, undefined]);
    expect(tileSize).toBeGreaterThanOrEqual(2);
    const step = (x: number, y: number, dx: number, dy: number) => {
      const at = (column: number, row: number) =>
        pixels[4 * (((row + height) % height) * width + ((column + width) % width)) + 1]!;
      return Math.abs(at(x, y) - at(x + dx, y + dy));
    };
    const mean = (count: number, of: (index: number) => number) =>
      Array.from({ length: count }, (_, index) => of(index)).reduce((a, b) => a + b, 0) / count;
    for (const [across, down] of [
      [1, 0],
      [0, 1],
    ] as const) {
      const seam = mean(width, (index) =>
        step(across === 1 ? width - 1 : index, down === 1 ? height - 1 : index, across, down),
      );
      const inside = mean(4 * width, (index) =>
        step(
          across === 1 ? (index % 4) * 100 + 50 : index >> 2,
          down === 1 ? (index % 4) * 100 + 50 : index >> 2,
          across,
          down,
        ),
      );
      expect(seam).toBeLessThan(1.5 * inside + 1);
    }
  });
});

test('placeholders bear their label, whatever it is', () => {
  const picture = (label: string) => library.placeholder('tree', label).parts[0]!.material.texture!.image.pixels;
  const [plain, other, unknown, empty] = ['no asset', 'an asset', '木 🌳', ''].map((label) =>
    Buffer.from(picture(label)).toString('base64'),
  );
  expect(new Set([plain, other, unknown, empty]).size).toBe(4);
  const { positions } = library.placeholder('bird', 'x'.repeat(5000)).parts[0]!.mesh;
  expect(Math.max(...positions.filter((_, index) => index % 3 === 1))).toBe(1);
});

test('source takes sines, powers and logarithms from the geometry package alone', () => {
  const forbidden = /Math\.(?:a?(?:sin|cos|tan)h?|atan2|pow|exp|expm1|log\w*|hypot|cbrt)\b|\*\*/;
  const root = join(import.meta.dirname, '../src');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
    const code = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(`${name}: ${forbidden.exec(code)?.[0] ?? 'none'}`).toBe(`${name}: none`);
  }
});

test('of every species of its own the library knows the Latin name, or what the stone is of, and how high it may be', () => {
  for (const { id, kind, latin, heights } of library.species) {
    expect(latin, id).toMatch(kind === 'boulder' ? /[a-z]/ : /^[A-Z]/);
    const [least, greatest] = heights ?? [0, 0];
    expect(0 < least && least < greatest, id).toBe(true);
  }
});
