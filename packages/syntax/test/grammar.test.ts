import { describe, expect, test } from 'vitest';
import { DioramaParser } from '../src/grammar.ts';
import { grammarProductions } from '../src/index.ts';
import { compact, parsed } from './support.ts';

test('two tokens of lookahead decide everywhere', () => {
  expect(() => new DioramaParser({ validate: true })).not.toThrow();
});

test('each production of the language is a rule', () => {
  expect(Object.keys(grammarProductions()).join(' ')).toBe(
    'program import_ imported item let_ type prefab param body statement annotation element elementBody field for_ if_ ' +
      'scatter expression or_ and_ not_ compare range sum product unary postfix primary argument name',
  );
});

const items: Readonly<Record<string, string>> = {
  'let far = 30m': '(let far 30m)',
  'let far: List[Range[Length]] = []': '(let far (type-name List (type-name Range (type-name Length))) (list))',
  'prefab thicket() { }': '(prefab thicket (body))',
  'prefab t(count: Integer = 8, radius: Length) { let a = 1 bush {} }':
    '(prefab t [(parameter count (type-name Integer) 8) (parameter radius (type-name Length))] ' +
    '(body [(let a 1) (element bush (element-body))]))',
  'tree oak { at: (0, -8), height: 9m bush { } let a = 1 }':
    '(element tree oak (element-body [(field at (tuple [0 (negation 8)])) (field height 9m) ' +
    '(element bush (element-body)) (let a 1)]))',
  '@pixels(1582) @note("a", -2) tree { }':
    '(element [(annotation pixels [1582]) (annotation note ["a" (negation 2)])] tree (element-body))',
  'for i in 0..<5 step 2 { }': '(for i (range 0 5 false) 2 (body))',
  'for step in step step step { }': '(for step step step (body))',
  'if a { } else if b { } else { tree { } }': '(if a (body) (if b (body) (body [(element tree (element-body))])))',
  'scatter 40 in disk(radius: 12) spacing 0.8 { }': '(scatter 40 (call disk [(argument radius 12)]) 0.8~ (body))',
  'use thicket, far as horizon from "plants.dio"':
    '(import [(imported-name thicket) (imported-name far horizon)] "plants.dio")',
  'use from as as from ""': '(import [(imported-name from as)] "")',
};

describe('items', () => {
  test.each(Object.entries(items))('%s', (text, tree) => {
    const { imports, items } = parsed(text);
    expect(compact([...imports, ...items])).toBe(`[${tree}]`);
  });
});

const expressions: Readonly<Record<string, string>> = {
  '1.5e-3km': '0.0015km~',
  '30%': '30%',
  '2em': '2em',
  '007': '7',
  '"a\\n\\u00e9\\"\\/"': '"a\\né\\"/"',
  '#a1B2c3': '(color #a1B2c3)',
  '?': '(hole)',
  'true and false': '(chain and (boolean true) [(and (boolean false))])',
  'a or b and not c or d': '(chain or a [(or (chain and b [(and (not c))])) (or d)])',
  'a < b + 1': '(comparison < a (chain sum b [(+ 1)]))',
  'a - b + c * d / e': '(chain sum a [(- b) (+ (chain product c [(* d) (/ e)]))])',
  '-a * -b': '(chain product (negation a) [(* (negation b))])',
  '-a..b + 1': '(range (negation a) (chain sum b [(+ 1)]) true)',
  '(a)': '(parenthesized a)',
  '(1, 2, 3)': '(tuple [1 2 3])',
  '[]': '(list)',
  '[1, (2)]': '(list [1 (parenthesized 2)])',
  'f()': '(call f)',
  'f(1, radius: 2, (3, 4))': '(call f [(argument 1) (argument radius 2) (argument (tuple [3 4]))])',
  'oak.at.x': '(access oak [(member at) (member x)])',
  'steps(0..1, 3)[i + 1].from':
    '(access (call steps [(argument (range 0 1 true)) (argument 3)]) [(index (chain sum i [(+ 1)])) (member from)])',
  'if a then 1 else if b then 2 else 3': '(conditional a 1 (conditional b 2 3))',
};

describe('expressions', () => {
  test.each(Object.entries(expressions))('%s', (text, tree) => {
    const [item] = parsed(`let x = ${text}`).items;
    expect(item?.kind === 'let' && compact(item.value)).toBe(tree);
  });
});

test('spans cover what was written', () => {
  const text = '@a(1) tree oak { at: (1, 2) } // end';
  const [item] = parsed(text).items;
  expect(text.slice(item?.start, item?.end)).toBe('@a(1) tree oak { at: (1, 2) }');
  const field = item?.kind === 'element' ? item.body.entries[0] : undefined;
  expect(text.slice(field?.start, field?.end)).toBe('at: (1, 2)');
});

test('sums, logic and access nest nothing, so length is no depth', () => {
  for (const text of [`1${' + 1'.repeat(50_000)}`, `a${' or a'.repeat(50_000)}`, `a${'.b'.repeat(50_000)}`]) {
    const [item] = parsed(`let x = ${text}`).items;
    expect(item?.kind === 'let' && item.value.kind).toMatch(/chain|access/);
  }
});
