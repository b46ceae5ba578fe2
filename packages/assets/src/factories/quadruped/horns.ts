// Adds horns, antlers, ossicones and tusks to a head at rest: the same on both sides, larger or smaller by the individual.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addTube, smoothCurve } from '../../build/shapes.ts';
import { add, blend } from '../../build/vectors.ts';
import { addAntlers, addPalms } from './antlers.ts';
import type { Body } from './assemble-body.ts';
import { type Growth, HORNS, type Horn, spreadRadii } from './horn-shapes.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** What grows on the head that a table describes. */
export function addHorns(mesh: MeshBuilder, { horns }: QuadrupedTable, body: Body, draws: Draws): void {
  const growth: Growth = { length: draws.between(0.86, 1.14), spread: draws.between(0.88, 1.12), tines: draws.next() };
  if (horns === undefined) return;
  for (const side of [-1, 1]) {
    if (horns === 'antlers') addAntlers(mesh, body, growth, side);
    else if (horns === 'palms') addPalms(mesh, body, growth, side);
    else for (const horn of HORNS[horns]) addHorn(mesh, horn, body, growth, side);
  }
}

function addHorn(mesh: MeshBuilder, horn: Horn, body: Body, growth: Growth, side: number): void {
  if (horn.isSingle && side < 0) return;
  const base = body.onHead([horn.base[0], horn.base[1], horn.base[2] * side]);
  const reach = ([x, y, z]: Vector3): Vector3 =>
    add(base, [x * growth.length, y * growth.length, z * growth.spread * side]);
  const { steps = 3, ringed = 0 } = horn;
  const points = smoothCurve(horn.path.map(reach), steps);
  const radii = spreadRadii(horn.radii, steps).map((radius, index) => radius * (1 + ringed * (index % 2)));
  const color = (index: number) => blend<LinearColor>(horn.colors[0], horn.colors[1], index / (points.length - 1));
  addTube(mesh, points, radii, (index) => [...color(index)] as unknown as LinearColor, {
    sides: horn.sides ?? 8,
    flatness: horn.flatness ?? 1,
    up: horn.up ?? [0, 0, 1],
  });
}
