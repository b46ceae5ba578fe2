// Files that use each other, and the scene's embeddings.
import { describe, expect, test } from 'vitest';
import { CATALOG, checkDiagnostics, checkFine, checkText, codes, embeddingsFile, errors, rendered } from './support.ts';

const FILES = {
  'plants.dio': 'let far = 30m\nlet near = 3m\nprefab thicket(tall: Length = 2) { bush { height: tall } }\n',
  'scene.dio': 'let far = 30m\ntree { at: (0, -far), height: 5 }\n',
  'empty.dio': '',
  'wood.dio': 'use thicket from "plants.dio"\nprefab wood() { thicket { } thicket { at: (1, 2), tall: 3 } }\n',
  'grove.dio': 'use thicket, far from "plants.dio"\nprefab grove() { thicket { } }\nlet away = far\n',
  'broken.dio': 'prefab bad() { bush { hieght: 1 } }\nlet worse = 2m + true\nlet fine = 3m\n',
  'garbled.dio': 'prefab bad( { bush { height: 1 } }\n',
  'hole.dio': 'prefab open() { bush { height: ? } }\n',
  'drawn.dio':
    'let tall = random(1m..300m)\nprefab high() { tree { height: tall } }\nprefab low() { tree { height: random(-1..2) } }\n',
};
const options = { files: FILES };

describe('`use`', () => {
  test('brings prefabs and lets, under other names if wished', () =>
    checkFine(
      `
      use thicket, far from "plants.dio"
      use thicket as copse, near as close from "plants.dio"
      use wood from "wood.dio"
      use grove, away from "grove.dio"
      thicket { at: (0, -far) }
      copse { at: (0, -close), tall: 4 }
      wood { at: (0, 0) }
      grove { at: (away, 0) }
    `,
      options,
    ));

  test('of names that are not there', () =>
    checkDiagnostics(
      `
      use thikcet, foo, far from "plants.dio"
          ^^^^^^^ unknown-import, fix: thicket
                   ^^^ unknown-import
      use x from "empty.dio"
          ^ unknown-import
      thikcet { at: (foo, -far), whatever: x }
    `
        .replace('thikcet { at', 'thicket2 { at')
        .replace('      thicket2 { at: (foo, -far), whatever: x }\n', '      tree { at: (foo, -far), height: x }\n'),
      options,
    ));

  test('what could not be brought says nothing more where it is used', () =>
    expect(
      codes(
        'use gone, there from "no-such.dio"\ngone { at: (0, 0), x: 3 }\ntree { at: (there, there.foo), height: 3 }',
      ),
    ).toEqual(['unreadable-file']));

  test('of a file that cannot be read', () =>
    checkDiagnostics(`
      use a, b from "no-such.dio"
                    ^^^^^^^^^^^^^ unreadable-file
    `));

  test('leaves the elements of the other file out, with a note', () => {
    const { diagnostics } = checkText('use far from "scene.dio"\ntree { at: (0, far), height: 3 }', options);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['ignored-elements', 'note']]);
  });

  test('of one file several times, with one note', () =>
    expect(
      codes('use far from "scene.dio"\nuse far as a from "scene.dio"\ntree { at: (a, far), height: 3 }', options),
    ).toEqual(['ignored-elements']));

  test('of a name that was mistyped stands for the one that was meant', () => {
    expect(codes('use thikcet, fra from "plants.dio"\nthicket { at: (0, -far) }', options)).toEqual([
      'unknown-import',
      'unknown-import',
    ]);
    const taken = 'use thikcet, fra from "plants.dio"\nlet far = 3m\nprefab thicket() { box { } }\n';
    expect(codes(`${taken}thicket { at: (0, -far) }`, options)).toEqual(['unknown-import', 'unknown-import']);
    // Nobody is advised to use what could not be brought.
    expect(rendered('use oaken from "empty.dio"\noakem { at: (0, -8) }', options)).not.toContain('did you mean');
  });

  test('of a name that is taken', () =>
    checkDiagnostics(
      `
      use far, near as far from "plants.dio"
                       ^^^ duplicate-name
      use thicket as tree from "plants.dio"
                     ^^^^ kind-as-name
      use near as run from "plants.dio"
                  ^^^ word-as-name
      let far = 3m
          ^^^ duplicate-name
      prefab thicket() { box { } }
      tree { at: (0, far), height: 4 }
    `,
      options,
    ));

  test('brings a value and a prefab of one name', () =>
    checkFine('use a from "a.dio"\na { at: (a, 0) }', { files: { 'a.dio': 'let a = 3m\nprefab a() { box { } }' } }));

  test('of a let as a kind’s name is fine, for values have names of their own', () =>
    checkFine('use far as tree from "plants.dio"\ntree { at: (0, tree), height: 4 }', options));
});

describe('mistakes of the other file', () => {
  test('carry its name', () =>
    checkDiagnostics(
      `
      use bad, fine from "broken.dio"
      bad { at: (0, fine) }
      broken.dio:22 unknown-property
      broken.dio:53 wrong-type
    `,
      options,
    ));

  test('of its grammar, too', () => {
    const { diagnostics } = checkText('use bad from "garbled.dio"\nbad { at: (0, 0) }', options);
    expect(new Set(diagnostics.map(({ primary }) => primary.file))).toEqual(new Set(['garbled.dio']));
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('make the program invalid', () => {
    expect(checkText('use fine from "broken.dio"\nbox { at: (fine, 0) }', options).program.valid).toBe(false);
    expect(checkText('use far from "plants.dio"\nbox { at: (far, 0) }', options).program.valid).toBe(true);
  });

  test('are told once, by however many ways they come', () =>
    expect(
      codes(
        'use x from "left.dio"\nuse y from "right.dio"\nuse z from "bottom.dio"\nx { at: (0, 0) }\ny { at: (0, 0) }\nz { at: (0, 0) }',
        {
          files: {
            'left.dio': 'use z from "bottom.dio"\nprefab x() { z { } }',
            'right.dio': 'use z from "bottom.dio"\nprefab y() { z { } }',
            'bottom.dio': 'prefab z() { bush { height: 300 } }',
          },
        },
      ),
    ).toEqual(['out-of-range']));

  test('that draws bring about', () =>
    expect(
      checkText('use high, low from "drawn.dio"\nhigh { at: (0, 0) }\nlow { at: (0, 0) }', options).diagnostics.map(
        ({ code, primary }) => [code, primary.file],
      ),
    ).toEqual([
      ['out-of-range', 'drawn.dio'],
      ['out-of-range', 'drawn.dio'],
    ]));

  test('that are no errors stay there', () =>
    expect(
      codes('use thicket from "lib.dio"\nthicket { at: (0, 0) }', {
        files: { 'lib.dio': 'prefab thicket() { let unused = 3 bush { height: 1 } }' },
      }),
    ).toEqual([]));

  test('but values to be filled in are told, and listed', () => {
    const { diagnostics, program } = checkText('use open from "hole.dio"\nopen { at: (0, 0) }', options);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unsolved-hole']);
    expect(program.holes.map(({ file }) => file)).toEqual(['hole.dio']);
  });
});

describe('cycles', () => {
  test.each([
    ['of one file', { 'a.dio': 'use b from "a.dio"\nlet b = 3m' }],
    ['of two', { 'a.dio': 'use c from "b.dio"\nlet b = c', 'b.dio': 'use b from "a.dio"\nlet c = b' }],
    [
      'of three',
      {
        'a.dio': 'use c from "b.dio"\nlet b = c',
        'b.dio': 'use d from "c.dio"\nlet c = d',
        'c.dio': 'use b from "a.dio"\nlet d = b',
      },
    ],
    ['with the program itself', { 'a.dio': 'use x from "main.dio"\nlet b = x' }],
  ])('%s', (_what, files) =>
    expect(errors('use b from "a.dio"\nlet x = b\nbox { at: (x, 0) }', { files })).toContain('import-cycle'),
  );

  test('are told once, and name the files', () => {
    const files = { 'a.dio': 'use c from "b.dio"\nlet b = c', 'b.dio': 'use b from "a.dio"\nlet c = b' };
    const { diagnostics } = checkText('use b from "a.dio"\nbox { at: (b, 0) }', { files });
    expect(diagnostics.map(({ code, primary }) => [code, primary.file])).toEqual([['import-cycle', 'b.dio']]);
    expect(diagnostics[0]?.notes[0]).toBe('a.dio uses b.dio, which uses a.dio');
  });

  test('a diamond is none', () =>
    checkFine('use x from "left.dio"\nuse y from "right.dio"\nbox { at: (x, y) }', {
      files: {
        'left.dio': 'use z from "bottom.dio"\nlet x = z',
        'right.dio': 'use z from "bottom.dio"\nlet y = z',
        'bottom.dio': 'let z = 3m',
      },
    }));
});

describe('too many files', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `f${index}.dio`,
        index + 1 < length ? `use x from "f${index + 1}.dio"` : 'let x = 3m',
      ]),
    );

  test('one behind the other', () => {
    expect(errors('use x from "f0.dio"\nbox { at: (x, 0) }', { files: chain(64) })).toEqual([]);
    expect(errors('use x from "f0.dio"\nbox { at: (x, 0) }', { files: chain(65) })).toEqual(['too-many-files']);
  });

  test('side by side', () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}.dio`, `let x${index} = 3m`]));
    const uses = Array.from({ length: 12 }, (_, index) => `use x${index} from "f${index}.dio"`).join('\n');
    expect(errors(uses, { files, limits: { files: 12 } })).toEqual([]);
    expect(errors(uses, { files, limits: { files: 11 } })).toEqual(['too-many-files']);
  });

  test('too long together', () => {
    const files = { 'a.dio': `let x = 3m // ${'x'.repeat(100)}`, 'b.dio': 'let y = 3m' };
    expect(errors('use x from "a.dio"\nuse y from "b.dio"', { files, limits: { characters: 200 } })).toEqual([]);
    expect(errors('use x from "a.dio"\nuse y from "b.dio"', { files, limits: { characters: 120 } })).toEqual([
      'too-many-files',
    ]);
  });
});

describe('embeddings', () => {
  const files = {
    'two.safetensors': embeddingsFile(2),
    'one.safetensors': embeddingsFile(1),
    'other.safetensors': embeddingsFile(2, 'other'),
    'bad.safetensors': 'not a table at all',
  };
  const scene = 'scene { embeddings: "two.safetensors" }\n';

  test('are the rows of the scene’s file', () =>
    checkDiagnostics(
      `
      scene { embeddings: "two.safetensors" }
      tree { at: (0, 0), height: 4, appearance: embedding(1) }
      tree { at: (1, 0), height: 4, appearance: embedding(2) }
                                                          ^ unknown-row
      tree { at: (2, 0), height: 4, appearance: embedding(-1) }
                                                          ^^ out-of-range
      tree { at: (3, 0), height: 4, appearance: embedding(0.5) }
                                                          ^^^ not-an-integer, offer: 1
      for i in 0..2 { tree { at: (i * 1m, 5), height: 4, appearance: embedding(i) } }
                                                                               ^ unknown-row
      tree { at: (4, 0), height: 4, appearance: embedding(pick(0..2)) }
                                                          ^^^^^^^^^^ unknown-row
      tree { at: (5, 0), height: 4, appearance: embedding(pick(0..1)) }
    `,
      { files },
    ));

  test('are known below the scene element only', () =>
    checkDiagnostics(
      `
      tree { at: (0, 0), height: 4, appearance: embedding(0) }
                                                ^^^^^^^^^^^^ no-embeddings
      scene { embeddings: "two.safetensors" }
      tree { at: (1, 0), height: 4, appearance: embedding(0) }
    `,
      { files },
    ));

  test('of a file that is none, or not there', () => {
    expect(errors('scene { embeddings: "bad.safetensors" }', { files })).toEqual(['not-safetensors']);
    expect(errors('scene { embeddings: "gone.safetensors" }', { files })).toEqual(['unreadable-file']);
    expect(errors('scene { embeddings: "" }', { files })).toEqual(['out-of-range']);
    expect(errors('scene { embeddings: 3 }', { files })).toEqual(['wrong-type']);
    expect(
      errors(`scene { embeddings: "short.safetensors" }`, {
        files: { 'short.safetensors': embeddingsFile(2).slice(0, 40) },
      }),
    ).toEqual(['not-safetensors']);
  });

  test('of a space in which the library cannot be searched', () => {
    expect(errors('scene { embeddings: "other.safetensors" }', { files, catalog: CATALOG })).toEqual(['mixed-spaces']);
    expect(errors('scene { embeddings: "two.safetensors" }', { files, catalog: CATALOG })).toEqual([]);
    expect(errors('scene { embeddings: "other.safetensors" }', { files })).toEqual([]);
    expect(errors('scene { embeddings: "other.safetensors" }', { files, catalog: { ...CATALOG, spaces: [] } })).toEqual(
      [],
    );
  });

  test('of a prefab are of the same file as the program’s', () => {
    const library = {
      ...files,
      'lib.dio': `${scene}prefab p() { tree { height: 4, appearance: embedding(1) } }\nprefab q() { p { } }`,
    };
    expect(errors(`use p from "lib.dio"\n${scene}p { at: (0, 0) }`, { files: library })).toEqual([]);
    expect(errors('use p from "lib.dio"\np { at: (0, 0) }', { files: library })).toEqual(['mixed-spaces']);
    expect(
      errors('use q from "lib.dio"\nscene { embeddings: "one.safetensors" }\nq { at: (0, 0) }', { files: library }),
    ).toEqual(['mixed-spaces']);
    expect(errors('use q from "lib.dio"\nbox { at: (0, 0) }', { files: library })).toEqual([]);
  });

  test('are told to the program', () =>
    expect(checkText(scene, { files }).program.embeddings).toEqual({
      file: 'two.safetensors',
      space: 'demo',
      rows: 2,
    }));
});
