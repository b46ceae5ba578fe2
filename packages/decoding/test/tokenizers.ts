// Tokenizers for tests: two small ones of this repository, always there, and five of large models, there after setup.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ReadTokenizer, readTokenizer, type TokenizerOptions, type Vocabulary } from '@diorama/decoding';

/** Whether a missing tokenizer is a failure: in continuous integration. */
const REQUIRED = process.env.DIORAMA_REQUIRE_TOKENIZERS === '1';

const cache = join(import.meta.dirname, '../../../.cache/tokenizers');
const fixtures = join(import.meta.dirname, 'fixtures');

export interface TestTokenizer {
  readonly name: string;
  /** Why what needs it cannot be run: for `test.skipIf`. */
  readonly skipped: string | undefined;
  /** What `readTokenizer` makes of its files; throws if they are refused. Read once, unless options are given. */
  read(options?: TokenizerOptions): ReadTokenizer;
  load(options?: TokenizerOptions): Vocabulary;
  /** Its files, parsed. */
  files(): { readonly tokenizer: unknown; readonly config: unknown };
}

/** About 1,600 tokens, byte-level; about 2,000, SentencePiece with byte fallback. The slots are special tokens of both. */
export const FIXTURES: Readonly<Record<'byte-level' | 'sentencepiece', TestTokenizer>> = {
  'byte-level': fixture('byte-level'),
  sentencepiece: fixture('sentencepiece'),
};

/** The slots of a fixture: for the option `slots`. */
export const FIXTURE_SLOTS = [
  ['$NUM', '$NUM'],
  ['$ROT', '$ROT'],
  ['$CLIP', '$CLIP'],
] as const;

/** 32 to 262 thousand tokens. */
export const TOKENIZERS: Readonly<Record<'llama2' | 'llama3' | 'qwen3' | 'gpt4o' | 'gemma3', TestTokenizer>> = {
  llama2: cached('llama2'),
  llama3: cached('llama3'),
  qwen3: cached('qwen3'),
  gpt4o: cached('gpt4o'),
  gemma3: cached('gemma3'),
};

/** Why there is no encoder to compare with. */
export const noEncoder: string | undefined = absence('encoder');

/** Turns a text into ids as the Hugging Face library does, without tokens for its beginning and end. */
export async function loadEncoder(tokenizer: TestTokenizer): Promise<(text: string) => readonly number[]> {
  const path = join(cache, 'encoder/tokenizers.mjs');
  const library = (await import(pathToFileURL(path).href)) as {
    Tokenizer: new (
      tokenizer: unknown,
      config: unknown,
    ) => { encode(text: string, options: object): { ids: readonly number[] } };
  };
  const { tokenizer: file, config } = tokenizer.files();
  const encoder = new library.Tokenizer(file, config ?? {});
  return (text) => encoder.encode(text, { add_special_tokens: false }).ids;
}

function fixture(name: string): TestTokenizer {
  const path = join(fixtures, `${name}.tokenizer.json`);
  return testTokenizer(name, undefined, () => ({ tokenizer: parse(path), config: undefined }));
}

function cached(name: string): TestTokenizer {
  return testTokenizer(name, absence(name), () => ({
    tokenizer: parse(join(cache, name, 'tokenizer.json')),
    config: parse(join(cache, name, 'tokenizer_config.json')),
  }));
}

function testTokenizer(name: string, skipped: string | undefined, files: TestTokenizer['files']): TestTokenizer {
  let kept: ReadTokenizer | undefined;
  const read = (options?: TokenizerOptions): ReadTokenizer => {
    if (options === undefined && kept !== undefined) return kept;
    const { tokenizer, config } = files();
    const reading = readTokenizer(tokenizer, { config, ...options });
    if (!reading.ok) throw new Error(`${name}: ${reading.reason}`);
    if (options === undefined) kept = reading;
    return reading;
  };
  return { name, skipped, read, load: (options) => read(options).vocabulary, files };
}

function absence(folder: string): string | undefined {
  if (existsSync(join(cache, folder))) return undefined;
  const reason = `${folder} is not in .cache/tokenizers: npm run setup:tokenizers`;
  if (REQUIRED) throw new Error(`${folder} is required: ${reason}`);
  process.stderr.write(`skipped: ${reason}\n`);
  return reason;
}

function parse(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
