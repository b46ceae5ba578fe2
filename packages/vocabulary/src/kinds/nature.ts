// What lives and lies in a scene: the six classes of the asset library, things of no class, and water.
import type { ElementMember, KindDefinition, PropertyDefinition, Proportions } from '../definitions.ts';
import { APPEARANCE, COLOR, type EnumerationType, INTEGER, LENGTH, NUMBER, ROTATION, within } from '../types.ts';

const RAW = 'RAW (arXiv 2411.18807), add_…';
const DIORAMA = 'Diorama language 1';
const pose = (...words: string[]): EnumerationType => ({ kind: 'enumeration', name: 'Pose', words });

/** The number of individuals of a species that `variant` tells apart. */
export const VARIANT_COUNT = 65536;

/** The three ways to write a place, for the sentences of the table. */
export const PLACES = '(x, z) on the ground, (x, y, z) anywhere, or view(x, y, z) as the camera sees it';

/** `at` of whatever has a place in the scene. */
export const at: PropertyDefinition = {
  name: 'at',
  type: { kind: 'position', view: true },
  required: 'at-top-level',
  unit: 'm',
  doc: `Where its base stands: ${PLACES}.`,
  source: DIORAMA,
};
/** `rotation` of whatever can be turned. */
export const rotation: PropertyDefinition = {
  name: 'rotation',
  type: ROTATION,
  default: 0,
  unit: 'deg',
  doc: 'How it is turned; at yaw 0 its front is +Z.',
  source: 'glTF 2.0 §3.4 (coordinate system)',
};

/** What can be read of what has a place and a turn, and of what has a height as well. */
export const TURNED: readonly ElementMember[] = ['at', 'rotation'];
export const TALL: readonly ElementMember[] = ['at', 'height', 'top', 'rotation'];

const objectProperties: readonly PropertyDefinition[] = [
  at,
  {
    name: 'height',
    type: within(LENGTH, { min: 0, minExclusive: true, max: 200 }),
    required: 'always',
    unit: 'm',
    doc: 'From its base to its highest point when upright: it alone sets the size.',
    source: RAW,
  },
  rotation,
  {
    name: 'appearance',
    type: APPEARANCE,
    derived: 'a pick from its class by `variant`',
    doc: 'What it looks like.',
    source: RAW,
  },
  {
    name: 'variant',
    type: within(INTEGER, { min: 0, max: VARIANT_COUNT - 1 }),
    derived: 'drawn for the element',
    doc: 'Which individual of the species it is.',
    source: DIORAMA,
  },
];

function thing(name: string, doc: string, proportions: Proportions, example: string): KindDefinition {
  return {
    name,
    role: 'object',
    doc,
    source: RAW,
    properties: objectProperties,
    oneOf: [],
    once: false,
    holdsElements: false,
    members: TALL,
    proportions,
    example,
  };
}

function animal(
  name: string,
  doc: string,
  poses: EnumerationType,
  proportions: Proportions,
  example: string,
): KindDefinition {
  const properties: readonly PropertyDefinition[] = [
    ...objectProperties,
    {
      name: 'pose',
      type: poses,
      default: poses.words[0] ?? '',
      doc: 'What it is doing.',
      source: 'gait and posture names as in field guides',
    },
    {
      name: 'phase',
      type: within(NUMBER, { min: 0, max: 1 }),
      default: 0,
      doc: 'How far through the cycle of its pose it is.',
      source: 'Hildebrand, The Quadrupedal Gaits of Vertebrates, BioScience 1989',
    },
  ];
  return { ...thing(name, doc, proportions, example), properties };
}

const HANDBOOK =
  'Nowak, Walker’s Mammals of the World (shoulder height plus head; smallest to largest adults and young)';

export const bird = animal(
  'bird',
  'A bird.',
  pose('stand', 'walk', 'look', 'perch', 'fly', 'swim'),
  {
    width: 0.7,
    depth: 1.1,
    plausibleHeight: { min: 0.05, max: 2.9 },
    source: 'del Hoyo et al., Handbook of the Birds of the World',
  },
  'bird heron { at: (2, -9), height: 0.9, pose: stand, appearance: like("grey heron") }',
);
export const boulder = thing(
  'boulder',
  'A stone, from a pebble to a crag.',
  {
    width: 1.4,
    depth: 1.3,
    plausibleHeight: { min: 0.02, max: 15 },
    source: 'Wentworth, A Scale of Grade and Class Terms, 1922',
  },
  'boulder { at: (3, -7), height: 0.8 }',
);
export const bush = thing(
  'bush',
  'A shrub, a fern, a cactus, reeds, or a tuft of grass.',
  {
    width: 1.2,
    depth: 1.2,
    plausibleHeight: { min: 0.05, max: 6 },
    source: 'Raunkiær, The Life Forms of Plants, 1934',
  },
  'bush { at: (-4, -11), height: 1.1, appearance: like("thorn bush") }',
);
export const carnivore = animal(
  'carnivore',
  'A meat-eating mammal: a cat, a dog, a bear.',
  pose('stand', 'walk', 'run', 'look', 'sit', 'lie'),
  { width: 0.4, depth: 1.6, plausibleHeight: { min: 0.1, max: 3.2 }, source: HANDBOOK },
  'carnivore { at: (-0.6, -12), height: 1.1, pose: walk, appearance: like("a lioness") }',
);
export const herbivore = animal(
  'herbivore',
  'A plant-eating mammal: an antelope, a zebra, an elephant.',
  pose('stand', 'walk', 'run', 'look', 'graze', 'lie'),
  { width: 0.4, depth: 1.1, plausibleHeight: { min: 0.2, max: 6 }, source: HANDBOOK },
  'herbivore { at: (4, -15), height: 1.5, pose: graze, appearance: like("a zebra") }',
);
export const tree = thing(
  'tree',
  'A tree, alive or dead.',
  {
    width: 0.7,
    depth: 0.7,
    plausibleHeight: { min: 0.5, max: 120 },
    source: 'Raunkiær, The Life Forms of Plants, 1934',
  },
  'tree { at: (8, -30), height: 7m, appearance: asset("tree/umbrella-acacia") }',
);
export const object = thing(
  'object',
  'Anything of the library, of whatever class.',
  { width: 1, depth: 1, plausibleHeight: { min: 0.01, max: 200 }, source: DIORAMA },
  'object { at: (0, -5), height: 1.4, appearance: like("a standing stone") }',
);

export const water: KindDefinition = {
  name: 'water',
  role: 'water',
  doc: 'A level sheet of water, rectangular as seen from above.',
  source: DIORAMA,
  properties: [
    { ...at, doc: `Where its middle lies: ${PLACES}.` },
    { ...rotation, doc: 'How it is turned; it stays level, so only its heading counts.' },
    {
      name: 'size',
      type: {
        kind: 'vector',
        components: [
          { min: 0, minExclusive: true },
          { min: 0, max: 0 },
          { min: 0, minExclusive: true },
        ],
      },
      default: [10, 0, 10],
      unit: 'm',
      doc: 'Its extents along x and z.',
      source: DIORAMA,
    },
    { name: 'color', type: COLOR, default: '#2f4f4a', doc: 'What light leaves of it with depth.', source: DIORAMA },
    {
      name: 'roughness',
      type: within(NUMBER, { min: 0, max: 1 }),
      default: 0.05,
      doc: 'How ruffled it is; 0 is a mirror.',
      source: 'glTF 2.0 §3.9.2 (roughnessFactor)',
    },
  ],
  oneOf: [],
  once: false,
  holdsElements: false,
  members: TURNED,
  example: 'water { at: (3, -18), size: (9, 0, 5) }',
};
