// The emitted module: it type-checks as it stands, runs with nothing but three.js, and builds what the live tree is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as THREE from 'three';
import { afterAll, describe, expect, test } from 'vitest';
import { type BuiltScene, buildThree, emitModule } from '../src/index.ts';
import { boxStage } from './support/box-stage.ts';

const DOLLAR = '$';
const HOSTILE = `Lion's "pond" </script><!-- */ \u2028 ${DOLLAR}{1} \` \\ \n import("evil")`;

// Inside the workspace, so that `three` and its types are found as a user's project would find them.
const folder = mkdtempSync(join(import.meta.dirname, 'emitted-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function build(text: string, name: string): Promise<BuiltScene> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const module = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return module.buildScene(THREE);
}

/** What a tree holds, as plain data. */
function summary({ scene, camera, meshes, objects }: BuiltScene): unknown {
  return {
    scene: scene.name,
    camera: camera.toJSON().object,
    meshes: meshes.map((mesh) => ({
      name: mesh.name,
      data: mesh.userData,
      matrix: mesh.matrix.compose(mesh.position, mesh.quaternion, mesh.scale).toArray(),
      instances: mesh instanceof THREE.InstancedMesh ? [...mesh.instanceMatrix.array] : [],
      arrays: Object.entries(mesh.geometry.attributes).map(([key, { array }]) => [key, [...array]]),
      indices: [...(mesh.geometry.index?.array ?? [])],
    })),
    objects: [...objects].map(([id, { name, index }]) => [id, name, index]),
  };
}

/** Identifiers that three makes up are not compared. */
function withoutUuids(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'uuid' ? undefined : part)));
}

describe.each([
  ['each instance on a line', { listedInstances: 200 }],
  ['instances packed', { listedInstances: 0 }],
])('%s', (_, options) => {
  const stage = boxStage({ words: HOSTILE, haze: true });
  const text = emitModule(stage, options).value;

  test('it builds what the live tree is', async () => {
    const built = await build(text, `module-${options.listedInstances}.mjs`);
    expect(withoutUuids(summary(built))).toEqual(withoutUuids(summary(buildThree(THREE, stage))));
  });

  test('names stay in their strings', () => {
    expect(text).not.toMatch(/<\/script|<!--/i);
    expect(text).not.toContain('\u2028');
    // The hostile import would begin a line, if a name could.
    expect(text).not.toMatch(/^\s*import\("evil"\)/m);
  });

  test('the same stage gives the same text', () => {
    expect(emitModule(boxStage({ words: HOSTILE, haze: true }), options).value).toBe(text);
  });
});

test('it needs no module but the caller’s three', () => {
  const code = emitModule(boxStage()).value.replace(/\/\*[\s\S]*?\*\/|^\/\/.*$/gm, '');
  expect(code).not.toMatch(/\bimport\b|\brequire\b|\bfetch\b/);
});

test('strict TypeScript has nothing to say of it', () => {
  const path = join(folder, 'checked.mjs');
  writeFileSync(path, emitModule(boxStage({ words: HOSTILE, haze: true })).value);
  const compiler = join(import.meta.dirname, '../../../node_modules/typescript/bin/tsc');
  const flags =
    '--ignoreConfig --noEmit --allowJs --checkJs --strict --skipLibCheck --target es2023 --module nodenext --lib es2023,dom';
  const run = () => execFileSync(process.execPath, [compiler, ...flags.split(' '), path], { encoding: 'utf8' });
  expect(run()).toBe('');
});

test('a readable opening: names and places are seen without decoding anything', () => {
  const text = emitModule(boxStage({ words: 'pond' })).value;
  expect(text).toContain('[2, "pond 1", [-1.5, 0, -5], [0, 0, 0, 1], [1, 1, 1]],');
  expect(text).toContain('const camera = {\n  position: [0, 1, 0],');
});
