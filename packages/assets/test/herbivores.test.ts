// What tells herbivores apart: their outlines, their colors, their horns; and what differs between individuals.
import { extend, extendNumber, type Model, rootKey } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { HERBIVORES } from '../src/factories/herbivore/herbivores.ts';
import { addFlesh } from '../src/factories/quadruped/add-flesh.ts';
import type { RoundCone } from '../src/solid/round-cone.ts';
import type { Species } from '../src/species.ts';

const built = new Map<string, Measures>();

/** The measures of an individual that stands, of the least detail. */
function measure(name: string, number = 0): Measures {
  const key = `${name}#${number}`;
  const known = built.get(key) ?? measuresOf(build(speciesOf(name), number));
  built.set(key, known);
  return known;
}

function speciesOf(name: string): Species {
  const species = HERBIVORES.find(({ id }) => id === `herbivore/${name}`);
  if (species === undefined) throw new Error(`no ${name}`);
  return species;
}

function build(species: Species, number: number, pose = 'stand'): Model {
  const key = extendNumber(extend(rootKey(0), species.id), number);
  const made = species.build({ key, number, pose, phase: 0, detail: 'low' });
  if ('reason' in made) throw new Error(made.reason);
  return made;
}

interface Measures {
  /** Width and length, as shares of the height. */
  readonly width: number;
  readonly length: number;
  /** Mean linear red, green, blue. */
  readonly color: readonly number[];
  /** Shares of vertices that are nearly black, and that are nearly white. */
  readonly black: number;
  readonly white: number;
  /** The share of triangles that look the way their normals do. */
  readonly facing: number;
}

function measuresOf({ parts }: Model): Measures {
  const [least, greatest] = [
    [9, 9, 9],
    [-9, -9, -9],
  ];
  const color = [0, 0, 0];
  let [black, white, count, facing, triangles] = [0, 0, 0, 0, 0];
  for (const { mesh } of parts) {
    const { positions, normals, colors, indices } = mesh;
    for (let at = 0; at < positions.length / 3; at += 1) {
      const point = [positions[3 * at]!, positions[3 * at + 1]!, positions[3 * at + 2]!] as const;
      for (const axis of [0, 1, 2]) {
        least[axis] = Math.min(least[axis]!, point[axis]!);
        greatest[axis] = Math.max(greatest[axis]!, point[axis]!);
        color[axis] = color[axis]! + colors![4 * at + axis]! / 65535;
      }
      const bright = colors![4 * at + 1]! / 65535;
      if (bright < 0.04) black += 1;
      if (bright > 0.33) white += 1;
      count += 1;
    }
    for (let at = 0; at < indices.length; at += 3) {
      const corners = [0, 1, 2].map((corner) => 3 * indices[at + corner]!);
      const side = (corner: number) =>
        [0, 1, 2].map((axis) => positions[corners[corner]! + axis]! - positions[corners[0]! + axis]!);
      const [u, v] = [side(1), side(2)] as [number[], number[]];
      const square = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
      const along = square.reduce(
        (sum, part, axis) => sum + part * corners.reduce((all, corner) => all + normals[corner + axis]!, 0),
        0,
      );
      facing += along > 0 ? 1 : 0;
      triangles += 1;
    }
  }
  const size = [0, 1, 2].map((axis) => greatest[axis]! - least[axis]!);
  return {
    width: size[0]! / size[1]!,
    length: size[2]! / size[1]!,
    color: color.map((part) => part / count),
    black: black / count,
    white: white / count,
    facing: facing / triangles,
  };
}

describe('rows of the table', () => {
  test.each(HERBIVORES.map((species) => [species.id, species] as const))('%s', (_, { names, latin, heights, tags }) => {
    expect(latin).toMatch(/^[A-Z][a-z]+ [a-z]+$/);
    expect(names.length).toBeGreaterThan(1);
    expect(tags.length).toBeGreaterThan(2);
    const [least, greatest] = heights!;
    expect(least).toBeGreaterThan(0.5);
    expect(greatest / least).toBeGreaterThan(1.1);
    expect(greatest / least).toBeLessThan(1.7);
  });
});

describe('triangles look the way their normals do', () => {
  test.each(HERBIVORES.map(({ id }) => id.split('/')[1]!))('%s', (name) => {
    expect(measure(name).facing).toBeGreaterThan(0.985);
  });
});

/** One species has more of a measure than another. */
const MORE: readonly (readonly [more: string, less: string, measure: Exclude<keyof Measures, 'color'>])[] = [
  // Antlers, palms and spread horns.
  ['red-deer-stag', 'deer-hind', 'width'],
  ['moose', 'red-deer-stag', 'width'],
  ['buffalo', 'dairy-cow', 'width'],
  // Long bodies, tall ones.
  ['pig', 'goat', 'length'],
  ['rhino', 'elephant', 'length'],
  ['bay-horse', 'giraffe', 'length'],
  ['brown-cow', 'bay-horse', 'length'],
  // Coats of two colors.
  ['dairy-cow', 'brown-cow', 'white'],
  ['zebra', 'bay-horse', 'white'],
  ['zebra', 'donkey', 'black'],
  ['bay-horse', 'chestnut-horse', 'black'],
  ['grey-horse', 'chestnut-horse', 'white'],
  ['buffalo', 'brown-cow', 'black'],
];

describe('outlines and coats tell species apart', () => {
  test.each(MORE)('%s has more than %s: %s', (more, less, what) => {
    expect(measure(more)[what]).toBeGreaterThan(1.1 * measure(less)[what]);
  });
  test.each(['bay-horse', 'chestnut-horse', 'red-deer-stag', 'antelope', 'giraffe', 'pig', 'brown-cow', 'dromedary'])(
    '%s is of a warm color',
    (name) => {
      const [red, green, blue] = measure(name).color as [number, number, number];
      expect(red).toBeGreaterThan(1.2 * green);
      expect(green).toBeGreaterThan(1.1 * blue);
    },
  );
  test.each(['elephant', 'rhino', 'grey-horse'])('%s is grey', (name) => {
    const [red, , blue] = measure(name).color as [number, number, number];
    expect(red).toBeLessThan(1.45 * blue);
  });
});

describe('individuals differ in shape and in color', () => {
  test.each(HERBIVORES.map(({ id }) => id.split('/')[1]!))('%s', (name) => {
    const [first, second] = [measure(name, 0), measure(name, 1)];
    expect(Math.abs(first.length - second.length) + Math.abs(first.width - second.width)).toBeGreaterThan(1e-4);
    expect(Math.abs(first.color[1]! - second.color[1]!)).toBeGreaterThan(1e-4);
  });
});

test('flesh off the middle is on both sides, on bones of their own', () => {
  const names = ['head', 'elbowL', 'elbowR'];
  const cones: RoundCone[] = [];
  const ctx = {
    ...{ cones, bone: (name: string) => names.indexOf(name) },
    onHead: ([x, y, z]: readonly [number, number, number]) => [x + 1, y, z] as const,
    headward: (direction: readonly [number, number, number]) => direction,
  };
  const piece = { radii: [0.1, 0.1], blend: 0.02, region: 'fore' } as const;
  addFlesh(ctx, [
    { ...piece, on: 'elbow', from: [0, 1, 0.2], to: [0, 0.5, 0.25] },
    { ...piece, on: 'head', from: [0, 0, 0], to: [0.1, 0, 0], region: 'head' },
  ]);
  expect(cones.map(({ bone, from, to }) => ({ bone, from, to }))).toEqual([
    { bone: 1, from: [0, 1, -0.2], to: [0, 0.5, -0.25] },
    { bone: 2, from: [0, 1, 0.2], to: [0, 0.5, 0.25] },
    { bone: 0, from: [1, 0, 0], to: [1.1, 0, 0] },
  ]);
});
