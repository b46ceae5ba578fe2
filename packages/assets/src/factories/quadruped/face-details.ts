// Adds what is small on the face of a carnivore to a mesh at rest: the leather of the nose, whiskers, a tongue.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addBall, addTube } from '../../build/shapes.ts';
import { scale } from '../../build/vectors.ts';
import type { Body } from './assemble-body.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** Broad above with a groove below: two nostrils' wings and the strip between the lips. */
export function addNoseLeather(mesh: MeshBuilder, { nose }: QuadrupedTable, body: Body): void {
  const [x, y] = nose.at;
  const r = nose.radius;
  addBall(mesh, body.onHead([x - 0.1 * r, y + 0.1 * r, 0]), [0.75 * r, 0.55 * r, 0.8 * r], nose.color, 6);
  for (const side of [-1, 1]) {
    const wing = body.onHead([x - 0.05 * r, y - 0.05 * r, side * 0.55 * r]);
    addBall(mesh, wing, [0.6 * r, 0.48 * r, 0.5 * r], nose.color, 5);
  }
  addBall(
    mesh,
    body.onHead([x - 0.25 * r, y - 0.75 * r, 0]),
    [0.5 * r, 0.6 * r, 0.28 * r],
    scale(nose.color, 0.8) as LinearColor,
    5,
  );
}

/** Five stiff hairs on each side of the upper lip. */
export function addWhiskers(mesh: MeshBuilder, { skull, whiskers = 0 }: QuadrupedTable, body: Body): void {
  const [x, y, height] = skull.at(-1)!;
  for (const side of [-1, 1]) {
    for (let hair = 0; hair < 5; hair += 1) {
      const lift = 16 * (hair - 2) + 4;
      const root: Vector3 = [
        x + 0.3 * height * (1 - 0.5 * (hair % 2)),
        y - 0.25 * height + 0.14 * height * (hair - 2),
        0,
      ];
      const skin = body.skinOfHead(root[0], root[1]);
      const point = (share: number): Vector3 =>
        body.onHead([
          root[0] - 0.4 * share * whiskers,
          root[1] + sinDegrees(lift) * share * whiskers - 0.25 * share * share * whiskers,
          side * (skin - 0.004 + cosDegrees(lift) * share * whiskers),
        ]);
      addTube(
        mesh,
        [point(0), point(0.5), point(1)],
        [0.014, 0.01, 0.003].map((share) => share * whiskers),
        () => PALE,
        { sides: 3 },
      );
    }
  }
}

const PALE: LinearColor = [0.6, 0.58, 0.55];

/** A dog that pants. */
export function addTongue(mesh: MeshBuilder, { jaw, tongue = 0 }: QuadrupedTable, body: Body): void {
  const [x, y, radius, width = radius] = jaw.at(-1)!;
  const points = [
    [x - 0.5 * radius, y + 0.75 * radius],
    [x + 0.9 * radius, y + 0.7 * radius],
    [x + 1.35 * radius, y + 0.3 * radius - 0.35 * tongue],
    [x + 1.3 * radius, y + 0.2 * radius - tongue],
  ] as const;
  addTube(
    mesh,
    points.map(([px, py]) => body.onHead([px, py, 0.12 * width])),
    [0.62, 0.66, 0.7, 0.4].map((share) => share * width),
    () => [0.33, 0.1, 0.1],
    { sides: 8, flatness: 0.25, up: body.headward([0.7, 0.7, 0]) },
  );
}
