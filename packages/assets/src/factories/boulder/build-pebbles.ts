// Turns the row of a stone's table into a heap of small round stones of several colors, each dropped where it falls lowest.
import { cosDegrees, extend, extendNumber, type Key, type Model, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { createDraws } from '../../build/draws.ts';
import { createMeshBuilder } from '../../build/mesh-builder.ts';
import { solidPart } from '../../build/part.ts';
import { scale } from '../../build/vectors.ts';
import { addStone } from './build-boulder.ts';
import { shapeStone } from './shape-stone.ts';
import type { StoneTable } from './stone-table.ts';

const FREQUENCIES: Readonly<Record<Detail, number>> = { high: 7, medium: 4, low: 2 };

interface Lying {
  readonly at: Vector3;
  readonly radius: number;
}

/** In any size; the ground is y = 0. */
export function buildPebbles(table: StoneTable, key: Key, detail: Detail): Model {
  const draws = createDraws(extend(key, 'pebbles'));
  const mesh = createMeshBuilder();
  const count = 11 + Math.floor(8 * draws.next());
  const spread = draws.between(0.42, 0.75);
  const flatness = table.size[1];
  const lying: Lying[] = [];
  for (let pebble = 0; pebble < count; pebble += 1) {
    // Large ones first, small ones between and on top of them.
    const radius = (0.3 - (0.2 * pebble) / count) * draws.between(0.75, 1.15);
    let best: Lying = { at: [0, Infinity, 0], radius };
    for (let tries = 0; tries < 10; tries += 1) {
      const away = spread * Math.sqrt(draws.next());
      const turn = 360 * draws.next();
      const [x, z] = [away * cosDegrees(turn), away * sinDegrees(turn)];
      const y = restingHeight(x, z, radius, flatness, lying);
      if (y < best.at[1] - 0.02) best = { at: [x, y, z], radius };
    }
    lying.push(best);
    const color = scale(table.colors[Math.floor(draws.next() * table.colors.length)]!, draws.between(0.8, 1.2));
    const size: Vector3 = [radius * draws.between(0.95, 1.2), radius * flatness, radius * draws.between(0.75, 1)];
    const own = { ...table, size, freedom: 0, vein: draws.next() < 0.22 };
    const shape = shapeStone(own, extendNumber(key, pebble));
    addStone(mesh, shape, {
      table: own,
      color,
      frequency: FREQUENCIES[detail],
      at: best.at,
      turn: 360 * draws.next(),
    });
  }
  return { parts: [solidPart('stone', mesh)] };
}

/** Where the middle of a stone comes to rest: on the ground, or on others, pressed together a little. */
function restingHeight(x: number, z: number, radius: number, flatness: number, lying: readonly Lying[]): number {
  let height = 0.72 * flatness * radius;
  for (const { at, radius: other } of lying) {
    // They are narrower than long.
    const reach = 0.8 * (radius + other);
    const square = reach * reach - (x - at[0]) * (x - at[0]) - (z - at[2]) * (z - at[2]);
    if (square > 0) height = Math.max(height, at[1] + flatness * Math.sqrt(square));
  }
  return height;
}
