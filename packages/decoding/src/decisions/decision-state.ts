// Turns decisions, one by one, into states that know what may be decided next. A state is a value: taking a decision
// leaves the old one be, so that to fork is to keep a reference.
import { invariant } from '@diorama/diagnostics';
import { ASSET_CLASSES, type Catalog, EMPTY_CATALOG } from '@diorama/grammar';
import { keywords } from '@diorama/syntax';
import { ENUMERATIONS, type Interval } from '@diorama/vocabulary';
import type { Decision } from './decision.ts';
import { type Choice, type DecisionTable, decisionTable, type Transition } from './decision-table.ts';
import { leastDecisions } from './least-decisions.ts';
import { admitsValue, type NumberSlot, type Slot, type SlotValue } from './slot.ts';

/** Options for {@link startDecisions}. */
export interface DecisionOptions {
  /** At most so many elements; settings do not count. */
  readonly objects: number;
  /** At most so many decisions, `end` included: masks leave out what could no longer be finished. */
  readonly budget: number;
  /** Choices that are never offered: `label`, `@note`, `appearance.like`, what a model has no head for. */
  readonly without: readonly string[];
}
/** No limits, and every choice. */
export const DECISION_DEFAULTS: DecisionOptions = Object.freeze({
  objects: Number.POSITIVE_INFINITY,
  budget: Number.POSITIVE_INFINITY,
  without: [],
});

/** What is known of a program so far. Opaque: ask {@link allowed}, {@link canEnd}, {@link need}; go on with {@link take}. */
export interface DecisionState {
  /** @internal */
  readonly machine: Machine;
  /** @internal The number of the table's state. */
  readonly at: number;
  /** @internal */
  readonly objects: number;
  /** @internal */
  readonly budget: number;
  /** @internal The kind whose properties are being decided. */
  readonly kind: string;
  /** @internal The numbers of this element by which others are bounded. */
  readonly numbers: Readonly<Record<string, number>>;
  /** @internal The embeddings file that the scene names. */
  readonly embeddings: string | undefined;
  /** @internal */
  readonly labels: LabelList | undefined;
  /** @internal */
  readonly memory: { mask?: DecisionMask };
}
interface LabelList {
  readonly label: string;
  readonly others: LabelList | undefined;
}

/** What may be decided next. Shared and never changed. */
export interface DecisionMask {
  /** The ids of allowed choices as bits: id `i` is bit `i & 31` of word `i >> 5`. */
  readonly words: Uint32Array;
  /** The same in the order of their ids, each with what it carries. */
  readonly offers: readonly Offer[];
}
/** A choice that is allowed now. */
export interface Offer {
  readonly id: number;
  readonly choice: string;
  /** What it carries: its bounds are those of this place, near before far, rows of the file that is named. */
  readonly slot?: Slot;
}

/** What stays the same from the first decision to the last. */
interface Machine {
  readonly table: DecisionTable;
  readonly catalog: Catalog;
  readonly ids: ReadonlyMap<string, number>;
  readonly slots: ReadonlyMap<string, Slot>;
  /** The state behind the program. */
  readonly end: number;
  /** The ids that the library has for a kind. */
  readonly assetIds: (kind: string) => readonly string[];
  /** By state, the transitions of those that it falls through to included. */
  readonly transitions: readonly (readonly Transition[])[];
  /** By state, `end` included. */
  readonly least: readonly number[];
  readonly leastAtLimit: readonly number[];
}

/**
 * The state of the empty program. Throws a RangeError for a budget below the minimum, limits that are no counts, choices
 * that do not exist, and for leaving out what every program needs.
 */
export function startDecisions(
  catalog: Catalog = EMPTY_CATALOG,
  options: Partial<DecisionOptions> = {},
): DecisionState {
  const { objects, budget, without } = { ...DECISION_DEFAULTS, ...options };
  for (const [name, limit] of Object.entries({ objects, budget })) {
    if (!(limit === Number.POSITIVE_INFINITY || (Number.isInteger(limit) && limit >= 0)))
      throw new RangeError(`${name} is a whole number from 0 on or Infinity, not ${limit}`);
  }
  const machine = createMachine(catalog, without);
  const least = (objects > 0 ? machine.least : machine.leastAtLimit)[0] ?? 0;
  if (!Number.isFinite(least)) throw new RangeError('without these choices no program can end');
  if (budget < least) throw new RangeError(`a budget of ${budget} decisions is below the minimum of ${least}`);
  return {
    machine,
    at: 0,
    objects,
    budget,
    kind: '',
    numbers: {},
    embeddings: undefined,
    labels: undefined,
    memory: {},
  };
}

/** What may be decided next: nothing once the program has ended, and never nothing before. */
export function allowed(state: DecisionState): DecisionMask {
  state.memory.mask ??= makeMask(state);
  return state.memory.mask;
}

/** The state after one more decision; nothing if it is not allowed, or its value is not. */
export function take(state: DecisionState, decision: Decision): DecisionState | undefined {
  const { objects, budget, labels } = state;
  const { choice, value } = decision;
  const transition = transitionOf(state, choice);
  if (transition === undefined || !isOpen(state, transition)) return undefined;
  const slot = slotOf(state, transition);
  if (slot === undefined ? value !== undefined : !admits(state, slot, value)) return undefined;
  const { role, counts } = choiceOf(state, choice);
  const next = { ...state, at: transition.to, budget: budget - 1, memory: {} };
  switch (role) {
    case 'kind':
      return { ...next, kind: choice, numbers: {}, objects: counts ? objects - 1 : objects };
    case 'label':
      return { ...next, labels: { label: String(value), others: labels } };
    case 'property':
      if (slot?.kind === 'text' && slot.form === 'safetensors') return { ...next, embeddings: String(value) };
      return typeof value === 'number' ? { ...next, numbers: { ...state.numbers, [choice]: value + 0 } } : next;
    default:
      return next;
  }
}

/** Whether the program may end here: `end` is allowed, or was decided. */
export function canEnd(state: DecisionState): boolean {
  return hasEnded(state) || allowed(state).offers[0]?.choice === 'end';
}

/** Whether `end` was decided. */
export function hasEnded({ machine, at }: DecisionState): boolean {
  return at === machine.end;
}

/** The least number of decisions to the end of the program, `end` included; 0 once it has ended. */
export function need({ machine, at, objects }: DecisionState): number {
  return leastFrom(machine, at, objects);
}

function leastFrom({ least, leastAtLimit }: Machine, at: number, objects: number): number {
  return (objects > 0 ? least : leastAtLimit)[at] ?? Number.POSITIVE_INFINITY;
}

/** Whether a choice may be made: as far as the catalog knows it has a value, and the program can still be finished. */
function isOpen(state: DecisionState, { choice, slot: name, to }: Transition): boolean {
  const { machine, objects, budget, kind, embeddings } = state;
  const { counts } = choiceOf(state, choice);
  if (counts && objects === 0) return false;
  const least = 1 + leastFrom(machine, to, counts ? objects - 1 : objects);
  if (!Number.isFinite(least) || least > budget) return false;
  const slot = slotNamed(state, name);
  const { assets, images, embeddings: files } = machine.catalog;
  if (slot?.kind === 'row') return embeddings !== undefined;
  if (slot?.kind !== 'text') return true;
  if (slot.form === 'image') return images === undefined || images.size > 0;
  if (slot.form === 'safetensors') return files === undefined || fileNames(machine.catalog).length > 0;
  return slot.form !== 'asset-id' || assets === undefined || machine.assetIds(kind).length > 0;
}

/** What a choice carries at this place. */
function slotOf(state: DecisionState, { slot: name, above = [], below = [] }: Transition): Slot | undefined {
  const { machine, kind, embeddings, numbers } = state;
  const slot = slotNamed(state, name);
  const { catalog } = machine;
  if (slot?.kind === 'number') return between(slot, above, below, numbers);
  if (slot?.kind === 'row') {
    const rows = catalog.embeddings?.get(embeddings ?? '')?.rows;
    return rows === undefined ? slot : { ...slot, rows };
  }
  if (slot?.kind !== 'text') return slot;
  if (slot.form === 'image' && catalog.images !== undefined) return { ...slot, choices: [...catalog.images] };
  if (slot.form === 'safetensors' && catalog.embeddings !== undefined) return { ...slot, choices: fileNames(catalog) };
  if (slot.form !== 'asset-id') return slot;
  return {
    ...slot,
    ...(kind !== CLASSLESS && { assetClass: kind }),
    ...(catalog.assets !== undefined && { choices: machine.assetIds(kind) }),
  };
}

/** An `object` may look like anything of the library. */
const CLASSLESS = 'object';

function assetIdsOf({ assets }: Catalog): (kind: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (kind) => {
    const found =
      known.get(kind) ??
      (kind === CLASSLESS ? ASSET_CLASSES : [kind]).flatMap((name) => [...(assets?.ids(name) ?? [])]);
    known.set(kind, found);
    return found;
  };
}

/** The files that have rows, in a space in which the library can be searched. */
function fileNames({ assets, embeddings }: Catalog): readonly string[] {
  const spaces = assets?.spaces ?? [];
  return [...(embeddings ?? [])].flatMap(([path, { rows, space }]) =>
    rows > 0 && (spaces.length === 0 || spaces.includes(space)) ? [path] : [],
  );
}

function between(
  slot: NumberSlot,
  above: readonly string[],
  below: readonly string[],
  numbers: Readonly<Record<string, number>>,
): NumberSlot {
  let { range }: { readonly range: Interval } = slot;
  for (const choice of above) {
    const bound = numbers[choice];
    if (bound !== undefined && (range.min ?? -Infinity) <= bound) range = { ...range, min: bound, minExclusive: true };
  }
  for (const choice of below) {
    const bound = numbers[choice];
    if (bound !== undefined && bound <= (range.max ?? Infinity)) range = { ...range, max: bound, maxExclusive: true };
  }
  return range === slot.range ? slot : { ...slot, range };
}

function admits({ machine, labels }: DecisionState, slot: Slot, value: SlotValue | undefined): boolean {
  if (!admitsValue(slot, value)) return false;
  if (slot.kind !== 'text') return true;
  if (slot.form === 'asset-id') return machine.catalog.assets?.has(String(value)) ?? true;
  return slot.form !== 'label' || !(RESERVED.has(String(value)) || isTaken(labels, String(value)));
}

/** @internal Words of the language are no names. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...keywords,
  ...[...ENUMERATIONS.values()].flatMap(({ words }) => words),
]);

function isTaken(labels: LabelList | undefined, label: string): boolean {
  for (let one = labels; one !== undefined; one = one.others) if (one.label === label) return true;
  return false;
}

function makeMask(state: DecisionState): DecisionMask {
  const { machine, at } = state;
  const words = new Uint32Array(Math.ceil(machine.table.choices.length / 32));
  const offers: Offer[] = [];
  for (const transition of machine.transitions[at] ?? []) {
    if (!isOpen(state, transition)) continue;
    const { choice } = transition;
    const id = machine.ids.get(choice) ?? 0;
    const slot = slotOf(state, transition);
    words[id >> 5] = (words[id >> 5] ?? 0) | (1 << (id & 31));
    offers.push(slot === undefined ? { id, choice } : { id, choice, slot });
  }
  invariant(offers.length > 0 || hasEnded(state), 'something can always be decided before the end');
  return { words, offers: offers.sort((a, b) => a.id - b.id) };
}

/** @internal What the table offers here under a name, whether it is allowed now or not. */
export function transitionOf({ machine, at }: DecisionState, choice: string): Transition | undefined {
  return machine.transitions[at]?.find((one) => one.choice === choice);
}

/** @internal */
export function slotNamed({ machine }: DecisionState, name: string | undefined): Slot | undefined {
  return name === undefined ? undefined : machine.slots.get(name);
}

/** @internal */
export function choiceOf({ machine: { table, ids } }: DecisionState, name: string): Choice {
  const found = table.choices[ids.get(name) ?? -1];
  invariant(found !== undefined, `${name} is a choice`);
  return found;
}

/** Whether a kind without annotations is written even if it states nothing. */
export function mayStandEmpty(kind: string): boolean {
  const state = take(startDecisions(), { choice: kind });
  return state !== undefined && canEnd(state);
}

const machines = new WeakMap<Catalog, Map<string, Machine>>();

/** One machine a catalog and set of choices: what is computed of the table is shared by all programs. */
function createMachine(catalog: Catalog, without: readonly string[]): Machine {
  const key = [...without].sort().join(' ');
  const known = machines.get(catalog)?.get(key);
  if (known !== undefined) return known;
  const machine = buildMachine(catalog, new Set(without));
  const ofCatalog = machines.get(catalog) ?? new Map<string, Machine>();
  machines.set(catalog, ofCatalog.set(key, machine));
  return machine;
}

function buildMachine(catalog: Catalog, without: ReadonlySet<string>): Machine {
  const table = decisionTable();
  const ids = new Map(table.choices.map(({ name }, id) => [name, id]));
  for (const name of without) if (!ids.has(name)) throw new RangeError(`there is no choice ${name}`);
  const offered = table.states.map(({ transitions, otherwise }) => ({
    transitions: transitions.filter(({ choice }) => !without.has(choice)),
    ...(otherwise !== undefined && { otherwise }),
  }));
  const end = table.states.findIndex(({ least }) => least === 0);
  const least = leastDecisions(offered, end, (name) => table.choices[ids.get(name) ?? -1]?.counts === true);
  const flat = (index: number): readonly Transition[] => {
    const { transitions = [], otherwise }: (typeof offered)[number] | Record<string, never> = offered[index] ?? {};
    return otherwise === undefined ? transitions : [...transitions, ...flat(otherwise)];
  };
  return {
    table,
    catalog,
    ids,
    slots: new Map(table.slots.map((slot) => [slot.name, slot])),
    end,
    assetIds: assetIdsOf(catalog),
    transitions: table.states.map((_, index) => flat(index)),
    least: least.map(({ free }) => free),
    leastAtLimit: least.map(({ atLimit }) => atLimit),
  };
}
