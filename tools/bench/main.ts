// Runs every suite of tools/bench/*.bench.ts (or those named as arguments), prints a table each, keeps the numbers.
import { readdir, writeFile } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import type { Bench } from 'tinybench';

/** What a file `NAME.bench.ts` exports by default: makes a suite, which this program then runs. */
export type BenchSuite = () => Bench | Promise<Bench>;

/** One measured task: times in milliseconds. */
interface Measurement {
  readonly suite: string;
  readonly task: string;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly samples: number;
}

const root = join(import.meta.dirname, '../..');
const ending = '.bench.ts';

const wanted = process.argv.slice(2);
const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const measurements: Measurement[] = [];
for (const name of names) {
  const { default: createSuite } = (await import(`./${name}${ending}`)) as { readonly default: BenchSuite };
  const measured = await measure(name, await createSuite());
  console.log(`\n${name}`);
  console.table(Object.fromEntries(measured.map((one) => [one.task, toRow(one)])));
  measurements.push(...measured);
}

const machine = {
  node: process.version,
  platform: platform(),
  arch: arch(),
  cpu: cpus()[0]?.model,
  cpus: cpus().length,
};
await writeFile(join(root, 'bench-results.json'), `${JSON.stringify({ machine, measurements }, null, 2)}\n`);
console.log(`${measurements.length} tasks of ${names.length} suites measured: bench-results.json`);

async function measure(suite: string, bench: Bench): Promise<readonly Measurement[]> {
  await bench.run();
  return bench.tasks.map((task) => {
    const { result } = task;
    if (!('latency' in result)) throw new Error(`${suite}: ${task.name} gave no result (${result.state})`);
    const { mean, p50, p99, samplesCount } = result.latency;
    return { suite, task: task.name, mean, p50, p99, samples: samplesCount };
  });
}

function toRow({ mean, p50, p99, samples }: Measurement) {
  return { 'mean ms': mean.toPrecision(3), 'p50 ms': p50.toPrecision(3), 'p99 ms': p99.toPrecision(3), samples };
}
