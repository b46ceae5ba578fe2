// Turns a model into what is wrong with it: every rule that renderers rely on.
import { type Base, boundsOf } from '@diorama/assets';
import type { Mesh, Model } from '@diorama/geometry';

/** Facts, in lower case and without a final stop; none for a model that is sound. `isUpright`: it is to have height 1. */
export function checkModel(model: Model, { standing, isRooted = false }: Base, isUpright: boolean): readonly string[] {
  const facts = new Set<string>();
  if (model.parts.length === 0) facts.add('it has no parts');
  for (const { mesh, material } of model.parts) {
    for (const fact of checkMesh(mesh)) facts.add(`${material.name}: ${fact}`);
    if (material.texture !== undefined && mesh.uvs === undefined) facts.add(`${material.name}: a texture without uvs`);
  }
  const bounds = boundsOf(model);
  if (bounds === undefined) return [...facts];
  const { least, greatest } = bounds;
  // What is rooted reaches into the ground.
  const isOnGround = isRooted ? least[1] <= TOLERANCE : Math.abs(least[1]) <= TOLERANCE;
  if (!isOnGround) facts.add(`its base is at y = ${show(least[1])}, not 0`);
  const height = isRooted ? greatest[1] : greatest[1] - least[1];
  if (isUpright && Math.abs(height - 1) > TOLERANCE) facts.add(`its height is ${show(height)}, not 1`);
  if (standing === 'whole') {
    const [x, z] = [(least[0] + greatest[0]) / 2, (least[2] + greatest[2]) / 2];
    if (Math.abs(x) > TOLERANCE || Math.abs(z) > TOLERANCE) facts.add('its middle is not at the origin');
  }
  return [...facts];
}

const TOLERANCE = 1e-3;

function checkMesh({ positions, normals, uvs, colors, indices }: Mesh): readonly string[] {
  const facts: string[] = [];
  const count = positions.length / 3;
  if (!Number.isInteger(count)) facts.push('a vertex without three coordinates');
  if (normals.length !== positions.length) facts.push(`${normals.length / 3} normals for ${count} vertices`);
  if (uvs !== undefined && uvs.length !== 2 * count) facts.push(`${uvs.length / 2} uvs for ${count} vertices`);
  if (colors !== undefined && colors.length !== 4 * count)
    facts.push(`${colors.length / 4} colors for ${count} vertices`);
  if (indices.length === 0) facts.push('no triangles');
  if (indices.length % 3 !== 0) facts.push('a triangle without three corners');
  if (indices.some((index) => index >= count)) facts.push(`an index beyond the ${count} vertices`);
  if (!positions.every(Number.isFinite)) facts.push('a place that is not finite');
  const odd = countOddNormals(normals);
  if (odd > 0) facts.push(`${odd} ${odd === 1 ? 'normal' : 'normals'} not of length 1`);
  return facts;
}

function countOddNormals(normals: Float32Array): number {
  let odd = 0;
  for (let at = 0; at + 2 < normals.length; at += 3) {
    const [x, y, z] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    if (!(Math.abs(x * x + y * y + z * z - 1) < 0.02)) odd += 1;
  }
  return odd;
}

function show(value: number): string {
  return String(Number(value.toPrecision(4)));
}
