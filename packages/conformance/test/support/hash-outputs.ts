// Turns a program into hashes of its stage, of what every backend makes of it and of its picture, in whatever engine runs it.
import { createLibrary } from '@diorama/assets';
import { emitBlender } from '@diorama/backend-blender';
import { emitGltf } from '@diorama/backend-gltf';
import { emitModule } from '@diorama/backend-three';
import { memoryWorld, stageFile } from '@diorama/compiler';
import { render } from '@diorama/rasterizer';
import { HASH_START, hashBytes, hashText } from '../../src/hash-bytes.ts';

/** By what is hashed. The program must have no errors. */
export async function hashOutputs(program: string): Promise<Readonly<Record<string, string>>> {
  const staged = stageFile(memoryWorld({ 'scene.dio': program }), 'scene.dio', { library: createLibrary() });
  if ('unreadable' in staged || staged.value.stage === undefined) throw new Error('the program has no stage');
  const { stage } = staged.value;
  const { value: gltf } = await emitGltf(stage);
  const picture = render(stage, { height: 96 });
  return {
    stage: hashValue(stage),
    gltf: hashValue(gltf.files.map(({ bytes }) => bytes)),
    module: hashValue(emitModule(stage).value),
    blender: hashValue(emitBlender(stage).value.program),
    color: hashValue(picture.color),
    ids: hashValue(picture.ids),
    depth: hashValue(picture.depth),
  };
}

function hashValue(value: unknown): string {
  return hashText(addValue(HASH_START, value));
}

/** Trees of objects and arrays, numbers bit by bit. */
function addValue(hash: number, value: unknown): number {
  if (ArrayBuffer.isView(value)) {
    return hashBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), hash);
  }
  if (typeof value === 'number') return addValue(hash, Float64Array.of(value));
  if (typeof value !== 'object' || value === null) return hashBytes(new TextEncoder().encode(String(value)), hash);
  let next = hash;
  for (const [key, part] of Object.entries(value)) next = addValue(addValue(next, key), part);
  return next;
}
