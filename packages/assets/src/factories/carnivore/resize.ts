// Turns rows of a table into those of a smaller or larger relative.
import type { Vector3 } from '@diorama/geometry';
import type { Flesh, QuadrupedTable, Station } from '../quadruped/quadruped-table.ts';

/** All that a head is made of, measured from the poll. */
export type Head = Pick<QuadrupedTable, 'skull' | 'jaw' | 'flesh' | 'ear' | 'eye' | 'nose'>;

/** The same head, `factor` times as large. */
export function resizeHead({ skull, jaw, flesh = [], ear, eye, nose }: Head, factor: number): Head {
  const point = ([x, y, z]: Vector3): Vector3 => [x * factor, y * factor, z * factor];
  return {
    skull: resizeStations(skull, factor),
    jaw: resizeStations(jaw, factor),
    flesh: flesh.map(
      (piece): Flesh => ({
        ...piece,
        from: point(piece.from),
        to: point(piece.to),
        radii: [piece.radii[0] * factor, piece.radii[1] * factor],
        blend: piece.blend * factor,
      }),
    ),
    ear: { ...ear, at: point(ear.at), tip: point(ear.tip), radius: ear.radius * factor },
    eye: { ...eye, at: [eye.at[0] * factor, eye.at[1] * factor], radius: eye.radius * factor },
    nose: { ...nose, at: point(nose.at), radius: nose.radius * factor },
  };
}

/** The same stations, `factor` times as far from the origin and as thick. */
export function resizeStations(stations: readonly Station[], factor: number): readonly Station[] {
  return stations.map(
    ([x, y, halfHeight, halfWidth]): Station =>
      halfWidth === undefined
        ? [x * factor, y * factor, halfHeight * factor]
        : [x * factor, y * factor, halfHeight * factor, halfWidth * factor],
  );
}
