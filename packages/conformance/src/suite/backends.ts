// The backends of the workspace, as the suite sees them.
import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitBlender } from '@diorama/backend-blender';
import { emitGltf, type GltfOptions } from '@diorama/backend-gltf';
import {
  type BuiltScene,
  emitHtml,
  emitModule,
  packSceneData,
  type ThreeModule,
  toSceneData,
} from '@diorama/backend-three';
import { invariant } from '@diorama/diagnostics';
import type { BlenderSession } from '@diorama/engines';
import { idOf } from '@diorama/stage';
import type { BackendUnderTest, EmittedFile, FoundElement } from './backend-under-test.ts';
import { placeMatrix } from './place-matrix.ts';
import { readBlenderBack } from './read-blender-back.ts';
import { readGltfBack } from './read-gltf-back.ts';
import { readTreeBack } from './read-tree-back.ts';
import { locateInSuite } from './suite-stages.ts';

export function gltfBackend(name: string, options: Partial<GltfOptions>): BackendUnderTest {
  return {
    name,
    async emit(stage, file) {
      const { value, diagnostics } = await emitGltf(stage, { ...options, file, locate: locateInSuite });
      const files = value.files.map(({ name, bytes }) => ({ name, content: bytes }));
      return {
        value: files.sort((a, b) => Number(b.name === value.main) - Number(a.name === value.main)),
        diagnostics,
      };
    },
    readBack: async (files) => readGltfBack(files),
    losses: { haze: 'gltf-no-haze' },
  };
}

export function moduleBackend(three: ThreeModule): BackendUnderTest {
  return {
    name: 'three.js module',
    async emit(stage, file) {
      const { value, diagnostics } = emitModule(stage, { file });
      return { value: [{ name: 'scene.three.js', content: value }], diagnostics };
    },
    readBack: async (files) => readTreeBack(three, await buildModule(three, files)),
    losses: { manyLamps: 'many-lamps' },
  };
}

/** Runs an emitted module as a user's project would. */
export async function buildModule(three: ThreeModule, files: readonly EmittedFile[]): Promise<BuiltScene> {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-suite-'));
  try {
    const path = join(folder, 'scene.three.mjs');
    writeFileSync(path, files[0]?.content ?? '');
    const module = await import(/* @vite-ignore */ pathToFileURL(path).href);
    return module.buildScene(three);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `inflate` undoes zlib's raw deflate. */
export function htmlBackend(viewer: string, inflate: (bytes: Uint8Array) => Uint8Array): BackendUnderTest {
  return {
    name: 'HTML',
    async emit(stage, file) {
      const { value, diagnostics } = emitHtml(stage, { viewer, file });
      return { value: [{ name: 'scene.html', content: value }], diagnostics };
    },
    async readBack(files, stage) {
      const text = String(files[0]?.content);
      const data = /<script id="scene" type="application\/octet-stream">([A-Za-z0-9+/= ]+)<\/script>/.exec(text)?.[1];
      invariant(data !== undefined, 'a page carries its scene');
      const scene = toSceneData(stage);
      const carried = data.split(' ').map((piece) => inflate(Buffer.from(piece, 'base64')));
      const packed = packSceneData(scene);
      invariant(Buffer.concat(carried).equals(Buffer.from(packed)), 'a page carries the data of its scene');
      const found = new Map<number, FoundElement>();
      for (const { instances } of scene.models) {
        const part = (array: ArrayLike<number>, width: number, row: number) =>
          Array.from(array).slice(width * row, width * row + width);
        for (let row = 0; row < instances.count; row += 1) {
          const { translations, rotations, scales } = instances;
          found.set(Number(instances.ids[row]), {
            name: instances.names[row] ?? '',
            matrix: placeMatrix(part(translations, 3, row), part(rotations, 4, row), part(scales, 3, row)),
          });
        }
      }
      for (const { element, position } of stage.lamps) {
        const lamp = scene.lamps.find(({ id }) => id === idOf(element));
        found.set(idOf(element), { name: lamp?.name ?? '', matrix: placeMatrix(position, [0, 0, 0, 1], [1, 1, 1]) });
      }
      return found;
    },
    losses: { manyLamps: 'many-lamps' },
  };
}

export function blenderBackend(meshData: 'inline' | 'files', session: () => Promise<BlenderSession>): BackendUnderTest {
  return {
    name: meshData === 'inline' ? 'Blender' : 'Blender with data files',
    async emit(stage) {
      const { value, diagnostics } = emitBlender(stage, { meshData, fileName: 'scene.py', locate: locateInSuite });
      const data = value.data.map(({ name, bytes }) => ({ name: `${value.dataFolder}/${name}`, content: bytes }));
      return { value: [{ name: 'scene.py', content: value.program }, ...data], diagnostics };
    },
    readBack: async (files) => readBlenderBack(await session(), files),
    losses: { longNames: 'blender-long-name' },
    tolerance: 2e-6,
  };
}
