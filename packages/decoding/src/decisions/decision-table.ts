// Turns vocabulary and core form into the table of decisions: states, what may be chosen in each, what a choice carries.
import { invariant } from '@diorama/diagnostics';
import { ANNOTATIONS, isNumeric, KINDS, type KindDefinition, type PropertyDefinition } from '@diorama/vocabulary';
import { type Form, formsOf } from './form.ts';
import { leastDecisions } from './least-decisions.ts';
import { numberSlot, type Slot, textSlot } from './slot.ts';

/** Everything that a reader in another language needs. Printable as JSON: `grammar/decisions.json`. */
export interface DecisionTable {
  /** Changes whenever a choice, state or slot changes its meaning; a model names the version that it was trained on. */
  readonly version: number;
  /** By id: the classes of a model's head. */
  readonly choices: readonly Choice[];
  readonly slots: readonly Slot[];
  /** By number; a program begins in the first. */
  readonly states: readonly TableState[];
}

/** One thing to choose, wherever it may be chosen. */
export interface Choice {
  readonly name: string;
  readonly role: 'end' | 'annotation' | 'kind' | 'label' | 'property' | 'component';
  /** The property or annotation that it states. */
  readonly of?: string;
  /** The text before, between and after the values: of a component's property, its first choice has them. */
  readonly pieces?: readonly string[];
  /** The choices that must follow, each with one more number. */
  readonly components?: readonly string[];
  /** Whether it begins an element, which counts against a limit of objects. */
  readonly counts?: true;
}

/** A place in a program. */
export interface TableState {
  /** For readers: the first place that is like this. */
  readonly name: string;
  readonly transitions: readonly Transition[];
  /** The state whose transitions may be taken from here as well: the element is closed on the way, at no cost. */
  readonly otherwise?: number;
  /** The least number of decisions from here to the end, `end` included. */
  readonly least: number;
  /** The same if no element may be begun any more; left out if there is no way. */
  readonly leastAtLimit?: number;
}

/** A choice that a state offers. */
export interface Transition {
  readonly choice: string;
  /** The name of what it carries. */
  readonly slot?: string;
  readonly to: number;
  /** The numbers (of the choice and its components) or the text that is not written: the default. */
  readonly omitted?: readonly (number | string)[];
  /** Its number must be greater, or less, than what this choice was given in the same element, if it was. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

export const DECISION_TABLE_VERSION = 1;

let table: DecisionTable | undefined;

/**
 * The table, always the same.
 *
 * How much one decision says: a choice together with its first number, for one hidden state serves both a head of choices
 * and a head of each slot. Further numbers of a place or size are decisions of their own, because each says much about the
 * next (depth about height and side); the numbers of a rotation are one, because they mean nothing apart. What is left out
 * costs nothing: after each property the next that is stated is chosen, or at once the next element. So an object of a
 * photograph (pixels, kind, x, y, z, height, rotation, look) is eight decisions, and each program has exactly one list.
 */
export function decisionTable(): DecisionTable {
  table ??= buildTable();
  return table;
}

/** What is made step by step. */
interface Builder {
  readonly choices: Map<string, Choice>;
  readonly slots: Map<string, Slot>;
  /** The name of each slot by what it is, without its name. */
  readonly slotNames: Map<string, string>;
  readonly states: DraftState[];
  /** Places that are alike are one state. */
  readonly byKey: Map<string, number>;
}
interface DraftState {
  readonly name: string;
  readonly transitions: Transition[];
  otherwise?: number;
}

const SETTINGS = KINDS.filter(({ once }) => once);
const ELEMENTS = KINDS.filter(({ once, holdsElements }) => !once && !holdsElements);

/** Settings that mean something even without a property: air that veils nothing is not the same as no haze. */
const MAY_STAND_EMPTY: ReadonlySet<string> = new Set(['haze']);

function buildTable(): DecisionTable {
  const builder: Builder = {
    choices: new Map(),
    slots: new Map(),
    slotNames: new Map(),
    states: [],
    byKey: new Map(),
  };
  addChoice(builder, { name: 'end', role: 'end' });
  for (const { name } of ANNOTATIONS) {
    addChoice(builder, { name: `@${name}`, role: 'annotation', of: name, pieces: [`@${name}(`, ') '] });
  }
  for (const { name, once } of [...SETTINGS, ...ELEMENTS]) {
    addChoice(builder, { name, role: 'kind', pieces: [name], ...(!once && { counts: true as const }) });
  }
  addChoice(builder, { name: 'label', role: 'label', pieces: [' ', ''] });
  for (const { name, properties } of [...SETTINGS, ...ELEMENTS]) {
    for (const property of properties) for (const form of formsOf(property)) addForm(builder, property, form, name);
  }
  itemState(builder, 0, 0);
  const { choices, slots, states } = builder;
  const least = leastDecisions(states, endState(builder), (name) => choices.get(name)?.counts === true);
  return {
    version: DECISION_TABLE_VERSION,
    choices: [...choices.values()],
    slots: [...slots.values()],
    states: states.map(({ name, transitions, otherwise }, index) => {
      const { free, atLimit } = least[index] ?? { free: 0, atLimit: 0 };
      return {
        name,
        transitions,
        ...(otherwise !== undefined && { otherwise }),
        least: free,
        ...(Number.isFinite(atLimit) && { leastAtLimit: atLimit }),
      };
    }),
  };
}

/**
 * Before an item. Settings come first and in their order, so those before `setting` are past; annotations come before
 * what they say something of, in their order too: a count of pixels is known to all that follows.
 */
function itemState(builder: Builder, setting: number, annotation: number): number {
  const kind = SETTINGS[setting]?.name ?? 'element';
  const name = annotation === 0 ? `before ${kind}` : `before ${kind}, after @${ANNOTATIONS[annotation - 1]?.name}`;
  return state(builder, `item ${setting} ${annotation}`, name, (draft) => {
    if (annotation === 0) draft.transitions.push({ choice: 'end', to: endState(builder) });
    for (const [index, { name: of, parameters }] of ANNOTATIONS.entries()) {
      const type = parameters[0]?.type;
      invariant(type !== undefined && parameters.length === 1, `@${of} takes one value`);
      // A text says something more each time: there may be several.
      const repeats = type.kind === 'text';
      if (index < annotation - (repeats ? 1 : 0)) continue;
      const slot = isNumeric(type)
        ? numberSlot(`@${of}`, type)
        : type.kind === 'text'
          ? textSlot(`@${of}`, type)
          : undefined;
      invariant(slot !== undefined, `@${of} takes a number or a text`);
      draft.transitions.push({
        choice: `@${of}`,
        slot: addSlot(builder, slot, ''),
        to: itemState(builder, setting, index + 1),
      });
    }
    draft.otherwise = kindState(builder, setting, annotation > 0);
  });
}

/** Before a kind: the setting of this number or what comes behind it, at last any element. */
function kindState(builder: Builder, setting: number, annotated: boolean): number {
  const definition = SETTINGS[setting];
  if (definition === undefined) return elementState(builder);
  const mustGive = !annotated && !MAY_STAND_EMPTY.has(definition.name);
  const name = `${annotated ? 'annotated ' : ''}${definition.name} or later`;
  return state(builder, `kind ${setting} ${annotated}`, name, (draft) => {
    const next = itemState(builder, setting + 1, 0);
    const to = propertyState(builder, { kind: definition, left: definition.properties, next, mustGive });
    draft.transitions.push({ choice: definition.name, to });
    draft.otherwise = kindState(builder, setting + 1, annotated);
  });
}

function elementState(builder: Builder): number {
  return state(builder, 'element', 'element', ({ transitions }) => {
    const next = itemState(builder, SETTINGS.length, 0);
    for (const definition of ELEMENTS) {
      transitions.push({ choice: definition.name, to: labelState(builder, definition, next) });
    }
  });
}

/** Behind the program: nothing follows. */
function endState(builder: Builder): number {
  return state(builder, 'ended', 'ended', () => {});
}

/** Before the properties of an element, where it may get a name. */
function labelState(builder: Builder, kind: KindDefinition, next: number): number {
  const place: Place = { kind, left: kind.properties, next, mustGive: false };
  const to = propertyState(builder, place);
  return state(builder, `label ${to}`, `label of ${kind.name}`, (draft) => {
    const slot = addSlot(builder, { kind: 'text', name: 'label', form: 'label', nonEmpty: true }, '');
    draft.transitions.push({ choice: 'label', slot, to });
    draft.otherwise = to;
  });
}

/** Where in an element one is. */
interface Place {
  readonly kind: KindDefinition;
  /** The properties that may still come: those in the table behind the last, but for what it excludes. */
  readonly left: readonly PropertyDefinition[];
  /** The state behind the element. */
  readonly next: number;
  /** Whether it must state something yet: a setting that says nothing is not written. */
  readonly mustGive: boolean;
}

function propertyState(builder: Builder, place: Place): number {
  const { kind, left, next, mustGive } = place;
  const shapes = left.map(({ name, type, required, default: fallback, unit }) => ({
    name,
    type,
    required,
    fallback,
    unit,
  }));
  const key = `properties ${JSON.stringify([shapes, left.length > 1 ? [kind.oneOf, kind.increasing] : [], next, mustGive])}`;
  const name = left[0] === undefined ? `end of ${kind.name}` : `${kind.name} from ${left[0].name} on`;
  return state(builder, key, name, (draft) => {
    const [property, ...later] = left;
    if (property === undefined) {
      draft.otherwise = next;
      return;
    }
    const after: Place = { kind, left: remaining(kind, property, later), next, mustGive: false };
    for (const form of formsOf(property)) offerForm(builder, draft, after, property, form);
    // A setting that has said nothing yet says at least its last property.
    const isLastChance = mustGive && later.length === 0;
    if (property.required === undefined && !isLastChance)
      draft.otherwise = propertyState(builder, { kind, left: later, next, mustGive });
  });
}

/** What may still come behind a property: nothing that it excludes. */
function remaining(
  { oneOf }: KindDefinition,
  { name }: PropertyDefinition,
  later: readonly PropertyDefinition[],
): readonly PropertyDefinition[] {
  const excluded = oneOf.flatMap(({ alternatives }) => {
    const own = alternatives.find((names) => names.includes(name));
    return own === undefined ? [] : alternatives.filter((names) => names !== own).flat();
  });
  return later.filter((property) => !excluded.includes(property.name));
}

/** The choices of a form and the names of its slots. */
function addForm(builder: Builder, property: PropertyDefinition, form: Form, kind: string): readonly string[] {
  const { choice, slots, pieces } = form;
  const components = slots.slice(1).map((slot) => slot.name);
  addChoice(builder, {
    name: choice,
    role: 'property',
    of: property.name,
    pieces,
    ...(components.length > 0 && { components }),
  });
  for (const name of components) addChoice(builder, { name, role: 'component', of: property.name });
  return slots.map((slot) => addSlot(builder, slot, kind));
}

/** Offers a form: its first choice here, each of its further numbers in a state of its own. */
function offerForm(builder: Builder, draft: DraftState, after: Place, property: PropertyDefinition, form: Form): void {
  const { kind } = after;
  const { choice, slots, omitted } = form;
  const [first, ...others] = addForm(builder, property, form, kind.name);
  const to = others.reduceRight(
    (next, slot, index) => {
      const component = slots[index + 1]?.name ?? '';
      return state(builder, `component ${component} ${slot} ${next}`, `${kind.name}, ${component}`, (inner) => {
        inner.transitions.push({ choice: component, slot, to: next });
      });
    },
    propertyState(builder, after),
  );
  const increasing = kind.increasing ?? [];
  const above = increasing.flatMap(([lesser, greater]) => (greater === property.name ? [lesser] : []));
  const below = increasing.flatMap(([lesser, greater]) => (lesser === property.name ? [greater] : []));
  draft.transitions.push({
    choice,
    ...(first !== undefined && { slot: first }),
    to,
    ...(omitted && { omitted }),
    ...(above.length > 0 && { above }),
    ...(below.length > 0 && { below }),
  });
}

/** The state of a key; made when it is first asked for. Its number is known before what it leads to is made. */
function state(builder: Builder, key: string, name: string, fill: (draft: DraftState) => void): number {
  const known = builder.byKey.get(key);
  if (known !== undefined) return known;
  const draft: DraftState = { name, transitions: [] };
  const id = builder.states.push(draft) - 1;
  builder.byKey.set(key, id);
  fill(draft);
  return id;
}

function addChoice({ choices }: Builder, choice: Choice): void {
  const known = choices.get(choice.name);
  invariant(
    known === undefined || JSON.stringify(known) === JSON.stringify(choice),
    `there is one choice ${choice.name}`,
  );
  choices.set(choice.name, choice);
}

/** The name of a slot: its choice's, or with its kind before it where another kind's is different. */
function addSlot({ slots, slotNames }: Builder, slot: Slot, kind: string): string {
  const content = JSON.stringify(slot);
  const known = slotNames.get(content);
  if (known !== undefined) return known;
  const name = slots.has(slot.name) ? `${kind}.${slot.name}` : slot.name;
  invariant(!slots.has(name), `there is one slot ${name}`);
  slotNames.set(content, name);
  slots.set(name, { ...slot, name });
  return name;
}
