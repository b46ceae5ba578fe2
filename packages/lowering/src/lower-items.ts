// Runs the items of a block: loops, choices, scatters and frames unfold until only elements of the scene are left.

import type * as typed from '@diorama/checker';
import type { RegionValue, Value } from '@diorama/checker';
import { countTurns, isOnePlace } from '@diorama/checker';
import { unreachable } from '@diorama/diagnostics';
import { extendNumber, type Key } from '@diorama/geometry';
import { viewPoint } from '@diorama/scene';
import { PREFAB_PROPERTIES } from '@diorama/vocabulary';
import { evaluateFor, type Here, innerRun, type LoweringContext } from './context.ts';
import { elementValue } from './element-value.ts';
import { draws } from './expression-draws.ts';
import { type Frame, innerFrame, movedFrame, toWorld, turnOf } from './frame.ts';
import { localRotation } from './local-rotation.ts';
import { isFinitePlace, locate, lowerElement } from './lower-element.ts';
import { noteLostDirection } from './problems/lost-direction.ts';
import { placeOutOfRange } from './problems/out-of-range-by-scale.ts';
import { areSettled, bodyScope, elementKey, readValues, runLet, type Values, valueNamed } from './read-values.ts';
import { createRegion, type Region } from './region.ts';
import { createScatterPoints, pointKey } from './scatter-points.ts';
import { isOpen, number } from './scene-values.ts';
import { headerDraws, isCounted, openScope, siteKey } from './site-keys.ts';

export function lowerItems(ctx: LoweringContext, here: Here, items: readonly typed.Item[]): void {
  for (const item of items) {
    if (ctx.stopped) return;
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
    ctx.stopped = { limit: 'instances', place: element.place };
    return;
  }
  lowerElement(ctx, here, element, values, key);
}

function lowerPrefabUse(ctx: LoweringContext, here: Here, use: typed.PrefabUse, values: Values, key: Key): void {
  const { prefab } = use;
  const run = innerRun(here.run, prefab.slots);
  if (PLACING.some((name) => isOpen(valueNamed(values, name) ?? 0))) return;
  const frame = frameOf(ctx, here, use, values);
  if (frame === undefined) return;
  const scope = openScope(prefab.body, key);
  const inside: Here = { run, frame, scope, path: key };
  for (const { name, variable, default: written } of prefab.parameters) {
    const given = valueNamed(values, name);
    // An open argument leaves out what it goes into, not the whole prefab.
    if (given !== undefined) run.locals[variable.slot] = given;
    else if (written !== undefined) run.locals[variable.slot] = evaluateFor(ctx, inside, key, name, written);
  }
  lowerItems(ctx, inside, prefab.body);
}
const PLACING = PREFAB_PROPERTIES.map(({ name }) => name);

/** The frame that a group or the use of a prefab opens; nothing if numbers do not reach it. */
function frameOf(
  ctx: LoweringContext,
  here: Here,
  element: typed.Element | typed.PrefabUse,
  values: Values,
): Frame | undefined {
  const at = valueNamed(values, 'at');
  const location = locate(here, at);
  const turn = turnOf(
    localRotation(ctx, at, valueNamed(values, 'rotation'), element.properties.get('rotation')?.value.place),
  );
  const scale = valueNamed(values, 'scale');
  const origin =
    location.kind === 'view'
      ? viewPoint(ctx.camera, location)
      : ([
          location.x,
          location.kind === 'ground' ? ctx.ground(location.x, location.z) : location.y,
          location.z,
        ] as const);
  // A rotation at `view(…)` is relative to the camera's heading; what stands there has no frame around it but the world.
  const outer =
    location.kind === 'view'
      ? innerFrame(here.frame, origin, false, { kind: 'yaw', yaw: ctx.camera.angles.yaw }, 1)
      : here.frame;
  const frame = innerFrame(outer, origin, location.kind === 'ground', turn, scale === undefined ? 1 : number(scale));
  const reached = isFinitePlace({ kind: 'world', x: frame.x, y: frame.y, z: frame.z });
  if (reached && Number.isFinite(frame.scale) && frame.scale > 0) return frame;
  ctx.diagnostics.push(placeOutOfRange(element.place));
  return undefined;
}

function lowerFor(ctx: LoweringContext, here: Here, loop: typed.For): void {
  const key = isCounted(here.scope, loop) || headerDraws(loop) ? siteKey(here.scope, here.path, loop) : ctx.root;
  const values = evaluateFor(ctx, here, key, 'values', loop.values);
  const step = loop.step === undefined ? 1 : evaluateFor(ctx, here, key, 'step', loop.step);
  if (typeof values !== 'object' || isOpen(values) || typeof step !== 'number') return;
  const { slot } = loop.variable;
  const turn = (value: Value, keyedBy: number) => {
    here.run.locals[slot] = value;
    const { run, frame, scope } = here;
    lowerItems(ctx, { run, frame, scope, path: extendNumber(here.path, keyedBy) }, loop.body);
  };
  if (values.kind === 'list') {
    for (const [index, item] of values.items.entries()) {
      if (ctx.stopped) return;
      turn(item, index);
    }
  } else if (values.kind === 'range') {
    const count = countTurns(values, step);
    for (let index = 0; index < count && !ctx.stopped; index += 1) {
      const value = number(values.from) + index * step;
      turn(value, value);
    }
  }
}

function lowerIf(ctx: LoweringContext, here: Here, choice: typed.If): void {
  const key =
    isCounted(here.scope, choice) || draws(choice.condition) ? siteKey(here.scope, here.path, choice) : ctx.root;
  const condition = evaluateFor(ctx, here, key, 'condition', choice.condition);
  // A condition that is to be filled in leaves out both.
  if (typeof condition === 'boolean') lowerItems(ctx, here, condition ? choice.then : choice.else);
}

function lowerScatter(ctx: LoweringContext, here: Here, scatter: typed.Scatter): void {
  const key = siteKey(here.scope, here.path, scatter);
  const count = evaluateFor(ctx, here, key, 'count', scatter.count);
  const value = evaluateFor(ctx, here, key, 'region', scatter.region);
  const spacing = scatter.spacing === undefined ? 0 : evaluateFor(ctx, here, key, 'spacing', scatter.spacing);
  if (isOpen(count) || isOpen(value) || isOpen(spacing)) return;
  const [wanted, apart] = [number(count), number(spacing)];
  const region = regionOf(ctx, scatter, value as RegionValue);
  const points = createScatterPoints(region, apart);
  const { run, frame } = here;
  for (let index = 0; index < wanted && !ctx.stopped; index += 1) {
    const path = pointKey(key, index);
    const found = points.next(path);
    ctx.darts += points.thrown;
    if (ctx.darts > ctx.limits.work) ctx.stopped = { limit: 'work', place: scatter.place };
    if (!found) return noteFullRegion(ctx, scatter, index, wanted, apart);
    const { x, y, z } = points.spot;
    const [worldX, worldY, worldZ] = toWorld(frame, x, region.onGround ? 0 : y, z);
    const height = region.onGround ? ctx.ground(worldX, worldZ) : worldY;
    const scope = openScope(scatter.body, path);
    lowerItems(
      ctx,
      { run, frame: movedFrame(frame, worldX, height, worldZ, region.onGround), scope, path },
      scatter.body,
    );
  }
}

/** The region of a scatter; one that is constant is made once, however often the scatter is run. */
function regionOf(ctx: LoweringContext, { region }: typed.Scatter, value: RegionValue): Region {
  if (value.kind === 'path' && isOnePlace(value.points))
    noteLostDirection(
      ctx,
      region.place,
      'here all points of the path are the same',
      'all points of the scatter lie there',
    );
  if (region.kind !== 'constant') return createRegion(value);
  const known = ctx.conversions.get(value);
  if (known !== undefined) return known as Region;
  const made = createRegion(value);
  ctx.conversions.set(value, made);
  return made;
}

function noteFullRegion(
  ctx: LoweringContext,
  scatter: typed.Scatter,
  fitted: number,
  wanted: number,
  spacing: number,
): void {
  if (ctx.stopped) return;
  const earlier = ctx.fullRegions.get(scatter);
  if (earlier === undefined) ctx.fullRegions.set(scatter, { fitted, wanted, spacing, times: 1 });
  else earlier.times += 1;
}
