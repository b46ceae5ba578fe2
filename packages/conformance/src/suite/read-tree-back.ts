// Turns a live tree of three.js into where each element is.
import type { BuiltScene, ThreeModule } from '@diorama/backend-three';
import type { FoundElement } from './backend-under-test.ts';

export function readTreeBack(
  three: ThreeModule,
  { scene, objects, lamps }: BuiltScene,
): ReadonlyMap<number, FoundElement> {
  const found = new Map<number, FoundElement>();
  scene.updateMatrixWorld(true);
  for (const [id, { name, object, index }] of objects) {
    const mesh = object.children[0];
    const matrix = new three.Matrix4();
    if (mesh instanceof three.InstancedMesh) mesh.getMatrixAt(index, matrix);
    if (mesh !== undefined) matrix.premultiply(mesh.matrixWorld);
    found.set(id, { name, matrix: matrix.toArray() });
  }
  for (const lamp of lamps)
    found.set(Number(lamp.userData.id), { name: lamp.name, matrix: lamp.matrixWorld.toArray() });
  return found;
}
