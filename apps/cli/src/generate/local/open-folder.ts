// Turns a folder in the layout of Hugging Face into a model with its tokenizer.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readTokenizer, type Vocabulary } from '@diorama/decoding';
import { isUnreadable } from '@diorama/diagnostics';
import { MEBIBYTE, readFile } from '../../read-file.ts';
import { Failure } from '../failure.ts';
import type { Message } from '../generator.ts';
import { importOptional } from '../import-optional.ts';
import { type OnnxModel, type OnnxRuntime, openOnnxModel } from './onnx-model.ts';

export interface LocalModel extends OnnxModel {
  readonly vocabulary: Vocabulary;
  /** How many tokens it reads at most, those that it writes among them. */
  readonly longest: number;
  /** As the tokenizer's own library has it. */
  encode(text: string): readonly number[];
  /** The ids of a conversation, in the model's own form if it has one, up to where the answer begins. */
  encodeMessages(messages: readonly Message[]): readonly number[];
}

/** The files that may hold the weights, the most exact first. */
const MODEL_FILES = [
  'onnx/model.onnx',
  'onnx/decoder_model_merged.onnx',
  'onnx/model_fp16.onnx',
  'onnx/model_quantized.onnx',
  'onnx/model_q4.onnx',
  'model.onnx',
];
const MOST_BYTES = 256 * MEBIBYTE;
const PURPOSE = 'a model on this computer';

/**
 * @param cwd Where packages are looked for, besides beside Diorama.
 * @throws {Failure} If the folder or one of its files cannot be used, or a package is not installed.
 */
export async function openFolder(folder: string, cwd: string): Promise<LocalModel> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`${folder} is no folder`);
  const weights = MODEL_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (weights === undefined) throw new Failure(`${folder} has none of ${MODEL_FILES.join(', ')}`);
  const file = readJsonFile(folder, 'tokenizer.json');
  if (file === undefined) throw new Failure(`${folder} has no tokenizer.json`);
  const config = readJsonFile(folder, 'config.json') ?? {};
  const tokenizerConfig = readJsonFile(folder, 'tokenizer_config.json');
  const generationConfig = readJsonFile(folder, 'generation_config.json');
  const reading = readTokenizer(file, {
    ...(tokenizerConfig && { config: tokenizerConfig }),
    ...(generationConfig && { generationConfig }),
  });
  if (!reading.ok) throw new Failure(`the tokenizer cannot be used: ${reading.reason}`);

  const template = templateOf(folder, tokenizerConfig);
  const library = (await importOptional('@huggingface/tokenizers', cwd, PURPOSE)) as TokenizersLibrary;
  const tokenizer = new library.Tokenizer(file, tokenizerConfig ?? {});
  const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  const jinja =
    template === undefined
      ? undefined
      : new (
          (await importOptional('@huggingface/jinja', cwd, 'the form of conversations of this model')) as JinjaLibrary
        ).Template(template);
  const runtime = (await importOptional('onnxruntime-node', cwd, PURPOSE)) as OnnxRuntime;
  const opened = await openOnnxModel(runtime, weights, {
    heads: numberOf(config.num_key_value_heads ?? config.num_attention_heads ?? config.n_head),
    size: numberOf(config.head_dim) ?? headSize(config),
  });
  return {
    ...opened,
    vocabulary: reading.vocabulary,
    longest: numberOf(config.max_position_embeddings ?? config.n_positions) ?? Number.POSITIVE_INFINITY,
    encode,
    encodeMessages(messages) {
      if (jinja === undefined) return tokenizer.encode(`${messages.map(({ content }) => content).join('\n')}\n`).ids;
      const specials = { bos_token: nameOf(tokenizerConfig?.bos_token), eos_token: nameOf(tokenizerConfig?.eos_token) };
      return encode(jinja.render({ messages, add_generation_prompt: true, ...specials }));
    },
  };
}

interface TokenizersLibrary {
  readonly Tokenizer: new (
    tokenizer: unknown,
    config: unknown,
  ) => { encode(text: string, options?: object): { readonly ids: readonly number[] } };
}
interface JinjaLibrary {
  readonly Template: new (template: string) => { render(values: object): string };
}
type Json = Readonly<Record<string, unknown>>;

/** Undefined if it is not there. */
function readJsonFile(folder: string, name: string): Json | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const bytes = readFile(path, { limit: MOST_BYTES });
  if (isUnreadable(bytes)) throw new Failure(`${name} cannot be read: ${bytes.unreadable}`);
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // Told below.
  }
  throw new Failure(`${name} is no JSON object`);
}

/** Newer folders have it in a file of its own. */
function templateOf(folder: string, config: Json | undefined): string | undefined {
  const path = join(folder, 'chat_template.jinja');
  if (existsSync(path)) {
    const bytes = readFile(path, { limit: MEBIBYTE });
    if (!isUnreadable(bytes)) return new TextDecoder().decode(bytes);
  }
  const template = config?.chat_template;
  return typeof template === 'string' ? template : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

function headSize(config: Json): number | undefined {
  const [width, heads] = [
    numberOf(config.hidden_size ?? config.n_embd),
    numberOf(config.num_attention_heads ?? config.n_head),
  ];
  return width === undefined || heads === undefined ? undefined : width / heads;
}

/** A special token is a text, or an object with its text. */
function nameOf(token: unknown): unknown {
  return typeof token === 'object' && token !== null ? (token as Json).content : (token ?? '');
}
