// Turns stages into pictures, one after the other, over the same buffers.
import { pow } from '@diorama/geometry';
import type { Stage } from '@diorama/stage';
import { castShadows } from './cast-shadows.ts';
import { type Casters, listCasters } from './casters.ts';
import { type DrawList, listDraws } from './draw-list.ts';
import { encodeColor } from './encode-color.ts';
import { createShadowScratch, type ShadowScratch } from './light-grid.ts';
import type { Picture } from './picture.ts';
import { type Pinhole, pinhole, type Window } from './pinhole.ts';
import { completeOptions, type RenderOptions } from './render-options.ts';
import { shadePicture } from './shade-picture.ts';
import { type StageLight, stageLight } from './stage-light.ts';
import { createSunlitPlaces, type SunlitPlaces } from './sunlit-places.ts';
import { createDrawScratch, createVisibility, type DrawScratch, drawAll, type Visibility } from './visibility.ts';

/** Renders one picture after the other. Not for two at once. */
export interface Rasterizer {
  render(stage: Stage, options?: Partial<RenderOptions>): Picture;
}

/** A rasterizer that keeps its buffers between pictures. */
export function createRasterizer(): Rasterizer {
  const buffers: Buffers = {
    draw: createDrawScratch(),
    shadow: createShadowScratch(),
    centers: createVisibility(),
    samples: createVisibility(),
    light: new Float32Array(),
    sunlit: createSunlitPlaces(0),
  };
  return { render: (stage, options = {}) => render(buffers, stage, completeOptions(options, stage.camera.aspect)) };
}

interface Buffers {
  readonly draw: DrawScratch;
  readonly shadow: ShadowScratch;
  /** What is seen at the centres of pixels. */
  readonly centers: Visibility;
  /** What is seen at each place of which there are several in a pixel. */
  readonly samples: Visibility;
  light: Float32Array;
  sunlit: SunlitPlaces;
}

function render(buffers: Buffers, stage: Stage, options: RenderOptions): Picture {
  const { width, height, samples, color, shadows } = options;
  const picture: Picture = {
    width,
    height,
    color: new Uint8Array(color ? 4 * width * height : 0),
    ids: new Uint32Array(width * height),
    depth: new Float32Array(width * height),
  };
  const list = listDraws(stage);
  const scene: PreparedScene = { stage, list, light: undefined, casters: undefined };
  if (color) {
    scene.light = stageLight(stage);
    if (shadows && scene.light.hasSun) scene.casters = castersOf(stage, list, scene.light);
  }
  // Large pictures are made in bands, so that the buffers stay small.
  const band = Math.max(1, Math.floor(MOST_PLACES / (width * (color ? samples * samples : 1))));
  for (let top = 0; top < height; top += band) {
    renderBand(buffers, scene, options, { width, height, top, rows: Math.min(band, height - top) }, picture);
  }
  return picture;
}

/** So many places are looked at in one go. */
const MOST_PLACES = 1 << 20;

interface PreparedScene {
  readonly stage: Stage;
  readonly list: DrawList;
  /** None if no color is wanted. */
  light: StageLight | undefined;
  /** None if there are no shadows. */
  casters: Casters | undefined;
}

function castersOf({ shadow, camera, scene }: Stage, list: DrawList, { sun }: StageLight): Casters {
  const { center, radius } = shadow;
  const [x, y, z] = camera.position;
  return listCasters(list, sun, [center[0] - x, center[1] - y, center[2] - z], radius, scene.ground.relief > 0);
}

function renderBand(
  buffers: Buffers,
  scene: PreparedScene,
  { samples, color }: RenderOptions,
  window: Window,
  picture: Picture,
): void {
  const { stage, list, light } = scene;
  const centers = pinhole(stage.camera, window, 1);
  if (!color || light === undefined || samples === 1) {
    drawAll(list, buffers.draw, { pinhole: centers, visibility: buffers.centers });
    if (light !== undefined) shadeBand(buffers, scene, light, centers, 1, buffers.centers, window, picture);
  } else {
    const finer = pinhole(stage.camera, window, samples);
    const also = { pinhole: centers, visibility: buffers.centers };
    drawAll(list, buffers.draw, { pinhole: finer, visibility: buffers.samples }, also);
    shadeBand(buffers, scene, light, finer, samples, buffers.samples, window, picture);
  }
  writeCenters(buffers.centers, list, window, picture);
}

function shadeBand(
  buffers: Buffers,
  { stage, list, casters }: PreparedScene,
  light: StageLight,
  grid: Pinhole,
  samples: number,
  visibility: Visibility,
  window: Window,
  picture: Picture,
): void {
  const pixels = window.width * window.rows;
  if (buffers.light.length < 3 * pixels) buffers.light = new Float32Array(3 * pixels);
  buffers.light.fill(0, 0, 3 * pixels);
  if (casters === undefined) {
    shadePicture(list, light, grid, samples, visibility, buffers.light, undefined);
  } else {
    const places = grid.columns * grid.rows;
    if (buffers.sunlit.pixels.length < places) buffers.sunlit = createSunlitPlaces(places);
    buffers.sunlit.count = 0;
    shadePicture(list, light, grid, samples, visibility, buffers.light, buffers.sunlit);
    castShadows(list, casters, buffers.sunlit, buffers.shadow, buffers.light);
  }
  const factor = pow(2, stage.camera.exposure) / (samples * samples);
  encodeColor(buffers.light, factor, pixels, picture.color, window.top * window.width);
}

function writeCenters(
  { draws, inverseDepth }: Visibility,
  { ids }: DrawList,
  { width, top, rows }: Window,
  picture: Picture,
): void {
  for (let place = 0; place < width * rows; place += 1) {
    const draw = draws[place] as number;
    const pixel = top * width + place;
    picture.ids[pixel] = draw < 0 ? 0 : (ids[draw] as number);
    picture.depth[pixel] = draw < 0 ? Infinity : 1 / (inverseDepth[place] as number);
  }
}
