// Masks of core form for the vocabulary of Llama 3, beside XGrammar and llguidance on the exported grammar of the same form.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDecoder, type DecodingState } from '@diorama/decoding';
import { readPrograms } from '../../packages/decoding/test/engine/programs.ts';
import { loadEncoder, TOKENIZERS } from '../../packages/decoding/test/tokenizers.ts';
import { median, type Suite } from './suite.ts';

const root = join(import.meta.dirname, '../..');

/** Characters of the longest program. */
const LONGEST = 4000;

/** What each engine makes sure of. */
const CHECKS = {
  diorama: 'syntax, types, units, ranges, once-only settings, required and excluded properties, labels, budgets',
  peers: 'syntax and, in the order of the table, what its grammar says of properties and ranges',
};

/** Warm: other programs were decoded before, none of those measured. Ours are wall times, the others' of the processor. */
export default async function decodingSuite(): Promise<Suite> {
  const tokenizer = TOKENIZERS.llama3;
  if (tokenizer.skipped !== undefined) return { skipped: tokenizer.skipped };
  const vocabulary = tokenizer.load();
  const encode = await loadEncoder(tokenizer);
  const programs = readPrograms()
    .filter(({ form, layout, text }) => form === 'core' && layout === 'canonical' && text.length < LONGEST)
    .map(({ text }) => [...encode(text)]);
  const known = programs.filter((_, index) => index % 2 === 0);
  const unseen = programs.filter((_, index) => index % 2 === 1);

  const emptyHeap = heapMegabytes();
  const before = now();
  const decoder = createDecoder(vocabulary, { form: 'core' });
  decoder.mask(decoder.start());
  const first = (now() - before) / 1000;
  const cold = decode(decoder, known.slice(0, 1));
  decode(decoder, known);
  const warm = decode(decoder, unseen);
  const again = decode(decoder, unseen);
  const forks = timeForks(decoder);
  const tables = heapMegabytes() - emptyHeap;

  const peers = runPeers(unseen);
  console.log(`diorama checks ${CHECKS.diorama}; the others ${CHECKS.peers}`);
  const at = (list: readonly number[], share: number) => {
    const sorted = [...list].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  };
  const ours = { p50: at(warm.masks, 0.5), p99: at(warm.masks, 0.99) };
  return {
    times: {
      'mask, programs not seen before (µs)': warm.masks,
      'mask, programs seen before (µs)': again.masks,
      'accept (µs)': warm.accepts,
    },
    figures: () => [
      { name: 'first mask', value: first, unit: 'ms', target: { atMost: 50 } },
      { name: 'first program, p99', value: at(cold.masks, 0.99) / 1000, unit: 'ms', target: { atMost: 40 } },
      { name: 'mask p50', value: ours.p50, unit: 'µs', target: { atMost: 12 } },
      { name: 'mask p50 on cache hits', value: median(again.masks), unit: 'µs', target: { atMost: 5 } },
      { name: 'mask p99', value: ours.p99, unit: 'µs', target: { atMost: 120 } },
      { name: 'mask, slowest', value: at(again.masks, 1) / 1000, unit: 'ms', target: { atMost: 2 } },
      { name: 'accept p99', value: at(warm.accepts, 0.99), unit: 'µs', target: { atMost: 5 } },
      { name: 'tables and states of all programs', value: tables, unit: 'MB', target: { atMost: 25 } },
      { name: 'fork', value: forks, unit: 'µs', target: { atMost: 0.5 } },
      ...peers.flatMap(({ engine, maskUs, compileMs }) => [
        { name: `${engine}: mask p50`, value: maskUs.p50, unit: 'µs' },
        { name: `${engine}: mask p99`, value: maskUs.p99, unit: 'µs' },
        { name: `${engine}: compile`, value: compileMs, unit: 'ms' },
        { name: `${engine}: p50 against ours`, value: maskUs.p50 / ours.p50, unit: '×' },
        { name: `${engine}: p99 against ours`, value: maskUs.p99 / ours.p99, unit: '×' },
      ]),
    ],
  };
}

/** What is in use after everything else has been let go of. */
function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

type Decoder = ReturnType<typeof createDecoder>;

/** Microseconds of this thread. */
function now(): number {
  return performance.now() * 1000;
}

function decode(decoder: Decoder, programs: readonly (readonly number[])[]) {
  const masks: number[] = [];
  const accepts: number[] = [];
  for (const ids of programs) {
    let state: DecodingState | undefined = decoder.start();
    for (const id of ids) {
      const start = now();
      const mask = decoder.mask(state as DecodingState);
      const middle = now();
      state = decoder.accept(state as DecodingState, id);
      const end = now();
      if (!mask.has(id) || state === undefined) throw new Error('a program of the corpus was refused');
      masks.push(middle - start);
      accepts.push(end - middle);
    }
  }
  return { masks, accepts };
}

/** To fork is to keep a reference: the time of a state more, by a thousand. */
function timeForks(decoder: Decoder): number {
  const state = decoder.start();
  const kept: DecodingState[] = [];
  const start = now();
  for (let i = 0; i < 1000; i++) kept.push(state);
  return (now() - start) / kept.length;
}

interface PeerTimes {
  readonly engine: string;
  readonly compileMs: number;
  readonly maskUs: { readonly p50: number; readonly p99: number };
}

function runPeers(programs: readonly (readonly number[])[]): readonly PeerTimes[] {
  const python = join(root, '.venv-engines/bin/python3');
  const file = join(mkdtempSync(join(tmpdir(), 'diorama-bench-')), 'programs.json');
  writeFileSync(file, JSON.stringify(programs));
  const ebnf = join(root, 'grammar/diorama-core.xgrammar.ebnf');
  const lark = join(root, 'grammar/diorama-core.lark');
  const engines = join(root, 'tools/engines');
  const commands: readonly (readonly string[])[] = [
    ...(existsSync(python)
      ? [
          [python, join(engines, 'time_xgrammar.py'), 'llama3', ebnf, file],
          [python, join(engines, 'time_llguidance.py'), 'llama3', lark, file],
        ]
      : []),
    ...(existsSync(join(root, '.cache/engines'))
      ? [[process.execPath, join(engines, 'xgrammar-wasm.ts'), 'llama3', ebnf, file]]
      : []),
  ];
  if (commands.length === 0) console.log('no peers: npm run setup:engines');
  return commands.flatMap(([command = '', ...args]) => {
    const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });
    const line = stdout.trim().split('\n').at(-1) ?? '';
    if (status !== 0) console.log(`${args[0]} failed`);
    return status === 0 ? [JSON.parse(line) as PeerTimes] : [];
  });
}
