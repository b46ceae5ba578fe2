// Reads the settings of a program before anything else is lowered: what stands in the scene depends on them.

import type * as typed from '@diorama/checker';
import type { Value } from '@diorama/checker';
import { rootKey } from '@diorama/geometry';
import type * as scene from '@diorama/scene';
import { cameraPose, fixedPoint, groundHeight } from '@diorama/scene';
import { evaluateFor, type Here, type LoweringContext } from './context.ts';
import { defaultLocation, defaultNumber, defaultText, propertyOf } from './defaults.ts';
import { draws } from './expression-draws.ts';
import { annotationsOf } from './lower-element.ts';
import { noteLostDirection } from './problems/lost-direction.ts';
import { bodyScope, elementKey, labelValue, readValues, runLet, type Values, valueNamed } from './read-values.ts';
import { appearance, fixedLocation, isOpen, number, text } from './scene-values.ts';
import { isCounted, siteKey } from './site-keys.ts';

/** The parts of a scene that are not elements. */
export type Settings = Omit<scene.Scene, 'elements'>;

/**
 * The scene's settings; the context learns the seed, the ground and the camera. Each may use names whose values depend on
 * the others (`camera { position: oak.top }` asks for the ground), so they are read one after the other: what comes later
 * counts as left out until then, and names are computed anew after each.
 */
export function lowerSettings(ctx: LoweringContext, openItem: (item: typed.Item) => Here): Settings {
  const holders = ctx.program.items.filter(holdsSetting);
  const read = (name: string) => findSetting(ctx, holders, openItem, name);

  const settings = lowerScene(ctx, read('scene'));
  ctx.root = rootKey(settings.seed);
  ctx.globals.clear();
  const ground = lowerGround(read('ground'));
  ctx.ground = (x, z) => groundHeight(ground, settings.seed, x, z);
  ctx.globals.clear();
  const cameraReading = read('camera');
  const camera = withDirection(ctx, lowerCamera(cameraReading), cameraReading);
  ctx.camera = cameraPose(camera, ctx.ground);
  ctx.globals.clear();

  const haze = read('haze');
  const sky = lowerSky(read('sky'));
  return { settings, camera, sky, ...(haze && { haze: lowerHaze(haze) }), ground };
}

/** The camera; one whose target turns out to be in its eye looks level, at yaw 0. */
function withDirection(ctx: LoweringContext, camera: scene.Camera, reading: Reading | undefined): scene.Camera {
  const { position, aim } = camera;
  const place = reading?.element.properties.get('target')?.value.place;
  if (aim.kind !== 'target' || place === undefined) return camera;
  const [eye, target] = [fixedPoint(position, ctx.ground), fixedPoint(aim.target, ctx.ground)];
  if (!eye.every((part, axis) => part === target[axis])) return camera;
  noteLostDirection(ctx, place, 'here the camera itself is at this point', 'it looks level, at yaw 0');
  return { ...camera, aim: { kind: 'angles', pitch: 0, yaw: 0, roll: aim.roll } };
}

/** A setting that is in force, with its values. */
interface Reading {
  readonly element: typed.Element;
  readonly values: Values;
}

function holdsSetting(item: typed.Item): boolean {
  if (item.kind === 'element') return item.definition.role === 'setting';
  return item.kind === 'if' && (item.then.some(holdsSetting) || item.else.some(holdsSetting));
}

/** Finds the setting of a kind that is in force: at top level, or in the branch of an `if` that is taken. */
function findSetting(
  ctx: LoweringContext,
  items: readonly typed.Item[],
  openItem: (item: typed.Item) => Here,
  name: string,
): Reading | undefined {
  for (const item of items) {
    const found = searchItem(ctx, openItem(item), item, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function searchItem(ctx: LoweringContext, here: Here, item: typed.Item, name: string): Reading | undefined {
  switch (item.kind) {
    case 'let':
      runLet(ctx, here, item);
      return undefined;
    case 'element': {
      if (item.label?.kind === 'local') here.run.locals[item.label.slot] = labelValue(ctx, here, item);
      if (item.definition.name !== name) return undefined;
      const key = elementKey(here, item);
      return { element: item, values: readValues(ctx, here, item, key, bodyScope(item, key)) };
    }
    case 'prefab-use':
      if (item.label?.kind === 'local') here.run.locals[item.label.slot] = labelValue(ctx, here, item);
      return undefined;
    case 'if': {
      const key =
        isCounted(here.scope, item) || draws(item.condition) ? siteKey(here.scope, here.path, item) : ctx.root;
      const condition = evaluateFor(ctx, here, key, 'condition', item.condition);
      if (typeof condition !== 'boolean') return undefined;
      for (const inner of condition ? item.then : item.else) {
        const found = searchItem(ctx, here, inner, name);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function lowerScene(ctx: LoweringContext, reading: Reading | undefined): scene.SceneSettings {
  const file = given(reading, 'embeddings');
  const { embeddings } = ctx.program;
  return {
    name: textOf(reading, 'scene', 'name'),
    seed: numberOf(reading, 'scene', 'seed'),
    ...(file !== undefined && embeddings && { embeddings: { ...embeddings, file: text(file) } }),
    credits: textOf(reading, 'scene', 'credits'),
    ...provenance(reading),
  };
}

function lowerCamera(reading: Reading | undefined): scene.Camera {
  const target = given(reading, 'target');
  const position = given(reading, 'position');
  const roll = numberOf(reading, 'camera', 'roll');
  const aim: scene.Camera['aim'] =
    target === undefined
      ? { kind: 'angles', pitch: numberOf(reading, 'camera', 'pitch'), yaw: numberOf(reading, 'camera', 'yaw'), roll }
      : { kind: 'target', target: fixedLocation(target), roll };
  return {
    position: position === undefined ? defaultLocation(propertyOf('camera', 'position')) : fixedLocation(position),
    aim,
    fov: numberOf(reading, 'camera', 'fov'),
    aspect: numberOf(reading, 'camera', 'aspect'),
    exposure: numberOf(reading, 'camera', 'exposure'),
    near: numberOf(reading, 'camera', 'near'),
    far: numberOf(reading, 'camera', 'far'),
    ...provenance(reading),
  };
}

function lowerSky(reading: Reading | undefined): scene.Sky {
  return {
    sunElevation: numberOf(reading, 'sky', 'sun_elevation'),
    sunAzimuth: numberOf(reading, 'sky', 'sun_azimuth'),
    sunSize: numberOf(reading, 'sky', 'sun_size'),
    sunIntensity: numberOf(reading, 'sky', 'sun_intensity'),
    strength: numberOf(reading, 'sky', 'strength'),
    altitude: numberOf(reading, 'sky', 'altitude'),
    air: numberOf(reading, 'sky', 'air'),
    dust: numberOf(reading, 'sky', 'dust'),
    ozone: numberOf(reading, 'sky', 'ozone'),
    ...provenance(reading),
  };
}

function lowerHaze(reading: Reading): scene.Haze {
  const visibility = given(reading, 'visibility');
  return {
    extent:
      visibility === undefined
        ? { kind: 'density', value: numberOf(reading, 'haze', 'density') }
        : { kind: 'visibility', value: number(visibility) },
    color: textOf(reading, 'haze', 'color'),
    ...provenance(reading),
  };
}

function lowerGround(reading: Reading | undefined): scene.Ground {
  const color = given(reading, 'color');
  const look = given(reading, 'appearance');
  const surface: scene.Ground['surface'] =
    color !== undefined
      ? { kind: 'color', color: text(color) }
      : look === undefined
        ? undefined
        : { kind: 'appearance', appearance: appearance(look) };
  return {
    ...(surface && { surface }),
    roughness: numberOf(reading, 'ground', 'roughness'),
    relief: numberOf(reading, 'ground', 'relief'),
    reliefScale: numberOf(reading, 'ground', 'relief_scale'),
    ...provenance(reading),
  };
}

function provenance(reading: Reading | undefined): scene.Provenance {
  if (reading === undefined) return {};
  const annotations = annotationsOf(reading.element);
  return { ...(annotations && { annotations }), origin: reading.element.place };
}

/** A value that the program gives. One that is to be filled in counts as left out: a scene always has its settings. */
function given(reading: Reading | undefined, name: string): Value | undefined {
  const value = reading === undefined ? undefined : valueNamed(reading.values, name);
  return value === undefined || isOpen(value) ? undefined : value;
}

function numberOf(reading: Reading | undefined, kind: string, name: string): number {
  const value = given(reading, name);
  return value === undefined ? defaultNumber(propertyOf(kind, name)) : number(value);
}

function textOf(reading: Reading | undefined, kind: string, name: string): string {
  const value = given(reading, name);
  return value === undefined ? defaultText(propertyOf(kind, name)) : text(value);
}
