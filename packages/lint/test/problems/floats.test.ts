import { makeElement } from '@diorama/scene/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLint, findingsOf } from '../check-lint.ts';

test('a tree in the air', () => {
  const [problem] = checkLint(
    { elements: [makeElement('tree', { at: [1, 1.3, -12], height: 4 })] },
    'floats: 1.3 m above the ground',
  );
  expect(problem?.notes).toEqual([
    'found: its base at (1, 1.3, -12), where the ground is at 0 m',
    'write `at: (1, -12)` to stand it on the ground',
  ]);
});

test('the gap is the one it was moved by', () => {
  const kinds = fc.constantFrom('tree', 'bush', 'boulder', 'herbivore', 'bird', 'object' as const);
  const gaps = fc.double({ min: 0.5, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      kinds,
      gaps,
      fc.double({ min: 0.1, max: 40, noNaN: true }),
      fc.integer({ min: 0, max: 360 }),
      (kind, gap, height, rotation) => {
        const elements = [makeElement(kind, { at: [0, gap, -12], height, rotation })];
        const [floats, ...others] = findingsOf('floats', { elements });
        expect(others).toEqual([]);
        expect(floats?.gap).toBeCloseTo(gap, 9);
      },
    ),
  );
});

describe('nothing to say about', () => {
  test.each([
    ['what stands on hills', { ground: { relief: 4 }, elements: [makeElement('tree', { at: [0, -12], height: 4 })] }],
    ['a gap that nobody sees', { elements: [makeElement('tree', { at: [0, 0.03, -12], height: 4 })] }],
    ['a bird that flies', { elements: [makeElement('bird', { at: [0, 3, -12], pose: 'fly' })] }],
    ['a lamp', { elements: [makeElement('lamp', { at: [0, 3, -12] })] }],
    [
      'a lioness on a boulder',
      {
        elements: [makeElement('boulder', { at: [0, -12], height: 2 }), makeElement('carnivore', { at: [0, 2, -12] })],
      },
    ],
    [
      'a leopard in a tree',
      { elements: [makeElement('tree', { at: [0, -12], height: 8 }), makeElement('carnivore', { at: [1, 4, -12] })] },
    ],
    ['a box on a box', { elements: [makeElement('box', { at: [0, -9] }), makeElement('box', { at: [0.9, 1, -9] })] }],
    ['a tower', { elements: [0, 2, 1, 3].map((y) => makeElement('box', { at: [0, y, -9] })) }],
    [
      'a bird that perches near a trunk',
      {
        elements: [
          makeElement('tree', { at: [0, -12], height: 4 }),
          makeElement('bird', { at: [0, 4.2, -12], height: 0.3, pose: 'perch' }),
        ],
      },
    ],
    [
      'a bird that stands in a crown',
      { elements: [makeElement('tree', { at: [0, -12], height: 8 }), makeElement('bird', { at: [1.5, 4, -12] })] },
    ],
    [
      'a stone half over the edge of a table',
      { elements: [makeElement('box', { at: [0, -9] }), makeElement('boulder', { at: [0.5, 1, -9], height: 0.4 })] },
    ],
    [
      'a log across two boulders',
      {
        elements: [
          makeElement('boulder', { at: [-1, -9], height: 0.8 }),
          makeElement('boulder', { at: [1, -9], height: 0.8 }),
          makeElement('cylinder', {
            at: [1.3, 0.9, -9],
            radius: 0.2,
            height: 2.6,
            rotation: { kind: 'euler', yaw: 0, pitch: 0, roll: 90 },
          }),
        ],
      },
    ],
    [
      'rails between posts',
      {
        elements: [
          makeElement('box', { at: [-1, -9], size: [0.1, 1.2, 0.1] }),
          makeElement('box', { at: [1, -9], size: [0.1, 1.2, 0.1] }),
          makeElement('box', { at: [0, 0.7, -9], size: [1.9, 0.1, 0.04] }),
        ],
      },
    ],
    ['a lake in a hollow', { ground: { relief: 3 }, elements: [makeElement('water', { at: [0, 0.5, -12] })] }],
  ] as const)('%s', (_, parts) => {
    checkLint({ ...parts, elements: [...parts.elements] });
  });
});

test('a bird that perches on air', () => {
  checkLint(
    { elements: [makeElement('bird', { at: [0, 2, -12], height: 0.3, pose: 'perch' })] },
    'floats: 2 m above the ground',
  );
});

test('things that hold each other, held by nothing', () => {
  const elements = [makeElement('box', { at: [0, 1, -9] }), makeElement('box', { at: [0, 2, -9] })];
  checkLint({ elements }, 'floats: 1 m above the ground');
});

test('a gap above another thing is measured to that', () => {
  const elements = [
    makeElement('box', { at: [0, -9], label: 'plinth' }),
    makeElement('sphere', { at: [0.2, 1.25, -9] }),
  ];
  const [problem] = checkLint({ elements }, 'floats: 0.25 m above box plinth');
  expect(problem?.related).toEqual([{ file: 'a.dio', start: 0, end: 50, message: 'this is below it' }]);
});

describe('what is beside it holds nothing up', () => {
  const standing = makeElement('tree', { at: [3.2, -14], height: 8 });
  test.each([
    ['a tree whose crown is in another', [makeElement('tree', { at: [0, 3, -14], height: 4 }), standing], '3.0 m'],
    ['a tree in the crown of another', [makeElement('tree', { at: [2.5, 4, -14], height: 4 }), standing], '4.0 m'],
    [
      'a deer whose flank touches one that stands',
      [
        makeElement('herbivore', { at: [0.55, 0.5, -9], height: 1.5 }),
        makeElement('herbivore', { at: [0, -9], height: 1.5 }),
      ],
      '0.5 m',
    ],
    [
      'a lioness at the wall of a house',
      [makeElement('carnivore', { at: [1.65, 1, -9] }), makeElement('box', { at: [0, -9], size: [3, 3, 3] })],
      '1.0 m',
    ],
    [
      'a boulder under something that stands on legs',
      [
        makeElement('boulder', { at: [0, 0.5, -9], height: 0.4 }),
        makeElement('box', { at: [-1, -9], size: [0.1, 1, 0.1] }),
        makeElement('box', { at: [0, 0.9, -9], size: [2, 0.1, 1] }),
      ],
      '0.5 m',
    ],
  ] as const)('%s', (_, elements, gap) => {
    const findings = findingsOf('floats', { elements: [...elements] });
    expect(findings.map(({ element, gap }) => `${element}: ${gap.toFixed(1)} m`)).toEqual([`0: ${gap}`]);
  });
});

test('a flying bird holds nothing', () => {
  const elements = [makeElement('bird', { at: [0, 2, -9], pose: 'fly' }), makeElement('bush', { at: [0, 2.5, -9] })];
  checkLint({ elements }, 'floats: 2.5 m above the ground');
});

test('water above level ground', () => {
  checkLint({ elements: [makeElement('water', { at: [0, 0.5, -12] })] }, 'floats: 0.5 m above the ground');
});

test('the instances of one place are one message', () => {
  const origin = { file: 'a.dio', start: 7, end: 9 };
  const elements = [0.5, 2, 1].map((y) => makeElement('bush', { at: [2 * y - 2, y, -12], origin }));
  checkLint({ elements }, 'floats: 3 of these float; the worst: 2 m above the ground');
});
