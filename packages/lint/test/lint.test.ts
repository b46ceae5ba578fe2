// Lint as a whole: the same for every order of the elements, one message a place, and fast enough for large scenes.
import { validateScene } from '@diorama/scene';
import { makeElement, makeScene } from '@diorama/scene/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINT_PAGES, lint, measure, type Part } from '../src/index.ts';
import { checkLint } from './check-lint.ts';

const OBJECTS = ['tree', 'bush', 'boulder', 'herbivore', 'carnivore', 'bird'] as const;
const KINDS = [
  ...OBJECTS,
  'tree',
  'bush',
  'boulder',
  'herbivore',
  'carnivore',
  'bird',
  'object',
  'box',
  'sphere',
  'water',
] as const;

const coordinate = (size: number) => fc.integer({ min: -size * 10, max: size * 10 }).map((number) => number / 10 + 0);
const arbitraryElement = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    x: coordinate(4),
    y: fc.option(coordinate(1), { nil: undefined }),
    z: coordinate(12),
    height: fc.double({ min: 0.2, max: 6, noNaN: true }),
    rotation: fc.integer({ min: 0, max: 359 }),
    line: fc.nat(5),
  })
  .map(({ kind, x, y, z, height, rotation, line }) =>
    makeElement(kind, {
      at: y === undefined ? [x, z - 12] : [x, y, z - 12],
      rotation,
      origin: { file: 'a.dio', start: 10 * line, end: 10 * line + 5 },
      ...(['box', 'sphere', 'water'].includes(kind) ? {} : { height }),
    } as object),
  );

test('the order of the elements changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryElement, { maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      (elements, keys) => {
        const shuffled = elements
          .map((element, index) => ({ element, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ element }) => element);
        expect(lint(makeScene({ elements: shuffled }))).toEqual(lint(makeScene({ elements })));
      },
    ),
  );
});

test('the same scene gives the same findings', () => {
  fc.assert(
    fc.property(fc.array(arbitraryElement, { maxLength: 12 }), (elements) => {
      const scene = makeScene({ elements });
      expect(measure(structuredClone(scene))).toEqual(measure(scene));
    }),
  );
});

test('every gap is a number, and every scene can be measured', () => {
  fc.assert(
    fc.property(fc.array(arbitraryElement, { maxLength: 12 }), (elements) => {
      const scene = makeScene({ elements, ground: { relief: 2 } });
      expect(validateScene(scene)).toEqual([]);
      for (const { gap, code } of measure(scene)) {
        expect(gap).toBeGreaterThanOrEqual(0);
        if (code !== 'swims-on-land') expect(gap).toBeLessThan(Infinity);
      }
    }),
  );
});

test('a place has at most one message of a code', () => {
  fc.assert(
    fc.property(fc.array(arbitraryElement, { maxLength: 12 }), (elements) => {
      const keys = lint(makeScene({ elements })).map(({ code, primary }) => `${code} ${primary.file} ${primary.start}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('what has no origin is named, and reported at the beginning of a file', () => {
  const scene = makeScene({
    elements: [
      makeElement('tree', { at: [1, 1.3, -12], height: 4, label: 'oak' }),
      makeElement('bush', { at: [3, 9, -30] }),
    ],
  });
  expect(lint(scene, { file: 'meadow.json' }).map(({ primary }) => primary)).toEqual([
    { file: 'meadow.json', start: 0, end: 0, message: 'a bush at (3, 9, -30): 9 m above the ground' },
    { file: 'meadow.json', start: 0, end: 0, message: 'tree oak at (1, 1.3, -12): 1.3 m above the ground' },
  ]);
});

test('an element at a place of the view is measured in the world', () => {
  const camera = {
    position: { kind: 'world', x: 0, y: 2, z: 0 },
    aim: { kind: 'angles', pitch: 0, yaw: 90, roll: 0 },
  } as const;
  checkLint(
    { camera, elements: [makeElement('tree', { at: { kind: 'view', x: 0, y: -1, z: -12 }, height: 4 })] },
    'floats: 1 m above the ground',
  );
});

describe('a scene as its camera sees it, from the origin', () => {
  const camera = { position: { kind: 'world', x: 0, y: 0, z: 0 } } as const;
  const seen = makeElement('tree', { at: { kind: 'view', x: 0, y: -1.5, z: -12 }, height: 4 });

  test('has a ground that nobody has measured', () => {
    checkLint({ camera, elements: [seen] });
  });

  test('is still looked at', () => {
    const behind = makeElement('tree', { at: { kind: 'view', x: 0, y: -1.5, z: 12 }, height: 4 });
    checkLint({ camera, elements: [seen, behind] }, 'out-of-view: 10.6 m behind the camera');
  });

  test('has a known ground as soon as one thing stands on it', () => {
    checkLint(
      { camera, elements: [seen, makeElement('bush', { at: [2, -12] })] },
      'sinks: its base is 1.5 m under the ground',
      'camera-underground: the eye is on the ground',
    );
  });
});

test('another source of extents replaces the guesses', () => {
  const wide: Part = { form: 'box', matter: 'stone', center: [0, 0.5, 0], half: [3, 0.5, 0.5], exact: true };
  const scene = makeScene({ elements: [makeElement('boulder', { at: [6, -9] })] });
  expect(lint(scene)).toMatchObject([{ code: 'out-of-view' }]);
  expect(lint(scene, { extents: { partsOf: () => [wide] } })).toEqual([]);
});

describe('an empty scene', () => {
  test('has nothing wrong with it', () => {
    expect(lint(makeScene())).toEqual([]);
  });
});

test('pages are complete, and their examples end in a line end', () => {
  for (const { code, command, explanation, bad, good } of LINT_PAGES) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(command).toBe('lint');
    expect(explanation.length).toBeGreaterThan(80);
    for (const example of [bad, good]) expect(example).toMatch(/\n$/);
  }
  expect(new Set(LINT_PAGES.map(({ code }) => code)).size).toBe(LINT_PAGES.length);
});

describe('large scenes', () => {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const scatter = (count: number, width: number, high: number) =>
    makeScene({
      elements: Array.from({ length: count }, (_, index) => {
        const at = [(random() - 0.5) * width, random() * high, -random() * width] as const;
        const place = high === 0 ? ([at[0], at[2]] as const) : at;
        const origin = { file: 'a.dio', start: 10 * (index % 6), end: 10 * (index % 6) + 5 };
        return makeElement(OBJECTS[index % 6] ?? 'tree', {
          at: place,
          height: 0.3 + random(),
          rotation: random() * 360,
          origin,
        });
      }),
    });

  // A guard against work that grows with the square, not a figure: seconds of the processor, which coverage multiplies.
  test.each([
    ['100,000 elements in a plain', scatter(100_000, 1500, 0), 60],
    ['100,000 elements in the air', scatter(100_000, 1500, 3), 60],
    ['20,000 elements in a heap', scatter(20_000, 3, 1), 60],
  ])(
    '%s',
    (_, scene, limit) => {
      const start = process.cpuUsage();
      const diagnostics = lint(scene);
      const { user } = process.cpuUsage(start);
      expect(diagnostics.length).toBeLessThanOrEqual(6 * LINT_PAGES.length);
      expect(user / 1e6).toBeLessThan(limit);
    },
    180_000,
  );
});
