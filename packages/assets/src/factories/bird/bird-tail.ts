// Adds a bird's tail: a fan of feathers, closed or open, with shorter ones over its root.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { mix } from '../../build/noise.ts';
import { unit } from '../../build/vectors.ts';
import { applyFrame, type Frame, turnByFrame } from '../../solid/skeleton.ts';
import type { BirdTable } from './bird-table.ts';
import { addFeather, featherColor } from './feathers.ts';
import type { Look } from './look.ts';

/** `open` is 0 for a closed tail and 1 for one in flight. */
export function addTail(mesh: MeshBuilder, { tail }: BirdTable, frame: Frame, open: number, look: Look): void {
  const own = createMeshBuilder();
  const spread = mix(tail.spread[0], tail.spread[1], open);
  const every = look.detail === 'low' ? 2 : 1;
  const roof = (tail.roof ?? 0) * (1 - open);
  const row = (count: number, share: number, rise: number, number: number) => {
    for (let feather = 0; feather < count; feather += every) {
      const offset = count === 1 ? 0 : (2 * feather) / (count - 1) - 1;
      const turn = offset * spread;
      const [cp, sp] = [cosDegrees(tail.pitch), sinDegrees(tail.pitch)];
      const fold = Math.abs(offset) * roof;
      const direction = unit([-cosDegrees(turn) * cp, sp - sinDegrees(fold) * 0.12, sinDegrees(turn)]);
      const normal = unit([sp, cp * cosDegrees(fold), (offset < 0 ? -1 : 1) * sinDegrees(fold)]);
      const layer = (1 - Math.abs(offset)) * 0.02 * tail.length + rise;
      const root: Vector3 = [
        tail.at[0] + 0.1 * tail.length * cp + normal[0] * layer,
        tail.at[1] -
          0.1 * tail.length * sp +
          normal[1] * layer -
          Math.abs(offset) * sinDegrees(roof) * tail.halfWidth * 2,
        tail.at[2] + offset * tail.halfWidth * 0.6 * (1 - roof / 120),
      ];
      const length = share * look.reach * tail.length * 1.1 * (1 - tail.rounding * offset * offset);
      const tint = share < 1 ? { color: tail.coverts } : tail.tint;
      addFeather(
        own,
        root,
        direction,
        normal,
        { length, halfWidth: tail.halfWidth * every, droop: -(tail.curve ?? 0) * cp, vault: 0.12 },
        look.detail,
        (at) => featherColor(tint, at, number + feather, look.seed),
      );
    }
  };
  row(tail.feathers, 1, 0, 300);
  row(Math.max(3, tail.feathers - 2), 0.42, 0.012 * tail.length + 0.1 * tail.halfWidth, 330);
  appendMesh(mesh, own, {
    point: (point) => applyFrame(frame, point),
    direction: (normal) => turnByFrame(frame, normal),
  });
}
