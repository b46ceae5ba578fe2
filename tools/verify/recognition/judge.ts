// Shows photographs of the library's animals to a classifier that has only seen real ones, and prints what it takes them for.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng } from '@diorama/images';
import { createRasterizer } from '@diorama/rasterizer';
import { createLibrary } from '../../../packages/assets/src/index.ts';
import { type Classified, classify } from './classify.ts';
import { photograph } from './photograph.ts';

/** What ImageNet calls a species (a pair of names: all classes from one to the other), and the ground it is photographed on. */
interface Known {
  readonly classes: readonly (string | readonly [first: string, last: string])[];
  readonly ground: string;
}

/** A picture of an animal. */
interface Photograph {
  readonly species: string;
  readonly file: string;
}

/** Degrees, to the left: quarters from the front, a flank, and one from behind. */
const VIEWS = [40, 70, -55, 120];
const INDIVIDUALS = [0, 3];
/** Of a picture's sides, pixels: what the classifier looks at. */
const SIZE = 224;

/** `folder` gets the pictures; they are thrown away if it is left out. `parts` of the ids of the species that are meant; all if there are none. */
export function judge(folder: string | undefined, parts: readonly string[] = []): void {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'diorama-judge-'));
  mkdirSync(place, { recursive: true });
  try {
    const table = JSON.parse(readFileSync(join(import.meta.dirname, 'imagenet-classes.json'), 'utf8')) as Record<
      string,
      Known
    >;
    const photographs = takePhotographs(place, table, parts);
    const classified = classify(photographs.map(({ file }) => file));
    if ('skipped' in classified) console.log(`skipped: ${classified.skipped}`);
    else printTable(photographs, classified, table);
  } finally {
    if (folder === undefined) rmSync(place, { recursive: true });
  }
}

function takePhotographs(
  folder: string,
  table: Readonly<Record<string, Known>>,
  parts: readonly string[],
): readonly Photograph[] {
  const library = createLibrary();
  const rasterizer = createRasterizer();
  const taken: Photograph[] = [];
  for (const { id, poses, heights = [1, 1] } of library.species) {
    const known = table[id];
    if (known === undefined || (parts.length > 0 && !parts.some((part) => id.includes(part)))) continue;
    for (const individual of INDIVIDUALS) {
      for (const [view, yaw] of VIEWS.entries()) {
        const subject = { species: id, individual, pose: poses[0]!, height: (heights[0] + heights[1]) / 2, yaw };
        const picture = photograph(library, rasterizer, { ...subject, ground: known.ground }, SIZE);
        const file = join(folder, `${id.replace('/', '-')}_${individual}_${view}.png`);
        writeFileSync(file, encodePng({ width: SIZE, height: SIZE, pixels: picture.color }));
        taken.push({ species: id, file });
      }
    }
  }
  return taken;
}

function printTable(
  photographs: readonly Photograph[],
  { names, taken }: Classified,
  table: Readonly<Record<string, Known>>,
): void {
  const species = [...new Set(photographs.map((one) => one.species))];
  const sums = [0, 0];
  console.log(`${'species'.padEnd(28)} top-1  top-5  taken for`);
  for (const id of species) {
    const wanted = indicesOf(table[id]!, names);
    const guesses = taken.filter((_, index) => photographs[index]!.species === id);
    const share = (count: number) =>
      guesses.filter((guess) => guess.slice(0, count).some((one) => wanted.has(one))).length / guesses.length;
    const [first, five] = [share(1), share(5)];
    sums[0]! += first;
    sums[1]! += five;
    const wrong = countsOf(guesses.filter((guess) => !wanted.has(guess[0]!)).map((guess) => names[guess[0]!]!));
    console.log(`${id.padEnd(28)} ${percent(first)}  ${percent(five)}  ${wrong.slice(0, 3).join(', ')}`);
  }
  const mean = sums.map((sum) => percent(sum / species.length));
  console.log(`${`${species.length} species`.padEnd(28)} ${mean.join('  ')}`);
}

/** Where the classes of a species are among all; of two of one name the first, which is the animal. */
function indicesOf({ classes }: Known, names: readonly string[]): ReadonlySet<number> {
  const place = (name: string) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`ImageNet has no class ${name}`);
    return index;
  };
  return new Set(
    classes.flatMap((one) => {
      if (typeof one === 'string') return [place(one)];
      const [first, last] = [place(one[0]), place(one[1])];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

/** `hog 3`: each name with how often it occurs, the most frequent first. */
function countsOf(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`.padStart(5);
}
