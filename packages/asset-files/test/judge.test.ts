// Where up and front are, found in shapes alone: models whose axes are known, turned every way.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary, inspectAsset } from '@diorama/assets';
import { meshBounds } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { judgeFrontByShape, judgeUpByShape, shapeOf } from '../src/import/judge-shape.ts';
import { judgeUnit } from '../src/import/judge-size.ts';
import { judgeFrontByJoints, judgeUpByJoints } from '../src/import/judge-skeleton.ts';
import { sampleSurface } from '../src/import/sample-surface.ts';
import { importAsset } from '../src/index.ts';
import { validate } from './support/validate.ts';

const library = createLibrary();

/** A few of each class: what is true of them is true of their relatives. */
const ANIMALS = ['carnivore', 'herbivore', 'bird'].flatMap((kind) => [...library.ids(kind)].slice(0, 4));

const YAWS: Readonly<Record<string, (x: number, z: number) => readonly [number, number]>> = {
  '+Z': (x, z) => [x, z],
  '-Z': (x, z) => [-x, -z],
  '+X': (x, z) => [z, -x],
  '-X': (x, z) => [-z, x],
};

describe.each(ANIMALS)('%s', (id) => {
  const choice = library.choose({ kind: 'object', variant: 0, appearance: { kind: 'asset', id }, detail: 'low' });
  const model = choice.kind === 'asset' ? library.build(choice) : choice;
  if ('reason' in model) throw new Error(model.reason);
  const points = sampleSurface(model, 3000);

  test.each(Object.entries(YAWS))('looks along %s', (front, turn) => {
    const turned = points.slice();
    for (let at = 0; at < points.length; at += 3) {
      const [x, z] = turn(points[at]!, points[at + 2]!);
      turned[at] = x;
      turned[at + 2] = z;
    }
    const shape = shapeOf(turned);
    expect(judgeUpByShape(shape, id.replace(/\/.*/, '')).value).toBe('+Y');
    expect(judgeFrontByShape(shape, '+Y').value).toBe(front);
  });
});

test.each([...library.ids('tree')])('%s stands as it is', (id) => {
  const choice = library.choose({ kind: 'tree', variant: 0, appearance: { kind: 'asset', id }, detail: 'low' });
  const model = choice.kind === 'asset' ? library.build(choice) : choice;
  if ('reason' in model) throw new Error(model.reason);
  expect(judgeUpByShape(shapeOf(sampleSurface(model, 3000)), 'tree').value).toBe('+Y');
});

describe('joints', () => {
  const joints = (list: Readonly<Record<string, readonly [number, number, number]>>) =>
    Object.entries(list).map(([name, position]) => ({ name, position }));

  test.each<[list: Parameters<typeof joints>[0], up: string | undefined, front: string | undefined]>([
    [{ 'mixamorig:Head': [0, 0, 2], 'mixamorig:Tail1': [0, 0, -1], Spine: [0, 1, 0], 'Foot.L': [0, 0, 0] }, '+Y', '+Z'],
    [{ Head_end: [-2, 1, 0], Pelvis: [1, 1, 0], Chest: [0, 1, 0], FrontPawR: [0, 0, 0] }, '+Y', '-X'],
    [{ head: [0, -2, 1], Tail: [0, 2, 1], Body: [0, 0, 1], LeftToe: [0, 0, 0] }, '+Z', '-Y'],
    [{ Head: [0, 1, 2], BackUpperLeg: [0, 0.5, -1] }, undefined, '+Z'],
    [{ Bone: [0, 0, 0], 'Bone.001': [0, 1, 0] }, undefined, undefined],
  ])('%j', (list, up, front) => {
    const skeleton = joints(list);
    const found = judgeUpByJoints(skeleton);
    expect(found?.value).toBe(up);
    expect(judgeFrontByJoints(skeleton, found?.value ?? '+Y')?.value).toBe(front);
  });
});

test.each<[height: number, unit: number, isSure: boolean]>([
  [1.5, 1, true],
  [1.8, 1, true],
  [150, 0.01, true],
  [1500, 0.001, true],
  [59, 0.0254, true],
  [0.015, 100, true],
  [4.6, 1.45 / 4.6, false],
])('a cow of %d units', (height, unit, isSure) => {
  const judged = judgeUnit(height, [1.3, 1.6]);
  expect(judged.value).toBeCloseTo(unit, 6);
  expect(judged.isSure).toBe(isSure);
});

/** Nobody needs them, so their absence is no skipped test. */
const samples = process.env.DIORAMA_SAMPLE_ASSETS ?? '';
const sampleNames = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.glb')) : [];

if (sampleNames.length > 0)
  test('models that others made stand, look ahead and are valid (DIORAMA_SAMPLE_ASSETS names their folder)', async () => {
    for (const name of sampleNames) {
      const { value, diagnostics } = await importAsset({
        file: name,
        bytes: readFileSync(join(samples, name)),
        read: () => undefined,
        from: `pack/${name}`,
        to: 'x.glb',
        digest: '',
        library,
      });
      expect(
        diagnostics.filter(({ severity }) => severity === 'error'),
        name,
      ).toEqual([]);
      const { bytes, entry } = value!;
      expect(entry.class, name).not.toBe('object');
      expect(entry.imported, name).toMatchObject({ front: '+Z', up: '+Y' });
      expect(await validate(bytes), name).toEqual([]);
      const { model, clips, joints } = inspectAsset(name, bytes, () => undefined).value!;
      const boxes = model.parts.map(({ mesh }) => meshBounds(mesh)!);
      expect(Math.min(...boxes.map(({ least }) => least[1])), name).toBeCloseTo(0, 4);
      expect(Math.max(...boxes.map(({ greatest }) => greatest[1])), name).toBeCloseTo(1, 4);
      // Clips and skeletons are kept.
      expect(clips.length > 0).toBe(joints.length > 0);
      if (clips.length > 0)
        expect(Object.keys(entry.poses ?? {})).toEqual(expect.arrayContaining(['stand', 'walk', 'run']));
      // By shape alone the animals look the same way as by their bones.
      const shape = shapeOf(sampleSurface(model, 3000));
      if (joints.length > 0) expect(judgeFrontByShape(shape, '+Y'), name).toMatchObject({ value: '+Z', isSure: true });
    }
  });
