// Every backend, over every program of the suite.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import * as THREE from 'three';
import { afterAll } from 'vitest';
import { blenderBackend, gltfBackend, htmlBackend, moduleBackend } from '../src/suite/backends.ts';
import { runBackendConformance } from '../src/suite/run-backend-conformance.ts';
import { noBlender, openEngines } from './support/renderers.ts';

const engines = openEngines();
afterAll(() => engines.close());

/** The build's viewer; what it does is tested elsewhere, so any script will do where it is not built. */
function readViewer(): string {
  try {
    return readFileSync(join(import.meta.dirname, '../../backend-three/dist/viewer.js'), 'utf8');
  } catch {
    return 'void 0;';
  }
}

runBackendConformance(gltfBackend('GLB', {}));
runBackendConformance(gltfBackend('glTF with files', { container: 'gltf' }));
runBackendConformance(gltfBackend('GLB with GPU instancing', { instancing: 'gpu' }));
runBackendConformance(moduleBackend(THREE));
runBackendConformance(htmlBackend(readViewer(), (bytes) => inflateRawSync(bytes)));
runBackendConformance(blenderBackend('inline', engines.blender), noBlender);
runBackendConformance(blenderBackend('files', engines.blender), noBlender);
