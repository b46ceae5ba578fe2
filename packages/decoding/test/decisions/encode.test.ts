// What is no core form is told where it stands; what is, has one spelling.
import { describe, expect, test } from 'vitest';
import { type Decision, decode, encode } from '../../src/decisions/index.ts';
import { NOT_CORE_FORM } from '../../src/decisions/problems/not-core-form.ts';
import { CATALOG } from './support.ts';

/** `choice=value` with spaces between. */
function spelled(decisions: readonly Decision[]): string {
  return decisions
    .map(({ choice, value }) => (value === undefined ? choice : `${choice}=${JSON.stringify(value)}`))
    .join(' ');
}

describe('the decisions of a program', () => {
  test.each([
    ['', 'end'],
    ['camera {}', 'end'],
    ['haze { density: 0 }', 'haze end'],
    ['@note("x") camera { fov: 50deg }', '@note="x" camera end'],
    [
      'haze { visibility: 1.5km, color: #A0B0C0 } camera { pitch: -0.25turn }',
      'camera pitch=-90 haze visibility=1500 color="#a0b0c0" end',
    ],
    ['tree oak { height: 35cm, at: (-0, 2) }', 'tree label="oak" at.ground=0 at.ground.z=2 height=0.35 end'],
    [
      'bird { at: view(z: -9, x: 1, y: 0), height: 1, pose: stand }',
      'bird at.view=1 at.view.y=0 at.view.z=-9 height=1 end',
    ],
    [
      'bird { at: (0, 1, 2), height: 1, pose: fly, rotation: euler(yaw: 40) }',
      'bird at.world=0 at.world.y=1 at.world.z=2 height=1 rotation.euler=[0,40,0] pose.fly end',
    ],
    ['plane { at: (0, 0), size: (2, 3) }', 'plane at.ground=0 at.ground.z=0 size.xz=2 size.xz.z=3 end'],
    ['water { at: (0, 0), size: (2, 0, 3) }', 'water at.ground=0 at.ground.z=0 size.xz=2 size.xz.z=3 end'],
    ['box { at: (0, 0), size: (1, 1, 2) }', 'box at.ground=0 at.ground.z=0 size=1 size.y=1 size.z=2 end'],
    [
      'tree { at: (0, 0), height: 1, rotation: yaw(0), appearance: like(image: "thorns.png") }',
      'tree at.ground=0 at.ground.z=0 height=1 appearance.like-image="thorns.png" end',
    ],
    [
      '@confidence(50%) @pixels(3) lamp { at: (0, 0), power: 100 }',
      '@pixels=3 @confidence=0.5 lamp at.ground=0 at.ground.z=0 end',
    ],
  ])('%s', (program, decisions) => {
    const { value, diagnostics } = encode(program, { catalog: CATALOG });
    expect(diagnostics).toEqual([]);
    expect(spelled(value)).toBe(decisions);
  });
});

describe('what is no core form', () => {
  test.each([
    ['let a = 3', 'not-core-form', 'let'],
    ['tree { at: (0, -8), height: 1m + 2m }', 'not-core-form', '+'],
    ['tree { at: (0, -8), height: 300 }', 'out-of-range', '300'],
    ['tree { at: (0, -8) }', 'missing-property', '}'],
    ['group { at: (0, 0) }', 'not-core-form', 'group'],
    ['tree { at: (0, -8), height: 4, appearance: asset("tree/elm") }', 'unknown-asset', '"tree/elm"'],
    ['tree { at: (0, -8), height: 4, rotation: matrix(0, 0, 0, 0, 0, 0, 0, 0, 0) }', undefined, ''],
    [NOT_CORE_FORM.bad, 'not-core-form', ''],
    ['tree { at: (0, -8), height:', undefined, ''],
  ])('%s', (program, code, at) => {
    const { value, diagnostics } = encode(program, { catalog: CATALOG });
    expect(value).toEqual([]);
    expect(diagnostics[0]?.severity).toBe('error');
    if (code !== undefined) expect(diagnostics[0]?.code).toBe(code);
    const { start = 0, end = 0 } = diagnostics[0]?.primary ?? {};
    if (at !== '') expect(program.slice(start, end)).toBe(at);
  });
  test('the good example of its page', () => expect(encode(NOT_CORE_FORM.good).diagnostics).toEqual([]));
});

test('decisions that stop early spell the items that are finished', () => {
  const { value } = encode('camera { fov: 40 }\ntree { at: (0, -8), height: 4, variant: 2 }\n');
  expect(decode(value.slice(0, -1))).toBe('camera { fov: 40 }\ntree { at: (0, -8), height: 4, variant: 2 }\n');
  expect(decode(value.slice(0, 4))).toBe('camera { fov: 40 }\n');
  expect(decode([])).toBe('');
});
