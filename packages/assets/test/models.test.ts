// Every species in every pose: height, base, normals, winding, triangles, and the same bytes each time.
import { createHash } from 'node:crypto';
import type { Model } from '@diorama/geometry';
import type { ChosenAsset } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { ALL_SPECIES } from '../src/all-species.ts';
import { createLibrary } from '../src/create-library.ts';

const library = createLibrary();
const build = (id: string, pose?: string, phase = 0): Model => {
  const key = `${id} ${pose} ${phase}`;
  const choice: ChosenAsset = { kind: 'asset', id, key, ...(pose === undefined ? {} : { pose, phase }) };
  return present(library.build(choice));
};
const present = (made: ReturnType<typeof library.build>): Model => {
  if ('reason' in made) throw new Error(made.reason);
  return made;
};
const hash = ({ parts }: Model): string => {
  const sum = createHash('sha256');
  for (const { mesh } of parts) {
    for (const array of [mesh.positions, mesh.normals, mesh.colors, mesh.indices])
      if (array !== undefined) sum.update(array);
  }
  return sum.digest('hex').slice(0, 16);
};

const MOST_TRIANGLES = {
  carnivore: 20_000,
  herbivore: 20_000,
  bird: 20_000,
  tree: 30_000,
  bush: 20_000,
  boulder: 20_000,
  object: 0,
};

describe('each species in each pose', () => {
  const cases = ALL_SPECIES.flatMap(({ id, kind, poses }, index) =>
    (poses.length === 0 ? [undefined] : poses).map((pose, turn) => ({
      id,
      kind,
      pose,
      individual: (index + turn) % 12,
      phase: ((3 * turn) % 16) / 16,
    })),
  );
  test.each(cases)('$id $pose', ({ id, kind, pose, individual, phase }) => {
    const model = build(`${id}#${individual}`, pose, phase);
    const height = checkModel(model, kind === 'tree' || kind === 'bush' || kind === 'boulder');
    if (pose === undefined || pose === 'stand') expect(height).toBeCloseTo(1, 6);
    else {
      expect(height).toBeGreaterThan(0.2);
      expect(height).toBeLessThan(2.5);
    }
    expect(triangles(model)).toBeLessThanOrEqual(MOST_TRIANGLES[kind]);
    expect(triangles(model)).toBeGreaterThan(500);
  });
});

function triangles({ parts }: Model): number {
  return parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
}

/** The laws of every model of the library. Gives its height. What is rooted reaches into the ground. */
function checkModel({ parts }: Model, isRooted = false): number {
  const least = [Infinity, Infinity, Infinity];
  const greatest = [-Infinity, -Infinity, -Infinity];
  for (const { mesh, material } of parts) {
    const { positions, normals, colors, indices } = mesh;
    const count = positions.length / 3;
    expect(normals.length).toBe(positions.length);
    expect(colors?.length).toBe(4 * count);
    let wrongNormals = 0;
    for (let at = 0; at < positions.length; at += 3) {
      for (let axis = 0; axis < 3; axis += 1) {
        const part = positions[at + axis]!;
        if (!Number.isFinite(part)) throw new Error('a position is not finite');
        least[axis] = Math.min(least[axis]!, part);
        greatest[axis] = Math.max(greatest[axis]!, part);
      }
      const length = Math.sqrt(normals[at]! ** 2 + normals[at + 1]! ** 2 + normals[at + 2]! ** 2);
      if (!(Math.abs(length - 1) < 1e-5)) wrongNormals += 1;
    }
    expect(wrongNormals).toBe(0);
    expect(indices.length % 3).toBe(0);
    expect(indices.reduce((most, index) => Math.max(most, index), 0)).toBeLessThan(count);
    expect(material).toMatchObject({ color: [1, 1, 1], roughness: 1, metallic: 0 });
    if (!material.doubleSided) expect(signedVolume(positions, indices)).toBeGreaterThan(0);
    expect(facing(positions, normals, indices)).toBeGreaterThan(0.9);
  }
  if (isRooted) expect(least[1]).toBeLessThan(0);
  else expect(least[1]).toBe(0);
  // The origin is under the model.
  expect(least[0]).toBeLessThanOrEqual(0);
  expect(greatest[0]).toBeGreaterThanOrEqual(0);
  expect(least[2]).toBeLessThanOrEqual(0);
  expect(greatest[2]).toBeGreaterThanOrEqual(0);
  return greatest[1]!;
}

/** Positive where triangles are counter-clockwise from outside. */
function signedVolume(positions: Float32Array, indices: Uint32Array): number {
  let six = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    const p = (i: number) => positions[i]!;
    six +=
      p(a) * (p(b + 1) * p(c + 2) - p(b + 2) * p(c + 1)) -
      p(a + 1) * (p(b) * p(c + 2) - p(b + 2) * p(c)) +
      p(a + 2) * (p(b) * p(c + 1) - p(b + 1) * p(c));
  }
  return six / 6;
}

/** The share of triangles that look the way their normals do. */
function facing(positions: Float32Array, normals: Float32Array, indices: Uint32Array): number {
  let good = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    const p = (i: number) => positions[i]!;
    const [ux, uy, uz] = [p(b) - p(a), p(b + 1) - p(a + 1), p(b + 2) - p(a + 2)];
    const [vx, vy, vz] = [p(c) - p(a), p(c + 1) - p(a + 1), p(c + 2) - p(a + 2)];
    const n = (axis: number) => normals[a + axis]! + normals[b + axis]! + normals[c + axis]!;
    if ((uy * vz - uz * vy) * n(0) + (uz * vx - ux * vz) * n(1) + (ux * vy - uy * vx) * n(2) > 0) good += 1;
  }
  return indices.length === 0 ? 1 : good / (indices.length / 3);
}

test('a second library builds the same bytes', () => {
  for (const [id, pose] of [
    ['carnivore/lion#3', 'walk'],
    ['bird/mallard#1', 'fly'],
    ['tree/oak#5'],
    ['bush/fern#2'],
    ['boulder/granite#9'],
  ] as const) {
    const key = `${id} ${pose} 0.25`;
    const choice: ChosenAsset = { kind: 'asset', id, key, ...(pose === undefined ? {} : { pose, phase: 0.25 }) };
    expect(hash(present(createLibrary().build(choice)))).toBe(hash(build(id, pose, 0.25)));
  }
});

test('individuals of a species differ, and each is itself whatever was built before', () => {
  for (const species of ['tree/spruce', 'boulder/granite', 'bush/heather', 'carnivore/otter']) {
    const hashes = Array.from({ length: 4 }, (_, individual) => hash(build(`${species}#${individual}`)));
    expect(new Set(hashes).size).toBe(4);
    expect(hash(build(`${species}#2`))).toBe(hashes[2]);
  }
});

test('phases of a walk differ, and the feet stay on the ground', () => {
  const models = [0, 0.25, 0.5, 0.75].map((phase) => build('carnivore/wolf#0', 'walk', phase));
  expect(new Set(models.map(hash)).size).toBe(4);
  for (const { parts } of models) {
    // At least two separate places touch the ground.
    const touching = new Set<string>();
    for (const { mesh } of parts) {
      for (let at = 0; at < mesh.positions.length; at += 3) {
        if (mesh.positions[at + 1]! < 0.015)
          touching.add(`${Math.round(mesh.positions[at]! * 4)} ${Math.round(mesh.positions[at + 2]! * 4)}`);
      }
    }
    expect(touching.size).toBeGreaterThanOrEqual(2);
  }
});

describe('an animal has the same size in every pose', () => {
  const cases = ALL_SPECIES.filter(({ poses }) => poses.length > 0).map(({ id, poses }) => ({ id, poses }));
  test.each(cases)('$id', ({ id, poses }) => {
    const standing = build(`${id}#1`, 'stand');
    const other = build(`${id}#1`, poses.at(-1)!);
    expect(rigidRatio(standing, other)).toBeCloseTo(1, 3);
  });
  test('a sheep that lies is lower than one that stands', () => {
    const height = checkModel(build('herbivore/sheep#1', 'lie'));
    expect(height).toBeLessThan(0.85);
    expect(height).toBeGreaterThan(0.4);
  });
});

/**
 * How much larger one model is drawn than another of the same individual: eyes, nose, beak and horns are rigid meshes, the last
 * of the body. The median ratio of the lengths between their vertices; what lies on the ground may be hair, which yields.
 */
function rigidRatio(a: Model, b: Model): number {
  const [first, second] = [a, b].map(({ parts }) => parts[0]!.mesh.positions) as [Float32Array, Float32Array];
  const ratios: number[] = [];
  for (let back = 1; back <= 400; back += 1) {
    const lengths = [first, second].map((positions) => {
      const [at, other] = [positions.length - 3 * back, positions.length - 3 * (back + 3)];
      if (positions[at + 1]! < 0.05 || positions[other + 1]! < 0.05) return Number.NaN;
      return Math.hypot(...[0, 1, 2].map((axis) => positions[at + axis]! - positions[other + axis]!));
    });
    const ratio = lengths[1]! / lengths[0]!;
    if (Number.isFinite(ratio)) ratios.push(ratio);
  }
  expect(ratios.length).toBeGreaterThan(20);
  return ratios.sort((one, other) => one - other)[ratios.length >> 1]!;
}

describe('no animal has more than 20,000 triangles', () => {
  test.each(ALL_SPECIES.filter(({ poses }) => poses.length > 0).map(({ id, poses }) => ({ id, poses })))(
    '$id',
    ({ id, poses }) => {
      // Most are drawn of what is stretched out: in flight and at a run.
      const pose = poses.includes('fly') ? 'fly' : 'run';
      for (const individual of [0, 3, 4]) {
        expect(triangles(build(`${id}#${individual}`, pose, individual / 16))).toBeLessThanOrEqual(20_000);
      }
    },
  );
});
