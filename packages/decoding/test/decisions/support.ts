// What the tests of decisions share: programs checked and lowered, random decisions, a world that catalog and checker know.
import { posix } from 'node:path';
import { check } from '@diorama/checker';
import { type Diagnostic, SourceFile, type World } from '@diorama/diagnostics';
import type { Catalog } from '@diorama/grammar';
import { lower, printCoreForm } from '@diorama/lowering';
import type { Scene } from '@diorama/scene';
import { parse } from '@diorama/syntax';
import { allowed, type Decision, type DecisionState, hasEnded, type Offer, take } from '../../src/decisions/index.ts';
import type { NumberComponent, Slot, SlotValue } from '../../src/decisions/slot.ts';

/** Files by path. Pictures need not be named: any is there. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function worldOf(files: Files): World {
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => {
      const found = Object.hasOwn(files, file) ? files[file] : undefined;
      return typeof found === 'string' ? found : missing;
    },
    readBytes: (file, limit) => {
      const found = Object.hasOwn(files, file) ? files[file] : undefined;
      if (found === undefined) return /\.(dio|safetensors)$/.test(file) ? missing : new Uint8Array(1);
      return (typeof found === 'string' ? new TextEncoder().encode(found) : found).slice(0, limit);
    },
    resolve: (from, path) => posix.join(posix.dirname(from), path),
  };
}

/** The scene of a program, and what is said of it on the way. */
export function lowered(
  text: string,
  files: Files = {},
  assets?: typeof ASSETS,
): { scene?: Scene; said: readonly Diagnostic[] } {
  const source = SourceFile.from('main.dio', text);
  const tree = parse(source);
  const checked = check(tree.value, { source, world: worldOf(files), ...(assets && { catalog: assets }) });
  const said = [...tree.diagnostics, ...checked.diagnostics];
  if (said.some(({ severity }) => severity === 'error')) return { said };
  const { value, diagnostics } = lower(checked.value);
  return { scene: value, said: [...said, ...diagnostics] };
}

/** The core form of a program without errors. */
export function expanded(text: string, files: Files = {}): string {
  const { scene, said } = lowered(text, files);
  if (scene === undefined) throw new Error(`${said[0]?.title}: ${said[0]?.primary.message}`);
  return printCoreForm(scene);
}

/** The beginning of a safetensors file with vectors of one number. */
export function safetensors(rows: number, space = 'demo'): Uint8Array {
  const json = JSON.stringify({
    __metadata__: { space },
    embeddings: { dtype: 'F32', shape: [rows, 1], data_offsets: [0, rows * 4] },
  });
  const text = new TextEncoder().encode(json);
  const file = new Uint8Array(8 + text.length + rows * 4);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 8);
  return file;
}

const IDS = [
  'bird/heron',
  'boulder/granite',
  'bush/thorn',
  'carnivore/lion',
  'herbivore/zebra',
  'tree/oak',
  'ground/sand',
];
export const ASSETS = {
  has: (id: string) => IDS.includes(id.replace(/#\d+$/, '')),
  ids: (name: string) => IDS.filter((id) => id.startsWith(`${name}/`)),
  spaces: ['demo'],
};
export const FILES: Files = { 'three.safetensors': safetensors(3), 'none.safetensors': safetensors(0) };
/** What {@link FILES} and {@link ASSETS} hold, as a decoder sees it. */
export const CATALOG: Catalog = {
  assets: ASSETS,
  embeddings: new Map([
    ['three.safetensors', { rows: 3, space: 'demo' }],
    ['none.safetensors', { rows: 0, space: 'demo' }],
    ['other.safetensors', { rows: 9, space: 'another' }],
  ]),
  images: new Set(['thorns.png']),
};

export type Random = () => number;

/** Numbers from [0, 1): mulberry32. */
export function seeded(seed: number): Random {
  let at = seed | 0;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** `usual`: within spans. `extreme`: bounds, what lies just inside of them, 0, the largest and smallest numbers. */
export type Taste = 'usual' | 'extreme';

/** Takes decisions that are allowed until the program has ended. */
export function walk(from: DecisionState, random: Random, taste: Taste, ending = 0.06): readonly Decision[] {
  const decisions: Decision[] = [];
  for (let state = from; !hasEnded(state); ) {
    const { offers } = allowed(state);
    const end = offers.find(({ choice }) => choice === 'end');
    const offer =
      end !== undefined && random() < ending
        ? end
        : pick(
            random,
            offers.filter((one) => one !== end || offers.length === 1),
          );
    const decision = decisionFor(offer, random, taste, decisions.length);
    const next = take(state, decision);
    if (next === undefined) throw new Error(`offered, but refused: ${JSON.stringify([decision, offer])}`);
    decisions.push(decision);
    state = next;
    if (decisions.length > 5000) throw new Error('it does not end');
  }
  return decisions;
}

export function decisionFor({ choice, slot }: Offer, random: Random, taste: Taste, serial: number): Decision {
  return slot === undefined ? { choice } : { choice, value: valueFor(slot, random, taste, serial) };
}

function valueFor(slot: Slot, random: Random, taste: Taste, serial: number): SlotValue {
  switch (slot.kind) {
    case 'number':
      return numberFor(slot, random, taste);
    case 'rotation': {
      const parts = slot.components.map((component) => numberFor(component, random, taste));
      return slot.nonzero && parts.every((part) => part === 0) ? parts.map(() => 1) : parts;
    }
    case 'row':
      return pick(random, [0, (slot.rows ?? 1000) - 1]);
    case 'color':
      return `#${Math.floor(random() * 0x1000000)
        .toString(16)
        .padStart(6, '0')}`;
    case 'text':
      if (slot.choices !== undefined) return pick(random, slot.choices);
      if (slot.form === 'label') return pick(random, [`n${serial}`, `step${serial}`, `tree_${serial}`]);
      if (slot.form === 'asset-id') return `${slot.assetClass ?? 'tree'}/oak#${serial}`;
      if (slot.form === 'safetensors') return 'three.safetensors';
      return pick(random, slot.nonEmpty ? TEXTS : ['', ' ', ...TEXTS]);
  }
}
const TEXTS = ['a lioness', 'é "quoted" \\', 'line\nend\ttab', '岸辺 🌳', '// no', '\u0001\u007f\u2028', '$NUM'];

function numberFor({ type, range, span }: NumberComponent, random: Random, taste: Taste): number {
  const { min, max, minExclusive, maxExclusive } = range;
  const [from, to] = [Math.max(span[0], min ?? -Infinity), Math.min(span[1], max ?? Infinity)];
  const inside = () => {
    const value = from + (to - from) * (0.001 + 0.998 * random());
    return type === 'integer' ? Math.min(max ?? Infinity, Math.round(value)) : Number(value.toPrecision(6));
  };
  const whole = type === 'integer';
  const fits = (value: number) =>
    (minExclusive ? (min ?? -Infinity) < value : (min ?? -Infinity) <= value) &&
    (maxExclusive ? value < (max ?? Infinity) : value <= (max ?? Infinity)) &&
    (!whole || Number.isSafeInteger(value));
  const extremes = [
    0,
    -0,
    1,
    -1,
    min ?? -LARGEST,
    max ?? LARGEST,
    nextUp(min ?? 0),
    -nextUp(-(max ?? 0)),
    Number.MIN_VALUE,
  ];
  const wanted = taste === 'usual' ? [inside()] : [...extremes, inside()];
  const among = wanted.filter(fits);
  return among.length > 0 ? pick(random, among) : nextUp(min ?? 0);
}
/** Beyond it, places of the world are no longer finite once a camera or frame has turned them. */
const LARGEST = 1e300;

/** The least number above one. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
