// Turns a model that knows nothing, its weights being random, into a scene without mistakes: `node random-model.ts [SEED]`.
import { createDecoder, createVocabulary } from '../src/index.ts';
import { createRandom, generateTokens } from '../src/sampling/index.ts';

const seed = Number(process.argv[2] ?? 1);

// A small tokenizer's tokens: all bytes, and some pieces of text; the last id ends a program.
const pieces = ['tree', 'herbivore', 'stone', 'camera', 'height', ' { ', ' }\n', ': ', ', ', 'at: (', '0.', '12'];
const bytes = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
const tokens = [...bytes, ...pieces.map((piece) => new TextEncoder().encode(piece))];
const vocabulary = createVocabulary({ tokens: tokens.entries(), ends: [tokens.length] });

// The model: a state that forgets, mixed with a random vector for every token, and read by random weights.
const draw = createRandom(seed);
const weigh = () => Array.from({ length: vocabulary.size }, () => Array.from({ length: 16 }, () => 2 * draw() - 1));
const [embeddings, heads] = [weigh(), weigh()];
function model(ids: readonly number[]): number[] {
  let state = new Array<number>(16).fill(0);
  for (const id of ids.slice(-20)) state = state.map((value, at) => 0.7 * value + (embeddings[id]?.[at] ?? 0));
  return heads.map((head) => head.reduce((sum, weight, at) => sum + weight * (state[at] ?? 0), 0));
}

// Every token is one that the language allows at its place, and the last one comes in time.  There are no files to name.
const decoder = createDecoder(vocabulary, { objects: 4, catalog: { images: new Set(), embeddings: new Map() } });
for await (const { id } of generateTokens(model, decoder, { budget: 300, seed, temperature: 1.5 })) {
  process.stdout.write(vocabulary.bytes(id));
}
