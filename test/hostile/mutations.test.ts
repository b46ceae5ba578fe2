// A tenth of what `npm run verify:hostile` tries: damaged programs and noise do not crash, and mean a scene or an error.
import { expect, test } from 'vitest';
import { hostileText, readCorpus, tryText } from '../../tools/verify/hostile-case.ts';

const COUNT = 2000;
/** Of the processor's time, for all that is done with one text. */
const MILLISECONDS = 1000;

test(`${COUNT} hostile texts`, { timeout: 600_000 }, () => {
  const corpus = readCorpus();
  expect(corpus.length).toBeGreaterThan(0);
  const failures: string[] = [];
  for (let seed = 0; seed < COUNT; seed += 1) {
    const start = process.threadCpuUsage();
    const failure = attempt(hostileText(corpus, seed), seed);
    const { user, system } = process.threadCpuUsage(start);
    const milliseconds = (user + system) / 1000;
    if (failure !== undefined) failures.push(`seed ${seed}: ${failure}`);
    // The first ones are slow for being first.
    else if (milliseconds > MILLISECONDS && seed > 20) failures.push(`seed ${seed}: took ${milliseconds} ms`);
  }
  expect(failures).toEqual([]);
});

function attempt(text: string, seed: number): string | undefined {
  try {
    return tryText(text, seed);
  } catch (error) {
    return String(error);
  }
}
