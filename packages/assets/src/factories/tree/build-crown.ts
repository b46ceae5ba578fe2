// Turns the row of a broad tree's or a bush's table into an individual: branches as tubes, and leaves.
import { extend, type Key, type LinearColor, type Model, type Vector3 } from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { mix, smoothstep } from '../../build/noise.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addLeaf, addTube } from '../../build/shapes.ts';
import { add, blend, scale, subtract, unit } from '../../build/vectors.ts';
import type { CrownTable, Lobe } from './crown-table.ts';
import { type Branches, depthOf, growCrown } from './grow-crown.ts';

/** In metres of its table; the trunk's foot is at the origin. */
export function buildCrown(table: CrownTable, key: Key): Model {
  const draws = createDraws(extend(key, 'branches'));
  const own = varied(table, draws);
  const branches = growCrown(own, draws);
  const [wood, foliage] = [createMeshBuilder(), createMeshBuilder()];
  addWood(wood, branches, own, createDraws(extend(key, 'bark')));
  addLeaves(foliage, branches, own, createDraws(extend(key, 'leaves')));
  return { parts: presentParts(solidPart('bark', wood), sheetPart('leaves', foliage)) };
}

/** Every individual's crown has lobes of its own size and place. */
function varied(table: CrownTable, draws: Draws): CrownTable {
  const wide = draws.between(0.9, 1.12);
  const lobes = table.lobes.map(({ center, radius, halfHeight }): Lobe => {
    const moved: Vector3 = [
      center[0] * wide + 0.16 * radius * draws.between(-1, 1),
      center[1] + 0.14 * halfHeight * draws.between(-1, 1),
      center[2] * wide + 0.16 * radius * draws.between(-1, 1),
    ];
    return {
      center: moved,
      radius: radius * wide * draws.between(0.88, 1.1),
      halfHeight: halfHeight * draws.between(0.9, 1.1),
    };
  });
  return { ...table, lobes };
}

/** A tube from each fork to the end of its thickest branch. */
function addWood(
  mesh: MeshBuilder,
  { nodes, parents, children, radii }: Branches,
  table: CrownTable,
  draws: Draws,
): void {
  const starts = [0];
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    const points: Vector3[] = [];
    const sizes: number[] = [];
    if (parents[start]! >= 0) {
      points.push(nodes[parents[start]!]!);
      sizes.push(Math.min(radii[parents[start]!]!, radii[start]! * 1.1));
    }
    let node = start;
    for (let step = 0; ; step += 1) {
      const next = [...children[node]!].sort((a, b) => radii[b]! - radii[a]! || a - b);
      if (step % 2 === 0 || next.length !== 1) {
        points.push(nodes[node]!);
        // The foot of a trunk is wider.
        sizes.push(radii[node]! * (node === 0 ? 1.5 : node === 1 ? 1.2 : 1));
      }
      starts.push(...next.slice(1));
      if (next.length === 0) break;
      node = next[0]!;
    }
    if (points.length < 2) continue;
    const thickest = sizes[0]!;
    const color = (index: number): LinearColor => table.bark(points[index]![1], draws.next());
    const share = thickest / table.trunkRadius;
    addTube(mesh, points, sizes, color, { sides: share > 0.3 ? 9 : share > 0.1 ? 5 : 3 });
  }
}

function addLeaves(mesh: MeshBuilder, { nodes, radii, firstOfCrown }: Branches, table: CrownTable, draws: Draws): void {
  const { leaves, center, step, twigRadius } = table;
  const twigs = radii.flatMap((radius, node) => (node >= firstOfCrown && radius < twigRadius * 2.2 ? [node] : []));
  if (twigs.length === 0) return;
  const size = Math.max(...table.lobes.map((lobe) => Math.abs(lobe.center[0]) + lobe.radius)) * 0.95;
  for (let leaf = 0; leaf < leaves.count; leaf += 1) {
    const twig = nodes[twigs[Math.floor(draws.next() * twigs.length)]!]!;
    const thick = leaves.level > 0.5 ? 0.32 : 0.8;
    const stem = add(twig, [
      draws.between(-1, 1) * step,
      draws.between(-1, 1) * step * thick,
      draws.between(-1, 1) * step,
    ]);
    const outward = unit(subtract(stem, center));
    const stray: Vector3 = [draws.between(-0.45, 0.45), draws.between(-0.3, 0.5), draws.between(-0.45, 0.45)];
    const normal = unit(add(blend(outward, [0, 1, 0], leaves.level), stray));
    const free: Vector3 = [draws.between(-1, 1), draws.between(-0.5, 0.3), draws.between(-1, 1)];
    const direction = unit(blend(add(free, scale(outward, 0.4)), [0, -1, 0], leaves.hanging));
    const grown = draws.between(0.75, 1.25);
    const depth = smoothstep(0.3, 1, depthOf(stem, center, size));
    const hue = blend<LinearColor>(leaves.inner, leaves.outer, depth * 0.6 + 0.4 * draws.next());
    const dimensions = { length: leaves.length * grown, halfWidth: leaves.halfWidth * grown };
    addLeaf(mesh, stem, direction, normal, dimensions, scale(hue, mix(0.6, 1.05, depth)));
  }
}
