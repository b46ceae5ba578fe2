// How fast a text becomes a tree, and a large file in core form a scene.
import { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { createRandom } from '@diorama/testing';
import { Bench } from 'tinybench';
import type { CoreRun } from './core-run.ts';
import { coreAsJson, coreProgram, writtenProgram } from './programs.ts';
import { median, runChild, type Suite } from './suite.ts';

const ELEMENTS = 100_000;
const RUNS = 3;

export default async function languageSuite(): Promise<Suite> {
  const written = writtenProgram(20_000);
  const core = coreProgram(5_000);
  const json = coreAsJson(core);
  // A character is missing in every 2 kB.
  const random = createRandom(3);
  const broken = (written.match(/[\s\S]{1,2000}/g) ?? [])
    .map((part) => without(part, random.integer(0, 1999)))
    .join('');
  const bench = new Bench({ time: 1500, warmupTime: 1500, retainSamples: true });
  for (const [name, text] of Object.entries({ written, core, broken })) {
    bench.add(`parse ${name}`, () => void parse(SourceFile.from('bench.dio', text)));
  }
  bench.add('JSON.parse of the same as core', () => void JSON.parse(json));

  const runs = Array.from({ length: RUNS }, () => runChild<CoreRun>('core-run.ts', String(ELEMENTS)));
  const stage = (name: 'parse' | 'check' | 'lower') => runs.map((run) => run[name]);
  const total = runs.map(({ parse: parsing, check, lower }) => parsing + check + lower);
  return {
    bench,
    times: {
      [`parse ${ELEMENTS} elements, cold`]: stage('parse'),
      [`check ${ELEMENTS} elements, cold`]: stage('check'),
      [`lower ${ELEMENTS} elements, cold`]: stage('lower'),
    },
    figures(measured) {
      const speed = (task: string, text: string) => Buffer.byteLength(text) / 1000 / measured(task).p50;
      const share = (name: 'parse' | 'check' | 'lower') =>
        100 * median(runs.map((run) => run[name] / (run.parse + run.check + run.lower)));
      const slowdown = measured('parse core').p50 / measured('JSON.parse of the same as core').p50;
      return [
        {
          name: 'parse, as a person writes',
          value: speed('parse written', written),
          unit: 'MB/s',
          target: { atLeast: 3 },
        },
        { name: 'parse, core form', value: speed('parse core', core), unit: 'MB/s', target: { atLeast: 3 } },
        { name: 'parse, with mistakes', value: speed('parse broken', broken), unit: 'MB/s' },
        { name: 'parse ÷ JSON.parse, same elements', value: slowdown, unit: '×' },
        {
          name: `parse + check + lower of ${ELEMENTS} elements`,
          value: ELEMENTS / (median(total) / 1000),
          unit: 'elements/s',
          target: { atLeast: 15_000 },
        },
        { name: 'its peak memory', value: median(runs.map(({ peak }) => peak)), unit: 'MB', target: { atMost: 1500 } },
        { name: 'its share of parse', value: share('parse'), unit: '%' },
        { name: 'its share of check', value: share('check'), unit: '%' },
        { name: 'its share of lower', value: share('lower'), unit: '%' },
      ];
    },
  };
}

function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}
