// Writes a stage of many instances as GLB and prints what that took: node gltf-run.ts COUNT ASSETS nodes|gpu RUNS
import { emitGltf } from '@diorama/backend-gltf';
import type { Mesh } from '@diorama/geometry';
import type { Element } from '@diorama/scene';
import { makeElement, makeScene } from '@diorama/scene/testing';
import { createSky } from '@diorama/sky';
import type { Instances, Stage, StagedModel } from '@diorama/stage';
import type { GltfRun } from './gltf.bench.ts';

const [count = 0, assets = 1] = process.argv.slice(2, 4).map(Number);
const instancing = process.argv[4] === 'gpu' ? 'gpu' : 'nodes';
const runs = Number(process.argv[5]);

const stage = makeStage();
const times: number[] = [];
let bytes = 0;
for (let run = 0; run < runs; run += 1) {
  const start = performance.now();
  const { value } = await emitGltf(stage, { instancing });
  times.push(performance.now() - start);
  bytes = value.files[0]?.bytes.length ?? 0;
}
const run: GltfRun = { times, bytes, memory: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(run));

function makeStage(): Stage {
  const elements = Array.from({ length: count }, (): Element => makeElement('tree', { height: 6 }));
  const scene = makeScene({ elements });
  const { fov, aspect, near, far, exposure } = scene.camera;
  const sky = createSky(scene.sky);
  return {
    scene,
    camera: { position: [0, 1.6, 0], rotation: [0, 0, 0, 1], fov, aspect, near, far, exposure },
    sky,
    ambient: sky.harmonics,
    lamps: [],
    shadow: { center: [0, 0, 0], radius: 100 },
    models: Array.from({ length: assets }, (_, asset) => treeModel(asset)),
  };
}

/** Every `assets`-th element, on a spiral. */
function treeModel(asset: number): StagedModel {
  const elements = Uint32Array.from({ length: Math.ceil((count - asset) / assets) }, (_, row) => asset + row * assets);
  const instances: Instances = {
    count: elements.length,
    elements,
    translations: Float64Array.from(Array.from(elements).flatMap((element) => spiral(element))),
    rotations: Float64Array.from(Array.from(elements).flatMap((element) => turn(element))),
    scales: Float64Array.from(Array.from(elements).flatMap((element) => Array(3).fill(5 + (element % 977) / 977))),
  };
  const material = {
    name: `leaf ${asset}`,
    color: [0.2, 0.4, 0.1],
    roughness: 1,
    metallic: 0,
    doubleSided: true,
  } as const;
  return {
    name: `tree/oak#${asset}`,
    asset: `tree/oak#${asset}`,
    parts: [{ mesh: sheetMesh(60), material }],
    instances,
  };
}

function spiral(index: number): readonly number[] {
  const radius = 0.7 * Math.sqrt(index);
  return [radius * Math.sin(index * 2.4), 0, radius * Math.cos(index * 2.4)];
}

function turn(index: number): readonly number[] {
  return [0, Math.sin(index), 0, Math.cos(index)];
}

/** A sheet of 2 · size² triangles: about what a tree has. */
function sheetMesh(size: number): Mesh {
  const side = size + 1;
  const count = side * side;
  const positions = Float32Array.from({ length: 3 * count }, (_, at) => {
    const [column, row] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)];
    return [column / size - 0.5, Math.sin(column * row), row / size - 0.5][at % 3] as number;
  });
  const normals = Float32Array.from({ length: 3 * count }, (_, at) => (at % 3 === 1 ? 1 : 0));
  const indices: number[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * side + column;
      indices.push(at, at + side, at + 1, at + 1, at + side, at + side + 1);
    }
  }
  return { positions, normals, indices: Uint32Array.from(indices) };
}
