// Turns a painted skin into one whose folds are darker: where other flesh is near, less of the sky's light comes.
// Evans, "Fast approximations for global illumination on dynamic scenes", SIGGRAPH 2006: the field is asked a little above the skin.
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { type Field, fieldReader } from '../../solid/sample-field.ts';

/** Metres above the skin, for a body of height 1; and how much each of the two says. */
const REACHES = [0.02, 0.06];
/** The share of light that is missing where there is no room at all. */
const DEEPEST = 0.62;

/** `size` is the height of the body, metres. Fields end some way from the flesh; beyond there is room. */
export function darkenCrevices({ positions, normals, colors }: MeshBuilder, field: Field, size: number): void {
  const distanceAt = fieldReader(field);
  for (let at = 0; at < positions.length; at += 3) {
    const nx = normals[at]!;
    const ny = normals[at + 1]!;
    const nz = normals[at + 2]!;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
    let room = 0;
    for (const reach of REACHES) {
      const way = (reach * size) / length;
      const distance = distanceAt(
        positions[at]! + way * nx,
        positions[at + 1]! + way * ny,
        positions[at + 2]! + way * nz,
      );
      room += Math.max(0, Math.min(1, distance / (reach * size))) / REACHES.length;
    }
    const light = 1 - DEEPEST * (1 - room);
    for (let part = 0; part < 3; part += 1) colors[at + part] = colors[at + part]! * light;
  }
}
