// Evaluates the properties of an element, after the lets that stand in its body.
import type { Value } from '@diorama/checker';
import type * as typed from '@diorama/checker';
import { extend, type Key } from '@diorama/geometry';
import { type Here, type LoweringContext, valueOf } from './context.ts';
import { elementValue } from './element-value.ts';
import { isOpen } from './scene-values.ts';
import { elementDraws, isCounted, openScope, type Scope, siteKey } from './site-keys.ts';

/** The values of the properties that an element gives, by name. */
export type Values = ReadonlyMap<string, Value>;

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
  const values = new Map<string, Value>();
  for (const [name, { value }] of element.properties) values.set(name, valueOf(ctx, here, key ?? ctx.root, name, value));
  return values;
}

/** The scope of what stands in an element's braces beside its properties, if anything does. */
export function bodyScope(element: typed.Element | typed.PrefabUse, key: Key | undefined): Scope | undefined {
  if (element.children.length === 0 || key === undefined) return undefined;
  // A prefab's own names hang on the key of its use; those that are written at the use must not meet them.
  return openScope(element.children, element.kind === 'prefab-use' ? extend(key, ' arguments') : key);
}

/** Whether all of them are known: one that is to be filled in leaves its element out. */
export function areSettled(values: Values): boolean {
  for (const value of values.values()) if (isOpen(value)) return false;
  return true;
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
  const key = isCounted(here.scope, item) || value.kind !== 'constant' ? siteKey(here.scope, here.path, item) : ctx.root;
  here.run.locals[variable.slot] = valueOf(ctx, here, key, 'value', value);
}
