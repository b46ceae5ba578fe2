// Turns the vocabulary, and what a session has declared so far, into what core form may hold: kinds with their properties.
import {
  findKind,
  KINDS,
  type OneOf,
  PREFAB_PROPERTIES,
  type PropertyDefinition,
  type Role,
} from '@diorama/vocabulary';
import type { Catalog } from '../../catalog.ts';
import { canEnd, expected, type PrefixState, step } from '../../prefix-state.ts';

/** What a model may write, one element a line. */
export interface CoreModel {
  /** Those that come once and first, in the order of core form, and those that come any number of times. */
  readonly kinds: readonly CoreKind[];
  /** Names that no label may have. */
  readonly taken: readonly string[];
  readonly catalog: Catalog;
}
export interface CoreKind {
  readonly name: string;
  /** None: a prefab that the session declared. */
  readonly role: Role | undefined;
  readonly once: boolean;
  readonly properties: readonly CoreProperty[];
  readonly oneOf: readonly OneOf[];
}
export interface CoreProperty {
  readonly definition: PropertyDefinition;
  readonly required: boolean;
  /** What the session has declared and is a whole value of this property: `far`, `oak.at`. */
  readonly names: readonly string[];
}

/** What core form may hold; with a `session`, what may follow it: a prefix that is a whole program. */
export function coreModel(catalog: Catalog = {}, session?: PrefixState): CoreModel {
  const none = () => [];
  if (session === undefined) {
    const kinds = KINDS.filter(({ holdsElements }) => !holdsElements).map((kind) =>
      toCoreKind(kind.name, kind.properties, none),
    );
    return { kinds, taken: [], catalog };
  }
  const expectations = expected(session);
  const offered = expectations.filter((one) => one.kind === 'kind-name');
  const order = new Map(KINDS.map(({ name }, index) => [name, index]));
  const place = (name: string) => order.get(name) ?? KINDS.length;
  const kinds = offered
    .filter(({ definition }) => definition?.holdsElements !== true)
    .toSorted((a, b) => place(a.name) - place(b.name))
    .map(({ name, definition, properties }) =>
      toCoreKind(name, definition?.properties ?? withPrefabProperties(properties), (property) =>
        namesFor(session, name, property),
      ),
    );
  return { kinds, taken: takenNames(session), catalog };
}

function toCoreKind(
  name: string,
  properties: readonly PropertyDefinition[],
  names: (property: string) => readonly string[],
): CoreKind {
  const kind = findKind(name);
  return {
    name,
    role: kind?.role,
    once: kind?.once ?? false,
    oneOf: kind?.oneOf ?? [],
    properties: properties.map((definition) => ({
      definition,
      // All of core form is at the top level.
      required: definition.required !== undefined,
      names: names(definition.name),
    })),
  };
}

/** A prefab's own parameters before what every use of one has. */
function withPrefabProperties(properties: readonly PropertyDefinition[]): readonly PropertyDefinition[] {
  const common = PREFAB_PROPERTIES.map(({ name }) => name);
  const own = properties.filter(({ name }) => !common.includes(name));
  return [...PREFAB_PROPERTIES, ...own];
}

/** The names that are whole values of a property, and members of labels that are. */
function namesFor(session: PrefixState, kind: string, property: string): readonly string[] {
  const before = steps(session, ['Identifier', kind], ['LeftBrace', '{'], ['Identifier', property], ['Colon', ':']);
  if (before === undefined) return [];
  return expected(before).flatMap((one) => {
    if (one.kind !== 'value-name') return [];
    const { name } = one;
    if (endsValue(steps(before, ['Identifier', name]))) return [name];
    const behindDot = one.origin === 'label' ? steps(before, ['Identifier', name], ['Dot', '.']) : undefined;
    if (behindDot === undefined) return [];
    return expected(behindDot).flatMap((member) =>
      member.kind === 'member-name' && endsValue(steps(behindDot, ['Identifier', member.name]))
        ? [`${name}.${member.name}`]
        : [],
    );
  });
}

/** Whether a value may end here: another property, or nothing more, may come. */
function endsValue(state: PrefixState | undefined): boolean {
  return state !== undefined && steps(state, ['Comma', ',']) !== undefined;
}

function steps(
  from: PrefixState,
  ...lexemes: readonly (readonly [type: string, text: string])[]
): PrefixState | undefined {
  let state: PrefixState | undefined = from;
  for (const [type, text] of lexemes) state = state && step(state, { type, text });
  return state;
}

/** The names that a label may not have any more. */
function takenNames(session: PrefixState): readonly string[] {
  if (!canEnd(session)) return [];
  const behindKind = steps(session, ['Identifier', 'tree']);
  const names = behindKind && expected(behindKind).find((one) => one.kind === 'new-name');
  return names === undefined ? [] : [...names.taken].sort();
}
