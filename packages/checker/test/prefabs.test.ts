// Prefabs and branches: what is checked where it is declared, and what where it is used.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, checkText, codes, errors } from './support.ts';

describe('a prefab', () => {
  test('is a new kind: parameters are its properties', () =>
    checkFine(`
      prefab thicket(count: Integer = 8, radius: Length = 6, style: Appearance = like("thorn bush"), spot: Position = (0, 0)) {
        let apart = radius / 10
        scatter count in disk(center: spot, radius: radius) spacing apart { bush { height: random(0.4..1.2), appearance: style } }
      }
      thicket { at: (8, -30), count: 24, rotation: yaw(40), scale: 2 }
      thicket { at: (8, -30), spot: (1, 2) }
      for i in 0..3 { thicket { at: (i * 1m, 0), radius: 2 + i * 1m } }
      prefab wood() { thicket { } thicket { at: (1, 2), radius: 3 } }
      wood { at: (0, 0) }
      let copse = "a"
      scene { name: copse }
    `));

  test('is checked where it is declared', () =>
    checkDiagnostics(`
      prefab p(n: Integer, tall: Length) {
        tree { height: n }
                       ^ wrong-dimension, fix: * 1m
        tree { height: fra }
                       ^^^ unknown-name
        tree { at: (n * 1m, 0), height: tall }
      }
    `));

  test('is run where it is declared, for any arguments', () =>
    checkDiagnostics(`
      prefab p(n: Integer, tall: Length = random(5..3)) {
                                                 ^^^^ empty-choice
        for i in 0..3 { tree { height: i * 1m } }
                                       ^^^^^^ out-of-range
        tree { height: random(-1..2) }
                       ^^^^^^^^^^^^^ out-of-range
        for i in 0..n { tree { height: random(-1..3) } }
                                       ^^^^^^^^^^^^^ out-of-range
        scatter n in disk(radius: tall) { bush { height: random(-1..3) } }
                                                         ^^^^^^^^^^^^^ out-of-range
        if n > 3 { tree { height: random(-1..4) } } else { tree { height: random(-1..5) } }
                                  ^^^^^^^^^^^^^ out-of-range
                                                                          ^^^^^^^^^^^^^ out-of-range
        tree { height: tall }
      }
    `));

  test('says in which use its arguments go wrong', () => {
    const text =
      'prefab p(tall: Length) { tree { height: tall } }\np { at: (0, 0), tall: 3 }\np { at: (0, 0), tall: 300 }';
    const { diagnostics } = checkText(text);
    expect(diagnostics.map(({ code, primary }) => [code, primary.message])).toEqual([
      ['out-of-range', 'this comes to 300 m'],
    ]);
    const [label] = diagnostics[0]?.related ?? [];
    expect([label?.message, label?.start]).toEqual(['in this use of the prefab', text.lastIndexOf('p {')]);
  });

  test.each([
    [
      'prefab p(n: Integer) { scatter n in disk(radius: 3) { bush { height: 1 } } }\np { at: (0, 0), n: -2 }',
      'out-of-range',
    ],
    ['prefab p(n: Integer) { tree { height: 4m / n } }\np { at: (0, 0), n: 0 }', 'division-by-zero'],
    ['prefab p(n: Integer) { tree { height: [1m, 2m][n] } }\np { at: (0, 0), n: 2 }', 'index-out-of-range'],
    ['prefab p(n: Number) { for i in 0..3 step n { box { } } }\np { at: (0, 0), n: 0 }', 'loop-step'],
    [
      'prefab p(n: Length) { tree { height: n } }\nprefab q(n: Length) { p { n: n - 3m } }\nq { at: (0, 0), n: 3m }',
      'out-of-range',
    ],
    ['prefab p(n: Length) { tree { height: n } }\nfor i in 0..3 { p { at: (0, 0), n: i * 1m } }', 'out-of-range'],
    ['prefab p(n: Length) { tree { height: n } }\np { at: (0, 0), n: random(0m..3m) }', 'out-of-range'],
    ['prefab p(n: Length = 300m) { tree { height: n } }\np { at: (0, 0) }', 'out-of-range'],
    [
      'prefab p(n: Length = 3m, m: Length = n - 3m) { tree { height: m } tree { height: n } }\np { at: (0, 0) }',
      'out-of-range',
    ],
  ])('%s: %s', (text, code) => expect(errors(text)).toEqual([code]));

  test('one mistake in it is told once, however often it is used', () =>
    expect(
      codes(
        'prefab p(n: Length) { tree { height: n } }\np { at: (0, 0), n: 300 }\np { at: (0, 0), n: 400 }\nfor i in 0..3 { p { at: (0, 0), n: 500 } }',
      ),
    ).toEqual(['out-of-range']));

  test('has parameters with types', () =>
    checkDiagnostics(`
      prefab p(tall: length, n: int, x: Foo, y: Length = "x") { tree { height: tall } scatter n in disk(radius: x) { bush { height: y } } }
                     ^^^^^^ unknown-type, fix: Length
                                ^^^ unknown-type, offer: Integer
                                        ^^^ unknown-type
                                                         ^^^ wrong-type
      p { at: (0, 0), tall: 3, n: 2, x: 3 }
    `));

  test('may not have a parameter that every prefab has', () =>
    expect(codes('prefab p(at: Position, rotation: Rotation, scale: Number) { box { } }')).toEqual([
      'reserved-parameter',
      'reserved-parameter',
      'reserved-parameter',
    ]));

  test('may use an earlier parameter in a default, and no later one', () => {
    checkFine('prefab p(a: Length = 3, b: Length = a * 2) { tree { height: a } tree { height: b } }\np { at: (0, 0) }');
    expect(
      codes('prefab p(a: Length = b, b: Length = 2) { tree { height: a } tree { height: b } }\np { at: (0, 0) }'),
    ).toEqual(['unknown-name']);
  });

  test('does not see what is declared below it, nor labels of its uses', () => {
    expect(codes('prefab p() { tree { height: h } }\nlet h = 3m\np { at: (0, 0) }')).toEqual(['declared-below']);
    expect(codes('p { at: (0, 0) }\nprefab p() { box { } }')).toEqual(['declared-below']);
  });
});

describe('branches', () => {
  test('of a value are of one type', () =>
    checkDiagnostics(`
      let near = true
      tree { at: if near then (0, -4) else "far", height: 4 }
                                           ^^^^^ different-branches
      tree { at: (1, 0), height: if near then 4m else 4deg }
                                                      ^^^^ different-branches
      tree { at: (2, 0), height: if near then 4 else 5m, rotation: if near then yaw(3) else yaw(4) }
      tree { at: if near then (0, -4) else (1, 2, 3), height: 4 }
      tree { at: if 3 then (0, -4) else (1, 2, 3), height: if near then if near then 3 else 4m else 5 }
                    ^ wrong-type
      carnivore { at: (3, 0), height: 1, pose: if near then walk else run }
    `));

  test('not taken are checked as well', () =>
    checkDiagnostics(`
      if false { tree { at: (0, 0), height: "x" } } else { tree { at: (0, 0), height: "y" } }
                                            ^^^ wrong-type
                                                                                      ^^^ wrong-type
      tree { at: (0, 0), height: if true then 3 else 1m / fra }
                                                          ^^^ unknown-name
    `));

  test('not taken are not computed', () =>
    checkFine(
      'let n = 0\nfor i in 0..3 { tree { at: (0, 0), height: if i == 0 then 1m else 4m / i } }\nif n > 0 { tree { at: (0, 0), height: random(-1..1) } }',
    ));

  test('that a draw decides are both run', () =>
    expect(
      errors(
        'if random(0..1) < 0.5 { tree { at: (0, 0), height: random(-1..1) } } else { tree { at: (0, 0), height: random(-2..1) } }',
      ),
    ).toEqual(['out-of-range', 'out-of-range']));
});
