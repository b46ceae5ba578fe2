import { quaternion } from '@diorama/geometry';
import { resolveLocation, worldRotation } from '@diorama/scene';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower, pin } from '../src/index.ts';
import { checkPin, said, typedProgram } from './support.ts';

const CAMERA = 'camera { position: (0, 2, 0), yaw: 90 }';

describe('pin', () => {
  test('leaves a program without views as it is', () => {
    const text = '// a\r\ntree   { at: (0, -3),\n  height: random(1..2) }  /* b */\n\n';
    checkPin(text, text);
  });
  test('rewrites the place, and the rotation to that of the world', () =>
    checkPin(
      `camera { position: (0, 2, 0) }
/// The first.
tree { at: view(1, -2, -9), height: 4, variant: 1 } // far
tree b {
  height: 4, // metres
  at: view(1, -2, -8)
}`,
      `camera { position: (0, 2, 0) }
/// The first.
tree { at: (1, 0, -9), height: 4, variant: 1 } // far
tree b {
  height: 4, // metres
  at: (1, 0, -8)
}`,
    ));
  test('adds the camera’s heading to rotations, and writes one where there was none', () => {
    const { text } = pinned(`${CAMERA}
      box { at: view(0, 0, -1) }
      box { at: view(0, 0, -2), rotation: yaw(10) }
      box { at: view(0, 0, -3), rotation: euler(pitch: 5, yaw: -90) }
      box { rotation: quaternion(0, 0, 0, 1), at: view(0, 0, -4) }
      box { at: view(0, 0, -5), rotation: facing((0, 0)) }
      lamp { at: view(0, 0, -6) }`);
    const rotations = text.split('\n').map((line) => /rotation: (\w+\([^()]*(\(.*?\))?[^()]*\))/.exec(line)?.[1]);
    expect(rotations).toEqual([
      undefined,
      'yaw(90)',
      'yaw(100)',
      'euler(pitch: 5, yaw: 0, roll: 0)',
      'quaternion(0, 0.7071067811865475, 0, 0.7071067811865475)',
      'facing((0, 0))',
      undefined,
    ]);
  });
  test('writes what was drawn for an object without a label', () => {
    const { text, diagnostics } = pinned(
      `${CAMERA} tree { at: view(0, 0, -1), height: random(1..2) } tree t { at: view(0, 0, -2), height: random(1..2) }`,
    );
    expect(diagnostics).toEqual([]);
    expect(text).toMatch(/tree \{ at: \(-1, 2, .*\), rotation: yaw\(90\), variant: \d+, height: 1\.\d+ \}/);
    expect(text).toMatch(/tree t \{ at: \(-2, 2, .*\), rotation: yaw\(90\), height: random\(1\.\.2\) \}/);
  });
  test('follows names to their views', () => {
    const { text, diagnostics } = pinned(`let p = view(0, 0, -1) box a { at: p } box { at: a.at } box { at: a.top }`);
    expect(diagnostics).toEqual([]);
    expect(text).toBe(
      'let p = view(0, 0, -1) box a { at: (0, 1.6, -1) } box { at: (0, 1.6, -1) } box { at: (0, 2.6, -1) }',
    );
  });
  test('takes groups that draw nothing, or that have a label', () => {
    expect(pinned('group { at: view(0, 0, -1) box {} }').text).toBe('group { at: (0, 1.6, -1) box {} }');
    expect(pinned('group g { at: view(0, 0, -1) tree { height: 1 } }').text).toBe(
      'group g { at: (0, 1.6, -1) tree { height: 1 } }',
    );
  });
  test('says where the text has no place for a point', () => {
    const { text, diagnostics } = pinned(
      'for i in 1..2 { box { at: view(i * 1m, 0, -1) } } group { at: view(0, 0, -1) tree { height: 1 } } if false { box { at: view(random(0..1), 0, 0) } }',
    );
    expect(text).toContain('view(i * 1m, 0, -1)');
    expect(diagnostics.map(said)).toEqual([
      'error cannot-pin: in a loop this means many points',
      'error cannot-pin: what is drawn in it hangs on the text of this place',
      'error cannot-pin: no element was made here, so its place is not known',
    ]);
  });
  test('advises nothing that a hole makes impossible', () => {
    const steps = (text: string) => pinned(text).diagnostics.flatMap(({ notes }) => notes);
    expect(steps('tree { at: view(0, ?, -3), height: 4 }')).toEqual(['write a value in place of the `?`']);
    const hole = 'bush { at: (9, -9), height: ? }';
    expect(steps(`for i in 1..2 { box { at: view(i * 1m, 0, -1) } } ${hole}`)).toEqual([
      'write a value in place of each `?`, then the program with `diorama expand`',
    ]);
    expect(steps(`group { at: view(0, 0, -1) tree { height: 1 } } ${hole}`)).toEqual([
      'give it a label, which its draws then hang on',
    ]);
  });
  test('moves nothing', () => {
    const angle = fc.integer({ min: -90, max: 90 });
    const coordinate = fc.double({ min: -30, max: 30, noNaN: true }).map((value) => value + 0);
    const rotation = fc.oneof(
      fc.constant(''),
      angle.map((yaw) => `, rotation: yaw(${yaw})`),
      fc.tuple(angle, angle).map(([pitch, yaw]) => `, rotation: euler(pitch: ${pitch}, yaw: ${yaw}, roll: 3)`),
      fc.tuple(angle, angle).map(([x, y]) => `, rotation: quaternion(${x}, ${y}, 3, 4)`),
      fc.constant(', rotation: facing((3, 4))'),
      fc.constant(', rotation: yaw(random(0..90))'),
    );
    const element = fc.record({ label: fc.boolean(), x: coordinate, y: coordinate, z: coordinate, rotation });
    fc.assert(
      fc.property(
        fc.tuple(angle, angle, angle, fc.boolean()),
        fc.array(element, { minLength: 1, maxLength: 4 }),
        ([pitch, yaw, roll, aimed], elements) => {
          const lines = elements.map(
            ({ label, x, y, z, rotation: turn }, index) =>
              `tree ${label ? `t${index}` : ''} { at: view(${x}, ${y}, ${z})${turn}, height: random(1..9) }`,
          );
          const camera = aimed
            ? `target: (${yaw}, 3, ${pitch}), roll: ${roll}`
            : `pitch: ${pitch}, yaw: ${yaw}, roll: ${roll}`;
          const before = `ground { relief: 3 } camera { position: (0, 9), ${camera} }\n${lines.join('\n')}`;
          const { text, scene, diagnostics } = pinned(before);
          expect(diagnostics).toEqual([]);
          const after = lower(typedProgram(text).program).value;
          for (const [index, old] of scene.elements.entries()) {
            const now = after.elements[index];
            if (now === undefined) throw new Error('no element is lost');
            expect(now.at).toEqual({ kind: 'world', ...point(resolveLocation(scene, old.at)) });
            const { at: _, rotation: __, origin: ___, ...same } = old as unknown as Record<string, unknown>;
            expect(now).toMatchObject(same);
            const [a, b] = [
              quaternion.toMatrix(worldRotation(scene, old)),
              quaternion.toMatrix(worldRotation(after, now)),
            ];
            for (const [part, value] of a.entries())
              expect(Math.abs(value - (b[part] ?? Number.NaN))).toBeLessThan(1e-9);
          }
        },
      ),
      { numRuns: 150, seed: 16 },
    );
  });
});

function pinned(text: string) {
  const { program, source } = typedProgram(text);
  const scene = lower(program).value;
  const { value, diagnostics } = pin(program, source, scene);
  return { text: value, scene, diagnostics };
}

function point([x, y, z]: readonly [number, number, number]) {
  return { x, y, z };
}
