// Turns a document's scene into one whose model has height 1, stands on the origin and looks along +Z: by one node above all.
import { type Axis, boundsOf, footOf, type Standing } from '@diorama/assets';
import { invariant } from '@diorama/diagnostics';
import type { Model } from '@diorama/geometry';
import { quaternion } from '@diorama/geometry';
import type { Document } from '@gltf-transform/core';
import { DIRECTIONS } from './axes.ts';

export interface Placement {
  readonly front: Axis;
  readonly up: Axis;
  readonly standing: Standing;
}

/** `model` is what the document shows, at rest, in its own axes. Returns the height that it had, in its own units. */
export function normalizeDocument(document: Document, model: Model, { front, up, standing }: Placement): number {
  const rows = rowsOf(front, up);
  const upright = turn(model, rows);
  const bounds = boundsOf(upright);
  invariant(bounds !== undefined, 'a model that was read has vertices');
  const { least, greatest } = bounds;
  const height = greatest[1] - least[1];
  const base = standing === 'whole' ? bounds : footOf(upright, least[1], height);
  const origin = [(base.least[0] + base.greatest[0]) / 2, least[1], (base.least[2] + base.greatest[2]) / 2];
  const scene = document.getRoot().getDefaultScene();
  invariant(scene !== null, 'a document that was opened has a scene');
  const [x, y, z, w] = quaternion.fromMatrix(rows.flat() as unknown as Parameters<typeof quaternion.fromMatrix>[0]);
  const root = document
    .createNode(ROOT)
    .setRotation([x, y, z, w])
    .setScale([1 / height, 1 / height, 1 / height])
    .setTranslation(origin.map((part) => (part === 0 ? 0 : -part / height)) as [number, number, number]);
  freeSkins(document);
  for (const child of scene.listChildren()) if (child.getSkin() === null) root.addChild(child);
  scene.addChild(root);
  return height;
}

/**
 * Gives each skinned mesh a node of its own in the scene. It follows its joints alone (glTF 2.0 §3.7.3.3), so that where its node is
 * does not matter; readers disagree less if it is nowhere.
 */
function freeSkins(document: Document): void {
  const root = document.getRoot();
  for (const node of root.listNodes()) {
    const [mesh, skin] = [node.getMesh(), node.getSkin()];
    if (mesh === null || skin === null) continue;
    const own = document.createNode(node.getName()).setMesh(mesh).setSkin(skin).setWeights(node.getWeights());
    node.setMesh(null).setSkin(null);
    root.getDefaultScene()?.addChild(own);
    for (const channel of root.listAnimations().flatMap((clip) => clip.listChannels())) {
      if (channel.getTargetNode() === node && channel.getTargetPath() === 'weights') channel.setTargetNode(own);
    }
  }
}

/** The name of the node above all. */
const ROOT = 'height 1, base at the origin, front +Z';

type Row = readonly [number, number, number];

/** The rows of the turn that brings front to +Z and up to +Y. */
function rowsOf(front: Axis, up: Axis): readonly [Row, Row, Row] {
  const unit = (axis: Axis): Row =>
    [0, 1, 2].map((index) => {
      const direction = DIRECTIONS[axis];
      return index === direction.index ? direction.sign : 0;
    }) as unknown as Row;
  const [y, z] = [unit(up), unit(front)];
  const x: Row = [y[1] * z[2] - y[2] * z[1], y[2] * z[0] - y[0] * z[2], y[0] * z[1] - y[1] * z[0]];
  return [x, y, z];
}

function turn({ parts }: Model, rows: readonly [Row, Row, Row]): Model {
  return {
    parts: parts.map(({ mesh, material }) => {
      const positions = new Float32Array(mesh.positions.length);
      for (let at = 0; at < positions.length; at += 3) {
        for (let axis = 0; axis < 3; axis += 1) {
          const row = rows[axis]!;
          positions[at + axis] =
            row[0] * mesh.positions[at]! + row[1] * mesh.positions[at + 1]! + row[2] * mesh.positions[at + 2]!;
        }
      }
      return { mesh: { ...mesh, positions }, material };
    }),
  };
}
