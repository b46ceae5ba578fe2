// Where everything stands, by arithmetic that shares nothing with staging.
import { type Mesh, quaternion, type Vector3 } from '@diorama/geometry';
import { groundOf } from '@diorama/scene';
import { makeElement, makeScene, type SceneParts } from '@diorama/scene/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementName, GROUND, HAZE_CEILING, idOf, SHEET_RISE, type Stage, stageScene } from '../src/index.ts';
import { boxLibrary } from './support/box-library.ts';

const stageOf = (parts: SceneParts, options = {}) => stageScene(makeScene(parts), boxLibrary(), options);

/** Where a point of a model is in the world, for each of its instances; the rotation as a matrix. */
function worldPoints({ models }: Stage, element: number, point: Vector3): Vector3[] {
  return models.flatMap(({ instances: { elements, translations, rotations, scales } }) =>
    [...elements].flatMap((owner, row) => {
      if (owner !== element) return [];
      const [sx = 0, sy = 0, sz = 0] = scales.subarray(3 * row, 3 * row + 3);
      const [x = 0, y = 0, z = 0, w = 0] = rotations.subarray(4 * row, 4 * row + 4);
      const turned = quaternion.rotateVector([x, y, z, w], [point[0] * sx, point[1] * sy, point[2] * sz]);
      const at = translations.subarray(3 * row, 3 * row + 3);
      return [[turned[0] + (at[0] ?? 0), turned[1] + (at[1] ?? 0), turned[2] + (at[2] ?? 0)] as const];
    }),
  );
}

function expectPoint(found: readonly Vector3[], [x, y, z]: Vector3) {
  expect(found).toHaveLength(1);
  const [point = [NaN, NaN, NaN]] = found;
  expect(
    [point[0] - x, point[1] - y, point[2] - z].every((part) => Math.abs(part) < 1e-9),
    `${found} is ${[x, y, z]}`,
  ).toBe(true);
}

describe('elements', () => {
  const elements = [
    makeElement('box', { at: [1, 2, -5], size: [2, 4, 6], rotation: 90 }),
    makeElement('sphere', { at: [0, -3], radius: 0.5 }),
    makeElement('cylinder', { at: [3, 1, -3], radius: 2, height: 5 }),
    makeElement('tree', { at: [4, -9], height: 7, variant: 1, label: 'oak' }),
    makeElement('water', { at: [0, -20], size: [9, 0, 4] }),
    makeElement('lamp', { at: [0, 2, -3], power: 4 * Math.PI, color: '#ff0000', radius: 0.3 }),
    makeElement('tree', { at: [5, -9], height: 2, variant: 4 }),
    makeElement('plane', {
      at: [0, 0.5, -6],
      size: [2, 0, 3],
      rotation: { kind: 'euler', pitch: 90, yaw: 0, roll: 0 },
    }),
  ];
  const { value, diagnostics } = stageOf({ elements });

  test('nothing is to be said of them', () => expect(diagnostics).toEqual([]));

  // A quarter turn anticlockwise seen from above takes +X to −Z, and +Z to +X. Pitch up takes +Z to +Y.
  const CORNERS: readonly [name: string, element: number, own: Vector3, world: Vector3][] = [
    ['a turned box', 0, [0.5, 1, 0.5], [1 + 3, 2 + 4, -5 - 1]],
    ['the top of a sphere', 1, [0, 2, 0], [0, 1, -3]],
    ['the rim of a cylinder', 2, [1, 1, 0], [5, 6, -3]],
    ['the top of a tree', 3, [0, 1, 0], [4, 7, -9]],
    ['the edge of water', 4, [0.5, 0, 0], [4.5, SHEET_RISE + 4 * 0.002, -20]],
    ['a plane that stands upright', 7, [0, 0, 0.5], [0, 0.5 + 1.5, -6]],
  ];
  test.each(CORNERS)('%s', (_, element, own, world) => expectPoint(worldPoints(value, element, own), world));

  test('the same model stands for all that look the same', () => {
    const trees = value.models.filter(({ asset }) => asset === 'tree/oak#1');
    expect(trees.map(({ instances }) => [...instances.elements])).toEqual([[3, 6]]);
  });

  test('a lamp is a light and no model', () => {
    const [lamp] = value.lamps;
    expect(value.lamps).toHaveLength(1);
    expect(lamp).toMatchObject({ element: 5, position: [0, 2, -3], radius: 0.3 });
    expect(lamp?.intensity[0]).toBeCloseTo(1, 12);
    expect(lamp?.intensity.slice(1)).toEqual([0, 0]);
    expect(value.models.some(({ instances }) => instances.elements.includes(5))).toBe(false);
  });

  test('names and ids are unique', () => {
    const names = elements.map((_, index) => elementName(value.scene, index));
    expect(names).toEqual(['box 1', 'sphere 1', 'cylinder 1', 'oak', 'water 1', 'lamp 1', 'tree 2', 'plane 1']);
    expect([idOf(GROUND), idOf(0), idOf(7)]).toEqual([1, 2, 9]);
    expect(new Set(value.models.map(({ name }) => name)).size).toBe(value.models.length);
  });
});

test('an element of the view stands where the camera sees it', () => {
  const { value } = stageOf({
    camera: {
      position: { kind: 'world', x: 1, y: 2, z: 3 },
      aim: { kind: 'angles', pitch: 0, yaw: 90, roll: 0 },
    },
    elements: [makeElement('box', { at: { kind: 'view', x: 0.5, y: -1, z: -4 } })],
  });
  // At yaw 90 the camera looks down −X, and its right is −Z.
  expectPoint(worldPoints(value, 0, [0, 0, 0]), [1 - 4, 2 - 1, 3 - 0.5]);
});

test('every element is one instance, and every model has one', () => {
  const kinds = ['box', 'sphere', 'cone', 'tree', 'bush', 'bird', 'water', 'plane'] as const;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(9)), { maxLength: 40 }), (list) => {
      const elements = list.map(([kind, x]) => makeElement(kind, { at: [x, -x], ...(x % 2 && { rotation: 10 * x }) }));
      const { models } = stageOf({ elements }).value;
      const owners = models.flatMap(({ instances }) => [...instances.elements]);
      expect(owners.sort((a, b) => a - b)).toEqual([...elements.keys(), GROUND]);
      for (const { instances } of models) {
        expect(instances.count).toBeGreaterThan(0);
        expect([...instances.scales].every((scale) => scale > 0)).toBe(true);
        expect(instances.rotations).toHaveLength(4 * instances.count);
      }
    }),
    { numRuns: 50 },
  );
});

describe('the ground', () => {
  const RELIEF = { relief: 3, reliefScale: 15 };
  const at = { kind: 'world', x: 30, y: 1.6, z: -10 } as const;

  test('is even without relief, and reaches farther than the view', () => {
    const mesh = groundMeshOf(stageOf({ camera: { position: at, far: 800 } }).value);
    expect(new Set(everyThird(mesh.positions, 1))).toEqual(new Set([0]));
    const reach = Math.min(...rim(mesh).map(([x, z]) => Math.sqrt((x - 30) ** 2 + (z + 10) ** 2)));
    expect(reach).toBeGreaterThan(800);
  });

  test('follows its relief: to the centimetre where feet are looked at', () => {
    const { value } = stageOf({
      ground: RELIEF,
      camera: { position: at, aim: { kind: 'angles', pitch: 0, yaw: 70, roll: 0 } },
    });
    const heightAt = groundOf(value.scene);
    const { positions, indices } = groundMeshOf(value);
    let worst = 0;
    for (let index = 0; index < indices.length; index += 3) {
      const corners = [...indices.subarray(index, index + 3)].map((vertex) => [
        ...positions.subarray(3 * vertex, 3 * vertex + 3),
      ]);
      const [x = 0, y = 0, z = 0] = [0, 1, 2].map(
        (axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 3,
      );
      // At yaw 70 the camera looks along (−sin 70°, −cos 70°), and its right is (cos 70°, −sin 70°).
      const [dx, dz] = [x - 30, z + 10];
      const ahead = -0.94 * dx - 0.342 * dz;
      const right = 0.342 * dx - 0.94 * dz;
      if (ahead > 0.5 && ahead < 12 && Math.abs(right) < 0.5 * ahead)
        worst = Math.max(worst, Math.abs(y - heightAt(x, z)));
    }
    expect(worst).toBeLessThan(0.03);
  });

  test('faces up everywhere', () => {
    for (const ground of [{}, RELIEF]) {
      const { positions, indices, normals } = groundMeshOf(stageOf({ ground }).value);
      for (let index = 0; index < indices.length; index += 3) {
        const [a, b, c] = [0, 1, 2].map((corner) => 3 * (indices[index + corner] ?? 0)) as [number, number, number];
        const p = (at: number) => positions[at] ?? NaN;
        const up = (p(b + 2) - p(a + 2)) * (p(c) - p(a)) - (p(b) - p(a)) * (p(c + 2) - p(a + 2));
        if (!(up > 0)) throw new Error(`triangle ${index / 3} faces down`);
      }
      expect(everyThird(normals, 1).every((y) => y > 0)).toBe(true);
    }
  });

  test('its texture repeats by the metre, and hangs on the world', () => {
    const uvAt = (x: number) => {
      const { positions, uvs } = groundMeshOf(stageOf({ camera: { position: { ...at, x } } }).value);
      expect(positions[0]).toBe(x);
      return uvs?.[0] ?? NaN;
    };
    expect(uvAt(31) - Math.floor(uvAt(31))).toBeCloseTo(0.5);
    expect(uvAt(32) - Math.floor(uvAt(32))).toBeCloseTo(0);
  });
});

describe('what it says', () => {
  const thing = (
    kind: 'tree' | 'object',
    appearance?: { kind: 'asset'; id: string } | { kind: 'embedding'; row: number },
  ) => makeElement(kind, { at: [0, -5], ...(appearance && { appearance }) });
  const spoken = (outcome: ReturnType<typeof stageOf>) =>
    outcome.diagnostics.map(({ code, severity, primary }) => `${severity} ${code}: ${primary.message}`);

  test('of what is missing, which it leaves out', () => {
    const outcome = stageOf({
      elements: [thing('tree'), thing('object'), thing('tree', { kind: 'asset', id: 'tree/nothing' })],
    });
    expect(spoken(outcome)).toEqual(['error missing-asset: no object', 'error missing-asset: no tree']);
    expect(outcome.value.models.map(({ name }) => name)).toHaveLength(2);
  });

  test('of a placeholder', () => {
    const outcome = stageOf({ elements: [thing('object')] }, { placeholder: true });
    expect(spoken(outcome)).toEqual(['warning missing-asset: no object']);
    expect(outcome.value.models.map(({ name }) => name)).toEqual(['ground', 'placeholder object no object']);
  });

  test('of what looks else', () => {
    const outcome = stageOf({ elements: [thing('tree', { kind: 'embedding', row: 2 })] });
    expect(spoken(outcome)).toEqual(['note looks-else: drawn as tree/oak#0']);
    expect(outcome.value.models).toHaveLength(2);
  });

  test('once for a place, however often it is run', () => {
    const origin = { file: 'a.dio', start: 3, end: 9 };
    const elements = Array.from({ length: 20 }, () => ({ ...thing('object'), origin }));
    expect(spoken(stageOf({ elements }))).toHaveLength(1);
  });
});

describe('the air', () => {
  const hazeOf = (kind: 'density' | 'visibility', value: number) =>
    stageOf({ haze: { extent: { kind, value }, color: '#ffffff' } }).value.haze;

  test('is as dense as it is written', () => {
    expect(hazeOf('density', 0.01)).toEqual({ density: 0.01, color: [1, 1, 1], ceiling: HAZE_CEILING });
    expect(hazeOf('visibility', 391.2)?.density).toBeCloseTo(0.01, 12);
    expect(hazeOf('density', 0)).toBeUndefined();
  });
});

describe('what is worth a shadow', () => {
  const box = (x: number, z: number, size = 1) => makeElement('box', { at: [x, z], size: [size, size, size] });
  const regionOf = (...elements: ReturnType<typeof box>[]) => stageOf({ elements }).value.shadow;
  const holds = ({ center, radius }: Stage['shadow'], x: number, y: number, z: number) =>
    Math.sqrt((center[0] - x) ** 2 + (center[1] - y) ** 2 + (center[2] - z) ** 2) <= radius + 1e-9;

  test('is what stands in the view', () => {
    const region = regionOf(box(-3, -10), box(4, -20));
    for (const [x, y, z] of [
      [-3.5, 1, -9.5],
      [4.5, 0, -20.5],
    ] as const)
      expect(holds(region, x, y, z)).toBe(true);
    expect(region.radius).toBeLessThan(10);
  });

  test('or just beside it, but not what is far behind or tiny in the distance', () => {
    const near = regionOf(box(0, -10));
    expect(regionOf(box(0, -10), box(0, 60), box(10, -180, 0.1))).toEqual(near);
    expect(regionOf(box(0, -10), box(0, 5)).radius).toBeGreaterThan(near.radius);
  });

  test('is somewhere even if nothing stands there', () => expect(regionOf().radius).toBeGreaterThan(0));
});

function groundMeshOf({ models }: Stage): Mesh {
  const mesh = models[0]?.parts[0]?.mesh;
  if (mesh === undefined) throw new Error('the first model is the ground');
  return mesh;
}

function everyThird(parts: Float32Array, from: number): number[] {
  return [...parts].filter((_, index) => index % 3 === from);
}

/** Vertices of the outermost ring. */
function rim({ positions }: Mesh): [x: number, z: number][] {
  return Array.from({ length: 32 }, (_, index) => {
    const at = positions.length - 3 * (index + 1);
    return [positions[at] ?? NaN, positions[at + 2] ?? NaN];
  });
}
