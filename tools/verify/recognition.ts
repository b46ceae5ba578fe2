// Shows the library's species to people who do not know their names, and counts what they recognise:
//
//   npm run verify:recognition -- sheets FOLDER [SEED]     numbered pictures without labels, and key.json
//   npm run verify:recognition -- score KEY ANSWERS        a table of what was taken for what
//   npm run verify:recognition -- imagenet [FOLDER] [SPECIES…]   a table of what a classifier of photographs takes animals for
//
// Answers are a JSON array of { "number", "class", "species" }; what was not recognised says "unknown".
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendNumber, rootKey, uniform } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import { createAssetPainter } from '../../apps/cli/src/commands/assets/draw-asset.ts';
import { type Canvas, drawText } from '../../apps/cli/src/commands/assets/draw-text.ts';
import { createLibrary, type Library } from '../../packages/assets/src/index.ts';
import { judge } from './recognition/judge.ts';

/** One thing shown: an individual of a species in a pose, from two sides. */
interface Item {
  readonly number: number;
  /** `carnivore/lion` */
  readonly species: string;
  readonly individual: number;
  readonly pose?: string;
}

interface Answer {
  readonly number: number;
  readonly class: string;
  readonly species: string;
}

/** Of a picture's sides, pixels. */
const SIZE = 200;
const COLUMNS = 3;
const ROWS = 4;
/** For the number above a pair of pictures, pixels. */
const HEAD = 14;
/** Degrees, to the left or to the right: a quarter from the front, and a flank. */
const VIEWS = [45, 110];
const INDIVIDUALS = 12;

const [task, ...args] = process.argv.slice(2);
if (task === 'sheets' && args[0] !== undefined) writeSheets(args[0], Number(args[1] ?? 1));
else if (task === 'score' && args.length === 2) score(readJson<Item[]>(args[0]!), readJson<Answer[]>(args[1]!));
else if (task === 'imagenet') judge(args[0], args.slice(1));
else {
  console.error(
    'npm run verify:recognition -- sheets FOLDER [SEED], score KEY ANSWERS, or imagenet [FOLDER] [SPECIES]',
  );
  process.exitCode = 2;
}

function writeSheets(folder: string, seed: number): void {
  mkdirSync(folder, { recursive: true });
  const library = createLibrary();
  const items = listItems(library, seed);
  const paint = createAssetPainter(library);
  for (let first = 0; first < items.length; first += COLUMNS * ROWS) {
    const width = COLUMNS * (2 * SIZE + HEAD);
    const canvas: Canvas = blankCanvas(width, ROWS * (SIZE + HEAD));
    items.slice(first, first + COLUMNS * ROWS).forEach((item, place) => {
      const left = (place % COLUMNS) * (2 * SIZE + HEAD);
      const top = Math.floor(place / COLUMNS) * (SIZE + HEAD);
      drawText(canvas, String(item.number), { left, top: top + 2, room: SIZE, dot: 1 });
      VIEWS.forEach((yaw, view) => {
        const side = uniform(extendNumber(rootKey(seed), item.number), view) < 0.5 ? 1 : -1;
        const kind = item.species.split('/')[0]!;
        const id = `${item.species}#${item.individual}`;
        const pose = item.pose === undefined ? {} : { pose: item.pose, phase: 0.25 };
        const picture = paint({
          choice: { kind: 'asset', id, key: `${id} ${item.pose}`, ...pose },
          kind,
          size: SIZE,
          yaw: side * yaw,
        });
        if (picture !== undefined) copyInto(canvas, picture.pixels, left + view * SIZE, top + HEAD);
      });
    });
    const sheet = String(first / (COLUMNS * ROWS) + 1).padStart(2, '0');
    writeFileSync(join(folder, `sheet-${sheet}.png`), encodePng(canvas));
    console.log(`sheet ${sheet}: ${Math.min(items.length, first + COLUMNS * ROWS)} of ${items.length}`);
  }
  writeFileSync(join(folder, 'key.json'), `${JSON.stringify(items, null, 2)}\n`);
}

/** Every species in every pose, in no order. */
function listItems({ species }: Library, seed: number): readonly Item[] {
  const all = species.flatMap(({ id, poses }) =>
    poses.length === 0 ? [{ species: id }] : poses.map((pose) => ({ species: id, pose })),
  );
  const key = extendNumber(rootKey(seed), 0);
  return all
    .map((one, index) => ({
      ...one,
      lot: uniform(key, index),
      individual: Math.floor(INDIVIDUALS * uniform(key, index + all.length)),
    }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ lot: _, ...one }, index) => ({ number: index + 1, ...one }));
}

function blankCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(4 * width * height).fill(255) };
}

function copyInto(canvas: Canvas, pixels: Uint8Array, left: number, top: number): void {
  for (let row = 0; row < SIZE; row += 1) {
    canvas.pixels.set(pixels.subarray(4 * row * SIZE, 4 * (row + 1) * SIZE), 4 * ((top + row) * canvas.width + left));
  }
}

/** Breeds and coats of one species, which no picture tells from each other's relatives, count as one. */
const SAME: readonly (readonly string[])[] = [
  ['bay-horse', 'grey-horse', 'chestnut-horse'],
  ['brown-cow', 'dairy-cow'],
];

function score(key: readonly Item[], answers: readonly Answer[]): void {
  const given = new Map(answers.map((answer) => [answer.number, answer]));
  const taken = new Map<string, Item[]>();
  let [classes, species] = [0, 0];
  for (const item of key) {
    const [kind = '', name = ''] = item.species.split('/');
    const answer = given.get(item.number);
    if (answer?.class === kind) classes += 1;
    if (
      answer?.species === name ||
      SAME.some((group) => group.includes(name) && group.includes(answer?.species ?? ''))
    ) {
      species += 1;
      continue;
    }
    const confusion = `${item.species} for ${answer?.species ?? 'nothing'}`;
    taken.set(confusion, [...(taken.get(confusion) ?? []), item]);
  }
  const share = (count: number) => `${count} of ${key.length} (${((100 * count) / key.length).toFixed(1)} %)`;
  console.log(`class: ${share(classes)}\nspecies: ${share(species)}\n\ntaken`);
  for (const [confusion, items] of [...taken].sort((a, b) => b[1].length - a[1].length)) {
    const places = items.map(({ number, pose }) => [number, ...(pose === undefined ? [] : [pose])].join(' '));
    console.log(`  ${confusion}: ${items.length} (${places.join(', ')})`);
  }
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
