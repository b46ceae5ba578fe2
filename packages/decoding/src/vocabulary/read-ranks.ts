// Turns a file of ranks, as tiktoken has them, or Mistral's tekken.json, into a vocabulary.
import { createVocabulary, LARGEST_SIZE } from './create-vocabulary.ts';
import { decodeBase64 } from './tokenizer/decode-base64.ts';
import { isId, isRecord, parseJson, show } from './tokenizer/json.ts';
import { isRefusal, type Refusal, refuse } from './tokenizer/refusal.ts';
import type { Slot, Vocabulary } from './vocabulary.ts';

export interface RanksOptions {
  /** The ids that end a text. Files of ranks do not name them; a tekken.json need not be told, it has `</s>`. */
  readonly ends?: Iterable<number>;
  readonly slots?: Iterable<readonly [id: number, slot: Slot]>;
  /** How many ids the model gives logits for, special ones included: 100,277 for cl100k_base. */
  readonly size?: number;
}

/** A vocabulary, or what in the file keeps it from being used. */
export type RanksReading =
  | { readonly ok: true; readonly vocabulary: Vocabulary }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads lines of a token's bytes in base64 and its rank, which is its id, or a tekken.json, in which special tokens come first.
 * Ids without a line, such as special tokens, stand for no text. Nothing that is in the file makes it throw.
 * @throws RangeError if the options name an id outside of the size.
 */
export function readRanks(file: string | Uint8Array, options: RanksOptions = {}): RanksReading {
  const text = typeof file === 'string' ? file : new TextDecoder().decode(file);
  const ranks = /^\s*\{/.test(text) ? readTekken(text) : readLines(text);
  if (isRefusal(ranks)) return { ok: false, reason: ranks.reason };
  const ends = options.ends === undefined ? ranks.ends : [...options.ends];
  if (ends.length === 0) return { ok: false, reason: 'no token is known to end a text: name it' };
  const slots = [...(options.slots ?? [])];
  const named = [...ranks.tokens.keys(), ...ends, ...slots.map(([id]) => id)];
  const size =
    options.size ??
    Math.max(
      ranks.size,
      named.reduce((most, id) => Math.max(most, id + 1), 0),
    );
  if (size < ranks.size)
    return { ok: false, reason: `a size of ${size} was asked for, but the file has ${ranks.size} ids` };
  return { ok: true, vocabulary: createVocabulary({ tokens: ranks.tokens, size, ends, slots }) };
}

interface Ranks {
  readonly tokens: ReadonlyMap<number, Uint8Array>;
  readonly size: number;
  readonly ends: readonly number[];
}

function readLines(text: string): Ranks | Refusal {
  const tokens = new Map<number, Uint8Array>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [base64 = '', rank = '', more] = line.trim().split(' ');
    const bytes = decodeBase64(base64);
    if (bytes === undefined || !/^\d{1,7}$/.test(rank) || more !== undefined)
      return refuse(`line ${index + 1} is ${show(line)}, not a token in base64 and its rank`);
    const fault = add(tokens, Number(rank), bytes);
    if (fault !== undefined) return refuse(`line ${index + 1}: ${fault}`);
  }
  return finish(tokens, 0, []);
}

function readTekken(text: string): Ranks | Refusal {
  const file = parseJson(text, 'tekken.json');
  if (isRefusal(file)) return file;
  const config = isRecord(file.config) ? file.config : {};
  const special = config.default_num_special_tokens;
  const size = config.default_vocab_size;
  if (!isId(special) || !isId(size) || LARGEST_SIZE < size || size < special)
    return refuse(
      'config does not say how many tokens there are, and how many of them are special: this is no tekken.json',
    );
  if (!Array.isArray(file.vocab)) return refuse('vocab is not a list');
  const tokens = new Map<number, Uint8Array>();
  // The list may be longer than what models use of it.
  for (const [index, entry] of file.vocab.slice(0, size - special).entries()) {
    const { rank, token_bytes: base64 } = isRecord(entry) ? entry : {};
    const bytes = typeof base64 === 'string' ? decodeBase64(base64) : undefined;
    if (!isId(rank) || bytes === undefined) return refuse(`vocab[${index}] is ${show(entry)}, not a token`);
    const fault = add(tokens, special + rank, bytes);
    if (fault !== undefined) return refuse(`vocab[${index}]: ${fault}`);
  }
  const end = endOf(file.special_tokens);
  return finish(tokens, size, end !== undefined && end < special ? [end] : []);
}

/** `</s>`; older files do not list special tokens, and have it as the third. */
function endOf(listed: unknown): number | undefined {
  if (!Array.isArray(listed)) return 2;
  const end: unknown = listed.find((entry) => isRecord(entry) && entry.token_str === '</s>');
  return isRecord(end) && isId(end.rank) ? end.rank : undefined;
}

function add(tokens: Map<number, Uint8Array>, id: number, bytes: Uint8Array): string | undefined {
  if (LARGEST_SIZE <= id) return `${id} is too large for an id`;
  if (tokens.has(id)) return `${id} is the id of another token too`;
  tokens.set(id, bytes);
  return undefined;
}

function finish(tokens: ReadonlyMap<number, Uint8Array>, size: number, ends: readonly number[]): Ranks | Refusal {
  let least = size;
  let hasText = false;
  for (const [id, { length }] of tokens) {
    least = Math.max(least, id + 1);
    hasText ||= 0 < length;
  }
  return hasText ? { tokens, size: least, ends } : refuse('no token has text');
}
