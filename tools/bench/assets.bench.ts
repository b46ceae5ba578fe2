// How long models take to build, by class and level of detail: warm, as in an editor; in a browser; and cold, as at the first
// compile.
import { join } from 'node:path';
import { findChromium, openChromium } from '@diorama/engines';
import { runInBrowser } from '../../packages/conformance/test/support/run-in-browser.ts';
import { type Figure, median, runChild, type Suite } from './suite.ts';
import { timeModels } from './time-models.ts';

/** Milliseconds that an asset of a class may take. */
const TARGETS: Readonly<Record<string, Readonly<Record<'high' | 'low', number>>>> = {
  carnivore: { high: 120, low: 30 },
  herbivore: { high: 120, low: 30 },
  bird: { high: 120, low: 30 },
  tree: { high: 100, low: 30 },
  bush: { high: 100, low: 30 },
  boulder: { high: 50, low: 30 },
};
const COLD_ASSETS = 20;
const COLD_RUNS = 3;

export default async function assetsSuite(): Promise<Suite> {
  const times = timeModels(['high', 'low']);
  const there = await timesInBrowser();
  const cold = Array.from({ length: COLD_RUNS }, () =>
    runChild<{ readonly time: number }>('assets-run.ts', String(COLD_ASSETS)),
  ).map(({ time }) => time);
  const figures: Figure[] = Object.entries(TARGETS).flatMap(([name, { high, low }]) => [
    { name: `${name}, high`, value: median(times[`${name}, high`] ?? []), unit: 'ms', target: { atMost: high } },
    { name: `${name}, low`, value: median(times[`${name}, low`] ?? []), unit: 'ms', target: { atMost: low } },
  ]);
  figures.push({
    name: `a scene of ${COLD_ASSETS} assets, cold`,
    value: median(cold),
    unit: 'ms',
    target: { atMost: 3000 },
  });
  if (there !== undefined) {
    const ratio = sumOf(there) / sumOf(times);
    figures.push({ name: 'in Chromium against here', value: ratio, unit: '×', target: { atMost: 1.5 } });
  }
  const inBrowser = Object.entries(there ?? {}).map(([name, list]) => [`${name}, in Chromium`, list] as const);
  return {
    times: { ...times, ...Object.fromEntries(inBrowser), [`${COLD_ASSETS} assets, cold`]: cold },
    figures: () => figures,
  };
}

/** As {@link timeModels}; undefined where there is no Chromium. */
async function timesInBrowser(): Promise<ReturnType<typeof timeModels> | undefined> {
  if ('absent' in findChromium()) return undefined;
  const chromium = await openChromium();
  try {
    return await runInBrowser(chromium, join(import.meta.dirname, 'time-models.ts'), 'timeModels', ['high', 'low']);
  } finally {
    await chromium.close();
  }
}

function sumOf(times: ReturnType<typeof timeModels>): number {
  return Object.values(times).reduce((sum, list) => sum + median(list), 0);
}
