// Gives everything that draws its place in the tree of randomness (§6 of the language).
//
// The root is the scene's seed. An element, a `let`, a scatter and a header are *sites*; each has a text that layout does
// not change. A site's key is the path to its block extended by its text. `for` extends the path by its variable's value
// (over a list: by the index), a scatter by the point's index; `if` adds nothing. A group, the use of a prefab and a
// scatter's point open a *scope*: a block whose keys hang on its own key.
//
// Two sites of one scope may come to the same key: two trees at one place, two loops over one range. Those after the
// first are told apart by an ordinal, in the order of running. A `let` or a labelled element that stands directly in its
// scope's block has a name that no other has there, and is always the first: it keeps its draws whoever shares its text.
import type * as typed from '@diorama/checker';
import { extend, extendNumber, type Key } from '@diorama/geometry';
import { describe, draws } from './expression-draws.ts';

/** What may draw. */
export type Site = typed.Item;

/** A block that is being run with a key of its own, and how often each shared key was met in it. */
export interface Scope {
  readonly path: Key;
  readonly shared: SharedSites;
  readonly met: Map<number, number> | undefined;
}

/** Sites of a scope whose texts alone do not tell them apart. */
interface SharedSites {
  readonly sites: ReadonlySet<Site>;
  /** Texts of the lets and labels that stand directly in the block. */
  readonly names: ReadonlySet<string>;
}

/** Opens the scope of a block under its key. */
export function openScope(block: readonly typed.Item[], path: Key): Scope {
  const shared = sharedSites(block);
  return { path, shared, met: shared.sites.size === 0 ? undefined : new Map() };
}

/** Whether the site's key must be asked for although nothing is drawn from it: others are counted after it. */
export function isCounted(scope: Scope, site: Site): boolean {
  return scope.met !== undefined && scope.shared.sites.has(site);
}

/** The key of a site that is being run, under the path of its loops in the scope. Call it once a run. */
export function siteKey(scope: Scope, path: Key, site: Site): Key {
  const text = textOf(site);
  const key = extend(path, text);
  if (scope.met === undefined || !scope.shared.sites.has(site)) return key;
  // 53 of the key's 64 bits: if ever two keys agreed in them, one would have an ordinal that it does not need.
  const id = (key.high & 0x1fffff) * 0x100000000 + key.low;
  const taken = path === scope.path && scope.shared.names.has(text) ? 1 : 0;
  const ordinal = scope.met.get(id) ?? taken;
  scope.met.set(id, ordinal + 1);
  return ordinal === 0 ? key : extendNumber(key, ordinal);
}

/** Whether running an item asks for any draw. A group and the use of a prefab may, whatever they hold. */
export function itemDraws(item: typed.Item): boolean {
  switch (item.kind) {
    case 'let':
      return draws(item.value);
    case 'element':
      return elementDraws(item);
    case 'prefab-use':
    case 'scatter':
      return true;
    case 'for':
      return headerDraws(item) || item.body.some(itemDraws);
    default:
      return draws(item.condition) || item.then.some(itemDraws) || item.else.some(itemDraws);
  }
}

/** Whether an element's own values, its lets or its variant are drawn. */
export function elementDraws(element: typed.Element): boolean {
  const { definition, properties, children } = element;
  if (definition.holdsElements || (definition.role === 'object' && !properties.has('variant'))) return true;
  for (const { value } of properties.values()) if (draws(value)) return true;
  return children.some(itemDraws);
}

export function headerDraws({ values, step }: typed.For): boolean {
  return draws(values) || (step !== undefined && draws(step));
}

function textOf(site: Site): string {
  switch (site.kind) {
    case 'let':
      return `let ${site.variable.name}`;
    case 'for':
      return `for ${site.variable.name} ${describe(site.values)}`;
    case 'if':
      return `if ${describe(site.condition)}`;
    default:
      return site.key;
  }
}

function sharedSites(block: readonly typed.Item[]): SharedSites {
  let found = known.get(block);
  if (found === undefined) {
    found = findSharedSites(block);
    known.set(block, found);
  }
  return found;
}

function findSharedSites(block: readonly typed.Item[]): SharedSites {
  // What draws nothing needs no keys: core form is only read, however long it is.
  if (!block.some(itemDraws)) return NONE;
  const names = new Set<string>();
  for (const item of block) if (isNamed(item)) names.add(textOf(item));
  const firsts = new Map<string, Site | undefined>();
  const sites = new Set<Site>();
  visit(block, 0);
  return sites.size === 0 ? NONE : { sites, names };

  /** Only sites under equally many loops can come to the same key. */
  function visit(items: readonly typed.Item[], depth: number): void {
    for (const item of items) {
      if (item.kind === 'for') {
        if (headerDraws(item)) add(item, depth);
        visit(item.body, depth + 1);
      } else if (item.kind === 'if') {
        if (draws(item.condition)) add(item, depth);
        visit(item.then, depth);
        visit(item.else, depth);
      } else if (!(items === block && isNamed(item))) {
        add(item, depth);
      }
    }
  }
  function add(site: Site, depth: number): void {
    const text = textOf(site);
    if (depth === 0 && names.has(text)) sites.add(site);
    const id = `${depth} ${text}`;
    if (!firsts.has(id)) {
      firsts.set(id, site);
      return;
    }
    const first = firsts.get(id);
    if (first !== undefined) sites.add(first);
    sites.add(site);
  }
}

function isNamed(item: typed.Item): boolean {
  return item.kind === 'let' || ((item.kind === 'element' || item.kind === 'prefab-use') && item.label !== undefined);
}

const known = new WeakMap<readonly typed.Item[], SharedSites>();
const NONE: SharedSites = { sites: new Set(), names: new Set() };
