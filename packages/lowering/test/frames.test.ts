import { quaternion, transform } from '@diorama/geometry';
import { type Element, resolveLocation, type Scene, worldRotation } from '@diorama/scene';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlacing, lowered, lowerText, said } from './support.ts';

describe('a direction from a point to itself', () => {
  const SPOT = 'let spot = (random(-3m..3m), -9) ';
  test.each([
    [`${SPOT} tree { at: spot, height: 4, rotation: facing(spot) }`],
    [`${SPOT} group { at: spot, rotation: facing(spot) tree { height: 4 } }`],
    [`${SPOT} prefab p() { tree { height: 4 } } p { at: spot, rotation: facing(spot) }`],
    [`${SPOT} scatter 2 in path([spot, spot], width: 2) { bush { height: 1 } }`],
    ['camera { position: (0, 0, 3), target: (0, 3) }'],
    ['tree { at: view(0, 0, 0), height: 4, rotation: facing((0, 0)) }'],
    [`for i in 0..9 { ${SPOT} tree { at: spot, height: 4, rotation: facing(spot) } }`],
    [`${SPOT} camera { position: spot, target: spot }`],
  ])('is told once: %s', (text) => {
    expect(lowerText(text).diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['no-direction', 'warning'],
    ]);
  });
  test('is not told of what has one', () =>
    expect(lowerText(`${SPOT} tree { at: spot, height: 4, rotation: facing(spot + (1, 0)) }`).diagnostics).toEqual([]));
});

describe('the world', () => {
  test('keeps places as they were written, bit for bit', () =>
    checkPlacing(
      'box { at: (0.1 + 0.2, -0, 1e-300) } box { at: (-0.0, 3) }',
      `
      box { at: (0.30000000000000004, 0, 1e-300) }
      box { at: (0, 3) }
      `,
    ));
});

describe('a group', () => {
  test('moves, turns and scales what it holds', () =>
    checkPlacing(
      `group { at: (10, -5), rotation: yaw(90), scale: 2
         tree { at: (1, 0), height: 3, rotation: yaw(10) }
         box { at: (0, 1, 2), size: (1, 2, 3) }
         sphere { radius: 0.25 }
         cone { at: (0, 0), radius: 1, height: 2 }
         lamp { at: (0, 3, 0), power: 60, radius: 0.5 }
       }`,
      `
      tree { at: (10, -7), height: 6, rotation: yaw(100) }
      box { at: (14, 2, -5), rotation: yaw(90), size: (2, 4, 6) }
      sphere { at: (10, -5), rotation: yaw(90) }
      cone { at: (10, -5), rotation: yaw(90), radius: 2, height: 4 }
      lamp { at: (10, 6, -5), power: 60, radius: 1 }
      `,
    ));
  test('that is only moved keeps rotations as they were written', () =>
    checkPlacing(
      'group { at: (1, 0.5, 2) box { rotation: quaternion(0, 2, 0, 0) } box { at: (1, 1), rotation: matrix(1, 0, 0, 0, 1, 0, 0, 0, 2) } }',
      `
      box { at: (1, 0.5, 2), rotation: quaternion(0, 2, 0, 0) }
      box { at: (2, 3), rotation: matrix(1, 0, 0, 0, 1, 0, 0, 0, 2) }
      `,
    ));
  test('adds its yaw to yaws and to the yaw of three angles', () =>
    checkPlacing(
      'group { at: (0, 0), rotation: euler(yaw: 30) box { rotation: yaw(15) } box { rotation: euler(pitch: 5, yaw: -30, roll: 2) } }',
      `
      box { at: (0, 0), rotation: yaw(45) }
      box { at: (0, 0), rotation: euler(pitch: 5, yaw: 0, roll: 2) }
      `,
    ));
  test('that is tilted makes quaternions, and puts what stands on the ground there along the world’s Y', () =>
    checkPlacing(
      `group { at: (0, 3, 0), rotation: euler(pitch: 90) box { at: (0, 0, 1) } box { at: (0, 2) } }`,
      `
      box { at: (0, 4, 2.220446049250313e-16), rotation: quaternion(-0.7071067811865475, 0, 0, 0.7071067811865475) }
      box { at: (0, 4.440892098500626e-16), rotation: quaternion(-0.7071067811865475, 0, 0, 0.7071067811865475) }
      `,
    ));
  test('in a group, both without a place, share the origin', () =>
    checkPlacing('group { at: (2, 3) group { scale: 2 group { box {} } } }', 'box { at: (2, 3), size: (2, 2, 2) }\n'));
  test('at a view stands in the world, turned from the camera’s heading', () =>
    checkPlacing(
      'camera { position: (0, 1, 0), yaw: 90 } group { at: view(0, 0, -4), rotation: yaw(10) box {} box { at: (0, 0, 1) } }',
      `
      camera { position: (0, 1, 0), yaw: 90 }
      box { at: (-4, 1, 0), rotation: yaw(100) }
      box { at: (-3.015192246987792, 1, -0.17364817766693036), rotation: yaw(100) }
      `,
    ));
  test('that scales a size out of its range moves it to the nearest one, and says so', () => {
    const { value, diagnostics } = lowerText('group { at: (0, 0), scale: 100 tree { height: 5 } }');
    expect(diagnostics.map(said)).toEqual(['warning out-of-range-by-scale: its height would be 500 m']);
    expect(value.elements[0]).toMatchObject({ height: 200 });
  });
  test('beyond numbers leaves out what it holds, and says so', () => {
    const { value, diagnostics } = lowerText(
      'group { at: (0, 0), scale: 10000 group { at: (1e307, 0), scale: 10000 box {} } box { at: (1e305, 0, 0) } }',
    );
    expect(diagnostics.map(said)).toEqual([
      'warning out-of-range-by-scale: it would stand farther away than numbers reach',
      'warning out-of-range-by-scale: it would stand farther away than numbers reach',
    ]);
    expect(value.elements).toEqual([]);
  });
  test('nested agrees with the product of its transforms', () => {
    const angle = fc.integer({ min: -360, max: 360 });
    const part = fc.record({
      x: fc.double({ min: -9, max: 9, noNaN: true }),
      y: fc.double({ min: -9, max: 9, noNaN: true }),
      yaw: angle,
      pitch: fc.oneof(fc.constant(0), angle),
      scale: fc.double({ min: 0.1, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, plain) => {
        const rotation = ({ yaw, pitch }: { yaw: number; pitch: number }) =>
          plain ? `yaw(${yaw})` : `euler(yaw: ${yaw}, pitch: ${pitch})`;
        const open = parts
          .map((one) => `group { at: (${one.x}, ${one.y}, 1), rotation: ${rotation(one)}, scale: ${one.scale}`)
          .join('\n');
        const scene = lowered(
          `${open} box { at: (1, 2, 3), rotation: euler(pitch: 10, yaw: 20, roll: 30) }${' }'.repeat(parts.length)}`,
        );
        let expected = transform.identity;
        for (const { x, y, yaw, pitch, scale } of parts) {
          const turn = quaternion.objectRotation({ yaw, pitch: plain ? 0 : pitch, roll: 0 });
          expected = transform.compose(expected, { translation: [x, y, 1], rotation: turn, scale });
        }
        const box = only(scene);
        expectNear(resolveLocation(scene, box.at), transform.applyToPoint(expected, [1, 2, 3]));
        const turned = quaternion.multiply(
          expected.rotation,
          quaternion.objectRotation({ pitch: 10, yaw: 20, roll: 30 }),
        );
        expectNear(quaternion.toMatrix(worldRotation(scene, box)), quaternion.toMatrix(turned));
        if (plain) expect(box).toMatchObject({ rotation: { kind: 'euler' } });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a prefab', () => {
  test('is a kind with its parameters as properties', () =>
    checkPlacing(
      `prefab pair(gap: Length, tall: Length = gap * 2) {
         let half: Length = gap / 2
         box { at: (-half, 0), size: (1m, tall, 1m) }
         box { at: (half, 0), size: (1, tall, 1) }
       }
       pair { at: (0, -10), gap: 4m }
       pair { at: (10, 1, -10), gap: 2, tall: 1, rotation: yaw(90), scale: 2 }`,
      `
      box { at: (-2, -10), size: (1, 8, 1) }
      box { at: (2, -10), size: (1, 8, 1) }
      box { at: (10, -8), rotation: yaw(90), size: (2, 2, 2) }
      box { at: (10, -12), rotation: yaw(90), size: (2, 2, 2) }
      `,
    ));
  test('of prefabs', () =>
    checkPlacing(
      `prefab one(h: Length) { cone { height: h } }
       prefab row(n: Integer) { for i in 0..<n { one { at: (i * 1m, 0), h: 1m + i * 1m } } }
       row { at: (0, -5), n: 3 }`,
      `
      cone { at: (0, -5) }
      cone { at: (1, -5), height: 2 }
      cone { at: (2, -5), height: 3 }
      `,
    ));
});

describe('loops and choices', () => {
  test('unfold in order', () =>
    checkPlacing(
      `let heights = [2m, 3m]
       for h in heights { for i in 0..1 step 0.5 { if i > 0.1 and h > 2 { cone { at: (i * 1m, 0), height: h } } else if i == 0 { box { at: (0, h) } } } }`,
      `
      box { at: (0, 2) }
      box { at: (0, 3) }
      cone { at: (0.5, 0), height: 3 }
      cone { at: (1, 0), height: 3 }
      `,
    ));
  test('run no further than their range', () =>
    checkPlacing(
      'for x in 0m..0.3m step 0.1m { box { at: (x, 0) } } for x in 0..<0 { box { at: (9, 9) } }',
      `
      box { at: (0, 0) }
      box { at: (0.1, 0) }
      box { at: (0.2, 0) }
      `,
    ));
});

describe('facing', () => {
  test('turns towards a point of the frame', () =>
    checkPlacing(
      `box { at: (0, 0), rotation: facing((0, 5)) } box { at: (0, 0), rotation: facing((5, 1, 0)) }
       box { at: (0, 0), rotation: facing((-1, -1)) }
       group { at: (7, 7), rotation: yaw(90) box { at: (0, 1), rotation: facing((0, 0)) } box { rotation: facing((0, 4)) } }`,
      `
      box { at: (0, 0) }
      box { at: (0, 0), rotation: yaw(90) }
      box { at: (0, 0), rotation: yaw(-135) }
      box { at: (8, 7), rotation: yaw(270) }
      box { at: (7, 7), rotation: yaw(90) }
      `,
    ));
  test('at a view is kept relative to the camera’s heading', () => {
    const scene = lowered(
      'camera { position: (0, 1, 0), yaw: 30, pitch: -10, roll: 5 } box { at: view(1, -1, -5), rotation: facing((3, 4)) }',
    );
    const [x, , z] = resolveLocation(scene, only(scene).at);
    const front = quaternion.rotateVector(worldRotation(scene, only(scene)), [0, 0, 1]);
    const towards = [3 - x, 4 - z];
    const length = Math.hypot(...towards);
    expectNear([front[0], front[2]], [towards[0]! / length, towards[1]! / length]);
  });
  test('of a label can be used again', () =>
    checkPlacing(
      'box a { at: (0, 0), rotation: facing((5, 0)) } box { at: (0, 9), rotation: a.rotation }',
      `
      box a { at: (0, 0), rotation: yaw(90) }
      box { at: (0, 9), rotation: yaw(90) }
      `,
    ));
});

function only({ elements }: Scene): Exclude<Element, { kind: 'lamp' }> {
  expect(elements).toHaveLength(1);
  return elements[0] as Exclude<Element, { kind: 'lamp' }>;
}

function expectNear(found: readonly number[], expected: readonly number[]): void {
  const scale = Math.max(1, ...expected.map(Math.abs));
  for (const [index, value] of expected.entries())
    expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(1e-11 * scale);
}
