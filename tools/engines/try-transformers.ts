// Turns a model of .cache/engines/models into programs, with `@huggingface/transformers` and our logits processor:
// `node try-transformers.ts [random|smollm2] [PROGRAMS] [TOKENS]`. Fails if one does not check.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { createDecoder, createLogitsProcessor, readTokenizer } from '@diorama/decoding';
import { hasErrors } from '@diorama/diagnostics';

const [name = 'random', programs = '4', tokens = '120'] = process.argv.slice(2);
const budget = Number(tokens);
const engines = join(import.meta.dirname, '../../.cache/engines');
const models = join(engines, 'models');

// The library is installed beside the models, not in this workspace.
const path = createRequire(join(engines, 'package.json')).resolve('@huggingface/transformers');
const transformers = await import(pathToFileURL(path).href);
transformers.env.allowRemoteModels = false;
transformers.env.localModelPath = models;
const tokenizer = await transformers.AutoTokenizer.from_pretrained(name);
const model = await transformers.AutoModelForCausalLM.from_pretrained(name, { dtype: 'fp32' });

const file = (part: string) => readFileSync(join(models, name, part));
const reading = readTokenizer(file('tokenizer.json'), {
  config: file('tokenizer_config.json'),
  generationConfig: file('generation_config.json'),
});
if (!reading.ok) throw new Error(reading.reason);
const decoder = createDecoder(reading.vocabulary);

const prompts = Array.from({ length: Number(programs) }, (_, at) => `A scene with ${at + 1} trees in Diorama:\n`);
tokenizer.padding_side = 'left';
tokenizer.pad_token ??= tokenizer.eos_token;
const inputs = tokenizer(prompts, { padding: true });
const processors = new transformers.LogitsProcessorList();
processors.push(createLogitsProcessor(decoder, transformers, { budget }));
const before = process.cpuUsage();
const rows = await model.generate({
  ...inputs,
  max_new_tokens: budget,
  do_sample: true,
  logits_processor: processors,
});
const { user } = process.cpuUsage(before);

let wrong = 0;
for (const row of rows.slice(null, [inputs.input_ids.dims.at(-1), null]).tolist() as bigint[][]) {
  const text = tokenizer.decode(row, { skip_special_tokens: true }) as string;
  const checked = checkFile(memoryWorld({ 'made.dio': text }), 'made.dio');
  if ('unreadable' in checked || hasErrors(checked.diagnostics)) wrong += 1;
  console.log(`${text}---`);
}
console.log(
  `${programs} programs of at most ${budget} tokens, ${wrong} with errors, ${(user / 1e6).toFixed(1)} s of CPU`,
);
process.exitCode = wrong === 0 ? 0 : 1;
