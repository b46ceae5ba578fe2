// The names that a prefix has declared, block by block. Nothing is changed: a declaration gives a new scope.
import type { PropertyDefinition } from '@diorama/vocabulary';
import type { Constant } from './constant.ts';
import { entries, get, type PersistentMap, set } from './persistent-map.ts';
import type { TypeSet } from './type-set.ts';

/** What a value name stands for. */
export interface ValueBinding {
  readonly name: string;
  readonly origin: 'let' | 'label' | 'parameter' | 'loop' | 'import';
  readonly types: TypeSet;
  readonly constant: boolean;
  readonly value?: Constant;
}
/** What a prefab's name stands for. */
export interface PrefabBinding {
  readonly name: string;
  /** Its parameters; none while it is being declared, or if it comes from a file that the catalog does not know. */
  readonly parameters: readonly PropertyDefinition[] | undefined;
  /** Whether it is being declared: using it then is recursion. */
  readonly open: boolean;
  /** The embeddings file that its body draws from. */
  readonly embeddings?: string;
}

/** A block. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly values: PersistentMap<ValueBinding> | undefined;
  readonly prefabs: PersistentMap<PrefabBinding> | undefined;
  /** How many frames enclose it: 0 is the world. */
  readonly frame: number;
  /** What encloses it, which settings may not be in; none at top level and in an `if` there. */
  readonly inside: string | undefined;
}

export const TOP: Scope = { parent: undefined, values: undefined, prefabs: undefined, frame: 0, inside: undefined };

export function open(parent: Scope, change: { readonly framed?: boolean; readonly inside?: string } = {}): Scope {
  return {
    parent,
    values: undefined,
    prefabs: undefined,
    frame: change.framed ? parent.frame + 1 : parent.frame,
    inside: change.inside ?? parent.inside,
  };
}
export function declareValue(scope: Scope, binding: ValueBinding): Scope {
  return { ...scope, values: set(scope.values, binding.name, binding) };
}
export function declarePrefab(scope: Scope, binding: PrefabBinding): Scope {
  return { ...scope, prefabs: set(scope.prefabs, binding.name, binding) };
}

export function findValue(scope: Scope, name: string): ValueBinding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = get(at.values, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
export function findPrefab(scope: Scope, name: string): PrefabBinding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = get(at.prefabs, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every value that can be seen, innermost block first, by name within a block. */
export function* visibleValues(scope: Scope): Generator<ValueBinding> {
  yield* visible(scope, (block) => block.values);
}
export function* visiblePrefabs(scope: Scope): Generator<PrefabBinding> {
  yield* visible(scope, (block) => block.prefabs);
}
function* visible<V>(scope: Scope, of: (block: Scope) => PersistentMap<V> | undefined): Generator<V> {
  const seen = new Set<string>();
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    for (const [name, binding] of entries(of(at))) {
      if (seen.has(name)) continue;
      seen.add(name);
      yield binding;
    }
  }
}

/** The names that a block has declared itself: a further declaration may not bear them. */
export function declaredValues(scope: Scope): readonly string[] {
  return [...entries(scope.values)].map(([name]) => name);
}
export function declaresValue(scope: Scope, name: string): boolean {
  return get(scope.values, name) !== undefined;
}
export function declaresPrefab(scope: Scope, name: string): boolean {
  return get(scope.prefabs, name) !== undefined;
}
