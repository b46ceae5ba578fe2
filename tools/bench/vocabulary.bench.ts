// How long a tokenizer takes to become a vocabulary: from its file, from parsed tokens, and from the cache.
import { createVocabulary, packVocabulary, readTokenizer, unpackVocabulary } from '@diorama/decoding';
import { TOKENIZERS } from '../../packages/decoding/test/tokenizers.ts';
import { median, type Suite } from './suite.ts';

const RUNS = 7;

/** Times are of the processor, collection of garbage on other threads included: other work on the machine is not. */
export default function vocabularySuite(): Suite {
  const there = Object.values(TOKENIZERS).filter(({ skipped }) => skipped === undefined);
  if (there.length === 0) return { skipped: 'no tokenizers: npm run setup:tokenizers' };
  const times: Record<string, number[]> = {};
  const bytes: Record<string, number> = {};
  for (const tokenizer of there) {
    const { name } = tokenizer;
    const { tokenizer: file, config } = tokenizer.files();
    const text = JSON.stringify(file);
    times[`${name}: parse JSON`] = timesOf(() => JSON.parse(text));
    times[`${name}: read parsed file`] = timesOf(() => readTokenizer(file, { config }));
    const vocabulary = tokenizer.load();
    const tokens = Array.from({ length: vocabulary.size }, (_, id) => [id, vocabulary.bytes(id)] as const);
    times[`${name}: build`] = timesOf(() => createVocabulary({ tokens, ends: vocabulary.ends }));
    const packed = packVocabulary(vocabulary);
    bytes[name] = packed.length;
    times[`${name}: unpack`] = timesOf(() => unpackVocabulary(packed));
  }
  const figure = (task: string, atMost: number) =>
    times[task] === undefined ? [] : [{ name: task, value: median(times[task]), unit: 'ms', target: { atMost } }];
  return {
    times,
    figures: () => [
      ...figure('llama3: build', 1000),
      ...figure('llama3: unpack', 30),
      ...Object.entries(bytes).map(([name, value]) => ({ name: `${name}: packed`, value: value / 1e6, unit: 'MB' })),
    ],
  };
}

function timesOf(run: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
