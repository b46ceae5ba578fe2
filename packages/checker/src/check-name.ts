// Turns a name into the value that it stands for, and says of one that stands for nothing what was probably meant.
import { insert } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { ENUMERATIONS, findFunction, findKind } from '@diorama/vocabulary';
import { poison, type Typed } from './check-expression.ts';
import { type CheckContext, constant, placeOf, report } from './context.ts';
import { lookUpValue } from './look-up.ts';
import * as problems from './problems/index.ts';
import { namesIn } from './scope.ts';
import type { Type } from './type.ts';
import type * as typed from './typed-tree.ts';
import { declaredBelow, declaredInside, isMisplaced } from './unreachable-declarations.ts';

/** A word of the enumeration that is expected, or what a name stands for. */
export function inferName(ctx: CheckContext, node: ast.Name, hint: Type | undefined): Typed {
  const place = placeOf(ctx, node);
  const words = hint?.kind === 'enumeration' ? (ENUMERATIONS.get(hint.name)?.words ?? []) : [];
  // No value may bear a word, and one that does has been reported.
  if (hint !== undefined && words.includes(node.text)) return { expression: constant(node.text, place), type: hint };
  const found = lookUpValue(ctx, node.text);
  if (found !== undefined) {
    const { variable } = found;
    const expression: typed.Expression =
      variable.constant === undefined ? { kind: 'read', variable, place } : constant(variable.constant, place);
    return { expression, type: variable.type };
  }
  if (hint?.kind === 'enumeration') {
    reportUnknownWord(ctx, node, hint.name, hint.words ?? words);
    return poison(ctx, node);
  }
  reportUnknownName(ctx, node, hint);
  return poison(ctx, node);
}

function reportUnknownWord(ctx: CheckContext, node: ast.Name, enumeration: string, words: readonly string[]): void {
  ctx.state.volatile = true;
  ctx.state.meant.add(node.text);
  if (reportDeclaredBelow(ctx, node)) return;
  report(ctx, problems.unknownWord(placeOf(ctx, node), node.text, enumeration, words));
}

function reportUnknownName(ctx: CheckContext, node: ast.Name, hint: Type | undefined): void {
  const { state } = ctx;
  state.volatile = true;
  state.meant.add(node.text);
  if (reportDeclaredBelow(ctx, node)) return;
  const place = placeOf(ctx, node);
  if (isMisplaced(ctx, node.text)) return;
  const callee = findFunction(node.text);
  if (callee !== undefined) return report(ctx, problems.functionAsName(place, callee));
  const word = [...ENUMERATIONS.values()].find(({ words }) => words.includes(node.text));
  if (word !== undefined) return reportStrayWord(ctx, node, word.name);
  if (state.siblings.some(({ name }) => name === node.text))
    return report(ctx, problems.propertyAsName(place, node.text));
  const candidates = namesIn(ctx.scope, 'values');
  const nearest = problems.suggest(node.text, candidates);
  if (nearest !== undefined) state.meant.add(nearest.text);
  const isKind = findKind(node.text) !== undefined;
  const inner = declaredInside(ctx, node.text);
  report(ctx, problems.unknownName(place, node.text, { candidates, isKind, inner, expected: hint }));
}

function reportDeclaredBelow(ctx: CheckContext, node: ast.Name): boolean {
  const below = declaredBelow(ctx, node.text, 'value');
  if (below === undefined) return false;
  const place = placeOf(ctx, node);
  const itself = below.place.section === ctx.section && below.place.end < node.start;
  report(
    ctx,
    itself
      ? problems.declaredByItself(place, node.text, below.place)
      : problems.declaredBelow(place, node.text, below, ctx.source),
  );
  return true;
}

/** One message for a value, however many of its words are out of place: one type would mend them all. */
function reportStrayWord(ctx: CheckContext, node: ast.Name, enumeration: string): void {
  const { state } = ctx;
  if (state.strayWord) return;
  state.strayWord = true;
  const { name } = state.wordLet ?? {};
  const declared = name && {
    name: name.text,
    fix: insert(name.end, `: ${enumeration}`, { title: `write its type, ${enumeration}` }),
  };
  report(ctx, problems.strayWord(placeOf(ctx, node), node.text, enumeration, declared));
}
