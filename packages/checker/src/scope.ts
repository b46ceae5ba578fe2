// Where names are found: three namespaces (kinds and prefabs; functions; values), blocks that nest, declare before use.
import type { Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { CheckContext } from './context.ts';
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
}
/** What a prefab name stands for. */
export interface PrefabDeclaration {
  readonly kind: 'prefab';
  readonly name: string;
  /** Left out while the prefab itself is being checked: using it then is recursion. */
  readonly prefab?: typed.Prefab;
  /** Stands for what could not be brought from another file: using it says nothing more. */
  readonly broken?: boolean;
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

/** A declaration that comes too late: where it stands, and how far its section has moved. */
export interface Below {
  readonly place: Place;
  readonly shift: number;
}

/** The item below that will declare a name, if any: the usual reason why a name is unknown. */
export function declaredBelow(ctx: CheckContext, name: string, space: 'value' | 'prefab'): Below | undefined {
  for (let scope: Scope | undefined = ctx.scope; scope !== undefined; scope = scope.parent) {
    for (const { section, shift, items } of blocksOf(ctx, scope)) {
      for (const item of items) {
        const declared = declaredName(item, space);
        if (declared?.text !== name) continue;
        return { place: { file: ctx.file, section, start: declared.start, end: declared.end }, shift };
      }
    }
  }
  return undefined;
}

/** Where a name is declared in a block that is closed where it is asked for. */
export function declaredInside(ctx: CheckContext, name: string): Place | undefined {
  for (let scope: Scope | undefined = ctx.scope; scope !== undefined; scope = scope.parent) {
    for (const { section, items } of blocksOf(ctx, scope)) {
      for (const item of items) {
        const found = findInside(item, name);
        if (found !== undefined) return { file: ctx.file, section, start: found.start, end: found.end };
      }
    }
  }
  return undefined;
}

function findInside(item: ast.Item | ast.Field, name: string): ast.Name | undefined {
  for (const inner of itemsOf(item)) {
    const declared = declaredName(inner, 'value');
    const found = declared?.text === name ? declared : findInside(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function itemsOf(item: ast.Item | ast.Field): readonly (ast.Item | ast.Field)[] {
  switch (item.kind) {
    case 'element':
      return item.body.entries;
    case 'prefab':
    case 'for':
    case 'scatter':
      return item.body.items;
    case 'if':
      return [
        ...item.then.items,
        ...(item.else === undefined ? [] : item.else.kind === 'if' ? [item.else] : item.else.items),
      ];
    default:
      return [];
  }
}

interface Block {
  readonly section: ast.Section;
  readonly shift: number;
  readonly items: readonly (ast.Item | ast.Field)[];
}

/** The items of a scope's block by section, whether checked yet or not. */
function* blocksOf(ctx: CheckContext, scope: Scope): Generator<Block> {
  if (scope.sections === undefined) yield { section: ctx.section as ast.Section, shift: ctx.shift, items: scope.items };
  else for (const { section, shift } of scope.sections) yield { section, shift, items: section.items };
}

function declaredName(item: ast.Item | ast.Field, space: 'value' | 'prefab'): ast.Name | undefined {
  if (space === 'prefab') return item.kind === 'prefab' ? item.name : undefined;
  return item.kind === 'let' ? item.name : item.kind === 'element' ? item.label : undefined;
}
