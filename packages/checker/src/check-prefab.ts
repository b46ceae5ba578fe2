// Checks a prefab where it is declared, once for all of its uses.
import type * as ast from '@diorama/syntax';
import { type DefaultValue, findKind, PREFAB_PROPERTIES, type PropertyDefinition } from '@diorama/vocabulary';
import { checkExpression } from './check-expression.ts';
import { checkItems, declareValue } from './check-items.ts';
import { begin, type CheckContext, isConstant, placeOf, remember, report, within } from './context.ts';
import * as problems from './problems/index.ts';
import { earlierPrefab, enclose, localVariable, type PrefabDeclaration } from './scope.ts';
import { ANY, type Frame, type Type } from './type.ts';
import { typeFromName } from './type-from-name.ts';
import type * as typed from './typed-tree.ts';

/** Prefabs may be built of prefabs this deep. */
export const PREFAB_DEPTH_LIMIT = 100;

/** Blocks may stand in each other this deep when a program runs: everybody who walks it walks by recursion. */
export const NESTING_LIMIT = 256;

export function checkPrefab(ctx: CheckContext, node: ast.Prefab): void {
  const { state, scope } = ctx;
  const { text } = node.name;
  const place = placeOf(ctx, node.name);
  const earlier = earlierPrefab(scope, text);
  remember(ctx, 'prefab', text, earlier);
  if (earlier !== undefined) report(ctx, problems.duplicateName(place, text, earlier.place));
  else if (findKind(text) !== undefined) report(ctx, problems.kindAsName(place, text));

  const outer = { depth: state.prefabDepth, nesting: state.nesting, uses: state.usesEmbeddings };
  state.prefabDepth = 0;
  state.nesting = 0;
  state.usesEmbeddings = false;
  const frame: Frame = { name: `prefab \`${text}\``, place };
  const activation = { slots: 0 };
  const body = enclose(scope, { frame, activation, inside: 'a prefab', items: node.body.items });
  // While its body is checked the prefab has no meaning yet: using it there is recursion.
  body.prefabs.set(text, { kind: 'prefab', name: text, place, depth: 0, nesting: 0, origin: 'prefab' });
  const inner = within(ctx, body);
  const parameters = node.parameters.flatMap((parameter) => checkParameter(inner, parameter, frame) ?? []);
  const items = checkItems(inner, node.body.items);
  const depth = state.prefabDepth + 1;
  if (depth > PREFAB_DEPTH_LIMIT) report(ctx, problems.deepPrefabs(place, text, PREFAB_DEPTH_LIMIT));
  const nesting = state.nesting + 1;
  if (depth <= PREFAB_DEPTH_LIMIT && nesting > NESTING_LIMIT) {
    report(ctx, problems.deepNesting(place, text, NESTING_LIMIT));
  }
  const embeddings = state.usesEmbeddings ? state.embeddings : undefined;
  state.prefabDepth = outer.depth;
  state.nesting = outer.nesting;
  state.usesEmbeddings = outer.uses;

  if (text === '' || earlier !== undefined || findKind(text) !== undefined) return;
  if (depth > PREFAB_DEPTH_LIMIT || nesting > NESTING_LIMIT) {
    // It is not run, and neither is what uses it.
    const tooDeep: PrefabDeclaration = {
      kind: 'prefab',
      name: text,
      place,
      depth: 0,
      nesting: 0,
      origin: 'prefab',
      broken: true,
    };
    scope.prefabs.set(text, tooDeep);
    state.declared.push(tooDeep);
    return;
  }
  const prefab: typed.Prefab = {
    kind: 'prefab',
    name: text,
    source: node,
    place: placeOf(ctx, node),
    parameters,
    body: items,
    slots: activation.slots,
  };
  const declaration: PrefabDeclaration = {
    kind: 'prefab',
    name: text,
    prefab,
    place,
    depth,
    nesting,
    origin: 'prefab',
    ...(embeddings && { embeddings }),
  };
  scope.prefabs.set(text, declaration);
  state.declared.push(declaration);
}

function checkParameter(ctx: CheckContext, node: ast.Parameter, frame: Frame): typed.PrefabParameter | undefined {
  const { text } = node.name;
  const place = placeOf(ctx, node.name);
  const found = node.type.kind === 'missing' ? undefined : typeFromName(ctx, node.type);
  const type: Type = found === undefined ? ANY : found.type.kind === 'point' ? { ...found.type, frame } : found.type;
  begin(ctx);
  const value = node.default && checkExpression(ctx, node.default, type, found?.value).expression;
  if (text === '') return undefined;
  const activation = ctx.scope.activation ?? { slots: 0 };
  const variable = localVariable(activation, text, type, place);
  const reserved = PREFAB_PROPERTIES.some(({ name }) => name === text);
  if (reserved) report(ctx, problems.reservedParameter(place, text));
  const known = reserved || ctx.scope.values.has(text);
  declareValue(ctx, node.name, { kind: 'value', name: text, variable, place, origin: 'parameter' });
  if (known) return undefined;
  const definition: PropertyDefinition = {
    name: text,
    type: found?.value ?? { kind: 'variable', over: 'any' },
    doc: `The parameter \`${text}\` of the prefab.`,
    source: problems.PARAMETER_SOURCE,
    ...(node.default === undefined && node.type.kind !== 'missing' && { required: 'always' as const }),
    ...(value && isConstant(value) && { default: value.value as DefaultValue }),
  };
  return { name: text, definition, variable, ...(value && { default: value }), place };
}
