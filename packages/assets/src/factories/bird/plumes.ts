// Adds tracts of long feathers: crests, hackles, breast plumes, trains.
import type { Vector3 } from '@diorama/geometry';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { hash } from '../../build/noise.ts';
import { scale, unit } from '../../build/vectors.ts';
import { applyFrame, type Frame, turnByFrame } from '../../solid/skeleton.ts';
import type { PlumeTable } from './bird-table.ts';
import { addFeather, directionOf } from './feathers.ts';
import type { Look } from './look.ts';
import { flankAt, type Section } from './spine.ts';

/** One tract, the `tract`th of its bird. `rest` is the body at rest; `frame` says where the pose takes the part it is on. */
export function addPlumes(
  mesh: MeshBuilder,
  plume: PlumeTable,
  tract: number,
  rest: readonly Section[],
  frame: Frame,
  look: Look,
): void {
  const own = createMeshBuilder();
  const every = { high: 1, medium: 2, low: 3 }[look.detail];
  const wider = Math.sqrt(every) * (every > 1 ? 1.1 : 1);
  for (let number = 0; number < plume.count; number += every) addPlume(own, plume, rest, number, tract, wider, look);
  appendMesh(mesh, own, {
    point: (point) => applyFrame(frame, point),
    direction: (normal) => turnByFrame(frame, normal),
  });
}

function addPlume(
  mesh: MeshBuilder,
  plume: PlumeTable,
  rest: readonly Section[],
  number: number,
  tract: number,
  wider: number,
  { detail, seed, shade, reach }: Look,
): void {
  const lot = (part: number) => hash(number, tract, part, seed);
  // Evenly spread by the golden section along, and from side to side.
  const share = (number * 0.618034) % 1;
  const side = number % 2 === 0 ? 1 : -1;
  const around = plume.around[0] + (plume.around[1] - plume.around[0]) * (((number >> 1) * 0.755) % 1);
  const [px, py] = [
    plume.from[0] + (plume.to[0] - plume.from[0]) * share,
    plume.from[1] + (plume.to[1] - plume.from[1]) * share,
  ];
  const { z, offset, rise } = flankAt(rest, px, py);
  // Roots are in the skin, also where the tract runs along the outline.
  const over = offset - Math.max(-0.82, Math.min(0.82, offset));
  const [x, y] = [px - rise[0] * over, py - rise[1] * over];
  const direction = directionOf(plume.angle + 10 * (lot(1) - 0.5), side * (plume.splay ?? 0.1) * (0.4 + around));
  const outwards: Vector3 = unit([-direction[1] * 0.6, direction[0] * 0.6, side * (0.15 + around)]);

  addFeather(
    mesh,
    [x, y, side * z * around],
    direction,
    outwards,
    { length: plume.length * reach * (0.8 + 0.4 * lot(2)), halfWidth: plume.halfWidth * wider, droop: plume.droop },
    detail === 'high' ? 'medium' : 'low',
    (at) => scale(plume.color, shade * (0.78 + 0.3 * lot(3)) * (0.8 + 0.25 * at)),
  );
}
