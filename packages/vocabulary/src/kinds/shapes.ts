// Plain shapes, lamps, and the group that gives its children a frame.
import type { KindDefinition, PropertyDefinition } from '../definitions.ts';
import { COLOR, type Interval, LENGTH, NUMBER, within } from '../types.ts';
import { at, PLACES, rotation, TALL, TURNED } from './nature.ts';

const GLTF_MATERIAL = 'glTF 2.0 §3.9.2 (Metallic-Roughness Material)';
const DIORAMA = 'Diorama language 1';
const POSITIVE: Interval = { min: 0, minExclusive: true };
const positive = within(LENGTH, { ...POSITIVE, max: 100000 });

const material: readonly PropertyDefinition[] = [
  { name: 'color', type: COLOR, default: '#b8b2a8', doc: 'Its color.', source: GLTF_MATERIAL },
  {
    name: 'roughness',
    type: within(NUMBER, { min: 0, max: 1 }),
    default: 0.8,
    doc: 'How little it shines.',
    source: GLTF_MATERIAL,
  },
  {
    name: 'metallic',
    type: within(NUMBER, { min: 0, max: 1 }),
    default: 0,
    doc: 'Whether it is of metal.',
    source: GLTF_MATERIAL,
  },
];
const radius: PropertyDefinition = {
  name: 'radius',
  type: positive,
  default: 0.5,
  unit: 'm',
  doc: 'Half of its width.',
  source: DIORAMA,
};
const height: PropertyDefinition = {
  name: 'height',
  type: positive,
  default: 1,
  unit: 'm',
  doc: 'From its base to its top.',
  source: DIORAMA,
};

function primitive(
  name: string,
  doc: string,
  size: readonly PropertyDefinition[],
  example: string,
  members = TALL,
): KindDefinition {
  return {
    name,
    role: 'primitive',
    doc,
    source: DIORAMA,
    properties: [at, rotation, ...size, ...material],
    oneOf: [],
    once: false,
    holdsElements: false,
    members,
    example,
  };
}

export const box = primitive(
  'box',
  'A cuboid; its origin is the centre of its base.',
  [
    {
      name: 'size',
      type: { kind: 'vector', components: [POSITIVE, POSITIVE, POSITIVE] },
      default: [1, 1, 1],
      unit: 'm',
      doc: 'Its extents along x, y and z.',
      source: DIORAMA,
    },
  ],
  'box { at: (0, -4), size: (2, 0.4, 1), color: #6b4a2f }',
);
export const sphere = primitive(
  'sphere',
  'A ball; its origin is its lowest point.',
  [radius],
  'sphere { at: (1, -4), radius: 25cm }',
);
export const cylinder = primitive(
  'cylinder',
  'An upright cylinder; its origin is the centre of its base.',
  [radius, height],
  'cylinder { at: (2, -4), radius: 10cm, height: 2m }',
);
export const cone = primitive(
  'cone',
  'An upright cone; its origin is the centre of its base.',
  [radius, height],
  'cone { at: (3, -4), radius: 40cm, height: 1m }',
);
export const plane = primitive(
  'plane',
  'A flat rectangle facing up, seen from both sides.',
  [
    {
      name: 'size',
      type: { kind: 'vector', components: [POSITIVE, { min: 0, max: 0 }, POSITIVE] },
      default: [1, 0, 1],
      unit: 'm',
      doc: 'Its extents along x and z.',
      source: DIORAMA,
    },
  ],
  'plane { at: (0, 0.02, -6), size: (2, 3), color: #8d7b5a }',
  TURNED,
);

export const lamp: KindDefinition = {
  name: 'lamp',
  role: 'lamp',
  doc: 'A point of light that shines in all directions.',
  source: 'KHR_lights_punctual (point); Blender manual, Point Light',
  properties: [
    { ...at, doc: `Where its light comes from: ${PLACES}.` },
    { name: 'color', type: COLOR, default: '#ffffff', doc: 'The color of its light.', source: 'KHR_lights_punctual' },
    {
      name: 'power',
      type: within(NUMBER, { min: 0, max: 1000000 }),
      default: 100,
      unit: 'W',
      doc: 'The radiant power that it gives off.',
      source: 'Blender manual, Point Light (Power)',
    },
    {
      name: 'radius',
      type: within(LENGTH, { min: 0, max: 100 }),
      default: 0.1,
      unit: 'm',
      doc: 'The size of the light: larger is softer.',
      source: 'Blender manual, Point Light (Radius)',
    },
  ],
  oneOf: [],
  once: false,
  holdsElements: false,
  members: ['at'],
  example: 'lamp { at: (0, 2, -3), power: 60, color: #ffd9a0 }',
};

/** `scale` of whatever gives its children a frame. */
export const scale: PropertyDefinition = {
  name: 'scale',
  type: within(NUMBER, { min: 0, minExclusive: true, max: 10000 }),
  default: 1,
  doc: 'How much larger everything in it becomes.',
  source: 'glTF 2.0 §5.25 (node.scale, uniform)',
};

export const group: KindDefinition = {
  name: 'group',
  role: 'group',
  doc: 'Elements that are placed, turned and scaled together.',
  source: 'glTF 2.0 §3.5.2 (node hierarchy)',
  properties: [{ ...at, doc: `Where its frame has its origin: ${PLACES}.` }, rotation, scale],
  oneOf: [],
  once: false,
  holdsElements: true,
  members: TURNED,
  example: 'group { at: (2, -9), rotation: yaw(30) tree { height: 5 } bush { at: (1, 0), height: 0.6 } }',
};
