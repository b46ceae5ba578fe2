import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { insert, label, problem, replace } from '../../src/problem.ts';
import { renderForTerminal } from '../../src/render-for-terminal.ts';
import { about, FILE, find, PAGE, sourcesOf } from '../cases.ts';

/** The layout without color, framed by line ends so that snapshots read as they print. */
function shown(
  text: string,
  diagnostic: Diagnostic,
  width = 80,
  others: Readonly<Record<string, string>> = {},
): string {
  return `\n${renderForTerminal(diagnostic, sourcesOf(text, others), { color: false, width })}\n`;
}

describe('one line', () => {
  const text = 'camera { pitch: -2 }\nsphere { radus: 1m, color: #ff0000 }\n';

  test('a caret and its message', () => {
    expect(shown(text, about(text, 'radus', 'no such property'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:10
        │
      2 │ sphere { radus: 1m, color: #ff0000 }
        │          ^^^^^ no such property
      "
    `);
  });

  test('without a message', () => {
    expect(shown(text, about(text, 'radus', ''))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:10
        │
      2 │ sphere { radus: 1m, color: #ff0000 }
        │          ^^^^^
      "
    `);
  });

  test('a warning and a note', () => {
    const warning = about(text, 'camera', 'it is never used', {
      page: { severity: 'warning', code: 'unused', title: 'unused' },
    });
    const note = about(text, '-2', 'unsolved', { page: { severity: 'note', code: 'hole', title: 'unsolved hole' } });
    expect(shown(text, warning)).toMatchInlineSnapshot(`
      "
      warning[unused]: unused
        ┌─ scene.dio:1:1
        │
      1 │ camera { pitch: -2 }
        │ ^^^^^^ it is never used
      "
    `);
    expect(shown(text, note)).toMatchInlineSnapshot(`
      "
      note[hole]: unsolved hole
        ┌─ scene.dio:1:17
        │
      1 │ camera { pitch: -2 }
        │                 ^^ unsolved
      "
    `);
  });

  test('notes, one of several lines, one too long', () => {
    const notes = [
      'expected Length\n   found Number',
      'a number without a unit that is not written as a literal has no dimension, so it cannot be a length; multiply it by one metre',
      'write `n * 1m`',
    ];
    expect(shown(text, about(text, '1m', 'a Number', { notes }))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:17
        │
      2 │ sphere { radus: 1m, color: #ff0000 }
        │                 ^^ a Number
        │
        = expected Length
             found Number
        = a number without a unit that is not written as a literal has no dimension,
          so it cannot be a length; multiply it by one metre
        = write \`n * 1m\`
      "
    `);
  });

  test('line numbers of several digits', () => {
    const long = `${'\n'.repeat(122)}sphere { radus: 1m }`;
    expect(shown(long, about(long, 'radus', 'no such property'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
          ┌─ scene.dio:123:10
          │
      123 │ sphere { radus: 1m }
          │          ^^^^^ no such property
      "
    `);
  });
});

describe('related places', () => {
  const text = 'let far = 30\nlet near = 2m\n\ntree { at: (0, -far), height: near + far }\n';

  test('within the main one', () => {
    const sum = 'let sum = 30 + 2m\n';
    const diagnostic = about(sum, '30 + 2m', 'cannot add these', {
      related: [
        ['30', 'a Number'],
        ['2m', 'a Length'],
      ],
    });
    expect(shown(sum, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:11
        │
      1 │ let sum = 30 + 2m
        │           ──^^^──
        │           │ │  │
        │           │ │  a Length
        │           │ cannot add these
        │           a Number
      "
    `);
  });

  test('side by side', () => {
    const diagnostic = about(text, 'height', 'given twice', {
      related: [
        ['at', 'one'],
        ['tree', 'two'],
        ['near +', 'three'],
      ],
    });
    expect(shown(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:4:23
        │
      4 │ tree { at: (0, -far), height: near + far }
        │ ────   ──             ^^^^^^  ────── three
        │ │      │              │
        │ │      │              given twice
        │ │      one
        │ two
      "
    `);
  });

  test('above, with a gap', () => {
    const diagnostic = about(text, 'far }', 'a Number', { related: [['far =', 'declared here']] });
    expect(shown(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:4:38
        │
      1 │ let far = 30
        │     ───── declared here
        ·
      4 │ tree { at: (0, -far), height: near + far }
        │                                      ^^^^^ a Number
      "
    `);
  });

  test('above, with a single line between', () => {
    const diagnostic = about(text, 'tree', 'here', { related: [['near =', 'declared here']] });
    expect(shown(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:4:1
        │
      2 │ let near = 2m
        │     ────── declared here
      3 │
      4 │ tree { at: (0, -far), height: near + far }
        │ ^^^^ here
      "
    `);
  });

  test('in other files, one of them gone', () => {
    const others = { 'lib/far.dio': '// Distances.\n\nlet far = 30\n' };
    const related = [
      label({ file: 'lib/far.dio', start: 19, end: 22 }, 'declared here'),
      label({ file: 'gone.dio', start: 19, end: 22 }, 'and here'),
    ];
    const diagnostic = problem(PAGE, find(text, 'far }'), 'a Number', { related, notes: ['write 30m'] });
    expect(shown(text, diagnostic, 80, others)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:4:38
        │
      4 │ tree { at: (0, -far), height: near + far }
        │                                      ^^^^^ a Number
        │
        ├─ lib/far.dio:3:5
        │
      3 │ let far = 30
        │     ─── declared here
        │
        ├─ gone.dio
        │
        │ and here
        │
        = write 30m
      "
    `);
  });
});

describe('several lines', () => {
  const text = [
    'scatter 20 in disk(radius: 3) {',
    '  bush {',
    '    height: 1,',
    '  }',
    '  for i in 0..<5 {',
    '    tree { height: i }',
    '  }',
    '}',
    '',
  ].join('\n');
  const whole = { start: 0, end: text.length };

  test('few', () => {
    expect(shown(text, about(text, 'bush {\n    height: 1,\n  }', 'this bush'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:3
        │
      2 │ ╭   bush {
      3 │ │     height: 1,
      4 │ │   }
        │ ╰───^ this bush
      "
    `);
  });

  test('many', () => {
    expect(shown(text, about(text, whole, 'too many instances'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:1
        │
      1 │ ╭ scatter 20 in disk(radius: 3) {
      2 │ │   bush {
        · │
      7 │ │   }
      8 │ │ }
        │ ╰─^ too many instances
      "
    `);
  });

  test('from the middle of a line', () => {
    expect(shown(text, about(text, '{\n  bush {\n    height: 1,\n  }', 'this body'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:31
        │
      1 │   scatter 20 in disk(radius: 3) {
        │ ╭───────────────────────────────^
      2 │ │   bush {
      3 │ │     height: 1,
      4 │ │   }
        │ ╰───^ this body
      "
    `);
  });

  test('within each other', () => {
    const diagnostic = about(text, whole, 'too many', {
      related: [
        ['{\n    tree { height: i }\n  }', 'these'],
        ['bush', 'and this'],
      ],
    });
    expect(shown(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:1
        │
      1 │ ╭   scatter 20 in disk(radius: 3) {
      2 │ │     bush {
        │ │     ──── and this
        · │
      5 │ │     for i in 0..<5 {
        │ │ ╭──────────────────╯
      6 │ │ │     tree { height: i }
      7 │ │ │   }
        │ │ ╰───╯ these
      8 │ │ │ }
        │ ╰───^ too many
      "
    `);
  });
});

describe('characters', () => {
  test('wide ones, emoji and combining ones take the columns that they take', () => {
    const text = 'like("サバンナ 🦁 👩‍👩‍👧 e\u0301") x\n';
    expect(
      shown(
        text,
        about(text, 'x', 'here', {
          related: [
            ['🦁', 'a lion'],
            ['e\u0301', 'one letter'],
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:29
        │
      1 │ like("サバンナ 🦁 👩‍👩‍👧 é") x
        │                ──    ─   ^ here
        │                │     │
        │                │     one letter
        │                a lion
      "
    `);
  });

  test('tabs are four columns at most', () => {
    const text = 'group {\n\tbox {\t\theight: 1 }\n}\n';
    expect(shown(text, about(text, 'height', 'here'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:9
        │
      2 │     box {       height: 1 }
        │                 ^^^^^^ here
      "
    `);
  });

  test('what would act on the terminal is shown instead', () => {
    const text = 'name: "\u001b[31mred\u001b[0m \u0007 \u202egpj.exe\u200b \u009b2J" x\n';
    const diagnostic = about(text, 'x', 'found \u001b[2J here\nand there', {
      page: { title: 'an \u001b]0;evil\u0007 title' },
      notes: ['note \u001b[1A'],
      fixes: [replace(find(text, 'x'), '\u001b[5m', { title: 'write \u001b[5m' })],
    });
    expect(shown(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: an ␛]0;evil␇ title
        ┌─ scene.dio:1:29
        │
      1 │ name: "␛[31mred␛[0m ␇ <U+202E>gpj.exe<U+200B> <U+009B>2J" x
        │                                    ^ found ␛[2J here␊and there
        │
        = note ␛[1A
      help: write ␛[5m
        │
      1 │ name: "␛[31mred␛[0m ␇ <U+202E>gpj.e␛[5me<U+200B> <U+009B>2J" x
        │                                    ~~~~
      "
    `);
  });

  test('CRLF', () => {
    const text = 'sphere {\r\n  radus: 1m\r\n}\r\n';
    expect(shown(text, about(text, 'radus: 1m\r\n', 'no such property'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:3
        │
      2 │   radus: 1m
        │   ^^^^^^^^^ no such property
      "
    `);
    expect(shown(text, about(text, text, 'all'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:1
        │
      1 │ ╭ sphere {
      2 │ │   radus: 1m
      3 │ │ }
        │ ╰─^ all
      "
    `);
  });
});

describe('ends', () => {
  test('of a line', () => {
    const text = 'let far =\nlet near = 2m\n';
    expect(shown(text, about(text, { start: 9, end: 9 }, 'expected an expression'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:10
        │
      1 │ let far =
        │          ^ expected an expression
      "
    `);
    expect(shown(text, about(text, { start: 9, end: 10 }, 'expected an expression'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:10
        │
      1 │ let far =
        │          ^ expected an expression
      "
    `);
  });

  test('of the file, where the line is empty', () => {
    const text = 'sphere {\n  radius: 1m\n\n\n';
    const end = { start: text.length, end: text.length };
    expect(shown(text, about(text, end, 'expected }', { fixes: [insert(text.length, '}\n')] }))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:5:1
        │
      2 │   radius: 1m
        ·
      5 │
        │ ^ expected }
        │
      help: insert }
        │
      5 │ }
        │ ~
      "
    `);
  });

  test('of an empty file, and beyond', () => {
    expect(shown('', about('', { start: 0, end: 0 }, 'nothing here'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:1
        │
      1 │
        │ ^ nothing here
      "
    `);
    expect(shown('ab', about('ab', { start: 70, end: 99 }, 'beyond'))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:3
        │
      1 │ ab
        │   ^ beyond
      "
    `);
  });

  test('of a file that cannot be read', () => {
    const diagnostic = problem(
      { ...PAGE, code: 'unreadable', title: 'unreadable file' },
      { file: 'x.dio', start: 0, end: 0 },
      'no such file',
    );
    expect(shown('', diagnostic)).toMatchInlineSnapshot(`
      "
      error[unreadable]: unreadable file
        ┌─ x.dio
        │
        │ no such file
      "
    `);
  });
});

describe('long lines', () => {
  const before = 'aaaa '.repeat(1000);
  const text = `${before}radus ${'bbbb '.repeat(1000)}end`;

  test('are shown around the caret', () => {
    expect(shown(text, about(text, 'radus', 'no such property'), 60)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:5001
        │
      1 │ …a aaaa aaaa aaaa radus bbbb bbbb bbbb bbbb bbbb bbbb …
        │                   ^^^^^ no such property
      "
    `);
  });

  test('at their start and end', () => {
    expect(shown(text, about(text, { start: 0, end: 4 }, 'first'), 60)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:1
        │
      1 │ aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa…
        │ ^^^^ first
      "
    `);
    expect(shown(text, about(text, 'end', 'last'), 60)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:10007
        │
      1 │ …bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb end
        │                                                    ^^^ last
      "
    `);
    expect(shown(text, about(text, { start: text.length, end: text.length }, 'expected }'), 60)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:10010
        │
      1 │ …bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb end
        │                                                       ^ expected }
      "
    `);
  });

  test('with a place out of view', () => {
    const related = [
      ['aaaa ', 'far left'],
      ['end', 'far right'],
    ] as const;
    expect(shown(text, about(text, 'radus', 'no such property', { related }), 60)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:5001
        │
      1 │ …a aaaa aaaa aaaa radus bbbb bbbb bbbb bbbb bbbb bbbb …
        │ ─                 ^^^^^                               ─ far right
        │ │                 │
        │ │                 no such property
        │ far left
      "
    `);
  });

  test('with a span longer than the view', () => {
    expect(shown(text, about(text, text, 'all of it'), 60)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:1:1
        │
      1 │ aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa…
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all of it
      "
    `);
  });

  test('of several megabytes take no time', () => {
    const huge = 'x🦁'.repeat(1_000_000);
    const started = performance.now();
    shown(huge, about(huge, { start: 1_500_001, end: 1_500_003 }, 'here'));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('fixes', () => {
  const text = 'sphere {\n  radus: 1m\n  colour: #ff0000\n}\n';

  test('show the line after the change', () => {
    const fixes = [replace(find(text, 'radus'), 'radius'), replace(find(text, '1m'), '', { title: 'remove it' })];
    expect(shown(text, about(text, 'radus', 'no such property', { fixes }))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:3
        │
      2 │   radus: 1m
        │   ^^^^^ no such property
        │
      help: write radius
        │
      2 │   radius: 1m
        │   ~~~~~~
      help: remove it
        │
      2 │   radus:
      "
    `);
  });

  test('of several edits and lines', () => {
    const edits = [
      { ...find(text, 'radus'), text: 'radius' },
      { ...find(text, 'colour'), text: 'roughness: 0.5\n  color' },
    ];
    const diagnostic = about(text, 'radus', 'no such property', {
      fixes: [{ title: 'write both', safe: true, edits }],
    });
    expect(shown(text, diagnostic)).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:3
        │
      2 │   radus: 1m
        │   ^^^^^ no such property
        │
      help: write both
        │
      2 │   radius: 1m
        │   ~~~~~~
      3 │   roughness: 0.5
        │   ~~~~~~~~~~~~~~
      4 │   color: #ff0000
        │   ~~~~~
      "
    `);
  });

  test('too long to show, or leaving nothing to show, have their title', () => {
    const fixes = [
      insert(0, '// one\n// two\n// three\n// four\n', { title: 'add a header' }),
      replace({ start: 0, end: text.length }, '', { title: 'remove it all' }),
    ];
    expect(shown(text, about(text, 'radus', 'no such property', { fixes }))).toMatchInlineSnapshot(`
      "
      error[unknown-property]: unknown property of sphere
        ┌─ scene.dio:2:3
        │
      2 │   radus: 1m
        │   ^^^^^ no such property
        │
      help: add a header
      help: remove it all
      "
    `);
  });
});

test('color', () => {
  const text = 'let far = 30\nsphere { radus: far }\n';
  const diagnostic = about(text, 'radus', 'did you mean radius?', {
    related: [['far', 'declared here']],
    notes: ['expected Length'],
    fixes: [replace(find(text, 'radus'), 'radius')],
  });
  const colored = renderForTerminal(diagnostic, sourcesOf(text), { color: true, width: 80 });
  expect(`\n${colored.replaceAll('\u001b[', '‹').replaceAll(/(‹[0-9;]*)m/g, '$1›')}\n`).toMatchInlineSnapshot(`
    "
    ‹1;31›error[unknown-property]‹0›‹1›: unknown property of sphere‹0›
    ‹34›  ┌─ ‹0›scene.dio:2:10
    ‹34›  │‹0›
    ‹34›1 │ ‹0›let far = 30
    ‹34›  │ ‹0›    ‹36›───‹0›‹36› declared here‹0›
    ‹34›2 │ ‹0›sphere { radus: far }
    ‹34›  │ ‹0›         ‹1;31›^^^^^‹0›‹1;31› did you mean radius?‹0›
    ‹34›  │‹0›
    ‹34›  = ‹0›expected Length
    ‹1;32›help‹0›: write radius
    ‹34›  │‹0›
    ‹34›2 │ ‹0›sphere { radius: far }
    ‹34›  │ ‹0›         ‹32›~~~~~~‹0›
    "
  `);
  const plain = renderForTerminal(diagnostic, sourcesOf(text), { color: false, width: 80 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are the point
  expect(colored.replaceAll(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
  expect(plain.startsWith(`error[unknown-property]`) && plain.includes(`${FILE}:2:10`)).toBe(true);
});
