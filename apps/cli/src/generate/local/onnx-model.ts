// Turns an ONNX file of a language model into what gives the logits behind a text.
import type { Model } from '@diorama/decoding';
import { Failure } from '../failure.ts';

/** What is used of `onnxruntime-node`. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options?: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: string, data: OnnxTensor['data'], dims: readonly number[]) => OnnxTensor;
}

export interface OnnxSession {
  readonly inputMetadata: readonly {
    readonly name: string;
    readonly type?: string;
    readonly shape?: readonly (number | string)[];
  }[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

interface OnnxTensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | Uint16Array | BigInt64Array | Uint8Array;
}

/** Sizes of the caches where the file itself does not name them. */
export interface CacheSizes {
  readonly heads: number | undefined;
  readonly size: number | undefined;
}

export interface OnnxModel {
  readonly model: Model;
  close(): Promise<void>;
}

/** @throws {Failure} If the file is none of a decoder with the usual inputs and outputs. */
export async function openOnnxModel(runtime: OnnxRuntime, path: string, sizes: CacheSizes): Promise<OnnxModel> {
  const session = await runtime.InferenceSession.create(path, { logSeverityLevel: 3 }).catch((error: Error) => {
    throw new Failure(`the model cannot be loaded: ${error.message}`);
  });
  const inputs = new Map(session.inputMetadata.map((input) => [input.name, input]));
  const unknown = [...inputs.keys()].find((name) => !KNOWN.test(name));
  if (unknown !== undefined) throw new Failure(`the model wants an input ${unknown}: it is no decoder of text alone`);
  if (!inputs.has('input_ids') || !session.outputNames.includes('logits'))
    throw new Failure('the model has no input_ids or gives no logits: it is no language model');
  const caches = [...inputs.values()].filter(({ name }) => name.startsWith('past_key_values.'));

  let read: number[] = [];
  let past = new Map<string, OnnxTensor>();
  const forget = () => {
    read = [];
    past = new Map(caches.map((cache) => [cache.name, emptyCache(cache)]));
  };
  const emptyCache = ({ name, type = 'float32', shape = [] }: (typeof caches)[number]): OnnxTensor => {
    const heads = typeof shape[1] === 'number' ? shape[1] : sizes.heads;
    const size = typeof shape[3] === 'number' ? shape[3] : sizes.size;
    if (heads === undefined || size === undefined)
      throw new Failure(`neither the model nor config.json tells the size of ${name}`);
    const empty = type === 'float16' ? new Uint16Array(0) : new Float32Array(0);
    return new runtime.Tensor(type, empty, [1, heads, 0, size]);
  };
  forget();

  const integers = (values: readonly number[]) =>
    new runtime.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

  const model: Model = async (ids) => {
    if (ids.length === 0) throw new Failure('a model needs something to read, but the prompt has no tokens');
    // What was read is kept, and read again only if the text has changed.
    const isNext = caches.length > 0 && read.length < ids.length && read.every((id, at) => id === ids[at]);
    if (!isNext) forget();
    const fresh = ids.slice(read.length);
    const from = read.length;
    const feeds: Record<string, OnnxTensor> = { input_ids: integers(fresh) };
    if (inputs.has('attention_mask')) feeds.attention_mask = integers(ids.map(() => 1));
    if (inputs.has('position_ids')) feeds.position_ids = integers(fresh.map((_, at) => from + at));
    if (inputs.has('use_cache_branch'))
      feeds.use_cache_branch = new runtime.Tensor('bool', Uint8Array.of(from > 0 ? 1 : 0), [1]);
    for (const [name, tensor] of past) feeds[name] = tensor;
    const found = await session.run(feeds).catch((error: Error) => {
      throw new Failure(`the model fails at token ${ids.length}: ${error.message}`);
    });
    if (caches.length > 0) {
      read = [...ids];
      for (const name of past.keys()) {
        const present = found[name.replace('past_key_values', 'present')];
        if (present !== undefined) past.set(name, present);
      }
    }
    return lastRow(found.logits as OnnxTensor);
  };
  return { model, close: () => session.release() };
}

const KNOWN = /^(?:input_ids|attention_mask|position_ids|use_cache_branch|past_key_values\..+)$/;

/** The logits behind the last token. */
function lastRow({ type, dims, data }: OnnxTensor): Float32Array {
  const width = dims.at(-1) ?? 0;
  if (type === 'float32') return (data as Float32Array).subarray(data.length - width);
  if (type === 'float16') {
    const { buffer, byteOffset, length } = data as Uint16Array;
    return Float32Array.from(new Float16Array(buffer as ArrayBuffer, byteOffset + 2 * (length - width), width));
  }
  throw new Failure(`the model gives logits of the type ${type}, not float32 or float16`);
}
