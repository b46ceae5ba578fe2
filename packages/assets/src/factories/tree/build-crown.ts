// Turns the row of a broad tree's or a bush's table into an individual: branches as tubes, and leaves.
import { extend, type Key, type Model } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { createDraws } from '../../build/draws.ts';
import { createMeshBuilder } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addFoliage, addFruit, addThorns, twigsOf } from './add-foliage.ts';
import { addWood } from './add-wood.ts';
import type { CrownTable } from './crown-table.ts';
import { growCrown } from './grow-crown.ts';
import { ownTable } from './own-table.ts';

/** How finely a plant is made. */
export interface Fineness {
  readonly detail: Detail;
  /** Of triangles. */
  readonly most: number;
}

/** In metres of its table; the trunk's foot is at the origin. */
export function buildCrown(table: CrownTable, key: Key, { detail, most }: Fineness): Model {
  const draws = createDraws(extend(key, 'branches'));
  const own = ownTable(table, draws);
  const branches = growCrown(own, draws);
  const seed = draws.seed();
  const twigs = twigsOf(branches, own);
  const [wood, foliage, fruit] = [createMeshBuilder(), createMeshBuilder(), createMeshBuilder()];
  const share = SHARES[detail];
  addFruit(fruit, foliage, twigs, own, seed, share);
  addThorns(foliage, branches, own, seed, share);
  const left = most - (fruit.indices.length + foliage.indices.length) / 3;
  const { count, needles = 1 } = table.leaves;
  // What leaves do not need is the wood's, or leaves would float where twigs are left out.
  const woodMost = Math.max(WOOD * left, left - 2 * count * needles);
  addWood(wood, branches, { bark: own.bark, seed, most: woodMost, sides: SIDES[detail] });
  addFoliage(foliage, twigs, own, seed, left - wood.indices.length / 3);
  return { parts: presentParts(solidPart('bark', wood), sheetPart('leaves', foliage), solidPart('fruit', fruit)) };
}

/** How much of the triangles may be wood under leaves, at least. */
const WOOD = 0.3;
/** Corners of a trunk's cross-section. */
export const SIDES: Readonly<Record<Detail, number>> = { high: 16, medium: 10, low: 6 };
/** How much there is of fruit and thorns. */
const SHARES: Readonly<Record<Detail, number>> = { high: 1, medium: 0.35, low: 0.12 };
