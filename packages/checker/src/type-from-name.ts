// Turns a written type into one of the checker's.
import type * as ast from '@diorama/syntax';
import { TYPE_CONSTRUCTORS, TYPE_NAMES, type ValueType } from '@diorama/vocabulary';
import { type CheckContext, placeOf, report } from './context.ts';
import * as problems from './problems/index.ts';
import { type Type, typeOf } from './type.ts';

/** The type that a name stands for, as the vocabulary and as the checker see it; nothing if it was reported. */
export function typeFromName(
  ctx: CheckContext,
  node: ast.TypeName,
): { readonly value: ValueType; readonly type: Type } | undefined {
  const value = valueType(ctx, node);
  return value && { value, type: typeOf(value, undefined) };
}

function valueType(ctx: CheckContext, node: ast.TypeName): ValueType | undefined {
  const { text } = node.name;
  if (text === '') return undefined;
  const argument = node.argument && valueType(ctx, node.argument);
  if (text === 'List' || text === 'Range') {
    if (node.argument !== undefined) return argument && { kind: text === 'List' ? 'list' : 'range', of: argument };
    report(ctx, problems.missingTypeArgument(placeOf(ctx, node), text));
    return undefined;
  }
  const found = TYPE_NAMES.get(text);
  if (found === undefined) {
    report(ctx, problems.unknownType(placeOf(ctx, node.name), text, [...TYPE_NAMES.keys(), ...TYPE_CONSTRUCTORS]));
    return undefined;
  }
  if (node.argument === undefined) return found;
  report(ctx, problems.needlessTypeArgument(placeOf(ctx, node), text));
  return found;
}
