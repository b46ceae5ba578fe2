// Why a lexeme is refused, in the codes of the checker.
import { CHECKER_PAGES } from '@diorama/checker';
import { SYNTAX_PAGES } from '@diorama/syntax';
import { expect, test } from 'vitest';
import { expected, explain, explainAt } from '../src/index.ts';
import { follow, testCatalog } from './support.ts';

const CODES: ReadonlySet<string> = new Set([...CHECKER_PAGES, ...SYNTAX_PAGES].map(({ code }) => code));

test.each([
  ['tree { at: (0, -8), heigth', ': 4 }', 'unknown-property'],
  ['tree { at: (0, -8), height: 4, height', ': 4 }', 'repeated-property'],
  ['camera { target: (0, 1), pitch', ': 4 }', 'exclusive-properties'],
  ['tree { at: (0, -8) }', '', 'missing-property'],
  ['tree { at: (0, -8), height: 30deg }', '', 'wrong-dimension'],
  ['tree { at: (0, -8), height: 3furlong', '}', 'unknown-unit'],
  ['tree { at: (0, -8), height: 300m }', '', 'out-of-range'],
  ['tree { at: (0, -8), height: tall', '}', 'unknown-name'],
  ['tre', '{ }', 'unknown-kind'],
  ['sky { } sky', '{ }', 'repeated-setting'],
  ['for i in 0..3 { sky', '{ } }', 'misplaced-setting'],
  ['let a = 1 let a', '= 2', 'duplicate-name'],
  ['let walk', '= 2', 'word-as-name'],
  ['prefab tree', '() { }', 'kind-as-name'],
  ['prefab p(at', ': Length) { }', 'reserved-parameter'],
  ['prefab p() { p', '{ } }', 'recursion'],
  ['tree { at: (0, -8), height: 4 bush', '{ } }', 'no-children'],
  ['tree { at: (0, -8), height: 4, appearance: embedding', '(0) }', 'no-embeddings'],
  ['bush { at: (0, -8), height: 4, appearance: asset("tree/oak"', ') }', 'wrong-class'],
  ['tree { at: (0, -8), height: 4 / 0', ' }', 'division-by-zero'],
  ['for x in 0m..3m {', '}', 'loop-step'],
  ['let there = (1, 2) group { at: (0, 0) tree { at: there }', '', 'mixed-frames'],
  ['carnivore { at: (0, -8), height: 1, pose: fly', '}', 'unknown-word'],
  ['let x: List =', '1', 'type-argument'],
  ['@pixels(2) group', '{ }', 'misused-annotation'],
  ['sphere { at: (0, 1), color: #12', '}', 'invalid-color'],
])('%s⟨…%s⟩ is %s', (text, _rest, code) => {
  const { state, refused } = follow(text, testCatalog());
  const lexeme = refused ?? { type: 'RightBrace', text: '}' };
  const refusal = explain(state, lexeme);
  expect(refusal?.code).toBe(code);
  expect(CODES.has(code)).toBe(true);
});

test('a diagnostic offers what was probably meant', () => {
  const { state, refused } = follow('tree { at: (0, -8), heigth: 4 }');
  expect(refused?.text).toBe('heigth');
  const place = { file: 'main.dio', start: refused?.start ?? 0, end: refused?.end ?? 0 };
  const diagnostic = explainAt(state, refused, place);
  expect(diagnostic?.primary.message).toContain('did you mean height?');
  expect(diagnostic?.fixes[0]?.edits).toEqual([{ start: 20, end: 26, text: 'height' }]);
});

test('what is accepted needs no explanation', () => {
  const { state } = follow('tree { at: (0, -8), ');
  expect(explain(state, { type: 'Identifier', text: 'height' })).toBeUndefined();
  expect(expected(state)).toBe(expected(state));
});
