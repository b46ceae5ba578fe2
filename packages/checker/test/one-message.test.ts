// One mistake gives one message, wherever it stands; ten independent mistakes give ten.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOG, checkText } from './support.ts';

/** Expressions with one mistake, where a Length is expected; without a code, what it is depends on the place. */
const EXPRESSIONS: readonly (readonly [expression: string, code: string])[] = [
  ['nowhere', 'unknown-name'],
  ['"a text"', ''],
  ['45deg', ''],
  ['(0, 0)', ''],
  ['(2m + 3deg)', 'mixed-dimensions'],
  ['(2m * 3m)', 'mixed-dimensions'],
  ['3metres', 'unknown-unit'],
  ['nothing(3)', 'unknown-function'],
  ['min(1m)', 'missing-argument'],
  ['abs(1m, 2m)', 'too-many-arguments'],
  ['abs(nombre: 1m)', 'unknown-argument'],
  ['sin("a")', 'wrong-type'],
  ['round(3m)', 'wrong-dimension'],
  ['random(1m)', 'wrong-draw'],
  ['pick([])', 'empty-choice'],
  ['random(5m..3m)', 'empty-choice'],
  ['(1m / 0)', 'division-by-zero'],
  ['[1m, 2m][5]', 'index-out-of-range'],
  ['[1m, 2m][0.5]', 'not-an-integer'],
  ['[1m, "a"][0]', 'wrong-type'],
  ['(1, 2).w', 'unknown-member'],
  ['(1, 2, 3, 4).x', 'long-tuple'],
  ['1e999', 'not-finite'],
  ['(if 3 then 1m else 2m)', 'wrong-type'],
  ['(if true then 1m else "a")', 'different-branches'],
  ['((0, 0) + 3m).x', 'impossible-sum'],
  ['sqrt(-1) * 1m', 'out-of-range'],
  ['clamp(1m, 3m, 2m)', 'reversed-bounds'],
  ['walk', 'stray-word'],
  ['distance((0, 0), "a")', 'wrong-type'],
  ['(1m < "a")', 'wrong-type'],
  ['-"a"', 'wrong-type'],
  ['true * 2m', 'wrong-type'],
  ['"a"[0]', 'wrong-type'],
  ['steps(0m..1m, 1)[0]', 'out-of-range'],
];

/** Where an expression may stand. `$` is its place, `#` a number that makes names unique. */
const PLACES: readonly string[] = [
  'tree { at: (0, 0), height: $ }',
  'tree { at: ($, 0), height: 4 }',
  'tree { at: (0, 0) + ($, 0, 0), height: 4 }',
  'tree { at: (0, 0), height: 1 + $ }',
  'tree { at: (0, 0), height: -($) }',
  'tree { at: (0, 0), height: $ * 2 }',
  'tree { at: (0, 0), height: 4, rotation: yaw($ / 1m * 1deg) }',
  'tree { at: (0, 0), height: max($, 4m) }',
  'tree { at: (0, 0), height: clamp(1m, 0m, $) }',
  'tree { at: (0, 0), height: [4m, $][0] }',
  'tree { at: (0, 0), height: pick([4m, $]) }',
  'tree { at: (0, 0), height: random(1m..$) }',
  'tree { at: (0, 0), height: if true then $ else 4m }',
  'tree { at: (0, 0), height: if $ < 3m then 4m else 5m }',
  'tree { at: (0, 0), height: if not ($ < 3m) and true then 4m else 5m }',
  'let _v#: Length = $',
  'let _v# = $ + 1m',
  'let v# = $ tree { at: (v#, v#), height: v# + 3m }',
  'let v#: Length = $ tree { at: (v#, v#), height: v# }',
  'let v# = [$] for i in v# { tree { at: (i, 0), height: v#[0] } }',
  'group { at: (0, 0) tree { height: $ } }',
  'group { at: ($, 0) tree { height: 4 } }',
  'group { at: (0, 0) let x = $ tree oak { at: (x, 0), height: x } tree { at: oak.at, height: oak.height } }',
  'prefab p#() { tree { height: $ } } p# { at: (0, 0) } p# { at: (1, 0) }',
  'prefab p#(x: Length = $) { tree { height: x } } p# { at: (0, 0) } p# { at: (0, 0), x: 3m }',
  'prefab p#(x: Length) { tree { height: x } } p# { at: (0, 0), x: $ }',
  'for i in 0..3 { tree { at: (i * 1m, 0), height: $ } }',
  'for i in [1m, $] { tree { at: (i, 0), height: i } }',
  'for i in 0m..$ step 1m { tree { at: (i, 0), height: 4 } }',
  'for i in 0m..3m step $ { tree { at: (i, 0), height: 4 } }',
  'if $ > 3m { tree { at: (0, 0), height: 4 } } else { tree { at: (0, 0), height: 3 } }',
  'if true { if false { } else { tree { at: (0, 0), height: $ } } }',
  'scatter 3 in disk(radius: $) { bush { height: 1 } }',
  'scatter 3 in disk(radius: 3) spacing $ { bush { height: 1 } }',
  'scatter 3 in path([(0, 0), (1, $)], width: 3) { bush { height: 1 } }',
  'scatter 3 in disk(radius: 3) { bush { height: $ } }',
  'scatter 3 in disk(radius: 3) { group { for i in 0..2 { if i > 0 { bush { height: $ } } } } }',
  'tree oak# { at: (0, 0), height: $ } bird { at: oak#.top, height: 1 } tree { at: oak#.at, height: oak#.height }',
];

/** Statements with one mistake. */
const STATEMENTS: readonly (readonly [statement: string, code: string])[] = [
  ['tree { at: (0, 0), hieght: 4 }', 'unknown-property'],
  ['tree { at: (0, 0), height: 4, qwertz: nowhere }', 'unknown-property'],
  ['tree { at: (0, 0) }', 'missing-property'],
  ['tree { at: (0, 0), height: 4, height: 5 }', 'repeated-property'],
  ['tree { at: (0, 0), height: 300 }', 'out-of-range'],
  ['tree { at: (0, 0), height: random(-1..1) }', 'out-of-range'],
  ['for i# in 0..3 { tree { at: (0, 0), height: i# * 1m } }', 'out-of-range'],
  ['tre { at: (0, 0), height: 4 }', 'unknown-kind'],
  ['qwertz# label# { height: nowhere tree { height: 4 } } tree { at: label#.at, height: 4 }', 'unknown-kind'],
  ['tree label# { at: (0, 0), height: "a" } tree { at: label#.at, height: label#.height }', 'wrong-type'],
  ['carnivore { at: (0, 0), height: 1, pose: wlak }', 'unknown-word'],
  ['carnivore { at: (0, 0), height: 1, pose: graze }', 'unknown-word'],
  ['tree { at: (0, 0), height: 4, rotation: 40 }', 'wrong-type'],
  ['tree { at: (1, 0), height: 4, rotation: facing((1, 0)) }', 'no-direction'],
  ['group { at: (1, 0), rotation: facing((1, 0)) }', 'no-direction'],
  ['tree { at: (0, 0), height: 4, rotation: quaternion(0, 0, 0, 0) }', 'zero-rotation'],
  ['box { at: (0, 0), color: #12 }', 'invalid-color'],
  ['tree { at: (0, 0), height: 4, appearance: asset("tree/oka") }', 'unknown-asset'],
  ['tree { at: (0, 0), height: 4, appearance: asset("oak") }', 'malformed-asset-id'],
  ['tree { at: (0, 0), height: 4, appearance: asset("bush/fern") }', 'wrong-class'],
  ['tree { at: (0, 0), height: 4, appearance: embedding(0) }', 'no-embeddings'],
  ['for x# in 5 { tree { at: (0, 0), height: x# * 1m } }', 'not-iterable'],
  ['for x# in 0m..5m { tree { at: (x#, 0), height: 4 } }', 'loop-step'],
  ['for x# in 0..5 step 0 { tree { at: (0, 0), height: x# * 1m } }', 'loop-step'],
  ['for x# in nowhere { tree { at: (x#, 0), height: x# } }', 'unknown-name'],
  ['scatter 2.5 in disk(radius: 3) { bush { height: 1 } }', 'not-an-integer'],
  ['scatter 3 in nowhere { bush { height: 1 } }', 'unknown-name'],
  ['scatter -3 in disk(radius: 3) { bush { height: 1 } }', 'out-of-range'],
  ['if nowhere { box { at: (0, 0) } }', 'unknown-name'],
  ['let d#: Lenght = 3m tree { at: (d#, 0), height: d# }', 'unknown-type'],
  ['let d#: List = [3m] tree { at: (d#[0], 0), height: d#[0] }', 'type-argument'],
  ['let d# = 1m let d# = 2m tree { at: (d#, 0), height: d# }', 'duplicate-name'],
  ['let d# = d# + 1m tree { at: (d#, 0), height: 4 }', 'declared-below'],
  ['let walk = 1m tree { at: (walk, 0), height: 4 }', 'word-as-name'],
  ['let d# = 3m box { at: (0, 0) }', 'unused-let'],
  ['tree { at: (0, 0), height: 4 box { at: (0, 0) } }', 'no-children'],
  ['@pixel(3) tree { at: (0, 0), height: 4 }', 'unknown-annotation'],
  ['@pixels(1, 2) tree { at: (0, 0), height: 4 }', 'misused-annotation'],
  ['tree { at: (0, 0), height: height * 2 }', 'property-as-name'],
  ['tree { at: (1, 2) + (3, 4) * "a", height: 4 }', 'wrong-type'],
  ['for i# in 4..0 { box { at: (0, 0) } }', 'empty-range'],
];

/** Where a statement may stand. */
const BLOCKS: readonly string[] = [
  '$',
  'group { at: (0, 0) $ }',
  'for n# in 0..3 { $ }',
  'if true { $ }',
  'if false { } else { $ }',
  'scatter 3 in disk(radius: 3) { $ }',
  'prefab q#() { $ } q# { at: (0, 0) } q# { at: (1, 0) }',
  'prefab q#(n: Integer) { for i in 0..n { group { $ } } } for i in 0..3 { q# { at: (0, 0), n: i } }',
  'group { at: (0, 0) group { for n# in 0..2 { if n# > 0 { $ } } } }',
];

const options = { catalog: CATALOG };
const fill = (template: string, content: string, number: number) =>
  template
    .replaceAll('$', () => content)
    .replaceAll('#', (_, at, text) =>
      /^[0-9a-fA-F]{2}/.test(text.slice(at + 1)) && /[ :]/.test(text[at - 1] ?? '') ? '#' : String(number),
    );
const codesOf = (text: string, files = {}) =>
  checkText(text, { ...options, files }).diagnostics.map(({ code }) => code);

/** A let without a written type may be of any: then the mistakes are in its uses. */
function placesOf(code: string): readonly string[] {
  return code === '' ? PLACES.filter((place) => !/let (v#|x) = /.test(place)) : PLACES;
}

function checkOne(text: string, code: string): void {
  const found = codesOf(text);
  expect(found, text).toEqual([code === '' ? found[0] : code]);
}

describe('one mistake, one message', () => {
  test.each(EXPRESSIONS)('%s, wherever a value stands', (expression, code) => {
    for (const place of placesOf(code)) checkOne(fill(place, expression, 1), code);
  });

  test.each(STATEMENTS)('%s, in every block', (statement, code) => {
    for (const block of BLOCKS) checkOne(fill(block, fill(statement, '', 1), 1), code);
  });

  test.each(EXPRESSIONS)('%s, in places of all blocks', (expression, code) => {
    for (const [index, block] of BLOCKS.entries()) {
      // A prefab stands at top level only. Every third place will do: together they come to all.
      const places = placesOf(code).filter((place) => !place.includes('prefab'));
      for (const place of places.filter((_, other) => (other + index) % 3 === 0)) {
        const text = fill(block, fill(place, expression, 1), 2);
        checkOne(text, code);
      }
    }
  });

  test.each(STATEMENTS.filter(([, code]) => code !== 'unused-let' && code !== 'empty-range'))(
    '%s, in a prefab of another file, used in several ways',
    (statement, code) => {
      const library = `prefab p() { ${fill(statement, '', 1)} }`;
      const text =
        'use p from "lib.dio"\nuse p as q from "lib.dio"\nuse r from "other.dio"\np { at: (0, 0) }\nq { at: (0, 0) }\nr { at: (0, 0) }';
      expect(
        codesOf(text, { 'lib.dio': library, 'other.dio': 'use p from "lib.dio"\nprefab r() { p { } p { } }' }),
        library,
      ).toEqual([code]);
    },
  );
});

describe('ten mistakes, ten messages', () => {
  const mistake = fc.oneof(
    fc
      .record({
        expression: fc.constantFrom(...EXPRESSIONS.filter(([, code]) => code !== '')),
        place: fc.constantFrom(...PLACES.filter((place) => !place.includes('prefab'))),
        block: fc.constantFrom(...BLOCKS),
      })
      .map(({ expression: [expression, code], place, block }) => ({ template: [block, place, expression], code })),
    fc
      .record({ statement: fc.constantFrom(...STATEMENTS), block: fc.constantFrom(...BLOCKS) })
      .map(({ statement: [statement, code], block }) => ({ template: [block, statement, ''], code })),
  );

  test('of any ten', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(mistake, { minLength: 10, maxLength: 10 }), (mistakes) => {
        const lines = mistakes.map(({ template: [outer = '', inner = '', content = ''] }, index) =>
          fill(outer, fill(inner, content, index), index + 100),
        );
        // One block declares a word as a name only once.
        fc.pre(
          lines.filter((line) => line.includes('let walk')).length < 2 &&
            !(lines.some((line) => line.includes('let walk')) && mistakes.some(({ code }) => code === 'stray-word')),
        );
        expect([...codesOf(lines.join('\n'))].sort(), lines.join('\n')).toEqual(
          mistakes.map(({ code }) => code).sort(),
        );
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('in a file of its own, ten that are errors', () => {
    const mistakes = STATEMENTS.filter(([, code]) => code !== 'unused-let' && code !== 'empty-range').slice(0, 10);
    const library = mistakes
      .map(([statement], index) => `prefab p${index}() { ${fill(statement, '', index)} }`)
      .join('\n');
    const uses = mistakes.map((_, index) => `use p${index} from "lib.dio"`).join('\n');
    expect(codesOf(`${uses}\np3 { at: (0, 0) }`, { 'lib.dio': library }).sort()).toEqual(
      mistakes.map(([, code]) => code).sort(),
    );
  });
});
