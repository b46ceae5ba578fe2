// The same ten thousand things said in three languages, each read by its own program, as whole processes.
//
// Scenic compiles its program and generates one scene. OpenUSD opens its text and flattens it to another, as `usdcat` does.
// Diorama checks its program, and expands it to another. Needs `npm run setup:peers` and `npm run build`.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, type Measured, root, type Suite, timeProcess } from './suite.ts';

/** Things in a square grid. */
const SIDE = 100;
const python = join(root, '.venv-peers/bin/python');
const launcher = join(root, 'apps/cli/bin/diorama.js');
const script = (name: string) => join(import.meta.dirname, 'peers', name);

export default function peersSuite(): Suite {
  if (!existsSync(python)) return { skipped: 'Scenic and OpenUSD are not here: npm run setup:peers' };
  if (!existsSync(join(root, 'apps/cli/dist/main.js'))) return { skipped: 'the command is not built: npm run build' };
  const folder = mkdtempSync(join(tmpdir(), 'diorama-peers-'));
  try {
    return { times: measureIn(folder), figures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureIn(folder: string): Readonly<Record<string, readonly number[]>> {
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const things = Array.from({ length: SIDE * SIDE }, (_, index) => thingAt(index));
  const diorama = write('scene.dio', things.map(inDiorama).join('\n'));
  const dioramaLoop = write('loop.dio', LOOP_IN_DIORAMA);
  const scenic = write('scene.scenic', things.map(inScenic).join('\n'));
  const scenicLoop = write('loop.scenic', LOOP_IN_SCENIC);
  const usd = write('scene.usda', inUsd(things));
  const out = (name: string) => join(folder, name);
  const node = process.execPath;
  return {
    'diorama check': repeat(7, node, launcher, 'check', diorama),
    'diorama expand': repeat(7, node, launcher, 'expand', diorama, '-o', out('core.dio')),
    'diorama check, as a loop': repeat(7, node, launcher, 'check', dioramaLoop),
    'OpenUSD flatten': repeat(7, python, script('usdcat.py'), usd, out('flat.usda')),
    'Scenic, as a loop': repeat(3, python, script('generate.py'), scenicLoop),
    // A quarter of an hour, for it grows with the square of the objects: once must do.
    Scenic: repeat(1, python, script('generate.py'), scenic),
  };
}

/** Times of so many runs; one before them, that finds the disk's caches cold, is not counted if there are several. */
function repeat(count: number, command: string, ...args: readonly string[]): readonly number[] {
  if (count > 1) timeProcess(command, args);
  return Array.from({ length: count }, () => timeProcess(command, args));
}

function figures(measured: Measured): readonly Figure[] {
  const ratio = (name: string, task: string, other: string): Figure => ({
    name,
    value: measured(task).p50 / measured(other).p50,
    unit: '×',
  });
  return [
    { name: `diorama check, ${SIDE * SIDE} objects`, value: measured('diorama check').p50, unit: 'ms' },
    ratio('Scenic ÷ diorama check', 'Scenic', 'diorama check'),
    ratio('Scenic ÷ diorama check, as loops', 'Scenic, as a loop', 'diorama check, as a loop'),
    ratio('OpenUSD flatten ÷ diorama check', 'OpenUSD flatten', 'diorama check'),
    ratio('OpenUSD flatten ÷ diorama expand', 'OpenUSD flatten', 'diorama expand'),
  ];
}

interface Thing {
  readonly x: number;
  readonly y: number;
  readonly yaw: number;
  readonly height: number;
}

function thingAt(index: number): Thing {
  const [column, row] = [index % SIDE, Math.floor(index / SIDE)];
  return { x: column * 3, y: row * 3, yaw: (column * row) % 360, height: 1 + (column % 7) / 8 };
}

function inDiorama({ x, y, yaw, height }: Thing): string {
  return `object { at: (${x}, ${-y}), height: ${height}, rotation: yaw(${yaw}) }`;
}

const LOOP_IN_DIORAMA = `for row in 0..<${SIDE} {
  for column in 0..<${SIDE} {
    object { at: (column * 3m, row * -3m), height: 1m + mod(column, 7) * 0.125m, rotation: yaw(mod(column * row, 360) * 1deg) }
  }
}
`;

/** Things may touch, and none has to be seen: Scenic is spared what the others do not do. */
const SPARED = 'with allowCollisions True, with requireVisible False, with regionContainedIn everywhere';

function inScenic({ x, y, yaw, height }: Thing): string {
  return `new Object at (${x}, ${y}, ${height / 2}), facing ${yaw} deg, with height ${height}, ${SPARED}`;
}

const LOOP_IN_SCENIC = `for row in range(${SIDE}):
    for column in range(${SIDE}):
        new Object at (column * 3, row * 3, 0.5), facing ((column * row) % 360) deg, with height 1 + column % 7 / 8, ${SPARED}
`;

function inUsd(things: readonly Thing[]): string {
  const prims = things.map(
    ({ x, y, yaw, height }, index) => `    def Xform "object_${index}"
    {
        double height = ${height}
        double3 xformOp:translate = (${x}, 0, ${-y})
        float xformOp:rotateY = ${yaw}
        uniform token[] xformOpOrder = ["xformOp:translate", "xformOp:rotateY"]
    }`,
  );
  return `#usda 1.0\n(\n    metersPerUnit = 1\n    upAxis = "Y"\n)\n\ndef Xform "scene"\n{\n${prims.join('\n')}\n}\n`;
}
