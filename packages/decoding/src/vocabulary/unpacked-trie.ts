// Turns tokens that come in the order of their bytes, each without what it shares with the one before, into a trie.
import type { TokenBytes } from './token-bytes.ts';
import { LONGEST_TOKEN, type TokenTrie } from './token-trie.ts';

export interface UnpackedSizes {
  /** How many ids there are. */
  readonly size: number;
  readonly nodes: number;
  /** How many bytes the tokens have, twins apart. */
  readonly total: number;
}

/** Everything is written one after another, which is what makes it fast; only where tokens are is written by id. */
export class UnpackedTrie {
  readonly tokens: TokenBytes;
  readonly trie: TokenTrie;
  readonly #twins = new Map<number, number[]>();
  readonly #path = new Uint32Array(LONGEST_TOKEN);
  #nodes = 0;
  #at = 0;
  #before = -1;
  #beforeStart = 0;
  #beforeLength = 0;

  constructor({ size, nodes, total }: UnpackedSizes) {
    this.tokens = { bytes: new Uint8Array(total), starts: new Uint32Array(size), ends: new Uint32Array(size) };
    this.trie = {
      byte: new Uint8Array(nodes),
      size: new Uint32Array(nodes),
      token: new Int32Array(nodes).fill(-1),
      depth: new Uint8Array(nodes),
      twins: this.#twins,
    };
  }

  /**
   * Adds a token of `shared` bytes of the one before and `added` more, which are in `packed` after those of all before it.
   * False if it is out of order, has no room, or was there.
   */
  add(id: number, shared: number, added: number, packed: Uint8Array, bytesAt: number): boolean {
    const { bytes, starts, ends } = this.tokens;
    const before = this.#beforeStart;
    const length = shared + added;
    if (ends.length <= id || ends[id] !== 0 || this.#beforeLength < shared) return false;
    if (added === 0) return this.#addTwin(id, length);
    const { byte, token, depth } = this.trie;
    const start = this.#at;
    let node = this.#nodes;
    if (LONGEST_TOKEN < length || bytes.length < start + length || byte.length < node + added) return false;
    if (shared < this.#beforeLength && (packed[bytesAt + node] as number) <= (bytes[before + shared] as number))
      return false;
    this.#close(shared);
    for (let level = 0; level < shared; level += 1) bytes[start + level] = bytes[before + level] as number;
    for (let level = shared; level < length; level += 1) {
      const each = packed[bytesAt + node] as number;
      bytes[start + level] = each;
      byte[node] = each;
      depth[node] = level;
      this.#path[level] = node;
      node += 1;
    }
    token[node - 1] = id;
    starts[id] = start;
    ends[id] = start + length;
    this.#nodes = node;
    this.#at = start + length;
    this.#before = id;
    this.#beforeStart = start;
    this.#beforeLength = length;
    return true;
  }

  /** Ends the tokens of the trie. False if there were fewer nodes, or bytes, than there were to be. */
  isWhole(total: number): boolean {
    this.#close(0);
    return 0 < this.#nodes && this.#nodes === this.trie.byte.length && this.#at === total;
  }

  /** Adds a token that the trie does not have. */
  addLong(id: number, own: Uint8Array): boolean {
    const { bytes, starts, ends } = this.tokens;
    if (own.length <= LONGEST_TOKEN || ends[id] !== 0) return false;
    bytes.set(own, this.#at);
    starts[id] = this.#at;
    this.#at += own.length;
    ends[id] = this.#at;
    return true;
  }

  /** Whether it is an id, and none that was added. */
  isTextless(id: number): boolean {
    return this.tokens.ends[id] === 0;
  }

  #addTwin(id: number, length: number): boolean {
    if (length === 0 || length !== this.#beforeLength || id <= this.#before) return false;
    const first = this.trie.token[this.#nodes - 1] as number;
    const others = this.#twins.get(first);
    if (others === undefined) this.#twins.set(first, [id]);
    else others.push(id);
    this.tokens.starts[id] = this.#beforeStart;
    this.tokens.ends[id] = this.#at;
    this.#before = id;
    return true;
  }

  /** Ends the subtrees below a depth. */
  #close(depth: number): void {
    const { size } = this.trie;
    for (let level = depth; level < this.#beforeLength; level += 1) {
      const node = this.#path[level] as number;
      size[node] = this.#nodes - node;
    }
  }
}
