// Lists what does not hold in a scene that should: for tests, and for scenes that no program made.
import { type BrokenBelief, findBroken, show } from './find-broken.ts';
import type { Appearance, Scene } from './scene.ts';
import { SCENE } from './scene-shape.ts';

/**
 * The beliefs that every stage after lowering relies on, as far as they are broken; none for a scene that `lower` made.
 * Numbers are finite, never −0, and in the vocabulary's ranges; every field is there and no other; labels are unique.
 */
export function validateScene(scene: Scene): readonly BrokenBelief[] {
  const broken: BrokenBelief[] = [];
  findBroken(broken, 'scene', SCENE, scene, '');
  // The rest relates several fields, and may rely on each being what its type says.
  if (broken.length === 0) findBrokenRelations(broken, scene);
  return broken;
}

function findBrokenRelations(broken: BrokenBelief[], scene: Scene): void {
  const { near, far } = scene.camera;
  if (!(near < far)) broken.push({ path: '/camera/near', belief: `less than far, ${far}`, found: show(near) });

  const surface = scene.ground.surface;
  if (surface?.kind === 'appearance') checkRow(broken, scene, surface.appearance, '/ground/surface/appearance');

  const labels = new Map<string, number>();
  for (const [index, element] of scene.elements.entries()) {
    const path = `/elements/${index}`;
    if (element.label !== undefined) {
      const first = labels.get(element.label);
      if (first === undefined) labels.set(element.label, index);
      else
        broken.push({
          path: `${path}/label`,
          belief: `not the label of /elements/${first}`,
          found: show(element.label),
        });
    }
    if ('appearance' in element && element.appearance !== undefined) {
      checkRow(broken, scene, element.appearance, `${path}/appearance`);
    }
    if (
      'rotation' in element &&
      element.rotation.kind === 'quaternion' &&
      element.rotation.quaternion.every((part) => part === 0)
    ) {
      broken.push({
        path: `${path}/rotation/quaternion`,
        belief: 'a quaternion that is not zero',
        found: 'four zeros',
      });
    }
  }
}

function checkRow(broken: BrokenBelief[], scene: Scene, appearance: Appearance, path: string): void {
  if (appearance.kind !== 'embedding') return;
  const embeddings = scene.settings.embeddings;
  if (embeddings === undefined) {
    broken.push({
      path,
      belief: 'a scene whose settings name an embeddings file',
      found: `row ${appearance.row} of none`,
    });
  } else if (appearance.row >= embeddings.rows) {
    broken.push({
      path: `${path}/row`,
      belief: `less than ${embeddings.rows}, the file’s rows`,
      found: show(appearance.row),
    });
  }
}
