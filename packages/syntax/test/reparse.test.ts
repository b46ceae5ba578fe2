// Law: reading an edit again gives what reading the whole text would.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentDiagnostics, type ParsedDocument, parse, parseDocument, reparse } from '../src/index.ts';
import { type Random, randomFrom, randomLayout, randomTokens, snapshot, source } from './support.ts';

const WATERHOLE = `/// A lioness at a waterhole, late light.
use palm, far as horizon from "plants.dio"

scene { name: "Waterhole", seed: 7 }
camera { position: (0, 1.6, 0), pitch: -1.9, fov: 50 } // the eye
let far = 30m
/* two
   lines */
prefab thicket(count: Integer = 8, radius: Length = 6) {
  scatter count in disk(radius: radius) spacing 0.8 {
    bush { height: random(0.4..1.2), rotation: yaw(random(0..360)), appearance: like("thorn bush") }
  }
}

@pixels(12) carnivore lioness { at: (-0.6, -12), height: 1.1, pose: walk }
thicket { at: (8, -far), count: 24 }
for i in 0..<5 {
  tree { at: (-12m + i * 6m, -far), height: 5m + random(0m..2m) }
}
if lush { tree { } } else if dry { bush { } } else { }
let list = [
  (1, 2),
  (3, 4)
]
group {
tree { at: (0, 1) }
}
`;

const SNIPPETS = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '///',
    '\n',
    '\n\n',
    ' ',
    ',',
    ':',
    '=',
    ';',
    '&&',
    '×',
    '°',
  ],
  ...[
    'tree { }',
    'let a = 1\n',
    'use x from "y"\n',
    'else',
    'if',
    'for i in 0..3 {',
    '@a(1)',
    '}\n}\n',
    '{\n',
    '\ntree {\n',
  ],
  ...['1', '.', '..', 'a', 'from', 'as', 'step', '\\', 'else { }', '\ufeff', '\r\n', ' 3 m', ' m ', 'ö', '='],
];

function expectLaw(document: ParsedDocument): void {
  const whole = parse(source(document.text));
  const { sections, diagnostics } = snapshot(document);
  // As text, for comparing trees node by node takes ten times as long.
  expect(JSON.stringify(sections)).toBe(JSON.stringify(whole.value.sections));
  expect(JSON.stringify(diagnostics)).toBe(JSON.stringify(whole.diagnostics));
}

function randomEdit(random: Random, length: number): { start: number; end: number; text: string } {
  const start = random(length + 1);
  const end = random(3) > 0 ? start : Math.min(length, start + random(random(4) === 0 ? 120 : 6));
  return { start, end, text: random(4) === 0 ? '' : (SNIPPETS[random(SNIPPETS.length)] as string) };
}

test('random edits', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const isOwn = random(3) === 0;
      let document = parseDocument(source(isOwn ? randomLayout(random, randomTokens(random)) : WATERHOLE));
      for (let i = 0; i < 5; i++) {
        document = reparse(document, randomEdit(random, document.text.length));
        expectLaw(document);
      }
    }),
    { numRuns: 250 },
  );
}, 60_000);

test('typing a program, and deleting it, character by character', () => {
  let document = parseDocument(source(''));
  for (let i = 0; i < WATERHOLE.length; i++) {
    document = reparse(document, { start: i, end: i, text: WATERHOLE.charAt(i) });
    if (i % 7 === 0) expectLaw(document);
  }
  expectLaw(document);
  while (document.text.length > 0) {
    document = reparse(document, { start: document.text.length - 1, end: document.text.length, text: '' });
    if (document.text.length % 11 === 0) expectLaw(document);
  }
}, 60_000);

test('a brace opened and closed, far apart', () => {
  const line = 'tree { at: (0, 1) }\n';
  let document = parseDocument(source(line.repeat(50)));
  document = reparse(document, { start: line.length * 3, end: line.length * 3, text: 'group {\n' });
  expectLaw(document);
  document = reparse(document, {
    start: document.text.length - line.length * 3,
    end: document.text.length - line.length * 3,
    text: '}\n',
  });
  expectLaw(document);
  expect(document.sections.length).toBeLessThan(10);
  document = reparse(document, { start: line.length * 3, end: line.length * 3 + 8, text: '' });
  expectLaw(document);
});

test('a comment opened above the end of another one', () => {
  const line = 'tree { at: (0, 1) }\n';
  let document = parseDocument(source(`${line.repeat(20)}/* end */\n${line.repeat(20)}`));
  document = reparse(document, { start: 5, end: 5, text: '/*' });
  expectLaw(document);
  document = reparse(document, { start: 30, end: 30, text: '*/' });
  expectLaw(document);
});

test('edits in a section full of mistakes', () => {
  const line = '  tree { at = (0 1), height = 2 m } # ö\n';
  let document = parseDocument(source(`group {\n${line.repeat(60)}}\ntree { }\n`));
  for (const [start, length, text] of [
    [300, 4, ''],
    [12, 0, '\n'],
    [1200, 1, '}'],
    [1190, 0, '"'],
    [20, 0, 'tree { }\n'],
  ] as const) {
    document = reparse(document, { start, end: start + length, text });
    expectLaw(document);
  }
});

test('an edit at the top of a file with a mistake far below', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `tree t${i} { at: (${i}, -12.5), height: 9m }`);
  lines[10] = 'use a from "b"';
  lines[4000] = 'tree { height }';
  const document = reparse(parseDocument(source(lines.join('\n'))), { start: 3, end: 3, text: 'x' });
  expectLaw(document);
  expect(documentDiagnostics(document).map(({ code }) => code)).toContain('late-import');
});

test('sections away from the edit stay the same objects', () => {
  const line = 'tree { at: (0, 1) }\n';
  const before = parseDocument(source(line.repeat(100)));
  const after = reparse(before, { start: line.length * 50 + 8, end: line.length * 50 + 8, text: 'x' });
  const kept = after.sections.filter(({ section }, index) => section === before.sections[index]?.section);
  expect(kept.length).toBeGreaterThanOrEqual(98);
});

test('an edit in a file of 5,000 lines reads a few of them again', () => {
  const lines = Array.from(
    { length: 5000 },
    (_, i) => `tree t${i} { at: (${i}, -12.5), height: 9m + random(0m..2m), rotation: yaw(${i}) }`,
  );
  let document = parseDocument(source(lines.join('\n')));
  const random = randomFrom(3);
  const counts: number[] = [];
  for (let i = 0; i < 40; i++) {
    const text = ['x', '{', '"', '('][i % 4] as string;
    const start = random(document.text.length);
    for (const edit of [
      { start, end: start, text },
      { start, end: start + 1, text: '' },
    ]) {
      const known = new Set(document.sections.map(({ section }) => section));
      document = reparse(document, edit);
      counts.push(document.sections.filter(({ section }) => !known.has(section)).length);
    }
  }
  counts.sort((a, b) => a - b);
  expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(4);
}, 60_000);
