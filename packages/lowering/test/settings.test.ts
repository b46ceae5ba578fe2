import { quaternion } from '@diorama/geometry';
import { cameraAngles, cameraFrame, groundHeight, groundOf, resolveLocation, worldRotation } from '@diorama/scene';
import { makeElement, makeScene } from '@diorama/scene/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower, lowerItems } from '../src/index.ts';
import { checkLowering, lowered, lowerText, said, typedProgram, withoutOrigins } from './support.ts';

describe('settings', () => {
  test('have the vocabulary’s defaults', () => expect(lowered('')).toEqual(makeScene()));
  test('in the branch that is taken hold', () =>
    checkLowering(
      `let night = true
       if night { let e = -10deg sky { sun_elevation: e } haze { density: 0.1 } } else { sky { sun_elevation: 50 } }
       if not night { camera { fov: 20 } }`,
      `
      sky { sun_elevation: -10 }
      haze { density: 0.1 }
      `,
    ));
  test('may be drawn, by the seed', () => {
    const drawn = (seed: number) =>
      lowered(`scene { seed: ${seed} } let a = random(0deg..360deg) sky { sun_azimuth: a }`).sky.sunAzimuth;
    expect(drawn(1)).toBe(drawn(1));
    expect(drawn(1)).not.toBe(drawn(2));
  });
  test('keep the name of the embeddings file and what its header says', () => {
    const json = JSON.stringify({
      __metadata__: { space: 'demo' },
      embeddings: { dtype: 'F32', shape: [2, 1], data_offsets: [0, 8] },
    });
    const bytes = new Uint8Array(8 + json.length + 8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
    bytes.set(new TextEncoder().encode(json), 8);
    const scene = lowered('scene { embeddings: "./x.safetensors" } ground { appearance: embedding(1) }', {
      './x.safetensors': bytes,
    });
    expect(scene.settings.embeddings).toEqual({ file: './x.safetensors', space: 'demo', rows: 2 });
    expect(scene.ground.surface).toEqual({ kind: 'appearance', appearance: { kind: 'embedding', row: 1 } });
  });
});

describe('holes', () => {
  const text = `camera { fov: ? } tree { at: (0, 0), height: ? } let h = ? tree { at: (1, 0), height: h + 1 }
    scatter ? in disk(radius: 4) { bush { height: 1 } } for i in 0..? { bush { at: (0, 0), height: 1 } }
    if ? { bush { at: (0, 0), height: 1 } } group { at: (?, 0) bush { height: 1 } } box b { at: ? } box { at: b.top }
    bush { at: (2, 0), height: 1, variant: 3 }`;
  test('leave out what needs them', () => {
    const { value, diagnostics } = lowerText(text);
    expect(diagnostics).toEqual([]);
    expect(value.camera.fov).toBe(50);
    expect(withoutOrigins(value.elements)).toEqual([makeElement('bush', { at: [2, 0], height: 1, variant: 3 })]);
  });
  test('are errors where a whole scene is asked for', () => {
    const { program } = typedProgram(text);
    const { diagnostics } = lower(program, { holes: 'error' });
    expect(diagnostics).toHaveLength(program.holes.length);
    expect(new Set(diagnostics.map(said))).toEqual(new Set(['error unsolved-hole: a value goes here']));
  });
});

test('limits end lowering with an error; what was made until then is kept', () => {
  const limited = (text: string, limits: object) => {
    const { value, diagnostics } = lower(typedProgram(text).program, { limits });
    return [value.elements.length, ...diagnostics.map(({ code, severity }) => `${severity} ${code}`)];
  };
  expect(limited('for i in 1..10 { box { at: (i * 1m, 0) } }', { instances: 4 })).toEqual([
    4,
    'error too-many-instances',
  ]);
  expect(limited('for i in 1..10 { box { at: (i * 1m, 0) } }', { instances: 10 })).toEqual([10]);
  const crowd = 'for i in 1..9 { scatter 2 in disk(radius: 1) spacing 3 { box {} } }';
  expect(limited(crowd, { work: 1200 })).toEqual([3, 'warning region-full', 'error too-much-work']);
});

test('some items of a program are lowered alone as they are in the whole', () => {
  const { program } = typedProgram(
    'scene { seed: 3 } ground { relief: 2 } tree t { at: (0, 0), height: random(1..9) } let h = t.height box { at: t.top } scatter 9 in disk(radius: 1) spacing 1 { bush { height: h / 4 } }',
  );
  const whole = lower(program);
  for (const item of program.items) {
    const { value, diagnostics } = lowerItems(program, [item]);
    const place = JSON.stringify(item.place);
    const within = whole.value.elements.filter(
      ({ origin }) => origin && item.place.start <= origin.start && origin.end <= item.place.end,
    );
    expect([place, ...value]).toEqual([place, ...within]);
    expect(diagnostics.map(said)).toEqual(item.kind === 'scatter' ? whole.diagnostics.map(said) : []);
  }
  expect(whole.diagnostics).toHaveLength(1);
});

test('lets in the braces of an element are its own', () => {
  const [tree, bush] = lowered(
    'tree { let h = random(1m..2m) at: (h, h), height: h } bush { let h = 3m at: (0, 0), height: h }',
  ).elements;
  expect(tree).toMatchObject({
    at: { x: (tree as { height: number }).height, z: (tree as { height: number }).height },
  });
  expect(bush).toMatchObject({ height: 3 });
});

test('what is used from another file keeps its draws when that file is moved', () => {
  const plants =
    'let tall = random(1m..9m) prefab pair() { bush { height: tall } bush { at: (1, 0), height: random(1..2) } }';
  const use = (path: string) =>
    withoutOrigins(
      lowered(`use pair, tall from "${path}" pair { at: (0, 0) } cone { at: (0, 0), height: tall }`, { [path]: plants })
        .elements,
    );
  expect(use('plants.dio')).toEqual(use('lib/nature/plants.dio'));
  expect(use('plants.dio')).toHaveLength(3);
});

describe('the ground', () => {
  test('without relief is flat', () => expect(groundHeight({ relief: 0, reliefScale: 20 }, 7, 3, 4)).toBe(0));
  test('stays within its relief, depends on the seed, and is smooth', () => {
    const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (x, z) => {
        const ground = { relief: 3, reliefScale: 20 };
        const height = groundHeight(ground, 1, x, z);
        expect(Math.abs(height)).toBeLessThanOrEqual(3);
        expect(Math.abs(groundHeight(ground, 1, x + 1e-4, z) - height)).toBeLessThan(1e-3);
        expect(groundHeight(ground, 1, x, z)).toBe(height);
      }),
    );
    expect(groundHeight({ relief: 3, reliefScale: 20 }, 1, 5, 6)).not.toBe(
      groundHeight({ relief: 3, reliefScale: 20 }, 2, 5, 6),
    );
  });
});

describe('the camera', () => {
  test('looks at its target, in the middle of what it sees', () => {
    const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
    const point = fc.tuple(coordinate, coordinate, coordinate);
    fc.assert(
      fc.property(point, point, fc.double({ min: -180, max: 180, noNaN: true }), ([px, py, pz], [tx, ty, tz], roll) => {
        const [position, target] = [
          { kind: 'world', x: px, y: py, z: pz } as const,
          { kind: 'world', x: tx, y: ty, z: tz } as const,
        ];
        const frame = cameraFrame({ position, aim: { kind: 'target', target, roll } }, () => 0);
        const away = Math.hypot(tx - px, ty - py, tz - pz);
        const seen = quaternion.rotateVector(quaternion.conjugate(frame.rotation), [tx - px, ty - py, tz - pz]);
        expect(Math.hypot(seen[0], seen[1])).toBeLessThan(1e-9 * Math.max(1, away));
        expect(seen[2]).toBeCloseTo(-away, 8);
      }),
    );
  });
  test('at yaw 90 looks down −X; a positive pitch looks up; a positive roll tilts its up to its left', () => {
    const look = (angles: { pitch: number; yaw: number; roll: number }, direction: readonly [number, number, number]) =>
      quaternion.rotateVector(
        cameraFrame({ position: { kind: 'world', x: 0, y: 0, z: 0 }, aim: { kind: 'angles', ...angles } }, () => 0)
          .rotation,
        direction,
      );
    expect(look({ pitch: 0, yaw: 90, roll: 0 }, [0, 0, -1])[0]).toBeCloseTo(-1);
    expect(look({ pitch: 30, yaw: 0, roll: 0 }, [0, 0, -1])[1]).toBeCloseTo(0.5);
    expect(look({ pitch: 0, yaw: 0, roll: 30 }, [0, 1, 0])[0]).toBeCloseTo(-0.5);
  });
  test('on the ground stands on its height, and so does its target', () => {
    const scene = lowered(
      'ground { relief: 4 } camera { position: (3, 4), target: (9, 9) } tree { at: view(0, 0, 0), height: 1 }',
    );
    expect(resolveLocation(scene, scene.elements[0]?.at ?? { kind: 'ground', x: 0, z: 0 })).toEqual([
      3,
      groundOf(scene)(3, 4),
      4,
    ]);
    expect(cameraAngles(scene.camera, groundOf(scene)).yaw).toBeCloseTo(
      180 + (Math.atan2(6, 5) * 180) / Math.PI - 360,
      10,
    );
  });
  test('a view is a point of its full frame, and rotations there are from its heading', () => {
    const scene = makeScene({
      camera: { position: { kind: 'world', x: 1, y: 2, z: 3 }, aim: { kind: 'angles', pitch: -30, yaw: 90, roll: 0 } },
      elements: [makeElement('tree', { at: { kind: 'view', x: 0, y: 0, z: -2 }, rotation: 15 })],
    });
    const [tree] = scene.elements;
    if (tree === undefined) throw new Error('there is one element');
    const [x, y, z] = resolveLocation(scene, tree.at);
    expect([x, y, z]).toEqual([
      expect.closeTo(1 - 2 * Math.cos(Math.PI / 6), 12),
      expect.closeTo(1, 12),
      expect.closeTo(3, 12),
    ]);
    expect(worldRotation(scene, tree)).toEqual(quaternion.fromYaw(105));
  });
});
