import { groundHeight, resolveLocation } from '@diorama/scene';
import { describe, expect, test } from 'vitest';
import { checkPlacing, lowered, lowerText, said } from './support.ts';

describe('a label', () => {
  test('gives place, height and top of every shape', () =>
    checkPlacing(
      `tree t { at: (1, 2), height: 3 } box b { at: (0, 1, 0), size: (1, 2, 3) } sphere s { at: (0, 0), radius: 2 } box d { at: (5, 5) }
       plane p { at: (0, 4, 0) } lamp l { at: (0, 5, 0) }
       box { at: t.top } box { at: b.top } box { at: s.top } box { at: d.top } box { at: p.at } box { at: l.at } box { at: t.at + (1, 0) }
       cone { at: (0, 0), height: t.height } sphere { at: (0, s.height, 0) } sphere { at: (0, b.height, 0) }`,
      `
      tree t { at: (1, 2), height: 3 }
      box b { at: (0, 1, 0), size: (1, 2, 3) }
      sphere s { at: (0, 0), radius: 2 }
      box d { at: (5, 5) }
      plane p { at: (0, 4, 0) }
      lamp l { at: (0, 5, 0) }
      box { at: (1, 3, 2) }
      box { at: (0, 3, 0) }
      box { at: (0, 4, 0) }
      box { at: (5, 1, 5) }
      box { at: (0, 4, 0) }
      box { at: (0, 5, 0) }
      box { at: (2, 2) }
      cone { at: (0, 0), height: 3 }
      sphere { at: (0, 4, 0) }
      sphere { at: (0, 2, 0) }
      `,
    ));
  test('has the height that was drawn', () => {
    const [tree, bird] = lowered('tree t { at: (1, 2), height: random(3..9) } bird { at: t.top, height: 1 }').elements;
    expect(bird).toMatchObject({ at: { kind: 'world', y: (tree as { height: number }).height } });
  });
  test('has its top over the ground', () => {
    const scene = lowered('ground { relief: 5 } tree t { at: (11, 22), height: 3 } bird { at: t.top, height: 1 }');
    const height = groundHeight(scene.ground, 0, 11, 22);
    expect(height).not.toBe(0);
    expect(scene.elements[1]).toMatchObject({ at: { kind: 'world', x: 11, y: height + 3, z: 22 } });
  });
  test('in a frame has its members there', () => {
    const scene = lowered(
      'ground { relief: 5 } group { at: (11, 22), rotation: euler(pitch: 20, yaw: 30), scale: 2 tree t { at: (3, 4), height: 3 } bird { at: t.top, height: 1 } }',
    );
    const [tree, bird] = scene.elements;
    if (tree === undefined || bird === undefined) throw new Error('there are two elements');
    const [from, to] = [resolveLocation(scene, tree.at), resolveLocation(scene, bird.at)];
    // Up in the group's frame, by its scaled height.
    expect(Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2])).toBeCloseTo(6, 10);
    expect((to[1] - from[1]) / 6).toBeCloseTo(Math.cos((20 * Math.PI) / 180), 10);
  });
  test('at a view has its top above it as the world is', () => {
    const scene = lowered(
      'camera { pitch: -20, yaw: 30, roll: 10 } tree t { at: view(1, 2, -9), height: 3 } bird { at: t.top, height: 1 }',
    );
    const [from, to] = scene.elements.map(({ at }) => resolveLocation(scene, at));
    expect(to?.map((value, axis) => value - (from?.[axis] ?? 0))).toEqual([
      expect.closeTo(0, 10),
      expect.closeTo(3, 10),
      expect.closeTo(0, 10),
    ]);
  });
  test('may decide settings, which may decide others', () => {
    const scene = lowered(
      'tree t { at: (11, 22), height: 4 } camera { position: t.top } ground { relief: t.height / 2 } tree { at: t.top, height: 1 }',
    );
    const height = groundHeight(scene.ground, 0, 11, 22);
    expect(scene.ground.relief).toBe(2);
    expect(scene.camera.position).toEqual({ kind: 'world', x: 11, y: height + 4, z: 22 });
    expect(scene.elements[1]?.at).toEqual(scene.camera.position);
  });
  test('may come to a value out of range, which only lowering can see', () => {
    const { value, diagnostics } = lowerText(
      'box b { at: (0, -9, 0) } tree { at: (0, 0), height: b.top.y } tree { at: (1, 0), height: b.top.y + 9 }',
    );
    expect(diagnostics.map(said)).toEqual(['error out-of-range: this comes to -8']);
    expect(value.elements.map(({ kind }) => kind)).toEqual(['box', 'tree']);
  });
  test('of what a group holds may place the group', () =>
    checkPlacing(
      'group { box b { size: (1, 3, 1) } at: (0, b.height, 0) }',
      'box b { at: (0, 3, 0), size: (1, 3, 1) }\n',
    ));
});
