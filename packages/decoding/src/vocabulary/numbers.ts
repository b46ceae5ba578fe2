// Numbers in LEB128, as WebAssembly has them: seven bits a byte, the lowest first.

/** Five bytes of seven bits each. */
const LAST_PLACE = 268_435_456;

export class NumberWriter {
  readonly bytes: Uint8Array;
  length = 0;

  /** For so many numbers below 2 ** 31. */
  constructor(numbers: number) {
    this.bytes = new Uint8Array(5 * numbers);
  }

  write(value: number): void {
    let rest = value;
    for (; 0x7f < rest; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }
}

export class NumberReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** NaN where there is no number. */
  read(): number {
    let value = 0;
    for (let place = 1; place <= LAST_PLACE; place *= 128) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 0x7f) * place;
      if (byte < 0x80) return value;
    }
    return Number.NaN;
  }

  /** A count, and so many of what `each` reads. Ends with the bytes. */
  readList<T>(each: () => T): T[] {
    const list: T[] = [];
    for (let left = this.read(); 0 < left && this.at < this.#bytes.length; left -= 1) list.push(each());
    return list;
  }
}
