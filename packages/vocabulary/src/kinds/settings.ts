// The settings of a scene: what there is once and everywhere.
import type { KindDefinition, PropertyDefinition } from '../definitions.ts';
import { ANGLE, APPEARANCE, COLOR, INTEGER, LENGTH, NUMBER, POSITION, TEXT, within } from '../types.ts';

const NISHITA =
  'Nishita et al., Display of the Earth Taking into Account Atmospheric Scattering, SIGGRAPH 1993; Blender manual, Sky Texture';
const DIORAMA = 'Diorama language 1';
const GLTF_CAMERA = 'glTF 2.0 §3.10 (Cameras)';
const amount = within(NUMBER, { min: 0, max: 10 });

const setting = (
  name: string,
  doc: string,
  source: string,
  properties: readonly PropertyDefinition[],
  oneOf: KindDefinition['oneOf'],
  example: string,
): KindDefinition => ({
  name,
  role: 'setting',
  doc,
  source,
  properties,
  oneOf,
  once: true,
  holdsElements: false,
  members: [],
  example,
});

export const scene = setting(
  'scene',
  'Facts about the program as a whole.',
  DIORAMA,
  [
    { name: 'name', type: TEXT, default: '', doc: 'A title for people.', source: 'glTF 2.0, scene.name' },
    {
      name: 'seed',
      type: within(INTEGER, { min: 0, max: 4294967295 }),
      default: 0,
      doc: 'Another seed gives another scene of the same description.',
      source: DIORAMA,
    },
    {
      name: 'embeddings',
      type: { kind: 'text', nonEmpty: true, file: 'safetensors' },
      derived: 'none: `embedding(row)` cannot be used',
      doc: 'The file whose rows `embedding(row)` names.',
      source: 'safetensors format',
    },
    {
      name: 'credits',
      type: TEXT,
      default: '',
      doc: 'Who made what the scene uses.',
      source: 'glTF 2.0, asset.copyright',
    },
  ],
  [],
  'scene { name: "Waterhole", seed: 7 }',
);

export const camera: KindDefinition = {
  increasing: [['near', 'far']],
  ...setting(
    'camera',
    'The eye that sees the scene; at yaw 0 it looks down −Z.',
    GLTF_CAMERA,
    [
      {
        name: 'position',
        type: POSITION,
        default: [0, 1.6, 0],
        unit: 'm',
        doc: 'Where the eye is.',
        source: GLTF_CAMERA,
      },
      {
        name: 'pitch',
        type: within(ANGLE, { min: -90, max: 90 }),
        default: 0,
        unit: 'deg',
        doc: 'How far it looks up; down is negative.',
        source: DIORAMA,
      },
      {
        name: 'yaw',
        type: within(ANGLE, { min: -360, max: 360 }),
        default: 0,
        unit: 'deg',
        doc: 'How far it is turned about the vertical, anticlockwise seen from above.',
        source: DIORAMA,
      },
      {
        name: 'roll',
        type: within(ANGLE, { min: -180, max: 180 }),
        default: 0,
        unit: 'deg',
        doc: 'How far it is tilted about its line of sight, anticlockwise as it sees.',
        source: DIORAMA,
      },
      {
        name: 'fov',
        type: within(ANGLE, { min: 1, max: 170 }),
        default: 50,
        unit: 'deg',
        doc: 'The vertical angle of view.',
        source: 'glTF 2.0 §5.15.3 (yfov)',
      },
      {
        name: 'target',
        type: POSITION,
        derived: 'none: `pitch` and `yaw` aim the camera',
        unit: 'm',
        doc: 'A point to look at, instead of pitch and yaw.',
        source: 'three.js, Object3D.lookAt',
      },
      {
        name: 'aspect',
        type: within(NUMBER, { min: 0.1, max: 10 }),
        default: 1,
        doc: 'The width of the picture divided by its height.',
        source: 'glTF 2.0 §5.15.1 (aspectRatio)',
      },
      {
        name: 'exposure',
        type: within(NUMBER, { min: -20, max: 20 }),
        default: 0,
        unit: 'EV',
        doc: 'Each step up doubles the brightness of the picture.',
        source: 'Blender manual, Color Management (Exposure)',
      },
      {
        name: 'near',
        type: within(LENGTH, { min: 0.001, max: 100 }),
        default: 0.05,
        unit: 'm',
        doc: 'Nothing nearer is seen.',
        source: 'glTF 2.0 §5.15.4 (znear)',
      },
      {
        name: 'far',
        type: within(LENGTH, { min: 0.1, max: 1000000 }),
        default: 5000,
        unit: 'm',
        doc: 'Nothing farther is seen.',
        source: 'glTF 2.0 §5.15.4 (zfar)',
      },
    ],
    [{ alternatives: [['target'], ['pitch', 'yaw']], reason: 'a target already aims the camera' }],
    'camera { position: (0, 1.6, 0), pitch: -2, fov: 50 }',
  ),
};

export const sky = setting(
  'sky',
  'A clear sky by single scattering, with the sun in it.',
  NISHITA,
  [
    {
      name: 'sun_elevation',
      type: within(ANGLE, { min: -90, max: 90 }),
      default: 35,
      unit: 'deg',
      doc: 'How high the sun stands over the horizon.',
      source: NISHITA,
    },
    {
      name: 'sun_azimuth',
      type: within(ANGLE, { min: -360, max: 360 }),
      default: 135,
      unit: 'deg',
      doc: 'The direction of the sun, clockwise from −Z seen from above.',
      source: NISHITA,
    },
    {
      name: 'sun_size',
      type: within(ANGLE, { min: 0, max: 90 }),
      default: 0.545,
      unit: 'deg',
      doc: 'The angular diameter of the sun.',
      source: NISHITA,
    },
    {
      name: 'sun_intensity',
      type: within(NUMBER, { min: 0, max: 1000 }),
      default: 1,
      doc: 'How bright the sun’s disc is; 1 is natural.',
      source: NISHITA,
    },
    {
      name: 'strength',
      type: within(NUMBER, { min: 0, max: 100 }),
      default: 0.05,
      doc: 'How bright sky and sun are together; at 0.05, what a high sun lights is as bright as in a photograph.',
      source: 'Blender manual, Background shader (Strength)',
    },
    {
      name: 'altitude',
      type: within(LENGTH, { min: 0, max: 60000 }),
      default: 0,
      unit: 'm',
      doc: 'The height above the sea.',
      source: NISHITA,
    },
    { name: 'air', type: amount, default: 1, doc: 'How dense the air is; 1 is a clear day.', source: NISHITA },
    {
      name: 'dust',
      type: amount,
      default: 1,
      doc: 'How much dust and water is in the air; 1 is usual.',
      source: NISHITA,
    },
    { name: 'ozone', type: amount, default: 1, doc: 'How much ozone there is; more is bluer.', source: NISHITA },
  ],
  [],
  'sky { sun_elevation: 12deg, sun_azimuth: 231deg, dust: 0.4 }',
);

export const haze = setting(
  'haze',
  'Air that hides what is far: light is dimmed by exp(−density · distance).',
  'Koschmieder 1924; Blender manual, Volume Absorption and Scatter',
  [
    {
      name: 'density',
      type: within(NUMBER, { min: 0, max: 10 }),
      default: 0,
      unit: '1/m',
      doc: 'How much light each metre takes away.',
      source: 'Beer–Lambert law',
    },
    {
      name: 'visibility',
      type: within(LENGTH, { min: 0.1, max: 1000000 }),
      derived: 'none: `density` is used',
      unit: 'm',
      doc: 'How far one sees: 3.912 divided by the density.',
      source: 'Koschmieder 1924 (2 % contrast)',
    },
    { name: 'color', type: COLOR, default: '#c3ccd4', doc: 'What the far fades to.', source: DIORAMA },
  ],
  [{ alternatives: [['density'], ['visibility']], reason: 'each follows from the other' }],
  'haze { visibility: 400m }',
);

export const ground = setting(
  'ground',
  'The land that everything stands on; without relief the plane y = 0.',
  DIORAMA,
  [
    {
      name: 'appearance',
      type: APPEARANCE,
      derived: 'short grass',
      doc: 'What grows or lies on it.',
      source: 'RAW (arXiv 2411.18807), set_ground',
    },
    {
      name: 'color',
      type: COLOR,
      derived: 'that of its appearance',
      doc: 'A plain color instead of an appearance.',
      source: 'glTF 2.0 §3.9.2 (baseColorFactor)',
    },
    {
      name: 'roughness',
      type: within(NUMBER, { min: 0, max: 1 }),
      default: 0.95,
      doc: 'How little it shines.',
      source: 'glTF 2.0 §3.9.2 (roughnessFactor)',
    },
    {
      name: 'relief',
      type: within(LENGTH, { min: 0, max: 100 }),
      default: 0,
      unit: 'm',
      doc: 'How far its hills and hollows depart from y = 0.',
      source: DIORAMA,
    },
    {
      name: 'relief_scale',
      type: within(LENGTH, { min: 0.5, max: 10000 }),
      default: 20,
      unit: 'm',
      doc: 'How far its hills are apart.',
      source: DIORAMA,
    },
  ],
  [{ alternatives: [['color'], ['appearance']], reason: 'an appearance brings its own color' }],
  'ground { appearance: like("dry savanna grass") }',
);
