// Evaluates the properties of an element, after the lets that stand in its body.

import type * as typed from '@diorama/checker';
import type { Value } from '@diorama/checker';
import { satisfies, UNKNOWN } from '@diorama/checker';
import { problem } from '@diorama/diagnostics';
import { extend, type Key, shortestDecimal } from '@diorama/geometry';
import { checkerPage } from './checker-page.ts';
import { evaluateFor, type Here, type Layout, type LoweringContext } from './context.ts';
import { elementValue } from './element-value.ts';
import { isOpen } from './scene-values.ts';
import { elementDraws, isCounted, openScope, type Scope, siteKey } from './site-keys.ts';

/** The values of the properties that an element gives, by name. A few at most: a list is quicker to make than a map. */
export interface Values {
  readonly names: readonly string[];
  readonly list: readonly Value[];
}

export function valueNamed({ names, list }: Values, name: string): Value | undefined {
  const index = names.indexOf(name);
  return index === -1 ? undefined : list[index];
}

/** An element's key, or nothing if it draws nothing: most elements of core form are never asked for it. */
export function elementKey(here: Here, element: typed.Element | typed.PrefabUse): Key | undefined {
  const needed = element.kind === 'prefab-use' || elementDraws(element) || isCounted(here.scope, element);
  return needed ? siteKey(here.scope, here.path, element) : undefined;
}

/**
 * The values of an element's properties. `body` is the scope of what stands in its braces: names that its properties
 * read are given their values first.
 */
export function readValues(
  ctx: LoweringContext,
  here: Here,
  element: typed.Element | typed.PrefabUse,
  key: Key | undefined,
  body: Scope | undefined,
): Values {
  if (body !== undefined) declareNames(ctx, here, element, body);
  const { names, properties } = layoutOf(ctx, here, element);
  const list: Value[] = [];
  for (const property of properties) {
    const value = evaluateFor(ctx, here, key ?? ctx.root, property.definition.name, property.value);
    list.push(property.value.kind === 'constant' ? value : withinRange(ctx, property, value));
  }
  return { names, list };
}

function layoutOf(ctx: LoweringContext, here: Here, { properties }: typed.Element | typed.PrefabUse): Layout {
  const known = ctx.layouts.get(properties);
  if (known !== undefined) return known;
  const layout = { names: [...properties.keys()], properties: [...properties.values()] };
  if (here.path !== ctx.root) ctx.layouts.set(properties, layout);
  return layout;
}

/**
 * The value, unless it is out of its property's range. The checker has seen to that wherever it could; how high the
 * ground is under `oak.top` is known only here.
 */
function withinRange(ctx: LoweringContext, { definition, value: { place } }: typed.Property, value: Value): Value {
  if (satisfies(value, definition.type)) return value;
  const shown = typeof value === 'number' ? shortestDecimal(value) : 'a value';
  const id = `${place.file} ${place.start}`;
  if (!ctx.misfits.has(id)) ctx.misfits.set(id, problem(checkerPage('out-of-range'), place, `this comes to ${shown}`));
  return UNKNOWN;
}

/** The scope of what stands in an element's braces beside its properties, if anything does. */
export function bodyScope(element: typed.Element | typed.PrefabUse, key: Key | undefined): Scope | undefined {
  if (element.children.length === 0 || key === undefined) return undefined;
  // A prefab's own names hang on the key of its use; those that are written at the use must not meet them.
  return openScope(element.children, element.kind === 'prefab-use' ? extend(key, ' arguments') : key);
}

/** Whether all of them are known: one that is to be filled in leaves its element out. */
export function areSettled({ list }: Values): boolean {
  return !list.some(isOpen);
}

/** The value of a labelled element that is asked for before it is lowered, or that is not lowered at all. */
export function labelValue(ctx: LoweringContext, here: Here, element: typed.Element | typed.PrefabUse): Value {
  const key = siteKey(here.scope, here.path, element);
  const values = readValues(ctx, here, element, key, bodyScope(element, key));
  return elementValue(ctx, here, element, values);
}

/**
 * Gives local names in an element's braces their values, for the properties after them. The labels of a group's children
 * are read in the frame around the group: its own is not known before its properties are.
 */
function declareNames(ctx: LoweringContext, here: Here, element: typed.Element | typed.PrefabUse, body: Scope): void {
  const inside: Here = { ...here, scope: body, path: body.path };
  for (const child of element.children) {
    if (child.kind === 'let') runLet(ctx, inside, child);
    else if ((child.kind === 'element' || child.kind === 'prefab-use') && child.label?.kind === 'local') {
      here.run.locals[child.label.slot] = labelValue(ctx, inside, child);
    }
  }
}

/** Gives a local `let` its value. One at top level is computed when it is first read. */
export function runLet(ctx: LoweringContext, here: Here, item: typed.Let): void {
  const { variable, value } = item;
  if (variable.kind === 'global') return;
  const key =
    isCounted(here.scope, item) || value.kind !== 'constant' ? siteKey(here.scope, here.path, item) : ctx.root;
  here.run.locals[variable.slot] = evaluateFor(ctx, here, key, 'value', value);
}
