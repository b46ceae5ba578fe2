// Turns the file of a tokenizer into a vocabulary: the exact bytes of every token.
import { createVocabulary, LARGEST_SIZE } from './create-vocabulary.ts';
import { LONGEST_TOKEN } from './token-trie.ts';
import { findEnds, type TokenName } from './tokenizer/find-ends.ts';
import { findLoss } from './tokenizer/find-loss.ts';
import { isId, parseJson, show } from './tokenizer/json.ts';
import { type AddedToken, readAddedTokens } from './tokenizer/read-added-tokens.ts';
import { type Pieces, readPieces } from './tokenizer/read-pieces.ts';
import { isRefusal, type Refusal, refuse } from './tokenizer/refusal.ts';
import { findSpelling, type Spelling } from './tokenizer/spelling.ts';
import type { Slot, Vocabulary } from './vocabulary.ts';

export interface TokenizerOptions {
  /** `tokenizer_config.json`: names the end of a text. As bytes, text or parsed. */
  readonly config?: unknown;
  /** `generation_config.json`: names the ends of a text. As bytes, text or parsed. */
  readonly generationConfig?: unknown;
  /** The tokens that end a text, instead of those that the files name. */
  readonly ends?: Iterable<TokenName>;
  /** The tokens that are slots. */
  readonly slots?: Iterable<readonly [token: TokenName, slot: Slot]>;
  /** How many ids the model gives logits for, if that is more than the tokenizer has: the others stand for no text. */
  readonly size?: number;
}

/** A vocabulary, or what in the files keeps it from being used. */
export type TokenizerReading = ReadTokenizer | { readonly ok: false; readonly reason: string };

export interface ReadTokenizer {
  readonly ok: true;
  readonly vocabulary: Vocabulary;
  /** The ids that are in no mask, and why; ends and slots apart. All rise. */
  readonly leftOut: LeftOut;
  /**
   * Whether the tokenizer drops one space at the beginning of a whole text. If so, a model that begins with a program begins
   * it with a space; one that goes on from a prompt does not.
   */
  readonly dropsFirstSpace: boolean;
}

export interface LeftOut {
  /** Special tokens: they stand for no text. */
  readonly special: readonly number[];
  /** Tokens whose letters a chat model means otherwise: `<think>`. */
  readonly markers: readonly number[];
  /** Ids without a token. */
  readonly unused: readonly number[];
  /** Tokens of more than 255 bytes. */
  readonly long: readonly number[];
}

/**
 * Reads a `tokenizer.json` of the Hugging Face library, as bytes, text or parsed: byte-level BPE (GPT-2 and later, Llama 3,
 * Qwen) and SentencePiece with or without byte fallback (Llama 2, Gemma, Mistral). Tokenizers that do not give a text back
 * as it was are refused. Nothing that is in the file makes it throw.
 */
export function readTokenizer(json: unknown, options: TokenizerOptions = {}): TokenizerReading {
  const reading = read(json, options);
  return isRefusal(reading) ? { ok: false, reason: reading.reason } : reading;
}

function read(json: unknown, options: TokenizerOptions): ReadTokenizer | Refusal {
  const file = parseJson(json, 'tokenizer.json');
  if (isRefusal(file)) return file;
  const pieces = readPieces(file);
  if (isRefusal(pieces)) return pieces;
  const loss = findLoss(file);
  if (loss !== undefined) return loss;
  const spelling = findSpelling(file);
  if (isRefusal(spelling)) return spelling;
  const added = readAddedTokens(file);
  if (isRefusal(added)) return added;
  const spelled = spell(pieces, added, spelling, options.size);
  if (isRefusal(spelled)) return spelled;

  const textOfAdded = new Map(added.map(({ id, text }) => [text, id]));
  const idOf = (text: string) => textOfAdded.get(text) ?? pieces.byText.get(text);
  const resolve = (token: TokenName) => (typeof token === 'string' ? idOf(token) : token);
  const ends =
    options.ends === undefined
      ? findEnds({ file, idOf, config: options.config, generationConfig: options.generationConfig })
      : resolveAll(options.ends, resolve, spelled.size);
  if (isRefusal(ends)) return ends;
  const outside = ends.find((id) => spelled.size <= id);
  if (outside !== undefined)
    return refuse(`texts end with the id ${outside}, but ids run from 0 to ${spelled.size - 1}`);

  const slots = [...(options.slots ?? [])];
  const slotIds = resolveAll(
    slots.map(([token]) => token),
    resolve,
    spelled.size,
  );
  const taken = new Set([...ends, ...slotIds]);
  const rest = (ids: readonly number[]) => ids.filter((id) => !taken.has(id));
  if (!spelled.tokens.some(([id, { length }]) => 0 < length && length <= LONGEST_TOKEN && !taken.has(id)))
    return refuse('no token has text');
  return {
    ok: true,
    vocabulary: createVocabulary({
      tokens: spelled.tokens,
      size: spelled.size,
      ends: ends,
      slots: slots.map(([, slot], index) => [slotIds[index] as number, slot] as const),
    }),
    leftOut: {
      special: rest(spelled.special),
      markers: rest(spelled.markers),
      unused: rest(spelled.unused),
      long: rest(spelled.long),
    },
    dropsFirstSpace: spelling.dropsFirstSpace,
  };
}

interface Spelled extends LeftOut {
  readonly tokens: readonly (readonly [id: number, bytes: Uint8Array])[];
  readonly size: number;
}

/** The tokens that are text with their bytes, the others by what they are. */
function spell(
  pieces: Pieces,
  added: readonly AddedToken[],
  spelling: Spelling,
  asked: number | undefined,
): Spelled | Refusal {
  let count = 0;
  for (const id of pieces.byText.values()) if (count <= id) count = id + 1;
  for (const { id } of added) if (count <= id) count = id + 1;
  if (LARGEST_SIZE < count) return refuse(`an id is ${count - 1}: a vocabulary has at most ${LARGEST_SIZE} ids`);
  const byId: (Uint8Array | AddedToken['kind'] | undefined)[] = new Array(count).fill(undefined);
  for (const [text, id] of pieces.byText) {
    if (byId[id] !== undefined) return refuse(`model.vocab[${show(text)}] is ${id}, the id of another token too`);
    if (/\p{Surrogate}/u.test(text)) return refuse(`model.vocab[${show(text)}] is half a letter`);
    byId[id] = id === pieces.unknown ? 'special' : spelling.piece(text);
  }
  for (const { id, text, kind } of added) byId[id] = kind === 'text' ? spelling.literal(text) : kind;
  const size = asked ?? count;
  if (!isId(size) || size < count || LARGEST_SIZE < size)
    return refuse(`a size of ${size} was asked for, but the tokenizer has ${count} ids`);
  const tokens: [number, Uint8Array][] = [];
  const left = { special: [] as number[], markers: [] as number[], unused: [] as number[], long: [] as number[] };
  for (let id = 0; id < size; id += 1) {
    const token = byId[id];
    if (token === undefined) left.unused.push(id);
    else if (token === 'special') left.special.push(id);
    else if (token === 'marker') left.markers.push(id);
    else if (typeof token !== 'string') {
      tokens.push([id, token]);
      if (token.length === 0) left.unused.push(id);
      else if (LONGEST_TOKEN < token.length) left.long.push(id);
    }
  }
  return { tokens, size, ...left };
}

/** @throws RangeError if the caller names a token that is not there. */
function resolveAll(
  tokens: Iterable<TokenName>,
  resolve: (token: TokenName) => number | undefined,
  size: number,
): readonly number[] {
  return [...tokens].map((token) => {
    const id = resolve(token);
    if (isId(id) && id < size) return id;
    throw new RangeError(`${show(token)} is no token of this tokenizer`);
  });
}
