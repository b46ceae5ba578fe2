// Turns decisions into records of fixed width, one an item, and back: for models that decide a whole object in one step.
import { invariant } from '@diorama/diagnostics';
import { type Catalog, EMPTY_CATALOG } from '@diorama/grammar';
import { ANNOTATIONS, findKind, KINDS, type KindDefinition } from '@diorama/vocabulary';
import type { Decision } from './decision.ts';
import { allowed, type DecisionOptions, type DecisionState, startDecisions, take } from './decision-state.ts';
import { decisionTable } from './decision-table.ts';
import { formsOf } from './form.ts';
import { clampValue } from './quantise.ts';
import type { Slot, SlotValue } from './slot.ts';

/** What every record has. Derived from the decision table's choices. */
export interface RecordLayout {
  /** By id: the settings, then the elements. */
  readonly kinds: readonly string[];
  /** What is chosen apart: an annotation, the label, a property. */
  readonly groups: readonly RecordGroup[];
  /** The numbers of all choices, each in a cell of its own. */
  readonly cells: readonly RecordCell[];
  /** The choices that carry texts. */
  readonly texts: readonly string[];
}
export interface RecordGroup {
  readonly name: string;
  /** By id, from 1: choices of the table. 0 leaves the group out. */
  readonly options: readonly string[];
}
export interface RecordCell {
  /** `at.view.x`, `rotation.quaternion.w`, `color.red` */
  readonly name: string;
  /** The decision that carries it. */
  readonly choice: string;
  /** Which number of that decision it is. */
  readonly component: number;
}

/** One item of a program. What its options leave out is 0, and means nothing. */
export interface ItemRecord {
  /** An id of the layout's kinds. */
  readonly kind: number;
  /** By group: the option, or 0. */
  readonly options: Uint8Array;
  /** By cell: metres, degrees, a row, a color's parts 0..255. */
  readonly numbers: Float64Array;
  /** By choice; several where a note comes again. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** What a record of a kind may hold: each group and cell for itself, given the kind. */
export interface RecordMask {
  /** By group, as bits: bit `o` allows option `o`, bit 0 leaving it out. */
  readonly options: Uint32Array;
  /** By cell: what bounds it; undefined where the kind has no such number. */
  readonly cells: readonly (Slot | undefined)[];
}

let layout: RecordLayout | undefined;

/** The layout, always the same. */
export function recordLayout(): RecordLayout {
  layout ??= buildLayout();
  return layout;
}

function buildLayout(): RecordLayout {
  const { choices } = decisionTable();
  const named = (role: string) => choices.filter((choice) => choice.role === role);
  const properties = new Map<string, string[]>();
  for (const { name, of = '' } of named('property')) properties.set(of, [...(properties.get(of) ?? []), name]);
  const groups: RecordGroup[] = [
    ...named('annotation').map(({ name }) => ({ name, options: [name] })),
    { name: 'label', options: ['label'] },
    ...[...properties].map(([name, options]) => ({ name, options })),
  ];
  const carrying = choices.flatMap(({ name }) => {
    const slot = slotsByChoice().get(name);
    return slot === undefined ? [] : [{ choice: name, slot }];
  });
  return {
    kinds: named('kind').map(({ name }) => name),
    groups,
    cells: carrying.flatMap(({ choice, slot }) =>
      partsOf(slot).map((part, component) => ({ name: part, choice, component })),
    ),
    texts: carrying.filter(({ slot }) => slot.kind === 'text').map(({ choice }) => choice),
  };
}

let carried: ReadonlyMap<string, Slot> | undefined;

/** What each choice carries. Where that depends on the kind, what it carries for the first: its parts are the same. */
function slotsByChoice(): ReadonlyMap<string, Slot> {
  carried ??= findSlots();
  return carried;
}

function findSlots(): ReadonlyMap<string, Slot> {
  // Annotations and labels carry what bears their own name.
  const found = new Map(decisionTable().slots.map((slot) => [slot.name, slot]));
  for (const { choice, slots } of KINDS.flatMap(({ properties }) => properties.flatMap(formsOf))) {
    const [first] = slots;
    if (first !== undefined && !found.has(choice)) found.set(choice, first);
  }
  const choices = new Set(decisionTable().choices.map(({ name }) => name));
  return new Map([...found].filter(([name]) => choices.has(name)));
}

function partsOf(slot: Slot): readonly string[] {
  switch (slot.kind) {
    case 'number':
    case 'row':
      return [slot.name];
    case 'color':
      return ['red', 'green', 'blue'].map((part) => `${slot.name}.${part}`);
    case 'rotation':
      return slot.components.map(({ name }) => `${slot.name}.${name}`);
    case 'text':
      return [];
  }
}

/** The records of a program's items. `end` has none: it is the end of the list. */
export function toRecords(decisions: readonly Decision[]): readonly ItemRecord[] {
  const { kinds, groups, cells } = recordLayout();
  const records: ItemRecord[] = [];
  let draft = newDraft();
  let isOpen = false;
  for (const { choice, value } of decisions) {
    const kind = kinds.indexOf(choice);
    if (isOpen && (kind !== -1 || choice.startsWith('@') || choice === 'end')) {
      records.push(draft);
      draft = newDraft();
      isOpen = false;
    }
    if (choice === 'end') break;
    if (kind !== -1) {
      draft.kind = kind;
      isOpen = true;
      continue;
    }
    const group = groups.findIndex(({ options }) => options.includes(choice));
    // Components follow their first choice, which has set the option.
    if (group !== -1) draft.options[group] = (groups[group]?.options.indexOf(choice) ?? -1) + 1;
    if (typeof value === 'string' && !isColor(choice)) {
      draft.texts[choice] = [...(draft.texts[choice] ?? []), value];
      continue;
    }
    const numbers = typeof value === 'string' ? partsOfColor(value) : value === undefined ? [] : [value].flat();
    const first = cells.findIndex((cell) => cell.choice === choice);
    for (const [index, number] of numbers.entries()) draft.numbers[first + index] = number;
  }
  if (isOpen) records.push(draft);
  return records;
}

interface Draft {
  kind: number;
  readonly options: Uint8Array;
  readonly numbers: Float64Array;
  readonly texts: Record<string, readonly string[]>;
}
function newDraft(): Draft {
  const { groups, cells } = recordLayout();
  return { kind: 0, options: new Uint8Array(groups.length), numbers: new Float64Array(cells.length), texts: {} };
}

function isColor(choice: string): boolean {
  return slotsByChoice().get(choice)?.kind === 'color';
}
function partsOfColor(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
function printColor(parts: readonly number[]): string {
  const byte = (part: number) => Math.min(255, Math.max(0, Math.round(part)));
  return `#${parts.map((part) => byte(part).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The decisions of records, `end` last: always a program. Of records that {@link toRecords} made, the same decisions. Of
 * others, numbers are brought into their bounds; what is not allowed where it stands is left out: a second camera, a
 * pitch beside a target, an element without a place.
 */
export function fromRecords(
  records: readonly ItemRecord[],
  catalog: Catalog = EMPTY_CATALOG,
  options: Partial<DecisionOptions> = {},
): readonly Decision[] {
  let state = startDecisions(catalog, options);
  const taken: Decision[] = [];
  for (const record of records) {
    const item = takeItem(state, record);
    if (item === undefined) continue;
    taken.push(...item.decisions);
    state = item.state;
  }
  return [...taken, { choice: 'end' }];
}

interface Taken {
  readonly state: DecisionState;
  readonly decisions: readonly Decision[];
}

/** The decisions of a record as far as they are allowed; nothing if what then stands there cannot end. */
function takeItem(from: DecisionState, record: ItemRecord): Taken | undefined {
  const kind = findKind(recordLayout().kinds[record.kind] ?? '');
  if (kind === undefined) return undefined;
  const decisions: Decision[] = [];
  let state = from;
  let skips = false;
  for (const { choice, value, first } of wishes(kind, record)) {
    if (!first && skips) continue;
    skips = false;
    const offer = allowed(state).offers.find((one) => one.choice === choice);
    const slot = offer?.slot;
    const decision: Decision =
      slot === undefined || value === undefined ? { choice } : { choice, value: clampValue(slot, value) };
    const next = offer && take(state, decision);
    if (next === undefined && choice === kind.name) return undefined;
    skips = next === undefined;
    if (next === undefined) continue;
    state = next;
    decisions.push(decision);
  }
  return take(state, { choice: 'end' }) === undefined ? undefined : { state, decisions };
}

/** A decision that a record asks for; `first` unless it is a further number of the one before. */
interface Wish extends Decision {
  readonly first: boolean;
}

/** In the order of core form: annotations, kind, label, properties. */
function wishes(kind: KindDefinition, record: ItemRecord): readonly Wish[] {
  const names = [...ANNOTATIONS.map(({ name }) => `@${name}`), '', 'label', ...kind.properties.map(({ name }) => name)];
  return names.flatMap((name) => (name === '' ? [{ choice: kind.name, first: true }] : wishesOf(name, record)));
}

function wishesOf(name: string, { options, numbers, texts }: ItemRecord): readonly Wish[] {
  const { groups, cells } = recordLayout();
  const { choices } = decisionTable();
  const group = groups.findIndex((one) => one.name === name);
  const choice = groups[group]?.options[(options[group] ?? 0) - 1];
  if (choice === undefined) return [];
  const slot = slotsByChoice().get(choice);
  if (slot === undefined) return [{ choice, first: true }];
  if (slot.kind === 'text') return (texts[choice] ?? []).map((value) => ({ choice, value, first: true }));
  const components = choices.find((one) => one.name === choice)?.components ?? [];
  return [choice, ...components].map((one): Wish => {
    const first = cells.findIndex((cell) => cell.choice === one);
    const parts = cells.flatMap((cell, index) => (cell.choice === one ? [numbers[index] ?? 0] : []));
    invariant(first !== -1, `${one} has a cell`);
    return { choice: one, value: slotValue(slot, parts), first: one === choice };
  });
}

function slotValue(slot: Slot, parts: readonly number[]): SlotValue {
  if (slot.kind === 'color') return printColor(parts);
  return slot.kind === 'rotation' ? parts : (parts[0] ?? 0);
}

/** What a record of a kind may hold. Of settings, what stands before in the same record may exclude more. */
export function recordMask(kind: string): RecordMask {
  const { groups, cells } = recordLayout();
  const definition = KINDS.find(({ name }) => name === kind);
  if (definition === undefined || definition.holdsElements) throw new RangeError(`core form has no kind ${kind}`);
  const options = new Uint32Array(groups.length);
  const slots = new Map<string, Slot>();
  for (const [index, { name, options: choices }] of groups.entries()) {
    const property = definition.properties.find((one) => one.name === name);
    const forms = property === undefined ? [] : formsOf(property);
    for (const slot of forms.flatMap((form) => form.slots)) slots.set(slot.name, slot);
    for (const form of forms) {
      options[index] = (options[index] ?? 0) | (1 << (choices.indexOf(form.choice) + 1));
      // The first slot of several is named after its number, its choice after the form.
      if (form.slots[0] !== undefined) slots.set(form.choice, form.slots[0]);
    }
    if (name.startsWith('@') || (name === 'label' && !definition.once)) {
      options[index] = (options[index] ?? 0) | 2;
      const slot = slotsByChoice().get(name);
      if (slot !== undefined) slots.set(name, slot);
    }
    if (property?.required === undefined) options[index] = (options[index] ?? 0) | 1;
  }
  return { options, cells: cells.map(({ choice }) => slots.get(choice)) };
}
