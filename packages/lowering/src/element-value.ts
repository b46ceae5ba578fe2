// Makes the value of a labelled element: what `oak.at`, `oak.height`, `oak.top` and `oak.rotation` read.

import type * as typed from '@diorama/checker';
import type { ElementValue, PositionValue, Scalar, Value, ViewValue } from '@diorama/checker';
import { UNKNOWN } from '@diorama/checker';
import { quaternion } from '@diorama/geometry';
import type { Here, LoweringContext } from './context.ts';
import { toLocal, toWorld } from './frame.ts';
import { localRotation } from './local-rotation.ts';
import { type Values, valueNamed } from './read-values.ts';
import { isOpen, number } from './scene-values.ts';

/**
 * The members of an element, in the frame in which it stands. They are computed when they are read: a ground whose relief
 * depends on `oak.height` would otherwise ask for `oak.top`, which depends on the ground.
 */
export function elementValue(
  ctx: LoweringContext,
  here: Here,
  element: typed.Element | typed.PrefabUse,
  values: Values,
): ElementValue {
  const given = valueNamed(values, 'at');
  const origin: PositionValue = { kind: 'position', x: 0, y: 0, z: 0, ground: here.frame.grounded };
  const at = given ?? origin;
  const height = heightOf(element, values);
  return {
    kind: 'element',
    at,
    height: height as Scalar,
    get top(): Value {
      if (isOpen(at) || isOpen(height)) return isOpen(at) ? at : height;
      return topOf(ctx, here, at as PositionValue | ViewValue, number(height));
    },
    get rotation(): Value {
      const rotation = valueNamed(values, 'rotation');
      if ((rotation !== undefined && isOpen(rotation)) || isOpen(at)) return rotation ?? at;
      return { kind: 'rotation', rotation: localRotation(ctx, given, rotation) };
    },
  };
}

/** How tall it is in its own frame, metres. A value still open stays open; so does what has no height, which nobody reads. */
function heightOf(element: typed.Element | typed.PrefabUse, values: Values): Value {
  if (element.kind === 'prefab-use' || !element.definition.members.includes('height')) return UNKNOWN;
  const value = (name: string): Value => {
    const property = element.definition.properties.find((candidate) => candidate.name === name);
    return valueNamed(values, name) ?? (property?.default as Value | undefined) ?? 0;
  };
  switch (element.definition.name) {
    case 'sphere': {
      const radius = value('radius');
      return isOpen(radius) ? radius : 2 * number(radius);
    }
    case 'box': {
      const size = value('size');
      if (Array.isArray(size)) return Number(size[1]);
      return typeof size === 'object' && size.kind === 'vector' ? size.y : size;
    }
    default:
      return value('height');
  }
}

/** The point above its place by its height, along the Y of the frame in which it stands. */
function topOf(ctx: LoweringContext, here: Here, at: PositionValue | ViewValue, height: number): Value {
  const [x, y, z] = [number(at.x), number(at.y), number(at.z)];
  if (at.kind === 'view') {
    // The world's up, as the camera sees it.
    const up = quaternion.rotateVector(quaternion.conjugate(quaternion.cameraRotation(ctx.camera.angles)), [
      0,
      height,
      0,
    ]);
    return { kind: 'view', x: x + up[0], y: y + up[1], z: z + up[2] };
  }
  if (!at.ground) return { kind: 'position', x, y: y + height, z, ground: false };
  const [worldX, , worldZ] = toWorld(here.frame, x, 0, z);
  const base = toLocal(here.frame, worldX, ctx.ground(worldX, worldZ), worldZ);
  // Without a tilt, only y has changed; the rest keeps its bits.
  const [baseX, baseZ] = here.frame.turn === undefined ? [x, z] : [base[0], base[2]];
  return { kind: 'position', x: baseX, y: base[1] + height, z: baseZ, ground: false };
}
