// Finds how an element is turned in the frame in which it stands.
import type { Value } from '@diorama/checker';
import type { Place } from '@diorama/diagnostics';
import { atan2Degrees } from '@diorama/geometry';
import { type FixedLocation, type Rotation, viewPoint } from '@diorama/scene';
import type { LoweringContext } from './context.ts';
import { defaultRotation, propertyOf } from './defaults.ts';
import { noteLostDirection } from './problems/lost-direction.ts';
import { number, rotation as toRotation } from './scene-values.ts';

/**
 * A rotation as it was written; `facing(p)` becomes the yaw that turns the front from the element's place towards p, on
 * the map of the frame. `place` is where it is written, if what leads nowhere is to be told. At `view(…)` a rotation is relative to the camera's heading, so that yaw is too.
 */
export function localRotation(
  ctx: LoweringContext,
  at: Value | undefined,
  value: Value | undefined,
  place?: Place,
): Rotation {
  if (value === undefined) return REST;
  return toRotation(value, (point) => yawTowards(ctx, at, point, place));
}

/** At rest: the vocabulary's default. */
export const REST: Rotation = Object.freeze(defaultRotation(propertyOf('tree', 'rotation')));

function yawTowards(
  ctx: LoweringContext,
  at: Value | undefined,
  point: FixedLocation,
  place: Place | undefined,
): number {
  const isView = typeof at === 'object' && at.kind === 'view';
  const [x, z] = placeOf(ctx, at);
  if (place !== undefined && point.x === x && point.z === z)
    noteLostDirection(ctx, place, 'here the element itself stands at this point', 'it is not turned: yaw 0 is used');
  // +Z turned by a yaw is (sin yaw, cos yaw). From the point itself there is no direction: the yaw is 0.
  const yaw = atan2Degrees(point.x - x, point.z - z);
  return (isView ? yaw - ctx.camera.angles.yaw : yaw) + 0;
}

function placeOf(ctx: LoweringContext, at: Value | undefined): readonly [x: number, z: number] {
  if (typeof at !== 'object') return [0, 0];
  if (at.kind === 'position') return [number(at.x), number(at.z)];
  if (at.kind !== 'view') return [0, 0];
  // `view(…)` stands only where the frame is the world.
  const [x, , z] = viewPoint(ctx.camera, { x: number(at.x), y: number(at.y), z: number(at.z) });
  return [x, z];
}
