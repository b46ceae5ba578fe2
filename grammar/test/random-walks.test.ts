// The states' own language, sampled: always taking something from what is expected gives programs without errors.
import { describe, expect, test } from 'vitest';
import { admits, expected, type Lexeme, start, step } from '../src/index.ts';
import { LIMITS, OF_VALUES } from './left-to-checker.ts';
import { Lost, MIXED, PLAIN, randomWalk, type Style, seeded } from './random-walk.ts';
import { diagnose, testCatalog } from './support.ts';

const catalog = testCatalog();
/** Milliseconds that a test of many programs may take on a busy machine. */
const SLOW = 60_000;

describe('core form', () => {
  test.each(blocks(400))(
    'walks %i to %i have no errors of any sort',
    (from, to) => {
      const origin = start(catalog, { core: true });
      for (let seed = from; seed < to; seed += 1) {
        const { text } = randomWalk(origin, seeded(seed), 90, PLAIN);
        expect(errorsOf(text), text).toEqual([]);
      }
    },
    SLOW,
  );
});

describe.each([
  ['plain programs', PLAIN, 100, 700],
  ['programs full of arithmetic', MIXED, 40, 700],
] as const)('%s', (_, style, length, count) => {
  test.each(blocks(count))(
    'walks %i to %i have no errors but of values',
    (from, to) => {
      for (let seed = from; seed < to; seed += 1) checkWalk(seed, length, style);
    },
    SLOW,
  );
});

function checkWalk(seed: number, length: number, style: Style): void {
  try {
    const { text } = randomWalk(start(catalog), seeded(seed), length, style);
    const errors = errorsOf(text);
    // What follows from a value that has none is no mistake of its own.
    const [first] = errors;
    if (first !== undefined)
      expect(OF_VALUES.has(first) || LIMITS.has(first), `${seed}: ${errors.join()}: ${text}`).toBe(true);
  } catch (thrown) {
    if (!(thrown instanceof Lost)) throw thrown;
  }
}

function errorsOf(text: string): readonly string[] {
  return diagnose(text)
    .filter(({ severity }) => severity === 'error')
    .sort((a, b) => a.primary.end - b.primary.end)
    .map(({ code }) => code);
}

function blocks(count: number): readonly (readonly [number, number])[] {
  const size = 100;
  return Array.from({ length: count / size }, (_, index) => [index * size, (index + 1) * size] as const);
}

test(
  'a lexeme can be stepped over exactly if an expectation admits it',
  () => {
    const pool: readonly Lexeme[] = [
      ...['let', 'prefab', 'for', 'if', 'then', 'else', 'in', 'and', 'not', 'true', 'use', 'scatter'].map(keyword),
      ...['step', 'spacing', 'from', 'as'].map(keyword),
      ...[
        'tree',
        'scene',
        'group',
        'at',
        'height',
        'pose',
        'walk',
        'fly',
        'a',
        'oak',
        'x',
        'top',
        'yaw',
        'pick',
        'Length',
        'Range',
      ].map((text) => ({ type: 'Identifier', text })),
      ...['pixels', 'note', 'radius', 'far', 'thicket', 'n1', 'embedding', 'asset', 'like', 'image', 'min'].map(
        (text) => ({
          type: 'Identifier',
          text,
        }),
      ),
      ...['0', '4', '1.5', '2m', '30deg', '50%', '3furlong', '1e999'].map((text) => ({ type: 'Number', text })),
      ...['"x"', '""', '"tree/oak"', '"bush/fern"', '"three.safetensors"', '"plants.dio"', '"\\q"'].map((text) => ({
        type: 'Text',
        text,
      })),
      ...['#a1b2c3', '#12'].map((text) => ({ type: 'Color', text })),
      ...Object.entries(PUNCTUATION).map(([type, text]) => ({ type, text })),
    ];
    let compared = 0;
    for (const core of [true, false]) {
      for (let seed = 0; seed < 40; seed += 1) {
        let state = start(catalog, { core });
        for (const lexeme of walkOf(seed, core)) {
          const expectations = expected(state);
          for (const one of pool) {
            const admitted = expectations.some((expectation) => admits(expectation, one));
            compared += 1;
            if ((step(state, one) !== undefined) === admitted) continue;
            expect.fail(
              `${one.text} before ${lexeme.text} in walk ${seed} is ${admitted ? 'expected and' : 'not expected but not'} refused`,
            );
          }
          state = step(state, lexeme) ?? state;
        }
      }
    }
    expect(compared).toBeGreaterThan(100_000);
  },
  SLOW,
);

function walkOf(seed: number, core: boolean): readonly Lexeme[] {
  try {
    return randomWalk(start(catalog, { core }), seeded(seed), 30, MIXED).lexemes;
  } catch (thrown) {
    if (thrown instanceof Lost) return [];
    throw thrown;
  }
}

function keyword(text: string): Lexeme {
  return { type: text.charAt(0).toUpperCase() + text.slice(1), text };
}
const PUNCTUATION = {
  LeftBrace: '{',
  RightBrace: '}',
  LeftParenthesis: '(',
  RightParenthesis: ')',
  LeftBracket: '[',
  RightBracket: ']',
  Comma: ',',
  Colon: ':',
  Dot: '.',
  DotDot: '..',
  Plus: '+',
  Minus: '-',
  Star: '*',
  Slash: '/',
  EqualEqual: '==',
  Less: '<',
  Equal: '=',
  At: '@',
  Question: '?',
};
