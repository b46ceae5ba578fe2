// Loops, ranges and steps.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, checkText, codes, errors } from './support.ts';

const BODY = '{ tree { at: (0, 0), height: 5 } }';

describe('what can be looped over', () => {
  test.each([
    ['0..5'],
    ['0..<5'],
    ['0m..5m step 1m'],
    ['0..5 step 1m'],
    ['0deg..360deg step 30deg'],
    ['0.5..1.5 step 0.5'],
    ['0..1 step 0.25'],
    ['[1m, 2m]'],
    ['["a", "b"]'],
    ['[]'],
    ['steps(0m..10m, 5)'],
    ['0..pick(1..3)'],
    ['pick([[1, 2], [3]])'],
  ])('%s', (values) => expect(errors(`for i in ${values} ${BODY}`)).toEqual([]));

  test('what cannot', () =>
    checkDiagnostics(`
      let n = 5
      for i in 5 { box { at: (0, 0) } }
               ^ not-iterable, fix: 0..< … nothing
      for i in n { box { at: (0, 1) } }
               ^ not-iterable, fix: 0..< … nothing
      for i in n * 2 { box { at: (0, 2) } }
               ^^^^^ not-iterable
      for i in 5.5 { box { at: (0, 3) } }
               ^^^ not-iterable
      for i in 5m { box { at: (0, 4) } }
               ^^ not-iterable
      for i in "abc" { box { at: (0, 5) } }
               ^^^^^ not-iterable
      for i in (1, 2) { box { at: (0, 6) } }
               ^^^^^^ not-iterable
    `));
});

describe('steps', () => {
  test('that are missing or lead nowhere', () =>
    checkDiagnostics(`
      for d in 0m..10m { box { at: (d, 0) } }
               ^^^^^^^ loop-step, offer: step 1m
      for d in 0deg..90deg { box { at: polar(3, d) } }
               ^^^^^^^^^^^ loop-step, offer: step 10deg
      for d in 0.5..1.5 { box { at: (d * 1m, 0) } }
               ^^^^^^^^ loop-step, offer: step 0.1
      for d in 0..5 step 0 { box { at: (0, 0) } }
                         ^ loop-step
      for d in 0..5 step -1 { box { at: (0, 0) } }
                         ^^ loop-step
      for d in 0..5 step 2 - 3 { box { at: (0, 0) } }
                         ^^^^^ loop-step
      for d in [1m, 2m] step 1 { box { at: (d, 0) } }
                             ^ loop-step, fix: nothing
      for d in 0m..5m step 2deg { box { at: (d, 0) } }
                           ^^^^ wrong-type
      for d in 0..5 step "a" { box { at: (0, 0) } }
                         ^^^ wrong-type
    `));

  test('that a draw may make 0', () =>
    checkDiagnostics(`
      for i in 0..3 step random(0..1) { box { at: (0, 0) } }
                         ^^^^^^^^^^^^ loop-step
      for i in 0..3 step random(0.5..1) { box { at: (1, 0) } }
    `));

  test('give the variable its type', () => {
    expect(errors('for i in 0..5 step 1m { tree { at: (i, 0), height: 5 } }')).toEqual([]);
    expect(errors('for i in 0..5 step 0.5 { scatter i in disk(radius: 3) { bush { height: 1 } } }')).toEqual([
      'not-an-integer',
    ]);
    expect(errors('for i in 0..5 step 2 { scatter i in disk(radius: 3) { bush { height: 1 } } }')).toEqual([]);
    expect(errors('for i in 0..5 { tree { at: (i, 0), height: 5 } }')).toEqual(['wrong-dimension']);
  });
});

describe('ranges', () => {
  test('that hold nothing', () =>
    checkDiagnostics(`
      for i in 4..0 { box { at: (0, 0) } }
               ^^^^ empty-range
      for i in 0..<0 { box { at: (0, 0) } }
               ^^^^^ empty-range
      for i in 3..<1 { box { at: (0, 0) } }
               ^^^^^ empty-range
      for i in 0..0 { box { at: (0, 0) } }
    `));

  test('in names and parameters', () =>
    checkFine(`
      let near = 2m..4m
      prefab row(heights: Range[Length], columns: List[Integer]) {
        for i in columns { tree { at: (i * 3m, 0), height: random(heights) } }
      }
      row { at: (0, 0), heights: near, columns: [1, 2] }
      row { at: (0, -5), heights: 3..5, columns: [] }
    `));

  test('whose bounds are no numbers, or not alike', () =>
    checkDiagnostics(`
      let _a = 1..true
                  ^^^^ wrong-type
      let _b = "a"..2
               ^^^ wrong-type
      let _c = 1m..2deg
               ^^^^^^^^ mixed-dimensions
    `));
});

describe('the body', () => {
  test('sees the variable, and shadows what is outside', () => {
    checkFine('let i = "a"\nscene { name: i }\nfor i in 0..3 { tree { at: (i * 1m, 0), height: 5 } }');
    expect(codes('for i in 0..3 { box { at: (0, 0) } }\nbox { at: (i * 1m, 0) }')).toEqual(['unknown-name']);
  });

  test('is checked even if what it loops over is wrong', () =>
    checkDiagnostics(`
      for i in fra { tree { at: (i, fro), height: random(-1..2) } }
               ^^^ unknown-name
                                    ^^^ unknown-name
                                                  ^^^^^^^^^^^^^ out-of-range
      scatter fra in disk(radius: 3) { tree { height: random(-1..2) } }
              ^^^ unknown-name
                                                      ^^^^^^^^^^^^^ out-of-range
    `));

  test('of a range with mistakes says nothing of the variable', () =>
    expect(codes('for i in 0..true { tree { at: (i, i), height: i } }')).toEqual(['wrong-type']));
});

/** The integers of all ranges from 0 to 2. */
const RANGES = [[0], [1], [2], [0, 1], [1, 2], [0, 1, 2]];
const textOf = (range: readonly number[]) => `${range[0]}..${range.at(-1)}`;

describe('a value is checked in every turn', () => {
  test('and the message says in which it fails', () => {
    const { diagnostics } = checkText('for i in 0..3 { tree { at: (0, 0), height: (2 - i) * 1m } }');
    expect(diagnostics.map(({ code }) => code)).toEqual(['out-of-range']);
    expect(diagnostics[0]?.primary.message).toBe('this comes to 0 m');
    expect(diagnostics[0]?.related.map(({ message }) => message)).toEqual(['here `i` is 2']);
  });

  test.each([
    ['for i in 0..3 { tree { at: (0, 0), height: i * 1m } }', 'out-of-range'],
    ['for i in 0..<3 { tree { at: (0, 0), height: 4m / (2 - i) } }', 'division-by-zero'],
    ['let h = [1m, 2m]\nfor i in 0..2 { tree { at: (0, 0), height: h[i] } }', 'index-out-of-range'],
    ['for h in [1m, 201m] { tree { at: (0, 0), height: h } }', 'out-of-range'],
    ['for a in 0..1 { for b in 0..1 { tree { at: (0, 0), height: (a - b + 1) * 1m } } }', 'out-of-range'],
    ['for a in 0..1 { let b = a - 1 tree { at: (0, 0), height: b * -1m } }', 'out-of-range'],
    ['for i in 0..1 { scatter 1 - 2 * i in disk(radius: 1) { bush { height: 1 } } }', 'out-of-range'],
    ['for i in 0..1 { scatter 1 in disk(radius: i * 1m) { bush { height: 1 } } }', 'out-of-range'],
    ['for i in 0..1 { scatter 1 in disk(radius: 1) spacing -i * 1m { bush { height: 1 } } }', 'out-of-range'],
    ['for i in 0..1 { for j in 0..1 step i { box { at: (0, 0) } } }', 'loop-step'],
    ['for i in 0..1 { let _x = pick(1..i) box { at: (0, 0) } }', 'empty-choice'],
    ['for i in 0..1 { let _x = random(1..i - 1) box { at: (0, 0) } }', 'empty-choice'],
    ['for i in 0..1 { let _x = clamp(0, 1, i) box { at: (0, 0) } }', 'reversed-bounds'],
    ['for i in 1..2 { let _x = 1e200 * (i - 1) * 1e200 box { at: (0, 0) } }', 'not-finite'],
    ['for i in 0..1 { tree { at: (0, 0), height: 4, rotation: quaternion(i, i, i, i) } }', 'zero-rotation'],
    ['for t in ["a", ""] { tree { at: (0, 0), height: 4, appearance: like(t) } }', 'out-of-range'],
    ['for i in 0..3 { if i > 2 { tree { at: (0, 0), height: i * 1m - 3m } } }', 'out-of-range'],
    ['prefab p(h: Length) { tree { height: h - 2m } }\nfor i in [3m, 2m] { p { at: (0, 0), h: i } }', 'out-of-range'],
  ])('%s: %s', (text, code) => expect(errors(text)).toEqual([code]));

  test.each([
    ['for i in 0..3 { if i > 0 { tree { at: (0, 0), height: i * 1m } } }'],
    ['for i in 0..3 { tree { at: (0, 0), height: if i == 0 then 1m else i * 1m } }'],
    ['for i in 0..3 { tree { at: (0, 0), height: max(i, 1) * 1m } }'],
    ['let h = [1m, 2m]\nfor i in 0..<2 { tree { at: (0, 0), height: h[i] } }'],
    ['for i in [] { tree { at: (0, 0), height: random(-1..1) } }'],
    ['scatter 0 in disk(radius: 3) { tree { height: random(-1..1) } }'],
  ])('%s is fine', (text) => checkFine(text));

  test.each([
    ['<', (a: number, b: number) => a < b],
    ['<=', (a: number, b: number) => a <= b],
    ['>', (a: number, b: number) => a > b],
    ['>=', (a: number, b: number) => a >= b],
    ['==', (a: number, b: number) => a === b],
    ['!=', (a: number, b: number) => a !== b],
  ])('a branch behind %s is computed if a draw may lead there', (operator, holds) => {
    for (const left of RANGES) {
      for (const right of RANGES) {
        const answers = left.flatMap((a) => right.map((b) => holds(a, b)));
        const condition = `pick(${textOf(left)}) ${operator} pick(${textOf(right)})`;
        const [then, other] = [`if ${condition} then 0m else 1m`, `if ${condition} then 1m else 0m`];
        const told = (height: string) => errors(`tree { at: (0, 0), height: ${height} }`);
        expect(told(then), then).toEqual(answers.includes(true) ? ['out-of-range'] : []);
        expect(told(other), other).toEqual(answers.includes(false) ? ['out-of-range'] : []);
      }
    }
  });

  test('by the intervals of its draws', () =>
    checkDiagnostics(`
      tree { at: (0, 0), height: random(0..3) }
                                 ^^^^^^^^^^^^ out-of-range
      tree { at: (1, 0), height: random(0.1..3) }
      tree { at: (2, 0), height: 4m / random(-1..1) }
                                      ^^^^^^^^^^^^^ division-by-zero
      tree { at: (3, 0), height: 4m / random(1..2) }
      let h = random(1m..300m)
      tree { at: (4, 0), height: h }
                                 ^ out-of-range
      tree { at: (5, 0), height: min(h, 200) }
      tree { at: (6, 0), height: clamp(h, 1, 200) }
      tree { at: (7, 0), height: [1m, 2m][pick(0..2)] }
                                          ^^^^^^^^^^ index-out-of-range
      tree { at: (8, 0), height: [1m, 2m][pick(0..<2)] }
      tree { at: (9, 0), height: pick([0m, 2m]) }
                                 ^^^^^^^^^^^^^^ out-of-range
      tree { at: (10, 0), height: if random(0..1) < 0.5 then 0m else 2m }
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ out-of-range
      tree { at: (11, 0), height: sqrt(random(-1..1)) * 1m + 1m }
                                       ^^^^^^^^^^^^^ out-of-range
      tree { at: (12, 0), height: 4, rotation: yaw(random(0..360)) }
      box { at: (13, 0), size: (random(0..1), 1, 1) }
                               ^^^^^^^^^^^^^^^^^^^^ out-of-range
    `));

  test('one mistake is told once, in however many turns it shows', () =>
    expect(codes('for i in 0..99 { for j in 0..9 { tree { at: (0, 0), height: (i - j) * 1m } } }')).toEqual([
      'out-of-range',
    ]));
});
