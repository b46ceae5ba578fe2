// Tries tens of thousands of hostile texts: none may crash, hang, or leave neither a scene nor an error.
//
//   npm run verify:hostile                    20,000 texts from seed 0
//   npm run verify:hostile -- 5000 20000      5,000 texts from seed 20,000: how to go on, or to try others
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { hostileText, readCorpus } from './hostile-case.ts';
import type { HostileReport, HostileTask } from './hostile-worker.ts';

/** A text may take so much of the processor's time, milliseconds, checked, formatted, edited and fixed. */
const PATIENCE = 1000;
/** A second try decides. */
const TRIES = 2;

const [count = 20_000, first = 0] = process.argv.slice(2).map(Number);
const last = first + count;
const corpus = readCorpus();
/** The seeds that failed, by the reason. */
const reasons = new Map<string, number[]>();
const suspects = new Set<number>();
const folder = join(import.meta.dirname, '../../bench-results/hostile');
let slowest = { seed: first, ms: 0 };

console.log(`${count} texts from seed ${first}, made of ${corpus.length} programs`);
for (let next = first; next < last; ) next = await run(next, last);
for (let tries = 1; tries < TRIES && suspects.size > 0; tries += 1) {
  const again = [...suspects];
  suspects.clear();
  for (const seed of again) await run(seed, seed + 1);
}
for (const seed of suspects) fail(seed, `took longer than ${PATIENCE} ms`);
console.log(
  `\n${count} texts tried, the slowest (seed ${slowest.seed}) took ${slowest.ms.toFixed(0)} ms; ${countFailures()} failed`,
);
for (const [reason, seeds] of reasons) {
  console.log(`\n${seeds.length} × ${reason}\nseeds ${seeds.slice(0, 8).join(' ')}`);
}
process.exitCode = reasons.size > 0 ? 1 : 0;

/** Tries texts in a thread until they are all tried or one hangs; tells where to go on. */
function run(from: number, to: number): Promise<number> {
  const task: HostileTask = { from, to };
  const worker = new Worker(new URL('./hostile-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  let current = from;
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const leave = (next: number) => {
      clearTimeout(timer);
      void worker.terminate().then(() => resolve(next));
    };
    worker.on('message', (report: HostileReport) => {
      clearTimeout(timer);
      current = report.seed;
      if (report.kind === 'begin') {
        timer = setTimeout(() => {
          suspects.add(current);
          leave(current + 1);
        }, 10 * PATIENCE);
        return;
      }
      const { seed, ms, failure } = report;
      if (ms > slowest.ms) slowest = { seed, ms };
      if (failure !== undefined) fail(seed, failure);
      else if (ms > PATIENCE) suspects.add(seed);
      if ((seed + 1 - first) % 500 === 0)
        console.log(`up to seed ${seed}: ${countFailures()} failed, ${suspects.size} slow`);
      if (seed + 1 === to) leave(to);
    });
    worker.on('error', (error) => {
      fail(current, `ended the thread: ${error.message}`);
      leave(current + 1);
    });
  });
}

/** Keeps the text of the first seeds that fail for a reason: a crash is known by where it happens. */
function fail(seed: number, reason: string): void {
  const short = reason.split('\n', 4).join('\n');
  const seeds = reasons.get(short) ?? [];
  reasons.set(short, [...seeds, seed]);
  if (seeds.length > 2) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `seed-${seed}.dio`);
  writeFileSync(file, hostileText(corpus, seed));
  console.log(`seed ${seed} failed, see ${file}: ${reason.split('\n', 1)}`);
}

function countFailures(): number {
  return [...reasons.values()].reduce((sum, seeds) => sum + seeds.length, 0);
}
