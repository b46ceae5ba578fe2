// Elements: their properties, what they hold, settings, annotations, and values to be filled in.
import { KINDS } from '@diorama/vocabulary';
import { describe, expect, test } from 'vitest';
import { CATALOG, checkDiagnostics, checkFine, checkText, codes, errors } from './support.ts';

describe('every kind', () => {
  test.each(KINDS.map(({ name, example }) => [name, example] as const))('%s: its example is fine', (_name, example) =>
    checkFine(example),
  );

  test.each(
    KINDS.map(
      ({ name, properties }) =>
        [name, properties.filter(({ required }) => required !== undefined).map((property) => property.name)] as const,
    ),
  )('%s needs %j', (name, required) => {
    const { diagnostics } = checkText(`${name} { }`);
    expect(diagnostics.map(({ code }) => code)).toEqual(required.length === 0 ? [] : ['missing-property']);
    for (const property of required) expect(diagnostics[0]?.primary.message).toContain(`\`${property}\``);
  });

  test.each(KINDS.flatMap(({ name, properties }) => properties.map((property) => [name, property] as const)))(
    '%s.$1.name takes no region, and not twice',
    (name, { name: property }) => {
      expect(errors(`${name} { ${property}: disk(radius: 1) }`)).toContain('wrong-type');
      expect(errors(`${name} { ${property}: ?, ${property}: ? }`)).toContain('repeated-property');
    },
  );

  test.each(
    KINDS.flatMap(({ name, properties }) =>
      properties.flatMap(({ name: property, type }) =>
        'range' in type && type.range ? [[name, property, type.kind, type.range] as const] : [],
      ),
    ),
  )('%s.%s keeps its bounds', (name, property, kind, { min, max, minExclusive, maxExclusive }) => {
    const step = kind === 'integer' ? 1 : 0.001;
    const outside = (value: number) => errors(`${name} { ${property}: ${value} }`).includes('out-of-range');
    if (min !== undefined)
      expect([outside(min), outside(min - step), outside(min + step)]).toEqual([minExclusive ?? false, true, false]);
    if (max !== undefined)
      expect([outside(max), outside(max + step), outside(max - step)]).toEqual([maxExclusive ?? false, true, false]);
  });

  test.each(
    KINDS.flatMap(({ name, properties }) =>
      properties.flatMap(({ name: property, type }) =>
        type.kind === 'enumeration' ? [[name, property, type] as const] : [],
      ),
    ),
  )('%s.%s takes its own words', (name, property, { words }) => {
    for (const word of words) expect(errors(`${name} { at: (0, 0), height: 1, ${property}: ${word} }`)).toEqual([]);
    for (const word of ['fly', 'graze', 'sit', 'run'].filter((other) => !words.includes(other)))
      expect(errors(`${name} { at: (0, 0), height: 1, ${property}: ${word} }`)).toEqual(['unknown-word']);
  });
});

describe('properties', () => {
  test('that do not exist', () =>
    checkDiagnostics(`
      sphere { at: (0, -4), radus: 1 }
                            ^^^^^ unknown-property, fix: radius
      box { at: (0, -4), colour: #aabbcc }
                         ^^^^^^ unknown-property, fix: color
      tree { pos: (0, -4), height: 4 }
             ^^^ unknown-property, offer: at
      tree { at: (1, -4), size: 4 }
                          ^^^^ unknown-property, offer: height
      camera { at: (0, 1.6, 0) }
               ^^ unknown-property, offer: position
      tree { at: (2, -4), height: 4, color: #aabbcc }
                                     ^^^^^ unknown-property
      tree { at: (3, -4), height: 4, hieght: 5 }
                                     ^^^^^^ unknown-property
      tree { at: (4, -4), hieght: "tall" }
                          ^^^^^^ unknown-property, fix: height
                                  ^^^^^^ wrong-type
      tree { at: (5, -4), height: 4, qwertz: fra + "a" }
                                     ^^^^^^ unknown-property
    `));

  test('say whose they are', () => {
    const notes = checkText('tree { at: (0, 0), height: 4, fov: 40 }').diagnostics[0]?.notes;
    expect(notes?.[0]).toBe('`fov` is a property of camera');
    expect(notes?.[1]).toBe('`tree` has at, height, rotation, appearance, variant');
  });

  test('of a prefab are its parameters, and where it stands', () =>
    checkDiagnostics(`
      prefab p(tall: Length) { tree { height: tall } }
      p { at: (0, 0), tal: 3 }
                      ^^^ unknown-property, fix: tall
      p { at: (1, 0), tall: 3, height: 4 }
                               ^^^^^^ unknown-property
      p { at: (2, 0), tall: "a", rotation: yaw(3), scale: 2 }
                            ^^^ wrong-type
    `));

  test('given twice', () =>
    checkDiagnostics(`
      tree { at: (0, -8), height: 4, height: 5 }
                                     ^^^^^^ repeated-property, offer: nothing
      tree { height: 4, at: (1, -8), at: (2, -8), height: "x" }
                                     ^^ repeated-property, offer: nothing
                                                  ^^^^^^ repeated-property, offer: nothing
                                                          ^^^ wrong-type
    `));

  test('that are required', () =>
    checkDiagnostics(`
      tree { at: (0, -8) }
      ^^^^ missing-property, offer: height: ?,
      tree { }
      ^^^^ missing-property, offer: at: ?, height: ?
      tree {}
      ^^^^ missing-property, offer: at: ?, height: ?
      prefab p(n: Integer, tall: Length = 3) { scatter n in disk(radius: 3) { bush { height: tall } } }
      p { at: (0, 0) }
      ^ missing-property, offer: n: ?,
    `));

  test('`at` is the origin inside a frame', () =>
    checkFine(`
      group { at: (0, 0) tree { height: 4 } group { tree { height: 3 } } for i in 0..3 { tree { height: 2 + i * 1m } } }
      scatter 3 in disk(radius: 3) { tree { height: 4 } }
      prefab p() { tree { height: 4 } box { } }
      p { at: (0, 0) }
    `));

  test('`at` is needed in a loop and an if', () =>
    expect(codes('for i in 0..1 { box { } }\nif true { box { } }')).toEqual(['missing-property', 'missing-property']));

  test('that exclude each other', () =>
    checkDiagnostics(`
      haze { density: 0.01, visibility: 400m }
                            ^^^^^^^^^^ exclusive-properties, offer: nothing
      camera { pitch: 3, target: (0, 0, -5), yaw: 2 }
                         ^^^^^^ exclusive-properties, offer: nothing
      ground { color: #ffffff, appearance: like("grass"), roughness: 1 }
                               ^^^^^^^^^^ exclusive-properties, offer: nothing
    `));

  test.each([
    ['camera { near: 10, far: 5 }', ['out-of-range']],
    ['camera { near: 5, far: 5 }', ['out-of-range']],
    ['camera { near: 0.1, far: 0.2 }', []],
    ['camera { far: 0.1, near: 1 }', ['out-of-range']],
    ['camera { near: 1, far: random(0.5..2) }', ['out-of-range']],
    ['camera { near: 1, far: random(1.5..2) }', []],
    ['camera { near: ?, far: 5 }', []],
    ['camera { near: "a", far: 5 }', ['wrong-type']],
    ['for i in 0..0 { }\ncamera { near: 99m, far: 99m }', ['out-of-range']],
  ])('of which one is less than the other: %s', (text, expected) => expect(errors(text)).toEqual(expected));

  test('that go together', () =>
    checkFine(
      'camera { pitch: 3, yaw: 2 }\nground { color: #ffffff, relief: 2 }\nhaze { visibility: 300, color: #ffffff }',
    ));
});

describe('what holds nothing', () => {
  test.each(KINDS.filter(({ holdsElements }) => !holdsElements).map(({ name, example }) => [name, example] as const))(
    '%s',
    (_name, example) => expect(errors(example.replace(/\}$/, ' box { at: (0, 0) } }'))).toEqual(['no-children']),
  );

  test('nor a prefab; whatever it is', () =>
    checkDiagnostics(`
      prefab p() { box { } }
      p { at: (0, 0) box { at: (0, 0) } }
                     ^^^ no-children
      tree { at: (0, 0), height: 4 for i in 0..3 { } if true { } scatter 3 in disk(radius: 3) { box { } } }
                                   ^^^^^^^^^^^^^ no-children
                                                     ^^^^^^^ no-children
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-children
      tree { at: (0, 0), height: 4 bird robin { at: (0, 0), height: "x" } }
                                   ^^^^ no-children
                                                                    ^^^ wrong-type
      tree { at: robin.at, height: 4 }
    `));

  test('and what it holds all the same need not say where it is', () =>
    expect(errors('tree { at: (0, 0), height: 4 tree { height: 4 } water { } group { } }')).toEqual([
      'no-children',
      'no-children',
      'no-children',
    ]));

  test('but lets', () => checkFine('tree { let h = 3m at: (h, h), height: h }'));
});

describe('settings', () => {
  test.each(KINDS.filter(({ once }) => once).map(({ name }) => [name]))('%s stands once, at top level', (name) => {
    expect(codes(`${name} { }`)).toEqual([]);
    expect(codes(`${name} { }\n${name} { }\n${name} { }`)).toEqual(['repeated-setting', 'repeated-setting']);
    expect(codes(`group { at: (0, 0) ${name} { } }`)).toEqual(['misplaced-setting']);
    expect(codes(`for i in 0..3 { ${name} { } }`)).toEqual(['misplaced-setting']);
    expect(codes(`scatter 3 in disk(radius: 3) { ${name} { } }`)).toEqual(['misplaced-setting']);
    expect(codes(`prefab p() { ${name} { } }\np { at: (0, 0) }`)).toEqual(['misplaced-setting']);
    expect(codes(`group { at: (0, 0) if true { ${name} { } } }`)).toEqual(['misplaced-setting']);
    expect(codes(`if true { ${name} { } } else { ${name} { } }`)).toEqual([]);
    expect(codes(`if true { ${name} { } } else if false { ${name} { } }`)).toEqual([]);
    expect(codes(`if true { ${name} { } } else { }\n${name} { }`)).toEqual(['repeated-setting']);
    expect(codes(`if true { } else { ${name} { } }\n${name} { }`)).toEqual(['repeated-setting']);
    expect(codes(`if true { ${name} { } ${name} { } }`)).toEqual(['repeated-setting']);
    expect(codes(`${name} { }\nif true { ${name} { } }`)).toEqual(['repeated-setting']);
  });

  test('point at the first one', () => {
    const { diagnostics } = checkText('sky { dust: 1 }\ncamera { fov: 40 }\nsky { dust: 2 }');
    expect(diagnostics[0]?.related.map(({ start, end }) => [start, end])).toEqual([[0, 3]]);
  });

  test('are no water, which there may be much of', () => checkFine('water { at: (0, 0) }\nwater { at: (9, 0) }'));
});

describe('annotations', () => {
  test('stand before one element', () =>
    checkFine(`
      @pixels(12) @confidence(0.5) @note("a") @note("b") tree { at: (0, 0), height: 4 }
      @note("the sky") sky { dust: 1 }
      group { at: (0, 0) @pixels(0) box { } }
      @confidence(1) lamp { at: (0, 3, 0) }
    `));

  test('that are wrong', () =>
    checkDiagnostics(`
      @pixel(12) tree { at: (0, 0), height: 4 }
       ^^^^^ unknown-annotation, fix: pixels
      @qwertz(12) tree { at: (0, 0), height: 4 }
       ^^^^^^ unknown-annotation
      @pixels() tree { at: (0, 0), height: 4 }
      ^^^^^^^^^ misused-annotation
      @pixels(1, 2) tree { at: (0, 0), height: 4 }
      ^^^^^^^^^^^^^ misused-annotation
      @pixels("a") tree { at: (0, 0), height: 4 }
              ^^^ wrong-type
      @pixels(1.5) tree { at: (0, 0), height: 4 }
              ^^^ not-an-integer, offer: 2
      @pixels(-1) tree { at: (0, 0), height: 4 }
              ^^ out-of-range
      @confidence(2) tree { at: (0, 0), height: 4 }
                  ^ out-of-range
      @confidence(random(0..1)) tree { at: (0, 0), height: 4 }
                  ^^^^^^^^^^^^ misused-annotation
      @confidence(1 / 2) tree { at: (0, 0), height: 4 }
                  ^^^^^ misused-annotation
      @pixels(1) @pixels(2) tree { at: (0, 0), height: 4 }
                 ^^^^^^^^^^ misused-annotation
      @note("x") group { at: (0, 0) }
      ^^^^^^^^^^ misused-annotation
      @note("x") for i in 0..3 { }
      ^^^^^^^^^^ misused-annotation
      @note("x") if true { }
      ^^^^^^^^^^ misused-annotation
      @note("x") scatter 3 in disk(radius: 3) { }
      ^^^^^^^^^^ misused-annotation
      prefab p() { box { } }
      @note("x") p { at: (0, 0) }
      ^^^^^^^^^^ misused-annotation
    `));

  test('without parentheses are told once', () =>
    expect(errors('@pixels tree { at: (0, 0), height: 4 }')).toEqual(['missing-parentheses']));

  test('are kept with the element', () => {
    const [tree] = checkText('@pixels(12) @note("a") tree { at: (0, 0), height: 4 }').program.items;
    expect(
      tree?.kind === 'element' &&
        tree.annotations.map(({ definition, arguments: values }) => [definition.name, ...values]),
    ).toEqual([
      ['pixels', 12],
      ['note', 'a'],
    ]);
  });
});

describe('values to be filled in', () => {
  const holes = (text: string) =>
    checkText(text).diagnostics.map(({ code, severity, primary }) => [code, severity, primary.message]);

  test.each([
    ['tree { at: (0, 0), height: ? }', 'a Length goes here'],
    ['tree { at: ?, height: 4 }', 'a Position or ViewPosition goes here'],
    ['tree { at: (?, 0), height: 4 }', 'a Length goes here'],
    ['tree { at: (0, 0), height: 4, rotation: ? }', 'a Rotation goes here'],
    ['tree { at: (0, 0), height: 4, rotation: yaw(?) }', 'an Angle goes here'],
    ['tree { at: (0, 0), height: 4, appearance: ? }', 'an Appearance goes here'],
    ['tree { at: (0, 0), height: 4, variant: ? }', 'an Integer goes here'],
    ['carnivore { at: (0, 0), height: 1, pose: ? }', 'a Pose goes here'],
    ['box { at: (0, 0), color: ?, size: (1, 1, 1) }', 'a Color goes here'],
    ['scene { name: ? }', 'a Text goes here'],
    ['scatter ? in disk(radius: 3) { bush { height: 1 } }', 'an Integer goes here'],
    ['scatter 3 in ? { bush { height: 1 } }', 'a Region goes here'],
    ['if ? { box { at: (0, 0) } }', 'a Boolean goes here'],
    ['for i in ? { box { at: (0, 0) } }', 'a value goes here'],
    ['let _x = ?', 'a value goes here'],
    ['let _x: List[Length] = ?', 'a List[Length] goes here'],
    ['tree { at: (0, 0), height: 2 + ? }', 'a value goes here'],
    ['tree { at: (0, 0), height: if ? then 3 else 4 }', 'a Boolean goes here'],
    ['tree { at: (0, 0), height: if true then ? else 4 }', 'a Length goes here'],
    ['tree { at: (0, 0), height: min(?, 4) }', 'a value goes here'],
    ['tree { at: (0, 0), height: pick([?, 4m]) }', 'a Length goes here'],
    ['tree { at: (0, 0), height: [3m, 4m][?] }', 'an Integer goes here'],
    ['prefab p(h: Length = ?) { tree { height: h } }\np { at: (0, 0) }', 'a Length goes here'],
    ['@pixels(?) tree { at: (0, 0), height: 4 }', 'an Integer goes here'],
  ])('%s', (text, message) => expect(holes(text)).toEqual([['unsolved-hole', 'note', message]]));

  test('make no other mistake, wherever they go', () =>
    expect(
      errors(`
        let x = ?
        let y: Length = ?
        tree { at: (x, y), height: x + y, rotation: yaw(x * 2) }
        tree { at: (x, y / 2), height: 2 * y, appearance: x }
        for i in 0..x { box { at: (i * 1m, 0) } }
        scatter x in disk(radius: y) spacing x { bush { height: y } }
        if x == 3 { box { at: (x, 0) } }
        let z = [x, 3m]
        box { at: (z[x], x.foo) }
      `),
    ).toEqual([]));

  test('are listed in the program, which is still valid', () => {
    const { program } = checkText('tree { at: ?, height: ? }');
    expect(program.valid).toBe(true);
    expect(program.holes.map(({ start }) => start)).toEqual([11, 22]);
  });
});

describe('assets', () => {
  const options = { catalog: CATALOG };

  test('must exist, and be of the element’s class', () =>
    checkDiagnostics(
      `
      tree { at: (0, 0), height: 4, appearance: asset("tree/oak") }
      tree { at: (1, 0), height: 4, appearance: asset("tree/oak#12") }
      tree { at: (2, 0), height: 4, appearance: asset("tree/oka") }
                                                      ^^^^^^^^^^ unknown-asset, fix: tree/oak
      tree { at: (3, 0), height: 4, appearance: asset("tree/qwertz") }
                                                      ^^^^^^^^^^^^^ unknown-asset
      tree { at: (4, 0), height: 4, appearance: asset("cactus/saguaro") }
                                                      ^^^^^^^^^^^^^^^^ unknown-asset
      tree { at: (5, 0), height: 4, appearance: asset("a big oak") }
                                                      ^^^^^^^^^^^ malformed-asset-id, offer: like
      tree { at: (6, 0), height: 4, appearance: asset("Tree/Oak") }
                                                      ^^^^^^^^^^ malformed-asset-id, offer: like
      tree { at: (7, 0), height: 4, appearance: asset("bush/fern") }
                                                      ^^^^^^^^^^^ wrong-class, offer: bush
      ground { appearance: asset("tree/oak") }
                                 ^^^^^^^^^^ wrong-class
      object { at: (8, 0), height: 4, appearance: asset("bush/fern") }
      let fern = asset("bush/fern")
      tree { at: (9, 0), height: 4, appearance: fern }
                                                ^^^^ wrong-class, offer: bush
    `,
      options,
    ));

  test('are held against their form alone without a library', () => {
    expect(errors('tree { at: (0, 0), height: 4, appearance: asset("tree/qwertz") }')).toEqual([]);
    expect(errors('tree { at: (0, 0), height: 4, appearance: asset("qwertz") }')).toEqual(['malformed-asset-id']);
    expect(errors('tree { at: (0, 0), height: 4, appearance: asset("bush/qwertz") }')).toEqual(['wrong-class']);
  });

  test.each([
    ['tree/oak', true],
    ['tree/oak#0', true],
    ['tree/oak#65535', true],
    ['tree/umbrella-acacia', true],
    ['tree/2nd_oak', true],
    ['tree', false],
    ['tree/', false],
    ['/oak', false],
    ['tree/oak#', false],
    ['tree/oak#01', false],
    ['tree/oak#-1', false],
    ['tree/oak/elm', false],
    ['Tree/oak', false],
    ['tree/Oak', false],
    [' tree/oak', false],
    ['tree /oak', false],
  ])('%j', (id, fine) =>
    expect(errors(`tree { at: (0, 0), height: 4, appearance: asset("${id}") }`)).toEqual(
      fine ? [] : ['malformed-asset-id'],
    ),
  );

  test('are checked in loops, draws and prefabs', () => {
    expect(
      errors('for id in ["tree/oak", "tree/oka"] { tree { at: (0, 0), height: 4, appearance: asset(id) } }', options),
    ).toEqual(['unknown-asset']);
    expect(
      errors('for id in ["tree/oak", "oak"] { tree { at: (0, 0), height: 4, appearance: asset(id) } }', options),
    ).toEqual(['malformed-asset-id']);
    expect(
      errors('for id in ["tree/oak", "bush/fern"] { tree { at: (0, 0), height: 4, appearance: asset(id) } }', options),
    ).toEqual(['wrong-class']);
    expect(
      errors('tree { at: (0, 0), height: 4, appearance: asset(pick(["tree/oak", "tree/oka"])) }', options),
    ).toEqual(['unknown-asset']);
    expect(
      errors('tree { at: (0, 0), height: 4, appearance: pick([asset("tree/oak"), asset("bush/fern")]) }', options),
    ).toEqual(['wrong-class']);
    expect(
      errors(
        'prefab p(id: Text) { tree { height: 4, appearance: asset(id) } }\np { at: (0, 0), id: "tree/oka" }',
        options,
      ),
    ).toEqual(['unknown-asset']);
    expect(
      errors(
        'prefab p(wear: Appearance) { tree { height: 4, appearance: wear } }\np { at: (0, 0), wear: asset("bush/fern") }',
        options,
      ),
    ).toEqual(['wrong-class']);
    expect(
      errors(
        'prefab p(id: Text) { tree { height: 4, appearance: asset(id) } }\np { at: (0, 0), id: "tree/oak" }',
        options,
      ),
    ).toEqual([]);
  });

  test('`like` always finds something, and says if it is poor', () => {
    expect(codes('tree { at: (0, 0), height: 4, appearance: like("oak") }', options)).toEqual([]);
    expect(
      checkText('tree { at: (0, 0), height: 4, appearance: like("zzzz") }', options).diagnostics.map(
        ({ code, severity }) => [code, severity],
      ),
    ).toEqual([['poor-match', 'note']]);
  });
});

describe('words of enumerations', () => {
  test('out of place', () =>
    checkDiagnostics(`
      let gait = walk
                 ^^^^ stray-word, fix: : Pose
      let other = pick([walk, run])
                        ^^^^ stray-word, fix: : Pose
      carnivore { at: (0, 0), height: 1, pose: gait }
      carnivore { at: (0, 0), height: 1, pose: other }
      tree { at: (0, 0), height: walk }
                                 ^^^^ stray-word
      scene { name: run }
                    ^^^ stray-word
    `));

  test('that do not fit', () =>
    checkDiagnostics(`
      let gait: Pose = graze
      carnivore { at: (0, 0), height: 1, pose: wlak }
                                               ^^^^ unknown-word, fix: walk
      carnivore { at: (0, 0), height: 1, pose: running }
                                               ^^^^^^^ unknown-word, fix: run
      carnivore { at: (0, 0), height: 1, pose: dance }
                                               ^^^^^ unknown-word
      carnivore { at: (0, 0), height: 1, pose: graze }
                                               ^^^^^ unknown-word
      carnivore { at: (0, 0), height: 1, pose: gait }
                                               ^^^^ unknown-word
      carnivore { at: (0, 0), height: 1, pose: pick([walk, graze]) }
                                               ^^^^^^^^^^^^^^^^^^^ unknown-word
      carnivore { at: (0, 0), height: 1, pose: if random(0..1) < 0.5 then walk else graze }
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-word
      herbivore { at: (0, 0), height: 1, pose: gait }
    `));

  test('in loops and prefabs', () => {
    expect(
      errors('let gaits: List[Pose] = [walk, graze]\nfor g in gaits { carnivore { at: (0, 0), height: 1, pose: g } }'),
    ).toEqual(['unknown-word']);
    expect(errors('prefab p(g: Pose) { carnivore { height: 1, pose: g } }\np { at: (0, 0), g: graze }')).toEqual([
      'unknown-word',
    ]);
    expect(
      errors(
        'prefab p(g: Pose = run) { carnivore { height: 1, pose: g } }\np { at: (0, 0) }\np { at: (0, 0), g: walk }',
      ),
    ).toEqual([]);
  });
});

describe('colors', () => {
  test('are six hexadecimal digits', () =>
    checkDiagnostics(`
      box { at: (0, 0), color: #AABBcc }
      box { at: (1, 0), color: #abc }
                               ^^^^ invalid-color, fix: #aabbcc
      box { at: (2, 0), color: #aabbccdd }
                               ^^^^^^^^^ invalid-color, offer: #aabbcc
      box { at: (3, 0), color: #aabbc }
                               ^^^^^^ invalid-color
      box { at: (4, 0), color: #aabbcg }
                               ^^^^^^^ invalid-color
    `));
});
