// How long Blender takes to open a program of ten thousand objects.
import { emitBlender } from '@diorama/backend-blender';
import { findBlender, openBlender } from '@diorama/engines';
import { makeElement, makeScene } from '@diorama/scene/testing';
import { createSky } from '@diorama/sky';
import type { Stage, StagedModel } from '@diorama/stage';
import type { Suite } from './suite.ts';

const OBJECTS = 10_000;
const MODELS = 20;
/** Triangles of a model: as many as a tree has. */
const TRIANGLES = 5000;

export default async function blenderSuite(): Promise<Suite> {
  const blender = await findBlender();
  if ('absent' in blender) return { skipped: blender.absent };
  const stage = createStage();
  const before = performance.now();
  const { value } = emitBlender(stage);
  const emitted = performance.now() - before;
  const session = await openBlender(blender);
  try {
    await session.run({ program: 'import bpy\n' }, []);
    const start = performance.now();
    await session.run(value, []);
    const opened = performance.now() - start;
    return {
      times: { 'emit 10000 objects': [emitted], 'open 10000 objects': [opened] },
      figures: () => [
        { name: 'emit a program of 10,000 objects', value: emitted / 1000, unit: 's' },
        { name: 'its size', value: value.program.length / 1e6, unit: 'MB' },
        { name: `open it in Blender ${blender.version}`, value: opened / 1000, unit: 's', target: { atMost: 20 } },
      ],
    };
  } finally {
    await session.close();
  }
}

function createStage(): Stage {
  const elements = Array.from({ length: OBJECTS }, (_, index) =>
    makeElement('tree', { at: [index % 100, Math.floor(index / 100)], height: 5 }),
  );
  const scene = makeScene({ settings: { name: 'ten thousand' }, elements });
  const sky = createSky(scene.sky);
  return {
    scene,
    sky,
    ambient: sky.harmonics,
    camera: { position: [0, 2, 0], rotation: [0, 0, 0, 1], fov: 50, aspect: 1, near: 0.1, far: 1000, exposure: 0 },
    lamps: [],
    shadow: { center: [50, 0, 50], radius: 80 },
    models: Array.from({ length: MODELS }, (_, number) => createModel(number)),
  };
}

/** A strip that winds upwards, with a share of the objects. */
function createModel(number: number): StagedModel {
  const vertices = TRIANGLES + 2;
  const positions = Float32Array.from({ length: 3 * vertices }, (_, index) => ((index * 7919 + number) % 1000) / 1000);
  const count = OBJECTS / MODELS;
  return {
    name: `tree/test#${number}`,
    parts: [
      {
        mesh: {
          positions,
          normals: Float32Array.from({ length: 3 * vertices }, (_, index) => (index % 3 === 1 ? 1 : 0)),
          colors: new Uint16Array(4 * vertices).fill(40000),
          uvs: new Float32Array(2 * vertices),
          indices: Uint32Array.from({ length: 3 * TRIANGLES }, (_, index) => Math.floor(index / 3) + (index % 3)),
        },
        material: { name: `bark ${number}`, color: [0.3, 0.2, 0.1], roughness: 1, metallic: 0, doubleSided: false },
      },
    ],
    instances: {
      count,
      elements: Uint32Array.from({ length: count }, (_, index) => number * count + index),
      translations: Float64Array.from({ length: 3 * count }, (_, index) => (index * 31) % 100),
      rotations: Float64Array.from({ length: 4 * count }, (_, index) => (index % 4 === 3 ? 1 : 0)),
      scales: new Float64Array(3 * count).fill(5),
    },
  };
}
