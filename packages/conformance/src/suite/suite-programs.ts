// The programs of the suite: between them they have every kind, every feature of materials, and every oddity of names.

/** A program, and what it is there for. */
export interface SuiteProgram {
  readonly name: string;
  readonly text: string;
}

const PLAIN = 'ground { color: #446633 }';

const EVERY_KIND = [
  ...['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree', 'object'].map(
    (kind, index) =>
      `${kind} one_${kind} { at: (${index * 3 - 9}, -20), height: ${1 + index / 2}, rotation: yaw(${index * 40}) }`,
  ),
  'water pond { at: (0, -8), size: (3, 0, 2), rotation: yaw(30) }',
  'box crate { at: (1, 0.5, -4), size: (1, 2, 3), rotation: euler(20, 30, 40), metallic: 1, roughness: 0.3 }',
  'sphere ball { at: (2, -5), radius: 0.5, roughness: 0.1 }',
  'cylinder post { at: (-2, -5), radius: 0.2, height: 3 }',
  'cone tip { at: (-3, -5), radius: 0.4, height: 1, color: #ff0000 }',
  'plane sheet { at: (0, -6), size: (4, 2), color: #010203 }',
  'lamp light { at: (0, 3, -6), power: 40, color: #ffcc88, radius: 10cm }',
].join('\n');

const MATERIALS = [
  ['object', 'crate'],
  ['bush', 'leaf-cards'],
  ['object', 'bent-post'],
  ['boulder', 'painted'],
  ['object', 'mirrored'],
]
  .map(
    ([kind, species], index) =>
      `${kind} { at: (${index * 2 - 4}, -8), height: 1.5, appearance: asset("${kind}/${species}"), rotation: yaw(${index * 25}) }`,
  )
  .join('\n');

const HOSTILE = [
  `scene { name: "</script><script>globalThis.CANARY=1</script> \\"'''\\\\ %s {{x}}", credits: "\\"\\"\\"; import os # \\u2028 <!-- */ \`\${1}" }`,
  PLAIN,
  ...[
    'constructor',
    'toString',
    'ground',
    'camera',
    'sun',
    'sky',
    'def',
    'import_',
    'class',
    'bpy',
    'THREE',
    'main',
  ].map((label, index) => `box ${label} { at: (${index}, -9), size: (1, 1, 1) }`),
  '@note("</script>\\n\\u0022") box { at: (0, -4), size: (1, 1, 1) }',
].join('\n');

export const SUITE_PROGRAMS: readonly SuiteProgram[] = [
  { name: 'nothing at all', text: '' },
  { name: 'every kind', text: `${PLAIN}\n${EVERY_KIND}` },
  { name: 'every material', text: `${PLAIN}\n${MATERIALS}` },
  { name: 'haze', text: `haze { visibility: 200m, color: #aabbcc }\n${PLAIN}\nbox { at: (0, -4), size: (1, 1, 1) }` },
  {
    name: 'night and a bright exposure',
    text: `sky { sun_elevation: -10 }\ncamera { exposure: 4 }\n${PLAIN}\nsphere { at: (0, -4), radius: 1 }`,
  },
  {
    name: 'relief',
    text: 'ground { relief: 3m, relief_scale: 20m }\nfor i in 0..<6 { box { at: (i * 4m, -9), size: (1, 1, 1) } }',
  },
  {
    name: 'view frames under a turned camera',
    text: `camera { position: (3, 2, 1), pitch: -5, yaw: 70, roll: 8 }\n${PLAIN}\nbox { at: view(1, 0.5, -6), size: (1, 2, 1), rotation: yaw(15) }`,
  },
  {
    name: 'groups in groups',
    text: `${PLAIN}\ngroup { at: (2, -8)\n rotation: yaw(30)\n group { at: (1, 1)\n rotation: yaw(45)\n cone { at: (0, 2, 1), radius: 1, height: 2 } sphere { radius: 1 } } }`,
  },
  { name: 'lamps', text: `${PLAIN}\nfor i in 0..<40 { lamp { at: (i * 1m, 3, -6), power: 1 + i } }` },
  {
    name: '2,000 instances',
    text: `${PLAIN}\nfor i in 0..<2000 { object { at: (i * 0.5m - 500m, -8m - i * 0.01m), height: 1, rotation: yaw(i * 7), appearance: asset("object/crate") } }`,
  },
  { name: 'hostile names', text: HOSTILE },
  { name: 'a very long label', text: `${PLAIN}\nbox ${'long_'.repeat(40)}name { at: (0, -4), size: (1, 1, 1) }` },
];
