// What a program may make and compute. A scene from a stranger is safe to open: all of this is refused, and at once.
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../src/index.ts';
import { checkText, errors } from './support.ts';

const TREE = 'tree { at: (0, 0), height: 5 }';
const doubling = (levels: number, body: (below: string) => string) =>
  [
    'prefab p0(x: Integer = 0) { box { } }',
    ...Array.from({ length: levels }, (_, index) => `prefab p${index + 1}(x: Integer = 0) { ${body(`p${index}`)} }`),
    `p${levels} { at: (0, 0) }`,
  ].join('\n');

describe('is refused within 200 ms', () => {
  test.each([
    ['a loop of a billion', `for i in 0..<1000000000 { ${TREE} }`, 'too-many-instances'],
    ['a loop of a billion over nothing', 'for i in 0..<1000000000 { }', 'too-much-work'],
    ['a loop of a billion that reads its variable', 'for i in 0..<1000000000 { let _x = i }', 'too-much-work'],
    ['loops in loops', `for i in 0..999 { for j in 0..999 { for k in 0..999 { ${TREE} } } }`, 'too-many-instances'],
    ['loops in loops over nothing', 'for i in 0..9999 { for j in 0..9999 { for k in 0..9999 { } } }', 'too-much-work'],
    [
      'loops in loops that read their variables',
      'for i in 0..99999 { for j in 0..i * 100000 { for k in 0..j { } } }',
      'too-much-work',
    ],
    ['a tiny step', 'for d in 0m..1m step 0.000000001m { }', 'too-much-work'],
    ['the tiniest step', 'for d in 0m..1m step 1e-320m { }', 'too-much-work'],
    ['the tiniest step over elements', `for d in 0m..1m step 1e-320m { ${TREE} }`, 'too-many-instances'],
    ['a scatter of two million', `scatter 2000000 in disk(radius: 4000) { bush { height: 1 } }`, 'too-many-instances'],
    [
      'a scatter of a thousand in one of two thousand',
      `scatter 2000 in disk(radius: 40) { scatter 1000 in disk(radius: 1) { bush { height: 1 } } }`,
      'too-many-instances',
    ],
    ['a scatter of a billion over nothing', 'scatter 1000000000 in disk(radius: 4000) { }', 'too-much-work'],
    ['prefabs that double 40 times', doubling(40, (below) => `${below} { } ${below} { }`), 'too-many-instances'],
    [
      'prefabs that double 40 times, in groups',
      doubling(40, (below) => `group { ${below} { } group { ${below} { } } }`),
      'too-many-instances',
    ],
    [
      'prefabs that repeat a thousandfold, 9 times',
      doubling(9, (below) => `for i in 0..999 { ${below} { } }`),
      'too-many-instances',
    ],
    ['a list of a billion', 'let _x = steps(0..1, 1000000000)', 'too-much-work'],
    [
      'prefabs 101 deep',
      [
        'prefab q0() { box { } }',
        ...Array.from({ length: 100 }, (_, index) => `prefab q${index + 1}() { q${index} { } }`),
      ].join('\n'),
      'deep-prefabs',
    ],
    [
      'prefabs whose blocks stand 257 deep',
      [
        'prefab q0() { box { } }',
        ...Array.from(
          { length: 70 },
          (_, index) => `prefab q${index + 1}() { group { group { group { group { q${index} { } } } } } }`,
        ),
      ].join('\n'),
      'deep-prefabs',
    ],
    ['a sum of two thousand', `let _x = ${Array.from({ length: 2000 }, () => '1m').join(' + ')}`, 'long-expression'],
    ['a product of two thousand', `let _x = ${Array.from({ length: 2000 }, () => '1').join(' * ')}`, 'long-expression'],
    [
      'two thousand conditions',
      `let _x = ${Array.from({ length: 2000 }, () => 'true').join(' and ')}`,
      'long-expression',
    ],
    ['two thousand indexes', `let x = [1]\nlet _y = x${'[0]'.repeat(2000)}`, 'long-expression'],
  ])('%s', (_what, text, code) => {
    // The best of a few, and of the processor's time: other work on the machine is not what is measured.
    let best = Number.POSITIVE_INFINITY;
    for (let times = 0; times < 5 && best >= 200; times += 1) {
      const start = process.cpuUsage();
      expect(errors(text)).toEqual([code]);
      best = Math.min(best, process.cpuUsage(start).user / 1000);
    }
    expect(best).toBeLessThan(200);
  });

  test('prefabs that double, each time with other arguments, a little later', () =>
    expect(errors(doubling(40, (below) => `${below} { x: x + 1 } ${below} { x: x * 2 + 1 }`))).toEqual([
      'too-many-instances',
    ]));

  test('many elements in many sections', () => {
    const text = Array.from({ length: 12 }, () => `scatter 100000 in disk(radius: 400) { bush { height: 1 } }`).join(
      '\n',
    );
    expect(errors(text)).toEqual(['too-many-instances']);
  });
});

describe('is allowed', () => {
  test.each([
    ['a million elements', `scatter 999999 in disk(radius: 4000) { bush { height: 1 } }\n${TREE}`],
    ['a million in loops', `for i in 0..<1000 { for j in 0..<1000 { ${TREE} } }`],
    ['prefabs that double 19 times', doubling(19, (below) => `${below} { } ${below} { }`)],
    [
      'prefabs 100 deep',
      [
        'prefab q0() { box { } }',
        ...Array.from({ length: 99 }, (_, index) => `prefab q${index + 1}() { q${index} { } }`),
        'q99 { at: (0, 0) }',
      ].join('\n'),
    ],
    ['a million items', 'let _x = steps(0..1, 1000000)'],
    ['a sum of a thousand and one', `let _x = ${Array.from({ length: 1001 }, () => '1m').join(' + ')}`],
    [
      'a prefab that makes too many, if nobody uses it',
      'prefab p() { scatter 2000000 in disk(radius: 4000) { bush { height: 1 } } }',
    ],
    ['two thousand alternatives', `if false { } ${Array.from({ length: 200 }, () => 'else if false { }').join(' ')}`],
    ['an empty loop of anything', `for i in 5..<5 { for j in 0..<1000000000 { ${TREE} } }`],
  ])('%s', (_what, text) => expect(errors(text)).toEqual([]));
});

describe('limits can be set', () => {
  test.each([
    ['elements', `for i in 0..<10 { ${TREE} }`, { instances: 10 }, { instances: 9 }, 'too-many-instances'],
    [
      'elements of several items',
      Array.from({ length: 10 }, () => TREE).join('\n'),
      { instances: 10 },
      { instances: 9 },
      'too-many-instances',
    ],
    [
      'elements of groups',
      `group { at: (0, 0) ${'box { } '.repeat(10)} }`,
      { instances: 10 },
      { instances: 9 },
      'too-many-instances',
    ],
    [
      'the dearer branch',
      `if random(0..1) < 0.5 { ${TREE} } else { ${TREE} ${TREE} }`,
      { instances: 2 },
      { instances: 1 },
      'too-many-instances',
    ],
    [
      'the dearer branch, with what follows',
      `if random(0..1) < 0.5 { ${TREE} ${TREE} } else { ${TREE} }\n${TREE}`,
      { instances: 3 },
      { instances: 2 },
      'too-many-instances',
    ],
    [
      'values of the dearer branch, with what follows',
      'for i in 0..<10 { if random(0..1) < 0.5 { for j in 0..<9 { let _x = i + j } } let _y = i }',
      { work: 1000 },
      { work: 100 },
      'too-much-work',
    ],
    [
      'the branch that is taken',
      `if 1 < 2 { ${TREE} } else { ${TREE} ${TREE} }`,
      { instances: 1 },
      { instances: 0 },
      'too-many-instances',
    ],
    [
      'what a draw decides, at most',
      'scatter pick(1..5) in disk(radius: 3) { bush { height: 1 } }',
      { instances: 5 },
      { instances: 4 },
      'too-many-instances',
    ],
    [
      'what a draw loops, at most',
      'for i in 0..pick(1..5) { box { at: (0, 0) } }',
      { instances: 6 },
      { instances: 5 },
      'too-many-instances',
    ],
    [
      'uses of prefabs',
      'prefab p() { box { } box { } }\nfor i in 0..<5 { p { at: (0, 0) } }',
      { instances: 10 },
      { instances: 9 },
      'too-many-instances',
    ],
    [
      'uses of prefabs that make more each time',
      'prefab p(n: Integer) { for i in 0..<n { box { } } }\nfor n in 1..4 { p { at: (0, 0), n: n } }',
      { instances: 10 },
      { instances: 9 },
      'too-many-instances',
    ],
    ['values', 'for i in 0..<10 { let _x = i }', { work: 100 }, { work: 10 }, 'too-much-work'],
  ])('of %s', (_what, text, enough, scarce, code) => {
    expect(errors(text, { limits: enough })).toEqual([]);
    expect(errors(text, { limits: scarce })).toEqual([code]);
  });

  test('settings and groups are no elements', () =>
    expect(errors('sky { dust: 1 }\ncamera { fov: 40 }\ngroup { at: (0, 0) }', { limits: { instances: 0 } })).toEqual(
      [],
    ));

  test('one message for all that is too much', () =>
    expect(errors(Array.from({ length: 10 }, () => TREE).join('\n'), { limits: { instances: 3 } })).toEqual([
      'too-many-instances',
    ]));

  test('the defaults are those of the design', () =>
    expect(DEFAULT_LIMITS).toMatchObject({ instances: 1_000_000, work: 100_000_000, characters: 64 * 1024 * 1024 }));

  test('the message says how many there are', () => {
    const [diagnostic] = checkText('scatter 2000000 in disk(radius: 4000) { bush { height: 1 } }').diagnostics;
    expect(diagnostic?.primary.message).toBe('with this the scene has 2,000,000 elements');
    expect([diagnostic?.primary.start, diagnostic?.primary.end]).toEqual([8, 15]);
  });
});
