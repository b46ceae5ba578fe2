// Runs the items of a block: loops, choices, scatters and frames unfold until only elements of the scene are left.
import type { RegionValue, Value } from '@diorama/checker';
import type * as typed from '@diorama/checker';
import { countTurns } from '@diorama/checker';
import { unreachable } from '@diorama/diagnostics';
import { extendNumber, type Key } from '@diorama/geometry';
import { viewPoint } from '@diorama/scene';
import { type Here, innerRun, type LoweringContext, valueOf } from './context.ts';
import { elementValue } from './element-value.ts';
import { type Frame, innerFrame, movedFrame, toWorld, turnOf } from './frame.ts';
import { isFinitePlace, locate, lowerElement } from './lower-element.ts';
import { localRotation } from './local-rotation.ts';
import { placeOutOfRange } from './problems/out-of-range-by-scale.ts';
import { areSettled, bodyScope, elementKey, readValues, runLet, type Values } from './read-values.ts';
import { createRegion } from './region.ts';
import { createScatterPoints, pointKey } from './scatter-points.ts';
import { isOpen, number } from './scene-values.ts';
import { headerDraws, isCounted, openScope, siteKey } from './site-keys.ts';
import { draws } from './expression-draws.ts';

export function lowerItems(ctx: LoweringContext, here: Here, items: readonly typed.Item[]): void {
  for (const item of items) {
    if (ctx.full) return;
    lowerItem(ctx, here, item);
  }
}

export function lowerItem(ctx: LoweringContext, here: Here, item: typed.Item): void {
  switch (item.kind) {
    case 'let':
      return runLet(ctx, here, item);
    case 'element':
    case 'prefab-use':
      return lowerPlaced(ctx, here, item);
    case 'for':
      return lowerFor(ctx, here, item);
    case 'if':
      return lowerIf(ctx, here, item);
    case 'scatter':
      return lowerScatter(ctx, here, item);
    default:
      return unreachable(item);
  }
}

function lowerPlaced(ctx: LoweringContext, here: Here, element: typed.Element | typed.PrefabUse): void {
  if (element.kind === 'element' && element.definition.role === 'setting') return;
  const key = elementKey(here, element);
  const body = bodyScope(element, key);
  const values = readValues(ctx, here, element, key, body);
  if (element.label?.kind === 'local') here.run.locals[element.label.slot] = elementValue(ctx, here, element, values);
  if (element.kind === 'prefab-use') {
    if (key !== undefined) lowerPrefabUse(ctx, here, element, values, key);
    return;
  }
  if (!areSettled(values)) return;
  if (element.definition.role === 'group') {
    const frame = frameOf(ctx, here, element, values);
    if (frame === undefined || body === undefined) return;
    lowerItems(ctx, { run: here.run, frame, scope: body, path: body.path }, element.children);
    return;
  }
  if (ctx.elements.length >= ctx.limits.instances) {
    ctx.full = true;
    return;
  }
  lowerElement(ctx, here, element, values, key);
}

function lowerPrefabUse(ctx: LoweringContext, here: Here, use: typed.PrefabUse, values: Values, key: Key): void {
  const { prefab } = use;
  const run = innerRun(here.run, prefab.slots);
  const placing = new Map([...values].filter(([name]) => PLACING.has(name)));
  if (!areSettled(placing)) return;
  const frame = frameOf(ctx, here, use, placing);
  if (frame === undefined) return;
  const scope = openScope(prefab.body, key);
  const inside: Here = { run, frame, scope, path: key };
  for (const { name, variable, default: written } of prefab.parameters) {
    const given = values.get(name);
    // An open argument leaves out what it goes into, not the whole prefab.
    if (given !== undefined) run.locals[variable.slot] = given;
    else if (written !== undefined) run.locals[variable.slot] = valueOf(ctx, inside, key, name, written);
  }
  lowerItems(ctx, inside, prefab.body);
}
const PLACING: ReadonlySet<string> = new Set(['at', 'rotation', 'scale']);

/** The frame that a group or the use of a prefab opens; nothing if numbers do not reach it. */
function frameOf(ctx: LoweringContext, here: Here, element: typed.Element | typed.PrefabUse, values: Values): Frame | undefined {
  const at = values.get('at');
  const location = locate(here, at);
  const turn = turnOf(localRotation(ctx, at, values.get('rotation')));
  const scale = values.get('scale');
  const origin =
    location.kind === 'view'
      ? viewPoint(ctx.view.frame, location)
      : ([location.x, location.kind === 'ground' ? ctx.ground(location.x, location.z) : location.y, location.z] as const);
  // A rotation at `view(…)` is relative to the camera's heading; what stands there has no frame around it but the world.
  const outer = location.kind === 'view' ? innerFrame(here.frame, origin, false, { kind: 'yaw', yaw: ctx.view.heading }, 1) : here.frame;
  const frame = innerFrame(outer, origin, location.kind === 'ground', turn, scale === undefined ? 1 : number(scale));
  const reached = isFinitePlace({ kind: 'world', x: frame.x, y: frame.y, z: frame.z });
  if (reached && Number.isFinite(frame.scale) && frame.scale > 0) return frame;
  ctx.diagnostics.push(placeOutOfRange(element.place));
  return undefined;
}

function lowerFor(ctx: LoweringContext, here: Here, loop: typed.For): void {
  const key = isCounted(here.scope, loop) || headerDraws(loop) ? siteKey(here.scope, here.path, loop) : ctx.root;
  const values = valueOf(ctx, here, key, 'values', loop.values);
  const step = loop.step === undefined ? 1 : valueOf(ctx, here, key, 'step', loop.step);
  if (typeof values !== 'object' || isOpen(values) || typeof step !== 'number') return;
  const { slot } = loop.variable;
  const turn = (value: Value, keyedBy: number) => {
    here.run.locals[slot] = value;
    const { run, frame, scope } = here;
    lowerItems(ctx, { run, frame, scope, path: extendNumber(here.path, keyedBy) }, loop.body);
  };
  if (values.kind === 'list') {
    for (const [index, item] of values.items.entries()) {
      if (ctx.full) return;
      turn(item, index);
    }
  } else if (values.kind === 'range') {
    const count = countTurns(values, step);
    for (let index = 0; index < count && !ctx.full; index += 1) {
      const value = number(values.from) + index * step;
      turn(value, value);
    }
  }
}

function lowerIf(ctx: LoweringContext, here: Here, choice: typed.If): void {
  const key = isCounted(here.scope, choice) || draws(choice.condition) ? siteKey(here.scope, here.path, choice) : ctx.root;
  const condition = valueOf(ctx, here, key, 'condition', choice.condition);
  // A condition that is to be filled in leaves out both.
  if (typeof condition === 'boolean') lowerItems(ctx, here, condition ? choice.then : choice.else);
}

function lowerScatter(ctx: LoweringContext, here: Here, scatter: typed.Scatter): void {
  const key = siteKey(here.scope, here.path, scatter);
  const count = valueOf(ctx, here, key, 'count', scatter.count);
  const value = valueOf(ctx, here, key, 'region', scatter.region);
  const spacing = scatter.spacing === undefined ? 0 : valueOf(ctx, here, key, 'spacing', scatter.spacing);
  if (isOpen(count) || isOpen(value) || isOpen(spacing)) return;
  const [wanted, apart] = [number(count), number(spacing)];
  const region = createRegion(value as RegionValue);
  const points = region && createScatterPoints(region, apart);
  const { run, frame } = here;
  let fitted = 0;
  for (; fitted < wanted && !ctx.full; fitted += 1) {
    const path = pointKey(key, fitted);
    if (region === undefined || points === undefined || !points.next(path)) break;
    const { x, y, z } = points.spot;
    const [worldX, worldY, worldZ] = toWorld(frame, x, region.onGround ? 0 : y, z);
    const height = region.onGround ? ctx.ground(worldX, worldZ) : worldY;
    const scope = openScope(scatter.body, path);
    lowerItems(ctx, { run, frame: movedFrame(frame, worldX, height, worldZ, region.onGround), scope, path }, scatter.body);
  }
  if (fitted < wanted && !ctx.full) noteFullRegion(ctx, scatter, fitted, wanted, apart);
}

function noteFullRegion(ctx: LoweringContext, scatter: typed.Scatter, fitted: number, wanted: number, spacing: number): void {
  const earlier = ctx.fullRegions.get(scatter);
  if (earlier === undefined) ctx.fullRegions.set(scatter, { fitted, wanted, spacing, times: 1 });
  else earlier.times += 1;
}
