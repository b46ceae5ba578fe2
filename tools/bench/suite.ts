// What a bench suite gives to the program that runs it, and how numbers are made of times.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Bench } from 'tinybench';

export const root = join(import.meta.dirname, '../..');

/** What a file `NAME.bench.ts` exports by default: makes a suite. A `Bench` alone is run and has no figures. */
export type BenchSuite = () => Bench | Suite | Promise<Bench | Suite>;

export interface Suite {
  /** Run by the program, before its figures are asked for. */
  readonly bench?: Bench;
  /** Times of what the suite has run by itself, such as other processes, by task; milliseconds. */
  readonly times?: Readonly<Record<string, readonly number[]>>;
  /** The numbers that matter, from the times of all tasks. */
  figures?(measured: Measured): readonly Figure[];
  /** Why nothing was measured. */
  readonly skipped?: string;
}

/** One measured task: times in milliseconds. */
export interface Measurement {
  readonly suite: string;
  readonly task: string;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly samples: number;
}

/** The measurements of a suite; a task that is not there is a mistake of the suite. */
export type Measured = (task: string) => Measurement;

/** A number that a suite is about. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be; left out for numbers that only tell. */
  readonly target?: Target;
}
export type Target = { readonly atMost: number } | { readonly atLeast: number };

export function isMet({ value, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

export function summarize(suite: string, task: string, times: readonly number[]): Measurement {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { suite, task, mean, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? Number.NaN, samples: times.length };
}

export function median(values: readonly number[]): number {
  return summarize('', '', values).p50;
}

/** Runs a TypeScript file of this folder in a process of its own and gives back the JSON that it prints. */
export function runChild<T>(file: string, ...args: readonly string[]): T {
  const script = join(import.meta.dirname, file);
  const child = spawnSync(process.execPath, ['--conditions=diorama-source', script, ...args], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${child.stderr}`);
  return JSON.parse(child.stdout);
}

/** How long a process takes from its start to its end, milliseconds; it must succeed. */
export function timeProcess(command: string, args: readonly string[]): number {
  const start = performance.now();
  const child = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const time = performance.now() - start;
  if (child.status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${child.stderr || child.error}`);
  return time;
}
