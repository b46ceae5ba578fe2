// Finds declarations that a name cannot reach: the usual reasons why it is unknown.
import type { Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { CheckContext } from './context.ts';
import type { Scope } from './scope.ts';

/** A declaration that comes too late: where it stands, and how far its section has moved. */
export interface Below {
  readonly place: Place;
  readonly shift: number;
  /** The kinds and prefabs that stand in it, if it is a prefab. */
  uses(): ReadonlySet<string>;
}

/** The item below that will declare a name, if any. */
export function declaredBelow(ctx: CheckContext, name: string, space: 'value' | 'prefab'): Below | undefined {
  return find(ctx, (block) => block[space].get(name));
}

/** Where a name is declared in a block that is closed where it is asked for. */
export function declaredInside(ctx: CheckContext, name: string): Place | undefined {
  return find(ctx, (block) => block.inside().get(name))?.place;
}

/**
 * How a prefab that is declared below leads back to one whose body is being checked: the names on the way, from that one
 * to itself. `told`: one of them stands above, where the same circle was found.
 */
export function wayBack(
  ctx: CheckContext,
  name: string,
): { readonly names: readonly string[]; readonly told: boolean } | undefined {
  const open = new Set<string>();
  let file: Scope = ctx.scope;
  for (let scope: Scope | undefined = ctx.scope; scope !== undefined; scope = scope.parent) {
    for (const { name: known, prefab, broken } of scope.prefabs.values())
      if (prefab === undefined && !broken) open.add(known);
    file = scope;
  }
  if (open.size === 0) return undefined;
  const { prefab: prefabs } = namesOf(ctx, file);
  const from = new Map<string, string>();
  const queue = [name];
  for (const at of queue) {
    for (const used of prefabs.get(at)?.uses() ?? []) {
      if (open.has(used)) {
        const between = trail(from, name, at);
        return { names: [used, ...between, used], told: between.some((one) => file.prefabs.has(one)) };
      }
      if (used === name || from.has(used)) continue;
      from.set(used, at);
      queue.push(used);
    }
  }
  return undefined;
}

/** The names from the first to the last, each by the one from which it was reached. */
function trail(from: ReadonlyMap<string, string>, first: string, last: string): readonly string[] {
  const names = [last];
  for (let at = last; at !== first; names.unshift(at)) at = from.get(at) ?? first;
  return names;
}

/** Where a prefab of the file is declared. */
export function prefabPlace(ctx: CheckContext, name: string): Place | undefined {
  return find(ctx, (block) => block.prefab.get(name))?.place;
}

/** Whether a name should have come from a `prefab` or a `use` that stands where none may, which was reported. */
export function isMisplaced(ctx: CheckContext, name: string): boolean {
  return (ctx.section as ast.Section).diagnostics.some(({ code, primary }) => {
    if (code !== 'misplaced-item') return false;
    const text = ctx.source.text.slice(primary.start + ctx.shift, primary.start + ctx.shift + 1000);
    const names = /^(?:prefab\s+(\w+)|use\s+([\w\s,]*?)\s+from\b)/.exec(text);
    return (names?.[1] ?? names?.[2] ?? '').split(/\W+/).includes(name);
  });
}

type Names = ReadonlyMap<string, Below>;

/** The declarations of a block, whether checked yet or not; the first of a name counts. */
interface BlockNames {
  readonly value: Names;
  readonly prefab: Names;
  /** Those of the blocks in it. Gathered when asked for. */
  inside(): Names;
}

const KNOWN = new WeakMap<object, BlockNames>();

function find(ctx: CheckContext, of: (block: BlockNames) => Below | undefined): Below | undefined {
  for (let scope: Scope | undefined = ctx.scope; scope !== undefined; scope = scope.parent) {
    const found = of(namesOf(ctx, scope));
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesOf(ctx: CheckContext, scope: Scope): BlockNames {
  const owner = scope.sections ?? scope.items;
  const known = KNOWN.get(owner);
  if (known !== undefined) return known;
  const found = gather(ctx, scope);
  KNOWN.set(owner, found);
  return found;
}

function gather(ctx: CheckContext, scope: Scope): BlockNames {
  const value = new Map<string, Below>();
  const prefab = new Map<string, Below>();
  let inside: Map<string, Below> | undefined;
  for (const { section, shift, items } of blocksOf(ctx, scope)) {
    for (const item of items)
      enter(item.kind === 'prefab' ? prefab : value, declaredName(item), section, shift, ctx, item);
  }
  return {
    value,
    prefab,
    inside() {
      if (inside !== undefined) return inside;
      inside = new Map();
      for (const { section, shift, items } of blocksOf(ctx, scope)) {
        for (const item of items) enterInner(inside, item, section, shift, ctx);
      }
      return inside;
    },
  };
}

function enter(
  names: Map<string, Below>,
  name: ast.Name | undefined,
  section: ast.Section,
  shift: number,
  { file }: CheckContext,
  item?: ast.Item | ast.Field,
): void {
  if (name === undefined || names.has(name.text)) return;
  const uses = () => (item?.kind === 'prefab' ? kindsIn(item, new Set()) : NO_NAMES);
  names.set(name.text, { place: { file, section, start: name.start, end: name.end }, shift, uses });
}

function kindsIn(item: ast.Item | ast.Field, kinds: Set<string>): ReadonlySet<string> {
  for (const inner of itemsOf(item)) {
    if (inner.kind === 'element') kinds.add(inner.name.text);
    kindsIn(inner, kinds);
  }
  return kinds;
}
const NO_NAMES: ReadonlySet<string> = new Set();

function enterInner(
  names: Map<string, Below>,
  item: ast.Item | ast.Field,
  section: ast.Section,
  shift: number,
  ctx: CheckContext,
): void {
  for (const inner of itemsOf(item)) {
    enter(names, declaredName(inner), section, shift, ctx);
    enterInner(names, inner, section, shift, ctx);
  }
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

function* blocksOf(ctx: CheckContext, scope: Scope): Generator<Block> {
  if (scope.sections === undefined) yield { section: ctx.section as ast.Section, shift: ctx.shift, items: scope.items };
  else for (const { section, shift } of scope.sections) yield { section, shift, items: section.items };
}

function declaredName(item: ast.Item | ast.Field): ast.Name | undefined {
  if (item.kind === 'let' || item.kind === 'prefab') return item.name;
  return item.kind === 'element' ? item.label : undefined;
}
