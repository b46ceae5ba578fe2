// Turns programs and walks into traces, by which readers in other languages are tested: what may be decided, step by step.

import { printJson } from '../../../../tools/generate/print-json.ts';
import {
  allowed,
  type Decision,
  type DecisionOptions,
  decisionTable,
  decode,
  encode,
  type Offer,
  startDecisions,
  take,
} from '../../src/decisions/index.ts';
import { ASSETS, CATALOG, seeded, walk } from './support.ts';

/** A program, how it is decided, and all that could have been decided instead. */
export interface Trace {
  readonly program: string;
  /** What is known: the ids of a library by kind, files with their rows, pictures; none: nothing. */
  readonly catalog?: TraceCatalog;
  readonly options: Partial<DecisionOptions>;
  readonly decisions: readonly Decision[];
  /** Before each decision, and behind the last, where nothing may be decided. */
  readonly masks: readonly TraceMask[];
}
export interface TraceCatalog {
  readonly assets: Readonly<Record<string, readonly string[]>>;
  readonly embeddings: Readonly<Record<string, number>>;
  readonly images: readonly string[];
}
export interface TraceMask {
  /** The choices that are allowed, in the order of their ids, with spaces between them. */
  readonly choices: string;
  /** What differs from the slots of the table here, by choice. */
  readonly narrowed?: Readonly<Record<string, unknown>>;
}

const KNOWN: TraceCatalog = {
  assets: Object.fromEntries(
    ['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree', 'ground'].map((name) => [
      name,
      [...ASSETS.ids(name)],
    ]),
  ),
  embeddings: { 'three.safetensors': 3 },
  images: ['thorns.png'],
};

/** By name: the file is `traces/NAME.json`. */
export function traces(): Readonly<Record<string, Trace>> {
  return {
    photograph: traceOf(PHOTOGRAPH, {}),
    'photograph-with-budget': traceOf(PHOTOGRAPH, { budget: 40, objects: 3 }),
    settings: traceOf(SETTINGS, {}),
    'labels-and-texts': traceOf(TEXTS, {}),
    nothing: traceOf('', { budget: 1 }),
    'walk-usual': walkOf(3, 'usual', {}),
    'walk-extreme': walkOf(11, 'extreme', {}),
    'walk-with-few': walkOf(5, 'usual', { objects: 2, budget: 30 }),
    'walk-without': walkOf(7, 'usual', {
      without: ['@note', 'label', 'rotation.euler', 'rotation.matrix', 'appearance.like'],
      budget: 60,
    }),
  };
}

/** The text of a trace's file, as the workspace's formatter leaves it. */
export function printTrace(trace: Trace): string {
  // It writes no plus in exponents.
  return printJson(trace).replaceAll(/(\d)e\+(?=\d)/g, '$1e');
}

const PHOTOGRAPH = `scene { embeddings: "three.safetensors" }
camera { pitch: -1.87, fov: 43 }
sky { sun_elevation: 39.59, sun_azimuth: 231.11, strength: 0.212 }
haze { density: 0.009 }
ground { appearance: embedding(0) }
@pixels(4406) herbivore { at: view(-1.912, -1.192, -12.504), height: 1.471, rotation: quaternion(0, 0.342, 0, 0.94), appearance: embedding(1), pose: graze }
@pixels(870) boulder { at: view(4.118, -1.036, -17.302), height: 0.62, appearance: embedding(2) }
@pixels(10240) tree { at: view(-8.72, -0.616, -30.159), height: 7.224, appearance: embedding(2) }
`;
const SETTINGS = `@note("d") camera {}
haze {}
`;
const TEXTS = `scene { name: "a \\"b\\" é\\n\\u0001 🌳", seed: 3 }
camera { position: (0, 2), roll: 1e-7, target: (0, 1, -5), near: 2, far: 1e21 }
water { at: (3, -18), size: (9, 0, 5), color: #102030 }
@pixels(1) @confidence(0.5) @note("b") @note("c") tree oak { at: (1, 2), height: 3, rotation: yaw(5), appearance: asset("tree/oak#4"), variant: 4 }
box step { at: (0, 1, 2), rotation: euler(pitch: 5, yaw: 360, roll: 0), size: (1, 2.5, 3), metallic: 1 }
`.replace('1e21', '900000');

function traceOf(program: string, options: Partial<DecisionOptions>): Trace {
  const { value, diagnostics } = encode(program, { catalog: CATALOG });
  if (diagnostics.length > 0) throw new Error(`${diagnostics[0]?.primary.message}`);
  return trace(value, options);
}

function walkOf(seed: number, taste: 'usual' | 'extreme', options: Partial<DecisionOptions>): Trace {
  return trace(
    walk(startDecisions(CATALOG, options), seeded(seed), taste, options.budget === undefined ? 0.06 : 0),
    options,
  );
}

function trace(decisions: readonly Decision[], options: Partial<DecisionOptions>): Trace {
  const masks: TraceMask[] = [];
  let state = startDecisions(CATALOG, options);
  for (const decision of decisions) {
    masks.push(maskOf(allowed(state).offers));
    const next = take(state, decision);
    if (next === undefined) throw new Error(`${JSON.stringify(decision)} is refused`);
    state = next;
  }
  return {
    program: decode(decisions),
    catalog: KNOWN,
    options,
    decisions,
    masks: [...masks, maskOf(allowed(state).offers)],
  };
}

function maskOf(offers: readonly Offer[]): TraceMask {
  const narrowed = Object.fromEntries(offers.flatMap((offer) => narrowing(offer)));
  return {
    choices: offers.map(({ choice }) => choice).join(' '),
    ...(Object.keys(narrowed).length > 0 && { narrowed }),
  };
}

const SLOTS = new Map(decisionTable().slots.map((slot) => [slot.name, slot]));

function narrowing({ choice, slot }: Offer): readonly (readonly [string, unknown])[] {
  if (slot === undefined) return [];
  const plain = SLOTS.get(slot.name);
  if (JSON.stringify(plain) === JSON.stringify(slot)) return [];
  switch (slot.kind) {
    case 'number':
      return [[choice, { range: slot.range }]];
    case 'row':
      return [[choice, { rows: slot.rows }]];
    case 'text': {
      const { choices, assetClass } = slot;
      return [[choice, { ...(choices && { choices }), ...(assetClass !== undefined && { assetClass }) }]];
    }
    default:
      return [];
  }
}
