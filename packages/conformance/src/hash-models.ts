// Turns the library's models into hashes of all their numbers, in whatever engine runs it.
import { createLibrary, individualOf } from '@diorama/assets';
import type { Model } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { HASH_START, hashBytes, hashText } from './hash-bytes.ts';

/** Which models to hash. */
export interface HashedModels {
  /** Individuals of each species. */
  readonly individuals: readonly number[];
  readonly detail: Detail;
}

/** By the model's name, `carnivore/lion#7 run`: each individual of each species is in a pose of its own. */
export function hashModels({ individuals, detail }: HashedModels): Readonly<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const species of createLibrary().species) {
    for (const number of individuals) {
      const pose = species.poses[number % Math.max(1, species.poses.length)];
      const made = species.build(individualOf(species, number, { detail, phase: 0.3125, ...(pose && { pose }) }));
      if ('reason' in made) throw new Error(made.reason);
      hashes[[`${species.id}#${number}`, ...(pose === undefined ? [] : [pose])].join(' ')] = hashModel(made);
    }
  }
  return hashes;
}

function hashModel({ parts }: Model): string {
  let hash = HASH_START;
  for (const { mesh, material } of parts) {
    for (const array of [mesh.positions, mesh.normals, mesh.uvs, mesh.colors, mesh.indices]) {
      if (array !== undefined) hash = hashBytes(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), hash);
    }
    hash = hashBytes(new TextEncoder().encode(JSON.stringify({ ...material, texture: undefined })), hash);
    if (material.texture !== undefined) hash = hashBytes(material.texture.image.pixels, hash);
  }
  return hashText(hash);
}
