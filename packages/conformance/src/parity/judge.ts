// Turns pictures of one stage by two renderers into verdicts: how far they may differ, and how far they do.
import { isMatte } from '@diorama/geometry';
import { BACKGROUND_ID, elementName, GROUND, GROUND_ID, idOf, type Stage, type StagedModel } from '@diorama/stage';
import { compareColors } from '../compare/compare-colors.ts';
import { compareDepth, type DepthPicture } from '../compare/compare-depth.ts';
import { compareIds } from '../compare/compare-ids.ts';
import { compareShadows, readShadows } from '../compare/compare-shadows.ts';
import type { Picture } from '../picture.ts';
import { atLeast, atMost, type Verdict } from './verdict.ts';

/** How far renderers may differ. */
export const LIMITS = {
  /** Share of pixels with equal ids. */
  agreement: 0.9995,
  /** Objects of so many pixels are judged by intersection over union. */
  large: 1000,
  iou: 0.995,
  /** Smaller objects: pixels that differ. */
  smallPixels: 3,
  /** Or, of smaller objects with leaves, whose pixels are mostly edges, this. */
  smallLeavesIou: 0.97,
  /** Share of pixels whose depth may be off: where the edge of a leaf before other leaves runs through a pixel's centre. */
  depthOutliers: 0.0005,
  /** Difference of an object's mean color, of 255. */
  color: 2,
  /** Mean difference of skies, of 255. */
  sky: 5,
  shadowIou: 0.97,
} as const;

/** A picture of what stands where. */
export type IdPicture = Required<Pick<Picture, 'ids'>>;

/** Whether the same stands at the same pixels. The first picture is the reference. */
export function judgeIds(stage: Stage, first: IdPicture, second: IdPicture): readonly Verdict[] {
  const { agreement, objects } = compareIds(first.ids, second.ids);
  const leafy = idsOf(stage, hasLeaves);
  return [
    atLeast('ids', 'all pixels', agreement, LIMITS.agreement),
    ...objects.map(({ id, pixels, differing, iou }) => {
      const name = nameOf(stage, id);
      if (pixels >= LIMITS.large) return atLeast('ids', name, iou, LIMITS.iou);
      if (leafy.has(id) && differing > LIMITS.smallPixels) return atLeast('ids', name, iou, LIMITS.smallLeavesIou);
      return atMost('ids', `${name} (${pixels} pixels)`, differing, LIMITS.smallPixels);
    }),
  ];
}

/** Whether it is equally far. */
export function judgeDepth(first: DepthPicture, second: DepthPicture): readonly Verdict[] {
  const { differing, compared } = compareDepth(first, second);
  return [atMost('depth', 'all pixels', differing / Math.max(1, compared), LIMITS.depthOutliers)];
}

/** Whether dull things have the same color, where the sun casts no shadows. */
export function judgeColors(stage: Stage, first: Required<Picture>, second: Required<Picture>): readonly Verdict[] {
  const matte = idsOf(stage, (model) => model.parts.every(({ material }) => isMatte(material)));
  return compareColors(first, second)
    .filter(({ id, pixels }) => matte.has(id) && pixels >= LEAST_INSIDE)
    .map(({ id, ofMeans }) => atMost('colors', nameOf(stage, id), ofMeans, LIMITS.color));
}

/** Fewer pixels inside of an object say little of its color. */
const LEAST_INSIDE = 100;

/** Whether skies look alike. */
export function judgeSky(first: Required<Picture>, second: Required<Picture>): readonly Verdict[] {
  const sky = compareColors(first, second).find(({ id }) => id === BACKGROUND_ID);
  return sky === undefined ? [] : [atMost('sky', 'sky', sky.mean, LIMITS.sky)];
}

/** A renderer's pictures with and without shadows. */
export interface ShadowPair {
  readonly lit: Required<Picture>;
  readonly shaded: Required<Picture>;
}

/** Whether shadows on the ground have the same shape. */
export function judgeShadows(first: ShadowPair, second: ShadowPair): readonly Verdict[] {
  const { pixels, iou } = compareShadows(shadowsOf(first), shadowsOf(second));
  return pixels < LEAST_SHADOW ? [] : [atLeast('shadows', `${pixels} pixels`, iou, LIMITS.shadowIou)];
}

function shadowsOf({ lit, shaded }: ShadowPair) {
  return readShadows(lit.color, shaded.color, lit.ids);
}

/** The rim of a smaller shadow is most of it. */
const LEAST_SHADOW = 300;

/** Be they cut out of cards by alpha or meshes of their own. */
function hasLeaves({ asset, parts }: StagedModel): boolean {
  return /^(tree|bush)\//.test(asset ?? '') || parts.some(({ material }) => material.alphaCutoff !== undefined);
}

function idsOf(stage: Stage, holds: (model: StagedModel) => boolean): ReadonlySet<number> {
  return new Set(stage.models.filter(holds).flatMap(({ instances }) => [...instances.elements].map(idOf)));
}

function nameOf({ scene }: Stage, id: number): string {
  if (id === BACKGROUND_ID) return 'background';
  return id === GROUND_ID ? elementName(scene, GROUND) : elementName(scene, id - 2);
}
