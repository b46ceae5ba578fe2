// Turns values of the evaluator into values of the scene. −0 becomes 0 on the way; nothing else changes.
import type { Scalar, Value } from '@diorama/checker';
import { invariant, unreachable } from '@diorama/diagnostics';
import type * as scene from '@diorama/scene';

/** Whether a value is still to be filled in, or was left without one by an error: what needs it is left out. */
export function isOpen(value: Value): boolean {
  return typeof value === 'object' && (value.kind === 'hole' || value.kind === 'unknown');
}

/** A number that every draw has decided. */
export function number(value: Value | Scalar): number {
  invariant(typeof value === 'number', 'lowering knows every number');
  return value + 0;
}

export function text(value: Value): string {
  invariant(typeof value === 'string', 'the checker gives texts where texts belong');
  return value;
}

/** Three lengths. */
export function point(value: Value): scene.Point {
  invariant(typeof value === 'object' && value.kind === 'vector', 'the checker gives vectors where vectors belong');
  return [number(value.x), number(value.y), number(value.z)];
}

/** A location of the world's own frame, as it was written. */
export function fixedLocation(value: Value): scene.FixedLocation {
  invariant(
    typeof value === 'object' && value.kind === 'position',
    'the checker gives positions where positions belong',
  );
  const [x, y, z] = [number(value.x), number(value.y), number(value.z)];
  return value.ground ? { kind: 'ground', x, z } : { kind: 'world', x, y, z };
}

export function appearance(value: Value): scene.Appearance {
  invariant(
    typeof value === 'object' && value.kind === 'appearance',
    'the checker gives appearances where they belong',
  );
  const look = value.appearance;
  return look.kind === 'embedding' ? { kind: 'embedding', row: number(look.row) } : look;
}

/** A rotation as it was written; where it faces a point, the yaw that `facing` finds. */
export function rotation(value: Value, facing: (point: scene.FixedLocation) => number): scene.Rotation {
  invariant(
    typeof value === 'object' && value.kind === 'rotation',
    'the checker gives rotations where rotations belong',
  );
  const written = value.rotation;
  switch (written.kind) {
    case 'yaw':
      return { kind: 'yaw', yaw: number(written.yaw) };
    case 'euler':
      return { kind: 'euler', pitch: number(written.pitch), yaw: number(written.yaw), roll: number(written.roll) };
    case 'quaternion': {
      const [x = 0, y = 0, z = 0, w = 0] = written.quaternion.map(number);
      return { kind: 'quaternion', quaternion: [x, y, z, w] };
    }
    case 'matrix':
      return { kind: 'matrix', matrix: written.matrix.map(number) };
    case 'facing':
      return { kind: 'yaw', yaw: facing(fixedLocation(written.point)) };
    default:
      return unreachable(written);
  }
}
