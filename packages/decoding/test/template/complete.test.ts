// Templates: what is written stays, what is filled in checks, and there is always a way on.
import { describe, expect, test } from 'vitest';
import { type CompleteOptions, complete } from '../../src/template/index.ts';
import { FIXTURES, TOKENIZERS } from '../tokenizers.ts';
import { constrain, draw, faultsOf, idsOf, keeps } from './support.ts';

const vocabulary = FIXTURES['byte-level'].load();

interface Case {
  readonly program: string;
  readonly options?: Partial<CompleteOptions>;
  /**
   * The tokens to spare, for each drawing. Many where the checker is asked about values: with few it is asked about every
   * token. Few for expressions, of which random ones do not end.
   */
  readonly extra?: readonly number[];
}
const CASES: readonly Case[] = [
  { program: 'tree { at: (0, -8), height: ? }\n' },
  { program: '// a tree\ntree   oak{at:(?, -8),\n\theight:? /* here */ }' },
  { program: 'sphere { at: (0, 0), radius: 1, color: ? }\n', extra: [170] },
  { program: 'camera { near: ?, far: 5m }\n' },
  { program: 'let a = ?\nsphere { at: (0, 0), radius: a }\n', extra: [170] },
  { program: 'sphere { at: (0, 0), radius: ? * 2m }\n' },
  { program: 'let a = ?\nlet b = ?\nsphere { at: (0, 0), radius: a - b }\n', extra: [170] },
  { program: 'for i in 0..3 { sphere { at: (i * ?, 0), radius: 1 } }\n', extra: [170] },
  { program: 'scatter ? in disk(radius: ?) { bush { height: 1 } }\n', extra: [170] },
  { program: 'prefab p(r: Length = ?) { sphere { at: (0, 0), radius: r } }\np { at: (8, -3), r: ? }\n', extra: [170] },
  { program: 'let s = ?\ntree { at: (0, 0), height: 4, appearance: like(s) }\n', extra: [170] },
  { program: 'sphere { at: (0, 0), radius: ? }\nlet a = 2m\n', options: { holes: 'expressions' }, extra: [5] },
  {
    program: 'let a = 2m\nsphere { at: (a, 0), radius: if true then ? else a }',
    options: { holes: 'expressions' },
    extra: [5],
  },
  { program: 'tree { at: (0, -8), height: ? }', options: { openEnd: true } },
  { program: 'let a = ?\nsphere { at: (0, 0), radius: a }', options: { openEnd: true, layout: 'free' }, extra: [170] },
  { program: '', options: { openEnd: true } },
];

describe.each([FIXTURES['byte-level'], FIXTURES.sentencepiece])('drawing at random with $name', (fixture) => {
  const vocabulary = fixture.load();
  // The checker's part is the same for all vocabularies.
  const cases =
    fixture === FIXTURES.sentencepiece ? CASES.filter(({ extra }) => extra === undefined).slice(0, 3) : CASES;
  test.each(cases)(
    '$program',
    ({ program, options, extra = [0, 15] }) => {
      const constraint = constrain(vocabulary, program, options);
      const least = constraint.need(constraint.start());
      for (const [seed, spare] of extra.entries()) {
        const budget = least + spare;
        const text = draw(constraint, seed, budget);
        expect({ text, faults: faultsOf(text, program) }).toEqual({ text, faults: [] });
      }
    },
    60_000,
  );
});

describe.each([TOKENIZERS.llama3, TOKENIZERS.gemma3])('with $name', ({ skipped, load }) => {
  test.skipIf(skipped !== undefined)(
    'a value of which use is made, and one of which none is',
    { timeout: 60_000 },
    () => {
      const program = 'let a = ?\ncarnivore { at: (0, -8), height: a, pose: ? }\n';
      const constraint = constrain(load(), program);
      const text = draw(constraint, 1, constraint.need(constraint.start()) + 170);
      expect({ text, faults: faultsOf(text, program) }).toEqual({ text, faults: [] });
    },
  );
});

/** Where in a completion the mask is held against `accept` of every token. */
const EXACT: readonly (readonly [program: string, prefix: string])[] = [
  ['tree { at: (0, -8), height: ? }\n', 'tree { at: (0, -8), height: '],
  ['tree { at: (0, -8), height: ? }\n', 'tree { at: (0, -8), height: 1'],
  ['tree { at: (0, -8), height: ? }\n', 'tree { at: (0, -8)'],
  ['sphere { at: (0, 0), radius: 1, color: ? }\n', 'sphere { at: (0, 0), radius: 1, color: #12345'],
];

describe('masks', () => {
  test.each(EXACT)(
    '%s behind %s',
    (program, prefix) => {
      const constraint = constrain(vocabulary, program);
      let state = constraint.start();
      for (const letter of prefix) {
        const id = Array.from({ length: vocabulary.size }, (_, one) => one).find(
          (one) => vocabulary.bytes(one).length === 1 && vocabulary.bytes(one)[0] === letter.charCodeAt(0),
        ) as number;
        const next = constraint.accept(state, id);
        if (next === undefined) throw new Error(`refused behind ${constraint.text(state)}`);
        state = next;
      }
      const accepted = Array.from({ length: vocabulary.size }, (_, id) => id).filter((id) =>
        constraint.allows(state, id),
      );
      expect(idsOf(constraint, state)).toEqual(accepted);
    },
    60_000,
  );
});

test('what is written is forced', () => {
  const constraint = constrain(vocabulary, '// é\ntree { at: (0, -8), height: ? }\n');
  const start = constraint.start();
  expect(new TextDecoder().decode(constraint.forced(start))).toBe('// é\ntree { at: (0, -8), height: ');
  let state = start;
  for (const id of constraint.forcedTokens(start)) state = constraint.accept(state, id) as typeof state;
  expect('// é\ntree { at: (0, -8), height: '.startsWith(constraint.text(state))).toBe(true);
  expect(constraint.text(state).length).toBeGreaterThan(20);
});

test('a budget that is too small is refused, and the least is named', () => {
  const constraint = constrain(vocabulary, 'tree { at: (0, -8), height: ? }\n');
  const least = constraint.need(constraint.start());
  expect(() => constraint.start(least - 1)).toThrow(`it needs ${least}`);
  expect(constraint.start(least).budget).toBe(least);
});

describe('programs that cannot be completed', () => {
  test.each([
    ['tree { height: ', 0],
    ['tree { at: (0, 0), hight: ? }', 0],
    ['let heights: List[Length] = ?\nfor h in heights { sphere { at: (0, 0), radius: h } }', 28],
  ])('%s', (program, least) => {
    const { value, diagnostics } = complete(vocabulary, program);
    expect(value).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { primary } of errors) expect(primary.start).toBeGreaterThanOrEqual(least);
  });
});

test('the lexemes of a template are looked for in their order', () => {
  expect(keeps('a { b: 1 }', 'a { b: ? }')).toBe(true);
  expect(keeps('a { c: 1 }', 'a { b: ? }')).toBe(false);
});
