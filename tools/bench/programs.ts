// Makes the programs that are measured: always the same ones.
import { createRandom, type Random } from '@diorama/testing';

/** A program in core form, one element a line, as a model writes it: all classes, most properties. */
export function coreProgram(elements: number): string {
  const random = createRandom(1);
  const lines = [
    'camera { position: (0, 0, 0), pitch: -1.87, fov: 50 }',
    'sky { sun_elevation: 39.59, sun_azimuth: 231.11, sun_size: 0.465, sun_intensity: 0.981, strength: 0.212 }',
    'haze { density: 0.009 }',
  ];
  for (let count = 0; count < elements; count += 1) lines.push(coreElement(random));
  return `${lines.join('\n')}\n`;
}

const CLASSES = ['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree'];

function coreElement(random: Random): string {
  const kind = random.pick(CLASSES);
  const number = (low: number, high: number) => (low + random.next() * (high - low)).toFixed(3);
  const at = random.chance(0.5)
    ? `view(${number(-30, 30)}, ${number(-3, 1)}, ${number(-90, -2)})`
    : `(${number(-90, 90)}, ${number(-90, 90)})`;
  const rotation = random.chance(0.5)
    ? `quaternion(0, ${number(0, 1)}, 0, ${number(0.1, 1)})`
    : `yaw(${number(-180, 180)})`;
  const look = random.chance(0.5)
    ? `asset("${kind}/common-${random.integer(1, 60)}")`
    : `like("a ${kind} of the plain")`;
  const rest = `height: ${number(0.2, 3)}, rotation: ${rotation}, appearance: ${look}, variant: ${random.integer(0, 65535)}`;
  return `@pixels(${random.integer(20, 5000)}) ${kind} { at: ${at}, ${rest} }`;
}

/** The same elements as JSON, for a parser that is known to be fast. */
export function coreAsJson(program: string): string {
  const lines = program.trim().split('\n');
  return `[${lines
    .map((line) => {
      const words = line.match(/"[^"]*"|[A-Za-z_]+|-?[\d.]+/g) ?? [];
      return `[${words.map((word) => (/^[A-Za-z_]/.test(word) ? `"${word}"` : String(word.startsWith('"') ? word : Number(word)))).join(',')}]`;
    })
    .join(',\n')}]`;
}

/** Names at the top of {@link writtenProgram} that many of its lines read. */
export const SHARED = { name: 'far', uses: 100 };

/** A program as a person writes one, of so many lines: comments, names, prefabs, loops, choices, scatters, groups. */
export function writtenProgram(lines: number): string {
  const random = createRandom(2);
  const out = [...HEADER];
  let uses = 0;
  while (out.length < lines) {
    const part = random.pick(PARTS)(random, out.length);
    out.push(...part);
    if (uses < SHARED.uses && out.length > (uses * lines) / SHARED.uses) {
      out.push(`tree { at: (${random.integer(-40, 40)}, -${SHARED.name}), height: 5m + random(0m..2m) }`);
      uses += 1;
    }
  }
  return `${out
    .slice(0, lines - 1)
    .join('\n')
    .replace(/\n[^\n]*\{[^}\n]*$/, '')}\n`;
}

const HEADER = `/// A wide land with many things in it.
scene { name: "Wide land", seed: 7 }
camera { position: (0, 1.6, 0), pitch: -1.9, fov: 50 }
sky { sun_elevation: 12deg, sun_azimuth: 231deg, dust: 0.4, ozone: 1.5 }
haze { visibility: 400m }
ground { appearance: like("dry savanna grass") }

let far = 30m // most of it stands there
let tall: Length = 4m
let looks = ["oak", "birch", "thorn"]

/// Bushes that stand together.
prefab thicket(count: Integer = 8, radius: Length = 6) {
  scatter count in disk(radius: radius) spacing 0.3 {
    bush { height: random(0.4..1.2), rotation: yaw(random(0..360)), appearance: like("thorn bush") }
  }
}

prefab row(count: Integer = 3, apart: Length = 2) {
  for i in 0..<count {
    tree { at: (i * apart, 0m), height: tall + random(0m..1m) }
  }
}
`.split('\n');

type Part = (random: Random, line: number) => readonly string[];
const place = (random: Random) => `(${random.integer(-60, 60)}, ${-random.integer(4, 90)})`;

const PARTS: readonly Part[] = [
  (random) => [`tree { at: ${place(random)}, height: ${random.integer(3, 9)}m, appearance: asset("tree/oak") }`],
  (random) => [
    `bush { at: ${place(random)}, height: random(0.4..1.2), rotation: yaw(${random.integer(0, 359)}) } // by the path`,
  ],
  (random) => [
    `herbivore { at: ${place(random)}, height: 1.5, pose: graze, phase: random(0..1), appearance: like("a zebra") }`,
  ],
  (random, line) => [
    `carnivore cat${line} { at: ${place(random)}, height: 1.1 }`,
    `bush { at: cat${line}.at + (1, 0, 1), height: cat${line}.height / 2 }`,
  ],
  (random, line) => [
    `let gap${line} = ${random.integer(1, 9)}m + tall / 4`,
    `boulder { at: (gap${line}, -30), height: gap${line} / 8 }`,
  ],
  (random) => [`row { at: ${place(random)}, count: ${random.integer(2, 5)} }`],
  (random) => [`thicket { at: ${place(random)}, radius: ${random.integer(4, 9)} }`],
  (random) => [
    `/// A ring of stones.`,
    `for a in 0..<${random.integer(4, 8)} {`,
    `  boulder { at: polar(${random.integer(4, 20)}m, a * 45deg) + (${random.integer(-9, 9)}, -40), height: random(0.3m..0.6m) }`,
    '}',
  ],
  (random) => [
    `scatter ${random.integer(5, 20)} in disk(center: ${place(random)}, radius: 8) spacing 0.4 {`,
    '  bush { height: random(0.3..0.9), appearance: like(pick(looks)) }',
    '}',
  ],
  (random) => [
    `group { at: ${place(random)}, rotation: yaw(${random.integer(0, 359)})`,
    '  tree { height: 5 }',
    `  bush { at: (1, 0), height: 0.6 }`,
    '}',
  ],
  (random) => [
    `if tall > ${random.integer(1, 9)}m {`,
    `  lamp { at: (${random.integer(-9, 9)}, 2, -6), power: 60 }`,
    '} else {',
    `  sphere { at: ${place(random)}, radius: 25cm, color: #aa8844 }`,
    '}',
  ],
  () => ['', '// ---- and further on ----', ''],
];
