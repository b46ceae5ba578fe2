// Turns a vocabulary into bytes for a cache, and such bytes into the vocabulary.
import { assembleVocabulary, LARGEST_SIZE } from './create-vocabulary.ts';
import { NumberReader, NumberWriter } from './numbers.ts';
import { hashContent, packContent } from './pack-content.ts';
import { joinTokens } from './token-bytes.ts';
import { LONGEST_TOKEN } from './token-trie.ts';
import { UnpackedTrie } from './unpacked-trie.ts';
import { SLOTS, type Slot, type Vocabulary } from './vocabulary.ts';

/**
 * The magic "DIOVOCAB", the format 1 in 4 bytes, little-endian, the checksum of what follows and the vocabulary's hash, 16 digits
 * each. Then numbers in LEB128: how many ids; ends and slots, counted; tokens that the trie does not have, counted, with
 * their lengths; how many tokens and nodes the trie has, and the bytes of its tokens. Then columns, by the order of the
 * trie: how many bytes each token shares with the one before it, how many follow, its id in 3 bytes; the bytes that follow;
 * the bytes of the tokens that the trie does not have. A trie is laid out of that in one pass, without sorting.
 */
export function packVocabulary(vocabulary: Vocabulary): Uint8Array {
  const { size, ends, slots, hash, bytes, trie } = vocabulary;
  const all = Array.from({ length: size }, (_, id) => bytes(id));
  if (hashContent(packContent({ tokens: joinTokens(all), ends, slots })) !== hash)
    throw new RangeError(`the vocabulary of ${size} ids does not have the hash of its content`);
  const long = [...all.keys()].filter((id) => LONGEST_TOKEN < (all[id] as Uint8Array).length);
  const { ids, shared, added, total } = listTokens(vocabulary);
  const numbers = new NumberWriter(10 + ends.length + 2 * (slots.size + long.length));
  numbers.write(size);
  numbers.write(ends.length);
  for (const id of ends) numbers.write(id);
  numbers.write(slots.size);
  for (const [id, slot] of slots) {
    numbers.write(id);
    numbers.write(SLOTS.indexOf(slot));
  }
  numbers.write(long.length);
  for (const id of long) {
    numbers.write(id);
    numbers.write((all[id] as Uint8Array).length);
  }
  numbers.write(ids.length);
  numbers.write(trie.byte.length);
  numbers.write(total);
  const packed = joinTokens([
    new Uint8Array(HEADER),
    numbers.bytes.subarray(0, numbers.length),
    Uint8Array.from(shared),
    Uint8Array.from(added),
    threeBytesEach(ids),
    trie.byte,
    ...long.map((id) => all[id] as Uint8Array),
  ]).bytes;
  packed.set(encoder.encode(MAGIC));
  packed[FORMAT_AT] = FORMAT;
  packed.set(encoder.encode(hash), HASH_AT);
  packed.set(encoder.encode(hashContent(packed.subarray(HASH_AT))), CHECKSUM_AT);
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
  if (packed.length < HEADER || decoder.decode(packed.subarray(0, FORMAT_AT)) !== MAGIC)
    throw new UnusableVocabulary('these bytes are no packed vocabulary');
  const format = new DataView(packed.buffer, packed.byteOffset).getUint32(FORMAT_AT, true);
  if (format !== FORMAT)
    throw new UnusableVocabulary(`the packed vocabulary has format ${format}; ${FORMAT} can be read`);
  const checksum = hashContent(packed.subarray(HASH_AT));
  const unpacked = checksum === decoder.decode(packed.subarray(CHECKSUM_AT, HASH_AT)) ? unpack(packed) : undefined;
  if (unpacked === undefined)
    throw new UnusableVocabulary('the packed vocabulary was cut short or changed: its checksum is another');
  return unpacked;
}

/** Undefined if the parts do not fit, which a right checksum all but rules out. */
function unpack(packed: Uint8Array): Vocabulary | undefined {
  const numbers = new NumberReader(packed, HEADER);
  const size = numbers.read();
  if (!(1 <= size && size <= LARGEST_SIZE)) return undefined;
  const ends = numbers.readList(() => numbers.read());
  const slots = numbers.readList(() => [numbers.read(), SLOTS[numbers.read()] as Slot] as const);
  const long = numbers.readList(() => [numbers.read(), numbers.read()] as const);
  const held = numbers.read();
  const nodes = numbers.read();
  const total = numbers.read();
  const lengthOfLong = long.reduce((sum, [, length]) => sum + length, 0);
  const columns = numbers.at;
  const bytesAt = columns + 5 * held;
  // A node has a byte, and a token at most 255: what is to be allocated is bounded by what is there.
  if (packed.length !== bytesAt + nodes + lengthOfLong || LONGEST_TOKEN * held < total) return undefined;
  const trie = new UnpackedTrie({ size, nodes, total: total + lengthOfLong });
  for (let index = 0; index < held; index += 1) {
    const idAt = columns + 2 * held + 3 * index;
    const fits = trie.add(
      (packed[idAt] as number) | ((packed[idAt + 1] as number) << 8) | ((packed[idAt + 2] as number) << 16),
      packed[columns + index] as number,
      packed[columns + held + index] as number,
      packed,
      bytesAt,
    );
    if (!fits) return undefined;
  }
  if (!trie.isWhole(total)) return undefined;
  let at = bytesAt + nodes;
  for (const [id, length] of long) {
    if (!trie.addLong(id, packed.subarray(at, at + length))) return undefined;
    at += length;
  }
  const textless = [...ends, ...slots.map(([id]) => id)];
  if (textless.some((id) => !trie.isTextless(id)) || slots.some(([, slot]) => slot === undefined)) return undefined;
  const hash = decoder.decode(packed.subarray(HASH_AT, HEADER));
  return assembleVocabulary({ tokens: trie.tokens, ends, slots: new Map(slots) }, { trie: trie.trie, hash });
}

/** The trie's tokens in its order, each with what it shares with the one before; `total` is the length of them all, twins apart. */
function listTokens({ bytes, trie: { token, twins } }: Vocabulary) {
  const ids: number[] = [];
  const shared: number[] = [];
  const added: number[] = [];
  let total = 0;
  let before: Uint8Array = new Uint8Array(0);
  for (const id of token) {
    if (id === -1) continue;
    const own = bytes(id);
    let common = 0;
    while (common < before.length && own[common] === before[common]) common += 1;
    ids.push(id);
    shared.push(common);
    added.push(own.length - common);
    total += own.length;
    for (const twin of twins.get(id) ?? []) {
      ids.push(twin);
      shared.push(own.length);
      added.push(0);
    }
    before = own;
  }
  return { ids, shared, added, total };
}

function threeBytesEach(ids: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(3 * ids.length);
  for (const [index, id] of ids.entries()) {
    bytes[3 * index] = id;
    bytes[3 * index + 1] = id >> 8;
    bytes[3 * index + 2] = id >> 16;
  }
  return bytes;
}

const MAGIC = 'DIOVOCAB';
const FORMAT = 1;
const FORMAT_AT = 8;
const CHECKSUM_AT = 12;
const HASH_AT = 28;
const HEADER = 44;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
