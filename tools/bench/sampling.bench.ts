// How long it takes to choose a token under a mask, and how far each sampler is from what a model means.
import { Bench } from 'tinybench';
import { argmax } from '../../packages/decoding/src/sampling/argmax.ts';
import { drawAdaptively } from '../../packages/decoding/src/sampling/draw-adaptively.ts';
import { drawExactly } from '../../packages/decoding/src/sampling/draw-exactly.ts';
import { drawWithParticles } from '../../packages/decoding/src/sampling/draw-with-particles.ts';
import { createFutures, type Drawn, type Futures } from '../../packages/decoding/src/sampling/futures.ts';
import { logChancesOfAllowed, logSoftmax } from '../../packages/decoding/src/sampling/log-softmax.ts';
import { createRandom, type Random } from '../../packages/decoding/src/sampling/random.ts';
import { drawPlace, sample } from '../../packages/decoding/src/sampling/sample.ts';
import { CASES, type Case } from '../../packages/decoding/test/sampling/support/cases.ts';
import {
  adaptedDistribution,
  divergence,
  exactDistribution,
  maskedDistribution,
  tally,
  variation,
} from '../../packages/decoding/test/sampling/support/distributions.ts';
import { makeMask } from '../../packages/decoding/test/sampling/support/make-mask.ts';
import type { Figure, Suite } from './suite.ts';

/** Llama 3's vocabulary. */
const SIZE = 128_256;
/** How often the first draw is made, to see its distribution. */
const REPEATS = 2000;
/** How often, to see its price alone. */
const FIRST_DRAWS = 50;
/** How many lines of draws are averaged. */
const LINES = 5;

export default async function sampling(): Promise<Suite> {
  const figures: Figure[] = [];
  for (const one of CASES) figures.push(...(await measureDistortion(one)));
  return {
    bench: createBench(),
    figures: (measured) => [
      { name: 'argmax, dense mask', value: measured('argmax, all of 128k').p50, unit: 'ms', target: { atMost: 0.4 } },
      {
        name: 'argmax, every other token',
        value: measured('argmax, half of 128k').p50,
        unit: 'ms',
        target: { atMost: 0.4 },
      },
      { name: 'argmax, 40 tokens', value: measured('argmax, 40 listed').p50 * 1000, unit: 'µs' },
      { name: 'sample, 40 tokens', value: measured('sample, 40 listed').p50 * 1000, unit: 'µs' },
      ...figures,
    ],
  };
}

function createBench(): Bench {
  // As a trained model's: a few stand out of a bell curve; and as an untrained one's, where nothing can be left out.
  const peaked = Float32Array.from({ length: SIZE }, (_, id) => bell(id) * 2 + (id % 9973 === 7 ? 14 : 0));
  const flat = Float32Array.from({ length: SIZE }, (_, id) => bell(id) * 0.1);
  const all = Array.from({ length: SIZE }, (_, id) => id);
  const listed = makeMask(
    all.filter((id) => id % 3200 === 7),
    SIZE,
  );
  const half = makeMask(
    all.filter((id) => id % 2 === 1),
    SIZE,
    'bits',
  );
  const dense = makeMask(all, SIZE, 'bits');
  const random = createRandom(1);
  const bench = new Bench({ name: 'sampling', time: 300 });
  const tasks: Record<string, () => unknown> = {
    'argmax, 40 listed': () => argmax(peaked, listed),
    'argmax, half of 128k': () => argmax(peaked, half),
    'argmax, all of 128k': () => argmax(peaked, dense),
    'sample, 40 listed': () => sample(peaked, listed, random),
    'sample, half of 128k': () => sample(peaked, half, random),
    'sample, half of 128k, topK 40, topP 0.95': () => sample(peaked, half, random, { topK: 40, topP: 0.95 }),
    'sample, half of 128k, flat logits': () => sample(flat, half, random),
    'sample, half of 128k, flat logits, topP 0.95': () => sample(flat, half, random, { topP: 0.95 }),
    'logSoftmax, 40 listed': () => logSoftmax(peaked, listed),
    'logSoftmax, half of 128k': () => logSoftmax(peaked, half),
    'logChancesOfAllowed, 40 listed': () => logChancesOfAllowed(peaked, listed),
  };
  for (const [name, run] of Object.entries(tasks)) bench.add(name, run);
  return bench;
}

/** Something like a normal draw: 12 even ones, added up. */
function bell(id: number): number {
  let sum = -6;
  let state = id + 1;
  for (let turn = 0; turn < 12; turn += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    sum += state / 2 ** 32;
  }
  return sum;
}

type Draw = (futures: Futures<unknown>, random: Random) => Promise<Drawn<unknown> | undefined>;

/** Prints a table: how far what is drawn is from what the model would write, given that it is valid. */
async function measureDistortion({ name, model, constraint, budget }: Case): Promise<readonly Figure[]> {
  const { chances, validShare } = exactDistribution(model, constraint, budget);
  const masked = maskedDistribution(model, constraint, budget);
  const rows: Record<string, Row> = {};
  const begin = () => createFutures(model, constraint, { budget });
  const distances = (distribution: typeof masked) => ({
    variation: variation(distribution, chances),
    divergence: divergence(distribution, chances),
  });

  rows.masking = { ...distances(masked), 'model runs': lengthOf(masked) };
  for (const row of await followAdaptive()) rows[row.name] = row.row;
  for (const particles of [4, 16, 64]) {
    const draw: Draw = (futures, random) => drawWithParticles(futures, random, { particles });
    rows[`${particles} particles, first draw`] = await tallyFirst(draw);
  }
  rows['8 particles, 2000 draws on end'] = await tallyLines((futures, random) =>
    drawWithParticles(futures, random, { particles: 8 }),
  );
  rows['exact, first draw'] = {
    'model runs': await countFirstRuns((futures, random) => drawExactly(futures, random, 1e7)),
  };
  rows['exact, 2000 draws on end'] = await tallyLines((futures, random) => drawExactly(futures, random, 1e7));
  rows['2000 draws of the distribution itself'] = tallyIdeal();

  console.log(
    `\n${name}: ${chances.size} sequences, ${(100 * validShare).toPrecision(3)} % of what the model writes is valid`,
  );
  console.table(Object.fromEntries(Object.entries(rows).map(([row, values]) => [row, toShort(values)])));
  const value = (row: string) => rows[row]?.variation ?? Number.NaN;
  return [
    { name: `${name}: variation, masking`, value: value('masking'), unit: '' },
    { name: `${name}: variation, adaptive, draw 1000`, value: value('adaptive, draw 1000'), unit: '' },
    { name: `${name}: variation, 64 particles`, value: value('64 particles, first draw'), unit: '' },
    {
      name: `${name}: variation, exact, over that of ideal draws`,
      value: value('exact, 2000 draws on end') / value('2000 draws of the distribution itself'),
      unit: '×',
      target: { atMost: 1.5 },
    },
  ];

  /** The adaptive sampler's next draw is known without drawing: the mean of a few lines. */
  async function followAdaptive(): Promise<readonly { readonly name: string; readonly row: Row }[]> {
    const found = [10, 100, 1000].map((turns) => ({ turns, name: `adaptive, draw ${turns}`, row: { ...NOTHING } }));
    for (let line = 0; line < LINES; line += 1) {
      const futures = begin();
      const random = createRandom(100 + line);
      let turn = 0;
      for (const { turns, row } of found) {
        for (; turn < turns; turn += 1) await drawAdaptively(futures, random);
        const now = distances(adaptedDistribution(futures, model));
        row.variation += now.variation / LINES;
        row.divergence += now.divergence / LINES;
        row['model runs'] += futures.calls / turns / LINES;
      }
    }
    return found;
  }

  /** Draws of which none knows of another. */
  async function tallyFirst(draw: Draw): Promise<Row> {
    const random = createRandom(7);
    const drawn: (readonly number[])[] = [];
    let calls = 0;
    for (let turn = 0; turn < REPEATS; turn += 1) {
      const futures = begin();
      drawn.push((await draw(futures, random))?.ids ?? []);
      calls += futures.calls;
    }
    return { variation: variation(tally(drawn), chances), 'model runs': calls / REPEATS };
  }

  /** How often the model is asked for a first draw, of which nothing else has to be known. */
  async function countFirstRuns(draw: Draw): Promise<number> {
    const random = createRandom(6);
    let calls = 0;
    for (let turn = 0; turn < FIRST_DRAWS; turn += 1) {
      const futures = begin();
      await draw(futures, random);
      calls += futures.calls / FIRST_DRAWS;
    }
    return calls;
  }

  /** Draws that learn of those before: the mean of a few lines. */
  async function tallyLines(draw: Draw): Promise<Row> {
    const row = { variation: 0, 'model runs': 0 };
    for (let line = 0; line < LINES; line += 1) {
      const random = createRandom(200 + line);
      const futures = begin();
      const drawn: (readonly number[])[] = [];
      while (drawn.length < REPEATS) drawn.push((await draw(futures, random))?.ids ?? []);
      row.variation += variation(tally(drawn), chances) / LINES;
      row['model runs'] += futures.calls / REPEATS / LINES;
    }
    return row;
  }

  /** What draws of the distribution itself come to: no sampler can do better. */
  function tallyIdeal(): Row {
    const texts = [...chances.keys()];
    const weights = Float64Array.from(chances.values());
    const row = { variation: 0 };
    for (let line = 0; line < LINES; line += 1) {
      const random = createRandom(300 + line);
      const drawn = Array.from({ length: REPEATS }, () => texts[drawPlace(weights, random())] as string);
      row.variation += variation(tally(drawn.map((text) => text.split(' ').map(Number))), chances) / LINES;
    }
    return row;
  }
}

interface Row {
  readonly variation?: number;
  readonly divergence?: number;
  /** How often the model is asked a draw. */
  readonly 'model runs'?: number;
}

const NOTHING = { variation: 0, divergence: 0, 'model runs': 0 };

/** How many times the model is asked for a sequence: once a token, and for the end. */
function lengthOf(distribution: ReadonlyMap<string, number>): number {
  let length = 0;
  for (const [text, chance] of distribution) length += chance * (text.split(' ').length + 1);
  return length;
}

function toShort(row: Row): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toPrecision(3))]));
}
