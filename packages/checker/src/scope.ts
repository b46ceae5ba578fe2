// Where names are found: three namespaces (kinds and prefabs; functions; values), blocks that nest, declare before use.
import type { Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { Frame, Type } from './type.ts';
import type * as typed from './typed-tree.ts';

/** What a value name stands for. */
export interface ValueDeclaration {
  readonly kind: 'value';
  readonly name: string;
  readonly variable: typed.Variable;
  readonly place: Place;
  /** How it came to be, for messages and for `unused-let`. */
  readonly origin: 'let' | 'label' | 'parameter' | 'loop' | 'import';
  /** Stands for what could not be brought from another file. */
  readonly broken?: boolean;
  /** What an import that failed probably meant: any real declaration takes its place. */
  readonly presumed?: boolean;
}
/** What a prefab name stands for. */
export interface PrefabDeclaration {
  readonly kind: 'prefab';
  readonly name: string;
  /** Left out while the prefab itself is being checked: using it then is recursion. */
  readonly prefab?: typed.Prefab;
  /** Stands for what could not be brought from another file: using it says nothing more. */
  readonly broken?: boolean;
  readonly presumed?: boolean;
  readonly place: Place;
  /** How many prefabs deep it builds, itself included. */
  readonly depth: number;
  /** How many blocks deep its running goes, those of the prefabs that it uses included. */
  readonly nesting: number;
  /** The embeddings file that its body draws from. */
  readonly embeddings?: typed.EmbeddingFile;
  readonly origin: 'prefab' | 'import';
}
export type Declaration = ValueDeclaration | PrefabDeclaration;

/** The running of an item or a prefab, which hands out slots for local values. */
export interface Activation {
  slots: number;
}

/** A block: what it declares, and where its positions are measured. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly values: Map<string, ValueDeclaration>;
  readonly prefabs: Map<string, PrefabDeclaration>;
  readonly frame: Frame;
  /** None in the file's own block, whose values are global. */
  readonly activation: Activation | undefined;
  /** What encloses it, which settings may not be in; none at top level and in an `if` there. */
  readonly inside: string | undefined;
  /** The items of the block, to find what is declared only below. */
  readonly items: readonly (ast.Item | ast.Field)[];
  /** In the file's own block, its items by section. */
  readonly sections?: readonly { readonly section: ast.Section; readonly shift: number }[];
}

export function enclose(
  parent: Scope,
  change: Partial<Pick<Scope, 'frame' | 'activation' | 'inside' | 'items'>>,
): Scope {
  return {
    parent,
    values: new Map(),
    prefabs: new Map(),
    frame: change.frame ?? parent.frame,
    activation: change.activation ?? parent.activation,
    inside: change.inside ?? parent.inside,
    items: change.items ?? [],
  };
}

/** What a block has declared of a name, if anything but a presumption. */
export function earlierValue({ values }: Scope, name: string): ValueDeclaration | undefined {
  const found = values.get(name);
  return found?.presumed ? undefined : found;
}
export function earlierPrefab({ prefabs }: Scope, name: string): PrefabDeclaration | undefined {
  const found = prefabs.get(name);
  return found?.presumed ? undefined : found;
}

/** How many blocks stand around what is declared in a scope. */
export function nestingOf(scope: Scope): number {
  let depth = 0;
  for (let at = scope.parent; at !== undefined; at = at.parent) depth += 1;
  return depth;
}

export function localVariable(
  activation: Activation,
  name: string,
  type: Type,
  place: Place,
  constant?: typed.LocalVariable['constant'],
): typed.LocalVariable {
  const slot = activation.slots;
  activation.slots += 1;
  return { kind: 'local', name, slot, type, place, ...(constant !== undefined && { constant }) };
}

/** The most names that are looked at for a suggestion. */
const CANDIDATES = 5000;

/** The names that can be used in a scope, innermost first; what could not be brought is none of them. */
export function namesIn(scope: Scope, space: 'values' | 'prefabs'): readonly string[] {
  const names: string[] = [];
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    for (const [name, { broken }] of at[space]) {
      if (broken) continue;
      if (names.length === CANDIDATES) return names;
      names.push(name);
    }
  }
  return names;
}
