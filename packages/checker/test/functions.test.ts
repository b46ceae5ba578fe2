// Functions: every one, its arguments, and what it gives.
import { FUNCTIONS } from '@diorama/vocabulary';
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, checkText, embeddingsFile, errors } from './support.ts';

const FILES = { 'one.safetensors': embeddingsFile(1), 'oak.png': 'png' };
const BEFORE = 'scene { embeddings: "one.safetensors" }\n';

/** The value of a constant. */
function constantOf(expression: string): unknown {
  const { program, diagnostics } = checkText(`let _x = ${expression}`, { files: FILES });
  expect(diagnostics, expression).toEqual([]);
  const [item] = program.items;
  return item?.kind === 'let' ? item.variable.constant : undefined;
}

describe('every function', () => {
  test.each(FUNCTIONS.map(({ name, example }) => [name, example] as const))(
    '%s: its example is fine',
    (_name, example) => expect(errors(`${BEFORE}let _x = ${example}`, { files: FILES })).toEqual([]),
  );

  test.each(
    FUNCTIONS.filter(({ signatures }) =>
      signatures.some(({ parameters }) => parameters.every((parameter) => parameter.default === undefined)),
    ).map(({ name }) => [name]),
  )('%s without arguments', (name) => expect(errors(`let _x = ${name}()`)).toEqual(['missing-argument']));

  test.each(
    FUNCTIONS.filter(
      ({ signatures, role }) =>
        role !== 'draw' && signatures.every(({ parameters }) => !parameters.some(({ rest }) => rest)),
    ).map(({ name, signatures }) => [name, signatures] as const),
  )('%s with one argument too many', (name, signatures) => {
    const count = Math.max(...signatures.map(({ parameters }) => parameters.filter(({ named }) => !named).length));
    const given = Array.from({ length: count + 1 }, () => '1');
    expect(errors(`let _x = ${name}(${given.join(', ')})`)).toContain('too-many-arguments');
  });

  test.each(FUNCTIONS.map(({ name }) => [name]))('%s with an argument that it does not know', (name) =>
    expect(errors(`let _x = ${name}(qwertz: 1)`)).toEqual(['unknown-argument']),
  );

  test.each(
    FUNCTIONS.flatMap(({ name, signatures }) =>
      signatures.flatMap(({ parameters }, index) =>
        parameters.map((parameter) => [name, index, parameter.name, parameters] as const),
      ),
    ),
  )('%s, form %d: takes no text or rotation as `%s`', (name, _index, wrong, parameters) => {
    const isText = parameters.find((parameter) => parameter.name === wrong)?.type.kind === 'text';
    const isAny = name === 'pick';
    const values: Readonly<Record<string, string>> = {
      position: '(1, 2)',
      vector: '(1, 2)',
      text: '"tree/oak"',
      list: '[(1, 2), (3, 4)]',
      range: '1..2',
    };
    const call = parameters.map(
      (parameter) =>
        `${parameter.name}: ${parameter.name === wrong ? (isText ? '3' : 'yaw(3)') : (values[parameter.type.kind] ?? '2')}`,
    );
    const found = errors(`${BEFORE}let _x = ${name}(${call.join(', ')})`, { files: FILES });
    expect(found).toHaveLength(1);
    expect(['wrong-type', 'wrong-draw']).toContain(found[0]);
    expect(isAny ? 'wrong-draw' : found[0]).toBe(found[0]);
  });
});

describe('arguments', () => {
  test('by order and by name', () =>
    checkFine(`
      let _a = disk((1, 2), 3)
      let _b = disk(center: (1, 2), radius: 3)
      let _c = disk(radius: 3, center: (1, 2))
      let _d = disk((1, 2), radius: 3)
      let _e = euler(roll: 3)
      let _f = euler(1, 2, 3)
      let _g = clamp(high: 3, low: 1, number: 2)
      let _h = min(1, 2, 3, 4)
    `));

  test('that are wrong', () =>
    checkDiagnostics(
      `
      let _a = disk(radios: 3)
                    ^^^^^^ unknown-argument, fix: radius
      let _b = disk(radius: 3, radius: 4)
                               ^^^^^^ repeated-argument
      let _c = disk((1, 2), center: (3, 4), radius: 5)
                            ^^^^^^ repeated-argument
      let _d = disk(center: (1, 2), 3)
                                    ^ positional-after-named, fix: radius:
      let _e = disk(3)
               ^^^^ missing-argument, fix: radius:
      let _f = disk((1, 2))
               ^^^^ missing-argument
      let _g = euler(1, 2, 3, 4)
                              ^ too-many-arguments
      let _h = like("oak", "elm")
                           ^^^^^ too-many-arguments
      let _i = like(picture: "oak.png")
                    ^^^^^^^ unknown-argument, offer: image
      let _j = quaternion(0, 0, 1)
               ^^^^^^^^^^ missing-argument
      let _k = ring(inner: 1, 2, 3)
                              ^ positional-after-named
                                 ^ positional-after-named
    `,
      { files: FILES },
    ));

  test('mistakes in arguments are told beside the call’s own', () =>
    checkDiagnostics(`
      let _a = disk(radios: fra, center: (1, "b"))
                    ^^^^^^ unknown-argument, fix: radius
                            ^^^ unknown-name
                                             ^^^ wrong-type
      let _b = foo(bar, 3metres)
               ^^^ unknown-function
                   ^^^ unknown-name
                         ^^^^^^ unknown-unit, fix: m
    `));

  test('the message shows the parameters', () => {
    const note = (text: string) => checkText(text).diagnostics[0]?.notes[0];
    expect(note('let _x = disk()')).toBe('it is `disk(center: Position = …, radius: Length)`');
    expect(note('let _x = like()')).toBe('it is `like(text: Text)` or `like(image: Text)`');
    expect(note('let _x = random()')).toBe('it is `random(range: Range[Number, Length or Angle])`');
    expect(note('let _x = pick()')).toBe('it is `pick(list: List[anything])` or `pick(range: Range[Integer])`');
    expect(note('let _x = min(1)')).toBe(
      'it is `min(first: Number, Length or Angle, second: Number, Length or Angle, …)`',
    );
  });
});

describe('functions that do not exist', () => {
  test('are mended', () =>
    checkDiagnostics(`
      tree { at: (0, 0), height: rnd(3..5) }
                                 ^^^ unknown-function, offer: random
      tree { at: (1, 0), height: rundom(3..5) }
                                 ^^^^^^ unknown-function, fix: random
      tree { at: (2, 0), height: 3, rotation: rotate(40) }
                                              ^^^^^^ unknown-function, offer: yaw
      scatter 5 in circle(radius: 3) { bush { height: 1 } }
                   ^^^^^^ unknown-function, offer: disk
      tree { at: (3, 0), height: qwertz(3) }
                                 ^^^^^^ unknown-function
      tree { at: (4, 0), height: tree(3) }
                                 ^^^^ unknown-function
      prefab thicket() { bush { height: 1 } }
      tree { at: (5, 0), height: thicket(3) }
                                 ^^^^^^^ unknown-function
    `));

  test('list those that fit the place', () => {
    const note = (text: string) => checkText(text).diagnostics[0]?.notes[0];
    expect(note('tree { at: (0, 0), height: 3, rotation: qwertz(3) }')).toBe(
      'a Rotation is made by yaw, euler, quaternion, matrix, facing',
    );
    expect(note('scatter 5 in qwertz(3) { bush { height: 1 } }')).toBe(
      'a Region is made by disk, ring, rectangle, path',
    );
    expect(note('let _x = qwertz(3)')).toContain('the functions are view, yaw');
    expect(note('let _x = tree(3)')).toBe('use it as an element: `tree { at: (0, -8) }`');
  });
});

describe('values', () => {
  test.each([
    ['sin(30)', 0.5],
    ['cos(0.5turn)', -1],
    ['tan(45)', 1],
    ['sqrt(9)', 3],
    ['abs(-2m)', 2],
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['clamp(5, 0, 3)', 3],
    ['clamp(-5, 0, 3)', 0],
    ['clamp(1, 0, 3)', 1],
    ['round(2.5)', 3],
    ['round(-2.5)', -2],
    ['floor(-2.5)', -3],
    ['ceil(2.1)', 3],
    ['mod(370deg, 360deg)', 10],
    ['mod(-1, 3)', 2],
    ['mod(1, -3)', -2],
    ['mod(-3, 3)', -0],
    ['mix(2m, 4m, 0.25)', 2.5],
    ['distance((0, 0), (3, 4))', 5],
    ['steps(0..1, 5)[1]', 0.25],
    ['steps(0..1, 5)[4]', 1],
    ['steps(1m..3m, 2)[0]', 1],
  ])('%s', (text, value) => expect(constantOf(text)).toBeCloseTo(value, 12));

  test('rotations are kept as written', () => {
    expect(constantOf('yaw(370)')).toEqual({ kind: 'rotation', rotation: { kind: 'yaw', yaw: 370 } });
    expect(constantOf('euler(yaw: 1, pitch: 2)')).toEqual({
      kind: 'rotation',
      rotation: { kind: 'euler', pitch: 2, yaw: 1, roll: 0 },
    });
    expect(constantOf('quaternion(0, 0, 0, 2)')).toEqual({
      kind: 'rotation',
      rotation: { kind: 'quaternion', quaternion: [0, 0, 0, 2] },
    });
    expect(constantOf('matrix(1, 0, 0, 0, 1, 0, 0, 0, 1)')).toEqual({
      kind: 'rotation',
      rotation: { kind: 'matrix', matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1] },
    });
    expect(constantOf('facing((1, 2))')).toMatchObject({
      rotation: { kind: 'facing', point: { x: 1, z: 2, ground: true } },
    });
    expect(constantOf('view(1, 2, 3)')).toEqual({ kind: 'view', x: 1, y: 2, z: 3 });
  });

  test('regions', () => {
    expect(constantOf('disk(radius: 3)')).toEqual({
      kind: 'disk',
      center: { kind: 'position', x: 0, y: 0, z: 0, ground: true },
      radius: 3,
    });
    expect(constantOf('ring((1, 2), 3, 4)')).toMatchObject({
      kind: 'ring',
      center: { x: 1, z: 2 },
      inner: 3,
      outer: 4,
    });
    expect(constantOf('rectangle(size: (3, 4))')).toMatchObject({
      kind: 'rectangle',
      size: { kind: 'vector', x: 3, y: 0, z: 4 },
    });
    expect(constantOf('path([(1, 2), (3, 4)], width: 2)')).toMatchObject({
      kind: 'path',
      width: 2,
      points: [{ kind: 'position', x: 1 }, { x: 3 }],
    });
  });

  test('appearances', () => {
    expect(constantOf('like("an oak")')).toEqual({ kind: 'appearance', appearance: { kind: 'like', text: 'an oak' } });
    expect(constantOf('like(image: "oak.png")')).toEqual({
      kind: 'appearance',
      appearance: { kind: 'like-image', file: 'oak.png' },
    });
    expect(constantOf('asset("tree/oak#12")')).toEqual({
      kind: 'appearance',
      appearance: { kind: 'asset', id: 'tree/oak#12' },
    });
  });
});

describe('arguments out of range', () => {
  test.each([
    ['sqrt(-1)', 'out-of-range'],
    ['disk(radius: 0)', 'out-of-range'],
    ['ring(inner: -1, outer: 2)', 'out-of-range'],
    ['rectangle(size: (1, 0))', 'out-of-range'],
    ['rectangle(size: (0, 1))', 'out-of-range'],
    ['path([(1, 2), (3, 4)], width: 0)', 'out-of-range'],
    ['path([(1, 2)], width: 1)', 'out-of-range'],
    ['path([], width: 1)', 'out-of-range'],
    ['ring(inner: 4, outer: 4)', 'reversed-bounds'],
    ['ring(inner: 5, outer: 4)', 'reversed-bounds'],
    ['polar(1e308m, 30) + (1e308m, 0) + (1e308m, 0)', 'not-finite'],
    ['like("")', 'out-of-range'],
    ['like("  ")', 'out-of-range'],
    ['steps(0..1, 1)', 'out-of-range'],
    ['quaternion(0, 0, 0, 0)', 'zero-rotation'],
    ['matrix(0, 0, 0, 0, 0, 0, 0, 0, 0)', 'zero-rotation'],
    ['mod(1, 0)', 'division-by-zero'],
    ['clamp(1, 3, 2)', 'reversed-bounds'],
    ['round(3.5m)', 'wrong-dimension'],
    ['sin(3m)', 'wrong-dimension'],
    ['min(1m, 2deg)', 'mixed-dimensions'],
    ['max(1, 2m, 3deg)', 'mixed-dimensions'],
    ['mix(1m, 2, 3m)', 'wrong-dimension'],
    ['clamp("a", 1, 2)', 'wrong-type'],
    ['steps(0..1m, 2.5)', 'not-an-integer'],
  ])('%s is %s', (text, code) => expect(errors(`let _x = ${text}`)).toEqual([code]));

  test('point at the argument', () =>
    checkDiagnostics(`
      let _a = mod(3m, 0m)
                       ^^ division-by-zero
      let _b = min(1m, 2deg, 3m)
                       ^^^^ mixed-dimensions
      let _c = rectangle(size: (3, 0))
                               ^^^^^^ out-of-range
      let _d = quaternion(0, 0, 0, 0)
               ^^^^^^^^^^^^^^^^^^^^^^ zero-rotation
      let _e = path([(0, 0)], width: 3)
                    ^^^^^^^^ out-of-range
      let _f = path([(0, 0), (0, 2, 0), (0, 0)], width: 3)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-direction
    `));

  test('say which part of a vector', () =>
    expect(checkText('water { at: (0, 0), size: (9, 1, 5) }').diagnostics[0]?.primary.message).toBe('its y is 1 m'));
});

describe('draws', () => {
  test('of what cannot be drawn from', () =>
    checkDiagnostics(`
      let _a = random(3)
                      ^ wrong-draw
      let _b = random([3, 4])
                      ^^^^^^ wrong-draw, fix: pick
      let _c = random(3, 5)
                      ^^^^ wrong-draw, fix: ..
      let _d = random(3, 5, 7)
                      ^^^^^^^ wrong-draw
      let _e = pick(3)
                    ^ wrong-draw
      let _f = pick(3m..5m)
                    ^^^^^^ wrong-draw, fix: random
      let _g = pick(3, 5)
                    ^^^^ wrong-draw, fix: [ … ]
      let _h = pick("oak", "elm", "ash")
                    ^^^^^^^^^^^^^^^^^^^ wrong-draw, fix: [ … ]
      let _i = random("a".."b")
                      ^^^ wrong-type
    `));

  test('of nothing', () =>
    checkDiagnostics(`
      let _a = pick([])
                    ^^ empty-choice
      let _b = pick(6..1)
                    ^^^^ empty-choice
      let _c = pick(1..<1)
                    ^^^^^ empty-choice
      let _d = random(5..3)
                      ^^^^ empty-choice
      let _e = clamp(1m, 3m, 2m)
               ^^^^^^^^^^^^^^^^^ reversed-bounds
    `));

  test('of one value are fine', () =>
    checkFine('let _a = pick(1..1)\nlet _b = random(3..3)\nlet _c = pick([4m])\nlet _d = pick(1..<2)'));

  test('an Integer is picked, and none is drawn', () => {
    expect(errors('let n = pick(1..6)\nscatter n in disk(radius: 3) { bush { height: 1 } }')).toEqual([]);
    expect(errors('let n = random(1..6)\nscatter n in disk(radius: 3) { bush { height: 1 } }')).toEqual([
      'not-an-integer',
    ]);
  });

  test('a list is drawn as what the place expects', () =>
    checkFine(`
      tree { at: pick([(0, 0), (1, 2, 3)]), height: pick([3, 4.5]), rotation: yaw(pick([90, 1turn])) }
      box { at: (0, 0), size: pick([(1, 1, 1), (2, 2, 2)]), color: pick([#aabbcc, #ddeeff]) }
      carnivore { at: (0, 0), height: 1, pose: pick([walk, run]) }
    `));

  test('whole numbers so far do not bind the next argument', () =>
    checkFine('tree { at: (0, 0), height: mix(2, pick([2.5, 3.5]), 0.5) }'));
});
