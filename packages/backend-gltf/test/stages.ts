// The stages that every way of writing glTF must master.
import type { Image } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { makeElement } from '@diorama/scene/testing';
import type { Stage } from '@diorama/stage';
import {
  ballMesh,
  boxMesh,
  makeBoulders,
  makeMaterial,
  makeModel,
  makeStage,
  sheetMesh,
} from './support/make-stage.ts';

/** Four pixels, one of them clear. */
export const LEAF: Image = {
  width: 2,
  height: 2,
  pixels: Uint8Array.from([0, 200, 0, 255, 40, 160, 0, 255, 0, 90, 0, 255, 0, 0, 0, 0]),
};
/** A picture that came from a file. */
export const PHOTO: Image = { ...LEAF, encoded: { mimeType: 'image/png', bytes: encodePng(LEAF) } };

const rainbow = Uint16Array.from({ length: 24 * 4 }, (_, index) =>
  index % 4 === 3 ? 65_535 : (index * 9973) % 65_536,
);

export const HOSTILE_NAMES: readonly string[] = [
  '"quoted" \\back\\',
  '</script><script>alert(1)</script>',
  'two\nlines\r\tand\u0000nul',
  'line\u2028and\u2029paragraph',
  'half \ud83d of a pair \udc00',
  '🦁 Löwe ‮right to left',
  '__proto__',
  'x'.repeat(100_000),
  '',
];

export const STAGES: Readonly<Record<string, () => Stage>> = {
  'an empty scene': () => makeStage(),
  'a box': () =>
    makeStage({
      elements: [makeElement('box', { label: 'crate', origin: { file: 'a.dio', start: 5, end: 9 } })],
      models: [
        makeModel(
          'box 1',
          [{ mesh: boxMesh([1, 2, 3]), material: makeMaterial({ color: [0.8, 0.1, 0.1] }) }],
          [{ element: 0, translation: [3, 0, -8], rotation: [0, 0.6, 0, 0.8] }],
        ),
      ],
    }),
  'every kind of shape, and water': () =>
    makeStage({
      elements: (['box', 'sphere', 'cylinder', 'cone', 'plane', 'water'] as const).map((kind) => makeElement(kind)),
      models: [boxMesh(), ballMesh(), ballMesh(5), ballMesh(4), sheetMesh(3), sheetMesh(40)].map((mesh, element) =>
        makeModel(
          `shape ${element}`,
          [
            {
              mesh,
              material: makeMaterial({ roughness: element / 6, metallic: element % 2, doubleSided: element === 4 }),
            },
          ],
          [{ element, translation: [2 * element - 5, 0, -9], scale: [1, 0.5 + element, 2] }],
        ),
      ),
    }),
  'leaves with clear pixels': () =>
    makeStage({
      elements: [makeElement('bush'), makeElement('bush')],
      models: [
        makeModel(
          'bush/privet#0',
          [
            {
              mesh: sheetMesh(1),
              material: makeMaterial({
                alphaCutoff: 0.5,
                doubleSided: true,
                texture: { image: LEAF, wrapU: 'clamp', wrapV: 'mirror' },
              }),
            },
            {
              mesh: boxMesh(),
              material: makeMaterial({ name: 'bark', texture: { image: PHOTO, wrapU: 'repeat', wrapV: 'repeat' } }),
            },
          ],
          [{ element: 0 }, { element: 1, translation: [4, 0, -4], scale: [2, 2, 2] }],
        ),
      ],
    }),
  'vertex colors, and what gives light': () =>
    makeStage({
      camera: { exposure: 1 },
      elements: [makeElement('box'), makeElement('box')],
      models: [
        makeModel(
          'box 1',
          [{ mesh: { ...boxMesh(), colors: rainbow }, material: makeMaterial({ emissive: [0.1, 0.2, 0.3] }) }],
          [{ element: 0 }],
        ),
        makeModel('box 2', [{ mesh: boxMesh(), material: makeMaterial({ emissive: [4, 2, 0] }) }], [{ element: 1 }]),
      ],
    }),
  'lamps at night': () =>
    makeStage({
      sky: { sunElevation: -20 },
      elements: [
        makeElement('lamp', { label: 'lantern', at: [1, 2, -3], power: 40 }),
        makeElement('lamp', { at: [-1, 2.5, -3], power: 800 }),
      ],
    }),
  'haze at sunset': () =>
    makeStage({
      sky: { sunElevation: 0.1, sunSize: 2 },
      haze: { extent: { kind: 'density', value: 0.01 }, color: '#c0c8d0', origin: { file: 'a.dio', start: 3, end: 7 } },
      stage: { haze: { density: 0.01, color: [0.5, 0.55, 0.6], ceiling: 300 } },
    }),
  'the sun in the zenith': () => makeStage({ sky: { sunElevation: 90 } }),
  'the sun in the back, south': () => makeStage({ sky: { sunElevation: 0, sunAzimuth: 0 } }),
  '2,000 instances of 7 models': () => makeStage(makeBoulders(2000, 7)),
  'models without triangles or parts': () =>
    makeStage({
      elements: [makeElement('box'), makeElement('box')],
      models: [
        makeModel('box 1', [], [{ element: 0 }]),
        makeModel(
          'box 2',
          [
            {
              mesh: { positions: new Float32Array(0), normals: new Float32Array(0), indices: new Uint32Array(0) },
              material: makeMaterial(),
            },
          ],
          [{ element: 1 }],
        ),
      ],
    }),
  'hostile names': () =>
    makeStage({
      settings: { name: HOSTILE_NAMES.join(''), credits: HOSTILE_NAMES.join('') },
      elements: HOSTILE_NAMES.map((label) => makeElement('box', { label, annotations: { notes: [label] } })),
      models: HOSTILE_NAMES.map((name, element) =>
        makeModel(
          name,
          [
            {
              mesh: boxMesh(),
              material: makeMaterial({ name, texture: { image: LEAF, wrapU: 'repeat', wrapV: 'clamp' } }),
            },
          ],
          [{ element, translation: [element, 0, -5] }],
        ),
      ),
    }),
  'labels that parts of the scene have as names': () =>
    makeStage({
      elements: ['camera', 'sun', 'sky'].map((label) => makeElement('box', { label })),
      models: [
        makeModel(
          'box 1',
          [{ mesh: boxMesh(), material: makeMaterial() }],
          [{ element: 0 }, { element: 1 }, { element: 2 }],
        ),
      ],
    }),
};
