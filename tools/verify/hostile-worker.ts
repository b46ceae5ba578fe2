// Tries hostile texts in a thread of its own, so that a hang can be seen from outside and ended.
import { parentPort, workerData } from 'node:worker_threads';
import { hostileText, readCorpus, tryText } from './hostile-case.ts';

/** What the thread is told to try: seeds from `from` up to, not including, `to`. */
export interface HostileTask {
  readonly from: number;
  readonly to: number;
}
/** What it tells: that it begins with a seed, or what came of it. */
export type HostileReport =
  | { readonly kind: 'begin'; readonly seed: number }
  | { readonly kind: 'end'; readonly seed: number; readonly ms: number; readonly failure?: string };

const { from, to } = workerData as HostileTask;
const corpus = readCorpus();
// The first texts would otherwise be slow for being first.
for (let seed = 0; seed < 20; seed += 1) attempt(hostileText(corpus, seed), seed);

for (let seed = from; seed < to; seed += 1) {
  const text = hostileText(corpus, seed);
  report({ kind: 'begin', seed });
  const start = cpuTime();
  const failure = attempt(text, seed);
  report({ kind: 'end', seed, ms: cpuTime() - start, ...(failure !== undefined && { failure }) });
}

function attempt(text: string, seed: number): string | undefined {
  try {
    return tryText(text, seed);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Milliseconds of the processor that this thread has had: a busy machine makes no difference. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function report(message: HostileReport): void {
  parentPort?.postMessage(message);
}
