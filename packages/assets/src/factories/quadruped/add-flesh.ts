// Turns the pieces of flesh of a table into round cones of a body at rest, those off the middle on both sides.
import type { Vector3 } from '@diorama/geometry';
import { REGION, type RoundCone } from '../../solid/round-cone.ts';
import type { Flesh } from './quadruped-table.ts';

/** What {@link addFlesh} needs of a body that is being made. */
export interface FleshContext {
  readonly cones: RoundCone[];
  /** The index of a bone; −1 where there is none of that name. */
  bone(name: string): number;
  onHead(point: Vector3): Vector3;
  headward(direction: Vector3): Vector3;
}

export function addFlesh(ctx: FleshContext, flesh: readonly Flesh[]): void {
  for (const piece of flesh) {
    const isPaired = piece.from[2] !== 0 || piece.to[2] !== 0;
    for (const side of isPaired ? [-1, 1] : [1]) ctx.cones.push(coneOf(ctx, piece, side));
  }
}

/** Whether a piece moves with the head. */
export function isOnHead({ on }: Flesh): boolean {
  return on === 'head' || on === 'jaw';
}

function coneOf(ctx: FleshContext, piece: Flesh, side: number): RoundCone {
  const place = ([x, y, z]: Vector3): Vector3 => (isOnHead(piece) ? ctx.onHead([x, y, z * side]) : [x, y, z * side]);
  const middle = ctx.bone(piece.on);
  const bone = middle >= 0 ? middle : ctx.bone(piece.on + (side < 0 ? 'L' : 'R'));
  return {
    from: place(piece.from),
    to: place(piece.to),
    fromRadius: piece.radii[0],
    toRadius: piece.radii[1],
    flatness: piece.flatness ?? 1,
    flatAxis: [0, 0, 1],
    blend: piece.blend,
    bone,
    endBone: bone,
    region: REGION[piece.region],
    start: 0,
    end: 0,
  };
}
