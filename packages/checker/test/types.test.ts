// Types: what every property and operator takes, and what may stand in for what.
import { TYPE_NAMES } from '@diorama/vocabulary';
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, checkText, codes, errors, rendered } from './support.ts';

/** An expression of each type. */
const VALUES: Readonly<Record<string, string>> = {
  Number: '0.5',
  Integer: '4',
  Length: '4m',
  Angle: '4deg',
  Boolean: 'true',
  Text: '"a"',
  Color: '#aabbcc',
  Position: '(1, 2)',
  ViewPosition: 'view(0, 0, -8)',
  Vector: '(1, 0, 2)',
  Rotation: 'yaw(4)',
  Appearance: 'like("oak")',
  Region: 'disk(radius: 3)',
  Pose: 'walk',
};

/** Which literals may stand where a type is expected: a bare number takes any dimension, a tuple is point or vector. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  Number: ['Number', 'Integer'],
  Integer: ['Integer'],
  Length: ['Number', 'Integer', 'Length'],
  Angle: ['Number', 'Integer', 'Angle'],
  Position: ['Position', 'Vector'],
  Vector: ['Position', 'Vector'],
};

/** Names are of one type; an Integer is a Number. */
const TAKES_NAMES: Readonly<Record<string, readonly string[]>> = { Number: ['Number', 'Integer'] };

describe('every type by every other', () => {
  const names = [...TYPE_NAMES.keys()];
  test('the table knows all types', () => expect(Object.keys(VALUES).sort()).toEqual([...names].sort()));

  test.each(names.flatMap((expected) => names.map((given) => [expected, given] as const)))(
    '%s takes the literal of %s',
    (expected, given) => {
      const fits = (TAKES[expected] ?? [expected]).includes(given);
      const found = errors(`let x: ${expected} = ${VALUES[given]}`);
      if (fits) expect(found).toEqual([]);
      // A word says something of its own where nothing expects it.
      else
        expect(['wrong-type', 'wrong-dimension', 'not-an-integer', 'stray-word', 'unknown-word']).toContain(
          found.join(),
        );
    },
  );

  test.each(names.flatMap((expected) => names.map((given) => [expected, given] as const)))(
    '%s takes a name of %s',
    (expected, given) => {
      const fits = (TAKES_NAMES[expected] ?? [expected]).includes(given);
      const found = errors(`let x: ${given} = ${VALUES[given]}\nlet y: ${expected} = x`);
      if (fits) expect(found).toEqual([]);
      else expect(['wrong-type', 'wrong-dimension', 'not-an-integer']).toContain(found.join());
    },
  );

  test.each(names.flatMap((expected) => names.map((given) => [expected, given] as const)))(
    'List[%s] takes a list of %s',
    (expected, given) => {
      const fits = (TAKES_NAMES[expected] ?? [expected]).includes(given);
      const found = errors(`let x: ${given} = ${VALUES[given]}\nlet y: List[${expected}] = [x, x]`);
      expect(found.length).toBe(fits ? 0 : 2);
    },
  );

  test.each(names)('a prefab’s parameter of type %s', (name) =>
    expect(
      errors(
        `prefab p(x: ${name} = ${VALUES[name]}) { let _y: ${name} = x box { } }\np { at: (0, 0), x: ${VALUES[name]} }`,
      ),
    ).toEqual([]),
  );
});

describe('without an expected type', () => {
  test.each([
    ['4', 'Integer'],
    ['4.0', 'Number'],
    ['1e3', 'Number'],
    ['50%', 'Number'],
    ['-4', 'Integer'],
    ['4 / 2', 'Number'],
    ['4 * 2', 'Integer'],
    ['4 * 2.0', 'Number'],
    ['(1, 2)', 'Position'],
    ['(1, 2, 3)', 'Position'],
    ['-(1, 2, 3)', 'Vector'],
    ['4m', 'Length'],
    ['4m / 2m', 'Number'],
    ['4 == 4', 'Boolean'],
    ['round(4.5)', 'Integer'],
    ['min(4, 5)', 'Integer'],
    ['min(4, 5.0)', 'Number'],
    ['mix(4, 5, 0.5)', 'Number'],
    ['random(4..5)', 'Number'],
    ['random(4m..5m)', 'Length'],
    ['pick(4..5)', 'Integer'],
    ['pick([4m, 5m])', 'Length'],
    ['if true then 4 else 5.0', 'Number'],
    ['if true then 4 else 5m', 'Length'],
    ['[4, 5][0]', 'Integer'],
    ['(1, 2).x', 'Length'],
    ['distance((0, 0), (3, 4))', 'Length'],
    ['sin(30)', 'Number'],
    ['polar(4, 30)', 'Position'],
  ])('%s is %s', (expression, type) => {
    expect(errors(`let x = ${expression}\nlet y: ${type} = x`)).toEqual([]);
    const others = Object.keys(VALUES).filter((name) => name !== type && !(type === 'Integer' && name === 'Number'));
    for (const other of others) expect(errors(`let x = ${expression}\nlet y: ${other} = x`), other).toHaveLength(1);
  });
});

describe('a value of the wrong type is told how to write the right one', () => {
  test('fixes', () =>
    checkDiagnostics(`
      tree oak { at: [0, -8], height: 5 }
                     ^^^^^^^ wrong-type, fix: ( … )
      tree { at: oak, height: oak, rotation: 40 }
                 ^^^ wrong-type, fix: .at
                              ^^^ wrong-type, fix: .height
                                             ^^ wrong-type, offer: yaw( … )
      tree { at: (1, 2), height: 3..5, rotation: oak }
                                 ^^^^ wrong-type, offer: random( … )
                                                 ^^^ wrong-type, fix: .rotation
      tree { at: (2, 2), height: [3, 5], appearance: "an oak" }
                                 ^^^^^^ wrong-type, offer: pick( … )
                                                     ^^^^^^^^ wrong-type, fix: like( … )
      tree { at: (3, 2), height: 5, appearance: "tree/oak" }
                                                ^^^^^^^^^^ wrong-type, fix: asset( … )
      box { at: (4, 2), color: "red" }
                               ^^^^^ wrong-type, offer: #ff0000
      box { at: (5, 2), color: "aabbcc" }
                               ^^^^^^^^ wrong-type, fix: #aabbcc
      box { at: (5, 2), color: "reddish" }
                               ^^^^^^^^^ wrong-type
      carnivore { at: (6, 2), height: 1, pose: "walk" }
                                               ^^^^^^ wrong-type, fix: walk
      carnivore { at: (6, 2), height: 1, pose: "walking" }
                                               ^^^^^^^^^ wrong-type
      scatter 5 in 6 { bush { height: 1 } }
                   ^ wrong-type, offer: disk(radius: … )
      scatter 5 in "here" { bush { height: 1 } }
                   ^^^^^^ wrong-type
    `));

  test('hints', () => {
    const hint = (text: string) => checkHint(text);
    expect(hint('tree { at: 5, height: 5 }')).toContain('(x, z)');
    expect(hint('tree { at: (0, 0), height: true }')).toBe('a Length is written `5m`');
    expect(hint('tree { at: (0, 0), height: 4, rotation: (0, 1, 0) }')).toContain('euler');
    expect(hint('if 3 { box { at: (0, 0) } }')).toContain('> 0');
    expect(hint('if "a" { box { at: (0, 0) } }')).toBe('a Boolean is written `true`');
    expect(hint('let v: Vector = (1, 0, 0)\ntree { at: v, height: 5 }')).toContain('(0, 0) +');
    expect(hint('box { at: (0, 0), size: 5 }')).toBe('a Vector is written `(4m, 0m, 2m)`');
    expect(hint('carnivore { at: (0, 0), height: 1, pose: 3 }')).toBe('a Pose is written `stand`');
    expect(hint('let x: List[Angle] = 3')).toBe('a List[Angle] is written `[40deg, 40deg]`');
    expect(hint('let x: Range[Length] = 3')).toBe('a Range[Length] is written `1m..5m`');
    expect(hint('let x: List[List[Number]] = 3')).toContain('[[0.5, 0.5], [0.5, 0.5]]');
    expect(hint('let x: ViewPosition = 3')).toContain('view(0, 0, -8)');
    expect(hint('scene { name: 3 }')).toContain('"a text"');
    expect(hint('let x: Color = 3')).toContain('#c3ccd4');
    expect(hint('tree oak { at: (0, 0), height: 3 }\nscene { name: oak }')).toContain('.at, .height');
    expect(hint('let v = view(0, 0, -8)\ncamera { position: v }')).toContain('only be the `at`');
  });
});

function checkHint(text: string): string {
  const [diagnostic] = checkText(text).diagnostics;
  expect(diagnostic?.code).toBe('wrong-type');
  return diagnostic?.notes.at(-1) ?? '';
}

describe('operators', () => {
  test.each([
    ['not 3'],
    ['true and 3'],
    ['3 or true'],
    ['"a" + "b"'],
    ['1 + "b"'],
    ['true * 2'],
    ['2 * true'],
    ['-"a"'],
    ['-true'],
    ['-[1, 2]'],
    ['"a" < "b"'],
    ['(1, 2) == (1, 2)'],
    ['[1] == [1]'],
    ['yaw(3) != yaw(4)'],
    ['"a" == 3'],
    ['true == "a"'],
    ['#aabbcc == "a"'],
    ['"a".."b"'],
    ['1..true'],
    ['5[0]'],
    ['"abc"[0]'],
    ['[1, "a"]'],
    ['[[1], ["a"]]'],
  ])('%s', (expression) => expect(errors(`let x = ${expression}`)).toEqual(['wrong-type']));

  test.each([
    ['"a" == "b"'],
    ['#aabbcc != #aabbcd'],
    ['true == false'],
    ['not true or false and true'],
    ['1 < 2.5'],
    ['2m >= 30cm'],
  ])('%s is fine', (expression) => expect(errors(`let x: Boolean = ${expression}`)).toEqual([]));

  test('words are compared with words', () => {
    expect(errors('let gait: Pose = walk\nlet x = gait == run')).toEqual([]);
    expect(errors('let gait: Pose = walk\nlet x = gait != rum')).toEqual(['unknown-word']);
    expect(errors('let gait: Pose = walk\nlet x = gait == 3')).toEqual(['wrong-type']);
    expect(errors('let gait: Pose = walk\nlet x = ? == gait')).toEqual([]);
  });

  test('a mistake inside says nothing more outside', () =>
    checkDiagnostics(`
      let x = not (3 + fra) and true
                       ^^^ unknown-name
      tree { at: (if x then 3m else 4m, 0), height: round(3.5m) }
                                                          ^^^^ wrong-dimension
      tree { at: (1, 0), height: if ("a" < "b") == 3 then 3m else 4m }
                                     ^^^ wrong-type
    `));
});

describe('written types', () => {
  test('unknown ones', () =>
    checkDiagnostics(`
      let a: Lenght = 3m
             ^^^^^^ unknown-type, fix: Length
      let b: Meters = 3m
             ^^^^^^ unknown-type, offer: Length
      let c: Foo = 3m
             ^^^ unknown-type
      let d: List[Foo] = [3m]
                  ^^^ unknown-type
      tree { at: (a, b), height: c + d[0] }
    `));

  test('arguments', () =>
    checkDiagnostics(`
      let a: List = [3m]
             ^^^^ type-argument
      let b: Length[Number] = 3m
             ^^^^^^^^^^^^^^ type-argument, fix: Length
      prefab p(r: Range) { tree { height: random(r) } }
                  ^^^^^ type-argument
      tree { at: (a[0], b), height: 5 }
    `));

  test('an annotated let is of the written type', () => {
    expect(errors('let x: Number = 4\nscatter x in disk(radius: 3) { bush { height: 1 } }')).toEqual([
      'not-an-integer',
    ]);
    expect(errors('let x: Length = 4\ntree { at: (x, 0), height: x }')).toEqual([]);
    expect(errors('let x: Length = "a"\nlet y: Length = x')).toEqual(['wrong-type']);
  });

  test('what is wrong with a type is not said of its uses', () =>
    expect(codes('let x: Range = 1..2\ntree { at: (0, 0), height: random(x) }')).toEqual(['type-argument']));
});

describe('members', () => {
  test('of points and elements', () =>
    checkFine(`
      tree oak { at: (0, 0), height: 5, rotation: yaw(3) }
      let p = oak.at + (1, 0, 0)
      tree { at: (p.x, p.y, p.z), height: oak.height, rotation: oak.rotation }
      bird { at: oak.top, height: oak.top.y + 1m }
    `));

  test.each([
    ['sphere oak { at: (0, 0), radius: 2 }', 'oak.height', 4],
    ['sphere oak { at: (0, 0) }', 'oak.height', 1],
    ['box oak { at: (0, 0), size: (1, 3, 2) }', 'oak.height', 3],
    ['tree oak { at: (0, 0), height: 5 }', 'oak.height', 5],
    ['tree oak { at: (0, 0), height: random(1..5) }', 'oak.height', 5],
    ['tree oak { at: (3, 4), height: 5 }', 'oak.at.z', 4],
  ])('of %s: %s is %d at most', (text, member, most) => {
    expect(errors(`${text}\ntree { at: (0, 0), height: 200 - ${most} + ${member} }`)).toEqual([]);
    expect(errors(`${text}\ntree { at: (0, 0), height: 200.5 - ${most} + ${member} }`)).toEqual(['out-of-range']);
  });

  test.each([
    ['group g { at: (0, -5) }', ['at', 'rotation']],
    ['prefab p(height: Length = 3) { box { } }\np g { at: (0, -5), height: 4 }', ['at', 'rotation']],
    ['water g { at: (0, -5) }', ['at', 'rotation']],
    ['plane g { at: (0, -5) }', ['at', 'rotation']],
    ['lamp g { at: (0, 2, -5) }', ['at']],
    ['cone g { at: (0, -5) }', ['at', 'height', 'top', 'rotation']],
    ['bird g { at: (0, -5), height: 1 }', ['at', 'height', 'top', 'rotation']],
    ['camera g { position: (3, 9, 1) }', []],
    ['sky g { }', []],
    ['scene g { }', []],
    ['haze g { }', []],
    ['ground g { }', []],
  ])('of %s are %j', (text, members) => {
    const uses = {
      at: 'box { at: g.at }',
      height: 'box { at: (0, g.height, 0) }',
      top: 'box { at: g.top }',
      rotation: 'box { at: (0, 0), rotation: g.rotation }',
    };
    for (const [name, use] of Object.entries(uses))
      expect(codes(`${text}\n${use}`), name).toEqual(members.includes(name) ? [] : ['unknown-member']);
  });

  test('of several elements are those that they have in common', () => {
    const elements = 'tree oak { at: (0, -5), height: 4 } group g { at: (3, -5) }';
    expect(codes(`${elements} box { at: pick([oak, g]).at }`)).toEqual([]);
    expect(codes(`${elements} box { at: pick([oak, g]).top }`)).toEqual(['unknown-member']);
    expect(codes(`${elements} box { at: (if g.at.x > 2m then g else oak).top }`)).toEqual(['unknown-member']);
  });

  test('of what has none are not advised', () => {
    expect(rendered('camera c { position: (3, 9, 1) } box { at: c }')).not.toContain('c.at');
    expect(rendered('camera { position: (3, 9, 1) } box { at: camera.position }')).toContain('nothing can be read');
  });

  test('that are not there', () =>
    checkDiagnostics(`
      tree oak { at: (0, 0), height: 5 }
      let p = (1, 2)
      tree { at: (p.w, 0), height: oak.heigth }
                    ^ unknown-member
                                       ^^^^^^ unknown-member, fix: height
      tree { at: oak.position, height: oak.age }
                     ^^^^^^^^ unknown-member, offer: at
                                           ^^^ unknown-member
      tree { at: (p.x.x, 0), height: 5 }
                      ^ unknown-member
    `));
});

describe('lists', () => {
  test('each item that is not like the first is told', () =>
    checkDiagnostics(`
      let x: List[Length] = [1, 2deg, "a", 3m]
                                ^^^^ wrong-dimension
                                      ^^^ wrong-type
      tree { at: (x[0], 0), height: 5 }
      let y = [1m, 2deg, 3m, true]
                   ^^^^ wrong-dimension
                             ^^^^ wrong-type
      tree { at: (y[0], 0), height: 5 }
    `));

  test('an Integer beside a Number makes a list of Numbers', () =>
    expect(errors('let x = [1, 2.5]\nlet y: Integer = x[0]')).toEqual(['not-an-integer']));

  test('an empty list fits every type', () =>
    expect(errors('let x: List[Length] = []\nlet y: List[Text] = []')).toEqual([]));

  test('the index is a whole number of those that there are', () =>
    checkDiagnostics(`
      let h = [4m, 5m, 6m]
      tree { at: (0, 0), height: h[3] }
                                   ^ index-out-of-range
      tree { at: (1, 0), height: h[-1] }
                                   ^^ index-out-of-range
      tree { at: (2, 0), height: h[0.5] }
                                   ^^^ not-an-integer, offer: 1
      tree { at: (3, 0), height: h[1m] }
                                   ^^ wrong-dimension
      tree { at: (4, 0), height: h[2] + h[0] }
    `));

  test('of an empty list there is no item', () =>
    expect(errors('let x = []\nlet y = x[0]')).toEqual(['index-out-of-range']));
});
