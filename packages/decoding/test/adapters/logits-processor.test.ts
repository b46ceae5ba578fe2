// The logits processor in the place that transformers.js gives it, with a class that is called like a function as its own.
import { createDecoder, createLogitsProcessor, createRandom, type Decoder } from '@diorama/decoding';
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../tokenizers.ts';

/** As `Callable` of the library: what is made is a function. */
class LogitsProcessor {
  constructor() {
    const made = (...args: unknown[]) => (made as unknown as Processor)._call(...(args as [bigint[][], Tensor]));
    // biome-ignore lint/correctness/noConstructorReturn: as the library does it.
    return Object.setPrototypeOf(made, new.target.prototype);
  }
}
interface Processor {
  (rows: bigint[][], logits: Tensor): Tensor;
  _call(rows: bigint[][], logits: Tensor): Tensor;
}
interface Tensor {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

const vocabulary = FIXTURES['byte-level'].load();
const decoder = createDecoder(vocabulary);
const PROMPT = [5n, 6n, 7n];

function processorOf(of: Decoder, options = {}): Processor {
  return createLogitsProcessor(of, { LogitsProcessor }, options) as Processor;
}

function tensor(rows: number, width = vocabulary.size): Tensor {
  const draw = createRandom(rows);
  return { dims: [rows, width], data: Float32Array.from({ length: rows * width }, () => draw()) };
}

const allowedIn = (data: Float32Array) => [...data.keys()].filter((id) => data[id] !== Number.NEGATIVE_INFINITY);

test('rows keep the logits of what may come next, wherever they stand', () => {
  const call = processorOf(decoder);
  const ids = (text: string) => [...decoder.forcedTokens(decoder.start()), ...spell(text)].map(BigInt);
  const texts = ['tree', 'tree { ', 'sky {'];
  for (const rows of [[''], ['', ''], texts, [...texts].reverse(), ['sky {', 'sky {', 'sky {}\n']]) {
    const logits = tensor(rows.length);
    const before = logits.data.slice();
    const after = call(
      rows.map((text) => [...PROMPT, ...ids(text)]),
      logits,
    );
    expect(after).toBe(logits);
    for (const [at, text] of rows.entries()) {
      const from = at * vocabulary.size;
      const mask = decoder.mask(reach(spell(text)));
      for (let id = 0; id < vocabulary.size; id += 1)
        expect(logits.data[from + id]).toBe(mask.has(id) ? before[from + id] : Number.NEGATIVE_INFINITY);
    }
  }
});

test('a row that has ended goes on ending', () => {
  const call = processorOf(decoder);
  const end = vocabulary.ends[0] as number;
  const row = [...PROMPT];
  call([row], tensor(1));
  for (const id of [...spell('sky {}\n'), end, end, end]) {
    row.push(BigInt(id));
    const logits = tensor(1);
    call([row], logits);
    if (id === end) expect(allowedIn(logits.data)).toEqual([...vocabulary.ends]);
  }
});

test('within a budget every row ends', () => {
  const budget = 25;
  const call = processorOf(decoder, { budget, promptLength: PROMPT.length });
  const rows = Array.from({ length: 4 }, () => [...PROMPT]);
  const draw = createRandom(3);
  for (let step = 0; step < budget; step += 1) {
    const { data } = call(rows, tensor(rows.length));
    for (const [at, row] of rows.entries()) {
      const allowed = allowedIn(data.subarray(at * vocabulary.size, (at + 1) * vocabulary.size));
      row.push(BigInt(allowed[Math.floor(draw() * allowed.length)] as number));
    }
  }
  for (const row of rows) expect(vocabulary.ends).toContain(Number(row.at(-1)));
});

describe('wrong use is told', () => {
  test('a refused token', () => {
    const call = processorOf(decoder);
    call([PROMPT], tensor(1));
    expect(() => call([[...PROMPT, BigInt(spell('}')[0] as number)]], tensor(1))).toThrow(/is refused/);
  });
  test('another call of generate', () => {
    const call = processorOf(decoder);
    call([PROMPT], tensor(1));
    expect(() => call([[1n]], tensor(1))).toThrow('a processor is for one call');
  });
  test('too few logits', () => {
    expect(() => processorOf(decoder)([PROMPT], tensor(1, 40))).toThrow('there are 40 logits');
  });
  test('too small a budget', () => {
    expect(() => processorOf(decoder, { budget: 0 })).toThrow(RangeError);
  });
});

/** Byte by byte: any spelling of a text is taken. */
function spell(text: string): number[] {
  const ids: number[] = [];
  for (const letter of text) {
    for (let id = 0; id < vocabulary.size; id += 1) {
      const bytes = vocabulary.bytes(id);
      if (bytes.length !== 1 || bytes[0] !== letter.charCodeAt(0)) continue;
      ids.push(id);
      break;
    }
  }
  return ids;
}

function reach(ids: readonly number[]) {
  let state = decoder.start();
  for (const id of ids) state = decoder.accept(state, id) ?? expect.unreachable();
  return state;
}
