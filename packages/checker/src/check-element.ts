// Turns an element into a typed one: its kind or prefab, its properties, what it holds.
import { type Fix, type Span, unreachable } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import {
  ANNOTATIONS,
  findAnnotation,
  findKind,
  KINDS,
  type KindDefinition,
  PREFAB_MEMBERS,
  PREFAB_PROPERTIES,
  type PropertyDefinition,
} from '@diorama/vocabulary';
import { LOW_SCORE } from './asset-catalog.ts';
import { assetsOf, fitsClass } from './check-appearance.ts';
import { checkExpression } from './check-expression.ts';
import { activationOf, checkItem, declareValue, warnOfUnused } from './check-items.ts';
import {
  begin,
  type CheckContext,
  canonicalText,
  isConstant,
  placeOf,
  remember,
  report,
  takeAsMeant,
  within,
} from './context.ts';
import { loadEmbeddings } from './load-embeddings.ts';
import { lookUpPrefab } from './look-up.ts';
import * as problems from './problems/index.ts';
import { type Activation, enclose, localVariable, namesIn, nestingOf, type PrefabDeclaration } from './scope.ts';
import { ANY, differ, type Frame, LOST, POSITION_BIT, type Type, typeOf, WORLD } from './type.ts';
import type * as typed from './typed-tree.ts';
import { declaredBelow, isMisplaced, prefabPlace, wayBack } from './unreachable-declarations.ts';

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
  const body = bodyOf(ctx, node, meaning, activation);
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
      const child = entry.kind === 'element' ? entry.name.text : entry.kind;
      report(ctx, problems.noChildren(placeOf(ctx, headOf(entry)), node.name.text, child));
      // Probably a brace is missing: it is checked as what stands beside, but need not say where.
      checkItem(ctx, entry);
      const { start } = headOf(entry);
      ctx.state.diagnostics = ctx.state.diagnostics.filter(
        ({ code, primary }) => code !== problems.MISSING_PROPERTY || primary.start !== start,
      );
      continue;
    }
    const checked = checkItem(body, entry);
    if (checked !== undefined) children.push(checked);
  }
  if (body !== ctx) warnOfUnused(body);
  if (meaning === undefined) {
    declareUnknown(ctx, node.label);
    return undefined;
  }
  checkGroups(ctx, node, definition, given);
  checkRequired(ctx, node, meaning, given);
  const annotations = checkAnnotations(ctx, node, definition);
  const at = fieldNamed(given, 'at');
  const place = placeOf(ctx, node);
  const common = {
    source: node,
    place,
    properties,
    children: children.length === 0 ? NO_CHILDREN : children,
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

/** Most elements hold none, and a program may have a hundred thousand of them. */
const NO_CHILDREN: readonly typed.Item[] = [];

/** What to point at when a statement is meant: its beginning, for the whole may be many lines. */
function headOf(node: ast.Statement): Span {
  switch (node.kind) {
    case 'element':
      return node.name;
    case 'for':
      return { start: node.start, end: (node.step ?? node.values).end };
    case 'if':
      return { start: node.start, end: node.condition.end };
    case 'scatter':
      return { start: node.start, end: (node.spacing ?? node.region).end };
    default:
      return unreachable(node);
  }
}

/** The context of what stands in an element's braces: a block of its own, unless there are only properties. */
function bodyOf(
  ctx: CheckContext,
  node: ast.Element,
  meaning: Meaning | undefined,
  activation: Activation,
): CheckContext {
  const definition = meaning?.definition;
  const items = node.body.entries;
  if (items.every(({ kind }) => kind === 'field')) return ctx;
  if (meaning === undefined) return within(ctx, enclose(ctx.scope, { activation, items, frame: LOST }));
  if (!definition?.holdsElements) return within(ctx, enclose(ctx.scope, { activation, items }));
  ctx.state.speaksWhenLowered = true;
  const frame: Frame = { name: `this ${node.name.text}`, place: placeOf(ctx, node.name) };
  return within(ctx, enclose(ctx.scope, { activation, items, frame, inside: `a ${node.name.text}` }));
}

function fieldNamed(fields: readonly ast.Field[], name: string): ast.Field | undefined {
  for (const field of fields) if (field.name.text === name) return field;
  return undefined;
}

/** The label of what was reported: its uses say nothing more. */
function declareUnknown(ctx: CheckContext, label: ast.Name | undefined): void {
  if (label === undefined || label.text === '') return;
  const place = placeOf(ctx, label);
  const variable: typed.Variable = {
    kind: 'global',
    name: label.text,
    declaration: undefined as never,
    type: ANY,
    place,
  };
  declareValue(ctx, label, { kind: 'value', name: label.text, variable, place, origin: 'label' });
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
    name: declaration.source.name.text,
    members: declaration.kind === 'element' ? declaration.definition.members : PREFAB_MEMBERS,
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
    const way = wayBack(ctx, text);
    if (way?.told) return undefined;
    const places = [...new Set(way?.names)].flatMap((name) => prefabPlace(ctx, name) ?? []);
    report(
      ctx,
      way === undefined
        ? problems.declaredBelow(place, text, below, ctx.source)
        : problems.mutualRecursion(place, way.names, places),
    );
    return undefined;
  }
  if (isMisplaced(ctx, text)) return undefined;
  const prefabs = namesIn(ctx.scope, 'prefabs');
  const kinds = KINDS.map(({ name }) => name);
  report(ctx, problems.unknownKind(place, node, kinds, prefabs));
  return undefined;
}

function checkPrefabUse(ctx: CheckContext, node: ast.Element, found: PrefabDeclaration): void {
  // A prefab may scatter; to look into it would be more work than to lower its use.
  ctx.state.speaksWhenLowered = true;
  ctx.state.prefabDepth = Math.max(ctx.state.prefabDepth, found.depth);
  ctx.state.nesting = Math.max(ctx.state.nesting, found.nesting + nestingOf(ctx.scope));
  if (found.embeddings === undefined) return;
  ctx.state.usesEmbeddings = true;
  remember(ctx, 'embeddings', '', ctx.state.embeddings);
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
  remember(ctx, 'setting', definition.name, earlier);
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
  if (meaning === undefined) takeAsMeant(ctx, field.value);
  if (meaning === undefined || text === '') return undefined;
  const definition = meaning.properties.find(({ name }) => name === text);
  const place = placeOf(ctx, field.name);
  if (definition === undefined) {
    checkUnknownField(ctx, field, element, meaning, given);
    return undefined;
  }
  const earlier = fieldNamed(given, text);
  const { expression, type } = checkValue(ctx, field.value, definition, meaning);
  if (earlier !== undefined) {
    const fixes = [removal(element, field, `remove the second ${text}`)];
    report(ctx, problems.repeatedProperty(place, text, placeOf(ctx, earlier), fixes));
    return undefined;
  }
  given.push(field);
  if (text === 'target') ctx.state.speaksWhenLowered = true;
  if (type.kind === 'view-position' && differ(ctx.scope.frame, WORLD)) {
    report(ctx, problems.viewInFrame(expression.place, ctx.scope.frame));
    return { type: ANY };
  }
  if (definition.type.kind === 'appearance' && meaning.definition !== undefined && isConstant(expression))
    checkLook(ctx, expression, field.value, element);
  return { property: { definition, value: expression, place: placeOf(ctx, field) }, type };
}

function checkValue(
  ctx: CheckContext,
  value: ast.Expression,
  definition: PropertyDefinition,
  { prefab, properties }: Meaning,
): ReturnType<typeof checkExpression> {
  begin(ctx, properties);
  // A prefab's positions are of its own frame: literals are read there, names of another frame do not fit.
  const parameter = prefab?.parameters.find(({ name }) => name === definition.name);
  const expected = parameter?.variable.type ?? typeOf(definition.type, ctx.scope.frame);
  return checkExpression(ctx, value, expected, definition.type);
}

/** A property that the element does not have: its value is checked as that of the one that was probably meant. */
function checkUnknownField(
  ctx: CheckContext,
  { name, value }: ast.Field,
  element: ast.Element,
  meaning: Meaning,
  given: ast.Field[],
): void {
  const parts = LOOSE_PARTS.has(name.text) ? loosePoint(element, meaning) : undefined;
  if (parts !== undefined) {
    const [first] = parts as readonly [ast.Field, ...ast.Field[]];
    if (first.name === name) {
      report(ctx, problems.loosePoint(placeOf(ctx, name), element.name.text, parts));
      given.push({ ...first, name: { ...name, text: 'at' } });
    }
    takeAsMeant(ctx, value);
    return;
  }
  const taken = element.body.entries.flatMap((entry) => (entry.kind === 'field' ? [entry.name.text] : []));
  const free = meaning.properties.filter((property) => !taken.includes(property.name));
  const nearest = problems.meantProperty(
    name.text,
    free.map((property) => property.name),
  );
  // Renamed like one above it, it would only be a second one.
  const meant =
    nearest && given.some((field) => field.name.text === nearest.text) ? { ...nearest, safe: false } : nearest;
  const names = meaning.properties.map((property) => property.name);
  report(ctx, problems.unknownProperty(placeOf(ctx, name), element.name.text, name.text, names, KINDS, meant));
  const definition = free.find((property) => property.name === meant?.text);
  if (definition === undefined || meant?.safe === false) takeAsMeant(ctx, value);
  else checkValue(ctx, value, definition, meaning);
  // It is not missing as well.
  if (definition === undefined) return;
  given.push({ kind: 'field', name: { ...name, text: definition.name }, value, start: name.start, end: value.end });
}

const LOOSE_PARTS: ReadonlySet<string> = new Set(['x', 'y', 'z']);

/** `x: 0, z: -8`, the parts of a point as properties of their own, where the element has a place and none is given. */
function loosePoint({ body }: ast.Element, { properties }: Meaning): readonly ast.Field[] | undefined {
  const fields = body.entries.filter((entry) => entry.kind === 'field');
  const has = (name: string) => properties.some((property) => property.name === name);
  if (!has('at') || [...LOOSE_PARTS].some(has) || fields.some(({ name }) => name.text === 'at')) return undefined;
  const parts = fields.filter(({ name }) => LOOSE_PARTS.has(name.text));
  const order = parts.map(({ name }) => name.text).join('');
  return ['xz', 'xy', 'xyz'].includes(order) ? parts : undefined;
}

/** The fix that removes a property, with the comma behind or before it. */
function removal(element: ast.Element, field: ast.Field, title: string): Fix {
  const { entries } = element.body;
  const index = indexOf(entries, field);
  const before = entries[index - 1];
  const start = before === undefined ? field.start : before.end;
  const end = before === undefined ? (entries[index + 1]?.start ?? field.end) : field.end;
  return { title, edits: [{ start, end, text: '' }], safe: false };
}

/** Where a node is among nodes in the order of the text: an element may have a hundred thousand. */
function indexOf(nodes: readonly Span[], node: Span): number {
  let [low, high] = [0, nodes.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) < node.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkLook(
  ctx: CheckContext,
  { place, value }: typed.Constant,
  node: ast.Expression,
  element: ast.Element,
): void {
  const kind = element.name.text;
  const [id] = assetsOf(value);
  if (id !== undefined && !fitsClass(id, kind)) {
    const text = node.kind === 'call' ? node.arguments[0]?.value : undefined;
    const where = text?.kind === 'text' ? placeOf(ctx, text) : place;
    return report(ctx, problems.wrongClass(where, id, kind, element.name));
  }
  if (typeof value !== 'object' || value.kind !== 'appearance' || value.appearance.kind !== 'like') return;
  const { text } = value.appearance;
  const match = ctx.catalog?.match?.(kind, text);
  if (match !== undefined && match.score < LOW_SCORE) report(ctx, problems.poorMatch(place, text, match));
}

function checkGroups(
  ctx: CheckContext,
  node: ast.Element,
  definition: KindDefinition | undefined,
  given: readonly ast.Field[],
): void {
  for (const { alternatives, reason } of definition?.oneOf ?? []) {
    const present = alternatives.map((names) => names.flatMap((name) => fieldNamed(given, name) ?? []));
    const [first, second] = present.filter((fields) => fields.length > 0);
    const [one, other] = [first?.[0], second?.[0]];
    if (one === undefined || other === undefined) continue;
    const [earlier, later] = one.start < other.start ? [one, other] : [other, one];
    const alone = [first, second].filter((fields) => fields?.length === 1).flatMap((fields) => fields ?? []);
    const fixes = alone.map((field) => removal(node, field, `remove ${field.name.text}`));
    const [place, earlierPlace] = [placeOf(ctx, later.name), placeOf(ctx, earlier.name)];
    report(ctx, problems.exclusiveProperties(place, later.name.text, earlierPlace, earlier.name.text, reason, fixes));
  }
}

function checkRequired(ctx: CheckContext, node: ast.Element, meaning: Meaning, given: readonly ast.Field[]): void {
  if (meaning.properties.every(({ name, required }) => required === undefined || fieldNamed(given, name))) return;
  const missing = meaning.properties.filter(
    ({ name, required }) =>
      !fieldNamed(given, name) && (required === 'always' || (required === 'at-top-level' && ctx.scope.frame === WORLD)),
  );
  // A property whose name could not be read may be the one that is missing.
  if (node.body.entries.some((entry) => entry.kind === 'field' && entry.name.text === '')) return;
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
    // Without parentheses, which the parser has missed already.
    if (annotation.end === annotation.name.end) continue;
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
      if (expression.kind !== 'invalid' && !isLiteral(argument))
        report(ctx, problems.annotationNotLiteral(placeOf(ctx, argument)));
      return isConstant(expression) ? (expression.value as number | string) : undefined;
    });
    if (values.every((value) => value !== undefined))
      result.push({ definition: found, arguments: values as (number | string)[] });
  }
  // A list that has grown keeps room for more; this one is kept as long as the program.
  return result.slice();
}

function isLiteral(node: ast.Expression): boolean {
  return ['number', 'text', 'hole'].includes(node.kind) || (node.kind === 'negation' && isLiteral(node.operand));
}
