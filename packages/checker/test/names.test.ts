// Names: declare before use, blocks that nest, three namespaces.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, checkText, codes, rendered } from './support.ts';

describe('a name that stands for nothing', () => {
  test('is mended if another one is near', () =>
    checkDiagnostics(`
      let far = 30m
      tree { at: (0, -fra), height: 5 }
                      ^^^ unknown-name, fix: far
    `));

  test('is offered, not written, if two are as near', () =>
    checkDiagnostics(`
      let far1 = 30m
      let far2 = 40m
      tree { at: (far1, -far), height: 5 }
                         ^^^ unknown-name, offer: far1
      tree { at: (far2, -3), height: 5 }
    `));

  test('of one letter is no other letter', () =>
    checkDiagnostics(`
      let x = 3m
      tree { at: (x, j), height: 5 }
                     ^ unknown-name
    `));

  test('of one letter may be the capital one', () =>
    checkDiagnostics(`
      let x = 3m
      tree { at: (X, 0), height: 5 }
                  ^ unknown-name, fix: x
    `));

  test('of a kind gets its own message', () =>
    expect(checkText('tree { at: (tree, 0), height: 5 }').diagnostics[0]?.primary.message).toContain(
      'a kind of element',
    ));

  test('is said to be known in a block only', () => {
    const [diagnostic] = checkText(
      'group { at: (0, -5) tree oak { height: 5 } }\nbush { at: oak.at, height: 1 }',
    ).diagnostics;
    expect(diagnostic?.related.map(({ start, end }) => [start, end])).toEqual([[25, 28]]);
  });

  test.each([
    ['for i in 0..3 { let far = 3m tree { at: (far, 0), height: 5 } }'],
    ['if true { let far = 3m tree { at: (far, 0), height: 5 } }'],
    ['if true { } else { let far = 3m tree { at: (far, 0), height: 5 } }'],
    ['if true { } else if true { let far = 3m tree { at: (far, 0), height: 5 } }'],
    ['scatter 3 in disk(radius: 3) { let far = 3m tree { at: (far, 0), height: 5 } }'],
    ['prefab p() { let far = 3m tree { at: (far, 0), height: 5 } }'],
    ['tree { let far = 3m at: (far, 0), height: 5 }'],
    ['group { at: (0, 0) group { let far = 3m tree { at: (far, 0), height: 5 } } }'],
  ])('is found inside %s', (inner) => {
    const { diagnostics } = checkText(`${inner}\ntree { at: (far, 0), height: 5 }`);
    expect(diagnostics.map(({ code, related }) => [code, related.length])).toEqual([['unknown-name', 1]]);
  });

  test('is read from an element if it is one of its members', () =>
    expect(checkText('let x = height\ntree { at: (x, 0), height: 5 }').diagnostics[0]?.notes.join()).toContain(
      'oak.height',
    ));

  test.each([
    ['box { at: (0, 0), color: red }', 'box { at: (0, 0), color: #ff0000 }'],
    ['scene { name: Waterhole }', 'scene { name: "Waterhole" }'],
    ['tree { at: (0, 0), height: 5, appearance: oak }', 'tree { at: (0, 0), height: 5, appearance: like("oak") }'],
  ])('%s: is offered what its place expects', (bad, good) => {
    const [diagnostic] = checkText(bad).diagnostics;
    expect(diagnostic?.code).toBe('unknown-name');
    const [fix] = diagnostic?.fixes ?? [];
    const fixed = [...(fix?.edits ?? [])]
      .reverse()
      .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), bad);
    expect(fixed).toBe(good);
    checkFine(good);
  });

  test('that is a property of the element', () =>
    checkDiagnostics(`
      bush { at: (0, -9), height: height / 4 }
                                  ^^^^^^ property-as-name
    `));
});

describe('declare before use', () => {
  test('of a let', () =>
    checkDiagnostics(`
      tree { at: (0, -far), height: 5 }
                      ^^^ declared-below
      let far = 30m
    `));

  test('names the line of the declaration', () => {
    const { diagnostics } = checkText('tree { at: (0, -far), height: 5 }\n\nlet far = 30m');
    expect(diagnostics[0]?.related[0]?.message).toContain('line 3');
  });

  test.each([
    ['a label', 'bush { at: oak.at, height: 1 }\ntree oak { at: (0, -8), height: 5 }'],
    ['a prefab', 'fence { at: (0, -8) }\nprefab fence() { box { } }'],
    ['a prefab in a prefab', 'prefab a() { b { } }\nprefab b() { box { } }\na { at: (0, 0) }'],
    ['a let in a loop', 'for i in 0..3 { tree { at: (x, 0), height: 5 } let x = 3m }'],
    ['a let of an element', 'tree { at: (x, 0), height: 5 let x = 3m }'],
    ['a let where a word is expected', 'carnivore { at: (0, 0), height: 1, pose: gait }\nlet gait: Pose = walk'],
  ])('of %s', (_what, text) => expect(codes(text)).toEqual(['declared-below']));

  test('in a let of the same name', () =>
    checkDiagnostics(`
      let far = far + 1m
                ^^^ declared-below
      tree { at: (0, -far), height: 5 }
    `));

  test('a prefab is no value, and a value no prefab', () =>
    expect(codes('tree { at: (x, 0), height: 5 }\nprefab x() { box { } }')).toEqual(['unknown-name']));

  test('of itself is recursion', () =>
    checkDiagnostics(`
      prefab tower() { box { } tower { } }
                               ^^^^^ recursion
    `));

  test('of each other is recursion, told once for a circle', () => {
    const circle = 'prefab a() { b { } }\nprefab b() { group { c { } } }\nprefab c() { a { } }';
    expect(codes(circle)).toEqual(['recursion']);
    expect(rendered(circle)).toContain('`a`, `b`, `c`, `a`');
    expect(codes('prefab a() { b { } }\nprefab b() { a { } }')).toEqual(['recursion']);
    expect(codes('prefab a() { b { } }\nprefab b() { box { } }')).toEqual(['declared-below']);
    expect(codes('prefab a() { b { } }\nprefab b() { c { } }\nprefab c() { b { } }')).toEqual([
      'declared-below',
      'recursion',
    ]);
  });

  test('of a function without its parentheses', () => {
    expect(rendered('let f = sin\nbox { at: (f, 0) }')).toContain('`sin(angle: …)`');
    expect(codes('scatter 5 in disk { bush { height: 1 } }')).toEqual(['unknown-name']);
    checkFine('let sin = 3m\nbox { at: (sin, 0) }');
  });

  test('of a prefab that is declared where none may be', () =>
    expect(codes('prefab a() { prefab b() { box { } } b { } b { } }\na { at: (0, 0) }')).toEqual(['misplaced-item']));

  test('recursion by way of a group, a loop and an if', () =>
    checkDiagnostics(`
      prefab tower() { group { for i in 0..3 { if true { tower { } } } } }
                                                         ^^^^^ recursion
    `));
});

describe('one block declares a name once', () => {
  test.each([
    ['lets', 'let far = 1m\nlet far = 2m\ntree { at: (far, 0), height: 5 }'],
    ['a let and a label', 'let oak = 1m\ntree oak { at: (oak, 0), height: 5 }'],
    ['labels', 'tree oak { at: (0, 0), height: 5 }\ntree oak { at: (1, 0), height: 5 }'],
    ['prefabs', 'prefab p() { box { } }\nprefab p() { box { } }\np { at: (0, 0) }'],
    ['parameters', 'prefab p(a: Length, a: Length) { tree { height: a } }\np { at: (0, 0), a: 3 }'],
    ['a parameter and a let', 'prefab p(a: Length) { let a = 3m tree { height: a } }\np { at: (0, 0), a: 3 }'],
    ['a loop’s variable and a let', 'for i in 0..3 { let i = 3m tree { at: (i * 1m, 0), height: 5 } }'],
    ['lets of an element', 'tree { let a = 1m let a = 2m at: (a, 0), height: 5 }'],
    ['lets of a group', 'group { at: (0, 0) let a = 1m let a = 2m tree { height: a } }'],
  ])('%s', (_what, text) => expect(codes(text)).toEqual(['duplicate-name']));

  test('points at the first declaration, and the first one counts', () =>
    checkDiagnostics(`
      let far = 1m
      let far = "far"
          ^^^ duplicate-name
      tree { at: (far, 0), height: 5 }
    `));

  test('inner blocks may use it again', () =>
    checkFine(
      `
      let a = 1m
      for i in 0..3 { let a = 2m tree { at: (i * 1m, a), height: 5 } }
      if true { let a = 3m tree { at: (0, a), height: 5 } } else { let a = 4m tree { at: (0, a), height: 5 } }
      group { at: (a, 0) let a = 4m tree { at: (0, a), height: 5 let a = 5m } }
      prefab p(a: Length) { tree { height: a } }
      p { at: (0, 0), a: 6m }
    `.replace('let a = 5m ', ''),
    ));

  test('functions, kinds and values are spaces of their own', () =>
    checkFine('let tree = 3m\nlet min = 4m\ntree { at: (tree, min), height: min(tree, min) }'));

  test('soft keywords are names', () =>
    checkFine(
      'let from = 1m\nlet as = 2m\nlet spacing = 3m\nlet step = 4m\ntree { at: (from, as), height: spacing + step }',
    ));

  test('a prefab may not bear the name of a kind', () =>
    checkDiagnostics(`
      prefab tree() { box { } }
             ^^^^ kind-as-name
    `));
});

describe('a word of an enumeration is no name', () => {
  test.each([
    ['let walk = 3m\nbox { at: (walk, 0) }'],
    ['tree walk { at: (0, 0), height: 5 }'],
    ['for walk in 0..3 { box { at: (walk * 1m, 0) } }'],
    ['prefab p(walk: Length) { tree { height: walk } }\np { at: (0, 0), walk: 3 }'],
    ['use far as walk from "a.dio"\nbox { at: (walk, 0) }'],
  ])('%s', (text) => expect(codes(text, { files: { 'a.dio': 'let far = 3m' } })).toEqual(['word-as-name']));

  test('but a prefab may bear one', () => checkFine('prefab walk() { box { } }\nwalk { at: (0, 0) }'));
});

describe('a kind that does not exist', () => {
  test('is mended if another one is near', () =>
    checkDiagnostics(`
      tre { at: (0, -8), height: 5 }
      ^^^ unknown-kind, fix: tree
      Bush { at: (0, -8), height: 1 }
      ^^^^ unknown-kind, fix: bush
    `));

  test('may be a prefab', () =>
    checkDiagnostics(`
      prefab thicket() { bush { height: 1 } }
      thikcet { at: (0, 0) }
      ^^^^^^^ unknown-kind, fix: thicket
    `));

  test('keeps its word as the look', () =>
    checkDiagnostics(`
      lion { at: (0, -8), height: 1 }
      ^^^^ unknown-kind, offer: carnivore … appearance: like("lion"),
      rock { at: (0, -8), height: 1 }
      ^^^^ unknown-kind, offer: boulder
      zebra { at: (0, -8), height: 1, appearance: like("a foal") }
      ^^^^^ unknown-kind, offer: herbivore
      flamingo { at: (0, -8), height: 1 }
      ^^^^^^^^ unknown-kind
    `));

  test('lists kinds and prefabs', () => {
    const [diagnostic] = checkText('prefab fence() { box { } }\nqwertz { at: (0, 0) }').diagnostics;
    expect(diagnostic?.notes[0]).toContain('scene, camera');
    expect(diagnostic?.notes[1]).toBe('prefabs here: fence');
  });

  test('says nothing of its properties, its label and the names in it', () =>
    checkDiagnostics(`
      let far = 30m
      qwertz big { pos: (0, -far), tall: "x", tree { height: 3 } }
      ^^^^^^ unknown-kind
      bush { at: big.at, height: big.foo }
    `));
});
