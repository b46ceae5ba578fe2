// Runs every suite of tools/bench/*.bench.ts (or those named as arguments), prints a table each and one of all figures.
import { readdir, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import type { Bench } from 'tinybench';
import { type BenchSuite, type Figure, isMet, type Measurement, root, type Suite, summarize } from './suite.ts';

export type { BenchSuite } from './suite.ts';

const ending = '.bench.ts';

const wanted = process.argv.slice(2);
const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const load = loadavg()[0] ?? 0;
const measurements: Measurement[] = [];
const figures: (Figure & { readonly suite: string; readonly met?: boolean | undefined })[] = [];
for (const name of names) {
  const { default: createSuite } = (await import(`./${name}${ending}`)) as { readonly default: BenchSuite };
  const created = await createSuite();
  const suite: Suite = 'tasks' in created ? { bench: created } : created;
  console.log(`\n${name}`);
  if (suite.skipped !== undefined) {
    console.log(`skipped: ${suite.skipped}`);
    continue;
  }
  const measured = await measure(name, suite);
  console.table(Object.fromEntries(measured.map((one) => [one.task, toRow(one)])));
  measurements.push(...measured);
  for (const figure of suite.figures?.((task) => find(measured, task)) ?? []) {
    figures.push({ suite: name, ...figure, met: isMet(figure) });
  }
}

const machine = {
  node: process.version,
  platform: platform(),
  arch: arch(),
  cpu: cpus()[0]?.model,
  cpus: cpus().length,
  loadAtStart: load,
};
const results = join(root, 'bench-results.json');
await writeFile(results, `${JSON.stringify({ machine, figures, measurements }, null, 2)}\n`);
if (figures.length > 0) {
  console.log('\nfigures');
  console.table(Object.fromEntries(figures.map((one) => [`${one.suite}: ${one.name}`, toFigureRow(one)])));
}
if (load > 0.5) console.log(`the machine was busy (load ${load.toFixed(1)}): times are too long`);
console.log(`${measurements.length} tasks of ${names.length} suites measured: bench-results.json`);

async function measure(name: string, { bench, times = {} }: Suite): Promise<readonly Measurement[]> {
  const own = Object.entries(times).map(([task, samples]) => summarize(name, task, samples));
  return bench === undefined ? own : [...(await runBench(name, bench)), ...own];
}

async function runBench(suite: string, bench: Bench): Promise<readonly Measurement[]> {
  await bench.run();
  return bench.tasks.map((task) => {
    const { result } = task;
    if (!('latency' in result)) throw new Error(`${suite}: ${task.name} gave no result (${result.state})`);
    const { mean, p50, p99, max, samples, samplesCount } = result.latency;
    if (samples !== undefined) return summarize(suite, task.name, samples);
    return { suite, task: task.name, mean, p50, p95: p99, max, samples: samplesCount };
  });
}

function find(measured: readonly Measurement[], task: string): Measurement {
  const found = measured.find((one) => one.task === task);
  if (found === undefined) throw new Error(`no task is called ${task}`);
  return found;
}

function toRow({ mean, p50, p95, max, samples }: Measurement) {
  const short = (time: number) => time.toPrecision(3);
  return { 'mean ms': short(mean), 'p50 ms': short(p50), 'p95 ms': short(p95), 'max ms': short(max), samples };
}

function toFigureRow({ value, unit, target, met }: (typeof figures)[number]) {
  const wish = target === undefined ? '' : 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  return {
    value: Number(value.toPrecision(4)),
    unit,
    target: wish,
    met: met === undefined ? '' : met ? 'yes' : 'NO',
  };
}
