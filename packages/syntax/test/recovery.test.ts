// One mistake, one message, and the rest of the file as if it were not there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../src/index.ts';
import { parseSections } from '../src/parse-sections.ts';
import { codes, compact, mistakes, parsed, randomFrom, randomLayout, randomTokens, source } from './support.ts';

const single: Readonly<Record<string, string>> = {
  'tree { height: }': 'missing-value []',
  'tree { height: * 3 }': 'missing-value []',
  'tree { height: 3 + }': 'missing-value []',
  'tree { height:\n at: (0, 1) }': 'missing-value []',
  'tree { height: 3 +\n at: (0, 1) }': 'missing-value []',
  'let a = 1 +\ntree { }': 'missing-value []',
  'let a =\nlet b = 3': 'missing-value []',
  'let a =\ntree { }': 'missing-value []',
  'let a = ()': 'missing-value []',
  'let a = 1 + if b then 2 else 3': 'missing-value [if]',
  'let a = f(radius: , center: 2)': 'missing-value []',
  'tree { height 9m, at: 1 }': 'missing-colon [height]',
  'tree { at (0, 1) pose: walk }': 'missing-colon [at]',
  'tree { pose walk, at: 1 }': 'missing-colon [pose]',
  'tree { rotation yaw(40) }': 'missing-colon [rotation]',
  'tree { height far\n at: 1 }': 'missing-colon [height]',
  'tree { height }': 'missing-colon [height]',
  'let a = disk(radius 4)': 'missing-colon [radius]',
  'let a = disk(center: b, radius c)': 'missing-colon [radius]',
  'prefab a(b Length) { }': 'missing-colon [b]',
  'tree { height = 3 }': 'equals-for-colon [=]',
  'tree { at = (0, -8), height = 4 }': 'equals-for-colon [=]|equals-for-colon [=]',
  'tree { at = (0, -8) height = 4 }': 'equals-for-colon [=]|equals-for-colon [=]',
  'let a = disk(radius = 3)': 'equals-for-colon [=]',
  'let a: 3m': 'colon-for-equals [:]',
  'let a 3m': 'missing-equals [a]',
  'let a': 'missing-equals [a]',
  'let a: Length\ntree { }': 'missing-equals [Length]',
  'let = 3': 'missing-name [=]',
  'let a = b.': 'missing-name []',
  'tree { at: b., height: 1 }': 'missing-name [,]',
  'use from "b"': 'missing-name [from]',
  'let for = 3': 'keyword-as-name [for]',
  'tree { use: 3, at: 1 }': 'keyword-as-name [use]',
  'for if in 0..3 { }': 'keyword-as-name [if]',
  'for for in 0..3 { }': 'keyword-as-name [for]',
  'tree then { at: 1 }': 'keyword-as-name [then]',
  'tree let { at: 1 }': 'keyword-as-name [let]',
  'tree if { at: 1 }': 'keyword-as-name [if]',
  'use let from "b"': 'keyword-as-name [let]',
  'use a as let from "b"': 'keyword-as-name [let]',
  'use a, for as b from "c"': 'keyword-as-name [for]',
  'prefab a(for: Length = 3) { }': 'keyword-as-name [for]',
  'tree { height: for, at: 1 }': 'missing-value [for]',
  'let a = (1 2)': 'missing-comma []',
  'let a = [1, 2 3 4]': 'missing-comma []|missing-comma []',
  'let a = view(1 2 3)': 'missing-comma []|missing-comma []',
  'let a = view(b 2 3)': 'missing-comma []|missing-comma []',
  'let a = max(b c)': 'missing-comma []',
  'let a = [(1, 2) (3, 4)]': 'missing-comma []',
  'let a = f(1 b: 2)': 'missing-comma []',
  'prefab a(b: Length c: Length) { }': 'missing-comma []',
  'let a = (1, 2,)': 'extra-comma [,]',
  'prefab a(b: Length,) { }': 'extra-comma [,]',
  'use a, from "b"': 'extra-comma [,]',
  'let a = [1,, 2]': 'extra-comma [,]',
  'tree { , height: 1 }': 'extra-comma [,]',
  'tree { }, bush { }': 'extra-comma [,]',
  tree: 'missing-body [tree]',
  'tree oak\nlet a = 1': 'missing-body [oak]',
  'tree oak bush { }': 'unexpected-token [bush]',
  'tree at: (0, 1), height: 3 }': 'missing-body [tree]',
  'tree }': 'missing-body [tree]',
  'for i in 0..5\ntree { }': 'missing-body [5]',
  'if a { } else\ntree { }': 'missing-body [else]',
  'for i in 0..5 tree { }': 'missing-body [5]',
  'for i in 0..5\n  tree { }\n  @a(1) bush { }\ntree { }': 'missing-body [5]',
  'for i in 0..5 do { }': 'unexpected-token [do]',
  'if a tree { } else { }': 'missing-body [a]',
  'tree oak tall { }': 'unexpected-token [tall]',
  'tree { at: (1, 2}, height: 3 }': 'mismatched-bracket [}]',
  'tree { height: 3 )\nbush { }': 'mismatched-bracket [)]',
  'let a = "b "c" d"': 'wrong-quote ["c"]',
  'tree { name: "a\nb" }': 'unterminated-text ["a\nb"]',
  'a := 3': 'foreign-operator [a :=]',
  'scatter 4 in disk()': 'missing-body [)]',
  'prefab a { }': 'missing-parentheses [a]',
  '@pixels tree { }': 'missing-parentheses [pixels]',
  'prefab a(b) { }': 'missing-type [b]',
  'prefab a(b: 3) { }': 'missing-type []',
  'prefab a(b = 3) { }': 'missing-type [b]',
  'prefab a(b = c, d) { }': 'missing-type [b]|missing-type [d]',
  'for i 0..5 { }': 'missing-keyword []',
  'scatter 4 disk() { }': 'missing-keyword []',
  'use a "b"': 'missing-keyword []',
  'use a from b': 'missing-keyword []',
  'use a from b\nc { }': 'missing-keyword []',
  'use a from b\nc d { }': 'missing-keyword []',
  'let a = if b then 3': 'incomplete-conditional []',
  'let a = if b 3 else 4': 'incomplete-conditional []',
  'let a = 1 == 2 == 3': 'chained-comparison [==]',
  'if a < b < c { tree { } }': 'chained-comparison [<]',
  'tree { } else { }': 'stray-else [else]',
  'else { tree { } }': 'stray-else [else]',
  '@a(1)\nlet b = 2': 'lonely-annotation [)]',
  'group { @a(1) }': 'lonely-annotation [)]',
  'height: 3': 'misplaced-property [height]',
  'for i in 0..5 { height: 3 }': 'misplaced-property [height]',
  'var x = 3': 'missing-let [var]',
  'group { use a from "b" }': 'misplaced-item [use]',
  'group { prefab a() { } }': 'misplaced-item [prefab]',
  'let a = b c': 'unexpected-token [c]',
  'let a = 1..2..3': 'unexpected-token [..]',
  '5': 'unexpected-token [5]',
  'tree { height: 2 m }': 'spaced-unit [2 m]',
  'for i in 0 m..5m { }': 'spaced-unit [0 m]',
  'for i in 0m..5 m { }': 'spaced-unit [5 m]',
  'if a < 5 m { }': 'spaced-unit [5 m]',
  'scatter 4 in b spacing 5 m { }': 'spaced-unit [5 m]',
  'let a = 30 m\ntree { }': 'spaced-unit [30 m]',
  'let a = 30 m\ntree oak { }': 'spaced-unit [30 m]',
  'let a = 30 deg tree { }': 'spaced-unit [30 deg]',
  'let a = .5 km': 'bare-decimal-point [.5]|spaced-unit [.5 km]',
  'let a = 1;': 'semicolon [;]',
  'tree { a: 1; b: 2 }': 'semicolon [;]',
  'let a = (1; 2)': 'semicolon [;]',
  'if a = b { }': 'foreign-operator [=]',
  'if a === b { }': 'foreign-operator [===]',
  'if !a { }': 'foreign-operator [!]',
  'let a = b || c': 'foreign-operator [||]',
  'let a = 5.': 'bare-decimal-point [5.]',
  'let a = (.5, 1)': 'bare-decimal-point [.5]',
  'let a = 2 × 3': 'unknown-character [×]',
  'tree ｛ height：3 }': 'unknown-character [｛]|unknown-character [：]',
  'let a = 30°': 'unknown-character [°]',
  'let a = $£3': 'unknown-character [$£]',
  'tree { größe: höhe }': 'unknown-character [öß]|unknown-character [ö]',
  'tree { height: 高さ }': 'unknown-character [高さ]',
  'tree { height: 3µm }': 'unknown-character [µ]',
  'tree { height: 3m² }': 'unknown-character [²]',
  'let a = "b\u0000c"': 'unknown-character [\u0000]',
  'let a = "\ud800"': 'unknown-character [\ud800]',
  "let a = 'b'": "wrong-quote ['b']",
  'let a = “b c”': 'wrong-quote [“b c”]',
  'let a = "b\\q"': 'bad-escape [\\q]',
  'tree { name: "abc, at: (1, 2) }\nbush { }': 'unterminated-text ["abc, at: (1, 2)]',
  'tree { a: f("abc), b: 2 }': 'unterminated-text ["abc), b: 2]',
  'let a = 1 /* b': 'unterminated-comment [/* b]',
  'tree { height: 3': 'unclosed-bracket [{]',
  'tree { at: (1, 2, height: 3 }': 'unclosed-bracket [(]',
  'tree { at: yaw(1, height: 3 }': 'unclosed-bracket [(]',
  'tree { at: (1, 2\nbush { }': 'unclosed-bracket [{]',
  'let a = (1, 2\nlet b = 3': 'unclosed-bracket [(]',
  'group {\n  tree { at: 1\n  bush { }\n}\nlamp { }': 'unclosed-bracket [{]',
  'group {\n  tree { at: (1, 2\n  bush { }\n}\nlamp { }': 'unclosed-bracket [(]',
  'tree { at: (1, 2] }': 'mismatched-bracket []]',
  'tree { } }': 'extra-bracket [}]',
  'let a = 1)': 'extra-bracket [)]',
  'let a = ]': 'extra-bracket []]',
};

describe('a single mistake', () => {
  test.each(Object.entries(single))('%s', (text, expected) => {
    expect(mistakes(text).join('|')).toBe(expected);
  });

  test.each(Object.entries(single))('%s: what stands around is read', (text, expected) => {
    const surrounded = `let first = 1\n${text}\nlet last = 2\nbush { a: 1 }\n`;
    const late = text.startsWith('use') ? 1 : 0;
    expect(codes(surrounded)).toHaveLength(expected.split(/\|(?=[a-z])/).length + late);
    const { items } = parsed(surrounded);
    expect(compact(items[0])).toBe('(let first 1)');
    expect(compact(items.slice(-2))).toBe('[(let last 2) (element bush (element-body [(field a 1)]))]');
  });
});

test('ten mistakes give ten messages', () => {
  const text = `let = 3
tree { height: }
bush { at (0, 1) }
for i 0..5 { tree { height = 3 } }
group {
  tree { at: (1 2), height: 2 m, pose: walk }
  bush { height: 1;
  }
  lamp { power: + 3 }
let a = 'text'
tree { height: 3 }
`;
  expect(codes(text)).toEqual([
    'missing-name',
    'missing-value',
    'missing-colon',
    'missing-keyword',
    'equals-for-colon',
    'unclosed-bracket',
    'missing-comma',
    'spaced-unit',
    'semicolon',
    'unexpected-token',
    'wrong-quote',
  ]);
});

test('of a section with more mistakes than a program has, each line tells its first', () => {
  const lines = (count: number): string =>
    `group {\n${'  tree { at = 1, height = 2 m }\n'.repeat(count)}}\nlet a = 3 m\n`;
  expect(codes(lines(16))).toHaveLength(16 * 3 + 1);
  // The fiftieth is the second of the seventeenth line.
  expect(codes(lines(40))).toHaveLength(50 + 23 + 1);
});

test('a hole stands where text is missing', () => {
  const tree = (text: string): string => compact(parsed(text).items);
  expect(tree('tree { height: , at: 1 }')).toBe(
    '[(element tree (element-body [(field height (missing)) (field at 1)]))]',
  );
  expect(tree('let = 3')).toBe('[(let _ 3)]');
  expect(tree('let a = 2 *')).toBe('[(let a (chain product 2 [(* (missing))]))]');
  expect(tree('tree { pose walk }')).toBe('[(element tree (element-body [(field pose walk)]))]');
  expect(tree('tree { height: 2 m }')).toBe('[(element tree (element-body [(field height 2m)]))]');
  expect(compact(parsed('use a from').imports)).toBe('[(import [(imported-name a)] (missing))]');
});

test('a word that cannot be a name is read as one that says nothing', () => {
  const tree = (text: string): string => compact(parsed(text).items);
  expect(tree('let höhe = 3')).toBe('[(let _ 3)]');
  expect(tree('tree { für: 1, for: 2 }')).toBe('[(element tree (element-body [(field _ 1) (field _ 2)]))]');
  expect(tree('let a = höhe + b.')).toBe('[(let a (chain sum (missing) [(+ (missing))]))]');
  expect(tree('tree { height: 3µm }')).toBe('[(element tree (element-body [(field height 3)]))]');
});

test('a unit apart from its number is a name where it names something', () => {
  expect(codes('let a = 3 m { }')).toEqual([]);
  expect(codes('let a = 3\nm oak { }')).toEqual([]);
  expect(codes('tree { a: 3 m: 4 }')).toEqual([]);
  expect(codes('let m = 3 let a = m + 2')).toEqual([]);
});

test('an element without a body leaves none, so that nothing else is said about it', () => {
  expect(parsed('tree oak\nlet a = 1').items.map(({ kind }) => kind)).toEqual(['let']);
});

test('whatever is done to a program, parsing ends with a tree', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const tokens = randomTokens(random);
      for (let i = random(4); i >= 0; i--) mutate(tokens, random);
      const text = randomLayout(random, tokens);
      const { value } = parse(source(text));
      let at = 0;
      for (const { start, end } of value.sections) {
        expect(text.slice(at, start).trim()).toBe('');
        at = end;
      }
      expect(at).toBe(text.length);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('the window through which a text is read changes nothing', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const tokens = randomTokens(random);
      for (let i = random(3); i > 0; i--) mutate(tokens, random);
      const text = randomLayout(random, tokens);
      const whole = parseSections('test.dio', text, 0, text.length, Number.POSITIVE_INFINITY);
      for (const window of [1, 10, 60, 300]) {
        const sections = parseSections('test.dio', text, 0, text.length, window);
        expect(JSON.stringify(sections)).toBe(JSON.stringify(whole));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

const STRAYS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ',',
  ':',
  '=',
  '"',
  "'",
  '/*',
  '@',
  'else',
  'if',
  'let',
  ';',
  '&&',
  '×',
  '1 m',
];

function mutate(tokens: string[], random: (below: number) => number): void {
  const at = random(tokens.length + 1);
  const kind = random(3);
  if (kind === 0) tokens.splice(at, 1);
  else if (kind === 1) tokens.splice(at, 0, STRAYS[random(STRAYS.length)] as string);
  else tokens.splice(at, 2, ...tokens.slice(at, at + 2).reverse());
}

test('noise is read quickly', () => {
  const random = randomFrom(7);
  const noise = Array.from({ length: 200_000 }, () => String.fromCharCode(random(256))).join('');
  const brackets = Array.from({ length: 200_000 }, () => '(){}[],:=+-*/<>.@? \na1"'.charAt(random(23))).join('');
  const signs = Array.from({ length: 200_000 }, () => '\n'.repeat(+!random(60)) + String.fromCharCode(32 + random(95)));
  for (const text of [
    noise,
    brackets,
    signs.join(''),
    'tree {\n'.repeat(30_000),
    '/*\n'.repeat(60_000),
    `let a = "${'\\n'.repeat(100_000)}`,
  ]) {
    const before = performance.now();
    parse(source(text));
    expect(performance.now() - before).toBeLessThan(10_000);
  }
}, 60_000);
