// Finds what a name stands for, and remembers that it was asked: a section is checked anew only if an answer changes.
import { type CheckContext, remember } from './context.ts';
import type { PrefabDeclaration, Scope, ValueDeclaration } from './scope.ts';

export function lookUpValue(ctx: CheckContext, name: string): ValueDeclaration | undefined {
  return lookUp(ctx, name, 'value', (scope) => scope.values.get(name));
}
export function lookUpPrefab(ctx: CheckContext, name: string): PrefabDeclaration | undefined {
  return lookUp(ctx, name, 'prefab', (scope) => scope.prefabs.get(name));
}

function lookUp<D extends object>(
  ctx: CheckContext,
  name: string,
  space: 'value' | 'prefab',
  get: (scope: Scope) => D | undefined,
): D | undefined {
  for (let scope: Scope | undefined = ctx.scope; scope !== undefined; scope = scope.parent) {
    const found = get(scope);
    if (scope.parent === undefined) remember(ctx, space, name, found);
    if (found === undefined) continue;
    ctx.state.used.add(found);
    return found;
  }
  return undefined;
}
