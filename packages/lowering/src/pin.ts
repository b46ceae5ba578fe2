// Rewrites the text of a program so that nothing in it depends on where the camera is.

import type * as typed from '@diorama/checker';
import type { Value } from '@diorama/checker';
import type { Diagnostic, Outcome, Place, SourceFile, TextEdit } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import type * as scene from '@diorama/scene';
import { cameraAngles, groundOf, resolveLocation } from '@diorama/scene';
import { draws } from './expression-draws.ts';
import { innerFrame, toWorldRotation, WORLD } from './frame.ts';
import { printProperty, printRotation } from './print-core-form.ts';
import { cannotPin } from './problems/cannot-pin.ts';
import { number, rotation as toRotation } from './scene-values.ts';
import { itemDraws } from './site-keys.ts';

/**
 * Replaces every `at: view(…)` by the point of the world that it means, and the rotation beside it, which is relative to
 * the camera's heading, by one relative to the world. All else stays as it is, comments and layout included; a text
 * without views comes back unchanged. Numbers keep their full precision: what stood somewhere stands there to the bit.
 *
 * What an unlabelled object draws hangs on the text of its `at`; so it gets the values that it had drawn, its variant
 * included. `scene` is what `lower` makes of the program. Where the text has no one place for a point, that is said, and
 * the view stays.
 */
export function pin(program: typed.Program, source: SourceFile, scene: scene.Scene): Outcome<string> {
  const ctx: PinContext = {
    source,
    scene,
    heading: cameraAngles(scene.camera, groundOf(scene)).yaw,
    nodes: nodesByOrigin(scene),
    edits: [],
    diagnostics: [],
    holes: program.holes,
  };
  pinItems(ctx, program.items, false);
  return { value: applyEdits(source.text, ctx.edits), diagnostics: ctx.diagnostics };
}

interface PinContext {
  readonly source: SourceFile;
  readonly scene: scene.Scene;
  /** The camera's yaw, degrees. */
  readonly heading: number;
  /** The elements of the scene with `at: view(…)` by where they come from. */
  readonly nodes: ReadonlyMap<Place, readonly scene.Element[]>;
  readonly edits: TextEdit[];
  readonly diagnostics: Diagnostic[];
  /** Every `?` that is left: `diorama expand` takes none. */
  readonly holes: readonly Place[];
}

/** Only items in the world's own frame can hold views: groups, prefabs and scatters are not entered. */
function pinItems(ctx: PinContext, items: readonly typed.Item[], repeated: boolean): void {
  for (const item of items) {
    if (item.kind === 'for') pinItems(ctx, item.body, true);
    else if (item.kind === 'if') {
      pinItems(ctx, item.then, repeated);
      pinItems(ctx, item.else, repeated);
    } else if (item.kind === 'element' || item.kind === 'prefab-use') pinElement(ctx, item, repeated);
  }
}

function pinElement(ctx: PinContext, element: typed.Element | typed.PrefabUse, repeated: boolean): void {
  const at = element.properties.get('at');
  const nodes = ctx.nodes.get(element.place) ?? [];
  const [node] = nodes;
  const written = at?.value.kind === 'constant' ? at.value.value : undefined;
  if (at === undefined || (node === undefined && !isView(written))) {
    if (at !== undefined && makesView(at.value)) {
      const { start, end } = at.place;
      const own = ctx.holes.some((hole) => start <= hole.start && hole.end <= end);
      refuse(ctx, at.value, 'no element was made here, so its place is not known', own ? FILL_IN : expandStep(ctx));
    }
    return;
  }
  if (repeated || nodes.length > 1) return refuse(ctx, at.value, 'in a loop this means many points', expandStep(ctx));
  const view = node === undefined && isView(written) ? viewLocation(written) : node?.at;
  if (view === undefined) return;
  const unlabelled = element.label === undefined;
  if (element.kind === 'prefab-use' || element.definition.role === 'group') {
    if (unlabelled && drawsInside(element)) {
      return refuse(ctx, at.value, 'what is drawn in it hangs on the text of this place', labelStep(ctx));
    }
  }
  if (!pinRotation(ctx, element, node)) return;
  const [x, y, z] = resolveLocation(ctx.scene, view);
  replaceValue(ctx, at.value, `(${[x, y, z].map(shortestDecimal).join(', ')})`);
  if (unlabelled && node !== undefined && element.kind === 'element') pinDraws(ctx, element, node);
}

const EXPAND = 'write the program with `diorama expand` first';
const FILL_IN = 'write a value in place of the `?`';

/** A program with a `?` cannot be expanded. */
function expandStep({ holes }: PinContext): string {
  return holes.length > 0 ? 'write a value in place of each `?`, then the program with `diorama expand`' : EXPAND;
}
function labelStep({ holes }: PinContext): string {
  const label = 'give it a label, which its draws then hang on';
  return holes.length > 0 ? label : `${label}, or ${EXPAND}`;
}

/** Turns the rotation from the camera's heading to the world's; false if the text has no one rotation. */
function pinRotation(
  ctx: PinContext,
  element: typed.Element | typed.PrefabUse,
  node: scene.Element | undefined,
): boolean {
  const given = element.properties.get('rotation');
  if (element.kind === 'element' && !element.definition.properties.some(({ name }) => name === 'rotation')) return true;
  if (given === undefined) {
    if (ctx.heading !== 0) insertField(ctx, element, `rotation: yaw(${shortestDecimal(ctx.heading)})`);
    return true;
  }
  // What faces a point of the world does so wherever the camera is.
  if (isFacing(given.value)) return true;
  const rotation = node !== undefined && 'rotation' in node ? node.rotation : constantRotation(given.value);
  if (rotation === undefined) {
    refuse(ctx, given.value, 'this rotation is not a constant', expandStep(ctx));
    return false;
  }
  const heading = innerFrame(WORLD, [0, 0, 0], false, { kind: 'yaw', yaw: ctx.heading }, 1);
  const turned = toWorldRotation(heading, rotation);
  // A drawn rotation hangs on the text of `at`, unless a label says which element it is.
  const changes = element.label === undefined && given.value.kind !== 'constant';
  if (turned !== rotation || changes) replaceValue(ctx, given.value, printRotation(turned));
  return true;
}

/** Writes the values that were drawn by a key that changes with the text of `at`. */
function pinDraws(ctx: PinContext, element: typed.Element, node: scene.Element): void {
  const letsDraw = element.children.some(itemDraws);
  for (const [name, { value }] of element.properties) {
    if (name === 'at' || name === 'rotation' || !(draws(value) || (letsDraw && value.kind !== 'constant'))) continue;
    replaceValue(ctx, value, printProperty(node, name));
  }
  if ('variant' in node && !element.properties.has('variant')) {
    insertField(ctx, element, `variant: ${printProperty(node, 'variant')}`);
  }
}

function nodesByOrigin({ elements }: scene.Scene): ReadonlyMap<Place, readonly scene.Element[]> {
  const nodes = new Map<Place, scene.Element[]>();
  for (const element of elements) {
    if (element.at.kind !== 'view' || element.origin === undefined) continue;
    const found = nodes.get(element.origin);
    if (found === undefined) nodes.set(element.origin, [element]);
    else found.push(element);
  }
  return nodes;
}

function isView(value: Value | undefined): value is Extract<Value, { kind: 'view' }> {
  return typeof value === 'object' && value.kind === 'view';
}

function viewLocation({ x, y, z }: Extract<Value, { kind: 'view' }>): scene.Location {
  return { kind: 'view', x: number(x), y: number(y), z: number(z) };
}

/** Whether an expression that is not constant comes to a view. */
function makesView(expression: typed.Expression): boolean {
  switch (expression.kind) {
    case 'construct':
      return expression.function.name === 'view';
    case 'read':
      return expression.variable.type.kind === 'view-position';
    case 'choose':
      return makesView(expression.then) || makesView(expression.else);
    default:
      return false;
  }
}

function isFacing(expression: typed.Expression): boolean {
  if (expression.kind === 'construct') return expression.function.name === 'facing';
  if (expression.kind !== 'constant') return false;
  const { value } = expression;
  return typeof value === 'object' && value.kind === 'rotation' && value.rotation.kind === 'facing';
}

function constantRotation(expression: typed.Expression): scene.Rotation | undefined {
  return expression.kind === 'constant' ? toRotation(expression.value, () => 0) : undefined;
}

function drawsInside(element: typed.Element | typed.PrefabUse): boolean {
  const body = element.kind === 'prefab-use' ? element.prefab.body : element.children;
  return [...element.properties.values()].some(({ value }) => draws(value)) || body.some(itemDraws);
}

function refuse(ctx: PinContext, { place }: typed.Expression, fact: string, nextStep: string): void {
  ctx.diagnostics.push(cannotPin(place, fact, nextStep));
}

function replaceValue(ctx: PinContext, { place }: typed.Expression, text: string): void {
  ctx.edits.push({ start: place.start, end: place.end, text });
}

/** Adds a property after the one that names the place. */
function insertField(ctx: PinContext, element: typed.Element | typed.PrefabUse, field: string): void {
  const at = element.properties.get('at');
  if (at === undefined) return;
  const { end } = at.value.place;
  ctx.edits.push({ start: end, end, text: `, ${field}` });
}

/** Applies edits that do not overlap; those at one place in the order in which they were made. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.index - b.index);
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of ordered) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
