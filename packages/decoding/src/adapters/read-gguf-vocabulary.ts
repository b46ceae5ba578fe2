// Turns the metadata of a GGUF file into a vocabulary: the exact bytes of every token of a model of llama.cpp.
import { createVocabulary } from '../vocabulary/create-vocabulary.ts';
import { BYTE_OF_LETTER } from '../vocabulary/tokenizer/byte-letters.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** As `readGgufFileInfo` of `node-llama-cpp` gives it: `(await readGgufFileInfo(path)).metadata`. */
export interface GgufMetadata {
  readonly tokenizer?: {
    readonly ggml?: {
      /** `gpt2`: byte-level; `llama`: SentencePiece. */
      readonly model?: string;
      readonly tokens?: readonly string[];
      readonly token_type?: readonly number[];
      readonly eos_token_id?: number;
      readonly eot_token_id?: number;
      readonly eom_token_id?: number;
    };
  };
}

export interface GgufOptions {
  /** The tokens that end a text, instead of those that the file names. */
  readonly ends?: Iterable<number>;
}

/** The vocabulary, or what in the file keeps it from being used. Control and unused tokens are in no mask. */
export function readGgufVocabulary(
  metadata: GgufMetadata,
  options: GgufOptions = {},
): { readonly ok: true; readonly vocabulary: Vocabulary } | { readonly ok: false; readonly reason: string } {
  const { model, tokens, token_type: kinds, ...rest } = metadata.tokenizer?.ggml ?? {};
  if (!Array.isArray(tokens) || tokens.length === 0) return refuse('tokenizer.ggml.tokens is missing');
  const spell = model === 'gpt2' ? spellByteLevel : model === 'llama' ? spellSentencePiece : undefined;
  if (spell === undefined)
    return refuse(`tokenizer.ggml.model is ${JSON.stringify(model)}: of "gpt2" and "llama" alone bytes are known`);
  if (kinds !== undefined && kinds.length !== tokens.length)
    return refuse(`there are ${tokens.length} tokens, but ${kinds.length} token types`);
  const named = [rest.eos_token_id, rest.eot_token_id, rest.eom_token_id].filter((id) => id !== undefined);
  const ends = [...(options.ends ?? named)];
  if (ends.length === 0) return refuse('tokenizer.ggml.eos_token_id is missing: no token is known to end a text');
  const outside = ends.find((id) => !(Number.isInteger(id) && 0 <= id && id < tokens.length));
  if (outside !== undefined)
    return refuse(`texts end with the id ${outside}, but ids run from 0 to ${tokens.length - 1}`);
  const spelled: [number, Uint8Array][] = [];
  for (const [id, token] of tokens.entries()) {
    if (typeof token !== 'string') return refuse(`tokenizer.ggml.tokens[${id}] is no text`);
    const bytes = spell(token, kinds?.[id] ?? KIND.normal);
    if (bytes !== undefined) spelled.push([id, bytes]);
  }
  if (!spelled.some(([id, { length }]) => length > 0 && !ends.includes(id))) return refuse('no token has text');
  return { ok: true, vocabulary: createVocabulary({ tokens: spelled, size: tokens.length, ends }) };
}

/** `llama_token_type` of llama.cpp. */
const KIND = { normal: 1, userDefined: 4, byte: 6 } as const;

function spellByteLevel(token: string, kind: number): Uint8Array | undefined {
  if (kind === KIND.userDefined) return encoder.encode(token);
  if (kind !== KIND.normal) return undefined;
  const bytes = new Uint8Array(token.length);
  for (let at = 0; at < token.length; at += 1) {
    const byte = BYTE_OF_LETTER[token.charCodeAt(at)] ?? -1;
    if (byte === -1) return encoder.encode(token);
    bytes[at] = byte;
  }
  return bytes;
}

function spellSentencePiece(token: string, kind: number): Uint8Array | undefined {
  if (kind === KIND.byte) {
    const digits = /^<0x([0-9A-Fa-f]{2})>$/.exec(token)?.[1];
    return digits === undefined ? undefined : Uint8Array.of(Number.parseInt(digits, 16));
  }
  if (kind !== KIND.normal && kind !== KIND.userDefined) return undefined;
  // U+2581, lower one eighth block, is the space.
  return encoder.encode(token.replaceAll('\u2581', ' '));
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

const encoder = new TextEncoder();
