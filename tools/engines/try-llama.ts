// Turns a GGUF file into programs, with `node-llama-cpp` and our decoder: `node try-llama.ts [FILE] [PROGRAMS] [TOKENS]`.
// Fails if one does not check.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { createDecoder, type DecodingState, generateWithLlama, readGgufVocabulary } from '@diorama/decoding';
import { hasErrors } from '@diorama/diagnostics';

const engines = join(import.meta.dirname, '../../.cache/engines');
const [modelPath = join(engines, 'models/random.gguf'), programs = '3', tokens = '120'] = process.argv.slice(2);
const budget = Number(tokens);

// The library is installed beside the models, not in this workspace.
const path = createRequire(join(engines, 'package.json')).resolve('node-llama-cpp');
const { getLlama, LlamaLogLevel, readGgufFileInfo } = await import(pathToFileURL(path).href);
const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  logLevel: LlamaLogLevel.error,
  maxThreads: 1,
});
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: 1024 });

const reading = readGgufVocabulary((await readGgufFileInfo(modelPath, { readTensorInfo: false })).metadata);
if (!reading.ok) throw new Error(reading.reason);
const { vocabulary } = reading;
const decoder = createDecoder(vocabulary);

let wrong = 0;
const sequence = context.getSequence();
const before = process.cpuUsage();
for (let seed = 1; seed <= Number(programs); seed += 1) {
  const prompt = model.tokenize('A scene in Diorama, a language for landscapes with trees, rocks and animals:\n');
  let last: DecodingState | undefined;
  const options = { prompt, budget, seed, forced: (state: DecodingState) => decoder.forcedTokens(state) };
  for await (const { state } of generateWithLlama(sequence, decoder, options)) last = state;
  const text = last === undefined ? '' : decoder.text(last);
  const checked = checkFile(memoryWorld({ 'made.dio': text }), 'made.dio');
  if ('unreadable' in checked || hasErrors(checked.diagnostics)) wrong += 1;
  console.log(`${text}---`);
}
const { user } = process.cpuUsage(before);
console.log(
  `${programs} programs of at most ${budget} tokens, ${wrong} with errors, ${(user / 1e6).toFixed(1)} s of CPU`,
);
await llama.dispose();
process.exit(wrong === 0 ? 0 : 1);
