import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFile, memoryWorld, openSession } from '../src/index.ts';

const PROGRAM = `/// A session's test.
use thicket from "plants.dio"
scene { name: "Test", seed: 7 }
camera { position: (0, 1.6, 0), pitch: -2 }
let far = 30m
let tall: Length = 4m // used below

prefab row(count: Integer = 3, step: Length = 2) {
  for i in 0..<count {
    tree { at: (i * step, 0m), height: 3m + random(0m..1m) }
  }
}

tree oak { at: (0, -far), height: tall }
bush { at: oak.at + (1, 0, 1), height: tall / 4 }
row { at: (4, -far), count: 4 }
thicket { at: (2, -6) }
scatter 30 in disk(center: (0, -20), radius: 3) spacing 0.9 {
  bush { height: random(0.4..1.2) }
}
group { at: (2, -9), rotation: yaw(30)
  tree { height: 5 }
  bush { at: (1, 0), height: 0.6 }
}
if far > 20m { haze { visibility: 400m } } else { haze { density: 0.01 } }
herbivore { at: (4, -15), height: 1.5, pose: graze }
`;
const FILES = { 'plants.dio': 'prefab thicket() { bush { height: 1 } }\n' };
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '/*',
  '*/',
  '//',
  '\n',
  ' ',
  'tree { at: (0, -4), height: 3 }\n',
  'let far = 3\n',
  'far',
  'hieght',
  '-',
  '0',
  '..',
  'x',
  'use a from "b"',
  'camera { }\n',
  '@note("x")',
  '',
];

test('after any edits, a session says what a fresh check of the text says', () => {
  const pieces = fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(12)),
    text: fc.constantFrom(...PIECES),
  });
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (edits) => {
      const session = openSession(memoryWorld(FILES), 'main.dio', PROGRAM);
      for (const { at, length, text } of edits) {
        const before = session.snapshot.text;
        const start = at % (before.length + 1);
        const { text: after, diagnostics } = session.update({
          start,
          end: Math.min(before.length, start + length),
          text,
        });
        const fresh = checkFile(memoryWorld({ ...FILES, 'main.dio': after }), 'main.dio');
        expect('diagnostics' in fresh && fresh.diagnostics.map(withoutSection)).toEqual(
          diagnostics.map(withoutSection),
        );
      }
    }),
    { numRuns: 120, seed: 7 },
  );
}, 120_000);

/** The same but for the sections, which are compared by identity where it matters. */
function withoutSection(diagnostic: unknown): unknown {
  return JSON.parse(JSON.stringify(diagnostic, (key, value) => (key === 'section' ? undefined : value)));
}

test('an edit leaves the sections that it does not touch as they were', () => {
  const session = openSession(memoryWorld(FILES), 'main.dio', PROGRAM);
  const before = new Set(session.snapshot.checked.sections.values());
  const at = PROGRAM.indexOf('pose: graze');
  const after = session.update({ start: at, end: at, text: 'phase: 0.5, ' });
  const kept = [...after.checked.sections.values()].filter((section) => before.has(section));
  expect(after.diagnostics).toEqual([]);
  expect(kept.length).toBeGreaterThanOrEqual(before.size - 4);
});
