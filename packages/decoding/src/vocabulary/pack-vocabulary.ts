// Turns a vocabulary into bytes for a cache, and such bytes into the vocabulary.
import { buildTrie } from './build-trie.ts';
import { assembleVocabulary, LARGEST_SIZE } from './create-vocabulary.ts';
import { hashContent, packContent } from './pack-content.ts';
import { joinTokens, lengthOf, type TokenBytes } from './token-bytes.ts';
import { LONGEST_TOKEN } from './token-trie.ts';
import { SLOTS, type Slot, type Vocabulary } from './vocabulary.ts';

/**
 * A header of 32 bytes (the magic "DIOVOCAB", format 1 as u32, the content's length as u32, the hash as 16 digits), the content as
 * `packContent` has it, and the ids of the trie's tokens as u32 in the order of their bytes, which spares sorting. Numbers
 * are little-endian.
 */
export function packVocabulary(vocabulary: Vocabulary): Uint8Array {
  const { size, ends, slots, hash } = vocabulary;
  const content = packContent({ tokens: collectTokens(vocabulary), ends, slots });
  const order = orderOf(vocabulary);
  const packed = new Uint8Array(HEADER + content.length + 4 * order.length);
  const view = new DataView(packed.buffer);
  packed.set(encoder.encode(MAGIC));
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, content.length, true);
  packed.set(encoder.encode(hash), 16);
  packed.set(content, HEADER);
  for (let index = 0; index < order.length; index += 1)
    view.setUint32(HEADER + content.length + 4 * index, order[index] as number, true);
  if (hashContent(content) !== hash)
    throw new RangeError(`the vocabulary of ${size} ids does not have the hash of its content`);
  return packed;
}

/** What `unpackVocabulary` throws: bytes that are no packed vocabulary, or no longer. The cure is to pack it anew. */
export class UnusableVocabulary extends Error {
  override readonly name = 'UnusableVocabulary';
}

/**
 * Bytes are copied where the vocabulary keeps them.
 * @throws UnusableVocabulary if the bytes are not what `packVocabulary` gave: another format, cut short, or changed.
 */
export function unpackVocabulary(packed: Uint8Array): Vocabulary {
  if (packed.length < HEADER || decoder.decode(packed.subarray(0, 8)) !== MAGIC)
    throw new UnusableVocabulary('these bytes are no packed vocabulary');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const format = view.getUint32(8, true);
  if (format !== FORMAT)
    throw new UnusableVocabulary(`the packed vocabulary has format ${format}; ${FORMAT} can be read`);
  const contentLength = view.getUint32(12, true);
  const orderStart = HEADER + contentLength;
  if (packed.length < orderStart) throw new UnusableVocabulary('the packed vocabulary is cut short');
  const content = packed.subarray(HEADER, orderStart);
  const hash = decoder.decode(packed.subarray(16, HEADER));
  if (hashContent(content) !== hash) throw changed();
  const { tokens, ends, slots } = readContent(content);
  const held = countHeld(tokens);
  if (packed.length !== orderStart + 4 * held)
    throw new UnusableVocabulary('the packed vocabulary is cut short or too long');
  const order = new Uint32Array(held);
  for (let index = 0; index < held; index += 1) {
    const id = view.getUint32(orderStart + 4 * index, true);
    if (!isHeld(tokens, id)) throw changed();
    order[index] = id;
  }
  // As many ids as there are to be, none twice since the order rises: so it has them all.
  const trie = buildTrie(tokens, order);
  if (trie === undefined || held === 0) throw changed();
  return assembleVocabulary({ tokens, ends, slots }, { trie, hash });
}

function collectTokens({ size, bytes }: Vocabulary): TokenBytes {
  const all = Array.from({ length: size }, (_, id) => bytes(id));
  return joinTokens(all);
}

/** The trie's tokens are in order already. */
function orderOf({ size, trie: { token, twins } }: Vocabulary): Uint32Array {
  const order = new Uint32Array(size);
  let count = 0;
  for (const id of token) {
    if (id === -1) continue;
    order[count++] = id;
    for (const twin of twins.get(id) ?? []) order[count++] = twin;
  }
  return order.subarray(0, count);
}

function readContent(content: Uint8Array): { tokens: TokenBytes; ends: number[]; slots: Map<number, Slot> } {
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (content.length <= at) throw changed();
      const byte = content[at++] as number;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw changed();
  };
  const size = read();
  if (size < 1 || LARGEST_SIZE < size) throw changed();
  const tokenEnds = new Uint32Array(size);
  let length = 0;
  for (let id = 0; id < size; id += 1) {
    length += read();
    if (content.length < length) throw changed();
    tokenEnds[id] = length;
  }
  const readId = (): number => {
    const id = read();
    if (size <= id) throw changed();
    return id;
  };
  const ends: number[] = [];
  for (let count = read(); 0 < count; count -= 1) ends.push(readId());
  const slots = new Map<number, Slot>();
  for (let count = read(); 0 < count; count -= 1) {
    const id = readId();
    const slot = SLOTS[read()];
    if (slot === undefined) throw changed();
    slots.set(id, slot);
  }
  if (content.length !== at + length) throw changed();
  return { tokens: { bytes: content.slice(at), ends: tokenEnds }, ends, slots };
}

function countHeld(tokens: TokenBytes): number {
  let held = 0;
  for (let id = 0; id < tokens.ends.length; id += 1) if (isHeld(tokens, id)) held += 1;
  return held;
}

function isHeld(tokens: TokenBytes, id: number): boolean {
  if (tokens.ends.length <= id) return false;
  const length = lengthOf(tokens, id);
  return 0 < length && length <= LONGEST_TOKEN;
}

function changed(): UnusableVocabulary {
  return new UnusableVocabulary('the packed vocabulary was changed: its content does not fit its hash');
}

const MAGIC = 'DIOVOCAB';
const FORMAT = 1;
const HEADER = 32;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
