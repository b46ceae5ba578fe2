import { SourceFile } from '@diorama/diagnostics';
import { describe, expect, test } from 'vitest';
import { importRaw, RAW_PAGES } from '../../src/import-raw/index.ts';
import { checkRaw } from './check-raw.ts';

const UNTURNED = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

describe.each(RAW_PAGES)('the page of $code', ({ code, severity, bad, good, files, command }) => {
  test('has a bad example that brings it about, and a good one that brings nothing', () => {
    expect(command).toBe('import');
    expect(importExample(bad, files)).toEqual([[code, severity]]);
    expect(importExample(good, files)).toEqual([]);
  });
});

/** What the import says of an example; its first line's command names its arrays. */
function importExample(text: string, files: Readonly<Record<string, string>> = {}): readonly (readonly string[])[] {
  const array = (option: string) => {
    const name = new RegExp(`^#.* --${option} (\\S+)`).exec(text)?.[1];
    return name === undefined ? undefined : JSON.parse(files[name] ?? '');
  };
  const options = { rotations: array('rotations'), appearances: array('appearances'), space: 'clip' };
  const { diagnostics } = importRaw(SourceFile.from('scene.txt', text), options);
  return diagnostics.map(({ code, severity }) => [code, severity]);
}

describe('syntax', () => {
  test('a call without its end costs only itself', () => {
    const { text } = checkRaw(`
      set_dust(0.5
      set_air(1.5)
      ^^^^^^^ raw-syntax: expected "," or ")", found set_air
      add_tree(loc=(0, 1, -3, height=2)
                                    ^ raw-syntax: expected "," or ")", found =
      add_bush(loc=(0, 1, -3), height=2)
    `);
    expect(text).toContain('sky { air: 1.5 }');
    expect(text).toContain('bush');
  });

  test('a broken call ends with its bracket', () => {
    const { text } = checkRaw(`
      set_dust(0.5 0.6) set_air(1.5)
                   ^^^ raw-syntax: expected "," or ")", found 0.6
    `);
    expect(text).toContain('sky { air: 1.5 }');
  });

  test('a program that was cut', () => {
    checkRaw(`
      set_air(1.5)
      add_tree(pixels=12, loc=(0, 1
                                   ^ raw-syntax: expected "," or ")", the program ends here
    `);
  });

  test('what is between calls is one mistake', () => {
    checkRaw(`
      here is your program: set_air(1.5)
      ^^^^ raw-syntax: expected a call, found here
      )) }} set_dust(0.5)
      ^ raw-syntax: expected a call, found )
    `);
  });
});

describe('calls and arguments', () => {
  test('a mistyped call', () => {
    checkRaw(`
      set_ozon(1.5)
      ^^^^^^^^ raw-unknown-call: did you mean set_ozone?, fix: set_ozone
      render(1)
      ^^^^^^ raw-unknown-call: RAW has no render
    `);
  });

  test('arguments are bound as in Python', () => {
    checkRaw(`
      set_air(1.5, 2)
                   ^ raw-unknown-argument: set_air takes one value
      add_tree(loc=(0, 1, -3), hight=2, scale=3)
                               ^^^^^ raw-unknown-argument: did you mean height?, fix: height
      add_tree(7, (0, 1, -3), 2, height=2)
                                 ^^^^^^^^ raw-repeated-setting: height is given again here
      add_tree()
      ^^^^^^^^^^ raw-missing-argument: add_tree needs loc and height
      set_camera(pitch=88)
                 ^^^^^ raw-unknown-argument: set_camera has no argument pitch
      set_dust()
      ^^^^^^^^^^ raw-missing-argument: set_dust needs a value
    `);
  });
});

describe('values', () => {
  test('of the wrong sort', () => {
    const { text } = checkRaw(`
      set_air(nan)
              ^^^ raw-bad-value: this is not a number
      set_dust("0.5")
               ^^^^^ raw-bad-value: this is not a number
      set_ozone((1, 2))
                ^^^^^^ raw-bad-value: this is not a number
      set_strength(1e999)
                   ^^^^^ raw-bad-value: this is not a number
      set_camera([NUM])
                 ^^^^^ raw-bad-value: this is not a number
      set_ground(grass)
                 ^^^^^ raw-bad-value: this is not [CLIP]
      add(loc=(0, 1), height=2)
              ^^^^^^ raw-bad-value: this is not a point: three numbers in parentheses
      add(loc=(0, 1.2.3, -3), height=1_0)
                  ^^^^^ raw-bad-value: this is not a number
                                     ^^^ raw-bad-value: this is not a number
      add_tree(pixels=1.5, loc=(0, 1, -3), height=2, rotation=None)
                      ^^^ raw-bad-value: this is not a whole number
                                                              ^^^^ raw-bad-value: this is not [ROT]
    `);
    expect(text).toBe('camera { position: (0, 0, 0), fov: 50 }\ntree { at: view(0, 1, -3), height: 2 }\n');
  });

  test('out of the range of their property', () => {
    const { text } = checkRaw(`
      set_camera(181)
                 ^^^ raw-out-of-range: camera.pitch would be 91 deg
      set_sun_elevation(39.6)
                        ^^^^ raw-out-of-range: sky.sun_elevation would be 2268.91286871806 deg
      set_sun_elevation(1e308)
                        ^^^^^ raw-out-of-range: sky.sun_elevation would be infinite deg
      set_dust(-0.1)
               ^^^^ raw-out-of-range: sky.dust would be -0.1
      add(pixels=-3, loc=(0, 1, -3), height=2)
                 ^^ raw-out-of-range: pixels would be -3
      add(loc=(0, 1, -3), height=0)
                                 ^ raw-out-of-range: height would be 0 m
    `);
    expect(text).toBe('camera { position: (0, 0, 0), fov: 50 }\nobject { at: view(0, 1, -3), height: 2 }\n');
  });

  test('say what they should be', () => {
    const source = SourceFile.from('scene.txt', 'set_sun_elevation(39.6) add(loc=(0, 0, 0), height=0)');
    expect(importRaw(source).diagnostics.map(({ notes }) => notes)).toEqual([
      ['expected: at least -90 and at most 90 deg', 'found: 2268.91286871806 deg', '39.6 is read as radians'],
      ['expected: more than 0 and at most 200 m', 'found: 0 m'],
    ]);
  });

  test('given twice, in whichever spelling', () => {
    const { text } = checkRaw(`
      set_strength(0.2)
      set_sun_strength(0.3)
      ^^^^^^^^^^^^^^^^^^^^^ raw-repeated-setting: sky.strength is set again here
      set_sun_strength(inf)
                       ^^^ raw-bad-value: this is not a number
      set_density(1.8)
      set_atmospheric_density(0.5)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raw-repeated-setting: haze.density is set again here
    `);
    expect(text).toContain('sky { strength: 0.3 }\nhaze { density: 0.5 }\n');
  });
});

describe('arrays', () => {
  const ONE = `
      add(loc=(0, 1, -3), height=2, rotation=[ROT], appearance=[CLIP])`;

  test('that are missing are missed once', () => {
    checkRaw(`
      set_ground([CLIP])
                 ^^^^^^ raw-missing-appearances: 2 appearances are left out
      add(loc=(0, 1, -3), height=2, rotation=[ROT], appearance=[CLIP])
                                             ^^^^^ raw-missing-rotations: its rotation is left out
    `);
  });

  test('that are too short give what they have', () => {
    const { text } = checkRaw(
      `
      add(loc=(0, 1, -3), height=2, rotation=[ROT])
      add(loc=(0, 1, -3), height=3, rotation=[ROT])
                                             ^^^^^ raw-array-mismatch: the rotations have no row for this
      add(loc=(0, 1, -3), height=4, rotation=[ROT])
    `,
      { rotations: [UNTURNED] },
    );
    expect(text.match(/rotation: \S+/g)).toHaveLength(1);
  });

  test('that are too long are told', () => {
    checkRaw(
      `${ONE}
                                             ^^^^^ raw-array-mismatch: one row of the rotations would be left over
                                                               ^^^^^^ raw-array-mismatch: 2 rows of the appearances would be left over
    `,
      { rotations: [UNTURNED, UNTURNED], appearances: [[1], [2], [3]] },
    );
    const unused = importRaw(SourceFile.from('scene.txt', 'set_air(1)'), { appearances: [[1]], space: 'clip' });
    expect(unused.diagnostics.map(({ code }) => code)).toEqual(['raw-array-mismatch']);
    expect(unused.value.embeddings).toBeUndefined();
  });

  test('rows belong to places, even in calls with mistakes', () => {
    const { text } = checkRaw(
      `
      ad(loc=(0, 1, -3), height=2, appearance=[CLIP])
      ^^ raw-unknown-call: did you mean add?, fix: add
      add(loc=(0, 1 -3), height=2, appearance=[CLIP])
                    ^^ raw-syntax: expected "," or ")", found -3
      add(loc=(0, 1, -3), height=2, appearance=[CLIP])
    `,
      { appearances: [[1], [2], [3]] },
    );
    expect(text).toContain('appearance: embedding(2)');
  });

  test.each([
    ['the rotations are no list', { rotations: null }],
    ['the rotations are no list', { rotations: { 0: UNTURNED } }],
    ['row 1 of the rotations is no 3 × 3 matrix', { rotations: [[1, 0, 0, 0, 1, 0, 0, 0, 1]] }],
    [
      'row 1 of the rotations is no 3 × 3 matrix',
      {
        rotations: [
          [
            [1, 0],
            [0, 1],
            [0, 0],
          ],
        ],
      },
    ],
    [
      'row 1 of the rotations has something else than finite numbers',
      {
        rotations: [
          [
            ['1', 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
        ],
      },
    ],
    [
      'row 1 of the rotations has something else than finite numbers',
      {
        rotations: [
          [
            [NaN, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
        ],
      },
    ],
    [
      'matrix 1 is no rotation',
      {
        rotations: [
          [
            [0, 0, 0],
            [0, 0, 0],
            [0, 0, 0],
          ],
        ],
      },
    ],
    [
      'matrix 1 is no rotation',
      {
        rotations: [
          [
            [2, 0, 0],
            [0, 2, 0],
            [0, 0, 2],
          ],
        ],
      },
    ],
    [
      'matrix 1 is no rotation',
      {
        rotations: [
          [
            [-1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
        ],
      },
    ],
    ['the appearances are no list', { appearances: 3 }],
    ['row 1 of the appearances is no vector', { appearances: [3] }],
    ['row 1 of the appearances is no vector', { appearances: [[]] }],
    ['row 2 of the appearances has 1 numbers, the first has 2', { appearances: [[1, 2], [3]] }],
    ['row 1 of the appearances has something else than finite numbers of 32 bits', { appearances: [[1, 1e39]] }],
    ['row 1 of the appearances has something else than finite numbers of 32 bits', { appearances: [[1, null]] }],
  ])('%s', (message, arrays) => {
    const { value, diagnostics } = importRaw(SourceFile.from('scene.txt', ONE), arrays);
    const said = diagnostics.filter(({ code }) => code === 'raw-bad-array').map(({ primary }) => primary.message);
    expect(said).toEqual([message]);
    expect(diagnostics).toHaveLength(2);
    expect(value.text).toBe('camera { position: (0, 0, 0), fov: 50 }\nobject { at: view(0, 1, -3), height: 2 }\n');
  });
});
