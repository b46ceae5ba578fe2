// Turns what the files of a model say about the end of a text into ids.
import { isId, isRecord, type JsonRecord, parseJson, show } from './json.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

/** An id, or the text of the token. */
export type TokenName = number | string;

export interface EndSources {
  readonly file: JsonRecord;
  /** What a token's text is the id of. */
  readonly idOf: (text: string) => number | undefined;
  /** `tokenizer_config.json`. */
  readonly config: unknown;
  /** `generation_config.json`. */
  readonly generationConfig: unknown;
}

/** All that the two files beside the tokenizer name; else what its post-processor appends; else a token with a known name. */
export function findEnds({ file, idOf, config, generationConfig }: EndSources): readonly number[] | Refusal {
  const named: number[] = [];
  for (const [name, source, read] of [
    ['generation_config.json', generationConfig, namedByGeneration],
    ['tokenizer_config.json', config, namedByConfig],
  ] as const) {
    if (source === undefined) continue;
    const record = parseJson(source, name);
    if (isRefusal(record)) return record;
    for (const token of read(record)) {
      const id = typeof token === 'string' ? idOf(token) : token;
      if (!isId(id)) return refuse(`${name} ends texts with ${show(token)}, which is no token of this tokenizer`);
      named.push(id);
    }
  }
  if (named.length > 0) return named;
  const appended = namedByPostProcessor(file).flatMap((text) => idOf(text) ?? []);
  if (appended.length > 0) return appended;
  const known = KNOWN_ENDS.flatMap((text) => idOf(text) ?? []);
  if (known.length > 0) return known;
  return refuse('no token is known to end a text: name it, or give tokenizer_config.json or generation_config.json');
}

function namedByGeneration(record: JsonRecord): readonly unknown[] {
  const named = record.eos_token_id ?? [];
  return Array.isArray(named) ? named : [named];
}

function namedByConfig(record: JsonRecord): readonly unknown[] {
  const named = record.eos_token ?? undefined;
  if (named === undefined) return [];
  return [isRecord(named) ? named.content : named];
}

/** Of `<s> $A </s>`: what follows the text. */
function namedByPostProcessor(file: JsonRecord): readonly string[] {
  const processor = file.post_processor;
  if (!isRecord(processor)) return [];
  const inner = processor.processors;
  if (Array.isArray(inner)) return inner.flatMap((each) => namedByPostProcessor({ post_processor: each }));
  const single = processor.single;
  if (!Array.isArray(single)) return [];
  const names: string[] = [];
  for (const part of single) {
    if (!isRecord(part)) continue;
    if (isRecord(part.Sequence)) names.length = 0;
    const special = part.SpecialToken;
    if (isRecord(special) && typeof special.id === 'string') names.push(special.id);
  }
  return single.some((part) => isRecord(part) && isRecord(part.Sequence)) ? names : [];
}

/** Of Llama, GPT, Qwen, Gemma, Phi, DeepSeek. */
const KNOWN_ENDS = [
  '</s>',
  '<eos>',
  '<end_of_turn>',
  '<|endoftext|>',
  '<|end_of_text|>',
  '<|eot_id|>',
  '<|im_end|>',
  '<|end|>',
  '<｜end▁of▁sentence｜>',
];
