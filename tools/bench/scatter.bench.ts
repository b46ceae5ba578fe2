// How long a million bushes take, each with a height and a direction of its own.
import type { ScatterRun } from './scatter-run.ts';
import { median, runChild, type Suite } from './suite.ts';

const COUNT = '1000000';
const RUNS = 3;

export default function scatterSuite(): Suite {
  const run = (spacing: string) =>
    Array.from({ length: RUNS }, () => runChild<ScatterRun>('scatter-run.ts', COUNT, spacing));
  const anywhere = run('0');
  const apart = run('1');
  const times = (runs: readonly ScatterRun[]) => runs.map(({ lower }) => lower);
  const seconds = (runs: readonly ScatterRun[]) => median(times(runs)) / 1000;
  const peak = (runs: readonly ScatterRun[]) => median(runs.map((one) => one.peak));
  return {
    times: { [`lower ${COUNT} bushes`]: times(anywhere), [`lower ${COUNT} bushes 1 m apart`]: times(apart) },
    figures: () => [
      { name: 'a million bushes, anywhere', value: seconds(anywhere), unit: 's', target: { atMost: 5 } },
      { name: 'its peak memory', value: peak(anywhere), unit: 'MB' },
      { name: 'a million bushes, 1 m apart', value: seconds(apart), unit: 's', target: { atMost: 5 } },
      { name: 'its peak memory, 1 m apart', value: peak(apart), unit: 'MB' },
    ],
  };
}
