// Turns an element into a typed one: its kind or prefab, its properties, what it holds.
import type * as ast from '@diorama/syntax';
import {
  ANNOTATIONS,
  findAnnotation,
  findKind,
  KINDS,
  type KindDefinition,
  PREFAB_PROPERTIES,
  type PropertyDefinition,
} from '@diorama/vocabulary';
import { LOW_SCORE } from './asset-catalog.ts';
import { checkExpression } from './check-expression.ts';
import { activationOf, checkItem, checkItems, declareValue } from './check-items.ts';
import { type CheckContext, canonicalText, isConstant, placeOf, report, within } from './context.ts';
import { loadEmbeddings } from './load-embeddings.ts';
import { lookUpPrefab } from './look-up.ts';
import * as problems from './problems/index.ts';
import { type Activation, declaredBelow, enclose, localVariable, type PrefabDeclaration, type Scope } from './scope.ts';
import { ANY, type Frame, POSITION_BIT, type Type, typeOf, WORLD } from './type.ts';
import type * as typed from './typed-tree.ts';

/** What an element's name stands for. */
interface Meaning {
  readonly definition?: KindDefinition;
  readonly prefab?: typed.Prefab;
  readonly properties: readonly PropertyDefinition[];
}

export function checkElement(ctx: CheckContext, node: ast.Element): typed.Element | typed.PrefabUse | undefined {
  const meaning = findMeaning(ctx, node);
  const { definition, prefab } = meaning ?? {};
  if (definition?.once) checkSetting(ctx, node, definition);
  const activation = activationOf(ctx.scope);
  const items = node.body.entries;
  const body = bodyOf(ctx, node, definition, activation);
  // Properties place the element in the frame outside of it; what it holds stands in its own.
  const fields = body === ctx ? ctx : within(ctx, { ...body.scope, frame: ctx.scope.frame });

  const properties = new Map<string, typed.Property>();
  const given: ast.Field[] = [];
  const children: typed.Item[] = [];
  let atType: Type | undefined;
  for (const entry of items) {
    if (entry.kind === 'field') {
      const checked = checkField(fields, entry, node, meaning, given);
      if (checked?.property !== undefined) properties.set(entry.name.text, checked.property);
      if (entry.name.text === 'at') atType = checked?.type;
      continue;
    }
    if (entry.kind !== 'let' && meaning !== undefined && !definition?.holdsElements) {
      report(
        ctx,
        problems.noChildren(
          placeOf(ctx, entry.kind === 'element' ? entry.name : entry),
          node.name.text,
          entry.kind === 'element' ? entry.name.text : entry.kind,
        ),
      );
      continue;
    }
    const checked = entry.kind === 'let' ? checkItem(body, entry) : checkItems(body, [entry])[0];
    if (checked !== undefined) children.push(checked);
  }
  if (meaning === undefined) return undefined;
  checkGroups(ctx, node, definition, given);
  checkRequired(ctx, node, meaning, given);
  const annotations = checkAnnotations(ctx, node, definition);
  const at = fieldNamed(given, 'at');
  const place = placeOf(ctx, node);
  const common = {
    source: node,
    place,
    properties,
    children,
    annotations,
    key: node.label?.text ?? `${node.name.text} ${at === undefined ? '' : canonicalText(ctx, at.value)}`,
    slots: activation.slots,
  };
  const result: Mutable<typed.Element | typed.PrefabUse> =
    prefab === undefined
      ? { kind: 'element', definition: definition as KindDefinition, ...common }
      : { kind: 'prefab-use', prefab, ...common };
  if (node.label !== undefined && node.label.text !== '')
    result.label = declareLabel(ctx, node.label, result, atType, activation);
  if (definition?.name === 'scene')
    ctx.state.embeddings = loadEmbeddings(ctx, properties.get('embeddings')) ?? ctx.state.embeddings;
  return result;
}

/** The context of what stands in an element's braces: a block of its own, unless there are only properties. */
function bodyOf(
  ctx: CheckContext,
  node: ast.Element,
  definition: KindDefinition | undefined,
  activation: Activation,
): CheckContext {
  const items = node.body.entries;
  if (items.every(({ kind }) => kind === 'field')) return ctx;
  if (!definition?.holdsElements) return within(ctx, enclose(ctx.scope, { activation, items }));
  const frame: Frame = { name: `this ${node.name.text}`, place: placeOf(ctx, node.name) };
  return within(ctx, enclose(ctx.scope, { activation, items, frame, inside: `a ${node.name.text}` }));
}

function fieldNamed(fields: readonly ast.Field[], name: string): ast.Field | undefined {
  for (const field of fields) if (field.name.text === name) return field;
  return undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function declareLabel(
  ctx: CheckContext,
  label: ast.Name,
  declaration: typed.Element | typed.PrefabUse,
  at: Type | undefined,
  activation: Activation,
): typed.Variable {
  const place = placeOf(ctx, label);
  const type: Type = {
    kind: 'element',
    at: at?.kind === 'view-position' ? at : { kind: 'point', as: POSITION_BIT, frame: ctx.scope.frame },
  };
  const variable: typed.Variable =
    ctx.scope.activation === undefined
      ? { kind: 'global', name: label.text, declaration, type, place }
      : localVariable(activation, label.text, type, place);
  declareValue(ctx, label, { kind: 'value', name: label.text, variable, place, origin: 'label' });
  return variable;
}

function findMeaning(ctx: CheckContext, node: ast.Element): Meaning | undefined {
  const { text } = node.name;
  const definition = findKind(text);
  if (definition !== undefined) return { definition, properties: definition.properties };
  if (text === '') return undefined;
  const found = lookUpPrefab(ctx, text);
  const place = placeOf(ctx, node.name);
  if (found?.prefab !== undefined) {
    checkPrefabUse(ctx, node, found);
    return {
      prefab: found.prefab,
      properties: [...found.prefab.parameters.map((parameter) => parameter.definition), ...PREFAB_PROPERTIES],
    };
  }
  if (found?.broken) return undefined;
  if (found !== undefined) {
    report(ctx, problems.recursion(place, text, found.place));
    return undefined;
  }
  ctx.state.volatile = true;
  const below = declaredBelow(ctx, text, 'prefab');
  if (below !== undefined) {
    report(ctx, problems.declaredBelow(place, text, below, ctx.source));
    return undefined;
  }
  const prefabs: string[] = [];
  for (let scope: Scope | undefined = ctx.scope; scope !== undefined; scope = scope.parent)
    prefabs.push(...scope.prefabs.keys());
  report(
    ctx,
    problems.unknownKind(
      place,
      text,
      KINDS.map(({ name }) => name),
      prefabs,
    ),
  );
  return undefined;
}

function checkPrefabUse(ctx: CheckContext, node: ast.Element, found: PrefabDeclaration): void {
  // A prefab may scatter; to look into it would be more work than to lower its use.
  ctx.state.scatters = true;
  ctx.state.prefabDepth = Math.max(ctx.state.prefabDepth, found.depth);
  if (found.embeddings === undefined) return;
  ctx.state.usesEmbeddings = true;
  ctx.state.reads.set('embeddings', ctx.state.embeddings);
  const { embeddings } = ctx.state;
  if (embeddings?.file !== found.embeddings.file) {
    report(ctx, problems.mixedEmbeddings(placeOf(ctx, node.name), found, embeddings));
  }
}

function checkSetting(ctx: CheckContext, node: ast.Element, definition: KindDefinition): void {
  const place = placeOf(ctx, node.name);
  if (ctx.scope.inside !== undefined)
    return report(ctx, problems.misplacedSetting(place, definition.name, ctx.scope.inside));
  const earlier = ctx.state.settings.get(definition.name);
  ctx.state.reads.set(`setting ${definition.name}`, earlier);
  if (earlier !== undefined) report(ctx, problems.repeatedSetting(place, definition.name, earlier));
  else ctx.state.settings = new Map([...ctx.state.settings, [definition.name, place]]);
}

function checkField(
  ctx: CheckContext,
  field: ast.Field,
  element: ast.Element,
  meaning: Meaning | undefined,
  given: ast.Field[],
): { readonly property?: typed.Property; readonly type: Type } | undefined {
  const { text } = field.name;
  if (meaning === undefined || text === '') return undefined;
  const definition = meaning.properties.find(({ name }) => name === text);
  const place = placeOf(ctx, field.name);
  if (definition === undefined) {
    report(
      ctx,
      problems.unknownProperty(
        place,
        element.name.text,
        text,
        meaning.properties.map(({ name }) => name),
        KINDS,
      ),
    );
    return undefined;
  }
  const earlier = fieldNamed(given, text);
  if (earlier !== undefined) {
    report(ctx, problems.repeatedProperty(place, text, placeOf(ctx, earlier)));
    return undefined;
  }
  given.push(field);
  ctx.state.draws = 0;
  // A prefab's positions are of its own frame: literals are read there, names of another frame do not fit.
  const parameter = meaning.prefab?.parameters.find(({ name }) => name === text);
  const expected = parameter?.variable.type ?? typeOf(definition.type, ctx.scope.frame);
  const { expression, type } = checkExpression(ctx, field.value, expected, definition.type);
  if (type.kind === 'view-position' && ctx.scope.frame !== WORLD) {
    report(ctx, problems.viewInFrame(expression.place, ctx.scope.frame));
    return { type: ANY };
  }
  if (text === 'appearance' && isConstant(expression)) checkAppearanceClass(ctx, expression, element.name.text);
  return { property: { definition, value: expression, place: placeOf(ctx, field) }, type };
}

function checkAppearanceClass(ctx: CheckContext, expression: typed.Constant, kind: string): void {
  const { value } = expression;
  if (typeof value !== 'object' || value.kind !== 'appearance') return;
  const { appearance } = value;
  if (appearance.kind === 'asset') {
    const className = appearance.id.slice(0, appearance.id.indexOf('/'));
    if (kind !== 'object' && className !== kind)
      report(ctx, problems.wrongClass(expression.place, appearance.id, kind));
  } else if (appearance.kind === 'like') {
    const match = ctx.catalog?.match?.(kind, appearance.text);
    if (match !== undefined && match.score < LOW_SCORE)
      report(ctx, problems.poorMatch(expression.place, appearance.text, match));
  }
}

function checkGroups(
  ctx: CheckContext,
  node: ast.Element,
  definition: KindDefinition | undefined,
  given: readonly ast.Field[],
): void {
  for (const { alternatives, reason } of definition?.oneOf ?? []) {
    const present = alternatives.filter((names) => names.some((name) => fieldNamed(given, name)));
    const [first, second] = present.map((names) => names.flatMap((name) => fieldNamed(given, name) ?? [])[0]);
    if (first === undefined || second === undefined) continue;
    const [earlier, later] = first.start < second.start ? [first, second] : [second, first];
    report(
      ctx,
      problems.exclusiveProperties(
        placeOf(ctx, later.name),
        later,
        placeOf(ctx, earlier.name),
        earlier.name.text,
        node.name.text,
        reason,
      ),
    );
  }
}

function checkRequired(ctx: CheckContext, node: ast.Element, meaning: Meaning, given: readonly ast.Field[]): void {
  if (meaning.properties.every(({ name, required }) => required === undefined || fieldNamed(given, name))) return;
  const missing = meaning.properties.filter(
    ({ name, required }) =>
      !fieldNamed(given, name) && (required === 'always' || (required === 'at-top-level' && ctx.scope.frame === WORLD)),
  );
  if (missing.length > 0)
    report(ctx, problems.missingProperty(placeOf(ctx, node.name), placeOf(ctx, node.body), node, missing));
}

function checkAnnotations(
  ctx: CheckContext,
  node: ast.Element,
  definition: KindDefinition | undefined,
): readonly typed.Annotation[] {
  if (node.annotations.length === 0) return [];
  const result: typed.Annotation[] = [];
  for (const annotation of node.annotations) {
    const place = placeOf(ctx, annotation.name);
    const found = findAnnotation(annotation.name.text);
    if (annotation.name.text === '') continue;
    if (found === undefined) {
      report(
        ctx,
        problems.unknownAnnotation(
          place,
          annotation.name.text,
          ANNOTATIONS.map(({ name }) => name),
        ),
      );
      continue;
    }
    if (definition === undefined || definition.holdsElements) {
      report(
        ctx,
        problems.misplacedAnnotation(
          placeOf(ctx, annotation),
          found.name,
          definition === undefined ? 'the use of a prefab' : 'a group',
        ),
      );
      continue;
    }
    if (annotation.arguments.length !== found.parameters.length) {
      report(ctx, problems.annotationArguments(placeOf(ctx, annotation), found, annotation.arguments.length));
      continue;
    }
    if (found.name !== 'note' && result.some((earlier) => earlier.definition === found)) {
      report(ctx, problems.repeatedAnnotation(placeOf(ctx, annotation), found.name));
      continue;
    }
    const values = annotation.arguments.map((argument, index) => {
      const parameter = found.parameters[index] as (typeof found.parameters)[number];
      const { expression } = checkExpression(ctx, argument, typeOf(parameter.type, undefined), parameter.type);
      if (expression.kind !== 'constant' && expression.kind !== 'invalid')
        report(ctx, problems.annotationNotLiteral(placeOf(ctx, argument)));
      return isConstant(expression) ? (expression.value as number | string) : undefined;
    });
    if (values.every((value) => value !== undefined))
      result.push({ definition: found, arguments: values as (number | string)[] });
  }
  return result;
}
