// Turns seeds into a well-typed program over the whole vocabulary.
import type { Piece } from './layout.ts';
import { createRandom } from './random.ts';
import { createState, type Writer, type WriterOptions } from './scope.ts';
import { writeItem } from './write-items.ts';

/** What decides an item of a program's top level. Taking one away leaves the others much as they are. */
export interface ItemSeed {
  readonly seed: number;
  /** How deep its blocks and expressions may nest. */
  readonly depth: number;
}

export const WRITER_DEFAULTS: WriterOptions = Object.freeze({ core: false, holes: false, files: true });

/** The pieces of a program: every name is declared, every value has its type and lies in its range. */
export function writeProgram(items: readonly ItemSeed[], options: Partial<WriterOptions> = {}): readonly Piece[] {
  const state = createState({ ...WRITER_DEFAULTS, ...options });
  const variables: Writer['variables'] = [];
  const slot: Piece = { slot: 'item', world: true, top: true };
  const pieces: Piece[] = [];
  const { core, files } = state.options;
  if (files && !core && (items[0]?.seed ?? 0) % 3 === 0) pieces.push(...writeImport(state, variables));
  pieces.push(slot);
  for (const { seed, depth } of items) {
    const random = createRandom(seed);
    const writer: Writer = { random, state, variables, frame: 0, times: 1, depth, top: true };
    pieces.push(...writeItem(writer), slot);
  }
  return pieces;
}

function writeImport(state: Writer['state'], variables: Writer['variables']): readonly Piece[] {
  variables.push({ name: 'horizon', type: 'Length', bounds: { min: 30, max: 30 } });
  const count = { name: 'count', type: 'Integer', bounds: { min: 0, max: 3 }, required: false };
  state.prefabs.push({ name: 'thicket', parameters: [count], cost: 3 });
  return ['use', 'thicket', ',', 'far', 'as', 'horizon', 'from', '"plants.dio"'];
}

const ROWS = 8;
const DIMENSION = 2;

/** The files that programs with `files` name, beside themselves. */
export function programFiles(): Readonly<Record<string, string | Uint8Array>> {
  return { 'plants.dio': PLANTS, 'vectors.safetensors': vectors(), 'photo.png': new Uint8Array([137, 80, 78, 71]) };
}

const PLANTS = `/// Bushes that stand together.
let far = 30m
prefab thicket(count: Integer = 2) {
  scatter count in disk(radius: 6) spacing 0.5 { bush { height: random(0.4..1.2) } }
}
`;

/** A safetensors file of a few short vectors. */
function vectors(): Uint8Array {
  const length = ROWS * DIMENSION * 4;
  const tensor = { dtype: 'F32', shape: [ROWS, DIMENSION], data_offsets: [0, length] };
  const header = JSON.stringify({ __metadata__: { space: 'test' }, embeddings: tensor });
  const text = new TextEncoder().encode(header.padEnd(Math.ceil(header.length / 8) * 8));
  const file = new Uint8Array(8 + text.length + length);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 8);
  return file;
}
