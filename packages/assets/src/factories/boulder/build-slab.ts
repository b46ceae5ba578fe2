// Turns the row of a stone's table into a stack of plates, each shifted a little against the one below.
import { extend, extendNumber, type Key, type Model, type Vector3 } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { createDraws } from '../../build/draws.ts';
import { createMeshBuilder } from '../../build/mesh-builder.ts';
import { solidPart } from '../../build/part.ts';
import { simplifyMesh } from '../../build/simplify-mesh.ts';
import { TRIANGLES } from '../../species.ts';
import { addStone } from './build-boulder.ts';
import { shapeStone } from './shape-stone.ts';
import type { StoneTable } from './stone-table.ts';

/** In any size; its lowest plate lies in the ground, which is y = 0. */
export function buildSlab(table: StoneTable, key: Key, detail: Detail): Model {
  const draws = createDraws(extend(key, 'slab'));
  const mesh = createMeshBuilder();
  const color = table.colors[Math.floor(draws.next() * table.colors.length)]!;
  const plates = 2 + Math.floor(3 * draws.next());
  const length = draws.between(0.95, 1.35);
  let top = 0;
  let shrink = 1;
  let middle: Vector3 = [0, 0, 0];
  for (let plate = 0; plate < plates; plate += 1) {
    const thick = table.size[1] * draws.between(0.6, 1.4);
    const size: Vector3 = [table.size[0] * length * shrink, thick, table.size[2] * shrink];
    const shape = shapeStone({ ...table, size }, extendNumber(key, plate));
    const high = shape.size[1];
    const at: Vector3 = [middle[0], top + 0.7 * high, middle[2]];
    addStone(mesh, shape, { table, color, frequency: FREQUENCIES[detail], at, turn: draws.between(-22, 22) });
    top += 1.36 * high;
    shrink *= draws.between(0.8, 0.98);
    const shift = () => 0.28 * (1.25 - shrink) * draws.between(-1, 1) + draws.between(-0.06, 0.06);
    middle = [middle[0] + shift(), 0, middle[2] + shift()];
  }
  return { parts: [solidPart('stone', simplifyMesh(mesh, TRIANGLES[detail]))] };
}

/** Of geodesic balls: fine enough to keep the plates' thin edges, then simplified to the level's triangles. */
const FREQUENCIES: Readonly<Record<Detail, number>> = { high: 15, medium: 12, low: 9 };
